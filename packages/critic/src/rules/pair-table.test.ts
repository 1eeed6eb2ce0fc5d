import { describe, expect, it } from 'vitest'
import type { RoomRule } from '../rule.ts'
import { pairTableRules } from './pair-table.ts'
import { findingOf, roomWith, type Thing } from './test-room.ts'

const HALF = Math.PI
const bed: Thing = ['double_bed', 3, 3.9, 0, [1.6, 2, 1]]
const sofa: Thing = ['sofa', 3, 1, HALF, [2, 0.9, 0.85]]
const desk: Thing = ['desk', 3, 4.7, 0, [1.4, 0.6, 0.75]]
const table: Thing = ['dining_table', 3, 2.5, 0, [1.6, 0.9, 0.75]]
const armchair: Thing = ['armchair', 3, 1, 0, [0.8, 0.8, 0.9]]
const basin: Thing = ['basin', 3, 4.75, 0, [0.6, 0.5, 0.85]]
const stand: Thing = ['tv_stand', 3, 4.8, 0, [1.8, 0.4, 0.5]]
const picture = (y: number, z: number, x = 3): Thing => ['picture', x, y, 0, [0.8, 0.03, 0.6], { z, on: 'wall' }]
const screen = (x: number, yaw = 0): Thing => ['television', x, 4.8, yaw, [1.2, 0.1, 0.7], { z: 0.5, on: 'tv_stand#0' }]
const seatAt = (category: string, y: number, yaw = HALF): Thing => [category, 3, y, yaw, [0.5, 0.5, 0.9]]

/** Rule, what goes with what, the pair that just breaks it and the one that just passes. */
const cases: readonly (readonly [rule: string, anchor: Thing, breaks: Thing, passes: Thing])[] = [
  ['bench-to-bed', bed, ['bed_bench', 3, 2.3, 0, [1.2, 0.4, 0.45]], ['bed_bench', 3, 2.4, 0, [1.2, 0.4, 0.45]]],
  [
    'bench-to-bed-aligned',
    bed,
    ['bed_bench', 3.35, 2.5, 0, [1.2, 0.4, 0.45]],
    ['bed_bench', 3.3, 2.5, 0, [1.2, 0.4, 0.45]],
  ],
  [
    'drawers-to-bed',
    bed,
    ['chest_of_drawers', 3, 1.95, HALF, [0.8, 0.5, 0.9]],
    ['chest_of_drawers', 3, 1.85, HALF, [0.8, 0.5, 0.9]],
  ],
  ['screen-to-bed', bed, ['tv_stand', 3, 1.0, HALF, [1.2, 0.4, 0.5]], ['tv_stand', 3, 0.9, HALF, [1.2, 0.4, 0.5]]],
  ['picture-over-bed', bed, picture(4.98, 1.5), picture(4.98, 1.4)],
  ['picture-over-bed-aligned', bed, picture(4.98, 1.3, 3.4), picture(4.98, 1.3, 3.3)],
  ['picture-over-sofa', sofa, picture(0.6, 1.3), picture(0.6, 1.2)],
  [
    'table-before-sofa-aligned',
    sofa,
    ['coffee_table', 3.4, 2.2, 0, [1, 0.6, 0.4]],
    ['coffee_table', 3.25, 2.2, 0, [1, 0.6, 0.4]],
  ],
  [
    'side-table-to-seat',
    sofa,
    ['side_table', 4.6, 1, 0, [0.45, 0.45, 0.5]],
    ['side_table', 4.5, 1, 0, [0.45, 0.45, 0.5]],
  ],
  ['conversation-distance', sofa, ['armchair', 3, 3.6, 0, [0.8, 0.8, 0.9]], ['armchair', 3, 3.4, 0, [0.8, 0.8, 0.9]]],
  ['lamp-to-seat', sofa, ['floor_lamp', 4.75, 1, 0, [0.4, 0.4, 1.6]], ['floor_lamp', 4.65, 1, 0, [0.4, 0.4, 1.6]]],
  ['foot-rest-to-seat', armchair, ['ottoman', 3, -0.2, 0, [0.5, 0.5, 0.4]], ['ottoman', 3, 0, 0, [0.5, 0.5, 0.4]]],
  ['screen-on-stand-aligned', stand, screen(3.4), screen(3.2)],
  ['screen-on-stand-turned', stand, screen(3, 1), screen(3, 0.6)],
  ['chair-to-table', table, seatAt('dining_chair', 1.6), seatAt('dining_chair', 1.7)],
  [
    'lamp-over-table',
    table,
    ['pendant_light', 3, 2.5, 0, [0.4, 0.4, 1], { z: 1.7, on: 'ceiling' }],
    ['pendant_light', 3, 2.5, 0, [0.4, 0.4, 1], { z: 1.6, on: 'ceiling' }],
  ],
  ['sideboard-to-table', table, ['sideboard', 3, 4, 0, [1.4, 0.4, 0.8]], ['sideboard', 3, 4.1, 0, [1.4, 0.4, 0.8]]],
  ['stool-to-bar', ['bar_table', 3, 2.5, 0, [1.2, 0.6, 1.05]], seatAt('bar_stool', 1.7), seatAt('bar_stool', 1.9)],
  ['chair-to-desk', desk, seatAt('office_chair', 3.9), seatAt('office_chair', 4.05)],
  ['chair-to-desk-turned', desk, seatAt('office_chair', 4.1, 0), seatAt('office_chair', 4.1, HALF - 0.5)],
  [
    'monitor-on-desk-turned',
    desk,
    ['monitor', 3, 4.8, HALF, [0.6, 0.2, 0.5], { z: 0.75, on: 'desk#0' }],
    ['monitor', 3, 4.8, 0.3, [0.6, 0.2, 0.5], { z: 0.75, on: 'desk#0' }],
  ],
  [
    'stool-to-dressing-table',
    ['dressing_table', 3, 4.7, 0, [1, 0.45, 0.75]],
    ['vanity_stool', 3, 4.0, 0, [0.4, 0.4, 0.45]],
    ['vanity_stool', 3, 4.15, 0, [0.4, 0.4, 0.45]],
  ],
  [
    'mirror-over-dressing-table',
    ['dressing_table', 3, 4.7, 0, [1, 0.45, 0.75]],
    ['mirror', 3, 4.98, 0, [0.6, 0.04, 0.8], { z: 1.05, on: 'wall' }],
    ['mirror', 3, 4.98, 0, [0.6, 0.04, 0.8], { z: 0.9, on: 'wall' }],
  ],
  [
    'mirror-over-basin',
    basin,
    ['mirror', 3, 4.98, 0, [0.6, 0.04, 0.8], { z: 1.2, on: 'wall' }],
    ['mirror', 3, 4.98, 0, [0.6, 0.04, 0.8], { z: 1.1, on: 'wall' }],
  ],
  [
    'mirror-over-basin-aligned',
    basin,
    ['mirror', 3.3, 4.98, 0, [0.6, 0.04, 0.8], { z: 1.1, on: 'wall' }],
    ['mirror', 3.15, 4.98, 0, [0.6, 0.04, 0.8], { z: 1.1, on: 'wall' }],
  ],
  [
    'paper-to-toilet',
    ['toilet', 3, 4.6, 0, [0.4, 0.7, 0.8]],
    ['toilet_paper_holder', 3.7, 4.6, 0, [0.15, 0.1, 0.1], { z: 0.7, on: 'wall' }],
    ['toilet_paper_holder', 3.6, 4.6, 0, [0.15, 0.1, 0.1], { z: 0.7, on: 'wall' }],
  ],
  [
    'mat-to-bath',
    ['bathtub', 3, 4.6, 0, [1.7, 0.75, 0.6]],
    ['bath_mat', 3, 3.7, 0, [0.8, 0.5, 0.02]],
    ['bath_mat', 3, 3.85, 0, [0.8, 0.5, 0.02]],
  ],
  [
    'dryer-to-washer',
    ['washing_machine', 3, 4.7, 0, [0.6, 0.6, 0.85]],
    ['dryer', 3.75, 4.7, 0, [0.6, 0.6, 0.85]],
    ['dryer', 3.65, 4.7, 0, [0.6, 0.6, 0.85]],
  ],
  [
    'bench-to-shoes',
    ['shoe_cabinet', 1, 4.7, 0, [0.8, 0.3, 1]],
    ['shoe_bench', 3.1, 4.7, 0, [0.8, 0.4, 0.45]],
    ['shoe_bench', 2.9, 4.7, 0, [0.8, 0.4, 0.45]],
  ],
]

const checkPairTable: RoomRule = (room, settings) => pairTableRules.flatMap((rule) => rule(room, settings))

describe('pairTableRules', () => {
  it.each(cases)('%s', (rule, anchor, breaks, passes) => {
    const finding = findingOf(checkPairTable, rule, roomWith([anchor, breaks]))
    expect(finding).toMatchObject({ severity: 'note', elements: [`${breaks[0]}#1`, `${anchor[0]}#0`] })
    expect(finding!.message.zh).not.toBe(finding!.message.en)
    expect(findingOf(checkPairTable, rule, roomWith([anchor, passes]))).toBeUndefined()
  })
})

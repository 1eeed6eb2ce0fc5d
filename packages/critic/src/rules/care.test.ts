import { describe, expect, it } from 'vitest'
import type { RulePack } from '../finding.ts'
import { checkCare } from './care.ts'
import { findingOf, type RoomOptions, roomWith, type Thing } from './test-room.ts'

const bed = (x: number): Thing => ['single_bed', x, 3.9, 0, [0.9, 2, 0.9]]
const hung = (category: string, x: number, y: number, z: number, depth = 0.05, height = 0.1): Thing => [
  category,
  x,
  y,
  0,
  [0.1, depth, height],
  { z, on: 'wall' },
]
const table = (height: number): Thing => ['dining_table', 3, 2.5, 0, [1.4, 0.8, height]]
const ceiling = (index: number): Thing => ['ceiling_light', 1 + index, 2, 0, [0.5, 0.5, 0.1], { z: 2.7, on: 'ceiling' }]
const lights = (count: number): Thing[] => Array.from({ length: count }, (_, index) => ceiling(index))
const cabinet: Thing = ['cabinet', 3, 4.8, 0, [0.8, 0.4, 0.9]]
const entrance = { type: 'entrance', size: [2, 2] } as const
const block: Thing = ['cabinet', 1.15, 1.15, 0, [1.7, 1.7, 0.9]]

type Case = readonly [rule: string, pack: RulePack, breaks: Thing[], passes: Thing[], a?: RoomOptions, b?: RoomOptions]
const cases: readonly Case[] = [
  ['bed-to-bed', 'age-friendly', [bed(1), bed(2.65)], [bed(1), bed(2.7)]],
  ['bed-to-bed', 'wheelchair', [bed(1), bed(3.05)], [bed(1), bed(3.1)]],
  ['bed-rail', 'age-friendly', [bed(3), hung('grab_bar', 4.1, 4.6, 0.6)], [bed(3), hung('grab_bar', 3.9, 4.6, 0.6)]],
  [
    'bed-call',
    'age-friendly',
    [bed(3), hung('emergency_cord', 4.4, 4.6, 0.6)],
    [bed(3), hung('emergency_cord', 4.2, 4.6, 0.6)],
  ],
  [
    'night-light',
    'age-friendly',
    [bed(1), hung('night_light', 4.6, 4.6, 0.3)],
    [bed(1), hung('night_light', 4.4, 4.6, 0.3)],
  ],
  ['table-height', 'wheelchair', [table(0.8)], [table(0.76)]],
  ['table-height', 'wheelchair', [table(0.7)], [table(0.72)]],
  ['seat-height', 'age-friendly', [['sofa', 3, 2, 0, [2, 0.9, 0.45]]], [['armchair', 3, 2, 0, [0.8, 0.8, 0.9]]]],
  ['storage-reach', 'age-friendly', [hung('wall_cabinet', 3, 4.8, 1.45)], [hung('wall_cabinet', 3, 4.8, 1.4)]],
  ['storage-reach', 'wheelchair', [hung('wall_cabinet', 3, 4.8, 1.3)], [hung('wall_cabinet', 3, 4.8, 1.22)]],
  ['switch-height', 'age-friendly', [hung('switch', 3, 4.98, 1.15, 0.02)], [hung('switch', 3, 4.98, 1.05, 0.02)]],
  ['socket-height', 'age-friendly', [hung('socket', 3, 4.98, 0.25, 0.02)], [hung('socket', 3, 4.98, 0.35, 0.02)]],
  ['light-level', 'age-friendly', lights(4), lights(5)],
  [
    'sticking-out',
    'age-friendly',
    [hung('wall_shelf', 3, 4.8, 1.2, 0.2)],
    [hung('wall_shelf', 3, 4.8, 1.2, 0.2), cabinet],
  ],
  ['sticking-out', 'age-friendly', [hung('wall_shelf', 3, 4.8, 1.2, 0.13)], [hung('wall_shelf', 3, 4.8, 1.2, 0.1)]],
  ['entry-seat', 'age-friendly', [cabinet], [['shoe_bench', 1, 1.5, 0, [0.8, 0.4, 0.45]]], entrance, entrance],
  ['wheelchair-place', 'wheelchair', [block], [], entrance, entrance],
  ['latch-side', 'wheelchair', [], [], { doorAt: 5.1 }, { doorAt: 5.05 }],
]

describe('checkCare', () => {
  for (const [rule, pack, breaks, passes, wrong = {}, right = {}] of cases)
    it(`${rule} (${pack})`, () => {
      expect(findingOf(checkCare, rule, roomWith(breaks, wrong), { pack })).toBeDefined()
      expect(findingOf(checkCare, rule, roomWith(passes, right), { pack })).toBeUndefined()
    })
})

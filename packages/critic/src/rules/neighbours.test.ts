import { describe, expect, it } from 'vitest'
import { checkNeighbours } from './neighbours.ts'
import { findingOf, roomWith, type Thing } from './test-room.ts'

const table: Thing = ['dining_table', 3, 2.5, 0, [1.6, 0.9, 0.75]]
const chair = (x: number): Thing => ['dining_chair', x, 1.95, Math.PI, [0.45, 0.5, 0.9]]
const light = (x: number): Thing => ['ceiling_light', x, 2, 0, [0.5, 0.5, 0.1], { z: 2.7, on: 'ceiling' }]
const rug = (x: number): Thing => ['rug', x, 2, 0, [1, 1, 0.01]]
const curtain: Thing = ['curtain', 3, 4.95, 0, [1.8, 0.1, 2.2], { on: 'wall' }]
const crib = (y: number): Thing => ['crib', 3, y, 0, [0.7, 1.3, 0.9]]

const cases: readonly (readonly [rule: string, breaks: Thing[], passes: Thing[]])[] = [
  ['bed-at-door', [['double_bed', 0.9, 1.5, 0, [1.6, 2, 1]]], [['double_bed', 0.9, 1.65, 0, [1.6, 2, 1]]]],
  ['shoes-at-door', [['shoe_cabinet', 1.7, 0.2, 0, [0.8, 0.3, 1]]], [['shoe_cabinet', 1.9, 0.2, 0, [0.8, 0.3, 1]]]],
  ['plant-at-window', [['plant', 3, 3.2, 0, [0.4, 0.4, 1]]], [['plant', 3, 3.35, 0, [0.4, 0.4, 1]]]],
  ['lights-apart', [light(1), light(1.95)], [light(1), light(2)]],
  ['rugs-apart', [rug(1), rug(2.9)], [rug(1), rug(3)]],
  ['place-width', [table, chair(2.7), chair(3.25)], [table, chair(2.7), chair(3.3)]],
  ['hard-corner', [['coffee_table', 3, 2, 0, [0.8, 0.8, 0.4]]], [table]],
  ['cord-at-crib', [curtain, crib(3.7)], [curtain, crib(3.6)]],
]

describe('checkNeighbours', () => {
  for (const [rule, breaks, passes] of cases)
    it(rule, () => {
      expect(findingOf(checkNeighbours, rule, roomWith(breaks), { pack: 'child' })).toBeDefined()
      expect(findingOf(checkNeighbours, rule, roomWith(passes), { pack: 'child' })).toBeUndefined()
    })
})

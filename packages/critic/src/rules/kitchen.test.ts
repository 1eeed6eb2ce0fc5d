import { describe, expect, it } from 'vitest'
import type { RulePack } from '../finding.ts'
import { checkKitchen } from './kitchen.ts'
import { findingOf, roomWith, type Thing } from './test-room.ts'

const at = (category: string, x: number, y: number, yaw = 0, width = 0.6, height = 0.85): Thing => [
  category,
  x,
  y,
  yaw,
  [width, 0.6, height],
]
const hood: Thing = ['range_hood', 2, 4.8, 0, [0.6, 0.4, 0.5], { z: 1.55, on: 'wall' }]
const wallUnit = (z: number): Thing => ['wall_cabinet', 1, 4.8, 0, [0.6, 0.35, 0.7], { z, on: 'wall' }]
const triangle = (fridge: number): Thing[] => [
  at('sink_cabinet', 0.5, 4.7),
  at('cooker', 2.5, 2.5),
  at('refrigerator', fridge, 4.7),
]

const cases: readonly (readonly [rule: string, breaks: Thing[], passes: Thing[], pack?: RulePack])[] = [
  ['work-triangle', triangle(3.6), triangle(2.8)],
  [
    'work-triangle-leg',
    [at('sink_cabinet', 0.5, 4.7), at('cooker', 2, 4.7), at('refrigerator', 3.3, 4.7)],
    [at('sink_cabinet', 0.5, 4.7), at('cooker', 1.8, 4.7), at('refrigerator', 3.1, 4.7)],
  ],
  [
    'hob-to-sink',
    [at('cooker', 1, 4.7), at('sink_cabinet', 2.1, 4.7)],
    [at('cooker', 1, 4.7), at('sink_cabinet', 2.25, 4.7)],
  ],
  [
    'fridge-to-sink',
    [at('refrigerator', 1, 4.7), at('sink_cabinet', 1.9, 4.7)],
    [at('refrigerator', 1, 4.7), at('sink_cabinet', 2.05, 4.7)],
  ],
  [
    'fridge-landing',
    [at('refrigerator', 1, 4.7), at('base_cabinet', 1.5, 4.7, 0, 0.35)],
    [at('refrigerator', 1, 4.7), at('base_cabinet', 1.5, 4.7, 0, 0.4)],
  ],
  [
    'kitchen-aisle',
    [at('cooker', 2, 4.7), at('base_cabinet', 2, 3.25, Math.PI)],
    [at('cooker', 2, 4.7), at('base_cabinet', 2, 3.15, Math.PI)],
  ],
  [
    'kitchen-aisle',
    [at('cooker', 2, 4.7), at('base_cabinet', 2, 2.7, Math.PI)],
    [at('cooker', 2, 4.7), at('base_cabinet', 2, 2.55, Math.PI)],
    'wheelchair',
  ],
  [
    'island-aisle',
    [at('base_cabinet', 2, 4.7), at('kitchen_island', 2, 3.25)],
    [at('base_cabinet', 2, 4.7), at('kitchen_island', 2, 3.15)],
  ],
  ['hood-missing', [at('cooker', 2, 4.7)], [at('cooker', 2, 4.7), hood]],
  [
    'worktop-height',
    [at('base_cabinet', 2, 4.7, 0, 0.6, 0.9)],
    [at('base_cabinet', 2, 4.7, 0, 0.6, 0.85)],
    'wheelchair',
  ],
  ['wall-unit-height', [wallUnit(1.3)], [wallUnit(1.2)], 'wheelchair'],
]

describe('checkKitchen', () => {
  for (const [rule, breaks, passes, pack = 'general'] of cases)
    it(`${rule} (${pack})`, () => {
      const of = (things: Thing[]) => findingOf(checkKitchen, rule, roomWith(things, { type: 'kitchen' }), { pack })
      expect(of(breaks)?.source).toBeTruthy()
      expect(of(passes)).toBeUndefined()
    })
})

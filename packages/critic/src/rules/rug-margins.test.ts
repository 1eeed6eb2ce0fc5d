import { describe, expect, it } from 'vitest'
import { checkRugMargins } from './rug-margins.ts'
import { findingOf, roomWith, type Thing } from './test-room.ts'

const rug = (width: number, depth: number, y = 2.5): Thing => ['rug', 3, y, 0, [width, depth, 0.01]]
const table: Thing = ['dining_table', 3, 2.5, 0, [1.6, 0.9, 0.75]]
const bed: Thing = ['double_bed', 3, 3.5, 0, [1.6, 2, 1]]
const sofa: Thing = ['sofa', 3, 4.5, 0, [2.2, 0.9, 0.8]]

const cases: readonly (readonly [rule: string, measured: number, breaks: Thing[], passes: Thing[]])[] = [
  ['rug-round-table', 0.5, [table, rug(2.6, 2.1)], [table, rug(2.8, 2.1)]],
  ['rug-under-bed', 0.3, [bed, rug(2, 1.4, 2.9)], [bed, rug(2, 1.4, 2.7)]],
  ['rug-under-sofa', 0.1, [sofa, rug(2.4, 1.6, 3.35)], [sofa, rug(2.4, 1.6, 3.45)]],
  ['rug-wide-as-sofa', 1.8, [sofa, rug(1.8, 1.6, 3.45)], [sofa, rug(2.2, 1.6, 3.45)]],
]

describe('checkRugMargins', () => {
  for (const [rule, measured, breaks, passes] of cases)
    it(rule, () => {
      expect(findingOf(checkRugMargins, rule, roomWith(breaks))?.measured).toBeCloseTo(measured, 3)
      expect(findingOf(checkRugMargins, rule, roomWith(passes))).toBeUndefined()
    })
})

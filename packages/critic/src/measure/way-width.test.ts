import { describe, expect, it } from 'vitest'
import { checkCirculation } from '../rules/circulation.ts'
import { findingOf, roomWith } from '../rules/test-room.ts'

/** Two rows of cupboards across a room of 6 × 5 m with a gap of this width between them, and a sofa behind. */
const gapOf = (width: number, at: number) =>
  roomWith([
    ['cabinet', at / 2, 2.5, 0, [at, 0.4, 1]],
    ['cabinet', (6 + at + width) / 2, 2.5, 0, [6 - at - width, 0.4, 1]],
    ['sofa', 3, 4.4, 0, [2, 0.9, 0.8]],
  ])
const wayThrough = (width: number, at: number) => findingOf(checkCirculation, 'unreachable', gapOf(width, at))

describe('a way between two things', () => {
  // Wherever the gap lies on the raster.
  for (const at of [2, 2.013, 2.024, 2.037, 2.049]) {
    it(`is known to a millimetre (gap begins at ${at} m)`, () => {
      const narrow = wayThrough(0.58, at)
      expect(narrow?.severity).toBe('error')
      expect(Math.abs(narrow!.measured - 0.58)).toBeLessThan(0.002)
      expect(wayThrough(0.61, at)).toBeUndefined()
      expect(Math.abs(wayThrough(0.45, at)!.measured - 0.45)).toBeLessThan(0.002)
    })
  }
})

describe('a way past a wardrobe along a wall', () => {
  for (const gap of [0.2, 0.3, 0.4, 0.5])
    it(`is told as the gap that it is (${gap} m)`, () => {
      const room = roomWith([
        ['wardrobe', (6 - gap) / 2, 2.5, 0, [6 - gap, 0.6, 2.2]],
        ['sofa', 3, 3.95, 0, [2, 0.9, 0.8]],
      ])
      const way = checkCirculation(room, { pack: 'general' }).find(({ elements }) => elements[0] === 'sofa#1')
      expect(way!.measured).toBeCloseTo(gap, 3)
    })
})

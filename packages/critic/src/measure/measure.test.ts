import { boxFootprint, convexDistance, convexPenetration, createRandom } from '@enfilade/geometry'
import { describe, expect, it } from 'vitest'
import {
  boxCorners,
  CELL,
  clearDepth,
  copyFreeSpace,
  createBox,
  createFreeSpace,
  eachCellInBox,
  largestInBox,
  type OrientedBox,
  planGap,
  planPenetration,
  rollDiscs,
  stampBox,
} from '../index.ts'

const randomBox = (random: () => number): OrientedBox =>
  createBox(random() * 4, random() * 4, random() * 7, 0.2 + random() * 2, 0.2 + random() * 2)

describe('oriented boxes', () => {
  it('agree with the general polygon functions', () => {
    const random = createRandom('boxes:1')
    for (let round = 0; round < 500; round++) {
      const [a, b] = [randomBox(random), randomBox(random)]
      const [p, q] = [a, b].map((box) => boxFootprint(box.x, box.y, box.yaw, box.halfWidth * 2, box.halfDepth * 2))
      const depth = planPenetration(a, b)
      expect(depth > 1e-9).toBe(convexPenetration(p!, q!) > 1e-9)
      if (depth > 0) expect(depth).toBeCloseTo(convexPenetration(p!, q!), 6)
      else expect(planGap(a, b)).toBeCloseTo(convexDistance(p!, q!), 6)
    }
  })

  it('never name a separation that exceeds the gap', () => {
    const random = createRandom('boxes:2')
    for (let round = 0; round < 300; round++) {
      const [a, b] = [randomBox(random), randomBox(random)]
      const depth = planPenetration(a, b)
      if (depth < 0) expect(-depth).toBeLessThanOrEqual(planGap(a, b) + 1e-9)
    }
  })
})

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
] as const

describe('clear depth', () => {
  it('is the way to the wall, or to the first thing before it', () => {
    const box = createBox(2, 3.7, 0, 1, 0.6)
    expect(clearDepth(box, 'front', [], [square], 9)).toBeCloseTo(3.4, 6)
    const other = createBox(2.3, 2, 0, 0.4, 0.4)
    expect(clearDepth(box, 'front', [boxCorners(other)], [square], 9)).toBeCloseTo(3.4 - 2.2, 6)
    expect(clearDepth(box, 'back', [], [square], 9)).toBeCloseTo(0, 6)
    expect(clearDepth(box, 'left', [], [square], 9)).toBeCloseTo(1.5, 6)
  })

  it('does not mind what stands beside the strip', () => {
    const box = createBox(2, 3.7, 0, 1, 0.6)
    expect(clearDepth(box, 'front', [boxCorners(createBox(3, 3, 0, 0.9, 0.4))], [square], 9)).toBeCloseTo(3.4, 6)
  })
})

describe('free space', () => {
  it('finds the width of a neck to a cell', () => {
    for (const width of [0.5, 0.72, 0.9, 1.13]) {
      const space = copyFreeSpace(createFreeSpace(square, [], []))
      // A wall across the middle with one gap of the width.
      stampBox(space, createBox((4 - width) / 4, 2, 0, (4 - width) / 2, 0.2))
      stampBox(space, createBox(4 - (4 - width) / 4, 2, 0, (4 - width) / 2, 0.2))
      const starts: number[] = []
      eachCellInBox(space, createBox(2, 0.6, 0, 1, 0.6), (cell) => starts.push(cell))
      const reach = rollDiscs(space, starts)
      const measured = largestInBox(space, reach, createBox(2, 3.4, 0, 1, 0.6)) * 2
      expect(measured).toBeLessThanOrEqual(width + 1e-6)
      expect(measured).toBeGreaterThanOrEqual(width - CELL - 1e-6)
    }
  })

  it('keeps vast halls within memory', () => {
    const space = createFreeSpace(
      [
        [0, 0],
        [2000, 0],
        [2000, 1500],
        [0, 1500],
      ],
      [],
      [],
    )
    expect(space.columns * space.rows).toBeLessThan(100_000)
  })
})

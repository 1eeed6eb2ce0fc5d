import { describe, expect, test } from 'vitest'
import { boxFootprint, loopsToPolygons, polygonArea, polygonIntersectionArea, polygonIoU, type Ring } from './index.ts'
import { forAll, stairRing, starRing } from './testing-shapes.ts'

/** Shared area from the united outline: |A| + |B| − |A ∪ B|. */
function sharedByUnion(a: Ring, b: Ring): number {
  const united = loopsToPolygons([a, b]).reduce(
    (sum, { outer, holes }) => sum + polygonArea(outer) + holes.reduce((inner, hole) => inner + polygonArea(hole), 0),
    0,
  )
  return polygonArea(a) + polygonArea(b) - united
}

describe('polygonIntersectionArea', () => {
  test('agrees with the united outline for random polygons of any shape', () => {
    forAll((random) => {
      const a = starRing(random, 3 + random.int(10))
      const b = starRing(random, 3 + random.int(10), [random.between(-4, 4), random.between(-4, 4)])
      expect(Math.abs(polygonIntersectionArea(a, b) - sharedByUnion(a, b))).toBeLessThan(1e-8)
    })
  })

  test('agrees with the united outline when edges run along each other', () => {
    forAll((random) => {
      const a = stairRing(random, 2 + random.int(5))
      const shift = random.int(3)
      const b = stairRing(random, 2 + random.int(5)).map(([x, y]) => [x + shift, y] as const)
      expect(Math.abs(polygonIntersectionArea(a, b) - sharedByUnion(a, b))).toBeLessThan(1e-8)
    })
  })

  test('is the same for either order and direction, and the whole area with itself', () => {
    forAll((random) => {
      const a = starRing(random, 4 + random.int(8))
      const b = starRing(random, 4 + random.int(8), [1, 1])
      const shared = polygonIntersectionArea(a, b)
      expect(polygonIntersectionArea(b, a)).toBeCloseTo(shared, 9)
      expect(polygonIntersectionArea([...a].reverse(), b)).toBeCloseTo(shared, 9)
      expect(polygonIntersectionArea(a, a)).toBeCloseTo(polygonArea(a), 9)
      expect(polygonIoU(a, a)).toBeCloseTo(1, 12)
    })
  })

  test('two unit squares turned by 45° share an octagon', () => {
    const shared = polygonIntersectionArea(boxFootprint(0, 0, 0, 1, 1), boxFootprint(0, 0, Math.PI / 4, 1, 1))
    expect(shared).toBeCloseTo(2 * Math.SQRT2 - 2, 12)
  })

  test('polygons that are apart, only touch, or have no area share nothing', () => {
    const square: Ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]
    expect(
      polygonIntersectionArea(
        square,
        square.map(([x, y]) => [x + 1, y]),
      ),
    ).toBe(0)
    expect(
      polygonIntersectionArea(square, [
        [0, 0],
        [1, 1],
      ]),
    ).toBe(0)
    expect(
      polygonIntersectionArea(square, [
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toBe(0)
  })
})

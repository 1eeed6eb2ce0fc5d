import { describe, expect, test } from 'vitest'
import {
  isConvexPolygon,
  isPointInPolygon,
  isSimplePolygon,
  polygonArea,
  polygonBounds,
  polygonCentroid,
  triangulate,
} from './index.ts'
import { forAll, stairRing, starRing, windsRound } from './testing-shapes.ts'

describe('area and centroid', () => {
  test('a rectangle far from zero keeps its digits', () => {
    const [x, y] = [9000.1, -8000.3]
    const ring = [
      [x, y],
      [x + 0.25, y],
      [x + 0.25, y + 0.5],
      [x, y + 0.5],
    ] as const
    expect(polygonArea(ring)).toBeCloseTo(0.125, 11)
    expect(polygonArea([...ring].reverse())).toBeCloseTo(-0.125, 11)
    expect(polygonCentroid(ring)[0]).toBeCloseTo(x + 0.125, 9)
  })

  test('the triangles of an ear clipping cover exactly the area, all counter-clockwise', () => {
    forAll((random) => {
      const ring = random() < 0.5 ? starRing(random, 3 + random.int(12)) : stairRing(random, 2 + random.int(6))
      const indices = triangulate(ring)
      let sum = 0
      for (let i = 0; i < indices.length; i += 3) {
        const area = polygonArea([ring[indices[i]!]!, ring[indices[i + 1]!]!, ring[indices[i + 2]!]!])
        expect(area).toBeGreaterThanOrEqual(0)
        sum += area
      }
      expect(sum).toBeCloseTo(polygonArea(ring), 9)
    })
  })

  test('the centroid is the weighted mean of the triangles', () => {
    forAll((random) => {
      const ring = starRing(random, 3 + random.int(10), [3, -2])
      const indices = triangulate(ring)
      let [x, y] = [0, 0]
      for (let i = 0; i < indices.length; i += 3) {
        const [a, b, c] = [ring[indices[i]!]!, ring[indices[i + 1]!]!, ring[indices[i + 2]!]!]
        const weight = polygonArea([a, b, c]) / polygonArea(ring)
        x += (weight * (a[0] + b[0] + c[0])) / 3
        y += (weight * (a[1] + b[1] + c[1])) / 3
      }
      expect(polygonCentroid(ring)[0]).toBeCloseTo(x, 9)
      expect(polygonCentroid(ring)[1]).toBeCloseTo(y, 9)
    })
  })

  test('degenerate rings have no area and still a centroid; an empty ring is a mistake', () => {
    expect(polygonArea([])).toBe(0)
    expect(
      polygonArea([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(0)
    expect(
      polygonCentroid([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toEqual([1, 1])
    expect(() => polygonCentroid([])).toThrow(/ring is empty/)
    expect(() => polygonBounds([])).toThrow(/ring is empty/)
  })
})

describe('isPointInPolygon', () => {
  test('agrees with the sum of angles at random points', () => {
    forAll((random) => {
      const ring = starRing(random, 3 + random.int(12))
      for (let i = 0; i < 20; i++) {
        const point = [random.between(-6, 6), random.between(-6, 6)] as const
        expect(isPointInPolygon(point, ring)).toBe(windsRound(point, ring))
      }
    })
  })

  test('corners and points of edges are inside, whichever way the ring runs', () => {
    forAll((random) => {
      const ring = stairRing(random, 2 + random.int(6))
      for (const outline of [ring, [...ring].reverse()]) {
        for (let i = 0; i < ring.length; i++) {
          const a = ring[i]!
          const b = ring[(i + 1) % ring.length]!
          expect(isPointInPolygon(a, outline)).toBe(true)
          expect(isPointInPolygon([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], outline)).toBe(true)
        }
      }
    })
  })
})

describe('shape tests', () => {
  test('stars and stairs are simple; a bow tie, a spike, a repeated point and a flat ring are not', () => {
    forAll((random) => {
      expect(isSimplePolygon(starRing(random, 3 + random.int(12)))).toBe(true)
      expect(isSimplePolygon(stairRing(random, 2 + random.int(6)))).toBe(true)
    })
    expect(
      isSimplePolygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toBe(false)
    expect(
      isSimplePolygon([
        [0, 0],
        [2, 0],
        [2, 2],
        [2, 1],
        [2, 3],
        [0, 2],
      ]),
    ).toBe(false)
    expect(
      isSimplePolygon([
        [0, 0],
        [2, 0],
        [2, 0],
        [0, 2],
      ]),
    ).toBe(false)
    expect(
      isSimplePolygon([
        [0, 0],
        [1, 1],
        [2, 2],
      ]),
    ).toBe(false)
    expect(
      isSimplePolygon([
        [0, 0],
        [4, 0],
        [4, 2],
        [2, 0],
        [0, 2],
      ]),
    ).toBe(false)
  })

  test('a pentagram turns one way and is still not convex', () => {
    const point = (i: number) => [Math.cos((i * 4 * Math.PI) / 5), Math.sin((i * 4 * Math.PI) / 5)] as const
    expect(isConvexPolygon([0, 1, 2, 3, 4].map(point))).toBe(false)
    expect(
      isConvexPolygon([
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 2],
        [0, 2],
      ]),
    ).toBe(true)
    expect(
      isConvexPolygon([
        [0, 0],
        [2, 0],
        [1, 0.5],
        [2, 2],
        [0, 2],
      ]),
    ).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import {
  distancePointToRing,
  insetPolygon,
  insetRegion,
  isPointInPolygon,
  isPointInRegion,
  isSimplePolygon,
  MITRE_LIMIT,
  polygonArea,
  type Ring,
} from './index.ts'
import { forAll, stairRing, starRing } from './testing-shapes.ts'

describe('insetPolygon', () => {
  test('a rectangle becomes the exact smaller rectangle, either way', () => {
    const square: Ring = [
      [0, 0],
      [4, 0],
      [4, 5],
      [0, 5],
    ]
    expect(insetPolygon(square, 0.06)).toEqual([
      [
        [0.06, 0.06],
        [3.94, 0.06],
        [3.94, 4.94],
        [0.06, 4.94],
      ],
    ])
    expect(insetPolygon(square, -0.5)).toEqual([
      [
        [-0.5, -0.5],
        [4.5, -0.5],
        [4.5, 5.5],
        [-0.5, 5.5],
      ],
    ])
    expect(insetPolygon(square, 2)).toEqual([])
    expect(insetPolygon(square, 2.5)).toEqual([])
  })

  test('a dumbbell falls into two parts when its waist is gone', () => {
    const dumbbell: Ring = [
      [0, 0],
      [3, 0],
      [3, 1],
      [5, 1],
      [5, 0],
      [8, 0],
      [8, 3],
      [5, 3],
      [5, 1.5],
      [3, 1.5],
      [3, 3],
      [0, 3],
    ]
    const parts = insetPolygon(dumbbell, 0.3)
    expect(parts.map(polygonArea).map((area) => area.toFixed(9))).toEqual(['5.760000000', '5.760000000'])
    expect(insetPolygon(dumbbell, 0.1)).toHaveLength(1)
  })

  test('holds just the points at least the distance away, but for the mitres of reflex corners', () => {
    forAll((random) => {
      const ring = random() < 0.5 ? starRing(random, 3 + random.int(10)) : stairRing(random, 2 + random.int(6))
      const distance = random.between(0.01, 1)
      const parts = insetPolygon(ring, distance)
      for (const part of parts) {
        expect(isSimplePolygon(part)).toBe(true)
        for (const point of part) expect(distancePointToRing(point, ring)).toBeGreaterThan(distance - 1e-6)
      }
      for (let i = 0; i < 30; i++) {
        const point = [random.between(-5, 7), random.between(-5, 5)] as const
        const clearance = isPointInPolygon(point, ring) ? distancePointToRing(point, ring) : -1
        if (Math.abs(clearance - distance) < 1e-6) continue
        const isKept = parts.some((part) => isPointInPolygon(point, part))
        if (isKept) expect(clearance).toBeGreaterThan(distance)
        else if (clearance > distance) {
          const nearest = Math.min(...ring.map((corner) => Math.hypot(corner[0] - point[0], corner[1] - point[1])))
          expect(nearest).toBeLessThan(MITRE_LIMIT * distance + 1e-6)
        }
      }
    })
  })

  test('growing keeps every point of the polygon and comes back by shrinking', () => {
    forAll((random) => {
      const ring = starRing(random, 3 + random.int(8))
      const distance = random.between(0.01, 1)
      const [grown] = insetPolygon(ring, -distance)
      for (const point of ring) expect(isPointInPolygon(point, grown!)).toBe(true)
      for (const point of grown!) expect(distancePointToRing(point, ring)).toBeGreaterThan(distance - 1e-6)
    })
  })

  test('a hole grows while the outline shrinks, and cuts the outline open when it reaches it', () => {
    const outer: Ring = [
      [0, 0],
      [6, 0],
      [6, 4],
      [0, 4],
    ]
    const hole: Ring = [
      [2, 1],
      [2, 2],
      [3, 2],
      [3, 1],
    ]
    const [ring] = insetRegion(outer, [hole], 0.25)
    expect(ring!.holes).toHaveLength(1)
    expect(polygonArea(ring!.outer)).toBeCloseTo(5.5 * 3.5, 12)
    expect(polygonArea(ring!.holes[0]!)).toBeCloseTo(-2.25, 12)
    const [open] = insetRegion(outer, [hole], 0.75)
    expect(open!.holes).toHaveLength(0)
    expect(isPointInRegion([2.5, 1], open!.outer)).toBe(false)
    expect(isPointInRegion([5, 2], open!.outer)).toBe(true)
  })

  test('degenerate input gives nothing', () => {
    expect(insetPolygon([], 0.1)).toEqual([])
    expect(
      insetPolygon(
        [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
        0.1,
      ),
    ).toEqual([])
  })
})

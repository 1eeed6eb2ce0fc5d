import { describe, expect, test } from 'vitest'
import {
  boxFootprint,
  convexDistance,
  convexHull,
  convexPenetration,
  isConvexPolygon,
  isPointInPolygon,
  polygonArea,
  polygonIntersectionArea,
  type Ring,
} from './index.ts'
import { forAll, sampledDistance } from './testing-shapes.ts'

describe('boxes', () => {
  test('a footprint starts front left and runs counter-clockwise; the front is local −y', () => {
    expect(boxFootprint(1, 2, 0, 4, 2)).toEqual([
      [-1, 1],
      [3, 1],
      [3, 3],
      [-1, 3],
    ])
    const turned = boxFootprint(0, 0, Math.PI / 2, 4, 2)
    // Turned a quarter counter-clockwise the front looks along +x.
    expect(turned[0]![0]).toBeCloseTo(1, 12)
    expect(turned[1]![0]).toBeCloseTo(1, 12)
  })

  test('penetration is positive exactly when areas overlap, and is the least push that parts them', () => {
    forAll((random) => {
      const box = () =>
        boxFootprint(
          random.between(-2, 2),
          random.between(-2, 2),
          random.between(-4, 4),
          0.2 + 2 * random(),
          0.2 + 2 * random(),
        )
      const [a, b] = [box(), box()]
      const depth = convexPenetration(a, b)
      const shared = polygonIntersectionArea(a, b)
      if (shared > 1e-9) expect(depth).toBeGreaterThan(0)
      if (depth > 1e-6) expect(shared).toBeGreaterThan(0)
      if (depth <= 0) {
        expect(-depth).toBeLessThanOrEqual(convexDistance(a, b) + 1e-9)
        return
      }
      expect(convexDistance(a, b)).toBe(0)
      // No push shorter than the depth parts them; one of that length does.
      let isParted = false
      for (let i = 0; i < 720; i++) {
        const angle = (i / 720) * 2 * Math.PI
        const push = (by: number): Ring => b.map(([x, y]) => [x + by * Math.cos(angle), y + by * Math.sin(angle)])
        expect(convexPenetration(a, push(depth * 0.999))).toBeGreaterThan(0)
        isParted ||= convexPenetration(a, push(depth * 1.001)) <= 0
      }
      expect(isParted).toBe(true)
    }, 40)
  })

  test('distance agrees with dense sampling', () => {
    forAll((random) => {
      const a = boxFootprint(0, 0, random.between(-4, 4), 1, 2)
      const b = boxFootprint(random.between(2, 5), random.between(-5, 5), random.between(-4, 4), 1, 2)
      const sampled = Math.min(
        ...a.map((p) => sampledDistance(p, b, 0.01)),
        ...b.map((p) => sampledDistance(p, a, 0.01)),
      )
      const distance = convexDistance(a, b)
      if (distance === 0) expect(polygonIntersectionArea(a, b)).toBeGreaterThanOrEqual(0)
      else {
        expect(distance).toBeLessThanOrEqual(sampled + 1e-12)
        expect(distance).toBeGreaterThan(sampled - 0.01)
      }
    })
  })
})

describe('convexHull', () => {
  test('is convex, counter-clockwise and holds every point', () => {
    forAll((random) => {
      const points = Array.from({ length: 3 + random.int(30) }, () => [random.int(8), random.int(8)] as const)
      const hull = convexHull(points)
      if (hull.length < 3) return
      expect(isConvexPolygon(hull)).toBe(true)
      expect(polygonArea(hull)).toBeGreaterThan(0)
      for (const point of points) expect(isPointInPolygon(point, hull)).toBe(true)
      for (const corner of hull) expect(points).toContainEqual(corner)
    })
  })
})

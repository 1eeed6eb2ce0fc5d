import { describe, expect, test } from 'vitest'
import {
  closestPointOnSegment,
  distancePointToSegment,
  normalizeAngle,
  type Point2,
  raycastRing,
  rotatePoint,
  segmentDistance,
  segmentIntersection,
} from './index.ts'
import { forAll, sampledDistance, starRing, windsRound } from './testing-shapes.ts'

describe('segments', () => {
  test('the nearest point is nearer than any sampled one', () => {
    forAll((random) => {
      const point = (): Point2 => [random.between(-5, 5), random.between(-5, 5)]
      const [p, a, b] = [point(), point(), point()]
      const near = closestPointOnSegment(p, a, b)
      const distance = distancePointToSegment(p, a, b)
      expect(Math.hypot(near[0] - p[0], near[1] - p[1])).toBeCloseTo(distance, 9)
      expect(distance).toBeLessThanOrEqual(sampledDistance(p, [a, b], 0.05) + 1e-12)
      expect(distance).toBeGreaterThan(sampledDistance(p, [a, b], 0.05) - 0.03)
    })
  })

  test('crossing segments meet in a point of both, others have a distance', () => {
    forAll((random) => {
      const point = (): Point2 => [random.between(-2, 2), random.between(-2, 2)]
      const [a, b, c, d] = [point(), point(), point(), point()]
      const meeting = segmentIntersection(a, b, c, d)
      if (meeting) {
        expect(distancePointToSegment(meeting, a, b)).toBeLessThan(1e-9)
        expect(distancePointToSegment(meeting, c, d)).toBeLessThan(1e-9)
        expect(segmentDistance(a, b, c, d)).toBe(0)
      } else {
        expect(segmentDistance(a, b, c, d)).toBeGreaterThan(0)
      }
    })
  })

  test('ends that touch are exact; overlapping segments have no single point', () => {
    expect(segmentIntersection([0, 0], [1, 1], [1, 1], [2, 0])).toEqual([1, 1])
    expect(segmentIntersection([0, 0], [2, 0], [1, 0], [1, 5])).toEqual([1, 0])
    expect(segmentIntersection([0, 0], [2, 0], [2, 0], [3, 0])).toEqual([2, 0])
    expect(segmentIntersection([0, 0], [2, 0], [1, 0], [3, 0])).toBeUndefined()
    expect(segmentIntersection([0, 0], [0, 0], [0, 0], [3, 0])).toEqual([0, 0])
  })
})

describe('rays', () => {
  test('from inside a polygon a ray meets the outline where inside ends', () => {
    forAll((random) => {
      const ring = starRing(random, 5 + random.int(10))
      const angle = random.between(-4, 4)
      const direction: Point2 = [3 * Math.cos(angle), 3 * Math.sin(angle)]
      const distance = raycastRing([0, 0], direction, ring)
      const at = (t: number): Point2 => [t * Math.cos(angle), t * Math.sin(angle)]
      expect(windsRound(at(distance - 1e-6), ring)).toBe(true)
      expect(windsRound(at(distance + 1e-6), ring)).toBe(false)
    })
  })

  test('no edge ahead is Infinity; an edge along the ray counts from its near end', () => {
    const square: Point2[] = [
      [1, 0],
      [2, 0],
      [2, 1],
      [1, 1],
    ]
    expect(raycastRing([0, 0.5], [-1, 0], square)).toBe(Number.POSITIVE_INFINITY)
    expect(raycastRing([0, 0], [1, 0], square)).toBe(1)
    expect(raycastRing([0, 0], [0, 0], square)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('angles', () => {
  test('are brought into (−π, π] and stay the same direction', () => {
    forAll((random) => {
      const angle = random.between(-100, 100)
      const same = normalizeAngle(angle)
      expect(same).toBeGreaterThan(-Math.PI)
      expect(same).toBeLessThanOrEqual(Math.PI)
      expect(Math.cos(same)).toBeCloseTo(Math.cos(angle), 9)
      expect(Math.sin(same)).toBeCloseTo(Math.sin(angle), 9)
    })
    expect(normalizeAngle(-Math.PI)).toBe(Math.PI)
    expect(normalizeAngle(3 * Math.PI)).toBe(Math.PI)
  })

  test('a quarter turn about a point is counter-clockwise', () => {
    const [x, y] = rotatePoint([2, 1], Math.PI / 2, [1, 1])
    expect(x).toBeCloseTo(1, 12)
    expect(y).toBeCloseTo(2, 12)
  })
})

import { findDeepest } from './deepest-point.ts'
import type { Point2, Ring } from './point.ts'
import { isPointInPolygon, polygonBounds, polygonCentroid } from './polygon.ts'
import { distancePointToRing } from './segment.ts'

/** A label or seed may be a centimetre off the best place. */
const PRECISION = 0.01

/** Distance from the point to the edge of a polygon with holes, metres; negative outside. */
export function signedClearance(point: Point2, ring: Ring, holes: readonly Ring[] = []): number {
  let distance = distancePointToRing(point, ring)
  let inside = isPointInPolygon(point, ring)
  for (const hole of holes) {
    distance = Math.min(distance, distancePointToRing(point, hole))
    if (inside && isPointInPolygon(point, hole)) inside = false
  }
  return inside ? distance : -distance
}

/**
 * A point well inside a polygon with holes: about as far from every edge as can be.
 *
 * @throws RangeError when the ring is empty.
 */
export function interiorPoint(ring: Ring, holes: readonly Ring[] = []): Point2 {
  const center = polygonCentroid(ring)
  const measure = (point: Point2) => signedClearance(point, ring, holes)
  const bounds = polygonBounds(ring)
  const size = Math.min(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
  const precision = Math.min(PRECISION, size / 1000)
  return findDeepest(bounds, measure, precision, { point: center, value: measure(center) }).point
}

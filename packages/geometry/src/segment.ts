import { doSegmentsTouch, orientation } from './orientation.ts'
import type { Point2, Ring } from './point.ts'

/** Where on a → b (0 … 1) the point nearest to p lies; 0 when the segment is a point. */
export function segmentParameter(p: Point2, a: Point2, b: Point2): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const square = dx * dx + dy * dy
  if (!(square > 0)) return 0
  const t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square
  return Math.min(1, Math.max(0, t))
}

export function closestPointOnSegment(p: Point2, a: Point2, b: Point2): Point2 {
  const t = segmentParameter(p, a, b)
  if (t === 0) return a
  if (t === 1) return b
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

export function distancePointToSegment(p: Point2, a: Point2, b: Point2): number {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const px = p[0] - a[0]
  const py = p[1] - a[1]
  const square = dx * dx + dy * dy
  const t = square > 0 ? (px * dx + py * dy) / square : 0
  if (t <= 0) return Math.hypot(px, py)
  if (t >= 1) return Math.hypot(p[0] - b[0], p[1] - b[1])
  // Across the line rather than to a computed foot point: no cancellation.
  return Math.abs(px * dy - py * dx) / Math.sqrt(square)
}

/**
 * The point that two segments share.
 *
 * @returns Undefined when they are apart, or parallel with more than a point in common.
 */
export function segmentIntersection(a: Point2, b: Point2, c: Point2, d: Point2): Point2 | undefined {
  if (!doSegmentsTouch(a, b, c, d)) return undefined
  const abc = orientation(a, b, c)
  const abd = orientation(a, b, d)
  if (abc === 0 && abd === 0) return sharedEnd(a, b, c, d)
  if (abc === 0) return c
  if (abd === 0) return d
  if (orientation(c, d, a) === 0) return a
  if (orientation(c, d, b) === 0) return b
  const t = abc / (abc - abd)
  return [c[0] + (d[0] - c[0]) * t, c[1] + (d[1] - c[1]) * t]
}

/** Collinear segments: the end that they share when that is all they share. */
function sharedEnd(a: Point2, b: Point2, c: Point2, d: Point2): Point2 | undefined {
  const same = (p: Point2, q: Point2) => p[0] === q[0] && p[1] === q[1]
  if (same(a, b)) return a
  if (same(c, d)) return c
  const joint = same(a, c) || same(a, d) ? a : same(b, c) || same(b, d) ? b : undefined
  if (!joint) return undefined
  const farOne = joint === a ? b : a
  const farOther = same(joint, c) ? d : c
  const dot = (farOne[0] - joint[0]) * (farOther[0] - joint[0]) + (farOne[1] - joint[1]) * (farOther[1] - joint[1])
  return dot < 0 ? joint : undefined
}

export function segmentDistance(a: Point2, b: Point2, c: Point2, d: Point2): number {
  if (doSegmentsTouch(a, b, c, d)) return 0
  return Math.min(
    distancePointToSegment(a, c, d),
    distancePointToSegment(b, c, d),
    distancePointToSegment(c, a, b),
    distancePointToSegment(d, a, b),
  )
}

/** Distance from the point to the outline, inside or outside; Infinity for an empty ring. */
export function distancePointToRing(point: Point2, ring: Ring): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const distance = distancePointToSegment(point, ring[j]!, ring[i]!)
    if (distance < best) best = distance
  }
  return best
}

/**
 * How far one can go from `origin` before meeting the outline.
 *
 * @param direction Any length but zero.
 * @returns Metres to the nearest edge ahead; Infinity when there is none.
 */
export function raycastRing(origin: Point2, direction: Point2, ring: Ring): number {
  const length = Math.hypot(direction[0], direction[1])
  if (!(length > 0)) return Number.POSITIVE_INFINITY
  const dx = direction[0] / length
  const dy = direction[1] / length
  let best = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const ax = ring[j]![0] - origin[0]
    const ay = ring[j]![1] - origin[1]
    const bx = ring[i]![0] - origin[0]
    const by = ring[i]![1] - origin[1]
    const sideA = dx * ay - dy * ax
    const sideB = dx * by - dy * bx
    if ((sideA > 0 && sideB > 0) || (sideA < 0 && sideB < 0)) continue
    const alongA = dx * ax + dy * ay
    const alongB = dx * bx + dy * by
    if (sideA === 0 && sideB === 0) {
      const near = Math.min(alongA, alongB)
      if (Math.max(alongA, alongB) >= 0) best = Math.min(best, Math.max(near, 0))
      continue
    }
    const along = alongA + ((alongB - alongA) * sideA) / (sideA - sideB)
    if (along >= 0 && along < best) best = along
  }
  return best
}

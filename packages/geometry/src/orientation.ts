import { orient2d } from 'robust-predicates'
import type { Point2 } from './point.ts'

/**
 * On which side of the directed line a → b the point c lies; the sign is exact.
 *
 * @returns Twice the signed area of the triangle: positive when c is to the left, 0 when the three are collinear.
 */
export function orientation(a: Point2, b: Point2, c: Point2): number {
  // The library counts positive clockwise in a y-up plane.
  return -orient2d(a[0], a[1], b[0], b[1], c[0], c[1])
}

/** Whether p lies on the closed segment a–b, exactly. */
export function isOnSegment(p: Point2, a: Point2, b: Point2): boolean {
  if (p[0] < Math.min(a[0], b[0]) || p[0] > Math.max(a[0], b[0])) return false
  if (p[1] < Math.min(a[1], b[1]) || p[1] > Math.max(a[1], b[1])) return false
  return orientation(a, b, p) === 0
}

/** Whether the closed segments a–b and c–d have a point in common, exactly. */
export function doSegmentsTouch(a: Point2, b: Point2, c: Point2, d: Point2): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false
  const abc = Math.sign(orientation(a, b, c))
  const abd = Math.sign(orientation(a, b, d))
  const cda = Math.sign(orientation(c, d, a))
  const cdb = Math.sign(orientation(c, d, b))
  if (abc * abd < 0 && cda * cdb < 0) return true
  return isOnSegment(c, a, b) || isOnSegment(d, a, b) || isOnSegment(a, c, d) || isOnSegment(b, c, d)
}

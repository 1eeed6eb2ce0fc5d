import type { Point2, Ring } from './point.ts'
import { isConvexPolygon, polygonArea, polygonBounds } from './polygon.ts'

/**
 * Area that two simple polygons share, any shape, either direction.
 *
 * Convex pairs are clipped directly. Otherwise each polygon is the signed sum of the triangles from one of its points
 * to its edges, and the shared area is the signed sum over pairs of triangles: exact without triangulating.
 *
 * @returns m², at least 0.
 */
export function polygonIntersectionArea(a: Ring, b: Ring): number {
  if (a.length < 3 || b.length < 3) return 0
  const boundsA = polygonBounds(a)
  const boundsB = polygonBounds(b)
  if (boundsA.maxX <= boundsB.minX || boundsB.maxX <= boundsA.minX) return 0
  if (boundsA.maxY <= boundsB.minY || boundsB.maxY <= boundsA.minY) return 0
  const sign = Math.sign(polygonArea(a)) * Math.sign(polygonArea(b))
  if (sign === 0) return 0
  let sum = 0
  const piecesB = signedPieces(b)
  for (const pieceA of signedPieces(a)) {
    for (const pieceB of piecesB) sum += pieceA.sign * pieceB.sign * clippedArea(pieceA.ring, pieceB.ring)
  }
  return Math.max(0, sum * sign)
}

/** Shared area over united area, 0 … 1. */
export function polygonIoU(a: Ring, b: Ring): number {
  const shared = polygonIntersectionArea(a, b)
  const united = Math.abs(polygonArea(a)) + Math.abs(polygonArea(b)) - shared
  return united > 0 ? Math.min(1, shared / united) : 0
}

type SignedPiece = { readonly ring: Ring; readonly sign: number }

/** Convex counter-clockwise pieces whose signed sum is the polygon. */
function signedPieces(ring: Ring): SignedPiece[] {
  if (isConvexPolygon(ring)) {
    const sign = Math.sign(polygonArea(ring))
    return [{ ring: sign < 0 ? [...ring].reverse() : ring, sign }]
  }
  const pieces: SignedPiece[] = []
  const apex = ring[0]!
  for (let i = 1; i + 1 < ring.length; i++) {
    const p = ring[i]!
    const q = ring[i + 1]!
    const area = polygonArea([apex, p, q])
    if (area > 0) pieces.push({ ring: [apex, p, q], sign: 1 })
    else if (area < 0) pieces.push({ ring: [apex, q, p], sign: -1 })
  }
  return pieces
}

/** Area of the part of `subject` within the convex counter-clockwise `clip` (Sutherland and Hodgman). */
function clippedArea(subject: Ring, clip: Ring): number {
  return polygonArea(clipConvex(subject, clip))
}

/** The part of a convex `subject` within the convex counter-clockwise `clip`; empty when there is none. */
export function clipConvex(subject: Ring, clip: Ring): Ring {
  let points: Point2[] = [...subject]
  for (let i = 0, j = clip.length - 1; i < clip.length && points.length > 0; j = i++) {
    points = clipHalfPlane(points, clip[j]!, clip[i]!)
  }
  return points
}

/** Keeps what lies to the left of a → b. */
function clipHalfPlane(points: readonly Point2[], a: Point2, b: Point2): Point2[] {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const kept: Point2[] = []
  let previous = points[points.length - 1]!
  let previousSide = dx * (previous[1] - a[1]) - dy * (previous[0] - a[0])
  for (const point of points) {
    const side = dx * (point[1] - a[1]) - dy * (point[0] - a[0])
    if (side >= 0 !== previousSide >= 0) {
      const t = previousSide / (previousSide - side)
      kept.push([previous[0] + (point[0] - previous[0]) * t, previous[1] + (point[1] - previous[1]) * t])
    }
    if (side >= 0) kept.push(point)
    previous = point
    previousSide = side
  }
  return kept
}

import { orientation, type Point2, type Ring } from '@enfilade/geometry'
import { COORDINATE_STEPS } from './limits.ts'

export function roundCoordinate(value: number): number {
  // "+ 0" makes a negative zero positive.
  return Math.round(value * COORDINATE_STEPS) / COORDINATE_STEPS + 0
}

export function roundPoint(point: Point2): Point2 {
  return [roundCoordinate(point[0]), roundCoordinate(point[1])]
}

/** The ring with rounded points, without repeated ones. */
export function roundRing(ring: Ring): Point2[] {
  const points = ring.map(roundPoint)
  return points.filter((point, i) => {
    const before = points[(i + points.length - 1) % points.length]!
    return point[0] !== before[0] || point[1] !== before[1]
  })
}

/** How far off the straight line between its neighbours a point may be to count as on it, metres. */
const STRAIGHT = 1e-7

/** The ring without the points that lie on the straight line between their neighbours and pass `canDrop`. */
export function straightenRing(ring: Ring, canDrop: (point: Point2) => boolean): Point2[] {
  let points = [...ring]
  for (let i = 0; i < points.length && points.length > 3; ) {
    const before = points[(i + points.length - 1) % points.length]!
    const point = points[i]!
    const after = points[(i + 1) % points.length]!
    const base = Math.hypot(after[0] - before[0], after[1] - before[1])
    const isBetween =
      (point[0] - before[0]) * (after[0] - point[0]) + (point[1] - before[1]) * (after[1] - point[1]) > 0
    if (isBetween && Math.abs(orientation(before, after, point)) <= STRAIGHT * base && canDrop(point)) {
      points = points.filter((_, index) => index !== i)
    } else {
      i++
    }
  }
  return points
}

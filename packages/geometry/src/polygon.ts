import { doSegmentsTouch, isOnSegment, orientation } from './orientation.ts'
import type { Bounds, Point2, Ring } from './point.ts'

/**
 * Signed area by the shoelace sum.
 *
 * @returns m², positive when counter-clockwise; 0 for fewer than three points.
 */
export function polygonArea(ring: Ring): number {
  const origin = ring[0]
  if (!origin) return 0
  let sum = 0
  // Relative to the first point, so that a small ring far from zero keeps its digits.
  for (let i = 1; i + 1 < ring.length; i++) {
    const p = ring[i]!
    const q = ring[i + 1]!
    sum += (p[0] - origin[0]) * (q[1] - origin[1]) - (q[0] - origin[0]) * (p[1] - origin[1])
  }
  return sum / 2
}

export function polygonPerimeter(ring: Ring): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    sum += Math.hypot(ring[i]![0] - ring[j]![0], ring[i]![1] - ring[j]![1])
  }
  return sum
}

/**
 * Centre of mass of the area; the mean of the points where the ring has no area.
 *
 * @throws RangeError when the ring is empty.
 */
export function polygonCentroid(ring: Ring): Point2 {
  const origin = ring[0]
  if (!origin) throw new RangeError('polygonCentroid: ring is empty')
  let double = 0
  let x = 0
  let y = 0
  for (let i = 1; i + 1 < ring.length; i++) {
    const px = ring[i]![0] - origin[0]
    const py = ring[i]![1] - origin[1]
    const qx = ring[i + 1]![0] - origin[0]
    const qy = ring[i + 1]![1] - origin[1]
    const cross = px * qy - qx * py
    double += cross
    x += (px + qx) * cross
    y += (py + qy) * cross
  }
  if (double !== 0) {
    const center: Point2 = [origin[0] + x / (3 * double), origin[1] + y / (3 * double)]
    if (Number.isFinite(center[0]) && Number.isFinite(center[1])) return center
  }
  let sumX = 0
  let sumY = 0
  for (const point of ring) {
    sumX += point[0]
    sumY += point[1]
  }
  return [sumX / ring.length, sumY / ring.length]
}

/**
 * @throws RangeError when the ring is empty.
 */
export function polygonBounds(ring: Ring): Bounds {
  if (ring.length === 0) throw new RangeError('polygonBounds: ring is empty')
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const [x, y] of ring) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

/** Whether the point lies inside or on the outline; exact also on edges and corners. Either direction of the ring. */
export function isPointInPolygon(point: Point2, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j]!
    const b = ring[i]!
    const isAbove = a[1] > point[1]
    if (isAbove !== b[1] > point[1]) {
      const side = orientation(a, b, point)
      if (side === 0) return true
      if (side > 0 === b[1] > a[1]) inside = !inside
    } else if (isOnSegment(point, a, b)) {
      return true
    }
  }
  return inside
}

/** Whether the point is in the polygon and not in the interior of a hole. */
export function isPointInRegion(point: Point2, outer: Ring, holes: readonly Ring[] = []): boolean {
  if (!isPointInPolygon(point, outer)) return false
  return !holes.some((hole) => isPointInPolygon(point, hole) && !isPointOnRing(point, hole))
}

export function isPointOnRing(point: Point2, ring: Ring): boolean {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    if (isOnSegment(point, ring[j]!, ring[i]!)) return true
  }
  return false
}

/** Whether no two edges of the ring touch but neighbours in their common point, and the ring has area. */
export function isSimplePolygon(ring: Ring): boolean {
  const count = ring.length
  if (count < 3 || polygonArea(ring) === 0) return false
  for (let i = 0; i < count; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % count]!
    if (a[0] === b[0] && a[1] === b[1]) return false
    // A spike: the next edge folds back onto this one.
    const c = ring[(i + 2) % count]!
    if (orientation(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0) return false
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue
      if (doSegmentsTouch(a, b, ring[j]!, ring[(j + 1) % count]!)) return false
    }
  }
  return true
}

/** Whether the ring turns one way only; collinear points are allowed. */
export function isConvexPolygon(ring: Ring): boolean {
  let sign = 0
  let turns = 0
  const count = ring.length
  for (let i = 0; i < count; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % count]!
    const c = ring[(i + 2) % count]!
    const turn = Math.sign(orientation(a, b, c))
    if (turn !== 0) {
      if (sign !== 0 && turn !== sign) return false
      sign = turn
    }
    // A ring that winds more than once turns one way too; its x direction then changes more than twice.
    if (Math.sign(b[0] - a[0]) !== 0 && Math.sign(b[0] - a[0]) * Math.sign(nextRun(ring, i)) < 0) turns++
  }
  return sign !== 0 && turns <= 2
}

/** The x run of the first edge after edge `index` that is not vertical. */
function nextRun(ring: Ring, index: number): number {
  for (let step = 1; step <= ring.length; step++) {
    const a = ring[(index + step) % ring.length]!
    const b = ring[(index + step + 1) % ring.length]!
    if (b[0] !== a[0]) return b[0] - a[0]
  }
  return 0
}

/** The ring counter-clockwise; the same array when it already is. */
export function counterClockwise(ring: Ring): Ring {
  return polygonArea(ring) < 0 ? [...ring].reverse() : ring
}

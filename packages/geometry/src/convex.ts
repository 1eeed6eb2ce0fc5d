import { orientation } from './orientation.ts'
import type { Point2, Ring } from './point.ts'
import { segmentDistance } from './segment.ts'

/**
 * Plan outline of a box.
 *
 * @param x Centre, as `y`.
 * @param width Along local x; `depth` along local y.
 * @returns Four points counter-clockwise: front left, front right, back right, back left as seen from above with local −y (the front) down.
 */
export function boxFootprint(x: number, y: number, yaw: number, width: number, depth: number): Ring {
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  const wx = (cos * width) / 2
  const wy = (sin * width) / 2
  const dx = (-sin * depth) / 2
  const dy = (cos * depth) / 2
  return [
    [x - wx - dx, y - wy - dy],
    [x + wx - dx, y + wy - dy],
    [x + wx + dx, y + wy + dy],
    [x - wx + dx, y - wy + dy],
  ]
}

/** Convex hull, counter-clockwise, without collinear points (monotone chain). */
export function convexHull(points: readonly Point2[]): Ring {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const unique = sorted.filter((p, i) => i === 0 || p[0] !== sorted[i - 1]![0] || p[1] !== sorted[i - 1]![1])
  if (unique.length < 3) return unique
  const lower = hullChain(unique)
  const upper = hullChain(unique.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function hullChain(sorted: readonly Point2[]): Point2[] {
  const chain: Point2[] = []
  for (const point of sorted) {
    while (chain.length >= 2 && orientation(chain[chain.length - 2]!, chain[chain.length - 1]!, point) <= 0) chain.pop()
    chain.push(point)
  }
  return chain
}

/**
 * How deep two convex polygons lie in each other, by separating axes.
 *
 * @returns Metres that the shortest separating push needs, above 0 when their interiors overlap; else minus a lower
 *   bound of the gap (exact where the gap is across an edge).
 */
export function convexPenetration(a: Ring, b: Ring): number {
  return Math.min(leastOverlap(a, a, b), leastOverlap(b, a, b))
}

/** The least overlap of a's and b's shadows over the edge normals of `axes`. */
function leastOverlap(axes: Ring, a: Ring, b: Ring): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = axes.length - 1; i < axes.length; j = i++) {
    const ex = axes[i]![0] - axes[j]![0]
    const ey = axes[i]![1] - axes[j]![1]
    const length = Math.hypot(ex, ey)
    if (!(length > 0)) continue
    const nx = ey / length
    const ny = -ex / length
    let minA = Number.POSITIVE_INFINITY
    let maxA = Number.NEGATIVE_INFINITY
    let minB = Number.POSITIVE_INFINITY
    let maxB = Number.NEGATIVE_INFINITY
    for (const p of a) {
      const d = p[0] * nx + p[1] * ny
      if (d < minA) minA = d
      if (d > maxA) maxA = d
    }
    for (const p of b) {
      const d = p[0] * nx + p[1] * ny
      if (d < minB) minB = d
      if (d > maxB) maxB = d
    }
    const overlap = Math.min(maxA - minB, maxB - minA)
    if (overlap < least) least = overlap
  }
  return least
}

/** Gap between two convex polygons; 0 when they touch or overlap. */
export function convexDistance(a: Ring, b: Ring): number {
  if (a.length === 0 || b.length === 0) return Number.POSITIVE_INFINITY
  if (a.length > 2 && b.length > 2 && convexPenetration(a, b) >= 0) return 0
  let best = Number.POSITIVE_INFINITY
  for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
    for (let k = 0, l = b.length - 1; k < b.length; l = k++) {
      const distance = segmentDistance(a[j]!, a[i]!, b[l]!, b[k]!)
      if (distance < best) best = distance
    }
  }
  return best
}

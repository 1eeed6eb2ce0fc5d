import { signedClearance } from './interior-point.ts'
import { loopsToPolygons } from './loops-to-polygons.ts'
import { doSegmentsTouch } from './orientation.ts'
import type { Point2, Ring } from './point.ts'
import { counterClockwise, isConvexPolygon, isPointInPolygon } from './polygon.ts'
import { distancePointToSegment } from './segment.ts'
import { triangulate } from './triangulate.ts'

/** A tenth of a millimetre: fifty times finer than the 5 mm that count as sticking out. */
const PRECISION = 1e-4

/** The search ends after this many triangles whatever the shape. */
const MAX_TRIANGLES = 20_000

/**
 * How far a ring sticks out of a polygon with holes: the greatest distance from any of its points to the polygon.
 *
 * @returns Metres, 0 when the ring lies inside; exact at the ring's corners, else to a tenth of a millimetre.
 */
export function protrusion(ring: Ring, outer: Ring, holes: readonly Ring[] = []): number {
  if (ring.length === 0) return 0
  if (outer.length < 3) return Number.POSITIVE_INFINITY
  let worst = 0
  for (const point of ring) worst = Math.max(worst, -signedClearance(point, outer, holes))
  // The distance to a convex set is a convex function: largest in a corner of the ring.
  if (holes.length === 0 && isConvexPolygon(outer)) return worst
  if (ring.length < 3 || (worst === 0 && !isCut(ring, outer, holes))) return worst
  return searchOutside(ring, outer, holes, worst)
}

/** Whether an edge of the region crosses the ring or lies within it. */
function isCut(ring: Ring, outer: Ring, holes: readonly Ring[]): boolean {
  for (const edge of [outer, ...holes]) {
    if (edge.length > 0 && isPointInPolygon(edge[0]!, ring)) return true
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      for (let k = 0, l = edge.length - 1; k < edge.length; l = k++) {
        if (doSegmentsTouch(ring[j]!, ring[i]!, edge[l]!, edge[k]!)) return true
      }
    }
  }
  return false
}

type Triangle = readonly [Point2, Point2, Point2]

/**
 * Branch and bound over the pieces of the ring outside the region. The distance to one edge is a convex function, so
 * over a triangle it is at most its largest corner value; the least of those over the edges bounds the distance.
 */
function searchOutside(ring: Ring, outer: Ring, holes: readonly Ring[], known: number): number {
  const pieces = loopsToPolygons([
    counterClockwise(ring),
    [...counterClockwise(outer)].reverse(),
    ...holes.map(counterClockwise),
  ])
  const edges = [outer, ...holes].flatMap((loop) =>
    loop.map((to, i): [Point2, Point2] => [loop[(i + loop.length - 1) % loop.length]!, to]),
  )
  const distances = (point: Point2) => edges.map(([a, b]) => distancePointToSegment(point, a, b))
  let best = known
  const stack: { triangle: Triangle; corners: readonly (readonly number[])[] }[] = []
  const visit = (triangle: Triangle, corners: readonly (readonly number[])[]) => {
    let bound = Number.POSITIVE_INFINITY
    for (let i = 0; i < edges.length; i++) {
      bound = Math.min(bound, Math.max(corners[0]![i]!, corners[1]![i]!, corners[2]![i]!))
    }
    if (bound > best + PRECISION) stack.push({ triangle, corners })
  }
  for (const { outer: piece, holes: gaps } of pieces) {
    const points = [piece, ...gaps].flat()
    const measured = points.map(distances)
    for (const values of measured) best = Math.max(best, Math.min(...values))
    const indices = triangulate(piece, gaps)
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!]
      visit([points[a]!, points[b]!, points[c]!], [measured[a]!, measured[b]!, measured[c]!])
    }
  }
  for (let visited = 0; stack.length > 0 && visited < MAX_TRIANGLES; visited++) {
    const { triangle, corners } = stack.pop()!
    const longest = longestSide(triangle)
    const next = (longest + 1) % 3
    const apex = (longest + 2) % 3
    const [p, q] = [triangle[longest]!, triangle[next]!]
    const middle: Point2 = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
    const values = distances(middle)
    best = Math.max(best, Math.min(...values))
    visit([p, middle, triangle[apex]!], [corners[longest]!, values, corners[apex]!])
    visit([middle, q, triangle[apex]!], [values, corners[next]!, corners[apex]!])
  }
  return best
}

function longestSide(triangle: Triangle): number {
  let best = 0
  let bestLength = -1
  for (let i = 0; i < 3; i++) {
    const p = triangle[i]!
    const q = triangle[(i + 1) % 3]!
    const length = Math.hypot(q[0] - p[0], q[1] - p[1])
    if (length > bestLength) {
      best = i
      bestLength = length
    }
  }
  return best
}

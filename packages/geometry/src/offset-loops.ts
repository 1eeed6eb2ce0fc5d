import { loopsToPolygons, type PolygonWithHoles } from './loops-to-polygons.ts'
import { doSegmentsTouch, orientation } from './orientation.ts'
import type { Point2, Ring } from './point.ts'
import { isPointInPolygon, isSimplePolygon, polygonArea } from './polygon.ts'

/** One edge of a loop whose left side is moved inwards by `distance`. */
export type OffsetEdge = {
  readonly from: Point2
  readonly to: Point2
  /** To the left, metres, at least 0. */
  readonly distance: number
}

/** What an outer corner becomes beyond the mitre limit: cut straight across, or kept a full distance from its point. */
export type OuterJoin = 'bevel' | 'square'

/** A corner's mitre may be this many times as far as the edges' distance; the limit of SVG strokes (29°). */
export const MITRE_LIMIT = 4

/** Directions that differ by less (radians) are one line: over 100 m it is a tenth of a micrometre. */
const PARALLEL = 1e-9

/** Points closer than this are one point of the outline, metres. */
const SAME_POINT = 1e-9

/** Points this close are welded when an offset outline has to be untangled, metres. */
const WELD = 1e-8

/** The offset side of an edge as seen from a node of it: unit direction, and how far to the left the side lies. */
type Side = { readonly dx: number; readonly dy: number; readonly away: number }

function sideOf({ from, to, distance }: OffsetEdge): Side | undefined {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (!(length > 0)) return undefined
  return { dx: (to[0] - from[0]) / length, dy: (to[1] - from[1]) / length, away: distance }
}

/** The point of the side nearest to the node. */
function footOn(side: Side, node: Point2): Point2 {
  return [node[0] - side.dy * side.away, node[1] + side.dx * side.away]
}

/**
 * Where the left sides of two edges that meet in a node join: one point, or two where they are parallel or the mitre
 * would be longer than the limit.
 *
 * @param incoming Ends in the node.
 * @param outgoing Starts in the node.
 * @returns The points in order, and `turn`: positive for a left turn, where the sides cross inside.
 */
export function joinSides(
  incoming: OffsetEdge,
  outgoing: OffsetEdge,
  outer: OuterJoin = 'bevel',
): { readonly points: readonly Point2[]; readonly turn: number } {
  const node = outgoing.from
  const one = sideOf(incoming)
  const two = sideOf(outgoing)
  if (!one || !two) return { points: [node], turn: 0 }
  const cross = one.dx * two.dy - one.dy * two.dx
  const dot = one.dx * two.dx + one.dy * two.dy
  const q1 = footOn(one, node)
  const q2 = footOn(two, node)
  if (Math.abs(cross) < PARALLEL) {
    if (dot > 0 && Math.hypot(q2[0] - q1[0], q2[1] - q1[1]) < SAME_POINT) return { points: [q1], turn: 0 }
    return { points: [q1, q2], turn: dot > 0 ? 0 : -1 }
  }
  const mx = (one.away * two.dx - two.away * one.dx) / cross
  const my = (one.away * two.dy - two.away * one.dy) / cross
  const meeting: Point2 = [node[0] + mx, node[1] + my]
  const reach = Math.hypot(mx, my)
  const distance = Math.max(incoming.distance, outgoing.distance)
  // Nearly in line with different distances: a step in the node, not a sliver that runs along the edges.
  if (dot > 0 && reach > MITRE_LIMIT * distance + SAME_POINT) return { points: [q1, q2], turn: 0 }
  if (cross > 0 || reach <= MITRE_LIMIT * distance + SAME_POINT) return { points: [meeting], turn: cross }
  if (outer === 'bevel') return { points: [q1, q2], turn: cross }
  return { points: squareCorner(node, meeting, reach, distance, one, two), turn: cross }
}

/** Cuts the mitre off across the line from node to meeting, `distance` away from the node. */
function squareCorner(node: Point2, meeting: Point2, reach: number, distance: number, one: Side, two: Side): Point2[] {
  const ux = (meeting[0] - node[0]) / reach
  const uy = (meeting[1] - node[1]) / reach
  const cut = (line: Side): Point2 => {
    // meeting + line · t lies on the plane (· − node) · u = distance.
    const t = (distance - reach) / (line.dx * ux + line.dy * uy)
    return [meeting[0] + line.dx * t, meeting[1] + line.dy * t]
  }
  return [cut(one), cut(two)]
}

/**
 * Moves the sides of loops to their left and returns what is left of the region: the region without the strips beside
 * its edges and the wedges at its outer corners. Loops may touch themselves (a spur is walked on both sides).
 *
 * @param loops The outer loop first, counter-clockwise; then holes, clockwise. Edge i ends where edge i + 1 starts.
 * @returns Sorted by area, largest first; corners keep their exact meeting points unless loops run over each other.
 */
export function offsetLoops(loops: readonly (readonly OffsetEdge[])[], outer: OuterJoin = 'bevel'): PolygonWithHoles[] {
  const exact = loops.map((loop) => offsetExactly(loop, outer))
  if (exact.every((ring) => ring !== undefined)) {
    const nested = nestRings(exact)
    if (nested && exact.every((ring) => staysWithin(ring, loops))) return nested
  }
  return loopsToPolygons(
    loops.map((loop) => offsetRaw(loop, outer)),
    WELD,
  )
}

/** The offset of one loop if no edge of it turns round and it stays simple. */
function offsetExactly(loop: readonly OffsetEdge[], outer: OuterJoin): Ring | undefined {
  const count = loop.length
  const joins = loop.map((edge, i) => joinSides(loop[(i + count - 1) % count]!, edge, outer).points)
  for (let i = 0; i < count; i++) {
    const start = joins[i]!.at(-1)!
    const end = joins[(i + 1) % count]![0]!
    const edge = loop[i]!
    const dx = edge.to[0] - edge.from[0]
    const dy = edge.to[1] - edge.from[1]
    if ((end[0] - start[0]) * dx + (end[1] - start[1]) * dy <= 0) return undefined
  }
  const ring = joins.flat()
  return isSimplePolygon(ring) ? ring : undefined
}

/** One outer ring with apart holes inside it; undefined for anything else. */
function nestRings(rings: readonly Ring[]): PolygonWithHoles[] | undefined {
  const outers = rings.filter((ring) => polygonArea(ring) > 0)
  const holes = rings.filter((ring) => polygonArea(ring) < 0)
  const outer = outers[0]
  if (!outer || outers.length > 1) return undefined
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i]!
    if (!isPointInPolygon(hole[0]!, outer) || doRingsTouch(hole, outer)) return undefined
    for (let j = 0; j < i; j++) {
      const other = holes[j]!
      if (doRingsTouch(hole, other)) return undefined
      if (isPointInPolygon(hole[0]!, other) || isPointInPolygon(other[0]!, hole)) return undefined
    }
  }
  return [{ outer, holes }]
}

/** Whether a moved outline crosses none of the loops: with unequal distances a mitre may jump over a thin region. */
function staysWithin(ring: Ring, loops: readonly (readonly OffsetEdge[])[]): boolean {
  for (const loop of loops) {
    for (const { from, to } of loop) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [p, q] = [ring[j]!, ring[i]!]
        if (Math.max(p[0], q[0]) < Math.min(from[0], to[0]) || Math.max(from[0], to[0]) < Math.min(p[0], q[0])) continue
        if (Math.max(p[1], q[1]) < Math.min(from[1], to[1]) || Math.max(from[1], to[1]) < Math.min(p[1], q[1])) continue
        const isSplit = orientation(from, to, p) * orientation(from, to, q) < 0
        if (isSplit && orientation(p, q, from) * orientation(p, q, to) < 0) return false
      }
    }
  }
  const [outer] = loops
  return (
    outer === undefined ||
    isPointInPolygon(
      ring[0]!,
      outer.map((edge) => edge.from),
    )
  )
}

function doRingsTouch(a: Ring, b: Ring): boolean {
  for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
    for (let k = 0, l = b.length - 1; k < b.length; l = k++) {
      if (doSegmentsTouch(a[j]!, a[i]!, b[l]!, b[k]!)) return true
    }
  }
  return false
}

/**
 * The loop as the edge of "region minus strips and wedges": every strip beside an edge and every wedge at an outer
 * corner is wound clockwise once and so subtracts itself. At inner corners the path goes back to the node for that.
 */
function offsetRaw(loop: readonly OffsetEdge[], outer: OuterJoin): Ring {
  const count = loop.length
  const ring: Point2[] = []
  for (let i = 0; i < count; i++) {
    const incoming = loop[(i + count - 1) % count]!
    const outgoing = loop[i]!
    const node = outgoing.from
    const one = sideOf(incoming)
    const two = sideOf(outgoing)
    if (!one || !two) {
      ring.push(node)
      continue
    }
    const q1 = footOn(one, node)
    const q2 = footOn(two, node)
    if (one.dx * two.dy - one.dy * two.dx > 0) {
      ring.push(q1, node, q2)
      continue
    }
    const { points } = joinSides(incoming, outgoing, outer)
    const first = points[0]!
    const last = points.at(-1)!
    // With unequal distances the mitre may lie behind the feet; then the wedge is just the triangle to them.
    const isAhead = (first[0] - q1[0]) * one.dx + (first[1] - q1[1]) * one.dy >= 0
    const isBefore = (q2[0] - last[0]) * two.dx + (q2[1] - last[1]) * two.dy >= 0
    ring.push(q1, ...(isAhead && isBefore ? points : []), q2)
  }
  return ring
}

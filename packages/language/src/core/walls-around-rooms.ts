import { polygonArea, type Ring } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'

/** Thickness of walls that the input does not say, metres. */
export const WALL_THICKNESS = 0.12
/** Rooms further apart than this have a wall each rather than one between them, metres. */
const MAX_SHARED = 0.4
/** A gap below this is no wall: the rooms touch, and share one of the usual thickness, metres. */
const MIN_SHARED = 0.04
/** Edges that face each other over less than this have no wall in common, metres. */
const MIN_OVERLAP = 0.1
/** Sine of the angle up to which two edges are parallel. */
const PARALLEL = 0.01
/** Points and lines nearer than this are one, metres. */
const SAME = 0.001
/** A column is solid: what its walls leave free inside must be less than a room, m². */
const COLUMN_CORE = 0.05
/** Walls of columns are at most this thick; a larger hole is a courtyard. */
const MAX_COLUMN_WALL = 1.9

/** The axis and thickness of a wall. */
export type AroundWall = {
  readonly start: Point2
  readonly end: Point2
  readonly thickness: number
  /** The edge it stands along: room, ring (0 the outer one) and edge by their places. Absent: a short piece between two. */
  readonly source?: { readonly room: number; readonly ring: number; readonly edge: number }
}

type Edge = {
  readonly index: number
  readonly room: number
  readonly ring: number
  readonly from: Point2
  readonly to: Point2
  readonly isHole: boolean
}
type Side = { readonly offset: number; readonly thickness: number }

/**
 * Walls for rooms that come without: outside their outlines, 0.12 m thick; where two rooms lie a wall's breadth apart,
 * one wall fills the gap; where they touch, one stands on the common edge.
 *
 * @param thickness Of walls that fill no gap, metres.
 * @param rooms Outer ring counter-clockwise, holes clockwise, so that the room is on the left of every edge.
 */
export function wallsAroundRooms(
  rooms: readonly { readonly polygon: Ring; readonly holes: readonly Ring[] }[],
  thickness = WALL_THICKNESS,
): AroundWall[] {
  const edges: Edge[] = []
  rooms.forEach(({ polygon, holes }, room) => {
    ;[polygon, ...holes].forEach((ring, index) => {
      ring.forEach((from, i) => {
        const to = ring[(i + 1) % ring.length]!
        if (distance(from, to) > SAME) edges.push({ index: i, room, ring: index, from, to, isHole: index > 0 })
      })
    })
  })
  const sides = edges.map((edge) => facingSide(edge, edges, thickness))
  const walls: AroundWall[] = []
  for (let first = 0; first < edges.length; ) {
    let end = first
    while (end < edges.length && edges[end]!.room === edges[first]!.room && edges[end]!.ring === edges[first]!.ring)
      end++
    const ring = edges.slice(first, end)
    walls.push(...wallsOfRing(ring, sides.slice(first, end), thickness))
    first = end
  }
  return dropCovered(walls)
}

/** How far out the axis of an edge's wall is, when another room's edge faces it. */
function facingSide(edge: Edge, edges: readonly Edge[], usual: number): Side | undefined {
  const [dx, dy] = unit(edge.from, edge.to)
  const length = distance(edge.from, edge.to)
  let best: Side | undefined
  let bestOverlap = MIN_OVERLAP
  for (const other of edges) {
    if (other === edge || (other.room === edge.room && other.ring === edge.ring)) continue
    const [ox, oy] = unit(other.from, other.to)
    if (Math.abs(dx * oy - dy * ox) > PARALLEL || dx * ox + dy * oy > 0) continue
    // Distances to the right of the edge, where its wall is.
    const gap = -(dx * (other.from[1] - edge.from[1]) - dy * (other.from[0] - edge.from[0]))
    if (gap < -SAME || gap > MAX_SHARED) continue
    const along = (point: Point2) => (point[0] - edge.from[0]) * dx + (point[1] - edge.from[1]) * dy
    const overlap = Math.min(length, along(other.from)) - Math.max(0, along(other.to))
    if (overlap <= bestOverlap) continue
    bestOverlap = overlap
    best = { offset: Math.max(0, gap) / 2, thickness: gap < MIN_SHARED ? usual : gap }
  }
  return best
}

function wallsOfRing(ring: readonly Edge[], facing: readonly (Side | undefined)[], usual: number): AroundWall[] {
  if (ring.length < 3) return []
  const outside = { offset: usual / 2, thickness: usual }
  const plain = ring[0]!.isHole && facing.every((side) => !side) ? columnSide(ring, usual) : outside
  const sides = facing.map((side) => side ?? plain)
  const walls: AroundWall[] = []
  const joints = ring.map((edge, i) => joint(ring.at(i - 1)!, sides.at(i - 1)!, edge, sides[i]!))
  ring.forEach(({ room, ring: at, index }, i) => {
    const next = joints[(i + 1) % ring.length]!
    walls.push({
      start: joints[i]!.at(-1)!,
      end: next[0]!,
      thickness: sides[i]!.thickness,
      source: { room, ring: at, edge: index },
    })
    // Between two parallel walls of different offset a short piece closes the chain.
    if (next.length > 1) walls.push({ start: next[0]!, end: next[1]!, thickness: usual })
  })
  return walls.filter((wall) => distance(wall.start, wall.end) > SAME).map(roundWall)
}

/** To the nanometre: sums of decimals come out as decimals. */
function roundWall({ start, end, thickness, source }: AroundWall): AroundWall {
  const round = (value: number) => Math.round(value * 1e9) / 1e9 + 0
  const at = ([x, y]: Point2): Point2 => [round(x), round(y)]
  return { start: at(start), end: at(end), thickness: round(thickness), ...(source ? { source } : {}) }
}

/** Where the axes of two successive edges meet; two points where they run side by side. */
function joint(before: Edge, sideBefore: Side, after: Edge, sideAfter: Side): readonly Point2[] {
  const [ax, ay] = unit(before.from, before.to)
  const [bx, by] = unit(after.from, after.to)
  const p = after.from
  const first: Point2 = [p[0] + ay * sideBefore.offset, p[1] - ax * sideBefore.offset]
  const second: Point2 = [p[0] + by * sideAfter.offset, p[1] - bx * sideAfter.offset]
  const cross = ax * by - ay * bx
  if (Math.abs(cross) < PARALLEL) return distance(first, second) < SAME ? [second] : [first, second]
  const t = ((second[0] - first[0]) * by - (second[1] - first[1]) * bx) / cross
  return [[first[0] + ax * t, first[1] + ay * t]]
}

/** Walls thick enough that a column has no room inside. */
function columnSide(ring: readonly Edge[], usual: number): Side {
  const area = Math.abs(polygonArea(ring.map((edge) => edge.from)))
  const perimeter = ring.reduce((sum, edge) => sum + distance(edge.from, edge.to), 0)
  const fill = (2 * area) / perimeter
  // A square of side s and walls of thickness t leaves (s − 2t)²; `fill` is half its side.
  const thickness = Math.max(Math.min(usual, fill), fill - Math.sqrt(COLUMN_CORE) / 2)
  return thickness > MAX_COLUMN_WALL ? { offset: usual / 2, thickness: usual } : { offset: thickness / 2, thickness }
}

/** Of walls that stand in each other only the longest stays. */
function dropCovered(walls: readonly AroundWall[]): AroundWall[] {
  const order = walls.map((_, index) => index).sort((i, j) => lengthOf(walls[j]!) - lengthOf(walls[i]!) || i - j)
  const kept: number[] = []
  for (const index of order) if (!kept.some((other) => covers(walls[other]!, walls[index]!))) kept.push(index)
  return kept.sort((i, j) => i - j).map((index) => walls[index]!)
}

function covers(long: AroundWall, short: AroundWall): boolean {
  const [dx, dy] = unit(long.start, long.end)
  const length = lengthOf(long)
  return [short.start, short.end].every((point) => {
    const x = point[0] - long.start[0]
    const y = point[1] - long.start[1]
    const along = x * dx + y * dy
    return Math.abs(x * dy - y * dx) < SAME && along > -SAME && along < length + SAME
  })
}

function lengthOf(wall: AroundWall): number {
  return distance(wall.start, wall.end)
}

function distance(a: Point2, b: Point2): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

function unit(from: Point2, to: Point2): Point2 {
  const length = distance(from, to)
  return length > 0 ? [(to[0] - from[0]) / length, (to[1] - from[1]) / length] : [1, 0]
}

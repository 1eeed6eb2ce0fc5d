import { arcThrough, type Point2 } from '@enfilade/geometry'
import type { Outline } from './outline.ts'
import type { ShellWall } from './shell.ts'

/** Edges that meet at less than this carry walls of one thickness, or their faces would step. Radians. */
const BEND = 0.5
/** Wall round a room whose outline allows no change of thickness. */
const EVEN_WALL = 0.2

/** A side of the inner outline with the frame that openings are placed in. */
export type RingEdge = {
  readonly index: number
  readonly a: Point2
  readonly b: Point2
  /** Positive outwards. */
  readonly bulge: number
  readonly length: number
  /** Unit vector a → b and the one out of the room, at the middle. */
  readonly along: Point2
  readonly outward: Point2
}

export const ringEdges = ({ points, bulges }: Outline): RingEdge[] =>
  points.map((a, index) => {
    const b = points[(index + 1) % points.length]!
    const chord = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const along: Point2 = [(b[0] - a[0]) / chord, (b[1] - a[1]) / chord]
    const bulge = bulges[index] ?? 0
    const arc = arcThrough(a, b, -bulge)
    const length = arc ? arc.radius * Math.abs(arc.sweep) : chord
    return { index, a, b, bulge, length, along, outward: [along[1], -along[0]] }
  })

/** A point of an edge, `s` metres from its start along it and `out` metres outside the room. */
export const edgeAt = (edge: RingEdge, s: number, out: number): Point2 => {
  const arc = arcThrough(edge.a, edge.b, -edge.bulge)
  if (!arc)
    return [
      edge.a[0] + edge.along[0] * s + edge.outward[0] * out,
      edge.a[1] + edge.along[1] * s + edge.outward[1] * out,
    ]
  const angle = arc.startAngle + (Math.sign(arc.sweep) * s) / arc.radius
  // A wall that bows outwards has its centre on the room's side.
  const radius = arc.radius + (edge.bulge > 0 ? out : -out)
  return [arc.center[0] + radius * Math.cos(angle), arc.center[1] + radius * Math.sin(angle)]
}

/** Whether each wall of the ring may have its own thickness: all joints are clear bends and nothing is round. */
export const allowsOwnThickness = (edges: readonly RingEdge[]): boolean =>
  edges.every((edge, index) => {
    const next = edges[(index + 1) % edges.length]!
    const cross = edge.along[0] * next.along[1] - edge.along[1] * next.along[0]
    return edge.bulge === 0 && Math.abs(cross) > Math.sin(BEND)
  })

/**
 * Walls outside an inner outline, one per edge: the room between them comes out as the outline.
 *
 * @param thickness Per edge, metres; one for all where the outline allows no change.
 */
export const wallsAround = (
  edges: readonly RingEdge[],
  thickness: (edge: RingEdge) => number,
): { readonly walls: readonly ShellWall[]; readonly thicknesses: readonly number[] } => {
  const isOwn = allowsOwnThickness(edges)
  const thicknesses = edges.map((edge) => (isOwn ? thickness(edge) : EVEN_WALL))
  const corners = edges.map((edge, index) => {
    const before = (index + edges.length - 1) % edges.length
    return outerCorner(edges[before]!, edge, thicknesses[before]! / 2, thicknesses[index]! / 2)
  })
  const walls = edges.map((edge, index): ShellWall => {
    const [a, b] = [corners[index]!, corners[(index + 1) % edges.length]!]
    const bulge = edge.bulge === 0 ? 0 : offsetBulge(edge, thicknesses[index]! / 2, a, b)
    return {
      a,
      b,
      thickness: thicknesses[index]!,
      structure: thicknesses[index]! >= EVEN_WALL ? 'load-bearing' : 'partition',
      ...(bulge ? { bulge } : {}),
    }
  })
  return { walls, thicknesses }
}

type Circle = { readonly center: Point2; readonly radius: number }

const offsetCircle = (edge: RingEdge, out: number): Circle | undefined => {
  const arc = arcThrough(edge.a, edge.b, -edge.bulge)
  return arc && { center: arc.center, radius: Math.max(0.01, arc.radius + (edge.bulge > 0 ? out : -out)) }
}

const outerCorner = (before: RingEdge, after: RingEdge, outBefore: number, outAfter: number): Point2 => {
  const corner = after.a
  const [first, second] = [offsetCircle(before, outBefore), offsetCircle(after, outAfter)]
  if (!first && !second) return mitre(corner, before.outward, after.outward, outBefore, outAfter)
  if (first && second) {
    const [x, y] = [corner[0] - second.center[0], corner[1] - second.center[1]]
    const length = Math.hypot(x, y) || 1
    return [second.center[0] + (x / length) * second.radius, second.center[1] + (y / length) * second.radius]
  }
  const line = first ? after : before
  const out = first ? outAfter : outBefore
  return lineMeetsCircle(line, out, (first ?? second)!, corner)
}

const mitre = (corner: Point2, n1: Point2, n2: Point2, d1: number, d2: number): Point2 => {
  const cross = n1[0] * n2[1] - n1[1] * n2[0]
  if (Math.abs(cross) < 1e-6) return [corner[0] + n2[0] * d2, corner[1] + n2[1] * d2]
  return [corner[0] + (d1 * n2[1] - d2 * n1[1]) / cross, corner[1] + (d2 * n1[0] - d1 * n2[0]) / cross]
}

const lineMeetsCircle = (line: RingEdge, out: number, { center, radius }: Circle, near: Point2): Point2 => {
  const [px, py] = [line.a[0] + line.outward[0] * out, line.a[1] + line.outward[1] * out]
  const [ux, uy] = line.along
  const middle = (center[0] - px) * ux + (center[1] - py) * uy
  const off = Math.hypot(center[0] - px - ux * middle, center[1] - py - uy * middle)
  const half = Math.sqrt(Math.max(0, radius * radius - off * off))
  const ends = [middle - half, middle + half].map((t): Point2 => [px + ux * t, py + uy * t])
  const distance = ([x, y]: Point2) => Math.hypot(x - near[0], y - near[1])
  return distance(ends[0]!) <= distance(ends[1]!) ? ends[0]! : ends[1]!
}

/** The bulge, as records have it, of the concentric arc between two points of the offset circle. */
const offsetBulge = (edge: RingEdge, out: number, a: Point2, b: Point2): number => {
  const { radius } = offsetCircle(edge, out)!
  const half = Math.hypot(b[0] - a[0], b[1] - a[1]) / 2
  const angle = 2 * Math.asin(Math.min(1, half / radius))
  const isMoreThanHalf = Math.abs(edge.bulge) > 1
  const sweep = isMoreThanHalf ? 2 * Math.PI - angle : angle
  return -Math.sign(edge.bulge) * Math.tan(sweep / 4)
}

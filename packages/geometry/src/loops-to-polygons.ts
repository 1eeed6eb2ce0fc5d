import { type Arrangement, arrangeSegments, traceFaces } from './arrangement.ts'
import { orientation } from './orientation.ts'
import type { Point2, Ring } from './point.ts'
import { isPointInPolygon, isPointOnRing, polygonArea } from './polygon.ts'

/** A polygon with holes: outer counter-clockwise, holes clockwise. */
export type PolygonWithHoles = { readonly outer: Ring; readonly holes: readonly Ring[] }

/** Smaller rings than this are rounding, m². */
const LEAST_AREA = 1e-9

/**
 * The region where closed curves wind at least once counter-clockwise, as polygons. It is the way out of any
 * self-intersection: union of overlapping outlines, subtraction (a clockwise loop), or an offset that has run over itself.
 *
 * @param tolerance Points this close count as one, metres.
 * @returns Sorted by area, largest first.
 */
export function loopsToPolygons(loops: readonly Ring[], tolerance = 1e-9): PolygonWithHoles[] {
  const segments: [Point2, Point2][] = []
  for (const loop of loops) {
    for (let i = 0, j = loop.length - 1; i < loop.length; j = i++) segments.push([loop[j]!, loop[i]!])
  }
  const arrangement = arrangeSegments(segments, tolerance)
  const boundary = keepBoundary(arrangement)
  const points = boundary.nodes
  const outers: { outer: Ring; holes: Ring[] }[] = []
  const holes: Ring[] = []
  for (const { steps } of traceFaces(boundary)) {
    const first = steps[0]!
    if (boundary.edges[first.edge]!.from !== first.from) continue
    // A walk that passes a node twice is several rings that meet in a point.
    for (const ring of splitAtRepeats(steps.map((step) => step.from))) {
      const shape = ring.map((node) => points[node]!)
      const area = polygonArea(shape)
      if (area > LEAST_AREA) outers.push({ outer: shape, holes: [] })
      else if (area < -LEAST_AREA) holes.push(shape)
    }
  }
  outers.sort((a, b) => polygonArea(b.outer) - polygonArea(a.outer))
  for (const hole of holes) {
    const owner = outers.filter(({ outer }) => isRingInside(hole, outer)).pop()
    if (owner) owner.holes.push(hole)
  }
  return outers
}

/** The edges with winding above 0 on one side only, directed so that it is the left. */
function keepBoundary(arrangement: Arrangement): Pick<Arrangement, 'nodes' | 'edges'> {
  const edges = []
  for (let index = 0; index < arrangement.edges.length; index++) {
    const edge = arrangement.edges[index]!
    const right = windingBeside(arrangement, index)
    const left = right + edge.forward.length - edge.backward.length
    if (left > 0 && right <= 0) edges.push(edge)
    else if (left <= 0 && right > 0) edges.push({ ...edge, from: edge.to, to: edge.from })
  }
  return { nodes: arrangement.nodes, edges }
}

/**
 * Winding number just to the right of an edge. A ray from the edge's middle, along the axis that crosses it best,
 * counts the other edges: none of them passes through the middle, so there is no distance to choose.
 */
function windingBeside({ nodes, edges }: Arrangement, index: number): number {
  const edge = edges[index]!
  const a = nodes[edge.from]!
  const b = nodes[edge.to]!
  const middle: Point2 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const axis = Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? 1 : 0
  const across = 1 - axis
  let sum = 0
  for (let i = 0; i < edges.length; i++) {
    if (i === index) continue
    const other = edges[i]!
    const p = nodes[other.from]!
    const q = nodes[other.to]!
    const isAbove = p[across]! > middle[across]!
    if (isAbove === q[across]! > middle[across]!) continue
    // The ray goes towards +axis: the crossing is ahead when the middle is on the near side of p → q.
    const side = orientation(p, q, middle) * (axis === 0 ? 1 : -1)
    const upward = isAbove ? -1 : 1
    if (side * upward <= 0) continue
    sum += upward * (axis === 0 ? 1 : -1) * (other.forward.length - other.backward.length)
  }
  // The ray starts on the side of +axis; that is the right of a → b when …
  const isRayRight = axis === 0 ? b[1] > a[1] : b[0] < a[0]
  return isRayRight ? sum : sum - (edge.forward.length - edge.backward.length)
}

function splitAtRepeats(nodes: readonly number[]): number[][] {
  const rings: number[][] = []
  const path: number[] = []
  const place = new Map<number, number>()
  for (const node of nodes) {
    const at = place.get(node)
    if (at !== undefined) {
      const loop = path.splice(at)
      for (const dropped of loop) place.delete(dropped)
      rings.push(loop)
    }
    place.set(node, path.length)
    path.push(node)
  }
  rings.push(path)
  return rings.filter((ring) => ring.length >= 3)
}

function isRingInside(ring: Ring, outer: Ring): boolean {
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const point = ring[i]!
    if (!isPointOnRing(point, outer)) return isPointInPolygon(point, outer)
    const middle: Point2 = [(point[0] + ring[j]![0]) / 2, (point[1] + ring[j]![1]) / 2]
    if (!isPointOnRing(middle, outer)) return isPointInPolygon(middle, outer)
  }
  return true
}

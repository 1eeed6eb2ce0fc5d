import { doSegmentsTouch, orientation } from './orientation.ts'
import type { Point2 } from './point.ts'
import { distancePointToSegment, segmentParameter } from './segment.ts'

/** A piece of the plan graph between two nodes, with the numbers of the segments that run along it. */
export type ArrangementEdge = {
  readonly from: number
  readonly to: number
  /** Indices of input segments, ascending; `backward` holds those that run from `to` to `from`. */
  readonly forward: readonly number[]
  readonly backward: readonly number[]
}

/** Segments made planar: edges meet only in nodes. */
export type Arrangement = {
  readonly nodes: readonly Point2[]
  readonly edges: readonly ArrangementEdge[]
  /** Per input segment the nodes along it, from its first point to its second; empty for a segment that is a point. */
  readonly chains: readonly (readonly number[])[]
}

/** Each round moves points by less than the tolerance; new crossings die out in two or three. */
const MAX_ROUNDS = 8

type Piece = { from: number; to: number; readonly source: number }

/**
 * Splits segments where they cross, touch or overlap. Points closer than `tolerance` become one node (the earliest
 * keeps its place), so that nearly-touching input is joined and the result is stable against numerical noise.
 *
 * @param tolerance Metres, above 0.
 */
export function arrangeSegments(segments: readonly (readonly [Point2, Point2])[], tolerance: number): Arrangement {
  const nodes = createNodeIndex(tolerance)
  let pieces: Piece[] = segments.map(([a, b], source) => ({ from: nodes.add(a), to: nodes.add(b), source }))
  for (let round = 0; round < MAX_ROUNDS; round++) {
    pieces = mergeable(pieces)
    const cuts = findCuts(pieces, nodes, tolerance)
    if (cuts.size === 0) break
    pieces = pieces.flatMap((piece, index) => splitPiece(piece, cuts.get(index), nodes.points))
  }
  pieces = mergeable(pieces)
  return { nodes: nodes.points, edges: joinPieces(pieces), chains: chainPieces(pieces, segments.length) }
}

const mergeable = (pieces: readonly Piece[]) => pieces.filter((piece) => piece.from !== piece.to)

/** Nodes by place: a hash of cells of one tolerance, so that looking around a point means nine cells. */
function createNodeIndex(tolerance: number) {
  const points: Point2[] = []
  const cells = new Map<string, number[]>()
  const find = (point: Point2): number => {
    const column = Math.floor(point[0] / tolerance)
    const row = Math.floor(point[1] / tolerance)
    let best = -1
    let bestDistance = tolerance
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        for (const candidate of cells.get(`${column + i},${row + j}`) ?? []) {
          const other = points[candidate]!
          const distance = Math.hypot(other[0] - point[0], other[1] - point[1])
          if (distance < bestDistance || (distance === bestDistance && best === -1)) {
            best = candidate
            bestDistance = distance
          }
        }
      }
    }
    return best
  }
  const add = (point: Point2): number => {
    const found = find(point)
    if (found >= 0) return found
    const key = `${Math.floor(point[0] / tolerance)},${Math.floor(point[1] / tolerance)}`
    const cell = cells.get(key)
    if (cell) cell.push(points.length)
    else cells.set(key, [points.length])
    points.push([point[0], point[1]])
    return points.length - 1
  }
  return { points, add }
}

/** piece index → nodes on its inside. */
function findCuts(
  pieces: readonly Piece[],
  nodes: ReturnType<typeof createNodeIndex>,
  tolerance: number,
): Map<number, number[]> {
  const cuts = new Map<number, number[]>()
  const { points } = nodes
  const cut = (index: number, node: number) => {
    const piece = pieces[index]!
    if (node === piece.from || node === piece.to) return
    const known = cuts.get(index)
    if (!known) cuts.set(index, [node])
    else if (!known.includes(node)) known.push(node)
  }
  forEachNearPair(pieces, points, tolerance, (i, j) => {
    const p = pieces[i]!
    const q = pieces[j]!
    const [a, b, c, d] = [points[p.from]!, points[p.to]!, points[q.from]!, points[q.to]!]
    let touches = false
    for (const node of [q.from, q.to]) {
      if (node === p.from || node === p.to) touches = true
      else if (distancePointToSegment(points[node]!, a, b) <= tolerance) {
        cut(i, node)
        touches = true
      }
    }
    for (const node of [p.from, p.to]) {
      if (node === q.from || node === q.to) touches = true
      else if (distancePointToSegment(points[node]!, c, d) <= tolerance) {
        cut(j, node)
        touches = true
      }
    }
    if (touches || !doSegmentsTouch(a, b, c, d)) return
    const abc = orientation(a, b, c)
    const t = abc / (abc - orientation(a, b, d))
    const node = nodes.add([c[0] + (d[0] - c[0]) * t, c[1] + (d[1] - c[1]) * t])
    cut(i, node)
    cut(j, node)
  })
  return cuts
}

/** Calls back once for every two pieces whose bounds come within the tolerance: sweep along x. */
function forEachNearPair(
  pieces: readonly Piece[],
  points: readonly Point2[],
  tolerance: number,
  visit: (i: number, j: number) => void,
): void {
  const boxes = pieces.map((piece, index) => {
    const a = points[piece.from]!
    const b = points[piece.to]!
    return {
      index,
      minX: Math.min(a[0], b[0]) - tolerance,
      maxX: Math.max(a[0], b[0]) + tolerance,
      minY: Math.min(a[1], b[1]) - tolerance,
      maxY: Math.max(a[1], b[1]) + tolerance,
    }
  })
  boxes.sort((a, b) => a.minX - b.minX || a.index - b.index)
  for (let i = 0; i < boxes.length; i++) {
    const one = boxes[i]!
    for (let j = i + 1; j < boxes.length && boxes[j]!.minX <= one.maxX; j++) {
      const other = boxes[j]!
      if (other.minY > one.maxY || one.minY > other.maxY) continue
      visit(Math.min(one.index, other.index), Math.max(one.index, other.index))
    }
  }
}

function splitPiece(piece: Piece, cuts: readonly number[] | undefined, points: readonly Point2[]): Piece[] {
  if (!cuts) return [piece]
  const a = points[piece.from]!
  const b = points[piece.to]!
  const sorted = cuts
    .map((node) => ({ node, at: segmentParameter(points[node]!, a, b) }))
    .sort((p, q) => p.at - q.at || p.node - q.node)
  const stops = [piece.from, ...sorted.map((stop) => stop.node), piece.to]
  return stops.slice(1).map((to, index) => ({ from: stops[index]!, to, source: piece.source }))
}

/** One edge for all pieces between the same two nodes. */
function joinPieces(pieces: readonly Piece[]): ArrangementEdge[] {
  const edges = new Map<string, { from: number; to: number; forward: number[]; backward: number[] }>()
  for (const { from, to, source } of pieces) {
    if (from === to) continue
    const key = from < to ? `${from},${to}` : `${to},${from}`
    let edge = edges.get(key)
    if (!edge) {
      edge = { from: Math.min(from, to), to: Math.max(from, to), forward: [], backward: [] }
      edges.set(key, edge)
    }
    const list = from < to ? edge.forward : edge.backward
    list.push(source)
  }
  return [...edges.values()]
}

/** Pieces of one segment lie one after another, in its direction. */
function chainPieces(pieces: readonly Piece[], count: number): number[][] {
  const chains: number[][] = Array.from({ length: count }, () => [])
  for (const { from, to, source } of pieces) {
    const chain = chains[source]!
    if (chain.length === 0) chain.push(from)
    chain.push(to)
  }
  return chains
}

/** A walk round one side of a part of the graph: the face lies to the left of every step. */
export type FaceWalk = {
  /** Steps in order; step i runs along `edge` from `from` to the `from` of the next step. */
  readonly steps: readonly { readonly edge: number; readonly from: number }[]
  /** Signed area, m²: positive for the outline of a bounded face, at most 0 for the outside of a connected part. */
  readonly area: number
}

/** All face walks of a planar arrangement, in a fixed order. */
export function traceFaces(arrangement: Pick<Arrangement, 'nodes' | 'edges'>): FaceWalk[] {
  const { nodes, edges } = arrangement
  // Half-edge 2e runs from → to, 2e + 1 back.
  const origin = (half: number) => (half & 1 ? edges[half >> 1]!.to : edges[half >> 1]!.from)
  const around: number[][] = nodes.map(() => [])
  for (let e = 0; e < edges.length; e++) {
    around[edges[e]!.from]!.push(2 * e)
    around[edges[e]!.to]!.push(2 * e + 1)
  }
  const next = new Int32Array(edges.length * 2)
  for (const halves of around) {
    halves.sort((p, q) => compareAngle(nodes, origin(p), origin(p ^ 1), origin(q ^ 1)) || p - q)
    // Coming in along the twin of a half-edge, the face on the left goes on along the next half-edge clockwise.
    for (let i = 0; i < halves.length; i++) {
      next[halves[i]! ^ 1] = halves[(i + halves.length - 1) % halves.length]!
    }
  }
  const seen = new Uint8Array(edges.length * 2)
  const walks: FaceWalk[] = []
  for (let start = 0; start < next.length; start++) {
    if (seen[start]) continue
    const steps: { edge: number; from: number }[] = []
    let double = 0
    const anchor = nodes[origin(start)]!
    for (let half = start; !seen[half]; half = next[half]!) {
      seen[half] = 1
      const p = nodes[origin(half)]!
      const q = nodes[origin(half ^ 1)]!
      double += (p[0] - anchor[0]) * (q[1] - anchor[1]) - (q[0] - anchor[0]) * (p[1] - anchor[1])
      steps.push({ edge: half >> 1, from: origin(half) })
    }
    walks.push({ steps, area: double / 2 })
  }
  return walks
}

/** Order of two directions from `center` by angle from the positive x axis, exactly. */
function compareAngle(nodes: readonly Point2[], center: number, p: number, q: number): number {
  if (p === q) return 0
  const c = nodes[center]!
  const a = nodes[p]!
  const b = nodes[q]!
  const upperA = isUpper(c, a)
  const upperB = isUpper(c, b)
  if (upperA !== upperB) return upperA ? -1 : 1
  return -Math.sign(orientation(c, a, b))
}

function isUpper(center: Point2, point: Point2): boolean {
  return point[1] > center[1] || (point[1] === center[1] && point[0] > center[0])
}

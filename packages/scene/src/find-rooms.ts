import {
  type FaceWalk,
  isPointInPolygon,
  type OffsetEdge,
  offsetLoops,
  type Point2,
  polygonArea,
  type Ring,
} from '@enfilade/geometry'
import { compareIds } from './json.ts'
import { ARC_TOLERANCE, MIN_ROOM_AREA, WELD_DISTANCE } from './limits.ts'
import { type PlanGraph, sideOfHalf, wallsOfEdge } from './plan-graph.ts'
import type { Id } from './records.ts'
import { roundRing, straightenRing } from './round-point.ts'

/** A room as walls make it, before labels name it. */
export type PlanRoom = {
  readonly polygon: readonly Point2[]
  readonly holes: readonly (readonly Point2[])[]
  readonly area: number
  /** Sorted ids of the walls around it and of those within it. */
  readonly walls: readonly Id[]
  /** The stretches of axis round the room, with the walls there. */
  readonly edges: readonly { readonly from: Point2; readonly to: Point2; readonly walls: readonly Id[] }[]
  /** The faces of the axes, for labels that lie within a wall's thickness. */
  readonly outline: Ring
  /** Whether this is the largest (usually the only) piece of its face. */
  readonly isMain: boolean
}

/**
 * The rooms of a level: the bounded faces of the walls' axes, each moved inwards by half of every wall's thickness.
 * What stands free inside a face (islands, columns) becomes holes; a wall that ends inside is walked round. A face too
 * small to stand in is a column or shaft and no room.
 */
export function findRooms(graph: PlanGraph): PlanRoom[] {
  const { nodes } = graph.arrangement
  const rings = graph.walks.map((walk) => walk.steps.map((step) => nodes[step.from]!))
  const faces = graph.walks.map((_, index) => index).filter((index) => graph.walks[index]!.area > 0)
  const islands = new Map<number, number[]>()
  const components = numberComponents(graph)
  graph.walks.forEach((walk, index) => {
    if (walk.area > 0) return
    const owner = faceAround(graph, rings, faces, components, index)
    if (owner !== undefined) islands.set(owner, [...(islands.get(owner) ?? []), index])
  })
  const joints = countWallEnds(graph)
  const rooms = faces.flatMap((face) => roomsOfFace(graph, rings, [face, ...(islands.get(face) ?? [])], joints))
  return rooms.sort((a, b) => compareIds(a.walls.join(' '), b.walls.join(' ')) || comparePlace(a.polygon, b.polygon))
}

function comparePlace(a: Ring, b: Ring): number {
  const low = (ring: Ring, axis: 0 | 1) => Math.min(...ring.map((point) => point[axis]))
  return low(a, 0) - low(b, 0) || low(a, 1) - low(b, 1) || polygonArea(a) - polygonArea(b)
}

/** Connected part of every node. */
function numberComponents(graph: PlanGraph): Int32Array {
  const parent = Int32Array.from(graph.arrangement.nodes, (_, i) => i)
  const root = (node: number): number => {
    let top = node
    while (parent[top] !== top) {
      parent[top] = parent[parent[top]!]!
      top = parent[top]!
    }
    return top
  }
  for (const { from, to } of graph.arrangement.edges) parent[root(from)] = root(to)
  return parent.map((_, node) => root(node))
}

/** The smallest bounded face of another part that the part with this outer walk lies in. */
function faceAround(
  graph: PlanGraph,
  rings: readonly Ring[],
  faces: readonly number[],
  components: Int32Array,
  walk: number,
): number | undefined {
  const node = graph.walks[walk]!.steps[0]!.from
  const point = graph.arrangement.nodes[node]!
  let best: number | undefined
  for (const face of faces) {
    const { steps, area } = graph.walks[face]!
    if (components[steps[0]!.from] === components[node]) continue
    if (best !== undefined && graph.walks[best]!.area <= area) continue
    if (isPointInPolygon(point, rings[face]!)) best = face
  }
  return best
}

/** Per node, how many wall ends and passing walls it has: a bend of two walls is a corner, more are a junction. */
function countWallEnds(graph: PlanGraph): Int32Array {
  const counts = new Int32Array(graph.arrangement.nodes.length)
  for (const { from, to } of graph.arrangement.edges) {
    counts[from]!++
    counts[to]!++
  }
  return counts
}

function roomsOfFace(
  graph: PlanGraph,
  rings: readonly Ring[],
  walks: readonly number[],
  joints: Int32Array,
): PlanRoom[] {
  const loops = walks.map((walk) => sidesOfWalk(graph, graph.walks[walk]!))
  const edges = walks.flatMap((walk) => edgesOfWalk(graph, graph.walks[walk]!, rings[walk]!))
  const walls = [...new Set(edges.flatMap((edge) => edge.walls))].sort(compareIds)
  // At a junction the other walls leave no trace on this side where it runs straight on.
  const junctions = walks.flatMap((walk) =>
    graph.walks[walk]!.steps.map((step) => step.from).filter((n) => joints[n]! > 2),
  )
  const places = junctions.map((node) => graph.arrangement.nodes[node]!)
  const canDrop = (point: Point2) => places.some((place) => isWithin(point, place))
  const tidy = (ring: Ring) => straightenRing(roundRing(ring), canDrop)
  const rooms: PlanRoom[] = []
  for (const piece of offsetLoops(loops)) {
    const polygon = tidy(piece.outer)
    const holes = piece.holes.map(tidy).sort(comparePlace)
    const area = holes.reduce((sum, hole) => sum - Math.abs(polygonArea(hole)), polygonArea(polygon))
    if (polygon.length < 3 || area < MIN_ROOM_AREA) continue
    rooms.push({ polygon, holes, area, walls, edges, outline: rings[walks[0]!]!, isMain: rooms.length === 0 })
  }
  return rooms
}

/** Whether a point of an outline can belong to the joint in a node: no wall is thicker than two metres. */
function isWithin(point: Point2, node: Point2): boolean {
  return Math.abs(point[0] - node[0]) <= 2 && Math.abs(point[1] - node[1]) <= 2
}

function sidesOfWalk(graph: PlanGraph, walk: FaceWalk): OffsetEdge[] {
  return walk.steps.map(({ from }, i) => {
    const to = walk.steps[(i + 1) % walk.steps.length]!.from
    return sideOfHalf(graph, graph.halfEdge(from, to)!)
  })
}

function edgesOfWalk(graph: PlanGraph, walk: FaceWalk, ring: Ring): PlanRoom['edges'] {
  return walk.steps.map(({ edge }, i) => ({
    from: ring[i]!,
    to: ring[(i + 1) % ring.length]!,
    walls: wallsOfEdge(graph, edge).map((wall) => wall.id),
  }))
}

/** How far an opening's centre may be off a stretch of axis and still be in it, metres. */
export const ON_AXIS = ARC_TOLERANCE + WELD_DISTANCE

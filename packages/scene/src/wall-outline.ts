import { isSimplePolygon, joinSides, type OffsetEdge, type Point2, polygonArea } from '@enfilade/geometry'
import { type HalfEdge, type PlanGraph, type PlanWall, sideOfHalf, wallsOfEdge } from './plan-graph.ts'
import { roundRing } from './round-point.ts'

/**
 * The mitred outline of a wall, counter-clockwise: along its right side from a to b, back along its left side.
 *
 * Walls that meet share the points where their sides cross. Beyond the mitre limit the outer corner is cut (each wall
 * has half of the cut); where three or more meet, each reaches to the middle, so that no gap is left.
 *
 * @param index Of the wall in the graph.
 */
export function outlineWall(graph: PlanGraph, index: number): Point2[] {
  const wall = graph.walls[index]!
  const chain = graph.chains[index]!
  if (chain.length < 2) return plainOutline(wall)
  const halves: HalfEdge[] = []
  const twins: HalfEdge[] = []
  for (let i = 0; i + 1 < chain.length; i++) {
    const half = graph.halfEdge(chain[i]!, chain[i + 1]!)
    const twin = graph.halfEdge(chain[i + 1]!, chain[i]!)
    if (!half || !twin) return plainOutline(wall)
    halves.push(half)
    twins.push(twin)
  }
  const left = bendPoints(graph, wall, halves).reverse()
  const right = bendPoints(graph, wall, twins.reverse()).reverse()
  const outline = roundRing([
    ...endPoints(graph, wall, halves.at(-1)!),
    ...left,
    ...endPoints(graph, wall, twins.at(-1)!),
    ...right,
  ])
  const isSound = outline.length >= 3 && polygonArea(outline) > 0 && isSimplePolygon(outline)
  return isSound ? outline : plainOutline(wall)
}

/** Points of one side at the bends between a wall's own pieces, in walking order; a straight wall has none. */
function bendPoints(graph: PlanGraph, wall: PlanWall, halves: readonly HalfEdge[]): Point2[] {
  if (!wall.bulge) return []
  return halves
    .slice(1)
    .flatMap((half, i) => joinSides(sideOfHalf(graph, halves[i]!, wall), sideOfHalf(graph, half, wall)).points)
}

/** The end of a wall, from the point on its right side to the point on its left. @param half Its last half-edge. */
function endPoints(graph: PlanGraph, wall: PlanWall, half: HalfEdge): Point2[] {
  const twin = graph.halfEdge(half.to, half.from)!
  const next = graph.next(half)
  const previous = graph.previous(twin)
  const node = graph.arrangement.nodes[half.to]!
  const outSide = sideOfHalf(graph, half, wall)
  const backSide = sideOfHalf(graph, twin, wall)
  if (next.to === half.from) {
    // A free end is cut straight: the side turns round the node.
    const { points } = joinSides(outSide, backSide)
    return [points.at(-1)!, points[0]!]
  }
  const reach = Math.min(wallReach(graph, half), wallReach(graph, next), wallReach(graph, previous))
  const left = ownPoints(joinSides(outSide, sideOfHalf(graph, next)), 'first', reach, outSide, node)
  const right = ownPoints(joinSides(sideOfHalf(graph, previous), backSide), 'last', reach, backSide, node)
  const isMiddleNeeded = next.edge !== previous.edge && !isStem(graph, wall, next, previous)
  return [...right, ...(isMiddleNeeded ? [node] : []), ...left.reverse()]
}

/**
 * A wall's own points of a join, from its side inwards: the meeting point, or its half of a cut corner. At a step, and
 * at an inner corner so acute that the meeting point lies behind one of the walls, the foot of the node on its side.
 *
 * @param own Which end of the join lies on this wall's side.
 */
function ownPoints(
  join: { readonly points: readonly Point2[]; readonly turn: number },
  own: 'first' | 'last',
  reach: number,
  side: OffsetEdge,
  node: Point2,
): Point2[] {
  const points = own === 'first' ? [...join.points] : [...join.points].reverse()
  const [point, other] = [points[0]!, points[1]]
  if (other) {
    if (join.turn === 0) return [point]
    return [point, [(point[0] + other[0]) / 2, (point[1] + other[1]) / 2]]
  }
  const isBehind = join.turn > 0 && Math.hypot(point[0] - node[0], point[1] - node[1]) > reach
  return [isBehind ? footPoint(side, node) : point]
}

function footPoint(side: OffsetEdge, node: Point2): Point2 {
  const dx = side.to[0] - side.from[0]
  const dy = side.to[1] - side.from[1]
  const length = Math.hypot(dx, dy) || 1
  return [node[0] - (dy / length) * side.distance, node[1] + (dx / length) * side.distance]
}

/** How long the shortest wall that runs along a half-edge is, end to end. */
function wallReach(graph: PlanGraph, half: HalfEdge): number {
  const lengths = wallsOfEdge(graph, half.edge).map(({ start, end }) =>
    Math.hypot(end[0] - start[0], end[1] - start[1]),
  )
  return Math.min(...lengths)
}

/** Whether the wall ends against another one that passes straight through: then that wall fills the middle. */
function isStem(graph: PlanGraph, wall: PlanWall, next: HalfEdge, previous: HalfEdge): boolean {
  const passing = wallsOfEdge(graph, previous.edge)
  return wallsOfEdge(graph, next.edge).some((other) => other !== wall && passing.includes(other))
}

/** The wall by itself, square at both ends. */
function plainOutline({ start, end, thickness }: PlanWall): Point2[] {
  const length = Math.hypot(end[0] - start[0], end[1] - start[1])
  const nx = (-(end[1] - start[1]) / length) * (thickness / 2)
  const ny = ((end[0] - start[0]) / length) * (thickness / 2)
  return roundRing([
    [start[0] - nx, start[1] - ny],
    [end[0] - nx, end[1] - ny],
    [end[0] + nx, end[1] + ny],
    [start[0] + nx, start[1] + ny],
  ])
}

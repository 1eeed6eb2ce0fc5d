import {
  type Arrangement,
  arrangeSegments,
  type FaceWalk,
  type OffsetEdge,
  type Point2,
  traceFaces,
} from '@enfilade/geometry'
import { WELD_DISTANCE } from './limits.ts'
import type { Id } from './records.ts'
import { flattenAxis } from './wall-axis.ts'

/** A wall as far as the plan needs it. */
export type PlanWall = {
  readonly id: Id
  readonly start: Point2
  readonly end: Point2
  readonly thickness: number
  readonly bulge?: number
}

type Segment = { readonly wall: PlanWall; readonly from: Point2; readonly to: Point2 }

/** One side of one edge of the graph: an edge walked in one direction. */
export type HalfEdge = {
  readonly edge: number
  readonly from: number
  readonly to: number
  readonly walk: number
  readonly step: number
}

/**
 * The axes of a level's walls made planar. Crossings, corners that lie on a wall and overlapping walls become nodes and
 * edges, so that everything derived sees the same joints whether or not the records know of them.
 */
export type PlanGraph = {
  readonly walls: readonly PlanWall[]
  readonly arrangement: Arrangement
  readonly segments: readonly Segment[]
  readonly walks: readonly FaceWalk[]
  /** Per wall, by its index: the nodes along its axis from a to b. */
  readonly chains: readonly (readonly number[])[]
  /** The half-edge that runs between two neighbouring nodes. */
  readonly halfEdge: (from: number, to: number) => HalfEdge | undefined
  /** The half-edge after or before this one, round the face on their left. */
  readonly next: (half: HalfEdge) => HalfEdge
  readonly previous: (half: HalfEdge) => HalfEdge
}

/** @param walls Sorted by id. */
export function buildPlanGraph(walls: readonly PlanWall[]): PlanGraph {
  const segments: Segment[] = []
  const owned: number[][] = []
  for (const wall of walls) {
    const points = flattenAxis(wall)
    owned.push([])
    for (let i = 0; i + 1 < points.length; i++) {
      owned.at(-1)!.push(segments.length)
      segments.push({ wall, from: points[i]!, to: points[i + 1]! })
    }
  }
  const arrangement = arrangeSegments(
    segments.map(({ from, to }) => [from, to]),
    WELD_DISTANCE,
  )
  const walks = traceFaces(arrangement)
  const halves = new Map<string, HalfEdge>()
  walks.forEach(({ steps }, walk) => {
    steps.forEach(({ edge, from }, step) => {
      const to = steps[(step + 1) % steps.length]!.from
      halves.set(`${from},${to}`, { edge, from, to, walk, step })
    })
  })
  const beside = (half: HalfEdge, by: number) => {
    const { steps } = walks[half.walk]!
    const from = steps[(half.step + by + steps.length) % steps.length]!.from
    const to = steps[(half.step + by + 1 + steps.length) % steps.length]!.from
    return halves.get(`${from},${to}`)!
  }
  return {
    walls,
    arrangement,
    segments,
    walks,
    chains: owned.map((numbers) => joinChains(numbers.map((number) => arrangement.chains[number]!))),
    halfEdge: (from, to) => halves.get(`${from},${to}`),
    next: (half) => beside(half, 1),
    previous: (half) => beside(half, -1),
  }
}

function joinChains(chains: readonly (readonly number[])[]): number[] {
  const joined: number[] = []
  for (const chain of chains) {
    for (const node of chain) if (joined.at(-1) !== node) joined.push(node)
  }
  return joined
}

/** The walls that run along an edge, sorted by id, without repeats. */
export function wallsOfEdge(graph: PlanGraph, edge: number): PlanWall[] {
  const { forward, backward } = graph.arrangement.edges[edge]!
  const numbers = [...forward, ...backward].sort((a, b) => a - b)
  const walls: PlanWall[] = []
  for (const number of numbers) {
    const { wall } = graph.segments[number]!
    if (walls.at(-1) !== wall) walls.push(wall)
  }
  return walls
}

/** The left side of a half-edge, half a thickness off the axis: of `wall`, or of the thickest wall that runs there. */
export function sideOfHalf(graph: PlanGraph, half: HalfEdge, wall?: PlanWall): OffsetEdge {
  const { nodes } = graph.arrangement
  const walls = wall ? [wall] : wallsOfEdge(graph, half.edge)
  const thickness = Math.max(...walls.map((other) => other.thickness))
  return { from: nodes[half.from]!, to: nodes[half.to]!, distance: thickness / 2 }
}

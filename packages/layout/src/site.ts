import {
  bareSpace,
  beds,
  clearances,
  type FreeSpace,
  frontDemand,
  type ItemShape,
  type OrientedBox,
  planRoom,
  type RoomOpening,
  type RoomPlan,
  shapeItem,
  sideStrip,
} from '@enfilade/critic'
import { isPointInRegion } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneRoom } from '@enfilade/scene'

/** Gap between a thing's back and the wall: plaster, skirting, a plug. */
export const WALL_GAP = 0.01

/** A straight piece of the room's outline (or of a column's), room on its left. */
export type Edge = {
  readonly index: number
  readonly a: Point2
  readonly b: Point2
  readonly length: number
  /** Unit vector a → b. */
  readonly along: Point2
  /** Unit vector into the room. */
  readonly inward: Point2
  /** Yaw of a thing that stands with its back to the edge. */
  readonly yaw: number
  readonly isColumn: boolean
  /** Openings in this edge as stretches from a, metres. */
  readonly openings: readonly EdgeOpening[]
}

export type EdgeOpening = { readonly from: number; readonly to: number; readonly opening: RoomOpening }

export type StandingZone = { readonly must: OrientedBox; readonly want: OrientedBox; readonly depth: number }

/** The room as the solver sees it: outline, openings, what is already there, and its raster. */
export type Site = {
  readonly scene: Scene
  readonly room: SceneRoom
  readonly plan: RoomPlan
  readonly edges: readonly Edge[]
  /** Things already there; they stay. */
  readonly standing: readonly ItemShape[]
  /** Floor that those need to be used: before fronts, beside beds. */
  readonly standingZones: readonly StandingZone[]
  readonly bare: FreeSpace
  /** Main directions of the walls, each in [0, π/2), the longest first. */
  readonly axes: readonly number[]
  /** Ways that must stay, metres wide. */
  readonly wayWidth: number
  readonly center: Point2
}

export const createSite = (scene: Scene, room: SceneRoom, ignore: ReadonlySet<Id>, wayWidth: number): Site => {
  const plan = planRoom(scene, room)
  const openings = [...plan.doors, ...plan.windows]
  const edges: Edge[] = []
  for (const [ringIndex, ring] of [room.polygon, ...room.holes].entries()) {
    for (let index = 0; index < ring.length; index++) {
      const edge = createEdge(edges.length, ring[index]!, ring[(index + 1) % ring.length]!, ringIndex > 0, openings)
      if (edge) edges.push(edge)
    }
  }
  const standing = scene.items
    .filter((item) => item.level === room.level && !ignore.has(item.id))
    .filter((item) => isPointInRegion([item.worldPose.x, item.worldPose.y], room.polygon, room.holes))
    .map(shapeItem)
  return {
    scene,
    room,
    plan,
    edges,
    standing,
    standingZones: standing.flatMap(zonesOf),
    bare: bareSpace(plan),
    axes: mainAxes(edges),
    wayWidth,
    center: centerOf(room),
  }
}

const createEdge = (
  index: number,
  a: Point2,
  b: Point2,
  isColumn: boolean,
  openings: readonly RoomOpening[],
): Edge | undefined => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length < 0.02) return undefined
  const along: Point2 = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
  const inward: Point2 = [-along[1], along[0]]
  return {
    index,
    a,
    b,
    length,
    along,
    inward,
    yaw: Math.atan2(inward[0], -inward[1]),
    isColumn,
    openings: openings.flatMap((opening) => {
      const dx = opening.at[0] - a[0]
      const dy = opening.at[1] - a[1]
      const facing = opening.inward[0] * inward[0] + opening.inward[1] * inward[1]
      if (facing < 0.9 || Math.abs(dx * inward[0] + dy * inward[1]) > 0.06) return []
      const middle = dx * along[0] + dy * along[1]
      const from = middle - opening.width / 2
      const to = middle + opening.width / 2
      return to > 0 && from < length ? [{ from, to, opening }] : []
    }),
  }
}

/** Shorter than this share of the longest direction's walls, a direction is a bay's or a cut corner's, not the room's. */
const MAIN_SHARE = 0.3

/** Directions modulo a quarter turn, by wall length; walls within 3° count as one direction. */
const mainAxes = (edges: readonly Edge[]): number[] => {
  const bins: { angle: number; length: number }[] = []
  for (const edge of edges) {
    const quarter = Math.PI / 2
    const angle = ((edge.yaw % quarter) + quarter) % quarter
    const bin = bins.find((entry) => {
      const apart = Math.abs(entry.angle - angle)
      return Math.min(apart, quarter - apart) < 0.05
    })
    if (bin) bin.length += edge.length
    else bins.push({ angle, length: edge.length })
  }
  bins.sort((first, second) => second.length - first.length || first.angle - second.angle)
  return bins
    .filter(({ length }) => length >= MAIN_SHARE * bins[0]!.length)
    .slice(0, 3)
    .map((bin) => bin.angle)
}

/** Area centroid of the outline. */
const centerOf = ({ polygon }: SceneRoom): Point2 => {
  let area = 0
  let x = 0
  let y = 0
  for (let index = 0, last = polygon.length - 1; index < polygon.length; last = index++) {
    const [x1, y1] = polygon[last]!
    const [x2, y2] = polygon[index]!
    const cross = x1 * y2 - x2 * y1
    area += cross
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return Math.abs(area) < 1e-9 ? (polygon[0] ?? [0, 0]) : [x / (3 * area), y / (3 * area)]
}

/** Point on an edge, `s` metres from its start and `depth` into the room. */
export const edgePoint = (edge: Edge, s: number, depth: number): Point2 => [
  edge.a[0] + edge.along[0] * s + edge.inward[0] * depth,
  edge.a[1] + edge.along[1] * s + edge.inward[1] * depth,
]

/** Length of the longest stretch of wall that no door takes, metres. */
export const longestFreeWall = (site: Site): number => {
  let longest = 0
  for (const edge of site.edges) {
    const doors = edge.openings.filter(({ opening }) => opening.sill < 0.3).sort((a, b) => a.from - b.from)
    let from = 0
    for (const door of doors) {
      longest = Math.max(longest, door.from - from)
      from = Math.max(from, door.to)
    }
    longest = Math.max(longest, edge.length - from)
  }
  return longest
}

const zonesOf = (shape: ItemShape): StandingZone[] => {
  if (shape.role !== 'solid') return []
  const zone = (side: 'front' | 'left' | 'right', least: number, wish: number): StandingZone => ({
    must: sideStrip(shape.box, side, least),
    want: sideStrip(shape.box, side, wish),
    depth: least,
  })
  if (beds.has(shape.category)) {
    const fact = clearances.bed_side_access
    return [zone('left', fact.minimum, fact.recommended), zone('right', fact.minimum, fact.recommended)]
  }
  const demand = frontDemand(shape)
  return demand && demand.minimum > 0 ? [zone('front', demand.minimum, demand.recommended)] : []
}

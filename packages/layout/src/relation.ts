import {
  boxCorners,
  boxFront,
  boxPoint,
  type ItemShape,
  type OrientedBox,
  planGap,
  pointToBox,
  toBoxFrame,
} from '@enfilade/critic'
import { closestPointOnSegment, isPointInRegion } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { Bounds, BriefRelation, CompassSide, RelationTarget } from './brief.ts'
import type { Edge, Site } from './site.ts'

/** How far a relation is from holding: 0 holds; else metres (or radians) to go. */
export type RelationMeasure = {
  readonly miss: number
  readonly measured: number
  readonly demanded: number
  readonly unit: 'm' | 'rad'
}

/** What counts as beside, near, in a corner, … in metres. */
const BESIDE = 0.5
const NEAR = 1
const FAR = 2
const AGAINST = 0.1
const CORNER = 0.25
const BY_WINDOW = 0.8
const UNDER_WINDOW = 0.4
const BY_DOOR = 1.3
const AWAY = 1.5
const OFF_WALL = 0.5
const FRONT_REACH = 1.5
const FACING = Math.PI / 6
const OPPOSITE_OFFSET = 0.35
const EXACT = 0.03

const holds = (measured: number, demanded: number, unit: 'm' | 'rad' = 'm'): RelationMeasure => ({
  miss: 0,
  measured,
  demanded,
  unit,
})

const atMost = (measured: number, limit: number, unit: 'm' | 'rad' = 'm'): RelationMeasure => ({
  miss: Math.max(0, measured - limit),
  measured,
  demanded: limit,
  unit,
})

const atLeast = (measured: number, limit: number): RelationMeasure => ({
  miss: Math.max(0, limit - measured),
  measured,
  demanded: limit,
  unit: 'm',
})

const withinBounds = (measured: number, bounds: Bounds): RelationMeasure => {
  if (bounds.exact !== undefined) {
    return { miss: Math.max(0, Math.abs(measured - bounds.exact) - EXACT), measured, demanded: bounds.exact, unit: 'm' }
  }
  if (bounds.min !== undefined && measured < bounds.min) return atLeast(measured, bounds.min)
  return atMost(measured, bounds.max ?? Number.POSITIVE_INFINITY)
}

const negate = (measure: RelationMeasure): RelationMeasure =>
  measure.miss > 0.05 ? { ...measure, miss: 0 } : { ...measure, miss: 1 }

const angleTo = (box: OrientedBox, point: Point2): number => {
  const front = boxFront(box)
  const dx = point[0] - box.x
  const dy = point[1] - box.y
  const length = Math.hypot(dx, dy)
  return length === 0 ? 0 : Math.acos(Math.max(-1, Math.min(1, (dx * front[0] + dy * front[1]) / length)))
}

/** Relation of a thing to another one. */
export const measureBetween = (
  subject: ItemShape,
  relation: BriefRelation,
  target: ItemShape,
  and?: ItemShape,
): RelationMeasure => {
  const measure = between(subject, relation, target, and)
  return relation.negated ? negate(measure) : measure
}

const between = (subject: ItemShape, relation: BriefRelation, target: ItemShape, and?: ItemShape): RelationMeasure => {
  const gap = planGap(subject.box, target.box)
  const { distance } = relation
  const [u, v] = toBoxFrame(target.box, subject.box.x, subject.box.y)
  const { halfWidth, halfDepth } = target.box
  const asGap = (limit: number): RelationMeasure => (distance ? withinBounds(gap, distance) : atMost(gap, limit))
  const worse = (first: RelationMeasure, extra: number): RelationMeasure => ({
    ...first,
    miss: first.miss + Math.max(0, extra),
  })
  switch (relation.type) {
    case 'beside':
      return worse(asGap(BESIDE), Math.max(0, Math.abs(v) - halfDepth - 0.1) * 0.7)
    case 'left_of':
      return worse(asGap(NEAR), halfWidth * 0.7 + u)
    case 'right_of':
      return worse(asGap(NEAR), halfWidth * 0.7 - u)
    case 'in_front_of':
      return worse(asGap(FRONT_REACH), Math.max(0, v + halfDepth * 0.7) + Math.max(0, Math.abs(u) - halfWidth))
    case 'behind':
      return worse(asGap(FRONT_REACH), Math.max(0, halfDepth * 0.7 - v) + Math.max(0, Math.abs(u) - halfWidth))
    case 'facing':
      return distance
        ? worse(withinBounds(gap, distance), angleTo(subject.box, [target.box.x, target.box.y]) - FACING)
        : atMost(angleTo(subject.box, [target.box.x, target.box.y]), FACING, 'rad')
    case 'facing_away':
      return atMost(Math.PI - angleTo(subject.box, [target.box.x, target.box.y]), FACING, 'rad')
    case 'opposite': {
      const mutual = Math.max(
        angleTo(subject.box, [target.box.x, target.box.y]),
        angleTo(target.box, [subject.box.x, subject.box.y]),
      )
      const offset = Math.max(0, Math.abs(u) - OPPOSITE_OFFSET)
      return distance
        ? worse(withinBounds(gap, distance), mutual - FACING)
        : worse(atMost(mutual, FACING, 'rad'), offset)
    }
    case 'around':
      return worse(asGap(BESIDE), angleTo(subject.box, [target.box.x, target.box.y]) - Math.PI / 3)
    case 'between': {
      if (!and) return asGap(NEAR)
      const middle: Point2 = [(target.box.x + and.box.x) / 2, (target.box.y + and.box.y) / 2]
      const reach = Math.hypot(target.box.x - and.box.x, target.box.y - and.box.y) / 2
      return atMost(Math.hypot(subject.box.x - middle[0], subject.box.y - middle[1]), Math.max(0.3, reach * 0.5))
    }
    case 'far':
    case 'away_from_wall':
    case 'away_from_door':
      return distance ? withinBounds(gap, distance) : atLeast(gap, FAR)
    case 'parallel': {
      const turn = Math.abs(Math.sin(subject.box.yaw - target.box.yaw))
      return atMost(Math.asin(Math.min(1, turn)), 0.09, 'rad')
    }
    case 'centred_on':
      return atMost(Math.min(Math.abs(u), Math.abs(v)), 0.1)
    case 'under':
    case 'above':
      return atMost(Math.hypot(Math.max(0, Math.abs(u) - halfWidth), Math.max(0, Math.abs(v) - halfDepth)), 0.05)
    default:
      return asGap(NEAR)
  }
}

/** Edges that a building target means; all of them when it names none. */
export const targetEdges = (site: Site, target: RelationTarget | undefined): readonly Edge[] => {
  if (target?.kind !== 'building') return site.edges
  if (target.part === 'column') return site.edges.filter((edge) => edge.isColumn)
  let edges = site.edges.filter((edge) => !edge.isColumn)
  const { id, side, choose } = target
  if (id !== undefined) edges = edges.filter((edge) => isEdgeOfWall(site, edge, id))
  if (side) {
    const [sx, sy] = sideDirection(site, side)
    // The north wall looks south.
    const facing = edges.filter((edge) => edge.inward[0] * sx + edge.inward[1] * sy < -0.7)
    edges = facing.length > 0 ? facing : edges
  }
  if (choose === 'longest' || choose === 'largest') edges = [...edges].sort((a, b) => b.length - a.length).slice(0, 1)
  if (choose === 'shortest') edges = [...edges].sort((a, b) => a.length - b.length).slice(0, 1)
  return edges
}

const isEdgeOfWall = (site: Site, edge: Edge, id: string): boolean => {
  const wall = site.scene.byId.get(id)
  if (!wall || !('kind' in wall) || wall.kind !== 'wall') return false
  const middle: Point2 = [(edge.a[0] + edge.b[0]) / 2, (edge.a[1] + edge.b[1]) / 2]
  const near = closestPointOnSegment(middle, wall.start, wall.end)
  return Math.hypot(near[0] - middle[0], near[1] - middle[1]) < wall.thickness / 2 + 0.05
}

/** Unit vector towards a side of the room: compass, or as seen on entering by the first door. */
export const sideDirection = (site: Site, side: CompassSide): Point2 => {
  if (side === 'north') return [0, 1]
  if (side === 'south') return [0, -1]
  if (side === 'east') return [1, 0]
  if (side === 'west') return [-1, 0]
  const ahead = site.plan.doors[0]?.inward ?? [0, 1]
  if (side === 'back') return [ahead[0], ahead[1]]
  if (side === 'front') return [-ahead[0], -ahead[1]]
  return side === 'left' ? [-ahead[1], ahead[0]] : [ahead[1], -ahead[0]]
}

const gapToEdge = (box: OrientedBox, edge: Edge): number => {
  let gap = Number.POSITIVE_INFINITY
  for (const corner of boxCorners(box)) {
    const near = closestPointOnSegment(corner, edge.a, edge.b)
    gap = Math.min(gap, Math.hypot(near[0] - corner[0], near[1] - corner[1]))
  }
  for (const end of [edge.a, edge.b]) gap = Math.min(gap, pointToBox(box, end[0], end[1]))
  return gap
}

/** Relation of a thing to walls, corners, windows, doors and the room. */
export const measureToBuilding = (site: Site, subject: ItemShape, relation: BriefRelation): RelationMeasure => {
  const measure = toBuilding(site, subject, relation)
  return relation.negated ? negate(measure) : measure
}

const toBuilding = (site: Site, subject: ItemShape, relation: BriefRelation): RelationMeasure => {
  const { box } = subject
  const { target, distance } = relation
  const edges = targetEdges(site, target)
  const named = target?.kind === 'building' ? target.id : undefined
  const openings = (list: Site['plan']['doors']) => (named ? list.filter((opening) => opening.id === named) : list)
  const windows = openings(site.plan.windows)
  const doors = openings(site.plan.doors)
  const nearest = (
    points: readonly { readonly at: Point2; readonly width: number; readonly inward: Point2 }[],
  ): number => points.reduce((best, opening) => Math.min(best, gapToOpening(box, opening)), Number.POSITIVE_INFINITY)
  switch (relation.type) {
    case 'against_wall':
    case 'beside':
    case 'near':
    case 'on_wall': {
      if (target?.kind === 'building' && target.part === 'window')
        return distance ? withinBounds(nearest(windows), distance) : atMost(nearest(windows), BY_WINDOW)
      if (target?.kind === 'building' && target.part === 'door')
        return distance ? withinBounds(nearest(doors), distance) : atMost(nearest(doors), BY_DOOR)
      const gap = edges.reduce((best, edge) => Math.min(best, gapToEdge(box, edge)), Number.POSITIVE_INFINITY)
      return distance ? withinBounds(gap, distance) : atMost(gap, relation.type === 'near' ? NEAR : AGAINST)
    }
    case 'away_from_wall':
    case 'far': {
      if (target?.kind === 'building' && target.part === 'window')
        return atLeast(nearest(windows), distance?.min ?? AWAY)
      if (target?.kind === 'building' && target.part === 'door') return atLeast(nearest(doors), distance?.min ?? AWAY)
      const gap = edges.reduce((best, edge) => Math.min(best, gapToEdge(box, edge)), Number.POSITIVE_INFINITY)
      return distance ? withinBounds(gap, distance) : atLeast(gap, OFF_WALL)
    }
    case 'in_corner':
      return atMost(cornerGap(site, box, target), CORNER)
    case 'centred': {
      const away = Math.hypot(box.x - site.center[0], box.y - site.center[1])
      return atMost(away, Math.max(0.3, 0.12 * Math.sqrt(site.plan.area)))
    }
    case 'by_window':
      return distance ? withinBounds(nearest(windows), distance) : atMost(nearest(windows), BY_WINDOW)
    case 'under_window':
      return atMost(
        windows.reduce((best, window) => Math.min(best, underWindow(box, window)), Number.POSITIVE_INFINITY),
        UNDER_WINDOW,
      )
    case 'by_door':
      return distance ? withinBounds(nearest(doors), distance) : atMost(nearest(doors), BY_DOOR)
    case 'away_from_door': {
      const limit = distance?.min ?? Math.min(AWAY, 0.45 * Math.sqrt(site.plan.area))
      return doors.length > 0 ? atLeast(nearest(doors), limit) : holds(limit, limit)
    }
    case 'away_from_window': {
      const limit = distance?.min ?? Math.min(AWAY, 0.45 * Math.sqrt(site.plan.area))
      return windows.length > 0 ? atLeast(nearest(windows), limit) : holds(limit, limit)
    }
    case 'facing_window':
      return atMost(
        windows.reduce((best, window) => Math.min(best, angleTo(box, window.at)), Math.PI),
        FACING,
        'rad',
      )
    case 'facing_door':
      return atMost(
        doors.reduce((best, door) => Math.min(best, angleTo(box, door.at)), Math.PI),
        FACING,
        'rad',
      )
    case 'facing':
    case 'opposite': {
      if (target?.kind !== 'building') return holds(0, 0)
      const points: Point2[] =
        target.part === 'window'
          ? windows.map(({ at }) => at)
          : target.part === 'door'
            ? doors.map(({ at }) => at)
            : target.part === 'room'
              ? [site.center]
              : edges.map((edge) => closestPointOnSegment([box.x, box.y], edge.a, edge.b) as Point2)
      return atMost(
        points.reduce((best, point) => Math.min(best, angleTo(box, point)), Math.PI),
        FACING,
        'rad',
      )
    }
    default:
      return holds(0, 0)
  }
}

const gapToOpening = (
  box: OrientedBox,
  opening: { readonly at: Point2; readonly width: number; readonly inward: Point2 },
): number => {
  const half = opening.width / 2
  const ax: Point2 = [opening.at[0] - opening.inward[1] * half, opening.at[1] + opening.inward[0] * half]
  const bx: Point2 = [opening.at[0] + opening.inward[1] * half, opening.at[1] - opening.inward[0] * half]
  let gap = Math.min(
    pointToBox(box, ax[0], ax[1]),
    pointToBox(box, bx[0], bx[1]),
    pointToBox(box, opening.at[0], opening.at[1]),
  )
  for (const corner of boxCorners(box)) {
    const near = closestPointOnSegment(corner, ax, bx)
    gap = Math.min(gap, Math.hypot(near[0] - corner[0], near[1] - corner[1]))
  }
  return gap
}

/** Distance from being right under the window: off the wall, or off to its side. */
const underWindow = (
  box: OrientedBox,
  window: { readonly at: Point2; readonly width: number; readonly inward: Point2 },
): number => {
  let depth = Number.POSITIVE_INFINITY
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [x, y] of boxCorners(box)) {
    const dx = x - window.at[0]
    const dy = y - window.at[1]
    depth = Math.min(depth, dx * window.inward[0] + dy * window.inward[1])
    const across = dx * window.inward[1] - dy * window.inward[0]
    low = Math.min(low, across)
    high = Math.max(high, across)
  }
  const half = window.width / 2
  const shared = Math.min(high, half) - Math.max(low, -half)
  const enough = Math.min(high - low, window.width) * 0.5
  return Math.max(0, depth) + Math.max(0, enough - shared) + (depth < -0.2 ? 5 : 0)
}

/** The larger of the gaps to the two walls of the nearest corner. */
const cornerGap = (site: Site, box: OrientedBox, target: RelationTarget | undefined): number => {
  const { polygon } = site.plan
  const wanted = target?.kind === 'building' && target.side ? sideDirection(site, target.side) : undefined
  let best = Number.POSITIVE_INFINITY
  for (let index = 0; index < polygon.length; index++) {
    const before = polygon[(index + polygon.length - 1) % polygon.length]!
    const corner = polygon[index]!
    const after = polygon[(index + 1) % polygon.length]!
    const cross = (corner[0] - before[0]) * (after[1] - corner[1]) - (corner[1] - before[1]) * (after[0] - corner[0])
    if (cross <= 0) continue
    if (wanted && (corner[0] - site.center[0]) * wanted[0] + (corner[1] - site.center[1]) * wanted[1] < 0.2) continue
    const reach = pointToBox(box, corner[0], corner[1])
    if (reach > best + 1) continue
    const first = gapToEdge(box, { a: before, b: corner } as Edge)
    const second = gapToEdge(box, { a: corner, b: after } as Edge)
    best = Math.min(best, Math.max(first, second, reach * 0.7))
  }
  return best
}

/** Whether a point lies in the room (for callers that place by coordinates). */
export const isInRoom = (site: Site, [x, y]: Point2): boolean =>
  isPointInRegion([x, y], site.plan.polygon, site.plan.holes)

/** The middle of a side of a box, in plan. */
export const sideMiddle = (box: OrientedBox, side: 'left' | 'right' | 'front' | 'back'): Point2 =>
  side === 'left'
    ? boxPoint(box, -box.halfWidth, 0)
    : side === 'right'
      ? boxPoint(box, box.halfWidth, 0)
      : side === 'front'
        ? boxPoint(box, 0, -box.halfDepth)
        : boxPoint(box, 0, box.halfDepth)

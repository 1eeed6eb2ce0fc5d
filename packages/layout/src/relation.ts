import { boxFront, desks, type ItemShape, type OrientedBox } from '@enfilade/critic'
import { closestPointOnSegment } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { BriefRelation, RelationTarget } from './brief.ts'
import { cornerGap, gapToEdge, gapToOpening, underWindow } from './building-gaps.ts'
import { innerCorners, middlesOf, type Opening, sideDirection, targetEdges, targetOpenings } from './building-parts.ts'
import {
  angleTo,
  atLeast,
  atMost,
  both,
  FACING,
  FACING_GOAL,
  holds,
  negate,
  type RelationMeasure,
  withinBounds,
  worse,
} from './relation-measure.ts'
import type { Edge, Site } from './site.ts'

/** What counts as near, in a corner, … in metres; the second number is where it clearly is so. */
const NEAR = [1, 0.6] as const
const AGAINST = [0.1, 0.03] as const
const CORNER = [0.25, 0.12] as const
const BY_WINDOW = [0.8, 0.5] as const
const UNDER_WINDOW = [0.25, 0.08] as const
const BY_DOOR = [1.2, 0.6] as const
const AWAY = [1.5, 2] as const
const OFF_WALL = [0.4, 0.6] as const
const CENTRED = [0.3, 0.1] as const

/** Relation of a thing to walls, corners, windows, doors and the room. */
export const measureToBuilding = (site: Site, subject: ItemShape, relation: BriefRelation): RelationMeasure => {
  const measure = toBuilding(site, subject, relation)
  return relation.negated ? negate(measure) : measure
}

const toBuilding = (site: Site, subject: ItemShape, relation: BriefRelation): RelationMeasure => {
  const { box } = subject
  const { target, distance } = relation
  const part = target?.kind === 'building' ? target.part : undefined
  const windows = targetOpenings(site, part === 'window' || part === 'wall' ? target : undefined, 'window')
  const doors = targetOpenings(site, part === 'door' ? target : undefined, 'door')
  const asGap = (gap: number, [limit, goal]: readonly [number, number]): RelationMeasure =>
    distance ? withinBounds(gap, distance) : atMost(gap, limit, goal)
  const least = (gap: number, [limit, goal]: readonly [number, number]): RelationMeasure => {
    if (distance) return withinBounds(gap, distance)
    // A small room has no far end.
    const most = 0.42 * Math.sqrt(site.plan.area)
    return Number.isFinite(gap) ? atLeast(gap, Math.min(limit, most), Math.min(goal, most * 1.2)) : holds(limit, limit)
  }
  const toWall = (): number => nearestGap(box, targetEdges(site, target))
  switch (relation.type) {
    case 'on_wall':
      return onWall(site, subject, target)
    case 'hanging':
      return subject.support.on === 'ceiling' ? holds(0, 0) : missing(1)
    case 'against_wall':
      return distance ? withinBounds(toWall(), distance) : againstWall(site, subject, target)
    case 'along': {
      const edges = targetEdges(site, target)
      const edge = nearestEdge(box, edges)
      if (!edge) return missing(Number.POSITIVE_INFINITY)
      const isLong = box.halfWidth >= box.halfDepth
      const turn = box.yaw - edge.yaw + (isLong ? 0 : Math.PI / 2)
      const off = Math.asin(Math.min(1, Math.abs(Math.sin(turn))))
      return both(asGap(gapToEdge(box, edge), [0.3, 0.05]), atMost(off, 0.17, 0.06, 'rad'))
    }
    case 'beside':
    case 'near':
    case 'left_of':
    case 'right_of':
    case 'flanking': {
      if (part === 'window' || part === 'door') {
        const openings = part === 'window' ? windows : doors
        return best(openings, (opening) => besideOpening(box, opening, relation, asGap))
      }
      if (part === 'room' || part === 'corner') return inPart(site, box, target)
      if (part === 'column')
        return asGap(
          nearestGap(
            box,
            site.edges.filter((edge) => edge.isColumn),
          ),
          NEAR,
        )
      return asGap(toWall(), relation.type === 'near' ? NEAR : AGAINST)
    }
    case 'away_from_wall':
    case 'far': {
      if (part === 'window') return least(nearestOpening(box, windows), AWAY)
      if (part === 'door') return least(nearestOpening(box, doors), AWAY)
      return least(toWall(), part === 'wall' && relation.type === 'far' ? AWAY : OFF_WALL)
    }
    case 'in_corner':
      return asGap(cornerGap(site, box, target), CORNER)
    case 'centred':
      return part === 'wall' || part === 'window'
        ? centredAlong(site, box, target, windows)
        : atMost(offMiddle(site, box), CENTRED[0], CENTRED[1])
    case 'centred_on':
      return centredAlong(site, box, target, part === 'door' ? doors : windows)
    case 'between':
      return betweenOpenings(box, part === 'door' ? doors : windows)
    case 'by_window':
      return asGap(nearestOpening(box, windows), BY_WINDOW)
    case 'under':
    case 'under_window':
      return atMost(
        windows.reduce((least, window) => Math.min(least, underWindow(box, window)), Number.POSITIVE_INFINITY),
        UNDER_WINDOW[0],
        UNDER_WINDOW[1],
      )
    case 'by_door':
      return asGap(nearestOpening(box, doors), BY_DOOR)
    case 'away_from_door':
      return least(nearestOpening(box, doors), AWAY)
    case 'away_from_window':
      return least(nearestOpening(box, windows), AWAY)
    case 'facing_window':
      return facesOne(
        subject,
        windows.map(({ at }) => at),
      )
    case 'facing_door':
      return facesOne(
        subject,
        doors.map(({ at }) => at),
      )
    case 'facing_away':
    case 'facing':
    case 'opposite':
    case 'in_front_of': {
      if (target?.kind !== 'building') return holds(0, 0)
      const turned = facesOne(subject, pointsOf(site, box, target, windows, doors))
      if (relation.type === 'facing_away') return atMost(Math.PI - turned.measured, FACING, FACING_GOAL, 'rad')
      if (relation.type === 'in_front_of')
        return asGap(part === 'window' ? nearestOpening(box, windows) : toWall(), [1.5, 0.8])
      if (relation.type === 'opposite' && (part === 'window' || part === 'door')) {
        return best(part === 'window' ? windows : doors, (opening) => {
          const across = Math.abs(
            (box.x - opening.at[0]) * opening.inward[1] - (box.y - opening.at[1]) * opening.inward[0],
          )
          const ahead = (box.x - opening.at[0]) * opening.inward[0] + (box.y - opening.at[1]) * opening.inward[1]
          return worse(atMost(across, Math.max(0.4, opening.width / 2), 0.15), 0.8 - ahead, turned.ideal)
        })
      }
      return turned
    }
    default:
      return holds(0, 0)
  }
}

const missing = (by: number): RelationMeasure => ({
  miss: Math.min(by, 9),
  ideal: Math.min(by, 9),
  measured: by,
  demanded: 0,
  unit: 'm',
})

const best = (openings: readonly Opening[], measure: (opening: Opening) => RelationMeasure): RelationMeasure =>
  openings.map(measure).reduce((a, b) => (b.ideal < a.ideal ? b : a), missing(Number.POSITIVE_INFINITY))

const nearestOpening = (box: OrientedBox, openings: readonly Opening[]): number =>
  openings.reduce((least, opening) => Math.min(least, gapToOpening(box, opening)), Number.POSITIVE_INFINITY)

const nearestEdge = (box: OrientedBox, edges: readonly Edge[]): Edge | undefined => {
  let found: { edge: Edge; gap: number } | undefined
  for (const edge of edges) {
    const gap = gapToEdge(box, edge)
    if (!found || gap < found.gap) found = { edge, gap }
  }
  return found?.edge
}

const nearestGap = (box: OrientedBox, edges: readonly Edge[]): number => {
  const edge = nearestEdge(box, edges)
  return edge ? gapToEdge(box, edge) : Number.POSITIVE_INFINITY
}

/** A side flat to the wall, never the front; for what is opened or looked at from the front, its back. */
const againstWall = (site: Site, subject: ItemShape, target: RelationTarget | undefined): RelationMeasure => {
  const { box, kind } = subject
  const edges = targetEdges(site, target)
  const gap = nearestGap(box, edges)
  const touching = atMost(gap, AGAINST[0], AGAINST[1])
  if (touching.miss > 0.3 || subject.support.on === 'wall') return touching
  const isEven = kind !== undefined && kind.functionalSides.length % 4 === 0
  let off = Number.POSITIVE_INFINITY
  for (const edge of edges) {
    if (gapToEdge(box, edge) > gap + 0.1) continue
    const facing = Math.abs(Math.atan2(Math.sin(box.yaw - edge.yaw), Math.cos(box.yaw - edge.yaw)))
    const quarter = Math.PI / 2
    const isFrontToIt = !isEven && facing > quarter * 1.4
    const skew = Math.abs(facing - Math.round(facing / quarter) * quarter)
    const turned = kind?.wallAffinity === 'head' ? Math.min(0.5, facing) : skew
    off = Math.min(off, isFrontToIt ? quarter : needsBack(subject) ? facing : turned)
  }
  return worse(touching, off > 0.6 ? 0.3 : 0, off > 0.05 ? off * 0.3 : 0)
}

/** Whether only its back belongs at a wall: storage and what people stand before. Beds, tables and seats may turn a side. */
const needsBack = ({ kind, category }: ItemShape): boolean =>
  kind?.wallAffinity === 'back' &&
  kind.group !== 'beds' &&
  kind.group !== 'seating' &&
  !/desk|table|bath|bench|piano/.test(category)

const onWall = (site: Site, { box, support }: ItemShape, target: RelationTarget | undefined): RelationMeasure => {
  if (support.on !== 'wall') return missing(1)
  return atMost(nearestGap(box, targetEdges(site, target)), AGAINST[0], AGAINST[0])
}

/** Beside an opening: off its edge along the wall, not before it; left and right as seen by somebody who looks at it. */
const besideOpening = (
  box: OrientedBox,
  opening: Opening,
  { type, side }: BriefRelation,
  asGap: (gap: number, limits: readonly [number, number]) => RelationMeasure,
): RelationMeasure => {
  const measure = asGap(gapToOpening(box, opening), type === 'near' ? NEAR : [0.8, 0.4])
  if (type === 'near' && !side) return measure
  // To the right of somebody who looks at the opening: against `inward` turned.
  const right = (box.x - opening.at[0]) * -opening.inward[1] + (box.y - opening.at[1]) * opening.inward[0]
  const wanted =
    type === 'left_of' || side === 'left' ? -right : type === 'right_of' || side === 'right' ? right : Math.abs(right)
  return worse(measure, opening.width * 0.4 - wanted, opening.width * 0.5 + 0.05 - wanted)
}

/** Off the middle of the floor, or of the outline's box: in an L both are called the middle. */
const offMiddle = (site: Site, box: OrientedBox): number =>
  middlesOf(site).reduce((least, [x, y]) => Math.min(least, Math.hypot(box.x - x, box.y - y)), Number.POSITIVE_INFINITY)

/** In a part of the room: how far its middle is from that third. */
const inPart = (site: Site, box: OrientedBox, target: RelationTarget | undefined): RelationMeasure => {
  if (target?.kind !== 'building') return holds(0, 0)
  if (target.part === 'corner') return atMost(cornerGap(site, box, target), 1, 0.5)
  if (!target.side) return atMost(Math.hypot(box.x - site.center[0], box.y - site.center[1]), 1, 0.5)
  const [sx, sy] = sideDirection(site, target.side)
  const along = (x: number, y: number): number => (x - site.center[0]) * sx + (y - site.center[1]) * sy
  const far = site.plan.polygon.reduce((most, [x, y]) => Math.max(most, along(x, y)), 0)
  const at = along(box.x, box.y)
  return atMost(Math.max(0, far * 0.3 - at), 0.02, 0)
}

const centredAlong = (
  site: Site,
  box: OrientedBox,
  target: RelationTarget | undefined,
  openings: readonly Opening[],
): RelationMeasure => {
  const isWall = target?.kind === 'building' && target.part === 'wall'
  const edge = isWall ? nearestEdge(box, targetEdges(site, target)) : undefined
  if (isWall) {
    if (!edge) return missing(1)
    const s = (box.x - edge.a[0]) * edge.along[0] + (box.y - edge.a[1]) * edge.along[1]
    return atMost(Math.abs(s - edge.length / 2), 0.15, 0.05)
  }
  return best(openings, ({ at, inward }) =>
    atMost(Math.abs((box.x - at[0]) * inward[1] - (box.y - at[1]) * inward[0]), 0.15, 0.05),
  )
}

/** Between two openings of a kind: near the middle of the straight line that joins them. */
const betweenOpenings = (box: OrientedBox, openings: readonly Opening[]): RelationMeasure => {
  let found = missing(Number.POSITIVE_INFINITY)
  for (const [index, first] of openings.entries()) {
    for (const second of openings.slice(index + 1)) {
      const dx = second.at[0] - first.at[0]
      const dy = second.at[1] - first.at[1]
      const length = Math.hypot(dx, dy)
      if (length < 0.1) continue
      const t = ((box.x - first.at[0]) * dx + (box.y - first.at[1]) * dy) / length
      const across = Math.abs((box.x - first.at[0]) * dy - (box.y - first.at[1]) * dx) / length
      const off = Math.abs(t - length / 2)
      const measure = worse(atMost(off, length * 0.25, 0.1), Math.max(0, across - 1), Math.max(0, across - 0.5))
      if (measure.ideal < found.ideal) found = measure
    }
  }
  return found
}

const facesOne = (subject: ItemShape, points: readonly Point2[]): RelationMeasure => {
  const angle = points.reduce((least, point) => {
    const turn = angleTo(subject.box, point)
    // Somebody at a desk looks over it: the desk faces what they see.
    return Math.min(least, desks.has(subject.category) ? Math.min(turn, Math.PI - turn) : turn)
  }, Math.PI)
  return atMost(angle, FACING, FACING_GOAL, 'rad')
}

const pointsOf = (
  site: Site,
  box: OrientedBox,
  target: RelationTarget,
  windows: readonly Opening[],
  doors: readonly Opening[],
): Point2[] => {
  if (target.kind !== 'building') return []
  if (target.part === 'window') return windows.map(({ at }) => at)
  if (target.part === 'door') return doors.map(({ at }) => at)
  if (target.part === 'room') return [site.center]
  if (target.part === 'corner') return innerCorners(site, target).map(({ corner }) => corner)
  const front = boxFront(box)
  return targetEdges(site, target).flatMap((edge): Point2[] => {
    // Looking at a wall is looking square at it, wherever along it.
    if (front[0] * edge.inward[0] + front[1] * edge.inward[1] > 0) return []
    return [closestPointOnSegment([box.x, box.y], edge.a, edge.b) as Point2]
  })
}

import { desks, type ItemShape, type OrientedBox, planGap, toBoxFrame } from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import type { BriefRelation, TargetSide } from './brief.ts'
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

/** What counts as beside, near, … in metres; the second number is where it clearly is so. */
const BESIDE = [0.5, 0.25] as const
const NEAR = [0.9, 0.5] as const
const FAR = [1.8, 2.4] as const
const FRONT_REACH = [1.5, 0.9] as const
const CENTRED = [0.15, 0.05] as const

export type BetweenContext = {
  /** Second thing of `between`. */
  readonly and?: ItemShape
  /** Where a viewer stands who names the left and right of things without a front: the door. */
  readonly view?: Point2
}

/** Relation of a thing to another one. */
export const measureBetween = (
  subject: ItemShape,
  relation: BriefRelation,
  target: ItemShape,
  context: BetweenContext = {},
): RelationMeasure => {
  const measure = between(subject, relation, target, context)
  return relation.negated ? negate(measure) : measure
}

/** Whether a thing has one front that left and right refer to. */
export const hasFront = ({ kind }: ItemShape): boolean =>
  kind !== undefined &&
  !kind.walkable &&
  (kind.functionalSides.length === 1 || kind.wallAffinity === 'back' || kind.wallAffinity === 'head')

const between = (
  subject: ItemShape,
  relation: BriefRelation,
  target: ItemShape,
  { and, view }: BetweenContext,
): RelationMeasure => {
  const gap = planGap(subject.box, target.box)
  const { distance } = relation
  const [u, v] = toBoxFrame(target.box, subject.box.x, subject.box.y)
  const { halfWidth, halfDepth } = target.box
  const [, reachV] = reachIn(target.box, subject.box)
  const asGap = ([limit, goal]: readonly [number, number]): RelationMeasure =>
    distance ? withinBounds(gap, distance) : atMost(gap, limit, goal)
  const onSide = (measure: RelationMeasure): RelationMeasure =>
    relation.side ? worse(measure, sideMiss(relation.side, target, u, v)) : measure
  switch (relation.type) {
    case 'beside':
    case 'flanking': {
      const measure = onSide(asGap(BESIDE))
      if (relation.side || !hasFront(target)) return measure
      // Beside is left or right of it; right before it or behind it is not.
      const past = Math.abs(v) - halfDepth
      return worse(measure, past - reachV * 0.2 - Math.max(0, Math.abs(u) - halfWidth), past + reachV * 0.6)
    }
    case 'left_of':
    case 'right_of':
      return both(
        lateral(relation.type, target.box, subject.box, asGap(NEAR)),
        seenFrom(relation.type, subject, target, view),
      )
    case 'in_front_of':
    case 'behind':
      return both(
        lateral(relation.type, target.box, subject.box, asGap(FRONT_REACH)),
        seenFrom(relation.type, subject, target, view),
      )
    case 'facing': {
      const measure = faces(subject, target)
      return distance ? both(withinBounds(gap, distance), measure) : measure
    }
    case 'facing_away': {
      const angle = Math.PI - angleTo(subject.box, [target.box.x, target.box.y])
      return atMost(angle, FACING, FACING_GOAL, 'rad')
    }
    case 'opposite': {
      const turned = hasFront(subject) ? faces(subject, target) : holds(0, FACING, 'rad')
      const back = hasFront(target) ? faces(target, subject) : holds(0, FACING, 'rad')
      const offset = hasFront(target) ? Math.abs(u) : Math.min(Math.abs(u), Math.abs(v))
      const measure = worse(both(turned, back), (offset - 0.35) * 0.7, offset - 0.1)
      return distance ? both(withinBounds(gap, distance), measure) : measure
    }
    case 'around': {
      const measure = onSide(asGap([0.5, 0.2]))
      const angle =
        hasFront(subject) || subject.kind?.group === 'seating' ? angleTo(subject.box, [target.box.x, target.box.y]) : 0
      return worse(measure, angle - 0.9, angle - 0.6)
    }
    case 'along': {
      const isLong = subject.box.halfWidth >= subject.box.halfDepth
      const isTargetLong = halfWidth >= halfDepth
      const turn = subject.box.yaw - target.box.yaw + (isLong === isTargetLong ? 0 : Math.PI / 2)
      const off = Math.asin(Math.min(1, Math.abs(Math.sin(turn))))
      const beyond = isTargetLong ? Math.abs(u) - halfWidth : Math.abs(v) - halfDepth
      return worse(both(asGap(BESIDE), atMost(off, 0.17, 0.06, 'rad')), beyond, beyond + 0.1)
    }
    case 'between':
      return and ? inBetween(subject.box, target, and) : asGap(NEAR)
    case 'far':
      return distance ? withinBounds(gap, distance) : atLeast(gap, FAR[0], FAR[1])
    case 'away_from_wall':
    case 'away_from_door':
      return distance ? withinBounds(gap, distance) : atLeast(gap, FAR[0], FAR[1])
    case 'parallel': {
      const turn = Math.abs(Math.sin(subject.box.yaw - target.box.yaw))
      return atMost(Math.asin(Math.min(1, turn)), 0.15, 0.05, 'rad')
    }
    case 'centred_on': {
      const isFlat = subject.role === 'flat' || target.role === 'flat' || subject.role === 'carried'
      const off = isFlat ? Math.max(Math.abs(u), Math.abs(v)) : Math.min(Math.abs(u), Math.abs(v))
      return atMost(off, CENTRED[0], CENTRED[1])
    }
    case 'under':
    case 'above': {
      const out = Math.hypot(Math.max(0, Math.abs(u) - halfWidth), Math.max(0, Math.abs(v) - halfDepth - WALL_REACH))
      const isHigh = relation.type === 'above' && subject.role !== 'flat'
      const low = isHigh ? Math.max(0, target.box.top - subject.box.bottom - 0.005) : 0
      return worse(atMost(out, 0.05, 0), low, Math.max(low, Math.abs(u) - halfWidth * 0.5 - 0.05))
    }
    case 'on':
    case 'inside': {
      const isThere =
        (subject.support.on === 'item' && subject.support.id === target.id) ||
        (target.role === 'flat' && Math.abs(u) < halfWidth && Math.abs(v) < halfDepth)
      return isThere ? holds(0, 0) : { miss: 1, ideal: 1, measured: gap, demanded: 0, unit: 'm' }
    }
    default:
      return onSide(asGap(NEAR))
  }
}

/** Depth behind a thing at a wall in which something that hangs on that wall is still above it. */
const WALL_REACH = 0.1

/** Half extents of a box along the axes of another. */
const reachIn = (frame: OrientedBox, box: OrientedBox): readonly [number, number] => {
  const cos = Math.abs(frame.cos * box.cos + frame.sin * box.sin)
  const sin = Math.abs(frame.cos * box.sin - frame.sin * box.cos)
  return [box.halfWidth * cos + box.halfDepth * sin, box.halfWidth * sin + box.halfDepth * cos]
}

type Lateral = 'left_of' | 'right_of' | 'in_front_of' | 'behind'

/** On one side of the target: past its edge there, and within its breadth across. */
const lateral = (type: Lateral, target: OrientedBox, subject: OrientedBox, gap: RelationMeasure): RelationMeasure => {
  const [u, v] = toBoxFrame(target, subject.x, subject.y)
  const isSideways = type === 'left_of' || type === 'right_of'
  const sign = type === 'left_of' || type === 'in_front_of' ? -1 : 1
  const out = (isSideways ? u : v) * sign
  const half = isSideways ? target.halfWidth : target.halfDepth
  const across = Math.abs(isSideways ? v : u)
  const breadth = isSideways ? target.halfDepth : target.halfWidth
  const [reachU, reachV] = reachIn(target, subject)
  const own = isSideways ? reachV : reachU
  return worse(
    gap,
    Math.max(0, half - out) + Math.max(0, across - Math.max(breadth, own)),
    Math.max(0, half - out) + Math.max(0, across - Math.max(breadth * 0.6, own - breadth, 0.05)),
  )
}

/** The same of a thing without a front, as seen by somebody at the door. */
const seenFrom = (type: Lateral, subject: ItemShape, target: ItemShape, view: Point2 | undefined): RelationMeasure => {
  if (!view || hasFront(target)) return holds(0, 0)
  const dx = target.box.x - view[0]
  const dy = target.box.y - view[1]
  const length = Math.hypot(dx, dy)
  if (length < 0.3) return holds(0, 0)
  const ahead = ((subject.box.x - target.box.x) * dx + (subject.box.y - target.box.y) * dy) / length
  const left = ((subject.box.y - target.box.y) * dx - (subject.box.x - target.box.x) * dy) / length
  const out = type === 'left_of' ? left : type === 'right_of' ? -left : type === 'behind' ? ahead : -ahead
  // A wish only: the thing's own axes are what counts.
  return { ...holds(0, 0), ideal: Math.max(0, 0.2 - out) }
}

/** People at a desk look over it: a desk faces what its sitter sees. Everything else faces by its front. */
const faces = (subject: ItemShape, target: ItemShape): RelationMeasure => {
  const angle = angleTo(subject.box, [target.box.x, target.box.y])
  const shown = desks.has(subject.category) ? Math.min(angle, Math.PI - angle) : angle
  return atMost(shown, FACING, FACING_GOAL, 'rad')
}

/** How far beyond the side of the target that was said; 0 on it. */
const sideMiss = (side: TargetSide, target: ItemShape, u: number, v: number): number => {
  const { halfWidth, halfDepth } = target.box
  const past = (out: number, half: number): number => Math.max(0, half - out)
  const isBed = target.kind?.group === 'beds'
  switch (side) {
    case 'left':
      return past(-u, halfWidth)
    case 'right':
      return past(u, halfWidth)
    case 'front':
    case 'foot':
      return past(-v, halfDepth)
    case 'back':
      return past(v, halfDepth)
    case 'head':
      return isBed ? Math.max(0, halfDepth * 0.2 - v) : endMiss(true, target, u, v)
    case 'long':
      return endMiss(false, target, u, v)
    case 'short':
      return endMiss(true, target, u, v)
  }
}

const endMiss = (isShort: boolean, target: ItemShape, u: number, v: number): number => {
  const { halfWidth, halfDepth } = target.box
  const acrossLong = halfWidth >= halfDepth !== isShort
  return acrossLong ? Math.max(0, halfDepth - Math.abs(v)) : Math.max(0, halfWidth - Math.abs(u))
}

/** Off the middle of the stretch between two things: along it and across. */
const inBetween = (box: OrientedBox, first: ItemShape, second: ItemShape): RelationMeasure => {
  const a = first.box
  const b = second.box
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = Math.hypot(dx, dy)
  if (length < 0.05) return { miss: 1, ideal: 1, measured: 1, demanded: 0.3, unit: 'm' }
  const t = ((box.x - a.x) * dx + (box.y - a.y) * dy) / length
  const across = Math.abs((box.x - a.x) * dy - (box.y - a.y) * dx) / length
  const off = Math.hypot(box.x - (a.x + b.x) / 2, box.y - (a.y + b.y) / 2)
  const ends = Math.max(0, length * 0.22 - t, t - length * 0.78)
  return worse(
    atMost(across, Math.max(0.3, length * 0.12), 0.12),
    ends,
    Math.max(ends, (off - Math.max(0.1, length * 0.06)) * 0.5),
  )
}

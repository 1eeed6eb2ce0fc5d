import { boxFront, desks, type ItemShape, type OrientedBox, planGap, toBoxFrame } from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import type { BriefRelation } from './brief.ts'
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
import { besideMeasure, frontedBox, hasFront, lateral, reachIn, sideMiss } from './relation-sides.ts'

/** What counts as beside, near, … in metres; the second number is where it clearly is so. */
const BESIDE = [0.5, 0.25] as const
const NEAR = [0.9, 0.5] as const
const FAR = [1.8, 2.4] as const
const FRONT_REACH = [1.5, 0.9] as const
const CENTRED = [0.15, 0.05] as const
/** Before a deep seat that looks at the thing one steps in. */
const STEP_IN = [0.7, 0.65] as const

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
  // Plainly beside is closer than that; on a said side of it, or around it, one looks at it.
  const isFacing =
    (relation.type === 'around' || relation.side !== undefined) &&
    isDeep(subject) &&
    lookPast(subject.box, target.box) === 0
  const asGap = ([limit, goal]: readonly [number, number]): RelationMeasure =>
    distance
      ? withinBounds(gap, distance)
      : atMost(gap, isFacing ? Math.max(limit, STEP_IN[0]) : limit, isFacing ? Math.max(goal, STEP_IN[1]) : goal)
  const onSide = (measure: RelationMeasure): RelationMeasure =>
    relation.side ? worse(measure, sideMiss(relation.side, target, u, v)) : measure
  switch (relation.type) {
    case 'beside':
    case 'flanking':
      return relation.side ? onSide(asGap(BESIDE)) : besideMeasure(subject, target, asGap(BESIDE))
    case 'left_of':
    case 'right_of':
      return lateral(
        relation.type,
        frontedBox(target, view),
        subject.box,
        asGap(isForBed(subject, target) ? BESIDE : NEAR),
      )
    case 'in_front_of':
    case 'behind':
      return lateral(relation.type, frontedBox(target, view), subject.box, asGap(FRONT_REACH))
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
      const off = hasFront(subject) || subject.kind?.group === 'seating' ? lookPast(subject.box, target.box) : 0
      return worse(measure, off - FACING, off - FACING_GOAL)
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
      if (subject.role === 'flat') return lying(subject.box, target.box)
      const out = Math.hypot(Math.max(0, Math.abs(u) - halfWidth), Math.max(0, Math.abs(v) - halfDepth - WALL_REACH))
      const isHigh = relation.type === 'above'
      const low = isHigh ? Math.max(0, target.box.top - subject.box.bottom - 0.005) : 0
      return worse(atMost(out, 0.05, 0), low, Math.max(low, Math.abs(u) - halfWidth * 0.5 - 0.05))
    }
    case 'on':
    case 'inside': {
      if (target.role === 'flat') return lying(target.box, subject.box)
      const isThere = subject.support.on === 'item' && subject.support.id === target.id
      return isThere ? holds(0, 0) : { miss: 1, ideal: 1, measured: gap, demanded: 0, unit: 'm' }
    }
    default:
      return onSide(asGap(NEAR))
  }
}

/** What belongs right at a bed: whoever lies there reaches it. */
const isForBed = ({ category }: ItemShape, target: ItemShape): boolean =>
  target.kind?.group === 'beds' && AT_BED.has(category)

const AT_BED: ReadonlySet<string> = new Set(['crib', 'bassinet', 'nightstand'])

/** Share of a thing's floor that a cloth under it reaches: what counts, and what clearly is so. */
const COVERED = [0.35, 0.45] as const

/** How much of a thing stands on a cloth; a share counts as metres. */
const lying = (cloth: OrientedBox, thing: OrientedBox): RelationMeasure => {
  const [u, v] = toBoxFrame(thing, cloth.x, cloth.y)
  const [reachU, reachV] = reachIn(thing, cloth)
  const shared = (at: number, reach: number, half: number): number =>
    Math.max(0, Math.min(half, at + reach) - Math.max(-half, at - reach)) / (2 * half)
  return atLeast(shared(u, reachU, thing.halfWidth) * shared(v, reachV, thing.halfDepth), COVERED[0], COVERED[1])
}

/** Depth behind a thing at a wall in which something that hangs on that wall is still above it. */
const WALL_REACH = 0.1

/** Seats that one steps in to, rather than pulls up. */
const isDeep = ({ kind, box }: ItemShape): boolean => kind?.group === 'seating' && box.halfDepth > 0.31

/** By how much a straight look from the middle of a box misses another one, radians. */
const lookPast = (from: OrientedBox, to: OrientedBox): number => {
  const [frontX, frontY] = boxFront(from)
  const [u, v] = toBoxFrame(to, from.x, from.y)
  const du = frontX * to.cos + frontY * to.sin
  const dv = frontY * to.cos - frontX * to.sin
  const along = (half: number, at: number, by: number): readonly [number, number] =>
    Math.abs(by) < 1e-9
      ? Math.abs(at) < half
        ? [0, Number.POSITIVE_INFINITY]
        : [1, 0]
      : by > 0
        ? [(-half - at) / by, (half - at) / by]
        : [(half - at) / by, (-half - at) / by]
  const [fromU, toU] = along(to.halfWidth, u, du)
  const [fromV, toV] = along(to.halfDepth, v, dv)
  const isHit = Math.max(fromU, fromV, 0) <= Math.min(toU, toV)
  return isHit ? 0 : angleTo(from, [to.x, to.y])
}

/** People at a desk look over it: a desk faces what its sitter sees. Everything else faces by its front. */
const faces = (subject: ItemShape, target: ItemShape): RelationMeasure => {
  const angle = angleTo(subject.box, [target.box.x, target.box.y])
  const shown = desks.has(subject.category) ? Math.min(angle, Math.PI - angle) : angle
  return atMost(shown, FACING, FACING_GOAL, 'rad')
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

import { type ItemShape, type OrientedBox, planPenetration, toBoxFrame } from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import type { TargetSide } from './brief.ts'
import { type RelationMeasure, worse } from './relation-measure.ts'

/** Whether a thing has one front that left and right refer to. */
export const hasFront = ({ kind }: ItemShape): boolean =>
  kind !== undefined &&
  !kind.walkable &&
  (kind.functionalSides.length === 1 ||
    kind.wallAffinity === 'back' ||
    kind.wallAffinity === 'head' ||
    /chair$/.test(kind.id))

/** Whether one side of a thing is as good as another: a plant, a round table, a rug. */
export const isEven = ({ kind, item }: ItemShape): boolean =>
  kind === undefined || kind.functionalSides.length % 4 === 0 || item.shape === 'round'

/** How far the middle may stand before or behind the target's flank and still be beside it, metres. */
const OVERHANG = 0.2

/** At a flank of the target, not before it, behind it or over it; of things that look the same all round, anywhere. */
export const besideMeasure = (subject: ItemShape, target: ItemShape, gap: RelationMeasure): RelationMeasure => {
  const { halfWidth, halfDepth } = target.box
  const over = Math.max(0, planPenetration(subject.box, target.box) - 0.02)
  if (isEven(target)) return worse(gap, over)
  const [u, v] = toBoxFrame(target.box, subject.box.x, subject.box.y)
  const [, reachV] = reachIn(target.box, subject.box)
  const inside = Math.max(0, halfWidth - Math.abs(u))
  const past = Math.abs(v) - halfDepth
  return worse(gap, inside + Math.max(0, past - OVERHANG), inside + Math.max(0, past + reachV * 0.6))
}

/** Half extents of a box along the axes of another. */
export const reachIn = (frame: OrientedBox, box: OrientedBox): readonly [number, number] => {
  const cos = Math.abs(frame.cos * box.cos + frame.sin * box.sin)
  const sin = Math.abs(frame.cos * box.sin - frame.sin * box.cos)
  return [box.halfWidth * cos + box.halfDepth * sin, box.halfWidth * sin + box.halfDepth * cos]
}

export type Lateral = 'left_of' | 'right_of' | 'in_front_of' | 'behind'

/** On one side of the target: past its edge there, and within its breadth across. */
export const lateral = (
  type: Lateral,
  target: OrientedBox,
  subject: OrientedBox,
  gap: RelationMeasure,
): RelationMeasure => {
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

/**
 * The target's box with the front that left and right refer to: its own, or of a thing without one, the side that looks
 * to whoever stands at the door.
 */
export const frontedBox = (target: ItemShape, view: Point2 | undefined): OrientedBox => {
  const { box } = target
  if (!view || hasFront(target) || Math.hypot(view[0] - box.x, view[1] - box.y) < 0.3) return box
  const [u, v] = toBoxFrame(box, view[0], view[1])
  const quarters = Math.abs(v) >= Math.abs(u) ? (v < 0 ? 0 : 2) : u < 0 ? 3 : 1
  if (quarters === 0) return box
  const yaw = box.yaw + (quarters * Math.PI) / 2
  const isAcross = quarters % 2 === 1
  return {
    ...box,
    yaw,
    cos: Math.cos(yaw),
    sin: Math.sin(yaw),
    halfWidth: isAcross ? box.halfDepth : box.halfWidth,
    halfDepth: isAcross ? box.halfWidth : box.halfDepth,
  }
}

/** How far beyond the side of the target that was said; 0 on it. */
export const sideMiss = (side: TargetSide, target: ItemShape, u: number, v: number): number => {
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

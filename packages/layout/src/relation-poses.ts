import { boxPoint, type ItemShape, type OrientedBox } from '@enfilade/critic'
import type { Point2, Size3 } from '@enfilade/scene'
import type { Frame, Piece } from './arrangement.ts'
import type { BriefRelation } from './brief.ts'
import { frontedBox, hasFront, isEven } from './relation-sides.ts'
import type { Edge } from './site.ts'

/** A pose for one piece. */
export type PiecePose = { readonly x: number; readonly y: number; readonly yaw: number; readonly edge?: Edge }

/** Gaps tried between two things, metres. */
const SIDE_GAPS = [0.03, 0.12, 0.25]
const NEAR_GAPS = [0.05, 0.25, 0.5]
const FRONT_GAPS = [0.06, 0.4, 0.75]
const FAR_GAPS = [0.5, 0.9, 1.4, 2, 2.7]
/** Quarter turns. */
export const QUARTERS = [0, 1, 2, 3].map((turn) => (turn * Math.PI) / 2)

type Side = 'left' | 'right' | 'front' | 'back'
const FLANKS: readonly Side[] = ['left', 'right']
const ALL: readonly Side[] = ['left', 'right', 'front', 'back']

/** The frame in which a piece of an arrangement stands at a pose. */
export const frameFor = (piece: Pick<Piece, 'x' | 'y' | 'yaw'>, pose: PiecePose): Frame => {
  const yaw = pose.yaw - piece.yaw
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  return { x: pose.x - (piece.x * cos - piece.y * sin), y: pose.y - (piece.x * sin + piece.y * cos), yaw }
}

/**
 * Poses of a thing that stand in a relation to another one, the likely ones first.
 *
 * @param view Where somebody stands who says left and right of what has no front; absent: every side of it is tried.
 */
export const posesAt = (
  relation: BriefRelation,
  target: ItemShape,
  size: Size3,
  and?: ItemShape,
  view?: Point2,
): PiecePose[] => {
  if (relation.negated) return []
  const said = gapsOf(relation)
  const round = (sides: readonly Side[], gaps: readonly number[], turns: readonly number[] = QUARTERS): PiecePose[] =>
    sides.flatMap((side) => beside(target.box, side, said ?? gaps, size, turns))
  // Left of what has no front is left as seen from the door, whichever side that is.
  const from = (side: Side, gaps: readonly number[], turns = QUARTERS): PiecePose[] =>
    view
      ? beside(frontedBox(target, view), side, said ?? gaps, size, turns)
      : round(hasFront(target) ? [side] : ALL, gaps, turns)
  switch (relation.type) {
    case 'left_of':
      return from('left', SIDE_GAPS)
    case 'right_of':
      return from('right', SIDE_GAPS)
    case 'in_front_of':
      return from('front', FRONT_GAPS, [Math.PI, 0, Math.PI / 2, -Math.PI / 2])
    case 'behind':
      return from('back', FRONT_GAPS)
    case 'beside':
    case 'flanking':
      return round(
        relation.side ? sidesOf(relation, target) : isEven(target) ? ['left', 'right', 'back', 'front'] : FLANKS,
        SIDE_GAPS,
      )
    case 'along':
      return round(target.box.halfWidth >= target.box.halfDepth ? ['front', 'back'] : ['left', 'right'], SIDE_GAPS)
    case 'near':
      return round(sidesOf(relation, target), NEAR_GAPS)
    case 'around':
      return sidesOf(relation, target).flatMap((side) =>
        beside(target.box, side, said ?? [0.04, 0.12], size, [turnTo[side]], SEAT_OFFSETS),
      )
    case 'opposite':
      return beside(target.box, 'front', said ?? FAR_GAPS, size, [Math.PI], [0])
    case 'facing':
      return [...around(target, said, size), ...beside(target.box, 'front', said ?? FAR_GAPS, size, [Math.PI], [0])]
    case 'facing_away':
      return around(target, said, size).map((pose) => ({ ...pose, yaw: pose.yaw + Math.PI }))
    case 'between':
      return and ? middle(target, and, size) : []
    case 'centred_on':
    case 'under':
      return QUARTERS.slice(0, 2).map((turn) => ({ x: target.box.x, y: target.box.y, yaw: target.box.yaw + turn }))
    default:
      return []
  }
}

/** Along a side of a table, over its half length. */
const SEAT_OFFSETS = [0, -0.5, 0.5, -0.75, 0.75]

/** Gaps that the words ask for, the likely one first. */
export const gapsOf = ({ distance }: BriefRelation): number[] | undefined => {
  if (!distance) return undefined
  const { exact, min, max } = distance
  if (exact !== undefined) return [exact]
  if (min !== undefined && max !== undefined) return [(min + max) / 2, min + 0.02]
  return min !== undefined ? [min + 0.03, min + 0.3] : [Math.max(0.02, (max ?? 0.3) * 0.6)]
}

const sidesOf = ({ side }: BriefRelation, target: ItemShape): readonly Side[] => {
  const isWide = target.box.halfWidth >= target.box.halfDepth
  switch (side) {
    case 'left':
    case 'right':
    case 'front':
    case 'back':
      return [side]
    case 'foot':
      return ['front']
    case 'long':
      return isWide ? ['front', 'back'] : ['left', 'right']
    case 'short':
      return isWide ? ['left', 'right'] : ['front', 'back']
    case 'head':
      return target.kind?.group === 'beds' ? ['left', 'right'] : isWide ? ['left', 'right'] : ['back', 'front']
    default:
      return ALL
  }
}

/** Turn against the target with which a thing on that side looks at it. */
const turnTo: { readonly [side in Side]: number } = {
  front: Math.PI,
  back: 0,
  left: Math.PI / 2,
  right: -Math.PI / 2,
}

/** On one side of a box, at gaps, aligned to its back, middle and front (or at given offsets along the side). */
const beside = (
  box: OrientedBox,
  side: Side,
  gaps: readonly number[],
  [width, depth]: Size3,
  turns: readonly number[],
  offsets?: readonly number[],
): PiecePose[] => {
  const poses: PiecePose[] = []
  const sign = side === 'left' || side === 'front' ? -1 : 1
  const isSideways = side === 'left' || side === 'right'
  for (const turn of turns) {
    const isAcross = Math.abs(Math.sin(turn)) > 0.7
    const halfX = (isAcross ? depth : width) / 2
    const halfY = (isAcross ? width : depth) / 2
    const half = isSideways ? box.halfDepth : box.halfWidth
    const own = isSideways ? halfY : halfX
    // Backs in line first, then middles, then fronts.
    const aligned = offsets ? offsets.map((offset) => offset * half) : [half - own, 0, own - half, own - half - 0.2]
    for (const gap of gaps) {
      for (const along of new Set(aligned)) {
        const out = isSideways ? box.halfWidth + gap + halfX : box.halfDepth + gap + halfY
        const [x, y] = isSideways ? boxPoint(box, sign * out, along) : boxPoint(box, along, sign * out)
        poses.push({ x, y, yaw: box.yaw + turn })
      }
    }
  }
  return poses
}

/** On arcs around a thing, turned to it. */
const around = (target: ItemShape, gaps: readonly number[] | undefined, [, depth]: Size3): PiecePose[] => {
  const { box } = target
  const reach = Math.max(box.halfWidth, box.halfDepth) + depth / 2
  const poses: PiecePose[] = []
  for (const gap of gaps ?? [0.5, 1, 1.6, 2.3]) {
    for (let step = 0; step < 12; step++) {
      // Before its front first.
      const angle = box.yaw - Math.PI / 2 + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * (Math.PI / 6)
      const x = box.x + Math.cos(angle) * (reach + gap)
      const y = box.y + Math.sin(angle) * (reach + gap)
      poses.push({ x, y, yaw: yawTo([x, y], [box.x, box.y]) })
    }
  }
  return poses
}

/** Yaw with which a thing at a point looks at another one. */
export const yawTo = (from: Point2, to: Point2): number => Math.atan2(to[0] - from[0], -(to[1] - from[1]))

/** In the middle between two things, turned like each of them and square to the line between. */
const middle = (a: ItemShape, b: ItemShape, [, depth]: Size3): PiecePose[] => {
  const { x, y } = { x: (a.box.x + b.box.x) / 2, y: (a.box.y + b.box.y) / 2 }
  // Back in line with the backs of both, for things along one wall.
  const back = a.box.halfDepth - depth / 2
  const turns = [...new Set([...QUARTERS.map((turn) => a.box.yaw + turn), ...QUARTERS.map((turn) => b.box.yaw + turn)])]
  const shifts: Point2[] = [
    [0, 0],
    shiftAlong(a.box, back),
    shiftAlong(a.box, -back),
    ...[-0.3, 0.3].map((s) => towards(a.box, b.box, s)),
  ]
  return shifts.flatMap(([dx, dy]) => turns.map((yaw) => ({ x: x + dx, y: y + dy, yaw })))
}

const shiftAlong = (box: OrientedBox, v: number): Point2 => [-box.sin * v, box.cos * v]

const towards = (a: OrientedBox, b: OrientedBox, by: number): Point2 => {
  const length = Math.max(0.01, Math.hypot(b.x - a.x, b.y - a.y))
  return [((b.x - a.x) / length) * by, ((b.y - a.y) / length) * by]
}

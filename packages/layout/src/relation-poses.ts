import { boxPoint, type ItemShape, type OrientedBox } from '@enfilade/critic'
import type { Point2, Size3 } from '@enfilade/scene'
import type { Frame, Piece } from './arrangement.ts'
import type { BriefRelation } from './brief.ts'
import { innerCorners, middlesOf, targetEdges, targetOpenings } from './relation.ts'
import { type Edge, edgePoint, type Site, WALL_GAP } from './site.ts'

/** A pose for one piece. */
export type PiecePose = { readonly x: number; readonly y: number; readonly yaw: number; readonly edge?: Edge }

/** Gaps tried between two things, metres. */
const SIDE_GAPS = [0.03, 0.12, 0.25]
const NEAR_GAPS = [0.05, 0.25, 0.5]
const FRONT_GAPS = [0.06, 0.4, 0.75]
const FAR_GAPS = [0.5, 0.9, 1.4, 2, 2.7]
const QUARTERS = [0, 1, 2, 3].map((turn) => (turn * Math.PI) / 2)

type Side = 'left' | 'right' | 'front' | 'back'
const ALL: readonly Side[] = ['left', 'right', 'front', 'back']

/** The frame in which a piece of an arrangement stands at a pose. */
export const frameFor = (piece: Pick<Piece, 'x' | 'y' | 'yaw'>, pose: PiecePose): Frame => {
  const yaw = pose.yaw - piece.yaw
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  return { x: pose.x - (piece.x * cos - piece.y * sin), y: pose.y - (piece.x * sin + piece.y * cos), yaw }
}

/** Poses of a thing that stand in a relation to another one, the likely ones first. */
export const posesAt = (relation: BriefRelation, target: ItemShape, size: Size3, and?: ItemShape): PiecePose[] => {
  if (relation.negated) return []
  const said = gapsOf(relation)
  const round = (sides: readonly Side[], gaps: readonly number[], turns: readonly number[] = QUARTERS): PiecePose[] =>
    sides.flatMap((side) => beside(target, side, said ?? gaps, size, turns))
  switch (relation.type) {
    case 'left_of':
      return round(['left'], SIDE_GAPS)
    case 'right_of':
      return round(['right'], SIDE_GAPS)
    case 'in_front_of':
      return round(['front'], FRONT_GAPS, [Math.PI, 0, Math.PI / 2, -Math.PI / 2])
    case 'behind':
      return round(['back'], FRONT_GAPS)
    case 'beside':
    case 'flanking':
      return round(relation.side ? sidesOf(relation, target) : ['left', 'right', 'back', 'front'], SIDE_GAPS)
    case 'along':
      return round(target.box.halfWidth >= target.box.halfDepth ? ['front', 'back'] : ['left', 'right'], SIDE_GAPS)
    case 'near':
      return round(sidesOf(relation, target), NEAR_GAPS)
    case 'around':
      return sidesOf(relation, target).flatMap((side) =>
        beside(target, side, said ?? [0.04, 0.12], size, [turnTo[side]], SEAT_OFFSETS),
      )
    case 'opposite':
      return beside(target, 'front', said ?? FAR_GAPS, size, [Math.PI], [0])
    case 'facing':
      return [...around(target, said, size), ...beside(target, 'front', said ?? FAR_GAPS, size, [Math.PI], [0])]
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

const gapsOf = ({ distance }: BriefRelation): number[] | undefined => {
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
  target: ItemShape,
  side: Side,
  gaps: readonly number[],
  [width, depth]: Size3,
  turns: readonly number[],
  offsets?: readonly number[],
): PiecePose[] => {
  const { box } = target
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

/** Poses that stand in a relation to the building. */
export const posesInRoom = (site: Site, relation: BriefRelation, category: string, size: Size3): PiecePose[] => {
  if (relation.negated) return []
  const { target } = relation
  const part = target?.kind === 'building' ? target.part : undefined
  const gap = gapsOf(relation)?.[0]
  const windows = targetOpenings(site, part === 'window' || part === 'wall' ? target : undefined, 'window')
  const doors = targetOpenings(site, part === 'door' ? target : undefined, 'door')
  switch (relation.type) {
    case 'centred':
      if (part === 'wall' || part === 'window') return atMiddles(site, target, windows, size)
      return middlesOf(site).flatMap(([x, y]) =>
        turnsIn(site).flatMap((yaw) => NUDGES.map(([dx, dy]) => ({ x: x + dx, y: y + dy, yaw }))),
      )
    case 'centred_on':
      return atMiddles(site, target, part === 'door' ? doors : windows, size)
    case 'in_corner':
      return cornerPoses(site, relation, size, gap ?? 0.02)
    case 'by_window':
    case 'under_window':
      return windows.flatMap((window) => atOpening(window, size, gap === undefined ? [WALL_GAP, 0.3, 0.5] : [gap]))
    case 'near':
    case 'beside':
    case 'left_of':
    case 'right_of':
    case 'flanking':
    case 'by_door':
      if (part === 'corner') return cornerPoses(site, relation, size, 0.02)
      return (part === 'window' ? windows : part === 'door' || relation.type === 'by_door' ? doors : []).flatMap(
        (opening) => besideOpening(opening, size, gap ?? 0.1),
      )
    case 'facing_window':
      return lookAt(
        site,
        windows.map(({ at, inward }) => ({ at, inward })),
        size,
      )
    case 'facing_door':
      return lookAt(
        site,
        doors.map(({ at, inward }) => ({ at, inward })),
        size,
      )
    case 'facing':
    case 'opposite':
      if (part === 'window') return lookAt(site, windows, size)
      if (part === 'door') return lookAt(site, doors, size)
      return part === 'wall' || part === 'room' ? turnedPoses(site, target, category) : []
    case 'between':
      return betweenPoses(part === 'door' ? doors : windows, size)
    case 'against_wall':
    case 'along':
    case 'away_from_wall':
      return gap === undefined && relation.type === 'against_wall' ? [] : wallPoses(site, relation, size, gap)
    default:
      return []
  }
}

/** Steps off the middle that still count as in it. */
const NUDGES: readonly Point2[] = [
  [0, 0],
  [0.12, 0],
  [-0.12, 0],
  [0, 0.12],
  [0, -0.12],
  [0.25, 0],
  [-0.25, 0],
  [0, 0.25],
  [0, -0.25],
]

const turnsIn = (site: Site): number[] => site.axes.slice(0, 1).flatMap((axis) => QUARTERS.map((turn) => axis + turn))

const atOpening = (
  {
    at,
    inward,
    yaw,
    width,
  }: { readonly at: Point2; readonly inward: Point2; readonly yaw: number; readonly width: number },
  [w, d]: Size3,
  gaps: readonly number[],
): PiecePose[] =>
  gaps.flatMap((gap) =>
    QUARTERS.flatMap((turn) => {
      const half = Math.abs(Math.sin(turn)) > 0.7 ? w / 2 : d / 2
      return [0, -0.4, 0.4].map((offset) => ({
        x: at[0] + inward[0] * (gap + half) - inward[1] * offset * width,
        y: at[1] + inward[1] * (gap + half) + inward[0] * offset * width,
        yaw: yaw + turn,
      }))
    }),
  )

/** At the wall beside an opening, on both sides. */
const besideOpening = (
  {
    at,
    inward,
    yaw,
    width,
  }: { readonly at: Point2; readonly inward: Point2; readonly yaw: number; readonly width: number },
  [w, d]: Size3,
  gap: number,
): PiecePose[] =>
  [-1, 1].flatMap((side) =>
    [gap, gap + 0.2].flatMap((off) =>
      [0, Math.PI / 2, -Math.PI / 2].map((turn) => {
        const isAcross = turn !== 0
        const out = width / 2 + off + (isAcross ? d : w) / 2
        const depth = WALL_GAP + (isAcross ? w : d) / 2
        return {
          x: at[0] - inward[1] * side * out + inward[0] * depth,
          y: at[1] + inward[0] * side * out + inward[1] * depth,
          yaw: yaw + turn,
        }
      }),
    ),
  )

/** Snug in a corner, its back at either wall or its front out along the bisector. */
const cornerPoses = (site: Site, { target }: BriefRelation, [w, d]: Size3, gap: number): PiecePose[] =>
  innerCorners(site, target).flatMap(({ before, corner, after }) => {
    const poses: PiecePose[] = []
    const a = unit(corner, before)
    const b = unit(corner, after)
    for (const [along, other] of [
      [b, a],
      [a, b],
    ] as const) {
      // Normal of the wall `along`, on the side of the other wall: into the room.
      const side = along[0] * other[1] - along[1] * other[0] > 0 ? 1 : -1
      const inward: Point2 = [-along[1] * side, along[0] * side]
      const slack = Math.max(0, (other[0] * along[0] + other[1] * along[1]) * d)
      for (const turn of QUARTERS) {
        const isAcross = Math.abs(Math.sin(turn)) > 0.7
        const [half, deep] = isAcross ? [d / 2, w / 2] : [w / 2, d / 2]
        poses.push({
          x: corner[0] + along[0] * (half + gap + slack) + inward[0] * (deep + Math.max(WALL_GAP, gap)),
          y: corner[1] + along[1] * (half + gap + slack) + inward[1] * (deep + Math.max(WALL_GAP, gap)),
          yaw: Math.atan2(inward[0], -inward[1]) + turn,
        })
      }
    }
    return poses
  })

const unit = (from: Point2, to: Point2): Point2 => {
  const length = Math.max(1e-9, Math.hypot(to[0] - from[0], to[1] - from[1]))
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

/** Square to an opening at several distances, and wherever on the walls, turned to it. */
const lookAt = (
  site: Site,
  openings: readonly { readonly at: Point2; readonly inward: Point2 }[],
  [, d]: Size3,
): PiecePose[] =>
  openings.flatMap(({ at, inward }) => {
    const poses: PiecePose[] = []
    for (const distance of [0.4, 0.9, 1.4, 2, 2.7, 3.5]) {
      for (const offset of [0, -0.6, 0.6]) {
        const x = at[0] + inward[0] * (distance + d / 2) - inward[1] * offset
        const y = at[1] + inward[1] * (distance + d / 2) + inward[0] * offset
        poses.push({ x, y, yaw: Math.atan2(-inward[0], inward[1]) })
      }
    }
    for (const edge of site.edges) {
      const s = (at[0] - edge.a[0]) * edge.along[0] + (at[1] - edge.a[1]) * edge.along[1]
      if (edge.isColumn || s < 0.2 || s > edge.length - 0.2) continue
      if (edge.inward[0] * inward[0] + edge.inward[1] * inward[1] > -0.7) continue
      const [x, y] = edgePoint(edge, s, WALL_GAP + d / 2)
      poses.push({ x, y, yaw: edge.yaw, edge })
    }
    return poses
  })

/** On a coarse grid, the front to a wall or to the room's middle. */
const turnedPoses = (site: Site, target: BriefRelation['target'], category: string): PiecePose[] => {
  const poses: PiecePose[] = []
  const isRoom = target?.kind === 'building' && target.part === 'room'
  const edges = targetEdges(site, target)
  const step = Math.max(0.5, Math.sqrt(site.plan.area) / 7)
  for (let y = site.bare.minY + step; y < site.bare.minY + site.bare.rows * site.bare.cell; y += step) {
    for (let x = site.bare.minX + step; x < site.bare.minX + site.bare.columns * site.bare.cell; x += step) {
      if (isRoom) poses.push({ x, y, yaw: yawTo([x, y], site.center) })
      else for (const edge of edges.slice(0, 2)) poses.push({ x, y, yaw: edge.yaw + Math.PI })
    }
  }
  // A desk faces what its sitter sees.
  return /desk/.test(category) ? poses.map((pose) => ({ ...pose, yaw: pose.yaw + Math.PI })) : poses
}

const atMiddles = (
  site: Site,
  target: BriefRelation['target'],
  openings: readonly { readonly at: Point2; readonly inward: Point2; readonly yaw: number; readonly width: number }[],
  size: Size3,
): PiecePose[] => {
  if (target?.kind === 'building' && target.part === 'wall') {
    return targetEdges(site, target).flatMap((edge) => {
      const [x, y] = edgePoint(edge, edge.length / 2, WALL_GAP + size[1] / 2)
      return [{ x, y, yaw: edge.yaw, edge }]
    })
  }
  return openings.flatMap((opening) => atOpening(opening, size, [WALL_GAP, 0.4, 0.9]))
}

const betweenPoses = (
  openings: readonly { readonly at: Point2; readonly inward: Point2; readonly yaw: number }[],
  [, d]: Size3,
): PiecePose[] =>
  openings.flatMap((first, index) =>
    openings.slice(index + 1).map((second) => ({
      x: (first.at[0] + second.at[0]) / 2 + first.inward[0] * (WALL_GAP + d / 2),
      y: (first.at[1] + second.at[1]) / 2 + first.inward[1] * (WALL_GAP + d / 2),
      yaw: first.yaw,
    })),
  )

/** Along the walls meant, a said gap off them. */
const wallPoses = (
  site: Site,
  { target, type }: BriefRelation,
  [w, d]: Size3,
  gap: number | undefined,
): PiecePose[] => {
  const off = gap ?? (type === 'away_from_wall' ? 0.7 : WALL_GAP)
  const poses: PiecePose[] = []
  for (const edge of targetEdges(site, target)) {
    for (const turn of [0, Math.PI / 2, -Math.PI / 2]) {
      const isAcross = turn !== 0
      const half = (isAcross ? d : w) / 2
      const step = Math.max(0.25, edge.length / 14)
      for (let s = half + off; s <= edge.length - half; s += step) {
        const [x, y] = edgePoint(edge, s, off + (isAcross ? w : d) / 2)
        poses.push({ x, y, yaw: edge.yaw + turn })
      }
    }
  }
  return poses
}

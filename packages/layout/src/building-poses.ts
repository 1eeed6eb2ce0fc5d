import type { Point2, Size3 } from '@enfilade/scene'
import type { BriefRelation } from './brief.ts'
import { innerCorners, middlesOf, targetEdges, targetOpenings } from './building-parts.ts'
import { gapsOf, type PiecePose, QUARTERS, yawTo } from './relation-poses.ts'
import { edgePoint, type Site, WALL_GAP } from './site.ts'

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
      return relation.distance?.min === 0
        ? cornerPoses(site, relation, size, 0.02, (relation.distance.max ?? 0.04) - 0.02)
        : cornerPoses(site, relation, size, gap ?? 0.02)
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
/** In corners: `gap` off the wall at its side, `back` off the one behind it. */
const cornerPoses = (
  site: Site,
  { target }: BriefRelation,
  [w, d]: Size3,
  gap: number,
  back = Math.max(WALL_GAP, gap),
): PiecePose[] =>
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
          x: corner[0] + along[0] * (half + gap + slack) + inward[0] * (deep + back),
          y: corner[1] + along[1] * (half + gap + slack) + inward[1] * (deep + back),
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

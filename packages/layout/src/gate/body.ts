import { findKind, type ItemLooks } from '@enfilade/catalogue'
import { boxFootprint, type Ring, rotatePoint } from '@enfilade/geometry'
import type { Id, Pose, Size3, Support } from '@enfilade/scene'
import { type SolidPiece, solidPieces } from './solid-pieces.ts'

/** A thing as the gate sees it: its box, and what it really fills when that matters. */
export type Body = {
  readonly id: Id
  readonly category: string
  readonly support: Support
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly low: number
  readonly high: number
  /** The box in plan. */
  readonly footprint: Ring
  /** Cloth on the floor: nobody's obstacle. */
  readonly isCloth: boolean
  /** What it fills in the room, made when first asked for. */
  readonly solids: () => readonly SolidPiece[]
}

/** Thinner than this a thing is cloth, metres. */
const CLOTH = 0.02

export const createBody = (
  thing: { readonly id: Id; readonly category: string; readonly size: Size3; readonly support: Support },
  pose: Pose,
  looks: () => ItemLooks,
): Body => {
  const { id, category, size, support } = thing
  let solids: readonly SolidPiece[] | undefined
  return {
    id,
    category,
    support,
    x: pose.x,
    y: pose.y,
    radius: Math.hypot(size[0], size[1]) / 2,
    low: pose.z,
    high: pose.z + size[2],
    footprint: boxFootprint(pose.x, pose.y, pose.yaw, size[0], size[1]),
    isCloth: findKind(category)?.walkable === true || size[2] < CLOTH,
    solids: () => {
      solids ??= solidPieces(looks()).map(({ hull, low, high }) => ({
        hull: hull.map((point) => {
          const [x, y] = rotatePoint(point, pose.yaw)
          return [x + pose.x, y + pose.y] as const
        }),
        low: low + pose.z,
        high: high + pose.z,
      }))
      return solids
    },
  }
}

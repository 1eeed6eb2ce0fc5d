import { findKind, type Kind } from '@enfilade/catalogue'
import type { Id, ItemRecord, Pose, SceneItem, Size3, Support } from '@enfilade/scene'
import { curtains, flatThings, openTables, tableSeats } from '../categories.ts'
import { type OrientedBox, placeBox } from './oriented-box.ts'

/**
 * flat: walked over (rugs) · hung: on a wall or ceiling · curtain: hung, and cloth · carried: on or in another item ·
 * solid: stands on the floor.
 */
export type ShapeRole = 'solid' | 'flat' | 'hung' | 'curtain' | 'carried'

/** What an item takes of the room: one box for most, several where a plain box would lie (corner sofas, tables, chairs). */
export type ItemShape = {
  readonly id: Id
  readonly category: string
  readonly kind: Kind | undefined
  readonly role: ShapeRole
  readonly support: Support
  /** The whole item, as its size says. */
  readonly box: OrientedBox
  /** What is really filled. */
  readonly parts: readonly OrientedBox[]
  readonly item: ShapeSource
}

/** What a shape needs of an item; proposals have no more than this either. */
export type ShapeSource = Pick<ItemRecord, 'id' | 'category' | 'size' | 'support'> &
  Partial<Pick<ItemRecord, 'shape' | 'variant' | 'label' | 'locked' | 'physics' | 'states'>> & {
    readonly worldPose: Pose
  }

/** Thickness of a table top with its apron, metres. */
const TABLE_TOP = 0.09
/** Seat height over which only the back of a chair rises. */
const SEAT_TOP = 0.5
/** Share of a chair's depth that its back takes. */
const CHAIR_BACK = 0.16
/** Lower than this is walked over. */
const FLAT_HEIGHT = 0.025

export const shapeItem = (item: SceneItem | ShapeSource): ItemShape => {
  const kind = findKind(item.category)
  const { x, y, z, yaw } = item.worldPose
  const [width, depth, height] = item.size
  const box = placeBox({ x, y, yaw }, 0, 0, 0, width, depth, z, z + height)
  const parts = localParts(item.category, item.size, item.shape, item.variant).map(([px, py, w, d, bottom, top]) =>
    placeBox({ x, y, yaw }, px, py, 0, w, d, z + bottom, z + top),
  )
  return {
    id: item.id,
    category: item.category,
    kind,
    role: roleOf(item, kind),
    support: item.support,
    box,
    parts: parts.length > 0 ? parts : [box],
    item,
  }
}

const roleOf = (item: ShapeSource, kind: Kind | undefined): ShapeRole => {
  if (curtains.has(item.category)) return 'curtain'
  if (item.support.on === 'wall' || item.support.on === 'ceiling') return 'hung'
  if (item.support.on === 'item') return 'carried'
  if (kind?.walkable || flatThings.has(item.category) || item.size[2] <= FLAT_HEIGHT) return 'flat'
  if (kind?.mount === 'wall' || kind?.mount === 'ceiling') return 'hung'
  return 'solid'
}

type LocalPart = readonly [x: number, y: number, width: number, depth: number, bottom: number, top: number]

/** Filled boxes in the item's own frame; none: the plain box. */
const localParts = (category: string, size: Size3, shape?: string, variant?: string): readonly LocalPart[] => {
  const [width, depth, height] = size
  const corner = cornerArm(category, size, shape, variant)
  if (corner) return corner
  if (openTables.has(category) && height > 0.4) return [[0, 0, width, depth, height - TABLE_TOP, height]]
  if (tableSeats.has(category) && height > SEAT_TOP + 0.1) {
    const back = depth * CHAIR_BACK
    return [
      [0, 0, width, depth, 0, Math.min(SEAT_TOP, height)],
      [0, depth / 2 - back / 2, width, back, SEAT_TOP, height],
    ]
  }
  return []
}

/** Seat depth of a corner sofa's long side. */
const CORNER_DEPTH = 0.95
/** Width of its short arm, and depth of a corner desk's plates. */
const ARM_WIDTH = 0.98
const DESK_DEPTH = 0.7

/** The two boxes of an L: along the back, and forward on one side. Left is the item's local −x. */
const cornerArm = (
  category: string,
  size: Size3,
  shape?: string,
  variant?: string,
): readonly LocalPart[] | undefined => {
  const word = `${shape ?? ''} ${variant ?? ''}`
  const isCornerDesk = category === 'l_desk'
  const isCorner = /(^|[ _-])(l|l_shape|l_shaped|corner|chaise|sectional)([ _-]|$)/.test(word)
  const isSofa =
    category === 'sofa' || category === 'sofa_l' || category === 'corner_sofa' || category === 'sectional_sofa'
  if (!isCornerDesk && !(isSofa && (isCorner || category !== 'sofa'))) return undefined
  const [width, depth, height] = size
  const back = Math.min(isCornerDesk ? DESK_DEPTH : CORNER_DEPTH, depth)
  const arm = Math.min(isCornerDesk ? DESK_DEPTH : ARM_WIDTH, width)
  if (depth - back < 0.05) return undefined
  const side = /right/.test(word) ? 1 : -1
  const bottom = isCornerDesk ? height - TABLE_TOP : 0
  return [
    [0, depth / 2 - back / 2, width, back, bottom, height],
    [side * (width / 2 - arm / 2), -back / 2, arm, depth - back, bottom, height],
  ]
}

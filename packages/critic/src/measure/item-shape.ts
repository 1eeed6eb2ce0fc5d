import { findKind, type Kind } from '@enfilade/catalogue'
import type { Id, ItemRecord, Pose, SceneItem, Size3, Support } from '@enfilade/scene'
import { cornerSofas, curtains, flatThings, openTables, sofas, tableSeats } from '../categories.ts'
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

/** Width that one person takes on a sofa, and the measures of its arms, as the catalogue builds it. Metres. */
const SEAT_WIDTH = 0.66
/** Depth of a corner desk's plates. */
const DESK_DEPTH = 0.6

/** The two boxes of an L: along the back, and forward on one side. Left is the item's local −x. */
const cornerArm = (
  category: string,
  size: Size3,
  shape?: string,
  variant?: string,
): readonly LocalPart[] | undefined => {
  const isSofa = cornerSofas.has(category) || (sofas.has(category) && shape === 'l')
  const isDesk = category === 'l_desk' || (category === 'desk' && shape === 'l')
  if (!isSofa && !isDesk) return undefined
  const [width, depth, height] = size
  const back = isDesk ? Math.min(DESK_DEPTH, depth) : Math.min(1, depth * 0.62)
  const arm = isDesk ? Math.min(DESK_DEPTH, width) : chaiseWidth(width)
  if (depth - back < 0.05) return undefined
  const side = variant === 'left' ? -1 : 1
  const bottom = isDesk ? height - TABLE_TOP : 0
  return [
    [0, depth / 2 - back / 2, width, back, bottom, height],
    [side * (width / 2 - arm / 2), -back / 2, arm, depth - back, bottom, height],
  ]
}

const chaiseWidth = (width: number): number => {
  const arm = Math.min(0.2, Math.max(0.1, width * 0.085))
  const inner = width - arm * 2
  return inner / Math.max(2, Math.round(inner / SEAT_WIDTH)) + arm
}

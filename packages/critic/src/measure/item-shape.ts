import { findKind, type Kind } from '@enfilade/catalogue'
import type { Id, ItemRecord, Pose, SceneItem, Support } from '@enfilade/scene'
import { curtains, flatThings } from '../categories.ts'
import { localParts, type ShapeForm } from './item-parts.ts'
import { type OrientedBox, placeBox } from './oriented-box.ts'

/**
 * flat: walked over (rugs) · hung: on a wall or ceiling · curtain: hung, and cloth · carried: on or in another item ·
 * solid: stands on the floor.
 */
export type ShapeRole = 'solid' | 'flat' | 'hung' | 'curtain' | 'carried'

/** What an item takes of the room: one box for most, several where a plain box would lie (corner sofas, tables, chairs). */
export type ItemShape = {
  readonly id: Id
  /** The catalogue's id of its kind, whatever the imported scene called it; its own word where there is no such kind. */
  readonly category: string
  readonly kind: Kind | undefined
  readonly role: ShapeRole
  readonly support: Support
  /** The whole item, as its size says. */
  readonly box: OrientedBox
  /** What is really filled. */
  readonly parts: readonly OrientedBox[]
  readonly form: ShapeForm
  /** From its middle to its farthest corner in plan, metres. */
  readonly radius: number
  readonly item: ShapeSource
}

/** What a shape needs of an item; proposals have no more than this either. */
export type ShapeSource = Pick<ItemRecord, 'id' | 'category' | 'size' | 'support'> &
  Partial<Pick<ItemRecord, 'level' | 'shape' | 'variant' | 'label' | 'locked' | 'physics' | 'states' | 'finishes'>> & {
    readonly worldPose: Pose
  }

/** Lower than this is walked over. */
const FLAT_HEIGHT = 0.025

export const shapeItem = (item: SceneItem | ShapeSource): ItemShape => {
  const kind = findKind(item.category)
  const category = kind?.id ?? item.category
  const { x, y, z, yaw } = item.worldPose
  const [width, depth, height] = item.size
  const box = placeBox({ x, y, yaw }, 0, 0, 0, width, depth, z, z + height)
  const { form, parts } = localParts(category, item.size, kind?.mount === 'wall' ? undefined : item.shape, item.variant)
  return {
    id: item.id,
    category,
    kind,
    role: roleOf(item, category, kind),
    support: item.support,
    box,
    parts:
      parts.length > 0
        ? parts.map(([px, py, w, d, bottom, top, turn]) =>
            placeBox({ x, y, yaw }, px, py, turn ?? 0, w, d, z + bottom, z + top),
          )
        : [box],
    form,
    radius: Math.hypot(width, depth) / 2,
    item,
  }
}

const roleOf = (item: ShapeSource, category: string, kind: Kind | undefined): ShapeRole => {
  if (curtains.has(category)) return 'curtain'
  if (item.support.on === 'wall' || item.support.on === 'ceiling') return 'hung'
  if (item.support.on === 'item') return 'carried'
  if (kind?.walkable || flatThings.has(category) || item.size[2] <= FLAT_HEIGHT) return 'flat'
  if (kind?.mount === 'wall' || kind?.mount === 'ceiling') return 'hung'
  return 'solid'
}

/** Boxes by which a thing stands in the way: an L and a disc by their parts, tables and chairs by their whole plan. */
export const planParts = (shape: ItemShape): readonly OrientedBox[] =>
  shape.form === 'box' || shape.form === 'tiers' ? [shape.box] : shape.parts

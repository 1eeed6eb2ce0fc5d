import type { Id, ItemRecord, Point2, Pose, RawRecord, SceneDocument } from '@enfilade/scene'
import { isCorner, isGroup, isItem, isLevel, isWall } from './valid-record.ts'
import { direction } from './wall-line.ts'

/** Longer chains of supports are taken for cycles. */
const MAX_CHAIN = 64

const ORIGIN: Pose = { x: 0, y: 0, z: 0, yaw: 0 }

type Placed = Pick<ItemRecord, 'level' | 'support' | 'group' | 'size'>

/**
 * The frame in which an item's pose stands, as a pose on its level; undefined when its support is not there or hangs on
 * the item itself.
 */
export function frameOf(document: SceneDocument, item: Placed, depth = 0): Pose | undefined {
  const { support } = item
  if (depth > MAX_CHAIN) return undefined
  if (support.on === 'wall') return wallFrame(document, support.id)
  if (support.on === 'item') {
    const carrier = document.get(support.id)
    if (!carrier || !isItem(carrier)) return undefined
    return worldPoseOf(document, carrier, depth + 1)
  }
  const group = groupFrame(document, item.group)
  if (support.on === 'floor') return group
  const level = document.get(item.level)
  if (!group || !level || !isLevel(level)) return undefined
  return { ...group, z: group.z + level.height }
}

/** An item's pose on its level: plan coordinates, z above the level's floor. */
export function worldPoseOf(document: SceneDocument, item: ItemRecord, depth = 0): Pose | undefined {
  const frame = frameOf(document, item, depth)
  return frame && compose(frame, item.pose)
}

/** The pose that an inner pose has outside its frame. */
export function compose(frame: Pose, inner: Pose): Pose {
  if (frame === ORIGIN) return inner
  const [x, y] = rotate([inner.x, inner.y], frame.yaw)
  return { x: frame.x + x, y: frame.y + y, z: frame.z + inner.z, yaw: frame.yaw + inner.yaw }
}

/** The inverse of `compose`: the inner pose that stands at `outer`. */
export function localize(frame: Pose, outer: Pose): Pose {
  if (frame === ORIGIN) return outer
  const [x, y] = rotate([outer.x - frame.x, outer.y - frame.y], -frame.yaw)
  return { x, y, z: outer.z - frame.z, yaw: outer.yaw - frame.yaw }
}

function groupFrame(document: SceneDocument, group: Id | undefined): Pose | undefined {
  if (group === undefined) return ORIGIN
  const record: RawRecord | undefined = document.get(group)
  return record && isGroup(record) ? record.pose : ORIGIN
}

function wallFrame(document: SceneDocument, id: Id): Pose | undefined {
  const wall = document.get(id)
  if (!wall || !isWall(wall)) return undefined
  const a = document.get(wall.a)
  const b = document.get(wall.b)
  if (!a || !b || !isCorner(a) || !isCorner(b)) return undefined
  const [dx, dy] = direction({ start: a.at, end: b.at, bulge: 0 })
  return { x: a.at[0], y: a.at[1], z: 0, yaw: Math.atan2(dy, dx) }
}

function rotate([x, y]: Point2, yaw: number): Point2 {
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  return [x * cos - y * sin, x * sin + y * cos]
}

import type { Id, Pose } from '@enfilade/scene'
import { type Finding, finishFinding } from './finding.ts'
import { judgeRoom } from './judge-room.ts'
import { type ItemShape, shapeItem } from './measure/item-shape.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from './measure/overlap.ts'
import { createRoomContext, type RoomContext } from './room-context.ts'
import type { Home, Settings } from './rule.ts'
import { checkSupport } from './rules/support.ts'

/** A room in which a thing is to be moved, and what was wrong before. */
export type Trial = {
  readonly room: RoomContext
  readonly home: Home
  readonly settings: Settings
  /** All findings of the home by key. */
  readonly before: ReadonlyMap<string, Finding>
}

/** An error may grow by this, metres, without being another one. */
const SLACK = 0.005

/** The thing at another place, with everything that stands on it. */
export const moveShape = (shape: ItemShape, to: Pose, room: RoomContext): ItemShape[] => {
  const from = shape.item.worldPose
  const turn = to.yaw - from.yaw
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const moved: ItemShape[] = []
  const carry = (thing: ItemShape): void => {
    const { x, y, z, yaw } = thing.item.worldPose
    const dx = x - from.x
    const dy = y - from.y
    const pose = {
      x: to.x + dx * cos - dy * sin,
      y: to.y + dx * sin + dy * cos,
      z: to.z + z - from.z,
      yaw: yaw + turn,
    }
    moved.push(shapeItem({ ...thing.item, worldPose: pose }))
    for (const other of room.shapes) {
      const isOn = other.support.on === 'item' && other.support.id === thing.id
      if (isOn && !moved.some(({ id }) => id === other.id)) carry(other)
    }
  }
  carry(shape)
  return moved
}

/** Whether the finding is gone once the shapes are where they are now, and no error came or grew. */
export const isMended = (finding: Finding, moved: readonly ItemShape[], trial: Trial): boolean => {
  const { room, home, settings, before } = trial
  const byId = new Map<Id, ItemShape>(moved.map((shape) => [shape.id, shape]))
  const shapes = room.shapes.map((shape) => byId.get(shape.id) ?? shape)
  const everything = home.shapes.map((shape) => byId.get(shape.id) ?? shape)
  for (const shape of moved) if (meetsMore(shape, everything, finding.key, before)) return false
  const gone = home.shapes.filter(({ id }) => byId.has(id))
  const changes = { from: home.shapes, come: moved, gone }
  // A memo of its own: what is only tried is not to be remembered.
  const tried = { ...home, shapes: everything, changes, memo: { ...home.memo } }
  const supports = checkSupport(tried, settings).map(finishFinding)
  const after = [...supports, ...judgeRoom(createRoomContext(room.plan, shapes, room), settings)]
  return after.every((entry) => entry.key !== finding.key && !isNewError(entry, before))
}

const isNewError = (entry: Finding, before: ReadonlyMap<string, Finding>): boolean => {
  if (entry.severity !== 'error') return false
  const known = before.get(entry.key)
  if (known?.severity !== 'error') return true
  return Math.abs(entry.measured - entry.demanded) > Math.abs(known.measured - known.demanded) + SLACK
}

const meetsMore = (
  shape: ItemShape,
  others: readonly ItemShape[],
  mended: string,
  before: ReadonlyMap<string, Finding>,
): boolean =>
  others.some((other) => {
    const reach = shape.radius + other.radius
    if (other.id === shape.id || Math.abs(other.box.x - shape.box.x) > reach) return false
    if (shape.item.level !== other.item.level) return false
    const depth = itemOverlap(shape, other)
    if (depth <= OVERLAP_TOLERANCE) return false
    const key = `overlap:${shape.id < other.id ? `${shape.id}+${other.id}` : `${other.id}+${shape.id}`}`
    const known = before.get(key)
    return key === mended || !known || depth > known.measured + SLACK
  })

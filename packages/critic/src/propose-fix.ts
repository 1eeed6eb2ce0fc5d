import { isPointInRegion, protrusion } from '@enfilade/geometry'
import type { Operation, Pose } from '@enfilade/scene'
import type { Finding } from './finding.ts'
import { type ItemShape, shapeItem } from './measure/item-shape.ts'
import { boxCorners } from './measure/oriented-box.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from './measure/overlap.ts'
import { swingPenetration } from './measure/room-plan.ts'
import type { RoomContext, RuleContext } from './room-context.ts'

/** Findings that a short push can mend. */
const PUSHABLE: ReadonlySet<string> = new Set(['overlap', 'bounds', 'door-swing'])
/** Whether there is a remedy to try for a finding of this rule. */
export const isFixable = (finding: Finding): boolean => finding.rule === 'support' || PUSHABLE.has(finding.rule)

/** Pushes tried, metres, in eight directions of the thing's own frame. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6]

/**
 * One operation that removes the finding and brings no new overlap, protrusion or barred door; undefined when no short
 * push does. Each push was tried on the scene.
 */
export const proposeFix = (finding: Finding, context: RuleContext): Operation | undefined => {
  if (finding.rule === 'support') return dropToFloor(finding, context)
  if (!PUSHABLE.has(finding.rule)) return undefined
  for (const id of finding.elements) {
    const shape = context.shapes.find((entry) => entry.id === id)
    const room = context.rooms.find((entry) => entry.shapes.some((other) => other.id === id))
    if (!shape || !room || !isPushable(shape)) continue
    const pose = findPush(shape, room)
    if (pose) return { type: 'items-moved', moves: { [id]: pose } }
  }
  return undefined
}

const isPushable = (shape: ItemShape): boolean =>
  shape.role === 'solid' &&
  !shape.item.locked &&
  shape.item.physics?.movable !== false &&
  shape.kind?.physics.movable !== false

const findPush = (shape: ItemShape, room: RoomContext): Pose | undefined => {
  const { worldPose } = shape.item
  for (const step of STEPS) {
    for (let turn = 0; turn < 8; turn++) {
      const angle = worldPose.yaw + (turn * Math.PI) / 4
      const pose = { ...worldPose, x: worldPose.x + Math.cos(angle) * step, y: worldPose.y + Math.sin(angle) * step }
      if (isFree(shapeItem({ ...shape.item, worldPose: pose }), room)) return pose
    }
  }
  return undefined
}

const isFree = (shape: ItemShape, room: RoomContext): boolean => {
  const { plan } = room
  if (!isPointInRegion([shape.box.x, shape.box.y], plan.polygon, plan.holes)) return false
  if (room.shapes.some((other) => other.id !== shape.id && itemOverlap(shape, other) > OVERLAP_TOLERANCE)) return false
  if (plan.doors.some((door) => shape.parts.some((part) => swingPenetration(door, part) > 0.005))) return false
  return shape.parts.every((part) => protrusion([...boxCorners(part)], plan.polygon, plan.holes) <= OVERLAP_TOLERANCE)
}

const dropToFloor = (finding: Finding, context: RuleContext): Operation | undefined => {
  const shape = context.shapes.find((entry) => entry.id === finding.elements[0])
  if (shape?.support.on !== 'floor' || shape.role !== 'solid' || shape.item.locked) return undefined
  return { type: 'items-moved', moves: { [shape.id]: { ...shape.item.worldPose, z: 0 } } }
}

import {
  type Carrier,
  type GroupRecord,
  type ItemRecord,
  type Pose,
  poseFromWorld,
  poseToWorld,
  type SceneDocument,
} from '@enfilade/scene'
import { isGroup, isItem, isLevel, isText } from './valid-record.ts'
import { axisOf } from './wall-axis.ts'

/** Longer chains of supports are taken for cycles. */
const MAX_CHAIN = 64

type Placed = Pick<ItemRecord, 'level' | 'support' | 'group'>

/** The frame in which an item's pose stands. */
type Frame = { readonly carrier: Carrier; readonly group: Pick<GroupRecord, 'pose'> | undefined }

/** An item's pose on its level (plan coordinates, z above the level's floor); undefined when what carries it is not there. */
export function worldPoseOf(document: SceneDocument, item: Placed & Pick<ItemRecord, 'pose'>): Pose | undefined {
  return toWorld(document, item, item.pose)
}

/** A pose in the frame that some support and group give, on its level. */
export function toWorld(document: SceneDocument, placed: Placed, pose: Pose): Pose | undefined {
  const frame = frameOf(document, placed, 0)
  return frame && poseToWorld(pose, frame.carrier, frame.group)
}

/** The way back: a pose on its level in the frame that some support and group give. */
export function fromWorld(document: SceneDocument, placed: Placed, world: Pose): Pose | undefined {
  const frame = frameOf(document, placed, 0)
  return frame && poseFromWorld(world, frame.carrier, frame.group)
}

function frameOf(document: SceneDocument, { level, support, group }: Placed, depth: number): Frame | undefined {
  const found = group === undefined ? undefined : document.get(group)
  const known = found && isGroup(found) ? found : undefined
  if (support.on === 'floor') return { carrier: { on: 'floor' }, group: known }
  if (support.on === 'ceiling') {
    const record = document.get(level)
    return record && isLevel(record) ? { carrier: { on: 'ceiling', height: record.height }, group: known } : undefined
  }
  const carrier = support.on === 'wall' ? wallCarrier(document, support.id) : itemCarrier(document, support.id, depth)
  return carrier && { carrier, group: undefined }
}

function wallCarrier(document: SceneDocument, id: string): Carrier | undefined {
  const axis = axisOf(document, document.get(id))
  return axis && { on: 'wall', axis }
}

function itemCarrier(document: SceneDocument, id: string, depth: number): Carrier | undefined {
  const item = document.get(id)
  if (!item || !isItem(item) || depth > MAX_CHAIN || !isText(id)) return undefined
  const frame = frameOf(document, item, depth + 1)
  return frame && { on: 'item', pose: poseToWorld(item.pose, frame.carrier, frame.group) }
}

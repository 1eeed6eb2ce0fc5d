import {
  axisLength,
  type Carrier,
  type GroupRecord,
  type ItemRecord,
  type Pose,
  poseFromWorld,
  poseToWorld,
  type SceneDocument,
} from '@enfilade/scene'
import { isGroup, isItem, isLevel } from './valid-record.ts'
import { axisOf } from './wall-axis.ts'

/** Longer chains of supports are taken for cycles. */
const MAX_CHAIN = 64

type Placed = Pick<ItemRecord, 'level' | 'support' | 'group'>

/** The frame in which an item's pose stands, and the level that it is on: its carrier's. */
type Frame = {
  readonly carrier: Carrier
  readonly group: Pick<GroupRecord, 'pose'> | undefined
  readonly level: string
}

/** A place in the building: a pose on a level (z above its floor), and that floor's height. */
export type Place = { readonly pose: Pose; readonly elevation: number }

/** Where a pose is that stands in the frame of some support and group; undefined when what carries it is not there. */
export function placeOf(document: SceneDocument, placed: Placed, pose: Pose): Place | undefined {
  const frame = frameOf(document, placed, 0)
  const elevation = frame && elevationOf(document, frame.level)
  return elevation === undefined ? undefined : { pose: toWorld(frame!, pose), elevation }
}

/** The way back: the pose in the frame of some support and group of what is somewhere; `at` is told the floor's height. */
export function poseAt(document: SceneDocument, placed: Placed, at: (elevation: number) => Pose): Pose | undefined {
  const frame = frameOf(document, placed, 0)
  const elevation = frame && elevationOf(document, frame.level)
  return elevation === undefined ? undefined : poseFromWorld(at(elevation), frame!.carrier, frame!.group)
}

function elevationOf(document: SceneDocument, id: string): number | undefined {
  const level = document.get(id)
  return level && isLevel(level) ? level.elevation : undefined
}

/** As the scene does it: what hangs on a wall stays within its length. */
function toWorld({ carrier, group }: Frame, pose: Pose): Pose {
  if (carrier.on !== 'wall') return poseToWorld(pose, carrier, group)
  const x = Math.min(axisLength(carrier.axis), Math.max(0, pose.x))
  return poseToWorld({ ...pose, x }, carrier, group)
}

function frameOf(document: SceneDocument, { level, support, group }: Placed, depth: number): Frame | undefined {
  const found = group === undefined ? undefined : document.get(group)
  const known = found && isGroup(found) ? found : undefined
  if (support.on === 'floor') return { carrier: { on: 'floor' }, group: known, level }
  if (support.on === 'ceiling') {
    const record = document.get(level)
    const height = record && isLevel(record) ? record.height : undefined
    return height === undefined ? undefined : { carrier: { on: 'ceiling', height }, group: known, level }
  }
  const carrier = document.get(support.id)
  if (!carrier || depth > MAX_CHAIN) return undefined
  if (support.on === 'wall') {
    const axis = axisOf(document, carrier)
    return axis && { carrier: { on: 'wall', axis }, group: undefined, level: String(carrier.level) }
  }
  const frame = isItem(carrier) ? frameOf(document, carrier, depth + 1) : undefined
  return (
    frame && {
      carrier: { on: 'item', pose: toWorld(frame, carrier.pose as Pose) },
      group: undefined,
      level: frame.level,
    }
  )
}

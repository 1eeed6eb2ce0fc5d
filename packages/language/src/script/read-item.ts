import type { ItemRecord, LevelRecord, Pose, RawRecord, SceneDocument } from '@enfilade/scene'
import { type Place, placeOf, poseAt } from './frames.ts'
import { recall, remember } from './memory.ts'
import { overlay, type Properties } from './properties.ts'
import { areNear } from './same-value.ts'
import { isPose, isSupport, isText, type WithoutId } from './valid-record.ts'

export type ItemContext = {
  readonly level: LevelRecord
  /** The records that the item may stand on, read before it. */
  readonly document: SceneDocument
}

const OWNED: ReadonlySet<string> = new Set(['size', 'level', 'pose', 'support', 'group', 'category'])

/** The class that a box line can hold for a category: no commas, parentheses or line breaks. */
export function boxClass(category: string): string {
  return category.replace(/[,()\r\n]/g, '_')
}

/** The item that a box line and its properties say. */
export function readItem(
  category: string,
  numbers: readonly number[],
  properties: Properties,
  context: ItemContext,
): RawRecord {
  const { level } = context
  const size = [Math.abs(numbers[4]!), Math.abs(numbers[5]!), Math.abs(numbers[6]!)] as const
  const pose = poseOfBox(numbers, size[2], level.elevation)
  const given = properties.get('category')
  const own = isText(given) && boxClass(given) === category ? given : category
  const plain: RawRecord = { kind: 'item', level: level.id, category: own, pose, size, support: { on: 'floor' } }
  const record = overlay(plain, properties, OWNED)
  if (properties.has('support') || properties.has('group') || properties.has('pose')) {
    return place(record, numbers, size, properties, context)
  }
  return remember(record, properties, numbers, boxNumbers({ pose, elevation: level.elevation }, size))
}

/** The support, group and pose of our own line, where they are sound; the pose only while it is the place that the core line says. */
function place(
  record: RawRecord,
  numbers: readonly number[],
  size: ItemRecord['size'],
  properties: Properties,
  { level, document }: ItemContext,
): RawRecord {
  const given = properties.get('support')
  const support: ItemRecord['support'] = isSupport(given) ? given : { on: 'floor' }
  const group = properties.get('group')
  const base = isText(group) ? { ...record, group } : record
  const placed = { level: level.id, support, group: isText(group) ? group : undefined }
  const local = poseAt(document, placed, (elevation) => poseOfBox(numbers, size[2], elevation))
  const pose = properties.get('pose')
  const now = isPose(pose) ? placeOf(document, placed, pose) : undefined
  const isFresh = now && areNear(boxNumbers(now, size).slice(0, 4), numbers.slice(0, 4))
  if (isFresh) return { ...base, support, pose }
  const there = local && placeOf(document, placed, local)
  // What it stood on is gone, or does not reach there: it stays where the core line says.
  if (!there || !areNear(boxNumbers(there, size).slice(0, 3), numbers.slice(0, 3))) return record
  return { ...base, support, pose: local }
}

/** The numbers of an item's box line. */
export function itemLine(record: WithoutId<ItemRecord>, place: Place): readonly number[] {
  const numbers = boxNumbers(place, record.size)
  return record.support.on === 'floor' && record.group === undefined ? recall(record, numbers) : numbers
}

function boxNumbers({ pose, elevation }: Place, size: ItemRecord['size']): number[] {
  return [pose.x, pose.y, centerZ(pose.z, size[2], elevation), pose.yaw, ...size]
}

function centerZ(z: number, height: number, elevation: number): number {
  return elevation + (z + height / 2)
}

/** The pose of a box whose centre is given, with the height from which the centre comes out exactly, if there is one. */
function poseOfBox(numbers: readonly number[], height: number, elevation: number): Pose {
  const [x, y, center, yaw] = numbers as readonly [number, number, number, number]
  const z = center - elevation - height / 2
  const step = Number.EPSILON * Math.max(Math.abs(z), Number.MIN_VALUE)
  const candidates = [z, z + step, z - step, z + step / 2, z - step / 2]
  const exact = candidates.find((candidate) => centerZ(candidate, height, elevation) === center)
  return { x, y, z: exact ?? z, yaw }
}

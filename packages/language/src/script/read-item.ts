import type { ItemRecord, LevelRecord, Pose, RawRecord, SceneDocument } from '@enfilade/scene'
import { fromWorld, toWorld } from './frames.ts'
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
  const { level, document } = context
  const size = [Math.abs(numbers[4]!), Math.abs(numbers[5]!), Math.abs(numbers[6]!)] as const
  const world = worldPose(numbers, size[2], level.elevation)
  const given = properties.get('category')
  const own = isText(given) && boxClass(given) === category ? given : category
  const plain: RawRecord = {
    kind: 'item',
    level: level.id,
    category: own,
    pose: world,
    size,
    support: { on: 'floor' },
  }
  const record = overlay(plain, properties, OWNED)
  const hasFrame = properties.has('support') || properties.has('group') || properties.has('pose')
  const placed = hasFrame ? place(record, properties, world, level, size, document) : record
  const pose = placed.pose as Pose
  const isPlain = (placed.support as { on: unknown }).on === 'floor' && placed.group === undefined
  if (!isPlain || properties.has('pose')) return placed
  return remember(placed, properties, numbers, boxNumbers(pose, size, level.elevation))
}

/** The support, group and pose of our own line, where they are sound; the pose only while it is the place that the core line says. */
function place(
  record: RawRecord,
  properties: Properties,
  world: Pose,
  level: LevelRecord,
  size: ItemRecord['size'],
  document: SceneDocument,
): RawRecord {
  const support = isSupport(properties.get('support'))
    ? (properties.get('support') as ItemRecord['support'])
    : ({ on: 'floor' } as const)
  const group = isText(properties.get('group')) ? (properties.get('group') as string) : undefined
  const base = group === undefined ? record : { ...record, group }
  const placed = { level: level.id, support, group }
  const local = fromWorld(document, placed, world)
  // What it stood on is gone: it stays where the core line says.
  if (!local) return base
  const pose = properties.get('pose')
  const given = isPose(pose) ? toWorld(document, placed, pose) : undefined
  const numbers = boxNumbers(world, size, level.elevation)
  const isFresh = given && areNear(boxNumbers(given, size, level.elevation), numbers)
  return { ...base, support, pose: isFresh ? pose : local }
}

/** The numbers of an item's box line. `world`: its pose on its level. */
export function itemLine(record: WithoutId<ItemRecord>, world: Pose, elevation: number): readonly number[] {
  const numbers = boxNumbers(world, record.size, elevation)
  return record.support.on === 'floor' && record.group === undefined ? recall(record, numbers) : numbers
}

function boxNumbers(world: Pose, size: ItemRecord['size'], elevation: number): number[] {
  return [world.x, world.y, centerZ(world.z, size[2], elevation), world.yaw, ...size]
}

function centerZ(z: number, height: number, elevation: number): number {
  return elevation + (z + height / 2)
}

/** The pose of a box whose centre is given, with the height from which the centre comes out exactly, if there is one. */
function worldPose(numbers: readonly number[], height: number, elevation: number): Pose {
  const [x, y, center, yaw] = numbers as readonly [number, number, number, number]
  const z = center - elevation - height / 2
  const step = Number.EPSILON * Math.max(Math.abs(z), Number.MIN_VALUE)
  const candidates = [z, z + step, z - step, z + step / 2, z - step / 2]
  const exact = candidates.find((candidate) => centerZ(candidate, height, elevation) === center)
  return { x, y, z: exact ?? z, yaw }
}

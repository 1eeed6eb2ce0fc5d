import { placeItems } from '../item-world.ts'
import { isPlainObject } from '../json.ts'
import type { Operation } from '../operation.ts'
import { parseRecord } from '../parse-record.ts'
import type { RawRecord } from '../records.ts'
import { checkFinishes, checkFlag, checkNumber, checkPose, checkSize, checkText } from './check-values.ts'
import { type Draft, toRaw } from './draft.ts'
import { carrierOf, checkSupport, needPlaced, storedPose } from './item-parts.ts'
import { refuse } from './refusal.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

export function addItem(draft: Draft, { item }: Of<'item-added'>): void {
  if (!isPlainObject(item)) refuse('missing', 'There is no item to add: give one.')
  draft.claim(item.id)
  checkText(item.category, 'category')
  const size = checkSize(item.size, `item "${item.id}"`)
  const world = checkPose(item.pose, `item "${item.id}"`)
  const support = checkSupport(item.support ?? { on: 'floor' })
  const placed = placeItems(draft.before)
  if (support.on === 'floor' || support.on === 'ceiling') draft.need('level', item.level)
  const { level } = carrierOf(placed, item.level, support)
  if (item.group !== undefined) draft.need('group', item.group)
  const pose = storedPose(placed, level, support, item.group, world)
  const raw: RawRecord = { ...item, kind: 'item', level, size, support, pose }
  const record = parseRecord(item.id, raw)
  if (record?.kind !== 'item')
    refuse('not-an-item', `Item "${item.id}" is no item that can be shown: check its properties.`)
  draft.put(item.id, toRaw(record))
}

/** How near to a carrier's top the underside of something has to be to stand on it, metres. */
const ON_TOP = 0.02

/**
 * Resizes an item about its base: what stands on its top goes up and down with it, what hangs from the ceiling stays
 * there, and what hangs on a wall keeps its back there.
 */
export function resizeItem(draft: Draft, operation: Of<'item-resized'>): void {
  const { id } = operation
  const item = draft.need('item', id)
  if (item.locked) refuse('locked', `The item "${id}" is locked: unlock it to resize it.`)
  const size = checkSize(operation.size, `item "${id}"`)
  const [, deeper, higher] = [0, size[1] - item.size[1], size[2] - item.size[2]]
  draft.set(id, { size })
  if (item.support.on === 'ceiling' && higher !== 0) draft.set(id, { pose: { ...item.pose, z: item.pose.z - higher } })
  if (item.support.on === 'wall' && deeper !== 0 && Math.abs(Math.sin(item.pose.yaw)) < 0.01) {
    const y = item.pose.y + (Math.sign(item.pose.y) * deeper) / 2
    draft.set(id, { pose: { ...item.pose, y } })
  }
  if (higher === 0) return
  for (const { id: other, support, pose } of draft.all('item')) {
    if (support.on !== 'item' || support.id !== id || support.inside) continue
    if (Math.abs(pose.z - item.size[2]) <= ON_TOP) draft.set(other, { pose: { ...pose, z: pose.z + higher } })
  }
}

const textKeys = ['label', 'variant', 'shape', 'style'] as const

/** Least and greatest of the numbers among states and physics; the others are flags. */
const numberKeys: { readonly [key: string]: readonly [number, number] } = {
  open: [0, 1],
  lumens: [0, 1e6],
  kelvin: [1000, 20_000],
  mass: [0, 1e6],
  friction: [0, 10],
}
const knownKeys = { states: ['on', 'open', 'lumens', 'kelvin', 'locked'], physics: ['mass', 'movable', 'friction'] }

export function changeItem(draft: Draft, operation: Of<'item-changed'>): void {
  const { id, category, tags, finishes, states, physics, locked } = operation
  const item = draft.need('item', id)
  const values: [string, unknown][] = []
  if (category !== undefined) values.push(['category', checkText(category, 'category')])
  for (const key of textKeys) {
    const value = operation[key]
    if (value !== undefined) values.push([key, value === null ? undefined : checkText(value, key)])
  }
  if (tags !== undefined) values.push(['tags', checkTags(tags)])
  if (finishes !== undefined) values.push(...Object.entries(checkFinishes(finishes)))
  if (states !== undefined) values.push(...checkKeyed(states, 'states'))
  if (physics !== undefined) values.push(...checkKeyed(physics, 'physics'))
  // A locked thing can still be switched on and opened: the lock is against moving and restyling.
  const isStyle = values.some(([key]) => !key.startsWith('states.'))
  if (item.locked && locked !== false && isStyle)
    refuse('locked', `The item "${id}" is locked: unlock it to change it.`)
  if (locked !== undefined) values.push(['locked', checkFlag(locked, 'locked') || undefined])
  draft.set(id, Object.fromEntries(values))
}

function checkTags(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) refuse('not-text', 'The tags are no list: give a list of texts.')
  return value.length === 0 ? undefined : value.map((tag) => checkText(tag, 'tag'))
}

function checkKeyed(value: unknown, property: 'states' | 'physics'): [string, unknown][] {
  if (!isPlainObject(value)) refuse('unknown-value', `The ${property} are no object: give { key: value }.`)
  return Object.keys(value).map((key) => {
    const path = `${property}.${key}`
    const entry = value[key]
    if (!knownKeys[property].includes(key)) {
      refuse(
        'unknown-value',
        `There is no "${key}" among the ${property}: it has to be ${knownKeys[property].join(', ')}.`,
      )
    }
    if (entry === null || entry === undefined) return [path, undefined]
    const bounds = Object.hasOwn(numberKeys, key) ? numberKeys[key] : undefined
    return [path, bounds ? checkNumber(entry, bounds[0], bounds[1], key) : checkFlag(entry, key)]
  })
}

/** Copies items by a way in the plan; copies of things that stand on copies stand on those. */
export function duplicateItems(draft: Draft, { ids, by }: Of<'items-duplicated'>): void {
  if (!isPlainObject(ids) || !Array.isArray(by))
    refuse('missing', 'Nothing to copy: give a new id for each item, and a way.')
  const world = placeItems(draft.before)
  const dx = checkNumber(by[0], -20_000, 20_000, 'x of the way')
  const dy = checkNumber(by[1], -20_000, 20_000, 'y of the way')
  const copies = Object.entries(ids) as [string, string][]
  const groups = copyWholeGroups(draft, world, new Set(Object.keys(ids)))
  for (const [old, copy] of copies) {
    const item = needPlaced(world, old)
    draft.claim(copy)
    const { id: _, locked: __, group: ___, ...raw } = draft.before.get(old)!
    const group = item.group === undefined ? undefined : groups.get(item.group)
    const { support, worldPose } = item
    const carriedCopy =
      support.on === 'item' && Object.hasOwn(ids, support.id) ? (ids[support.id] as string) : undefined
    const moved = { ...worldPose, x: worldPose.x + dx, y: worldPose.y + dy }
    checkPose(moved, `the copy of "${old}"`)
    const record = parseRecord(copy, { ...raw, support, level: item.level, ...(group && { group }) })
    if (record?.kind !== 'item') refuse('hidden', `Item "${old}" can't be copied: it is hidden.`)
    const pose = carriedCopy
      ? record.pose
      : support.on === 'wall'
        ? alongWall(storedPose(world, item.level, support, undefined, moved), record.pose)
        : storedPose(world, item.level, support, group ? item.group : undefined, moved)
    const { id: ____, ...kept } = raw
    const place = carriedCopy && support.on === 'item' ? { ...support, id: carriedCopy } : support
    draft.put(copy, { ...kept, ...toRaw({ ...record, pose, support: place }) })
  }
}

/** A copy on a wall keeps its distance from the wall. */
function alongWall<P extends { readonly x: number }>(moved: P, pose: P): P {
  return { ...pose, x: moved.x }
}

/** New groups for the groups whose members are all copied; old id → new id. */
function copyWholeGroups(
  draft: Draft,
  world: ReturnType<typeof placeItems>,
  copied: ReadonlySet<string>,
): Map<string, string> {
  const copies = new Map<string, string>()
  for (const group of [...world.groups.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (group.implicit) continue
    const members = [...world.items.values()].filter((item) => item.group === group.id)
    if (members.length === 0 || !members.every((item) => copied.has(item.id))) continue
    const id = draft.createId()
    draft.put(id, toRaw({ ...group, id }))
    copies.set(group.id, id)
  }
  return copies
}

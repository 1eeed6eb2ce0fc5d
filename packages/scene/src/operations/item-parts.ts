import { type Carrier, poseFromWorld } from '../item-frame.ts'
import { type PlacedItems, placeAnew } from '../item-world.ts'
import { isPlainObject, ownValue } from '../json.ts'
import type { Id, ItemRecord, Pose, Support } from '../records.ts'
import type { SceneItem } from '../scene.ts'
import type { Draft } from './draft.ts'
import { refuse } from './refusal.ts'

/** An item that is in the scene; refuses one that is missing or hidden. */
export function needPlaced(world: PlacedItems, id: Id): SceneItem {
  const item = world.placed.get(id)
  if (item) return item
  if (world.items.has(id))
    refuse('hidden', `Item "${id}" is hidden, because what carries it is missing: bring that back first.`)
  return refuse('missing', `There is no item "${String(id)}" (any more).`)
}

/** What a support of a level is in the plan; refuses one that is not there. */
export function carrierOf(
  world: PlacedItems,
  level: Id,
  support: Support,
): { readonly carrier: Carrier; readonly level: Id } {
  if (support.on === 'floor') return { carrier: { on: 'floor' }, level }
  if (support.on === 'ceiling') {
    const found = world.levels.get(level) ?? refuse('missing', `There is no level "${level}" (any more).`)
    return { carrier: { on: 'ceiling', height: found.height }, level }
  }
  if (support.on === 'wall') {
    const wall =
      world.walls.get(support.id) ?? refuse('missing', `There is no wall "${support.id}" to hang on (any more).`)
    return { carrier: { on: 'wall', axis: wall }, level: wall.level }
  }
  const item = needPlaced(world, support.id)
  return { carrier: { on: 'item', pose: item.worldPose }, level: item.level }
}

/** The pose that a record with this support and group stores for a world pose. */
export function storedPose(world: PlacedItems, level: Id, support: Support, group: Id | undefined, pose: Pose): Pose {
  const isGrouped = support.on === 'floor' || support.on === 'ceiling'
  const frame = isGrouped && group !== undefined ? world.groups.get(group) : undefined
  return poseFromWorld(pose, carrierOf(world, level, support).carrier, frame)
}

export function checkSupport(value: unknown): Support {
  const on = isPlainObject(value) ? ownValue(value, 'on') : undefined
  if (!isPlainObject(value) || (on !== 'floor' && on !== 'ceiling' && on !== 'wall' && on !== 'item')) {
    refuse('unknown-value', `The support is ${JSON.stringify(value)}: it has to be on floor, ceiling, wall or item.`)
  }
  if (on === 'floor' || on === 'ceiling') return { on }
  const id = ownValue(value, 'id')
  if (typeof id !== 'string' || id === '') refuse('missing', `The support on ${on} names none: give its id.`)
  return on === 'item' && ownValue(value, 'inside') === true ? { on, id, inside: true } : { on, id }
}

/** The items that stand on or in an item, directly or by others; sorted, without the item itself. */
export function itemsCarriedBy(items: Iterable<ItemRecord>, carriers: ReadonlySet<Id>): Set<Id> {
  const standing = new Map<Id, Id[]>()
  for (const { id, support } of items) {
    if (support.on !== 'item') continue
    const list = standing.get(support.id)
    if (list) list.push(id)
    else standing.set(support.id, [id])
  }
  const carried = new Set<Id>()
  const queue = [...carriers]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of standing.get(id) ?? []) {
      if (carried.has(next) || carriers.has(next)) continue
      carried.add(next)
      queue.push(next)
    }
  }
  return carried
}

/** Removes groups, of those given, that have no member left. */
export function dropEmptyGroups(draft: Draft, groups: Iterable<Id>): void {
  const used = new Set(draft.all('item').map(({ group }) => group))
  for (const group of groups) if (!used.has(group) && draft.find('group', group)) draft.remove(group)
}

/** The draft's items as they stand now. */
export function placeDraft(draft: Draft): PlacedItems {
  return placeAnew(draft.now)
}

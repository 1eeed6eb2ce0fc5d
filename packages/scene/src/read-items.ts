import { type Carrier, poseToWorld } from './item-frame.ts'
import { compareIds, isEqualJson } from './json.ts'
import type { PlacedWall } from './read-walls.ts'
import type { GroupRecord, Id, ItemRecord, LevelRecord, Support } from './records.ts'
import type { SceneItem } from './scene.ts'

type Issue = { readonly id: Id; readonly reason: string }

/** What items refer to. */
export type ItemWorld = {
  readonly items: ReadonlyMap<Id, ItemRecord>
  readonly levels: ReadonlyMap<Id, LevelRecord>
  readonly walls: ReadonlyMap<Id, PlacedWall>
  readonly groups: ReadonlyMap<Id, GroupRecord>
}

type Resolved = { readonly item: SceneItem; readonly inputs: readonly unknown[] }

/** Keeps what was resolved before, so that an item with the same record and carrier stays the same object. */
export type ItemCache = Map<Id, Resolved>

/**
 * Resolves every item through its support and group. An item whose carrier is missing is hidden; in a circle of
 * supports the lowest id loses its support and stands on the floor.
 *
 * @param ids Of all items, sorted.
 * @param cache Of the last call; brought up to date.
 */
export function readItems(
  ids: readonly Id[],
  world: ItemWorld,
  cache: ItemCache,
): { readonly items: SceneItem[]; readonly issues: Issue[] } {
  const cut = findCircles(ids, world.items)
  const done = new Map<Id, SceneItem | undefined>()
  const issues: Issue[] = []
  const hide = (id: Id, reason: string) => {
    issues.push({ id, reason })
    done.set(id, undefined)
  }
  for (const start of ids) {
    // From the item down to what carries it all, then back up: no recursion, however high the pile.
    const pile: Id[] = []
    for (let id: Id | undefined = start; id !== undefined && !done.has(id); ) {
      pile.push(id)
      const support: Support | undefined = world.items.get(id)?.support
      id = support?.on === 'item' && !cut.has(id) && world.items.has(support.id) ? support.id : undefined
    }
    for (const id of pile.reverse()) {
      const result = resolveItem(world.items.get(id)!, cut.has(id), world, done, cache)
      if (typeof result === 'string') hide(id, result)
      else done.set(id, result)
    }
  }
  for (const id of cut)
    if (done.get(id)) issues.push({ id, reason: 'its supports form a circle: it stands on the floor' })
  for (const id of ids) {
    const group = world.items.get(id)!.group
    if (group !== undefined && done.get(id) && !world.groups.has(group)) {
      issues.push({ id, reason: `group ${group} is missing` })
    }
  }
  for (const id of cache.keys()) if (!done.get(id)) cache.delete(id)
  const items: SceneItem[] = []
  for (const id of ids) {
    const item = done.get(id)
    if (item) items.push(item)
  }
  return { items, issues }
}

/** The lowest id of every circle of supports. */
function findCircles(ids: readonly Id[], items: ReadonlyMap<Id, ItemRecord>): ReadonlySet<Id> {
  const cut = new Set<Id>()
  const seen = new Map<Id, Id>()
  for (const start of ids) {
    let id: Id | undefined = start
    const path: Id[] = []
    while (id !== undefined && items.has(id) && !seen.has(id)) {
      seen.set(id, start)
      path.push(id)
      const support: Support = items.get(id)!.support
      id = support.on === 'item' ? support.id : undefined
    }
    if (id === undefined || seen.get(id) !== start) continue
    const from = path.indexOf(id)
    if (from < 0) continue
    cut.add(path.slice(from).sort(compareIds)[0]!)
  }
  return cut
}

function resolveItem(
  record: ItemRecord,
  isCut: boolean,
  world: ItemWorld,
  done: ReadonlyMap<Id, SceneItem | undefined>,
  cache: ItemCache,
): SceneItem | string {
  const support: Support = isCut ? { on: 'floor' } : record.support
  const carrying = support.on === 'item' ? done.get(support.id) : undefined
  if (support.on === 'item' && !carrying) {
    return world.items.has(support.id)
      ? `item ${support.id} that carries it is hidden`
      : `item ${support.id} that carries it is missing`
  }
  const wall = support.on === 'wall' ? world.walls.get(support.id) : undefined
  if (support.on === 'wall' && !wall) return `wall ${support.id} that carries it is missing`
  const level = world.levels.get(carrying?.level ?? wall?.level ?? record.level)
  if (!level) return `level ${record.level} is missing`
  const isGrouped = !isCut && (support.on === 'floor' || support.on === 'ceiling') && record.group !== undefined
  const group = isGrouped ? world.groups.get(record.group) : undefined
  const inputs = [
    record,
    isCut,
    carrying?.worldPose,
    wall,
    level.id,
    support.on === 'ceiling' ? level.height : 0,
    group,
  ]
  const known = cache.get(record.id)
  if (known && inputs.every((input, i) => Object.is(input, known.inputs[i]))) return known.item
  const carrier: Carrier = carrying
    ? { on: 'item', pose: carrying.worldPose }
    : wall
      ? { on: 'wall', axis: wall }
      : support.on === 'ceiling'
        ? { on: 'ceiling', height: level.height }
        : { on: 'floor' }
  const pose =
    wall && support.on === 'wall'
      ? { ...record.pose, x: Math.min(wall.length, Math.max(0, record.pose.x)) }
      : record.pose
  const item: SceneItem = { ...record, support, level: level.id, worldPose: poseToWorld(pose, carrier, group) }
  if (isCut) delete (item as { group?: Id }).group
  // A wall that changed elsewhere, or a carrier written anew, need not change what it carries.
  const kept = known && isEqualJson(known.item, item) ? known.item : item
  cache.set(record.id, { item: kept, inputs })
  return kept
}

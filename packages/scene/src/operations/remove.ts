import type { Operation } from '../operation.ts'
import type { Id } from '../records.ts'
import type { Draft } from './draft.ts'
import { dropEmptyGroups, itemsCarriedBy } from './item-parts.ts'
import { refuse } from './refusal.ts'
import { dropBareCorners, refuseLocked } from './wall-parts.ts'

/**
 * Removes records with what can't be without them: openings and hung items of a wall, what stands on an item, the
 * members of a group, everything on a level; corners and groups left bare go too. What is gone already is no mistake.
 */
export function removeRecords(draft: Draft, operation: Extract<Operation, { type: 'removed' }>): void {
  if (!Array.isArray(operation.ids)) refuse('missing', 'Nothing to remove: give a list of ids.')
  const asked = new Set((operation.ids as readonly Id[]).filter((id) => draft.has(id)))
  const doomed = new Set(asked)
  addLevels(draft, asked, doomed)
  const walls = draft.all('wall')
  refuseJoined(draft, walls, doomed)
  for (const { id, wall } of draft.all('opening')) if (doomed.has(wall)) doomed.add(id)
  const items = draft.all('item')
  for (const { id, group, support } of items) {
    if (group !== undefined && doomed.has(group)) doomed.add(id)
    if (support.on === 'wall' && doomed.has(support.id)) doomed.add(id)
  }
  for (const id of itemsCarriedBy(items, doomed)) doomed.add(id)
  for (const id of asked) {
    for (const kind of ['item', 'wall', 'opening'] as const) {
      const record = draft.find(kind, id)
      if (record) refuseLocked(record, 'remove it')
    }
  }
  const corners = walls.filter(({ id }) => doomed.has(id)).flatMap(({ a, b }) => [a, b])
  const groups = items.filter(({ id }) => doomed.has(id)).flatMap(({ group }) => group ?? [])
  for (const id of doomed) draft.remove(id)
  dropBareCorners(draft, corners)
  dropEmptyGroups(draft, groups)
}

/** A level takes along everything on it; the last one stays. */
function addLevels(draft: Draft, asked: ReadonlySet<Id>, doomed: Set<Id>): void {
  const levels = draft.all('level')
  const removed = levels.filter(({ id }) => asked.has(id))
  if (removed.length === 0) return
  if (removed.length === levels.length)
    refuse('last-level', `The level "${removed[0]!.id}" is the last one: add another first.`)
  for (const kind of ['corner', 'wall', 'room', 'item', 'group', 'measurement'] as const) {
    for (const { id, level } of draft.all(kind)) if (asked.has(level)) doomed.add(id)
  }
}

function refuseJoined(draft: Draft, walls: ReturnType<typeof draft.all<'wall'>>, doomed: ReadonlySet<Id>): void {
  for (const wall of walls) {
    if (doomed.has(wall.id)) continue
    const corner = [wall.a, wall.b].find((id) => doomed.has(id))
    if (corner) refuse('in-use', `Corner "${corner}" joins wall "${wall.id}": remove the wall instead.`)
  }
}

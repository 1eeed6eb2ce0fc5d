import {
  applyChange,
  type Change,
  emptyChange,
  type Id,
  mergeChanges,
  type RawRecord,
  type SceneDocument,
} from '@enfilade/scene'
import type { ProposalGroup } from '../../editor/proposal.ts'

/** Ids that a record can't stand without. */
function referencesOf(record: RawRecord): Id[] {
  const support = record.support as { readonly id?: unknown } | undefined
  return [record.wall, record.group, record.a, record.b, support?.id].filter((id): id is Id => typeof id === 'string')
}

/** Group id → the groups whose things it stands on, directly. */
export function groupDependencies(groups: readonly ProposalGroup[]): ReadonlyMap<string, readonly string[]> {
  const makers = new Map<Id, string>()
  for (const group of groups) for (const id of Object.keys(group.change.added)) makers.set(id, group.id)
  return new Map(
    groups.map((group) => {
      const touched = Object.keys(group.change.updated)
      const needed = [...Object.values(group.change.added).flatMap(referencesOf), ...touched]
      const makersOfNeeded = needed.map((id) => makers.get(id)).filter((id) => id !== undefined && id !== group.id)
      return [group.id, [...new Set(makersOfNeeded as string[])]]
    }),
  )
}

/** `ids` with everything that they need, or (`backwards`) with everything that needs them. */
export function closeOverDependencies(
  ids: readonly string[],
  dependencies: ReadonlyMap<string, readonly string[]>,
  backwards = false,
): Set<string> {
  const closed = new Set(ids)
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    for (const [group, needed] of dependencies) {
      const found = backwards ? (needed.some((id) => closed.has(id)) ? [group] : []) : closed.has(group) ? needed : []
      for (const id of found) {
        if (closed.has(id)) continue
        closed.add(id)
        isGrowing = true
      }
    }
  }
  return closed
}

function readKey(record: RawRecord, key: string): unknown {
  const dot = key.indexOf('.')
  if (dot < 0) return record[key]
  const slots = record[key.slice(0, dot)]
  return typeof slots === 'object' && slots !== null ? (slots as RawRecord)[key.slice(dot + 1)] : undefined
}

function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const left = a as { readonly [key: string]: unknown }
  const right = b as { readonly [key: string]: unknown }
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSameJson(left[key], right[key]))
}

/** True while the document still is what the change was made for: nobody has changed or taken away what it touches. */
export function isChangeCurrent(document: SceneDocument, change: Change): boolean {
  const addsFresh = Object.keys(change.added).every((id) => !document.has(id))
  const standsOnSomething = Object.values(change.added).every((record) =>
    referencesOf(record).every((id) => document.has(id) || id in change.added),
  )
  const removesSame = Object.entries(change.removed).every(([id, record]) => isSameJson(document.get(id), record))
  const updatesSame = Object.entries(change.updated).every(([id, properties]) => {
    const record = document.get(id)
    if (!record) return false
    return Object.entries(properties).every(([key, { from }]) => isSameJson(readKey(record, key), from))
  })
  return addsFresh && standsOnSomething && removesSame && updatesSame
}

/**
 * The chosen groups as one change, in their order.
 *
 * @returns `stale`: groups that were left out because somebody has changed what they touch since, or because they stand
 * on one that was left out.
 */
export function mergeGroups(
  document: SceneDocument,
  groups: readonly ProposalGroup[],
): { change: Change; applied: string[]; stale: string[] } {
  let change = emptyChange
  let current = document
  const applied: string[] = []
  const stale: string[] = []
  for (const group of groups) {
    if (!isChangeCurrent(current, group.change)) {
      stale.push(group.id)
      continue
    }
    current = applyChange(current, group.change)
    change = mergeChanges(change, group.change)
    applied.push(group.id)
  }
  return { change, applied, stale }
}

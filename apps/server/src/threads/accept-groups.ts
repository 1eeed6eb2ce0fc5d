import { isDeepStrictEqual } from 'node:util'
import type { ProposalGroup } from '@enfilade/layout'
import { applyChange, type Change, type Id, type RawRecord, readScene, type SceneDocument } from '@enfilade/scene'
import { findTakenPlaces } from './taken-places.ts'

/** A group that no longer fits, with the records that changed or took its places since the proposal was made. */
export type StaleGroup = { group: string; elements: Id[] }

/**
 * Puts groups into a document one after another. A group is left out when something it changes or removes is not as it
 * was when the proposal was made, something it stands on is gone, or its places are taken by now: a later edit is never
 * overwritten nor built over.
 */
export function acceptGroups(
  before: SceneDocument,
  groups: readonly ProposalGroup[],
): { document: SceneDocument; accepted: string[]; stale: StaleGroup[] } {
  let document = before
  const accepted: string[] = []
  const stale: StaleGroup[] = []
  const own = new Set(groups.flatMap(({ change }) => [...Object.keys(change.added), ...Object.keys(change.updated)]))
  for (const group of groups) {
    const changed = findStaleElements(document, group.change)
    const next = changed.length > 0 ? document : applyChange(document, group.change)
    const elements =
      changed.length > 0 ? changed : findTakenPlaces(readScene(document), readScene(next), group.change, own)
    if (elements.length > 0) {
      stale.push({ group: group.id, elements })
      continue
    }
    document = next
    accepted.push(group.id)
  }
  return { document, accepted, stale }
}

function findStaleElements(document: SceneDocument, change: Change): Id[] {
  const stale = new Set<Id>()
  for (const [id, record] of Object.entries(change.added)) {
    if (document.has(id)) stale.add(id)
    for (const needed of carriersOf(record)) {
      if (!document.has(needed) && !Object.hasOwn(change.added, needed)) stale.add(needed)
    }
  }
  for (const [id, record] of Object.entries(change.removed)) {
    if (!isDeepStrictEqual(plain(document.get(id)), plain(record))) stale.add(id)
  }
  for (const [id, properties] of Object.entries(change.updated)) {
    const record = document.get(id)
    const isAsItWas = ([key, { from }]: [string, { from?: unknown }]) =>
      isDeepStrictEqual(plain(readProperty(record, key)), plain(from))
    if (!record || !Object.entries(properties).every(isAsItWas)) stale.add(id)
  }
  return [...stale].sort()
}

/** What a record can't be without: its wall, the item or wall that carries it, its level and group. */
function carriersOf(record: RawRecord): Id[] {
  const support = record.support as { id?: unknown } | undefined
  return [record.wall, support?.id, record.level, record.group].filter((id): id is string => typeof id === 'string')
}

/** A property by its key; `finishes.body` is the key `body` of `finishes`. */
function readProperty(record: RawRecord | undefined, key: string): unknown {
  if (!record || Object.hasOwn(record, key)) return record?.[key]
  const dot = key.indexOf('.')
  const parent = dot < 0 ? undefined : record[key.slice(0, dot)]
  return typeof parent === 'object' && parent !== null ? (parent as RawRecord)[key.slice(dot + 1)] : undefined
}

/** As JSON would carry it: proposals have been through the database. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

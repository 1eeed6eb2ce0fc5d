import { isDeepStrictEqual } from 'node:util'
import type { ProposalGroup } from '@enfilade/layout'
import { applyChange, type Change, type Id, type RawRecord, type SceneDocument } from '@enfilade/scene'

/** A group that no longer fits, with the records that changed since the proposal was made. */
export type StaleGroup = { group: string; elements: Id[] }

/**
 * Puts groups into a document one after another. A group is left out when something it changes or removes is not as it
 * was when the proposal was made, or something it stands on is gone: a later edit by a person is never overwritten.
 */
export function acceptGroups(
  before: SceneDocument,
  groups: readonly ProposalGroup[],
): { document: SceneDocument; accepted: string[]; stale: StaleGroup[] } {
  let document = before
  const accepted: string[] = []
  const stale: StaleGroup[] = []
  for (const group of groups) {
    const elements = findStaleElements(document, group.change)
    if (elements.length > 0) {
      stale.push({ group: group.id, elements })
      continue
    }
    document = applyChange(document, group.change)
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

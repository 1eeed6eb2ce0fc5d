import type { Change, PropertyChange } from './change.ts'
import { compareIds, isEqualJson } from './json.ts'
import { flattenRecord, unflattenRecord } from './merged-keys.ts'
import type { Id, RawRecord, SceneDocument } from './records.ts'

type Updates = { readonly [key: string]: PropertyChange }

export function isEmptyChange(change: Change): boolean {
  return !hasKeys(change.added) && !hasKeys(change.removed) && !hasKeys(change.updated)
}

function hasKeys(object: object): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return true
  return false
}

/**
 * The document after the change. Updates of records that are not there are left out: what somebody else removed is
 * not brought back by an edit.
 *
 * @returns A new map that shares unchanged records; the same map when the change is empty.
 */
export function applyChange(document: SceneDocument, change: Change): SceneDocument {
  if (isEmptyChange(change)) return document
  const next = new Map(document)
  for (const id of Object.keys(change.removed)) next.delete(id)
  for (const id of Object.keys(change.updated)) {
    const record = next.get(id)
    if (record) next.set(id, updateRecord(record, change.updated[id]!))
  }
  for (const id of Object.keys(change.added)) next.set(id, change.added[id]!)
  return next
}

function updateRecord(record: RawRecord, updates: Updates): RawRecord {
  const flat = flattenRecord(record)
  for (const key of Object.keys(updates)) {
    const { to } = updates[key]!
    if (to === undefined) flat.delete(key)
    else flat.set(key, to)
  }
  return unflattenRecord(flat)
}

/** The change that takes this one back. */
export function reverseChange(change: Change): Change {
  const updated: [Id, Updates][] = Object.keys(change.updated).map((id) => [id, reverseUpdates(change.updated[id]!)])
  return { added: change.removed, removed: change.added, updated: Object.fromEntries(updated) }
}

function reverseUpdates(updates: Updates): Updates {
  return Object.fromEntries(Object.keys(updates).map((key) => [key, property(updates[key]!.to, updates[key]!.from)]))
}

/** A property change without undefined keys, so that it is the same after a trip through JSON. */
function property(from: unknown, to: unknown): PropertyChange {
  if (from === undefined) return to === undefined ? {} : { to }
  return to === undefined ? { from } : { from, to }
}

/** What changes from one document to another; applied to `before` it gives `after`. Ids and keys are in order. */
export function diffDocuments(before: SceneDocument, after: SceneDocument): Change {
  const added: [Id, RawRecord][] = []
  const removed: [Id, RawRecord][] = []
  const updated: [Id, Updates][] = []
  for (const [id, record] of after) {
    const old = before.get(id)
    if (old === record) continue
    if (!old) {
      added.push([id, record])
      continue
    }
    const updates = diffRecords(old, record)
    if (hasKeys(updates)) updated.push([id, updates])
  }
  for (const [id, record] of before) if (!after.has(id)) removed.push([id, record])
  return { added: sortedObject(added), removed: sortedObject(removed), updated: sortedObject(updated) }
}

export function diffRecords(before: RawRecord, after: RawRecord): Updates {
  const old = flattenRecord(before)
  const now = flattenRecord(after)
  const updates: [string, PropertyChange][] = []
  for (const [key, to] of now) {
    const from = old.get(key)
    if (!isEqualJson(from, to)) updates.push([key, property(from, to)])
  }
  for (const [key, from] of old) if (!now.has(key)) updates.push([key, property(from, undefined)])
  return sortedObject(updates)
}

function sortedObject<T>(entries: [string, T][]): { [key: string]: T } {
  return Object.fromEntries(entries.sort((a, b) => compareIds(a[0], b[0])))
}

/** One change for two in a row: `a`, then `b`. What `b` takes back of `a` is gone from it. */
export function mergeChanges(a: Change, b: Change): Change {
  const added = new Map(Object.entries(a.added))
  const removed = new Map(Object.entries(a.removed))
  const updated = new Map(Object.entries(a.updated))
  for (const id of Object.keys(b.removed)) {
    const content = b.removed[id]!
    const updates = updated.get(id)
    updated.delete(id)
    if (added.delete(id) || removed.has(id)) continue
    removed.set(id, updates ? updateRecord(content, reverseUpdates(updates)) : content)
  }
  for (const id of Object.keys(b.updated)) {
    const fresh = added.get(id)
    if (fresh) added.set(id, updateRecord(fresh, b.updated[id]!))
    else if (!removed.has(id)) setOrDelete(updated, id, mergeUpdates(updated.get(id) ?? {}, b.updated[id]!))
  }
  for (const id of Object.keys(b.added)) {
    const content = b.added[id]!
    const gone = removed.get(id)
    if (gone) {
      removed.delete(id)
      setOrDelete(updated, id, diffRecords(gone, content))
    } else {
      updated.delete(id)
      added.set(id, content)
    }
  }
  return { added: sortedObject([...added]), removed: sortedObject([...removed]), updated: sortedObject([...updated]) }
}

function setOrDelete(updated: Map<Id, Updates>, id: Id, updates: Updates): void {
  if (hasKeys(updates)) updated.set(id, updates)
  else updated.delete(id)
}

function mergeUpdates(a: Updates, b: Updates): Updates {
  const merged = new Map(Object.entries(a))
  for (const key of Object.keys(b)) {
    const first = merged.get(key)
    const from = first ? first.from : b[key]!.from
    const { to } = b[key]!
    if (isEqualJson(from, to)) merged.delete(key)
    else merged.set(key, property(from, to))
  }
  return sortedObject([...merged])
}

import type { Change, ChangeOrigin, Id, RawRecord, SceneDocument } from '@enfilade/scene'
import { diffDocuments, isEmptyChange } from '@enfilade/scene'
import * as Y from 'yjs'
import { readRecord, writeProperty, writeRecord } from './record-map.ts'

/** Root type that holds the records: id → Y.Map. */
export const RECORDS_KEY = 'records'

/** Rides as the Yjs transaction's origin. Transactions with another origin (a provider, say) come from elsewhere. */
export type SceneOrigin = { readonly type: ChangeOrigin; readonly by?: string }

/** Called once per transaction that changed records, after it. `origin` is undefined for what came from another replica. */
export type SceneListener = (change: Change, origin: SceneOrigin | undefined, document: SceneDocument) => void

/** The scene as it lies in a Y.Doc: an immutable map to read, one road to write. */
export type SceneStore = {
  /** The current records; a new map after every change, untouched records keep their identity. */
  readonly document: SceneDocument
  /**
   * Writes a change as one transaction tagged with `origin`. Updates of records that are gone are left out: a late
   * edit never brings a deleted thing back.
   */
  apply(change: Change, origin: SceneOrigin): void
  subscribe(listener: SceneListener): () => void
  /** Stops observing the Y.Doc. */
  destroy(): void
}

/** Binds a scene to `doc`; the doc stays the caller's, to sync and to destroy. */
export function createSceneStore(doc: Y.Doc): SceneStore {
  const records = doc.getMap(RECORDS_KEY)
  const listeners = new Set<SceneListener>()
  let document = readDocument(doc)

  const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const touched = touchedIds(records, events)
    const before = new Map<Id, RawRecord>()
    const after = new Map<Id, RawRecord>()
    const next = new Map(document)
    for (const id of touched) {
      const old = document.get(id)
      if (old) before.set(id, old)
      const now = readRecord(records.get(id))
      if (now) next.set(id, now)
      else next.delete(id)
      if (now) after.set(id, now)
    }
    const change = diffDocuments(before, after)
    if (isEmptyChange(change)) return
    document = next
    const origin = isSceneOrigin(transaction.origin) ? transaction.origin : undefined
    for (const listener of [...listeners]) listener(change, origin, document)
  }
  records.observeDeep(observer)

  return {
    get document() {
      return document
    },
    apply(change, origin) {
      doc.transact(() => writeChange(records, change), origin)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      records.unobserveDeep(observer)
      listeners.clear()
    },
  }
}

/** The records of a Y.Doc as plain data. */
export function readDocument(doc: Y.Doc): SceneDocument {
  const records = doc.getMap(RECORDS_KEY)
  const document = new Map<Id, RawRecord>()
  for (const id of [...records.keys()].sort()) {
    const record = readRecord(records.get(id))
    if (record) document.set(id, record)
  }
  return document
}

/** Makes the Y.Doc hold exactly `document`, as one transaction that touches only what differs. */
export function writeDocument(doc: Y.Doc, document: SceneDocument, origin: SceneOrigin): Change {
  const change = diffDocuments(readDocument(doc), document)
  if (!isEmptyChange(change)) doc.transact(() => writeChange(doc.getMap(RECORDS_KEY), change), origin)
  return change
}

function writeChange(records: Y.Map<unknown>, change: Change): void {
  for (const id of Object.keys(change.removed).sort()) if (records.has(id)) records.delete(id)
  for (const id of Object.keys(change.added).sort()) writeRecord(records, id, change.added[id]!)
  for (const id of Object.keys(change.updated).sort()) {
    const map = records.get(id)
    if (!(map instanceof Y.Map)) continue
    const properties = change.updated[id]!
    for (const key of Object.keys(properties).sort()) writeProperty(map, key, properties[key]!.to)
  }
}

function touchedIds(records: Y.Map<unknown>, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<Id> {
  const touched = new Set<Id>()
  for (const event of events) {
    if (event.target === (records as Y.AbstractType<unknown>))
      for (const id of event.changes.keys.keys()) touched.add(id)
    else touched.add(String(event.path[0]))
  }
  return touched
}

function isSceneOrigin(value: unknown): value is SceneOrigin {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as SceneOrigin).type === 'string' &&
    value.constructor === Object
  )
}

import { isPlainObject, ownValue } from '../json.ts'
import type { Id, RawRecord, SceneDocument } from '../records.ts'
import { upgradeRecord } from './upgrade-record.ts'

/** The form in which records are stored now. Version 2 combined an item's pose and an opening's swing. */
export const SCENE_VERSION = 2

/** The record that says in which version a document is stored; absent: version 2, the first one published. */
export const META_ID = 'meta'

/**
 * The document in the current form; the same map when it is in it already. Pure and the same on every peer, so two
 * peers may migrate at once: both write the same values. A document from a newer version is left alone.
 */
export function migrateDocument(document: SceneDocument): SceneDocument {
  const meta = document.get(META_ID)
  const version = isPlainObject(meta) ? ownValue(meta, 'version') : undefined
  if (typeof version === 'number' && version > SCENE_VERSION) return document
  const upgraded = new Map<Id, RawRecord>()
  for (const [id, record] of document) {
    const current = isPlainObject(record) ? upgradeRecord(record) : record
    if (current !== record) upgraded.set(id, current)
  }
  if (meta && typeof version === 'number' && version < SCENE_VERSION) {
    upgraded.set(META_ID, { ...meta, version: SCENE_VERSION })
  }
  return upgraded.size > 0 ? new Map([...document, ...upgraded]) : document
}

import { type Id, MERGED_PROPERTIES, type RawRecord, unflattenRecord } from '@enfilade/scene'
import * as Y from 'yjs'

/**
 * Properties that merge key by key: `finishes.body` and `finishes.legs` are two Yjs keys, so that two people can set
 * them at once. Every other property is one key with a plain JSON value.
 */
const mergedByKey: ReadonlySet<string> = new Set(MERGED_PROPERTIES)

const maximumDepth = 16

/**
 * A record as plain JSON, or undefined where the value can't be one. Whatever JSON can't say is left out. The id is not
 * repeated inside: the key says it.
 */
export function readRecord(value: unknown): RawRecord | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const flat = new Map<string, unknown>()
  for (const key of [...value.keys()].sort()) {
    const plain = toPlain(value.get(key), 0)
    if (key !== 'id' && plain !== undefined && !mergedByKey.has(key)) flat.set(key, plain)
  }
  return unflattenRecord(flat)
}

/** Writes a whole record: a new Y.Map, or, where the id is taken, only the keys that differ. */
export function writeRecord(records: Y.Map<unknown>, id: Id, record: RawRecord): void {
  const entries = flattenRecord(record)
  const existing = records.get(id)
  if (!(existing instanceof Y.Map)) {
    const map = new Y.Map<unknown>()
    for (const [key, value] of entries) map.set(key, value)
    records.set(id, map)
    return
  }
  const keys = new Set(entries.map(([key]) => key))
  for (const key of [...existing.keys()]) if (!keys.has(key)) existing.delete(key)
  for (const [key, value] of entries) writeProperty(existing, key, value)
}

/** Sets one property key, or deletes it where `value` is undefined. A value that already stands is not written again. */
export function writeProperty(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === undefined) {
    if (map.has(key)) map.delete(key)
    return
  }
  if (mergedByKey.has(key) && isPlainObject(value)) {
    for (const slot of Object.keys(value).sort()) writeProperty(map, `${key}.${slot}`, value[slot])
    return
  }
  if (!map.has(key) || JSON.stringify(toPlain(map.get(key), 0)) !== JSON.stringify(value)) map.set(key, value)
}

function flattenRecord(record: RawRecord): [string, unknown][] {
  const entries: [string, unknown][] = []
  for (const key of Object.keys(record).sort()) {
    const value = record[key]
    if (key === 'id' || value === undefined) continue
    if (mergedByKey.has(key) && isPlainObject(value)) {
      for (const slot of Object.keys(value).sort())
        if (value[slot] !== undefined) entries.push([`${key}.${slot}`, value[slot]])
    } else entries.push([key, value])
  }
  return entries
}

function toPlain(value: unknown, depth: number): unknown {
  if (depth > maximumDepth) return undefined
  if (value instanceof Y.AbstractType) return toPlain(value.toJSON(), depth)
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  // JSON has no negative zero, and equal documents give equal bytes.
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined
  if (Array.isArray(value)) return value.map((entry) => toPlain(entry, depth + 1) ?? null)
  if (!isPlainObject(value)) return undefined
  // From entries, so that a key like __proto__ is a key like any other.
  const entries = Object.keys(value)
    .sort()
    .map((key) => [key, toPlain(value[key], depth + 1)] as const)
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined))
}

function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

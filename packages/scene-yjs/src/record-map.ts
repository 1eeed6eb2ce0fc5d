import { type Id, MERGED_PROPERTIES, type RawRecord } from '@enfilade/scene'
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
export function readRecord(id: Id, value: unknown): RawRecord | undefined {
  if (!(value instanceof Y.Map) || isDangerousKey(id)) return undefined
  const record: { [key: string]: unknown } = {}
  for (const key of [...value.keys()].sort()) {
    if (key === 'id' || isDangerousKey(key)) continue
    const plain = toPlain(value.get(key), 0)
    if (plain === undefined) continue
    const dot = key.indexOf('.')
    const property = dot < 0 ? key : key.slice(0, dot)
    if (dot < 0 || !mergedByKey.has(property)) {
      if (!mergedByKey.has(key)) record[key] = plain
      continue
    }
    const slot = key.slice(dot + 1)
    if (slot === '' || isDangerousKey(slot)) continue
    record[property] = { ...(record[property] as RawRecord | undefined), [slot]: plain }
  }
  return record
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
  const plain: { [key: string]: unknown } = {}
  for (const key of Object.keys(value).sort()) {
    if (isDangerousKey(key)) continue
    const entry = toPlain(value[key], depth + 1)
    if (entry !== undefined) plain[key] = entry
  }
  return plain
}

function isPlainObject(value: unknown): value is { readonly [key: string]: unknown } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function isDangerousKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype'
}

import { isPlainObject, ownValue } from './json.ts'
import type { RawRecord } from './records.ts'

/** Properties whose inner keys are edited and merged one by one; changes name them dotted (`finishes.body`). */
export const MERGED_PROPERTIES: readonly string[] = ['finishes', 'states', 'physics', 'appearance']

/** Splits a dotted key of a merged property; undefined for any other key. */
export function splitMergedKey(key: string): readonly [property: string, inner: string] | undefined {
  const dot = key.indexOf('.')
  if (dot <= 0) return undefined
  const property = key.slice(0, dot)
  return MERGED_PROPERTIES.includes(property) ? [property, key.slice(dot + 1)] : undefined
}

/** The record's properties as changes name them. Undefined values and empty merged objects are not there. */
export function flattenRecord(record: RawRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const key of Object.keys(record)) {
    const value = record[key]
    if (value === undefined) continue
    if (!MERGED_PROPERTIES.includes(key) || !isPlainObject(value)) {
      flat.set(key, value)
      continue
    }
    for (const inner of Object.keys(value)) {
      if (value[inner] !== undefined) flat.set(`${key}.${inner}`, value[inner])
    }
  }
  return flat
}

/** The record that `flattenRecord` came from. */
export function unflattenRecord(flat: ReadonlyMap<string, unknown>): RawRecord {
  const plain = new Map<string, unknown>()
  const nested = new Map<string, [string, unknown][]>()
  for (const [key, value] of flat) {
    const split = splitMergedKey(key)
    if (!split) {
      if (!nested.has(key)) plain.set(key, value)
      continue
    }
    const [property, inner] = split
    const entries = nested.get(property)
    if (entries) entries.push([inner, value])
    else nested.set(property, [[inner, value]])
  }
  for (const [property, entries] of nested) plain.set(property, Object.fromEntries(entries))
  return Object.fromEntries(plain)
}

/** The value of a property by its plain or dotted key. */
export function readProperty(record: RawRecord, key: string): unknown {
  const split = splitMergedKey(key)
  if (!split) return ownValue(record, key)
  const object = ownValue(record, split[0])
  return isPlainObject(object) ? ownValue(object, split[1]) : undefined
}

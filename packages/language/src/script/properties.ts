import type { Id, RawRecord } from '@enfilade/scene'
import { isSameValue } from './same-value.ts'
import { isObject } from './valid-record.ts'

/** Keys of our own lines that are not properties: the record's id, what to leave out, what is no plain key. */
const RESERVED: ReadonlySet<string> = new Set(['drop', 'extra', 'id', 'kind'])
const KEY = /^[A-Za-z][A-Za-z0-9]*$/

/** The order of keys in a line; the others follow by name. */
const KEY_ORDER = [
  ...['id', 'name', 'type', 'level', 'at', 'a', 'b', 'category', 'label', 'elevation', 'height', 'bulge', 'structure'],
  ...['along', 'sill', 'swing', 'open', 'pose', 'support', 'group', 'variant', 'shape', 'style', 'tags', 'finishes'],
  ...['states', 'physics', 'placeholder', 'asset', 'locked', 'eye', 'target', 'from', 'to'],
]
const RANK: ReadonlyMap<string, number> = new Map(KEY_ORDER.map((key, rank) => [key, rank]))

export type Properties = ReadonlyMap<string, unknown>
export const noProperties: Properties = new Map()

/** A record with the properties of a line laid over it. `owned` keys are the core line's and stay. */
export function overlay(record: RawRecord, properties: Properties, owned: ReadonlySet<string>): RawRecord {
  if (properties.size === 0) return record
  if (!properties.has('extra') && !properties.has('drop')) {
    // Keys of lines start with a letter, so that this sets own properties only.
    const plain: { [key: string]: unknown } = { ...record }
    for (const [key, value] of properties) if (!owned.has(key) && !RESERVED.has(key)) plain[key] = value
    return plain
  }
  const result = new Map<string, unknown>(Object.entries(record))
  const extra = properties.get('extra')
  if (isObject(extra)) for (const [key, value] of Object.entries(extra)) if (key !== 'kind') result.set(key, value)
  for (const [key, value] of properties) if (!owned.has(key) && !RESERVED.has(key)) result.set(key, value)
  const drop = properties.get('drop')
  if (Array.isArray(drop)) for (const key of drop) if (!owned.has(key) && key !== 'kind') result.delete(key)
  // `fromEntries` defines own properties, so a key like `__proto__` stays data.
  return Object.fromEntries(result)
}

/**
 * The properties that a line needs, so that reading it gives `record`.
 *
 * @param given Properties that the line has anyway.
 * @param read What a reader makes of the line with some properties.
 */
export function findProperties(
  record: RawRecord,
  given: Properties,
  read: (properties: Properties) => RawRecord,
): Properties {
  let properties = given
  // A property may change how another is read (a support, how the pose is), so look again until nothing is missing.
  for (let round = 0; round < 4; round++) {
    const missing = differingKeys(record, read(properties))
    if (missing.length === 0) break
    properties = withKeys(properties, record, missing)
  }
  return sortProperties(properties)
}

/** A record's id and all of its properties but `kind`, as a line holds them. */
export function allProperties(id: Id, record: RawRecord): Properties {
  const keys = Object.keys(record).filter((key) => key !== 'kind')
  return sortProperties(withKeys(new Map([['id', id]]), record, keys))
}

function differingKeys(record: RawRecord, other: RawRecord): string[] {
  const keys = new Set([...Object.keys(record), ...Object.keys(other)])
  return [...keys].filter((key) => key !== 'kind' && !isSameValue(own(record, key), own(other, key)))
}

function withKeys(properties: Properties, record: RawRecord, keys: readonly string[]): Properties {
  const result = new Map(properties)
  const extra = new Map(Object.entries((properties.get('extra') ?? {}) as RawRecord))
  const drop = new Set((properties.get('drop') ?? []) as string[])
  for (const key of keys) {
    const value = own(record, key)
    if (value === undefined) drop.add(key)
    else if (KEY.test(key) && !RESERVED.has(key)) result.set(key, value)
    else extra.set(key, value)
  }
  if (extra.size > 0) result.set('extra', Object.fromEntries(extra))
  if (drop.size > 0) result.set('drop', [...drop].sort())
  return result
}

function sortProperties(properties: Properties): Properties {
  if (properties.size < 2) return properties
  const rank = (key: string) => RANK.get(key) ?? (RESERVED.has(key) ? KEY_ORDER.length + 1 : KEY_ORDER.length)
  return new Map([...properties].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)))
}

function own(record: RawRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

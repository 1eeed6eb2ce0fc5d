import type { RawRecord } from '@enfilade/scene'
import { isSameValue } from '../script/same-value.ts'
import { isObject } from '../script/valid-record.ts'

/**
 * What was given comes back as it was given: where a record would be written otherwise than the input said (an outline
 * of an open room, a swing seen from outside, an id that another list uses too), it keeps the input's value in
 * `given`, and a fingerprint of what it would itself be written with. Once it would be written differently, it counts.
 */
type Given = { readonly [field: string]: { readonly value: unknown; readonly was: string } }

/** The fields that come back as given. Not those that say what the mesh shows. */
export const GIVEN_FIELDS: { readonly [part: string]: readonly string[] } = {
  levels: ['id'],
  rooms: ['id', 'polygon', 'holes', 'floor', 'height', 'type', 'name'],
  walls: ['id', 'a', 'b', 'bulge', 'height', 'thickness'],
  openings: ['id', 'center', 'width', 'height', 'swing', 'open'],
  objects: ['id', 'center', 'yaw', 'size', 'mount', 'tags', 'state', 'mass', 'movable'],
}

/** A record that remembers in which fields, of those that were sound, the input differs from what is written for it. */
export function rememberGiven(
  record: RawRecord,
  part: string,
  input: RawRecord,
  written: RawRecord,
  faulty: ReadonlySet<string>,
): RawRecord {
  const fields = GIVEN_FIELDS[part]!.filter(
    (field) =>
      !faulty.has(field) &&
      Object.hasOwn(input, field) &&
      isPlausible(input[field], written[field]) &&
      !isSameValue(input[field], written[field]),
  )
  if (fields.length === 0) return record
  const given = fields.map((field) => [field, { value: input[field], was: fingerprint(written[field]) }] as const)
  return { ...record, given: Object.fromEntries(given) satisfies Given }
}

/** The fields of a part, with those that still are as they were given put back. */
export function recallGiven<Part extends { readonly [field: string]: unknown }>(
  part: Part,
  record: RawRecord | undefined,
): Part {
  if (!record || !isObject(record.given)) return part
  const restored = Object.entries(record.given).filter(
    ([field, memory]) => Object.hasOwn(part, field) && isObject(memory) && memory.was === fingerprint(part[field]),
  )
  if (restored.length === 0) return part
  return {
    ...part,
    ...Object.fromEntries(restored.map(([field, memory]) => [field, (memory as { value: unknown }).value])),
  }
}

/** A value of another type than is written was a mistake, which comes back mended; null stands for nothing given. */
function isPlausible(input: unknown, written: unknown): boolean {
  if (input === null || input === undefined || input === '') return false
  return written === null || (typeof input === typeof written && Array.isArray(input) === Array.isArray(written))
}

/** 64 bits of a value's JSON text, in base 36. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
    low ^= low >>> 13
  }
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}`
}

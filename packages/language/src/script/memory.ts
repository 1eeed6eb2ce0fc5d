import type { RawRecord } from '@enfilade/scene'
import type { Properties } from './properties.ts'
import { isObject } from './valid-record.ts'

/**
 * A foreign line may say what a record cannot: a door a millimetre beside its wall, a wall whose foot is not the
 * storey's. The record then keeps the line's numbers in `script.args`, and in `script.was` those that it would itself
 * be written with. While it still would, the line is written as it was read; once the record has changed, it counts.
 */
type Memory = { readonly args: readonly number[]; readonly was: readonly number[] }

/** Properties with which our own line states numbers exactly, so that nothing needs to be remembered. */
const EXACT = ['along', 'sill', 'pose', 'script']

/** The record, with the line's numbers in its memory where it would itself be written otherwise. */
export function remember(
  record: RawRecord,
  properties: Properties,
  args: readonly number[],
  was: readonly number[],
): RawRecord {
  if (areSame(args, was) || EXACT.some((key) => properties.has(key))) return record
  return { ...record, script: { args: [...args], was: [...was] } satisfies Memory }
}

/** The numbers to write for a record whose own are `now`. */
export function recall(record: RawRecord, now: readonly number[]): readonly number[] {
  const memory = record.script
  if (!isObject(memory) || !isNumbers(memory.args) || !isNumbers(memory.was)) return now
  return memory.args.length === now.length && areSame(memory.was, now) ? memory.args : now
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number' && Number.isFinite(item))
}

function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
}

import type { Id, LevelRecord, Point2, RawRecord } from '@enfilade/scene'
import { recall, remember } from './memory.ts'
import { overlay, type Properties } from './properties.ts'
import { isNear } from './same-value.ts'
import { isNumber } from './valid-record.ts'

export type WallContext = {
  readonly level: LevelRecord
  readonly ends: readonly [Id, Id]
  readonly at: (corner: Id) => Point2
  /** True when our own line names both corners, so that the line's own ends are theirs. */
  readonly isExplicit: boolean
}

const OWNED: ReadonlySet<string> = new Set(['thickness', 'a', 'b', 'level'])

/** The wall that a wall line and its properties say. */
export function readWall(numbers: readonly number[], properties: Properties, context: WallContext): RawRecord {
  const { level, ends } = context
  const height = Math.abs(numbers[6]!)
  const thickness = Math.abs(numbers[7]!)
  const base = { kind: 'wall', level: level.id, a: ends[0], b: ends[1], thickness, structure: 'unknown' }
  const plain: RawRecord = height === level.height ? base : { ...base, height }
  const record = overlay(plain, properties, OWNED)
  // The core line wins over a stale height of ours.
  const isStale = properties.has('height') && !(isNumber(record.height) && isNear(record.height, height))
  const fresh = isStale
    ? overlay(
        record,
        new Map<string, unknown>(height === level.height ? [['drop', ['height']]] : [['height', height]]),
        OWNED,
      )
    : record
  if (context.isExplicit) return fresh
  return remember(fresh, properties, numbers, wallNumbers(fresh, context))
}

/** The numbers of a wall's line: those it was read from while they still hold, else its own. */
export function wallLine(record: RawRecord, context: WallContext): readonly number[] {
  const numbers = wallNumbers(record, context)
  return context.isExplicit ? numbers : recall(record, numbers)
}

function wallNumbers(record: RawRecord, { level, ends, at }: WallContext): number[] {
  const [ax, ay] = at(ends[0])
  const [bx, by] = at(ends[1])
  const height = isNumber(record.height) ? record.height : level.height
  return [ax, ay, level.elevation, bx, by, level.elevation, height, record.thickness as number]
}

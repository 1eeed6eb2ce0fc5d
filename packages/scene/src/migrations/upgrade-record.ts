import { isPlainObject, ownValue } from '../json.ts'
import type { RawRecord } from '../records.ts'

/**
 * A record of any stored version in the current form; the same object when it is in it already. Old forms are known by
 * their properties, not by a version number: a peer that was offline may add old records to a document long migrated.
 */
export function upgradeRecord(record: RawRecord): RawRecord {
  const kind = ownValue(record, 'kind')
  if (kind === 'item') return combinePose(record)
  if (kind === 'opening') return combineSwing(record)
  return record
}

/** Version 1 kept `x`, `y`, `z` and `yaw` of an item apart; two people could tear a move in two. */
function combinePose(record: RawRecord): RawRecord {
  if (isPlainObject(ownValue(record, 'pose')) || typeof ownValue(record, 'x') !== 'number') return record
  const { x, y, z, yaw, ...rest } = record
  return { ...rest, pose: { x, y, z: z ?? 0, yaw: yaw ?? 0 } }
}

/** Version 1 kept `hinge` (`a`, `b`, `none`, `sliding`) and `side` of an opening flat. */
function combineSwing(record: RawRecord): RawRecord {
  if (isPlainObject(ownValue(record, 'swing')) || typeof ownValue(record, 'hinge') !== 'string') return record
  const { hinge, side, ...rest } = record
  if (hinge === 'sliding') return { ...rest, swing: { type: 'sliding' } }
  if (hinge !== 'a' && hinge !== 'b') return { ...rest, swing: { type: 'none' } }
  return { ...rest, swing: { type: 'hinged', hinge, side: side === 'right' ? 'right' : 'left' } }
}

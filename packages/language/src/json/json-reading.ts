import type { Id, LevelRecord, RawRecord } from '@enfilade/scene'
import { createIds, type Ids } from '../script/ids.ts'
import { levelAt } from '../script/levels.ts'
import type { JsonReport, PartReader } from './fields.ts'
import { show } from './fields.ts'

/** The scene that a Scene JSON is being read into. */
export type JsonReading = {
  readonly records: Map<Id, RawRecord>
  /** Sorted as they came. */
  readonly levels: Map<Id, LevelRecord>
  /** Record of each part, by list and by the id that the input uses. */
  readonly idsOf: ReadonlyMap<string, Map<string, Id>>
  /** The input's part of each record. */
  readonly parts: Map<Id, { readonly list: string; readonly part: PartReader }>
  readonly report: JsonReport
  claimId(name: Id): Id
  /** A record id for a part: its own where it is free. */
  takeId(part: PartReader, name: string): Id
  add(id: Id, record: RawRecord, part: PartReader, list: string, known: ReadonlySet<string>): void
  levelOf(part: PartReader): LevelRecord
  /** The level a part names, else the one that its height belongs to. */
  levelOfHeight(part: PartReader, z: number): LevelRecord
}

/** Ids longer than this are noise, not names. */
const MAX_ID = 500

export function createJsonReading(report: JsonReport): JsonReading {
  const ids: Ids = createIds()
  const levels = new Map<Id, LevelRecord>()
  const records = new Map<Id, RawRecord>()
  const idsOf = new Map(
    ['levels', 'rooms', 'walls', 'openings', 'objects'].map((list) => [list, new Map<string, Id>()]),
  )
  const parts: JsonReading['parts'] = new Map()
  const namedLevel = (part: PartReader) => {
    const given = part.get('level')
    return typeof given === 'string' ? levels.get(idsOf.get('levels')!.get(given) ?? given) : undefined
  }
  return {
    records,
    levels,
    idsOf,
    parts,
    report,
    claimId: (name) => ids.claim(name),
    takeId(part, name) {
      const given = givenId(part)
      const list = idsOf.get(`${name}s`)!
      if (given === undefined) return ids.claim(`${name}-${list.size + 1}`)
      if (list.has(given)) {
        const id = ids.claim(given)
        part.warn(
          'duplicate-id',
          'id',
          `${JSON.stringify(given)} is taken by an earlier ${name}; this one becomes ${JSON.stringify(id)}.`,
        )
        return id
      }
      // Another list may use the id too: there it stays what it is, and comes back so.
      return ids.take(given) ? given : ids.claim(`${name}:${given}`)
    },
    add(id, record, part, list, known) {
      const fields = part.unknown(known)
      const own = fields ? { ...record, fields } : record
      records.set(id, own)
      parts.set(id, { list, part })
      const given = givenId(part)
      if (given !== undefined && !idsOf.get(list)!.has(given)) idsOf.get(list)!.set(given, id)
      if (own.kind === 'level') levels.set(id, { ...own, id } as unknown as LevelRecord)
    },
    levelOf: (part) => namedLevel(part) ?? (levels.values().next().value as LevelRecord),
    levelOfHeight: (part, z) => namedLevel(part) ?? levels.get(levelAt([...levels.values()], z))!,
  }
}

/** The id that a part says; a number counts as its digits. */
function givenId(part: PartReader): string | undefined {
  const value = part.get('id')
  if (typeof value === 'string' && value !== '' && value.length <= MAX_ID) return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (value !== undefined) part.warn('bad-id', 'id', `expected text, got ${show(value)}; it gets an id.`)
  return undefined
}

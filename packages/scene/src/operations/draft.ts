import { diffDocuments } from '../apply-change.ts'
import type { Change } from '../change.ts'
import { compareIds } from '../json.ts'
import { flattenRecord, unflattenRecord } from '../merged-keys.ts'
import { upgradeRecord } from '../migrations/upgrade-record.ts'
import type { OperationContext } from '../operation.ts'
import { readRecord } from '../parse-record.ts'
import type { Id, RawRecord, RecordKind, SceneDocument, SceneRecord } from '../records.ts'
import { refuse } from './refusal.ts'

type RecordOf<K extends RecordKind> = Extract<SceneRecord, { kind: K }>

/** How people call a record kind in a message. */
const words: { readonly [kind in RecordKind]: string } = {
  level: 'level',
  corner: 'corner',
  wall: 'wall',
  opening: 'opening',
  room: 'room label',
  item: 'item',
  group: 'group',
  viewpoint: 'viewpoint',
  measurement: 'measurement',
}

/** A document while an operation works on it. Operations write here; the change is what differs in the end. */
export type Draft = {
  readonly before: SceneDocument
  readonly now: SceneDocument
  readonly has: (id: Id) => boolean
  readonly find: <K extends RecordKind>(kind: K, id: Id) => RecordOf<K> | undefined
  /** As `find`; refuses when it is not there. */
  readonly need: <K extends RecordKind>(kind: K, id: Id) => RecordOf<K>
  /** All valid records of a kind, sorted by id. */
  readonly all: <K extends RecordKind>(kind: K) => RecordOf<K>[]
  readonly put: (id: Id, record: RawRecord) => void
  /** Sets properties by plain or dotted key; undefined takes one away. */
  readonly set: (id: Id, values: { readonly [key: string]: unknown }) => void
  readonly remove: (id: Id) => void
  readonly createId: () => Id
  /** Refuses an id that is no id or is in use. */
  readonly claim: (id: Id) => void
  readonly change: () => Change
}

/** Enough for any honest source of ids to come up with a new one. */
const MAX_ID_TRIES = 1000

export function createDraft(before: SceneDocument, context: OperationContext): Draft {
  const now = new Map(before)
  const find = <K extends RecordKind>(kind: K, id: Id): RecordOf<K> | undefined => {
    const raw = now.get(id)
    const record = raw && readRecord(id, raw).record
    return record?.kind === kind ? (record as RecordOf<K>) : undefined
  }
  return {
    before,
    now,
    has: (id) => now.has(id),
    find,
    need: (kind, id) => find(kind, id) ?? refuse('missing', `There is no ${words[kind]} "${String(id)}" (any more).`),
    all: <K extends RecordKind>(kind: K) => {
      const found: RecordOf<K>[] = []
      for (const [id, raw] of now) {
        const { record } = readRecord(id, raw)
        if (record?.kind === kind) found.push(record as RecordOf<K>)
      }
      return found.sort((a, b) => compareIds(a.id, b.id))
    },
    put: (id, record) => {
      now.set(id, record)
    },
    set: (id, values) => {
      const flat = flattenRecord(upgradeRecord(now.get(id)!))
      for (const key of Object.keys(values)) {
        if (values[key] === undefined) flat.delete(key)
        else flat.set(key, values[key])
      }
      now.set(id, unflattenRecord(flat))
    },
    remove: (id) => {
      now.delete(id)
    },
    createId: () => {
      for (let i = 0; i < MAX_ID_TRIES; i++) {
        const id = context.createId()
        if (!now.has(id)) return id
      }
      throw new RangeError(`createId: gave ${MAX_ID_TRIES} ids that are all in use`)
    },
    claim: (id) => {
      if (typeof id !== 'string' || id === '') refuse('bad-id', `${JSON.stringify(id)} is no id: ids are text.`)
      if (now.has(id)) refuse('exists', `The id "${id}" is in use already: choose another one.`)
    },
    change: () => diffDocuments(before, now),
  }
}

/** The record without its id, as it lies in a document: undefined properties left out. */
export function toRaw(record: SceneRecord): RawRecord {
  const { id: _, ...rest } = record
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
}

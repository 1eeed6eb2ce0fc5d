import type { Change, Id, RawRecord, SceneDocument } from '@enfilade/scene'
import { applyChange, isEmptyChange, isEqualJson, mergeChanges, reverseChange } from '@enfilade/scene'
import type { SceneOrigin, SceneStore } from './scene-store.ts'

/** What an undo or redo did: `changed` false where others' later work left nothing of it to take back. */
export type UndoOutcome = { readonly changed: boolean; readonly label?: string }

/** One person's undo and redo over a shared scene. */
export type SceneUndo = {
  /** Applies a change as this person's next undo step; steps with one `coalesce` key in a row become one. */
  apply(change: Change, options?: { label?: string; coalesce?: string; origin?: SceneOrigin }): void
  undo(): UndoOutcome
  redo(): UndoOutcome
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Told after every change of `canUndo` or `canRedo`. */
  subscribe(listener: () => void): () => void
}

type Step = { readonly change: Change; readonly label?: string; readonly coalesce?: string }

const maximumSteps = 500

/**
 * Undo that takes back only this person's own work: a property that somebody changed since keeps their value, a deleted
 * thing stays deleted, and what others have edited or built upon since is not removed.
 */
export function createUndo(store: SceneStore, origin: SceneOrigin): SceneUndo {
  const done: Step[] = []
  const undone: Step[] = []
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of [...listeners]) listener()
  }

  const move = (from: Step[], to: Step[]): UndoOutcome => {
    let outcome: UndoOutcome = { changed: false }
    while (!outcome.changed && from.length > 0) {
      const step = from.pop()!
      const change = keepOthersWork(store.document, reverseChange(step.change))
      if (isEmptyChange(change)) continue
      store.apply(change, origin)
      to.push({ change, label: step.label })
      outcome = { changed: true, label: step.label }
    }
    tell()
    return outcome
  }

  return {
    apply(change, options = {}) {
      if (isEmptyChange(change)) return
      store.apply(change, options.origin ?? origin)
      undone.length = 0
      const last = done.at(-1)
      if (last && options.coalesce !== undefined && last.coalesce === options.coalesce)
        done[done.length - 1] = { ...last, change: mergeChanges(last.change, change) }
      else done.push({ change, label: options.label, coalesce: options.coalesce })
      if (done.length > maximumSteps) done.shift()
      tell()
    },
    undo: () => move(done, undone),
    redo: () => move(undone, done),
    get canUndo() {
      return done.length > 0
    },
    get canRedo() {
      return undone.length > 0
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/**
 * The part of `change` that still holds in `document`: what it removes or updates must be as it expects to find it.
 *
 * @returns A change that can be applied as it stands; its `from` values and removed records are the document's own.
 */
export function keepOthersWork(document: SceneDocument, change: Change): Change {
  const added = Object.fromEntries(Object.entries(change.added).filter(([id]) => !document.has(id)))

  const updated = Object.fromEntries(
    Object.entries(change.updated).flatMap(([id, properties]) => {
      const record = document.get(id)
      if (!record) return []
      const kept = Object.entries(properties).filter(([key, { from }]) => isEqualJson(readKey(record, key), from))
      return kept.length > 0 ? [[id, Object.fromEntries(kept)]] : []
    }),
  )

  const candidates = new Map<Id, RawRecord>()
  for (const [id, record] of Object.entries(change.removed)) {
    const current = document.get(id)
    if (current && isEqualJson(current, record)) candidates.set(id, current)
  }
  // References in the document as it will be: an update of the same step may be what lets go of a record.
  const after = applyChange(document, { added, removed: {}, updated })
  const removed = Object.fromEntries(withoutReferenced(after, candidates))
  return { added, removed, updated }
}

/** Leaves out candidates on which a record that stays rests: a wall under somebody's door, a corner of a kept wall. */
function withoutReferenced(document: SceneDocument, candidates: Map<Id, RawRecord>): Map<Id, RawRecord> {
  const remaining = new Map(candidates)
  const queue = [...document].filter(([id]) => !remaining.has(id)).map(([, record]) => record)
  for (let record = queue.pop(); record; record = queue.pop()) {
    for (const id of referencesOf(record)) {
      const held = remaining.get(id)
      if (!held) continue
      remaining.delete(id)
      queue.push(held)
    }
  }
  return remaining
}

/** Ids of the records that a record can't stand without. A room label stands alone, a level is shared by all. */
function referencesOf(record: RawRecord): Id[] {
  const support = record['support'] as { readonly id?: unknown } | undefined
  return [record['level'], record['a'], record['b'], record['wall'], record['group'], support?.id].filter(
    (id): id is Id => typeof id === 'string',
  )
}

function readKey(record: RawRecord, key: string): unknown {
  const dot = key.indexOf('.')
  if (dot < 0) return record[key]
  const slots = record[key.slice(0, dot)]
  return typeof slots === 'object' && slots !== null ? (slots as RawRecord)[key.slice(dot + 1)] : undefined
}

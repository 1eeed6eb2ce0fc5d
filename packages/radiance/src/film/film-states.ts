import type { Id } from '@enfilade/scene'
import type { FilmPath, StateKey } from './film-path.ts'

export type FilmState = { readonly id: Id; readonly open?: number; readonly on?: boolean }

/** Openings are rounded to this, so that a door that moves has a bounded number of poses. */
const OPEN_STEP = 1 / 64

/**
 * What differs from the scene at a moment: doors as far open as they are between their keys, lamps by their last key. Sorted by id;
 * things before their first key are absent.
 */
export function statesAt(path: FilmPath, time: number): FilmState[] {
  const ids = [...new Set(path.states.map(({ id }) => id))].sort()
  return ids.flatMap((id) => {
    const keys = path.states.filter((key) => key.id === id)
    const open = openAt(keys, time)
    const on = keys.findLast((key) => key.on !== undefined && key.time <= time)?.on
    if (open === undefined && on === undefined) return []
    return [{ id, ...(open === undefined ? {} : { open }), ...(on === undefined ? {} : { on }) }]
  })
}

function openAt(keys: readonly StateKey[], time: number): number | undefined {
  const moving = keys.filter((key) => key.open !== undefined)
  const before = moving.findLast((key) => key.time <= time)
  if (!before) return undefined
  const after = moving.find((key) => key.time > time)
  if (!after) return before.open
  const t = (time - before.time) / (after.time - before.time)
  const open = before.open! * (1 - t) + after.open! * t
  return Math.round(open / OPEN_STEP) * OPEN_STEP
}

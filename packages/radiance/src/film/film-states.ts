import type { Id, Scene } from '@enfilade/scene'
import type { FilmPath, StateKey } from './film-path.ts'

export type FilmState = { readonly id: Id; readonly open?: number; readonly on?: boolean }

/** Openings are rounded to this, so that a door that moves has few poses: each has its own light. */
const OPEN_STEP = 1 / 16

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

/** The scene with its doors and lamps as they are at a moment; ids that it does not have are passed over. */
export function withStates(scene: Scene, states: readonly FilmState[]): Scene {
  if (states.length === 0) return scene
  const of = new Map(states.map((state) => [state.id, state]))
  const openings = scene.openings.map((opening) => ({ ...opening, open: of.get(opening.id)?.open ?? opening.open }))
  const items = scene.items.map((item) => {
    const { on, open } = of.get(item.id) ?? {}
    if (on === undefined && open === undefined) return item
    return {
      ...item,
      states: { ...item.states, ...(on === undefined ? {} : { on }), ...(open === undefined ? {} : { open }) },
    }
  })
  const byId = new Map([...scene.byId, ...[...openings, ...items].map((record) => [record.id, record] as const)])
  return { ...scene, openings, items, byId }
}

import type { Id } from '@enfilade/scene'
import type { Vector3 } from '../../editor/scene-camera.ts'

export const filmSizes = ['1280x720', '1920x1080', '640x360'] as const
export const filmRates = [24, 30] as const
/** By the focal length on a full frame, millimetres. */
export const filmLenses = [18, 24, 35] as const
/** The server takes no longer films, seconds. */
export const longestFilm = 120
/** Two keys at one moment are none; seconds. */
const leastGap = 0.1
/** From one key to the next, until somebody says otherwise, seconds. */
const usualGap = 3

/** A view that the film passes. */
export type FilmKey = {
  readonly id: string
  /** Seconds from the start. */
  readonly time: number
  readonly eye: Vector3
  /** Any point straight ahead. */
  readonly target: Vector3
  /** The thing that the camera looks at instead. */
  readonly lookAt?: Id
}

/** A door that opens or a lamp that is switched on the way. */
export type FilmChange = {
  readonly id: string
  readonly time: number
  readonly thing: Id
  readonly to: 'open' | 'closed' | 'on' | 'off'
}

/** A film as somebody plans it. */
export type FilmDraft = {
  readonly path: 'keys' | 'tour'
  /** Ascending times. */
  readonly keys: readonly FilmKey[]
  readonly changes: readonly FilmChange[]
  readonly easing: 'smooth' | 'linear'
  /** Of the walk, seconds; absent: at a stroll. */
  readonly tourSeconds?: number
  readonly lens: (typeof filmLenses)[number]
  readonly size: (typeof filmSizes)[number]
  readonly fps: (typeof filmRates)[number]
}

export const emptyFilm: FilmDraft = {
  path: 'keys',
  keys: [],
  changes: [],
  easing: 'smooth',
  lens: 24,
  size: '1280x720',
  fps: 24,
}

const byTime = (a: { time: number; id: string }, b: { time: number; id: string }) =>
  a.time - b.time || (a.id < b.id ? -1 : 1)
const round = (seconds: number) => Math.round(seconds * 100) / 100

/** Seconds from the first key to the last; 0 with fewer than two. */
export function lengthOf({ keys }: FilmDraft): number {
  return keys.length < 2 ? 0 : keys.at(-1)!.time - keys[0]!.time
}

/** A view at the end; the first one is at 0. Beyond the longest film, the others move closer together. */
export function addKey(draft: FilmDraft, key: Pick<FilmKey, 'id' | 'eye' | 'target'>): FilmDraft {
  const last = draft.keys.at(-1)
  const next = { ...draft, keys: [...draft.keys, { ...key, time: last ? round(last.time + usualGap) : 0 }] }
  return next.keys.at(-1)!.time > longestFilm ? setLength(next, longestFilm) : next
}

export function removeKey(draft: FilmDraft, id: string): FilmDraft {
  return { ...draft, keys: draft.keys.filter((key) => key.id !== id) }
}

export function changeKey(draft: FilmDraft, id: string, change: Partial<Pick<FilmKey, 'eye' | 'target'>>): FilmDraft {
  return { ...draft, keys: draft.keys.map((key) => (key.id === id ? { ...key, ...change } : key)) }
}

/** @param thing Absent: straight ahead again. */
export function setLookAt(draft: FilmDraft, id: string, thing: Id | undefined): FilmDraft {
  const keys = draft.keys.map((key) => {
    if (key.id !== id) return key
    const { lookAt: _, ...rest } = key
    return thing === undefined ? rest : { ...rest, lookAt: thing }
  })
  return { ...draft, keys }
}

/** Moves a view to another time, and so perhaps past others; a moment that is taken gives way to the next free one. */
export function setKeyTime(draft: FilmDraft, id: string, time: number): FilmDraft {
  const others = draft.keys.filter((key) => key.id !== id)
  const isTaken = (at: number) => others.some((key) => Math.abs(key.time - at) < leastGap - 1e-6)
  let at = Math.min(longestFilm, Math.max(0, time))
  const step = at >= longestFilm ? -leastGap : leastGap
  while (isTaken(at)) at = round(at + step)
  return { ...draft, keys: draft.keys.map((key) => (key.id === id ? { ...key, time: at } : key)).sort(byTime) }
}

/** Makes the film as long as that: all times are stretched alike. */
export function setLength(draft: FilmDraft, seconds: number): FilmDraft {
  const length = lengthOf(draft)
  const wanted = Math.min(longestFilm, Math.max(leastGap * Math.max(1, draft.keys.length - 1), seconds))
  if (length === 0) return draft
  const first = draft.keys[0]!.time
  const stretch = (time: number) => round(Math.max(0, (time - first) * (wanted / length)))
  return {
    ...draft,
    keys: draft.keys.map((key) => ({ ...key, time: stretch(key.time) })),
    changes: draft.changes.map((change) => ({ ...change, time: stretch(change.time) })),
  }
}

export function addChange(draft: FilmDraft, change: FilmChange): FilmDraft {
  return { ...draft, changes: [...draft.changes, change].sort(byTime) }
}

export function setChange(draft: FilmDraft, id: string, values: Partial<Pick<FilmChange, 'time' | 'to'>>): FilmDraft {
  const changes = draft.changes.map((change) => (change.id === id ? { ...change, ...values } : change))
  return { ...draft, changes: changes.sort(byTime) }
}

export function removeChange(draft: FilmDraft, id: string): FilmDraft {
  return { ...draft, changes: draft.changes.filter((change) => change.id !== id) }
}

import { readList, readNumber, readObject, readOneOf, readString } from '../../api/read-json.ts'
import type { Vector3 } from '../../editor/scene-camera.ts'
import {
  emptyFilm,
  type FilmChange,
  type FilmDraft,
  type FilmKey,
  filmLenses,
  filmRates,
  filmSizes,
} from './film-draft.ts'

/** A draft as it was kept; what cannot be read is left out. */
export function readDraft(text: string | null): FilmDraft {
  let value: unknown
  try {
    value = JSON.parse(text ?? '')
  } catch {
    return emptyFilm
  }
  const raw = readObject(value)
  const tourSeconds = readNumber(raw.tourSeconds)
  return {
    path: readOneOf(raw.path, ['keys', 'tour']) ?? emptyFilm.path,
    keys: readList(raw.keys).flatMap(readKey),
    changes: readList(raw.changes).flatMap(readChange),
    easing: readOneOf(raw.easing, ['smooth', 'linear']) ?? emptyFilm.easing,
    lens: filmLenses.find((lens) => lens === raw.lens) ?? emptyFilm.lens,
    size: readOneOf(raw.size, filmSizes) ?? emptyFilm.size,
    fps: filmRates.find((fps) => fps === raw.fps) ?? emptyFilm.fps,
    ...(tourSeconds === undefined ? {} : { tourSeconds }),
  }
}

function readKey(value: unknown): FilmKey[] {
  const raw = readObject(value)
  const [id, time, eye, target] = [
    readString(raw.id),
    readNumber(raw.time),
    readVector(raw.eye),
    readVector(raw.target),
  ]
  const lookAt = readString(raw.lookAt)
  if (id === undefined || time === undefined || !eye || !target) return []
  return [{ id, time, eye, target, ...(lookAt === undefined ? {} : { lookAt }) }]
}

function readChange(value: unknown): FilmChange[] {
  const raw = readObject(value)
  const [id, time, thing] = [readString(raw.id), readNumber(raw.time), readString(raw.thing)]
  const to = readOneOf(raw.to, ['open', 'closed', 'on', 'off'])
  return id === undefined || time === undefined || thing === undefined || !to ? [] : [{ id, time, thing, to }]
}

function readVector(value: unknown): Vector3 | undefined {
  const numbers = readList(value).map(readNumber)
  const [x, y, z] = numbers
  return numbers.length === 3 && x !== undefined && y !== undefined && z !== undefined ? [x, y, z] : undefined
}

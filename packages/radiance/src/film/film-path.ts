import type { Id } from '@enfilade/scene'
import { FileError } from '../files/file-error.ts'
import type { Camera } from '../views/camera.ts'
import { readCameras } from '../views/cameras/read-cameras.ts'

export type Point = readonly [x: number, y: number, z: number]

/** A camera that the film passes. */
export type FilmKey = {
  readonly id: string
  /** Seconds from the file's own zero. */
  readonly time: number
  /** Row-major 4 × 4 camera-to-world, OpenCV axes, metres. */
  readonly pose: readonly number[]
  /** Where it looks, instead of the pose's own direction; world frame. */
  readonly lookAt?: Point
}

/** A door that opens or a lamp that is switched on the way. */
export type StateKey = {
  readonly time: number
  readonly id: Id
  /** 0 … 1; between two keys of one thing it moves evenly. Before the first key it is as in the scene. */
  readonly open?: number
  /** Holds until the next key of that thing. */
  readonly on?: boolean
}

/** How time is spent: eased in and out at both ends, or at an even speed between keys. */
export type Easing = 'smooth' | 'linear'

export type FilmPath = {
  readonly width: number
  readonly height: number
  /** Row-major 3 × 3, pixels. */
  readonly intrinsic: readonly number[]
  /** Ascending times, two at least. */
  readonly keys: readonly FilmKey[]
  readonly easing: Easing
  /** Ascending times. */
  readonly states: readonly StateKey[]
}

/** A quarter of an hour: 21,600 frames at 24 a second. */
export const MAX_SECONDS = 900
const MAX_KEYS = 10_000

type Fields = { readonly [name: string]: unknown }

/**
 * Reads a path: a cameras file (`width`, `height`, `intrinsic`, `cameras`) with `"times": {id: seconds}`, and if wanted
 * `"lookAt": [x, y, z]` or `{id: [x, y, z]}`, `"easing": "smooth" | "linear"` and `"states": [{time, id, open?, on?}]`.
 * Cameras without a time are no part of the film.
 *
 * @param value The file's parsed JSON.
 * @throws FileError that names what is wrong.
 */
export function readFilmPath(value: unknown, name: string): FilmPath {
  const fail = (thing: string, cure = 'Correct it in the path file'): never => {
    throw new FileError(name, thing, cure)
  }
  if (!isFields(value)) return fail('it is no JSON object')
  const { times, lookAt, easing = 'smooth', states = [] } = value
  if (!isFields(times)) return fail('it has no "times"', 'Add "times": {"<camera id>": seconds}')
  const { cameras, problems } = readCameras({ ...value, times: undefined })
  const wrong = problems.find(({ path }) => !path.startsWith('cameras.'))
  if (wrong) return fail(`its "${wrong.path}" ${wrong.message}`)
  if (cameras[0]?.projection) return fail('its cameras are panoramas', 'Film with pinhole cameras')
  if (easing !== 'smooth' && easing !== 'linear')
    return fail(`"easing" is ${JSON.stringify(easing)}`, 'Use "smooth" or "linear"')
  if (!Array.isArray(states)) return fail('"states" is no list')
  const keys = Object.entries(times)
    .map(([id, time]) => {
      const fault = problems.find(({ path }) => path === `cameras.${id.slice(0, 120)}`)?.message
      if (fault) return fail(`camera ${JSON.stringify(id)} ${fault}`)
      return readKey(cameras.find((camera) => camera.id === id) ?? id, time, lookAt, fail)
    })
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
  checkTimes(keys, fail)
  const { width, height, intrinsic } = cameras[0]!
  return { width, height, intrinsic, keys, easing, states: readStates(states, fail) }
}

type Fail = (thing: string, cure?: string) => never

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param camera Its id alone: there is no such camera. */
function readKey(camera: Camera | string, time: unknown, lookAt: unknown, fail: Fail): FilmKey {
  if (typeof camera === 'string')
    return fail(`"times" names camera ${JSON.stringify(camera)}, which is not among the cameras`)
  const { id, pose } = camera
  if (typeof time !== 'number' || !Number.isFinite(time))
    return fail(`the time of camera ${JSON.stringify(id)} is ${JSON.stringify(time)}`, 'Give seconds')
  const target = isFields(lookAt) ? lookAt[id] : lookAt
  if (target === undefined || target === null) return { id, time, pose }
  if (!Array.isArray(target) || target.length !== 3 || !target.every((each) => Number.isFinite(each)))
    return fail(`"lookAt" of camera ${JSON.stringify(id)} is no point`, 'Write [x, y, z] in metres')
  return { id, time, pose, lookAt: target as unknown as Point }
}

function checkTimes(keys: readonly FilmKey[], fail: Fail): void {
  if (keys.length < 2) fail(`it has ${keys.length} timed cameras`, 'Give two at least')
  if (keys.length > MAX_KEYS) fail(`it has ${keys.length} timed cameras`, `Give ${MAX_KEYS} at most`)
  const twin = keys.findIndex((key, index) => index > 0 && key.time === keys[index - 1]!.time)
  if (twin > 0)
    fail(`cameras ${JSON.stringify(keys[twin - 1]!.id)} and ${JSON.stringify(keys[twin]!.id)} have the same time`)
  const seconds = keys.at(-1)!.time - keys[0]!.time
  if (seconds > MAX_SECONDS) fail(`the film lasts ${seconds} s`, `Make it ${MAX_SECONDS} s at most`)
}

function readStates(states: readonly unknown[], fail: Fail): StateKey[] {
  return states
    .map((state, index) => {
      const { time, id, open, on } = isFields(state) ? state : {}
      const isGood =
        typeof time === 'number' &&
        Number.isFinite(time) &&
        typeof id === 'string' &&
        (open === undefined || (typeof open === 'number' && open >= 0 && open <= 1)) &&
        (on === undefined || typeof on === 'boolean') &&
        (open !== undefined || on !== undefined)
      if (!isGood)
        return fail(`state ${index + 1} is ${JSON.stringify(state)}`, 'Write {"time", "id", "open": 0…1 or "on": true}')
      return { time, id, ...(open === undefined ? {} : { open }), ...(on === undefined ? {} : { on }) } as StateKey
    })
    .sort((a, b) => a.time - b.time)
}

import type { Id } from '@enfilade/scene'
import { FileError } from '../files/file-error.ts'

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
  const { cameras, times, lookAt, easing = 'smooth', states = [] } = value
  if (!isFields(cameras)) return fail('it has no "cameras"', 'Write {"cameras": {"a": [16 numbers]}, …}')
  if (!isFields(times)) return fail('it has no "times"', 'Add "times": {"<camera id>": seconds}')
  if (easing !== 'smooth' && easing !== 'linear')
    return fail(`"easing" is ${JSON.stringify(easing)}`, 'Use "smooth" or "linear"')
  if (!Array.isArray(states)) return fail('"states" is no list')
  const keys = Object.entries(times)
    .map(([id, time]) => readKey(id, time, cameras, lookAt, fail))
    .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
  checkTimes(keys, fail)
  const { width, height, intrinsic } = value
  if (!isSize(width) || !isSize(height))
    return fail(`its size is ${width} × ${height}`, 'Give whole pixels, 16 to 8192')
  if (!isNumbers(intrinsic, 9) || !(intrinsic[0]! > 0 && intrinsic[4]! > 0))
    return fail('its "intrinsic" is no 3 × 3 matrix', 'Write nine numbers, row by row')
  return { width, height, intrinsic, keys, easing, states: readStates(states, fail) }
}

type Fail = (thing: string, cure?: string) => never

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 16 && (value as number) <= 8192
}

function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every((each) => Number.isFinite(each))
}

function readKey(id: string, time: unknown, cameras: Fields, lookAt: unknown, fail: Fail): FilmKey {
  const pose = cameras[id]
  if (pose === undefined) return fail(`"times" names camera ${JSON.stringify(id)}, which is not among the cameras`)
  if (!isNumbers(pose, 16))
    return fail(`camera ${JSON.stringify(id)} is no 4 × 4 matrix`, 'Write 16 numbers, row by row')
  if (!isTurn(pose))
    return fail(`camera ${JSON.stringify(id)} is no turn and shift`, 'Its upper 3 × 3 part must be a rotation')
  if (typeof time !== 'number' || !Number.isFinite(time))
    return fail(`the time of camera ${JSON.stringify(id)} is ${JSON.stringify(time)}`, 'Give seconds')
  const target = isFields(lookAt) ? lookAt[id] : lookAt
  if (target === undefined || target === null) return { id, time, pose }
  if (!isNumbers(target, 3))
    return fail(`"lookAt" of camera ${JSON.stringify(id)} is no point`, 'Write [x, y, z] in metres')
  return { id, time, pose, lookAt: target as unknown as Point }
}

/** Columns of unit length, square to each other, right-handed; written with three decimals or more. */
function isTurn(pose: readonly number[]): boolean {
  const column = (index: number) => [pose[index]!, pose[4 + index]!, pose[8 + index]!]
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, axis) => sum + value * b[axis]!, 0)
  const [x, y, z] = [column(0), column(1), column(2)]
  const cross = [
    x![1]! * y![2]! - x![2]! * y![1]!,
    x![2]! * y![0]! - x![0]! * y![2]!,
    x![0]! * y![1]! - x![1]! * y![0]!,
  ]
  return [x!, y!, z!].every((axis) => Math.abs(dot(axis, axis) - 1) < 0.01) && dot(cross, z!) > 0.99
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

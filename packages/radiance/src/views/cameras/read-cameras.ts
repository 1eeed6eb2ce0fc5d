import type { Camera } from '../camera.ts'

/** A cameras file as it was understood. Nothing is thrown: what cannot be used is in `problems`. */
export type CamerasFile = {
  /** In the file's order. */
  readonly cameras: readonly Camera[]
  /** Seconds at which a film is at each camera. Absent: the file has no times. */
  readonly times?: ReadonlyMap<string, number>
  /** Empty: the file is sound. `path` is a JSON path. */
  readonly problems: readonly { readonly path: string; readonly message: string }[]
}

const MAX_BYTES = 64 * 1024 * 1024
const MAX_CAMERAS = 100_000
const MAX_SIDE = 8192
const MAX_COORDINATE = 1e5
/** How far a turn may be from orthonormal: files hold few digits. */
const TURN_TOLERANCE = 1e-2
/** Ids become file names. */
const USABLE_ID = /^[^/\\:*?"<>|\p{Cc}]{1,120}$/u

/**
 * Reads the cameras of a SpatialGen scene folder: `width`, `height`, `intrinsic` (row-major 3 × 3), `cameras` (id → row-major
 * 4 × 4 camera-to-world, OpenCV axes, metres); for films also `times` (id → seconds); `projection: "equirectangular"` makes
 * all of them panoramas.
 *
 * @param source JSON text or what was parsed of it; anything at all.
 */
export function readCameras(source: unknown): CamerasFile {
  const problems: { path: string; message: string }[] = []
  const complain = (path: string, message: string) => {
    if (problems.length < 100) problems.push({ path, message })
  }
  const nothing = (path: string, message: string): CamerasFile => {
    complain(path, message)
    return { cameras: [], problems }
  }
  const file = typeof source === 'string' ? parseJson(source) : source
  if (typeof file === 'string') return nothing('', file)
  if (!isRecord(file)) return nothing('', 'a cameras file is an object with width, height, intrinsic and cameras')
  const { width, height } = file
  if (!isSide(width)) return nothing('width', `needs a whole number of pixels, 1 … ${MAX_SIDE}`)
  if (!isSide(height)) return nothing('height', `needs a whole number of pixels, 1 … ${MAX_SIDE}`)
  const isPanorama = file.projection === 'equirectangular'
  if (file.projection !== undefined && !isPanorama && file.projection !== 'pinhole')
    return nothing('projection', 'is "pinhole" or "equirectangular"')
  const intrinsic = isPanorama && file.intrinsic === undefined ? NO_LENS : flatNumbers(file.intrinsic, 9)
  const lensFault = intrinsic ? checkIntrinsic(intrinsic) : 'needs 9 numbers, row-major'
  if (!intrinsic || lensFault) return nothing('intrinsic', lensFault!)
  if (!isRecord(file.cameras)) return nothing('cameras', 'needs an object: id → 16 numbers, camera-to-world')

  const entries = Object.entries(file.cameras)
  if (entries.length === 0) return nothing('cameras', 'has no camera in it')
  if (entries.length > MAX_CAMERAS)
    return nothing('cameras', `has ${entries.length} cameras, at most ${MAX_CAMERAS} are read`)
  const cameras: Camera[] = []
  for (const [id, value] of entries) {
    const path = `cameras.${id.slice(0, 120)}`
    const pose = flatNumbers(value, 16)
    const fault = idFault(id) ?? (pose ? checkPose(pose) : 'needs 16 numbers, row-major camera-to-world')
    if (fault || !pose) complain(path, fault!)
    else cameras.push({ id, width, height, intrinsic, pose, ...(isPanorama && { projection: 'equirectangular' }) })
  }
  const times = file.times === undefined ? undefined : readTimes(file.times, cameras, complain)
  return { cameras, ...(times && { times }), problems }
}

const NO_LENS = [1, 0, 0, 0, 1, 0, 0, 0, 1]

function readTimes(value: unknown, cameras: readonly Camera[], complain: (path: string, message: string) => void) {
  const times = new Map<string, number>()
  if (!isRecord(value)) {
    complain('times', 'needs an object: id → seconds')
    return times
  }
  for (const { id } of cameras) {
    const time = Object.hasOwn(value, id) ? value[id] : undefined
    if (typeof time === 'number' && Number.isFinite(time) && time >= 0) times.set(id, time)
    else complain(`times.${id}`, 'needs a number of seconds, 0 or more')
  }
  return times
}

/** @returns the value, or in words why there is none. */
function parseJson(text: string): unknown {
  if (text.length > MAX_BYTES) return `is longer than ${MAX_BYTES} characters`
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'string' ? 'is a text, not an object' : value
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SIDE
}

/** A flat list of numbers, or the same as rows. */
function flatNumbers(value: unknown, count: number): number[] | undefined {
  if (!Array.isArray(value) || value.length > count) return undefined
  const flat = value.flat(1) as unknown[]
  return flat.length === count && flat.every((n) => typeof n === 'number' && Number.isFinite(n))
    ? (flat as number[])
    : undefined
}

function idFault(id: string): string | undefined {
  if (!USABLE_ID.test(id) || id === '.' || id === '..')
    return 'an id becomes part of a file name: at most 120 characters, no / \\ : * ? " < > |'
  return undefined
}

function checkIntrinsic(k: readonly number[]): string | undefined {
  if (!(k[0]! > 0) || !(k[4]! > 0)) return 'needs focal lengths above 0'
  if (k[3] !== 0 || k[6] !== 0 || k[7] !== 0 || k[8] !== 1) return 'needs the rows fx s cx · 0 fy cy · 0 0 1'
  return undefined
}

function checkPose(p: readonly number[]): string | undefined {
  if (p[12] !== 0 || p[13] !== 0 || p[14] !== 0 || p[15] !== 1)
    return 'needs 0 0 0 1 as its last row (row-major, camera-to-world)'
  if (![p[3]!, p[7]!, p[11]!].every((value) => Math.abs(value) <= MAX_COORDINATE))
    return `stands farther than ${MAX_COORDINATE} m away; the unit is metres`
  const column = (k: number) => [p[k]!, p[4 + k]!, p[8 + k]!]
  const dot = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
  for (let a = 0; a < 3; a++)
    for (let b = a; b < 3; b++)
      if (Math.abs(dot(column(a), column(b)) - (a === b ? 1 : 0)) > TURN_TOLERANCE)
        return 'has a turn that is not orthonormal'
  const [x, y, z] = [column(0), column(1), column(2)]
  const handedness =
    x[0]! * (y[1]! * z[2]! - y[2]! * z[1]!) -
    x[1]! * (y[0]! * z[2]! - y[2]! * z[0]!) +
    x[2]! * (y[0]! * z[1]! - y[1]! * z[0]!)
  return handedness > 0 ? undefined : 'is mirrored: its axes are left-handed'
}

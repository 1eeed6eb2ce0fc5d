import type { Camera } from '../views/camera.ts'
import { monotoneCurve, smoothCourse, straightCurve } from './curves.ts'
import type { FilmKey, FilmPath, Point } from './film-path.ts'
import { alignTurns, poseOf, turnOfPose, turnThrough } from './turns.ts'

/** Sine of the steepest view that still has a horizon to keep level: 84 degrees. */
const STEEPEST = 0.995
/** A key counts as level when its right axis rises by less than this: a third of a degree. */
const LEVEL = 0.006

export type FilmSize = { readonly width: number; readonly height: number }

/**
 * The camera at each moment of a film: through every key at its time, along a smooth curve, with no jump in speed. The horizon stays
 * level where all keys are level; where both neighbours look at a point, the view stays on it.
 *
 * @param size Of the frames; the vertical angle of view is the file's.
 * @returns By seconds of the file's own clock.
 */
export function cameraCourse(path: FilmPath, size: FilmSize = path): (time: number) => Camera {
  const keys = path.keys.map(aim)
  const times = keys.map(({ time }) => time)
  const course = smoothCourse(keys.map(({ pose }) => placeOf(pose)))
  const clock = (values: readonly number[]) =>
    path.easing === 'linear' ? straightCurve(times, values) : monotoneCurve(times, values, 'level')
  const lengthAt = clock(course.lengths)
  const keyAt = clock(keys.map((_, index) => index))
  const turnAt = turnThrough(alignTurns(keys.map(({ pose }) => turnOfPose(pose))))
  const isLevel = keys.every(({ pose }) => Math.abs(pose[8]!) < LEVEL)
  const intrinsic = fitIntrinsic(path, size)
  const { width, height } = size
  return (time) => {
    const place = course.at(lengthAt(time))
    const target = targetAt(keys, keyAt(time))
    const turned = poseOf(turnAt(keyAt(time)), place)
    const pose = target ? lookFrom(place, target) : isLevel ? levelled(turned) : turned
    return { id: time.toFixed(6), width, height, intrinsic, pose: pose ?? turned }
  }
}

function placeOf(pose: readonly number[]): Point {
  return [pose[3]!, pose[7]!, pose[11]!]
}

/** Keys with a target look at it from the start. */
function aim(key: FilmKey): FilmKey {
  const pose = key.lookAt && lookFrom(placeOf(key.pose), key.lookAt)
  return pose ? { ...key, pose } : key
}

/** Between two keys with targets: the point between them. */
function targetAt(keys: readonly FilmKey[], place: number): Point | undefined {
  const from = Math.min(keys.length - 2, Math.max(0, Math.floor(place)))
  const [a, b] = [keys[from]!.lookAt, keys[from + 1]!.lookAt]
  const t = place - from
  return a && b && [a[0] * (1 - t) + b[0] * t, a[1] * (1 - t) + b[1] * t, a[2] * (1 - t) + b[2] * t]
}

/** A level camera at a place that looks at a point; undefined straight up or down. */
export function lookFrom(place: Point, target: Point): number[] | undefined {
  const forward = [target[0] - place[0], target[1] - place[1], target[2] - place[2]] as const
  const length = Math.hypot(...forward)
  return length > 0 ? levelPose(place, [forward[0] / length, forward[1] / length, forward[2] / length]) : undefined
}

function levelled(pose: readonly number[]): number[] | undefined {
  return levelPose(placeOf(pose), [pose[2]!, pose[6]!, pose[10]!])
}

/** @param forward Unit vector. */
function levelPose(place: Point, [x, y, z]: Point): number[] | undefined {
  if (Math.abs(z) > STEEPEST) return undefined
  const flat = Math.hypot(x, y)
  const [rightX, rightY] = [y / flat, -x / flat]
  // Down is forward × right.
  const down = [-z * rightY, z * rightX, x * rightY - y * rightX] as const
  return [rightX, down[0], x, place[0], rightY, down[1], y, place[1], 0, down[2], z, place[2], 0, 0, 0, 1]
}

function fitIntrinsic({ width, height, intrinsic }: FilmPath, size: FilmSize): readonly number[] {
  const scale = size.height / height
  const [fx, , cx, , fy, cy] = intrinsic
  const middle = size.width / 2 + (cx! - width / 2) * scale
  return [fx! * scale, 0, middle, 0, fy! * scale, cy! * scale, 0, 0, 1]
}

import type { Camera } from '../views/camera.ts'
import { cameraCourse, type FilmSize } from './camera-course.ts'
import type { FilmPath } from './film-path.ts'
import { type FilmState, statesAt } from './film-states.ts'

export type FilmMoment = {
  /** From 0. */
  readonly index: number
  /** Seconds from the film's start. */
  readonly time: number
  readonly camera: Camera
  /** Doors and lamps that differ from the scene. */
  readonly states: readonly FilmState[]
}

/** Every moment of a film, its last key's included. */
export function filmMoments(path: FilmPath, size: FilmSize, fps: number): FilmMoment[] {
  const [first, last] = [path.keys[0]!.time, path.keys.at(-1)!.time]
  const cameraAt = cameraCourse(path, size)
  // A film of ten seconds has 240 frames at 24 a second: the last one stands for the time up to the end.
  const count = Math.max(1, Math.round((last - first) * fps))
  return Array.from({ length: count }, (_, index) => {
    const time = count > 1 ? (index / (count - 1)) * (last - first) : 0
    return { index, time, camera: cameraAt(first + time), states: statesAt(path, first + time) }
  })
}

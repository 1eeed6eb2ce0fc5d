import type { Camera } from '../views/camera.ts'
import { cameraCourse, type FilmSize } from './camera-course.ts'
import type { FilmPath } from './film-path.ts'
import { type FilmState, statesAt } from './film-states.ts'
import { openMp4Encoder } from './mp4-encoder.ts'

export type FilmMoment = {
  /** From 0. */
  readonly index: number
  /** Seconds from the film's start. */
  readonly time: number
  readonly camera: Camera
  /** Doors and lamps that differ from the scene. */
  readonly states: readonly FilmState[]
}

export type FilmOptions = {
  readonly size: FilmSize
  readonly fps: number
  /** 10 … 51; lower is better and larger. */
  readonly quantizer?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

/** About 42 dB against the frames, 1.5 MB for ten seconds of a room at 720 lines. */
const QUANTIZER = 24

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

/**
 * Films a path: asks for frame after frame and encodes them meanwhile. At most a few frames are in memory.
 *
 * @param render A frame as display bytes, three per pixel, of the moment's camera; they are handed over.
 * @returns An MP4 (H.264), its index in front.
 * @throws RangeError for odd sizes; the signal's reason when it is aborted.
 */
export async function makeFilm(
  path: FilmPath,
  render: (moment: FilmMoment) => Promise<Uint8Array> | Uint8Array,
  { size, fps, quantizer = QUANTIZER, signal, onProgress }: FilmOptions,
): Promise<Uint8Array> {
  const encoder = await openMp4Encoder({ ...size, fps, quantizer })
  try {
    const moments = filmMoments(path, size, fps)
    for (const moment of moments) {
      signal?.throwIfAborted()
      await encoder.add(await render(moment))
      onProgress?.({ done: moment.index + 1, total: moments.length })
    }
    signal?.throwIfAborted()
    return await encoder.finish()
  } finally {
    await encoder.close()
  }
}

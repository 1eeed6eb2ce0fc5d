import type { FilmSize } from './camera-course.ts'
import { type FilmMoment, filmMoments } from './film-moments.ts'
import type { FilmPath } from './film-path.ts'
import { openMp4Encoder } from './mp4-encoder.ts'

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

import type { Id, Scene } from '@enfilade/scene'
import type { BakeQuality } from '../bake/bake.ts'
import { bakeScene } from '../bake/bake-scene.ts'
import { type PreviousBake, rebakeScene } from '../bake/rebake-scene.ts'
import { luminance } from '../scene/color.ts'
import { createThreadPool, type ThreadPool } from '../threads/thread-pool.ts'
import type { Exposure } from '../views/display.ts'
import { type LitSpace, lightSpace } from '../views/light-space.ts'
import type { FilmSize } from './camera-course.ts'
import { drawFrame, type FrameSource } from './draw-frame.ts'
import { filmMoments } from './film-moments.ts'
import type { FilmPath } from './film-path.ts'
import { type FilmState, statesAt, withStates } from './film-states.ts'
import { makeFilm } from './make-film.ts'
import { quickLightOf } from './quick-tracer.ts'

export type FilmStage = 'light' | 'frames'

export type FilmSceneOptions = {
  readonly size: FilmSize
  readonly fps: number
  readonly quality?: BakeQuality
  readonly seed?: number
  /** Absent: the first level. */
  readonly level?: Id
  /** Threads to work with. Absent: as many as the machine has cores, for the time of the call. */
  readonly pool?: ThreadPool
  readonly signal?: AbortSignal
  /** Called with each frame: sRGB, three bytes a pixel, valid during the call. */
  readonly onFrame?: (index: number, frame: Uint8Array) => Promise<void>
  readonly onProgress?: (progress: { readonly stage: FilmStage; readonly done: number; readonly total: number }) => void
}

let filmed = 0

/**
 * Films a scene as it looks: its light is baked, and found again for each state of doors and lamps on the way, frames are drawn from the bake and
 * encoded meanwhile. Equal scenes, paths and seeds give equal bytes. One state's light is in memory at a time.
 *
 * @returns An MP4 (H.264).
 * @throws RangeError for odd sizes; the signal's reason when it is aborted.
 */
export async function filmScene(scene: Scene, path: FilmPath, options: FilmSceneOptions): Promise<Uint8Array> {
  const pool = options.pool ?? createThreadPool()
  try {
    return await film(scene, path, options, pool)
  } finally {
    if (!options.pool) await pool.close()
  }
}

async function film(scene: Scene, path: FilmPath, options: FilmSceneOptions, pool: ThreadPool): Promise<Uint8Array> {
  const { size, fps, seed = 1, signal, onProgress } = options
  const level = options.level === undefined ? {} : { level: options.level }
  const light = (states: readonly FilmState[]) => lightSpace(withStates(scene, states), pool, level)
  const stopping = signal ? { signal } : {}
  const wanted = countVariants(path, size, fps)
  const exposure = brightestExposure(path, light)
  let lit = 0
  let previous: PreviousBake | undefined
  const prepare = async ({ shared }: LitSpace): Promise<FrameSource> => {
    onProgress?.({ stage: 'light', done: lit, total: wanted })
    const { quality = 'normal' } = options
    const work = { shared, pool, ...stopping }
    // A door that opens or a lamp that goes on leaves most of the light as it was found.
    const bake = previous
      ? await rebakeScene(previous, shared.scene, work)
      : await bakeScene(shared.scene, { quality, seed, ...work })
    previous = bake
    onProgress?.({ stage: 'light', done: ++lit, total: wanted })
    return { shared, light: quickLightOf(bake), key: `film ${filmed++}`, exposure }
  }
  let current: { readonly key: string; readonly source: FrameSource } | undefined
  const render = async ({ index, camera, states }: ReturnType<typeof filmMoments>[number]) => {
    const key = JSON.stringify(states)
    if (current?.key !== key) current = { key, source: await prepare(light(states)) }
    // A grain that stands still would look like dirt on the lens.
    const frame = await drawFrame(current.source, camera, pool, { seed: seed + index, ...stopping })
    await options.onFrame?.(index, frame)
    return frame
  }
  const onFrame = (progress: { done: number; total: number }) => onProgress?.({ stage: 'frames', ...progress })
  return makeFilm(path, render, { size, fps, onProgress: onFrame, ...stopping })
}

function countVariants(path: FilmPath, size: FilmSize, fps: number): number {
  if (path.states.length === 0) return 1
  return new Set(filmMoments(path, size, fps).map(({ states }) => JSON.stringify(states))).size
}

/** One exposure for the whole film, that of its brightest moment: a lamp that is switched on makes the room brighter. */
function brightestExposure(path: FilmPath, light: (states: readonly FilmState[]) => LitSpace): Exposure {
  const times = [path.keys[0]!.time, ...path.states.map(({ time }) => time)]
  const states = new Map(times.map((time) => [JSON.stringify(statesAt(path, time)), statesAt(path, time)]))
  const exposures = [...states.values()].map((each) => light(each).exposure)
  return exposures.reduce((least, each) => (luminance(each) < luminance(least) ? each : least))
}

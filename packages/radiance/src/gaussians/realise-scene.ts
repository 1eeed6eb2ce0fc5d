import type { Scene } from '@enfilade/scene'
import type { Bake, BakeQuality } from '../bake/bake.ts'
import { bakeScene } from '../bake/bake-scene.ts'
import { buildTraceScene } from '../scene/build-trace-scene.ts'
import type { TraceScene } from '../scene/trace-scene.ts'
import { createThreadPool, type ThreadPool } from '../threads/thread-pool.ts'
import { createRayCaster } from '../trace/create-ray-caster.ts'
import { type SharedScene, shareScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import { exposureOf } from '../views/exposure.ts'
import { renderView } from '../views/render-view.ts'
import { emitGaussians } from './emit-gaussians.ts'
import { emitSky } from './emit-sky.ts'
import type { Gaussians } from './gaussians.ts'
import { joinGaussians } from './join-gaussians.ts'
import { orderForStreaming } from './order-for-streaming.ts'
import { refineGaussians } from './refine-gaussians.ts'
import { shadeBaked, shadeSkyOf } from './shade-baked.ts'
import type { TargetView } from './spread-views.ts'
import { trainingCameras } from './training-cameras.ts'
import { eyesOver } from './visibility.ts'
import { findStandings } from './walkable.ts'

export type RealiseStage = 'scene' | 'light' | 'gaussians' | 'views' | 'colors'

export type RealiseOptions = {
  readonly quality?: BakeQuality
  readonly seed?: number
  readonly level?: string
  /** Stops brighter than the space's own exposure. */
  readonly stops?: number
  /** Threads to work with. Absent: as many as the machine has cores, for the time of the call. */
  readonly pool?: ThreadPool
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: {
    readonly stage: RealiseStage
    readonly done: number
    readonly total: number
  }) => void
  /** A version to show already, not refined yet. */
  readonly onPreview?: (gaussians: Gaussians, traceScene: TraceScene) => void
}

/** How much is spent, by quality. */
type Effort = {
  readonly budget: number
  readonly largest: number
  readonly views: number
  readonly size: number
  readonly samples: number
  readonly passes: number
}

const efforts: Readonly<Record<BakeQuality, Effort>> = {
  preview: { budget: 100_000, largest: 0.08, views: 12, size: 320, samples: 1, passes: 1 },
  normal: { budget: 312_000, largest: 0.05, views: 48, size: 448, samples: 1, passes: 3 },
  fine: { budget: 600_000, largest: 0.04, views: 72, size: 640, samples: 8, passes: 4 },
}

export type Realised = {
  readonly gaussians: Gaussians
  readonly traceScene: TraceScene
  readonly bake: Bake
  readonly exposure: Exposure
  /** Where the pictures were taken that the colours were refined against. */
  readonly cameras: readonly Camera[]
  /** Per stage: wall and processor time, seconds. */
  readonly times: readonly { readonly stage: RealiseStage; readonly seconds: number; readonly processor: number }[]
  /** Mean squared error of the views before each pass, display values. */
  readonly errors: readonly number[]
}

/** A space as gaussians: its light baked, surfaces covered, colours refined against its own views. */
export async function realiseScene(scene: Scene, options: RealiseOptions = {}): Promise<Realised> {
  const pool = options.pool ?? createThreadPool()
  try {
    return await realise(scene, options, pool)
  } finally {
    if (!options.pool) await pool.close()
  }
}

async function realise(scene: Scene, options: RealiseOptions, pool: ThreadPool): Promise<Realised> {
  const { quality = 'normal', seed = 1, level, stops = 0, signal, onPreview } = options
  const effort = efforts[quality]
  const clock = createClock(options)

  clock.begin('scene', 1)
  const traceScene = buildTraceScene(scene, level === undefined ? {} : { level })
  const caster = createRayCaster(traceScene)
  const exposure = exposureOf(traceScene, caster, stops)
  const standings = findStandings(traceScene, caster)
  const eyes = eyesOver(standings)

  clock.begin('light', 1)
  const bake = await bakeScene(traceScene, { quality, seed })
  signal?.throwIfAborted()

  clock.begin('gaussians', 1)
  const shade = shadeBaked(bake, caster, exposure)
  const surfaces = emitGaussians(traceScene, caster, shade, { budget: effort.budget, largest: effort.largest, eyes })
  const sky = emitSky(traceScene, caster, shadeSkyOf(bake, exposure), eyes)
  const emitted = orderForStreaming(joinGaussians([surfaces, sky]))
  onPreview?.(emitted, traceScene)
  signal?.throwIfAborted()

  const cameras = trainingCameras(standings, effort.views, effort.size)
  clock.begin('views', cameras.length)
  const shared = shareScene(traceScene, pool.size)
  const views: TargetView[] = []
  for (const camera of cameras) {
    views.push(await bakedView(shared, camera, bake, exposure, effort.samples, pool, signal))
    clock.step()
  }

  clock.begin('colors', effort.passes * views.length)
  const { gaussians, errors } = await refineGaussians(emitted, views, {
    passes: effort.passes,
    pool,
    ...(signal && { signal }),
    onProgress: () => clock.step(),
  })
  return { gaussians, traceScene, bake, exposure, cameras, times: clock.end(), errors }
}

const tracer = new URL('./baked-tracer.ts', import.meta.url)
let bakes = 0
const bakeKeys = new WeakMap<Bake, string>()

/** A view by the bake, as a display shows it. */
export async function bakedView(
  shared: SharedScene,
  camera: Camera,
  bake: Bake,
  exposure: Exposure,
  samples: number,
  pool: ThreadPool,
  signal?: AbortSignal,
): Promise<TargetView> {
  const key = bakeKeys.get(bake) ?? `bake-${++bakes}`
  bakeKeys.set(bake, key)
  // The scene travels with the task already.
  const source = { module: tracer, data: { ...bake, scene: shared.scene }, key }
  const { color } = await renderView(shared, camera, source, pool, { samples, ...(signal && { signal }) })
  const display = new Uint8Array(new SharedArrayBuffer(color!.length))
  for (let at = 0; at < color!.length; at += 3) {
    toDisplay(color!, at, exposure, shown, 0)
    for (let k = 0; k < 3; k++) display[at + k] = Math.round(255 * Math.min(1, Math.max(0, shown[k]!)))
  }
  return { camera, display }
}

const shown = new Float64Array(3)

/** Times stages and tells how far they are. */
function createClock({ onProgress }: RealiseOptions) {
  const times: Realised['times'][number][] = []
  let current: { stage: RealiseStage; total: number; done: number; wall: number; processor: number } | undefined
  const processorSeconds = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const close = () => {
    if (!current) return
    const { stage, wall, processor } = current
    times.push({ stage, seconds: (performance.now() - wall) / 1000, processor: processorSeconds() - processor })
  }
  return {
    begin(stage: RealiseStage, total: number) {
      close()
      current = { stage, total, done: 0, wall: performance.now(), processor: processorSeconds() }
      onProgress?.({ stage, done: 0, total })
    },
    step() {
      if (current) onProgress?.({ stage: current.stage, done: ++current.done, total: current.total })
    },
    end() {
      close()
      return times
    },
  }
}

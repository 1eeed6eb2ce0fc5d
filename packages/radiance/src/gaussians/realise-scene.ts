import type { Scene } from '@enfilade/scene'
import type { Bake, BakeQuality } from '../bake/bake.ts'
import { bakeScene } from '../bake/bake-scene.ts'
import { type KeptLight, keepLight, openLight } from '../bake/kept-light.ts'
import { rebakeScene } from '../bake/rebake-scene.ts'
import { buildTraceScene } from '../scene/build-trace-scene.ts'
import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import { createThreadPool, type ThreadPool } from '../threads/thread-pool.ts'
import { openScene, shareScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import type { Exposure } from '../views/display.ts'
import { bakedView } from './baked-view.ts'
import { carryColors, type KeptGaussians } from './carry-colors.ts'
import { camerasTowards, changedBoxes } from './changed-views.ts'
import type { EmitTask } from './emit-job.ts'
import type { ExposureTask } from './exposure-job.ts'
import type { Gaussians } from './gaussians.ts'
import { refineGaussians } from './refine-gaussians.ts'
import type { TargetView } from './spread-views.ts'
import { createClock, type StageTime } from './stage-clock.ts'
import { sunlessLight } from './sunless-light.ts'
import { trainingCameras } from './training-cameras.ts'
import { keepEyes } from './visibility.ts'
import { findStandings, type Standing } from './walkable.ts'

export type RealiseStage = 'scene' | 'light' | 'gaussians' | 'views' | 'colors'

export type RealiseOptions = {
  readonly quality?: BakeQuality
  readonly seed?: number
  readonly level?: string
  /** Stops brighter than the space's own exposure. Absent: as its appearance says. */
  readonly stops?: number
  /** How the space was realised before an edit: what did not change is taken over. */
  readonly previous?: Pick<Realised, 'kept' | 'traceScene'>
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
  preview: { budget: 80_000, largest: 0.08, views: 10, size: 256, samples: 1, passes: 1 },
  normal: { budget: 312_000, largest: 0.05, views: 42, size: 448, samples: 1, passes: 3 },
  fine: { budget: 600_000, largest: 0.04, views: 72, size: 640, samples: 8, passes: 4 },
}

/** What a realisation hands on to the next. */
export type Kept = KeptGaussians & {
  /** Where the pictures were taken that the colours were refined against. */
  readonly cameras: readonly Camera[]
  /** From where it was asked what can be seen. */
  readonly eyes: readonly Vector3[]
  /** What rays found out about the light. */
  readonly light: KeptLight
}

export type Realised = {
  readonly gaussians: Gaussians
  readonly traceScene: TraceScene
  readonly bake: Bake
  readonly exposure: Exposure
  /** For the next time that the space is realised. */
  readonly kept: Kept
  /** Per stage: wall and processor time, seconds. */
  readonly times: readonly StageTime[]
  /** Mean squared error of the views before each pass, display values. */
  readonly errors: readonly number[]
}

const measureExposure = new URL('./exposure-job.ts', import.meta.url)
const emission = new URL('./emit-job.ts', import.meta.url)

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
  const { quality = 'normal', seed = 1, level, signal, previous, onPreview } = options
  const effort = efforts[quality]
  const clock = createClock(options)
  const stop = signal ? { signal } : {}

  clock.begin('scene', 1)
  const traceScene = buildTraceScene(scene, level === undefined ? {} : { level })
  const shared = shareScene(traceScene, pool.size)
  const { caster } = openScene(shared)
  const standings = findStandings(traceScene, caster)
  const toMeasure: ExposureTask = { shared, stops: options.stops ?? stopsOf(scene, level) }

  clock.begin('light', 1)
  const light = { quality, seed, shared, pool, ...stop }
  const known = previous && openLight(previous.kept.light, previous.traceScene, quality, seed)
  const [exposure, bake] = await Promise.all([
    pool.run<Exposure>(measureExposure, toMeasure, stop),
    known ? rebakeScene(known, traceScene, light) : bakeScene(traceScene, light),
  ])

  clock.begin('gaussians', 1)
  const ids = traceScene.instances.map(({ id }) => id)
  const fullCameras = trainingCameras(standings, effort.views, effort.size)
  const eyes = keepEyes(previous?.kept.eyes, standings)
  const emit = async () => {
    const toShade = { layout: bake.layout, light: sunlessLight(bake) }
    const task: EmitTask = { shared, light: toShade, exposure, budget: effort.budget, largest: effort.largest, eyes }
    const table = await pool.run<Gaussians>(emission, task, stop)
    const glossy = glossyRows(table, traceScene)
    const start = glossy.includes(1) ? { ...table, harmonics: new Float32Array(table.count * 9) } : table
    const emitted = start.colors.slice()
    const plan = previous && carryOver(previous, start, traceScene, ids, standings)
    onPreview?.(start, traceScene)
    signal?.throwIfAborted()
    clock.begin('views', (plan?.cameras ?? fullCameras).length)
    return { start, glossy, emitted, plan }
  }
  const look = async (cameras: readonly Camera[]) => {
    const views: TargetView[] = []
    for (const camera of cameras) {
      views.push(await bakedView(shared, camera, bake, exposure, effort.samples, pool, signal))
      clock.step('views')
    }
    return views
  }
  // The first time, pictures are taken while surfaces are covered; after an edit it depends on what carries over which ones.
  const [{ start, glossy, emitted, plan }, early] = await Promise.all([
    emit(),
    previous ? undefined : look(fullCameras),
  ])
  const cameras = plan?.cameras ?? fullCameras
  const views = early ?? (await look(cameras))

  const passes = plan ? Math.min(2, effort.passes) : effort.passes
  clock.begin('colors', passes * views.length)
  const { gaussians, errors } = await refineGaussians(start, views, {
    passes,
    pool,
    glossy,
    ...(plan && { hold: plan.hold }),
    ...stop,
    onProgress: () => clock.step('colors'),
  })
  const kept = { gaussians, emitted, ids, cameras: previous?.kept.cameras ?? cameras, eyes, light: keepLight(bake) }
  return { gaussians, traceScene, bake, exposure, kept, times: clock.end(), errors }
}

/** The appearance's own brightness of a level. */
function stopsOf(scene: Scene, level: string | undefined): number {
  const shown = level === undefined ? scene.levels[0] : scene.levels.find(({ id }) => id === level)
  return shown?.appearance?.exposure ?? 0
}

/** Smoother than this, what one sees in a surface changes with where one stands. */
const GLOSSY = 0.4

/** Rows whose colour may change with the direction: smooth and metallic surfaces, not mirrors' reflections. */
function glossyRows(gaussians: Gaussians, { instances, materials, triangleMaterial }: TraceScene): Uint8Array {
  const isGlossy = instances.map(({ firstTriangle, triangleCount }) => {
    for (let t = firstTriangle; t < firstTriangle + triangleCount; t++) {
      const { roughness, metalness, transmission } = materials[triangleMaterial[t]!]!
      if (transmission < 0.5 && (roughness < GLOSSY || metalness > 0.5)) return true
    }
    return false
  })
  return Uint8Array.from(gaussians.instances, (instance) => (instance > 0 && isGlossy[instance - 1] ? 1 : 0))
}

/** Views after a small change, and the weight that holds what was refined before. */
const CHANGED_VIEWS = 14
const HOLD_CARRIED = 4
/** Where less than this carries over, all is refined anew. */
const LEAST_CARRIED = 0.5

/** After an edit: colours start from what was refined, and only cameras that look at the edit take pictures. */
function carryOver(
  previous: Pick<Realised, 'kept' | 'traceScene'>,
  start: Gaussians,
  traceScene: TraceScene,
  ids: readonly string[],
  standings: readonly Standing[],
): { cameras: Camera[]; hold: Float32Array } | undefined {
  const emitted = start.colors.slice()
  const carried = carryColors(previous.kept, start, ids)
  const share = carried.reduce((sum, value) => sum + value, 0) / Math.max(1, start.count)
  const boxes = changedBoxes(previous.traceScene, traceScene)
  const cameras = camerasTowards(previous.kept.cameras, boxes, standings, CHANGED_VIEWS)
  if (share < LEAST_CARRIED || (boxes.length > 0 && cameras.length === 0)) {
    start.colors.set(emitted)
    start.harmonics?.fill(0)
    return undefined
  }
  return { cameras, hold: Float32Array.from(carried, (value) => (value ? HOLD_CARRIED : 0)) }
}

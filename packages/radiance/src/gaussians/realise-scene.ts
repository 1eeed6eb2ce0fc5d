import type { Scene } from '@enfilade/scene'
import type { Bake, BakeQuality } from '../bake/bake.ts'
import { bakeScene } from '../bake/bake-scene.ts'
import { type KeptLight, keepLight, openLight } from '../bake/kept-light.ts'
import { rebakeScene } from '../bake/rebake-scene.ts'

import { arrangeGaussians } from '../files/arrange-gaussians.ts'
import { buildTraceScene } from '../scene/build-trace-scene.ts'
import type { TraceScene } from '../scene/trace-scene.ts'
import { createThreadPool, type ThreadPool } from '../threads/thread-pool.ts'
import { openScene, type SharedScene, shareScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import { exposureOf } from '../views/exposure.ts'
import { renderView } from '../views/render-view.ts'
import { carryColors, type KeptGaussians } from './carry-colors.ts'
import { camerasTowards, changedBoxes } from './changed-views.ts'
import { emitGaussians } from './emit-gaussians.ts'
import { emitSky } from './emit-sky.ts'
import type { Gaussians } from './gaussians.ts'
import { joinGaussians } from './join-gaussians.ts'
import { orderForStreaming } from './order-for-streaming.ts'
import { quickTracer } from './quick-tracer.ts'
import { refineGaussians } from './refine-gaussians.ts'
import { shadeBaked, shadeSkyOf } from './shade-baked.ts'
import type { TargetView } from './spread-views.ts'
import { trainingCameras } from './training-cameras.ts'
import { eyesOver } from './visibility.ts'
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
  preview: { budget: 100_000, largest: 0.08, views: 12, size: 320, samples: 1, passes: 1 },
  normal: { budget: 312_000, largest: 0.05, views: 42, size: 448, samples: 1, passes: 3 },
  fine: { budget: 600_000, largest: 0.04, views: 72, size: 640, samples: 8, passes: 4 },
}

/** What a realisation hands on to the next. */
export type Kept = KeptGaussians & {
  /** Where the pictures were taken that the colours were refined against. */
  readonly cameras: readonly Camera[]
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
  const { quality = 'normal', seed = 1, level, signal, previous, onPreview } = options
  const effort = efforts[quality]
  const clock = createClock(options)
  const stop = signal ? { signal } : {}

  clock.begin('scene', 1)
  const traceScene = buildTraceScene(scene, level === undefined ? {} : { level })
  const shared = shareScene(traceScene, pool.size)
  const { caster } = openScene(shared)
  const exposure = exposureOf(traceScene, caster, options.stops ?? stopsOf(scene, level))
  const standings = findStandings(traceScene, caster)
  const eyes = eyesOver(standings)

  clock.begin('light', 1)
  const light = { quality, seed, shared, pool, ...stop }
  const known = previous && openLight(previous.kept.light, previous.traceScene, quality, seed)
  const bake = known ? await rebakeScene(known, traceScene, light) : await bakeScene(traceScene, light)

  clock.begin('gaussians', 1)
  const shade = shadeBaked(bake, caster, exposure)
  const surfaces = emitGaussians(traceScene, caster, shade, { budget: effort.budget, largest: effort.largest, eyes })
  const sky = emitSky(traceScene, caster, shadeSkyOf(bake, exposure), eyes)
  const table = arrangeGaussians(orderForStreaming(joinGaussians([surfaces, sky])))
  const glossy = glossyRows(table, traceScene)
  const start = glossy.includes(1) ? { ...table, harmonics: new Float32Array(table.count * 9) } : table
  const emitted = start.colors.slice()
  const ids = traceScene.instances.map(({ id }) => id)
  const fullCameras = trainingCameras(standings, effort.views, effort.size)
  const plan = previous && carryOver(previous, start, traceScene, ids, standings)
  onPreview?.(start, traceScene)
  signal?.throwIfAborted()

  const cameras = plan?.cameras ?? fullCameras
  clock.begin('views', cameras.length)
  const views: TargetView[] = []
  for (const camera of cameras) {
    views.push(await bakedView(shared, camera, bake, exposure, effort.samples, pool, signal))
    clock.step()
  }

  const passes = plan ? Math.min(2, effort.passes) : effort.passes
  clock.begin('colors', passes * views.length)
  const { gaussians, errors } = await refineGaussians(start, views, {
    passes,
    pool,
    glossy,
    ...(plan && { hold: plan.hold }),
    ...stop,
    onProgress: () => clock.step(),
  })
  const kept = { gaussians, emitted, ids, cameras: previous?.kept.cameras ?? cameras, light: keepLight(bake) }
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
  const { color } = await renderView(shared, camera, quickTracer(bake), pool, { samples, ...(signal && { signal }) })
  if (samples < 8) calmSpecks(color!, camera.width, camera.height)
  const display = new Uint8Array(new SharedArrayBuffer(color!.length))
  for (let at = 0; at < color!.length; at += 3) {
    toDisplay(color!, at, exposure, shown, 0)
    for (let k = 0; k < 3; k++) display[at + k] = Math.round(255 * Math.min(1, Math.max(0, shown[k]!)))
  }
  return { camera, display }
}

const shown = new Float64Array(3)

/** A pixel brighter than its neighbours by more than this is a path that met a light by luck. */
const SPECK = 3
/** Pixels to each side over which its light is spread. */
const SPREAD = 3

/**
 * Spreads the light of single bright pixels over their neighbourhood: on a display they would be cut off at white, and the soft
 * gleam that they stand for would be lost. @param color Mutated.
 */
function calmSpecks(color: Float32Array, width: number, height: number): void {
  const bright = new Float32Array(width * height)
  for (let i = 0; i < bright.length; i++) bright[i] = Math.max(color[3 * i]!, color[3 * i + 1]!, color[3 * i + 2]!)
  for (let y = SPREAD; y + SPREAD < height; y++) {
    for (let x = SPREAD; x + SPREAD < width; x++) {
      const at = y * width + x
      let sum = 0
      for (let dy = -width; dy <= width; dy += width)
        sum += bright[at + dy - 1]! + bright[at + dy]! + bright[at + dy + 1]!
      const around = (sum - bright[at]!) / 8
      if (bright[at]! > SPECK * around) spreadPixel(color, at, width, (SPECK * around) / bright[at]!)
    }
  }
}

/** @param kept Part of its light that a pixel keeps. */
function spreadPixel(color: Float32Array, at: number, width: number, kept: number): void {
  for (let c = 0; c < 3; c++) {
    const share = ((1 - kept) * color[3 * at + c]!) / (2 * SPREAD + 1) ** 2
    color[3 * at + c]! *= kept
    for (let dy = -SPREAD; dy <= SPREAD; dy++)
      for (let dx = -SPREAD; dx <= SPREAD; dx++) color[3 * (at + dy * width + dx) + c]! += share
  }
}

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

import {
  createThreadPool,
  displayColors,
  freePoses,
  radianceAt,
  renderReference,
  type ThreadPool,
} from '@enfilade/radiance'
import { applyAppearance } from '@enfilade/radiance/appearance'
import { arrangeGaussians, writeSpz } from '@enfilade/radiance/files'
import { drawFrame, filmScene, openFilmPath, quickLightOf } from '@enfilade/radiance/film'
import { readScene, type Scene } from '@enfilade/scene'
import type { BakeQuality } from '../../../packages/radiance/src/bake/bake.ts'
import { renderBaked } from '../../../packages/radiance/src/bake/render-baked.ts'
import {
  type Realised,
  type RealiseOptions,
  realiseScene,
} from '../../../packages/radiance/src/gaussians/realise-scene.ts'
import { renderGaussians } from '../../../packages/radiance/src/gaussians/render-gaussians.ts'
import { type SharedScene, shareScene } from '../../../packages/radiance/src/trace/share-scene.ts'
import type { Camera, View } from '../../../packages/radiance/src/views/camera.ts'
import { holes, mean, percentile, psnrAgainstNoisy, ssimAgainstNoisy } from './measures/compare-pictures.ts'
import { type SeenView, warpView, withGain, withShift } from './measures/warp-view.ts'
import { readRoom, readRoomWithMovedChair } from './rooms.ts'
import type { RoomResult } from './table.ts'

export type Effort = {
  readonly quality: BakeQuality
  readonly heldOut: number
  readonly poses: number
  readonly pairs: number
  /** Paths per pixel of each of the two truths, and of a baked view. */
  readonly samples: number
  readonly bakedSamples: number
  /** Width of held-out views, pixels; free poses have half of it. */
  readonly width: number
  readonly edits: boolean
  readonly film: boolean
}

type Lens = { readonly width: number; readonly height: number; readonly fov: number }
type Measures = { -readonly [name in keyof RoomResult['measures']]: number }
type Lit = {
  readonly scene: Scene
  readonly realised: Realised
  readonly shared: SharedScene
  readonly pool: ThreadPool
}

/** Held-out views lie at least so far from every view that was used in refinement, metres. */
const APART = 0.5
const FIELD = (75 / 180) * Math.PI
/** One matte picture is carried into another from here, metres. */
const STEP = 0.25
/** No single path of the truth brings more than this, in units of diffuse white: rare specks would need thousands of paths. */
const SPECK = 20

export async function runRoom(id: string, effort: Effort, note: (line: string) => void): Promise<RoomResult> {
  const pool = createThreadPool()
  const measures: Measures = {}
  try {
    const scene = readScene(readRoom(id))
    const realise = (what: Scene, options: RealiseOptions = {}) => realiseScene(what, { ...options, pool })
    const isQuick = effort.quality === 'preview'
    if (!isQuick) await timed(measures, 'preview', () => realise(scene, { quality: 'preview' }))
    const realised = await timed(measures, isQuick ? 'preview' : 'realise', () =>
      realise(scene, { quality: effort.quality }),
    )
    note(`${id}: realised in ${(measures.realise ?? measures.preview)!.toFixed(1)} s`)
    measures.gaussians = realised.gaussians.count
    measures.spzBytes = writeSpz(arrangeGaussians(realised.gaussians)).length
    const lit = { scene, realised, shared: shareScene(realised.traceScene, pool.size), pool }
    await measureViews(lit, effort, measures, note)
    await measureWarp(lit, effort.pairs, measures)
    if (effort.edits) {
      const moved = readScene(readRoomWithMovedChair(id))
      await timed(measures, 'moveChair', () => realise(moved, { previous: realised }))
      const { document } = applyAppearance(readRoom(id), { style: 'warm japandi, walnut and linen', seed: 1 })
      await timed(measures, 'restyle', () => realise(readScene(document), { previous: realised }))
    }
    if (effort.film) {
      const path = openFilmPath({ tour: { seconds: 10 } }, scene, id)
      await timed(measures, 'film', () => filmScene(scene, path, { size: { width: 1280, height: 720 }, fps: 24, pool }))
    }
    measures.memory = process.resourceUsage().maxRSS * 1024
  } finally {
    await pool.close()
  }
  return { id, measures }
}

type Timed = 'preview' | 'realise' | 'moveChair' | 'restyle' | 'film'

async function timed<T>(measures: Measures, name: Timed, work: () => Promise<T>): Promise<T> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  measures[name] = (performance.now() - start) / 1000
  measures[`${name}Work`] = (user + system) / 1e6
  return result
}

const lensOf = (width: number): Lens => ({ width, height: width * 0.75, fov: FIELD })

/** Random places where nobody looked from in refinement. */
function heldOutCameras({ scene, realised }: Lit, count: number, lens: Lens, seed: number): Camera[] {
  const used = realised.kept.cameras.map(({ pose }) => [pose[3]!, pose[7]!, pose[11]!])
  const isApart = ({ pose }: Camera) =>
    used.every(([x, y, z]) => Math.hypot(pose[3]! - x!, pose[7]! - y!, pose[11]! - z!) >= APART)
  return freePoses(scene, { count: count * 20, seed, lens })
    .filter(isApart)
    .slice(0, count)
}

async function measureViews(lit: Lit, effort: Effort, measures: Measures, note: (line: string) => void): Promise<void> {
  const heldOut = heldOutCameras(lit, effort.heldOut, lensOf(effort.width), 7)
  const similar: number[] = []
  const baked: number[] = []
  const ratios: number[] = []
  for (const camera of heldOut) {
    const truth = await twoTruths(lit, camera, effort.samples)
    const shown = splatted(lit, camera)
    ratios.push(psnrAgainstNoisy(shown.rgb, truth.first, truth.second))
    similar.push(ssimAgainstNoisy(shown.rgb, truth.first, truth.second, camera.width, camera.height))
    const view = await renderBaked(lit.shared, lit.realised.bake, camera, lit.pool, {
      samples: effort.bakedSamples,
    })
    baked.push(psnrAgainstNoisy(displayColors(view.color!, lit.realised.exposure), truth.first, truth.second))
  }
  if (heldOut.length > 0) {
    measures.heldOutPsnr = mean(ratios)
    measures.heldOutSsim = mean(similar)
    measures.bakedPsnr = mean(baked)
    note(
      `held out ${ratios.map((value) => value.toFixed(1)).join(' ')} · baked ${baked.map((value) => value.toFixed(1)).join(' ')}`,
    )
  }
  const open: number[] = []
  const free: number[] = []
  for (const camera of freePoses(lit.scene, { count: effort.poses, seed: 11, lens: lensOf(effort.width / 2) })) {
    const truth = await twoTruths(lit, camera, effort.samples)
    const { rgb, alpha } = splatted(lit, camera)
    free.push(psnrAgainstNoisy(rgb, truth.first, truth.second))
    open.push(holes(alpha, (pixel) => truth.depth[pixel]! > 0))
  }
  measures.freeMean = mean(free)
  measures.freeTenth = percentile(free, 0.1)
  measures.holes = mean(open)
}

/** Two renders by the path tracer, whose noise is independent. */
async function twoTruths({ shared, realised, pool }: Lit, camera: Camera, samples: number) {
  const paths = { limit: radianceAt(SPECK, realised.exposure) }
  const render = (seed: number): Promise<View> =>
    renderReference(shared, camera, pool, { samples, seed, channels: ['color', 'depth'], paths })
  const [first, second] = [await render(101), await render(202)]
  const show = ({ color }: View) => displayColors(color!, realised.exposure)
  return { first: show(first), second: show(second), depth: first.depth! }
}

function splatted({ realised }: Lit, camera: Camera) {
  const { display, alpha } = renderGaussians(realised.gaussians, camera)
  return { rgb: display.map((value) => Math.round(255 * Math.min(1, Math.max(0, value)))), alpha }
}

async function measureWarp(lit: Lit, pairs: number, measures: Measures): Promise<void> {
  const { shared, realised, pool } = lit
  const light = {
    shared,
    light: quickLightOf(realised.bake),
    key: `bench ${lit.realised.gaussians.count}`,
    exposure: realised.exposure,
  }
  const see = async (camera: Camera): Promise<SeenView> => {
    const rgb = await drawFrame(light, camera, pool, { isMatte: true })
    const view = await renderReference(shared, camera, pool, { samples: 1, channels: ['depth', 'instance'] })
    return { camera, rgb, depth: view.depth!, instance: view.instance! }
  }
  const results = []
  for (const camera of freePoses(lit.scene, { count: pairs, seed: 23, lens: lensOf(512) })) {
    // A step to the side, by the camera's own right.
    const pose = camera.pose.map((value, index) =>
      index % 4 === 3 && index < 12 ? value + STEP * camera.pose[index - 3]! : value,
    )
    const [a, b] = [await see(camera), await see({ ...camera, id: `${camera.id}-b`, pose })]
    const result = warpView(a, b)
    if (result.pixels < a.depth.length / 10) continue
    const gained = warpView(withGain(a, 1.04), withGain(b, 0.96)).mae
    const shifted = warpView(withShift(a, 2), withShift(b, -2)).psnr
    results.push({ ...result, gained, shifted })
  }
  if (results.length === 0) return
  measures.warpPsnr = mean(results.map(({ psnr }) => psnr))
  measures.warpMae = mean(results.map(({ mae }) => mae))
  measures.warpDepth = mean(results.map(({ depthError }) => depthError))
  measures.warpInstance = mean(results.map(({ sameInstance }) => sameInstance))
  measures.gainControl = mean(results.map(({ gained }) => gained))
  measures.shiftControl = mean(results.map(({ shifted }) => shifted))
}

import type { TraceScene } from '../scene/trace-scene.ts'
import { type SharedScene, shareScene } from '../trace/share-scene.ts'
import { type Bake, type BakeQuality, bakeGrains, type StoredRays } from './bake.ts'
import type { RayWork } from './bake-job.ts'
import { SITES_MAX } from './hit-code.ts'
import { aimLamp } from './lamp-light.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { buildLayout } from './layout/build-layout.ts'
import { lightSites } from './light-sites.ts'
import { SKY_PARTS } from './portal-light.ts'
import { runStage, type StageOptions } from './run-stage.ts'
import { sharedBytes, sharedFloats, sharedIndices } from './shared-array.ts'

export type BakeOptions = StageOptions & {
  /** Default: normal. */
  readonly quality?: BakeQuality
  readonly seed?: number
  /** The scene, where it is shared already: with as many seats as the pool has threads. */
  readonly shared?: SharedScene
}

/** Sites that a thread takes at once. */
export const STRETCH = 2048

/**
 * Finds the light of a scene. Equal scenes, qualities and seeds give equal bytes, whatever the number of threads.
 *
 * @throws RangeError when the scene has too much surface to tell its sites apart; the signal's reason when it is aborted.
 */
export async function bakeScene(scene: TraceScene, options: BakeOptions = {}): Promise<Bake> {
  const { quality = 'normal', seed = 1 } = options
  const grain = bakeGrains[quality]
  options.onProgress?.({ stage: 'layout', done: 0, total: 1 })
  const layout = layOut(scene, grain.texel)
  const shared = options.shared ?? shareScene(scene, options.pool?.size ?? 0)
  const rays = storeFor(scene, layout, grain.raysPerSite)
  const work: RayWork = { shared, layout, grain, seed, rays }
  const count = layout.siteCount
  for (const stage of ['hits', 'sky', 'sun'] as const) {
    await runStage(stage, count, STRETCH, (from, to) => ({ stage, work, from, to }), options)
  }
  for (const lamp of rays.lamps.keys()) {
    await runStage('lamp', count, STRETCH * 4, (from, to) => ({ stage: 'lamp', work, lamp, from, to }), options)
  }
  const found = { quality, seed, scene, layout, rays }
  return { ...found, light: await lightSites(found, options) }
}

export function layOut(scene: TraceScene, texel: number): BakeLayout {
  const layout = buildLayout(scene, texel)
  if (layout.siteCount > SITES_MAX)
    throw new RangeError(`bake: ${layout.siteCount} sites, at most ${SITES_MAX} can be told apart`)
  return layout
}

/** Empty columns for what the rays of a scene will find. */
export function storeFor(scene: TraceScene, layout: BakeLayout, raysPerSite: number): StoredRays {
  const count = layout.siteCount
  return {
    hits: sharedIndices(count * raysPerSite),
    standing: sharedBytes(count),
    sky: sharedFloats(count * SKY_PARTS),
    sun: sharedFloats(count),
    lamps: scene.lamps
      .filter((lamp) => aimLamp(scene, lamp))
      .map(({ instance }) => ({ id: scene.instances[instance]!.id, light: sharedFloats(count) })),
  }
}

import type { ThreadPool } from '../threads/thread-pool.ts'
import { createPathTracer, type PathTracer } from '../trace/path-tracer.ts'
import type { OpenScene, SharedScene } from '../trace/share-scene.ts'
import type { Camera, View } from '../views/camera.ts'
import { renderView, type ViewOptions } from '../views/render-view.ts'
import type { TracerSource } from '../views/view-task.ts'
import type { Bake, SiteLight } from './bake.ts'
import { knownLightOf } from './known-light.ts'
import type { BakeLayout } from './layout/bake-layout.ts'

const module = new URL('./render-baked.ts', import.meta.url)

/** What of a bake a thread needs to show it. */
export type BakedData = { readonly layout: BakeLayout; readonly light: SiteLight; readonly limit?: number }

export function openTracer({ scene, caster }: OpenScene, { layout, light, limit }: BakedData): PathTracer {
  const knownLight = knownLightOf({ scene, layout, light })
  return createPathTracer(scene, caster, limit === undefined ? { knownLight } : { knownLight, limit })
}

const keys = new WeakMap<SiteLight, string>()
let made = 0

/** A bake as the colour of rays, for `renderView`. @param limit As `PathOptions.limit`. */
export function bakedTracer({ layout, light }: Bake, limit?: number): TracerSource<BakedData> {
  const key = keys.get(light) ?? `bake ${made++}`
  keys.set(light, key)
  if (limit === undefined) return { module, data: { layout, light }, key }
  return { module, data: { layout, light, limit }, key: `${key} limit ${limit}` }
}

/**
 * A view out of a bake: the path tracer's surfaces and lamps, paths that end where the light is known.
 *
 * @param shared The bake's scene, made with `shareScene(scene, pool.size)`. @param options With `limit`, as
 * `PathOptions.limit`: the most that a gloss adds to one path, kcd/m².
 */
export function renderBaked(
  shared: SharedScene,
  bake: Bake,
  camera: Camera,
  pool: ThreadPool,
  options: ViewOptions & { readonly limit?: number },
): Promise<View> {
  const { limit, ...rest } = options
  return renderView(shared, camera, bakedTracer(bake, limit), pool, rest)
}

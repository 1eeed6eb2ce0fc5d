import type { Bake } from '../bake/bake.ts'
import { knownLightOf } from '../bake/known-light.ts'
import { createPathTracer, type PathTracer } from '../trace/path-tracer.ts'
import type { OpenScene } from '../trace/share-scene.ts'

/**
 * Opens a bake in a thread, for `renderView`. Only the sun is still looked for path by path: the light of lamps is soft enough
 * to be read from the bake, and costs half the time otherwise.
 */
export function openTracer({ scene, caster }: OpenScene, bake: Bake): PathTracer {
  const sunless = knownLightOf({ ...bake, scene: { ...bake.scene, daylight: { sky: bake.scene.daylight.sky } } })
  const { readAll } = knownLightOf(bake)
  return createPathTracer({ ...scene, lamps: [] }, caster, { knownLight: { readSoft: sunless.readAll, readAll } })
}

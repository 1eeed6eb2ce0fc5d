import type { Bake } from '../bake/bake.ts'
import { knownLightOf } from '../bake/known-light.ts'
import type { KnownLight, PathTracer } from '../trace/path-tracer.ts'
import { createPathTracer } from '../trace/path-tracer.ts'
import type { OpenScene } from '../trace/share-scene.ts'

/** Opens a bake in a thread, for `renderView`. */
export function openTracer({ scene, caster }: OpenScene, bake: Bake): PathTracer {
  const knownLight: KnownLight = knownLightOf(bake)
  return createPathTracer(scene, caster, { knownLight })
}

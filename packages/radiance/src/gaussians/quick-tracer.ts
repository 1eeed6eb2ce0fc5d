import type { Bake } from '../bake/bake.ts'
import { knownLightOf } from '../bake/known-light.ts'
import type { BakedData } from '../bake/render-baked.ts'
import { createPathTracer, type PathTracer } from '../trace/path-tracer.ts'
import type { OpenScene } from '../trace/share-scene.ts'
import type { TracerSource } from '../views/view-task.ts'
import { sunlessLight } from './sunless-light.ts'

const module = new URL('./quick-tracer.ts', import.meta.url)

/** Lamps are left out of the tracer's lights: they are in the known light, and looking for them takes half the time. */
export function openTracer({ scene, caster }: OpenScene, { layout, light }: BakedData): PathTracer {
  return createPathTracer({ ...scene, lamps: [] }, caster, { knownLight: knownLightOf({ scene, layout, light }) })
}

const keys = new WeakMap<Bake, string>()
let made = 0

/** A bake as the colour of rays, for the many views that gaussians are refined against. */
export function quickTracer(bake: Bake): TracerSource<BakedData> {
  const key = keys.get(bake) ?? `quick ${made++}`
  keys.set(bake, key)
  return { module, data: { layout: bake.layout, light: sunlessLight(bake) }, key }
}

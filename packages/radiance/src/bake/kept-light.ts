import type { TraceScene } from '../scene/trace-scene.ts'
import type { Bake, BakeQuality, StoredRays } from './bake.ts'
import { bakeGrains } from './bake.ts'
import { buildLayout } from './layout/build-layout.ts'
import type { PreviousBake } from './rebake-scene.ts'

/** The rays of a bake for another time: plain arrays that can be serialised, unlike those that threads share. */
export type KeptLight = { readonly quality: BakeQuality; readonly seed: number; readonly rays: StoredRays }

export function keepLight({ quality, seed, rays }: Bake): KeptLight {
  const { hits, standing, sky, sun, lamps } = rays
  return {
    quality,
    seed,
    rays: {
      hits: Uint32Array.from(hits),
      standing: Uint8Array.from(standing),
      sky: Float32Array.from(sky),
      sun: Float32Array.from(sun),
      lamps: lamps.map(({ id, light }) => ({ id, light: Float32Array.from(light) })),
    },
  }
}

/** Undefined: kept for another quality or seed, or it does not fit the scene that it is said to be of. */
export function openLight(
  kept: KeptLight | undefined,
  scene: TraceScene,
  quality: BakeQuality,
  seed: number,
): PreviousBake | undefined {
  if (kept?.quality !== quality || kept.seed !== seed) return undefined
  const layout = buildLayout(scene, bakeGrains[quality].texel)
  if (kept.rays.standing.length !== layout.siteCount) return undefined
  return { ...kept, scene, layout }
}

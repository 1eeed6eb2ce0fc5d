import type { TraceScene } from '../scene/trace-scene.ts'
import type { BakeLayout } from './layout/bake-layout.ts'

export type BakeQuality = 'preview' | 'normal' | 'fine'

/** How finely light is looked for. */
export type BakeGrain = {
  /** Side of a site, metres. */
  readonly texel: number
  /** Stored rays per site; a power of two. */
  readonly raysPerSite: number
  readonly raysPerLamp: number
  readonly raysPerPortal: number
  readonly raysToSun: number
}

export const bakeGrains: Readonly<Record<BakeQuality, BakeGrain>> = {
  preview: { texel: 0.09, raysPerSite: 32, raysPerLamp: 2, raysPerPortal: 8, raysToSun: 4 },
  normal: { texel: 0.04, raysPerSite: 64, raysPerLamp: 4, raysPerPortal: 16, raysToSun: 8 },
  fine: { texel: 0.028, raysPerSite: 128, raysPerLamp: 8, raysPerPortal: 32, raysToSun: 16 },
}

/** What a lamp brings to every site, in units of its flux. */
export type LampShare = {
  /** Record id of the lamp. */
  readonly id: string
  /** Irradiance per unit of flux, one number a site. */
  readonly light: Float32Array
}

/**
 * The light of a scene, found once. What rays met is stored apart from what the light is, so that materials, lamps and
 * daylight can change without new rays. Typed arrays lie in shared memory, one row per site of the layout.
 */
export type Bake = {
  readonly quality: BakeQuality
  readonly seed: number
  readonly scene: TraceScene
  readonly layout: BakeLayout
  /** `raysPerSite` a site: what its rays met, see `hit-code.ts`. */
  readonly hits: Uint32Array
  /** `STANDING` per site. */
  readonly standing: Uint8Array
  /** Three a site: irradiance through the portals per unit radiance of zenith, horizon, ground. */
  readonly sky: Float32Array
  /** Irradiance per unit of the sun's. */
  readonly sun: Float32Array
  readonly lamps: readonly LampShare[]
  /** Three a site, klx: light that comes by way of other surfaces, smoothed. */
  readonly indirect: Float32Array
}

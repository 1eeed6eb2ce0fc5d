import type { TraceScene } from '../scene/trace-scene.ts'
import type { BakeLayout } from './layout/bake-layout.ts'

export type BakeQuality = 'preview' | 'normal' | 'fine'

/** How finely light is looked for. */
export type BakeGrain = {
  /** Side of a site, metres. */
  readonly texel: number
  /** Stored rays per site, at least `TRIAL`. */
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

/** What a lamp brings to every site. */
export type LampShare = {
  /** Record id of the lamp. */
  readonly id: string
  /** Irradiance per unit of flux, one number a site. */
  readonly light: Float32Array
}

/** What rays found out about a scene; nothing in it depends on how bright or colourful anything is. */
export type StoredRays = {
  /** `raysPerSite` codes a site, see `hit-code.ts`. */
  readonly hits: Uint32Array
  /** `STANDING` per site. */
  readonly standing: Uint8Array
  /** Three a site: irradiance through the portals per unit radiance of zenith, horizon, ground. */
  readonly sky: Float32Array
  /** Irradiance per unit of the sun's. */
  readonly sun: Float32Array
  readonly lamps: readonly LampShare[]
}

/** Irradiance, klx, three numbers a site; a first number below 0: the site lies in something and has no light to show. */
export type SiteLight = {
  /** But for what comes straight from lamps and sun: smooth enough to be mixed between sites. */
  readonly soft: Float32Array
  readonly all: Float32Array
}

/**
 * The light of a scene, found once. What rays met is stored apart from the light itself, so that materials, lamps and daylight
 * change without new rays, and a moved chair costs only the rays that meet it. Typed arrays lie in shared memory.
 */
export type Bake = {
  readonly quality: BakeQuality
  readonly seed: number
  readonly scene: TraceScene
  readonly layout: BakeLayout
  readonly rays: StoredRays
  readonly light: SiteLight
}

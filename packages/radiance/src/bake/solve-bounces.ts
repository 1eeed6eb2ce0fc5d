import type { TraceScene } from '../scene/trace-scene.ts'
import { skyRadiance } from '../trace/sky.ts'
import type { StoredRays } from './bake.ts'
import { STANDING, TRIAL } from './gather-hits.ts'
import { FIRST_METAL, FIRST_SKY, INSIDE, SITE_BITS, SITE_MASK, SKY_BINS, sineOfBin } from './hit-code.ts'
import { runStage, type StageOptions } from './run-stage.ts'
import { sharedFloats } from './shared-array.ts'

/** One round of light from site to site, as threads do it a stretch at a time. */
export type Bouncing = {
  readonly hits: Uint32Array
  readonly raysPerSite: number
  readonly standing: Uint8Array
  /** Light that leaves the sites, π · radiance, three numbers a site. */
  readonly leaving: Float32Array
  readonly sky: Float32Array
  readonly tints: Float32Array
  /** Mutated: irradiance, three numbers a site. */
  readonly into: Float32Array
  /** Mutated when present: variance of the green part's mean, one number a site. */
  readonly variance?: Float32Array
}

/** What bounces start from. */
export type BounceStart = {
  readonly scene: TraceScene
  readonly raysPerSite: number
  readonly rays: StoredRays
  /** Colour of the surface and irradiance straight from lights, three numbers a site. */
  readonly colors: Float32Array
  readonly direct: Float32Array
  /** See `findDonors`. */
  readonly donors: Uint32Array
}

/** Rounds of light from site to site; what later ones would add is told by how the last ones shrank. */
const BOUNCES = 6
const STRETCH = 16384

/**
 * Lets light go round from site to site.
 *
 * @returns Irradiance by way of other surfaces, klx, three numbers a site; and the variance of its green part's mean, one
 * number a site: how uncertain it is.
 */
export async function solveBounces(
  start: BounceStart,
  options: StageOptions,
): Promise<{ indirect: Float32Array; variance: Float32Array }> {
  const { direct, colors, donors, rays, raysPerSite } = start
  const leaving = sharedFloats(direct.length)
  let indirect = sharedFloats(direct.length)
  let earlier = sharedFloats(direct.length)
  const variance = sharedFloats(rays.standing.length)
  const common = {
    hits: rays.hits,
    standing: rays.standing,
    raysPerSite,
    leaving,
    sky: skyTable(start.scene),
    tints: tintTable(start.scene),
  }
  let step = 0
  let ratio = 0
  for (let bounce = 0; bounce < BOUNCES; bounce++) {
    for (let at = 0; at < leaving.length; at++) leaving[at] = colors[at]! * (direct[at]! + indirect[at]!)
    ;[earlier, indirect] = [indirect, earlier]
    const bouncing = { ...common, into: indirect, ...(bounce === BOUNCES - 1 && { variance }) }
    const make = (from: number, to: number) => ({ stage: 'bounce', bouncing, from, to }) as const
    await runStage('bounce', rays.standing.length, STRETCH, make, options)
    lendLight(donors, indirect)
    const grown = difference(indirect, earlier)
    ratio = step > 0 ? grown / step : 0
    step = grown
  }
  // The steps shrink like a geometric series, everywhere about alike: the rest of it in one go.
  const rest = Math.min(0.9, ratio) / (1 - Math.min(0.9, ratio))
  for (let at = 0; at < indirect.length; at++) indirect[at]! += (indirect[at]! - earlier[at]!) * rest
  return { indirect, variance }
}

/** Mean of what the rays of the sites `from` … `to` met, past those that met the inside of things. */
export function gatherLeaving(b: Bouncing, from: number, to: number): void {
  const { hits, raysPerSite, standing, leaving, sky, tints, into, variance } = b
  for (let site = from; site < to; site++) {
    if (standing[site] === STANDING.inside) continue
    let red = 0
    let green = 0
    let blue = 0
    let square = 0
    let count = 0
    // A site that sees only the sky repeats its trial rays.
    const rays = standing[site] === STANDING.open ? TRIAL : raysPerSite
    for (let k = site * raysPerSite; k < site * raysPerSite + rays; k++) {
      const code = hits[k]!
      const low = code & SITE_MASK
      if (low === INSIDE) continue
      count++
      const isSky = low >= FIRST_SKY
      const source = isSky ? sky : leaving
      const at = (isSky ? low - FIRST_SKY : low) * 3
      const via = code >>> SITE_BITS
      const g = source[at + 1]! * (via < FIRST_METAL ? 1 : tints[via * 3 + 1]!)
      green += g
      square += g * g
      if (via < FIRST_METAL) {
        red += source[at]!
        blue += source[at + 2]!
      } else {
        red += source[at]! * tints[via * 3]!
        blue += source[at + 2]! * tints[via * 3 + 2]!
      }
    }
    if (count === 0) continue
    into[site * 3] = red / count
    into[site * 3 + 1] = green / count
    into[site * 3 + 2] = blue / count
    if (variance) variance[site] = Math.max(0, square / count - (green / count) ** 2) / count
  }
}

/** π · radiance of every sky bin; one more, black, for rays that were swallowed. */
function skyTable(scene: TraceScene): Float32Array {
  const table = new Float32Array((SKY_BINS + 1) * 3)
  const color = new Float64Array(3)
  for (let bin = 0; bin < SKY_BINS; bin++) {
    skyRadiance(scene.daylight, sineOfBin(bin), color)
    for (let channel = 0; channel < 3; channel++) table[bin * 3 + channel] = color[channel]! * Math.PI
  }
  return table
}

/** Colour that a metal gives to what it mirrors, by the numbers of `viaMetal`. */
function tintTable(scene: TraceScene): Float32Array {
  const table = new Float32Array((FIRST_METAL + scene.materials.length) * 3).fill(1)
  for (const [k, { albedo }] of scene.materials.entries()) table.set(albedo, (FIRST_METAL + k) * 3)
  return table
}

/** Copies light from the lending sites to those that lie in something. @param light Mutated: three numbers a site. */
export function lendLight(donors: Uint32Array, light: Float32Array): void {
  for (let k = 0; k < donors.length; k += 2) {
    light.copyWithin(donors[k]! * 3, donors[k + 1]! * 3, donors[k + 1]! * 3 + 3)
  }
}

function difference(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! - b[at]!
  return sum
}

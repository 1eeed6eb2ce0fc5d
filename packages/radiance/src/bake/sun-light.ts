import type { TraceScene } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { anyMeetsBoxes, type ChangedRays } from './changed-boxes.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { FAR } from './portal-light.ts'
import { cosineDirection, STREAM, samplePoint, siteOrigin } from './site-rays.ts'

export type SunLighting = {
  readonly scene: TraceScene
  readonly layout: BakeLayout
  readonly caster: RayCaster
  readonly seed: number
  readonly raysToSun: number
}

/** Finds the irradiance of the sites `from` … `to` per unit of the sun's; with changes, where these touch a ray. @param into Mutated: one number a site. */
export function gatherSun(g: SunLighting, into: Float32Array, from: number, to: number, changes?: ChangedRays): void {
  const { sun } = g.scene.daylight
  if (!sun) {
    into.fill(0, from, to)
    return
  }
  const rays = new Float32Array(7 * g.raysToSun)
  const weights = new Float64Array(g.raysToSun)
  const light = new Float32Array(g.raysToSun)
  const origin = new Float64Array(6)
  for (let site = from; site < to; site++) {
    let count = 0
    let sum = 0
    for (let n = 0; n < g.raysToSun; n++) {
      siteOrigin(g.layout, site, n, origin)
      const weight = aimAtSun(g, site, n, origin, rays, count * 7)
      if (weight > 0) weights[count++] = weight
    }
    if (changes && !changes.isNew[site] && !anyMeetsBoxes(changes.boxes, rays, count)) continue
    if (count > 0) g.caster.passing(rays, count, light)
    for (let k = 0; k < count; k++) sum += weights[k]! * light[k]!
    into[site] = sum / g.raysToSun
  }
}

const point = new Float64Array(2)
const direction = new Float64Array(3)

/** Writes the n-th shadow ray of a site to the sun's disk; returns the cosine at the site, not above 0: it faces away. */
export function aimAtSun(
  { scene, layout, seed }: SunLighting,
  site: number,
  n: number,
  origin: Float64Array,
  rays: Float32Array,
  at: number,
): number {
  const { direction: toSun, angularRadius } = scene.daylight.sun!
  samplePoint(layout.siteKey[site]! ^ seed, STREAM.sun, n, point)
  // The disk is so small that a cosine-weighted cap is an even one.
  point[0]! *= Math.sin(angularRadius) ** 2
  cosineDirection(point, toSun[0], toSun[1], toSun[2], direction)
  let cosine = 0
  for (let k = 0; k < 3; k++) {
    rays[at + k] = origin[k]!
    rays[at + 3 + k] = direction[k]!
    cosine += direction[k]! * origin[3 + k]!
  }
  rays[at + 6] = FAR
  return cosine
}

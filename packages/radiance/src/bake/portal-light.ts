import type { TracePortal, TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { anyMeetsBoxes, type ChangedRays } from './changed-boxes.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { STREAM, samplePoint, siteOrigin } from './site-rays.ts'

/** Longer than any space, metres. */
export const FAR = 1e4
/** Portals that could bring less than this part of what the strongest could are asked with fewer rays. */
const FAINT = 0.05

/** How much of zenith, horizon and ground a site sees: irradiance is π-free, `Σ part · radiance` of each. */
export const SKY_PARTS = 3

export type PortalLighting = {
  readonly scene: TraceScene
  readonly layout: BakeLayout
  readonly caster: RayCaster
  readonly seed: number
  /** Shadow rays per site and portal. */
  readonly raysPerPortal: number
  /** Mutated: three a site, irradiance per unit of radiance of zenith, horizon and ground. */
  readonly sky: Float32Array
}

/**
 * Whether a ray (origin and direction at `at`) leaves through one of the portals.
 *
 * @param went Metres that it has come straight already: the portal may lie behind it.
 */
export function crossesPortal(portals: readonly TracePortal[], rays: Float32Array, at: number, went: number): boolean {
  for (const { corner, edgeA, edgeB, inward } of portals) {
    const slope = inward[0] * rays[at + 3]! + inward[1] * rays[at + 4]! + inward[2] * rays[at + 5]!
    // Only from the room outwards: the other way it is the open sky that is meant.
    if (slope >= 0) continue
    const x = corner[0] - rays[at]!
    const y = corner[1] - rays[at + 1]!
    const z = corner[2] - rays[at + 2]!
    const distance = (inward[0] * x + inward[1] * y + inward[2] * z) / slope
    if (distance < -went) continue
    const p: Vector3 = [rays[at + 3]! * distance - x, rays[at + 4]! * distance - y, rays[at + 5]! * distance - z]
    if (isWithin(p, edgeA) && isWithin(p, edgeB)) return true
  }
  return false
}

function isWithin(p: Vector3, edge: Vector3): boolean {
  const along = p[0] * edge[0] + p[1] * edge[1] + p[2] * edge[2]
  return along >= 0 && along <= edge[0] ** 2 + edge[1] ** 2 + edge[2] ** 2
}

/** Finds how much sky the sites `from` … `to` see through the portals; with changes, where these touch a ray. */
export function gatherSky(g: PortalLighting, from: number, to: number, changes?: ChangedRays): void {
  const { layout, sky } = g
  const portals = g.scene.portals.map((portal) => ({ ...portal, ...measure(portal) }))
  const samples = new Uint16Array(portals.length)
  const rays = new Float32Array(7 * portals.length * g.raysPerPortal)
  const weights = new Float64Array(portals.length * g.raysPerPortal)
  const light = new Float32Array(portals.length * g.raysPerPortal)
  const origin = new Float64Array(6)
  const sum = new Float64Array(SKY_PARTS)
  for (let site = from; site < to; site++) {
    shareSamples(g, portals, site, samples)
    let count = 0
    for (const [number, portal] of portals.entries()) {
      for (let n = 0; n < samples[number]!; n++) {
        siteOrigin(layout, site, n, origin)
        const key = layout.siteKey[site]! ^ g.seed
        samplePoint(key, STREAM.portal + number * 16, n, point)
        const weight = aimAtPortal(portal, origin, rays, count * 7)
        if (weight > 0) weights[count++] = weight / samples[number]!
      }
    }
    if (changes && !changes.isNew[site] && !anyMeetsBoxes(changes.boxes, rays, count)) continue
    if (count > 0) g.caster.passing(rays, count, light)
    sum.fill(0)
    for (let k = 0; k < count; k++) addSky(rays[k * 7 + 5]!, weights[k]! * light[k]!, sum)
    sky.set(sum, site * SKY_PARTS)
  }
}

type Aimed = TracePortal & ReturnType<typeof measure>

function measure({ corner, edgeA, edgeB }: TracePortal) {
  return {
    middle: [0, 1, 2].map((k) => corner[k]! + (edgeA[k]! + edgeB[k]!) / 2),
    area: Math.hypot(...edgeA) * Math.hypot(...edgeB),
    reach: Math.hypot(...edgeA) + Math.hypot(...edgeB),
  }
}

/** Adds light from a direction to the parts of the sky that mix its radiance; see `skyRadiance`. */
function addSky(dz: number, weight: number, parts: Float64Array): void {
  if (dz < 0) parts[2]! += weight
  else {
    const high = Math.min(1, dz) ** 0.55
    parts[0]! += weight * high
    parts[1]! += weight * (1 - high)
  }
}

/** Shadow rays that each portal deserves from a site: by what it could bring if nothing were in the way. */
function shareSamples(g: PortalLighting, portals: readonly Aimed[], site: number, samples: Uint16Array): void {
  let most = 0
  for (const portal of portals) most = Math.max(most, promiseOf(g.layout, portal, site))
  for (const [number, portal] of portals.entries()) {
    const one = promiseOf(g.layout, portal, site)
    samples[number] = one === 0 ? 0 : one < most * FAINT ? Math.max(2, g.raysPerPortal >> 2) : g.raysPerPortal
  }
}

function promiseOf({ sitePlace }: BakeLayout, { middle, inward, area, reach }: Aimed, site: number): number {
  let facing = 0
  let behind = 0
  let square = 0
  for (let k = 0; k < 3; k++) {
    const d = middle[k]! - sitePlace[site * 6 + k]!
    square += d * d
    behind -= d * inward[k]!
    facing += d * sitePlace[site * 6 + 3 + k]!
  }
  // The middle may lie behind the horizon while an edge does not.
  if (behind <= 0 || facing < -reach / 2) return 0
  return area / (square + reach * reach * 0.05)
}

const point = new Float64Array(2)

/** Writes a shadow ray to `point` of a portal; returns what it brings (area, cosines, distance), 0: nothing. */
function aimAtPortal(
  { corner, edgeA, edgeB, inward, area }: Aimed,
  origin: Float64Array,
  rays: Float32Array,
  at: number,
): number {
  let square = 0
  for (let k = 0; k < 3; k++) {
    const d = corner[k]! + edgeA[k]! * point[0]! + edgeB[k]! * point[1]! - origin[k]!
    rays[at + k] = origin[k]!
    rays[at + 3 + k] = d
    square += d * d
  }
  const distance = Math.sqrt(square)
  let cosine = 0
  let slope = 0
  for (let k = 0; k < 3; k++) {
    rays[at + 3 + k]! /= distance
    cosine += rays[at + 3 + k]! * origin[3 + k]!
    slope -= rays[at + 3 + k]! * inward[k]!
  }
  rays[at + 6] = FAR
  return cosine > 0 && slope > 0 ? (cosine * slope * area) / square : 0
}

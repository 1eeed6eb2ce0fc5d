import { luminance } from '../scene/color.ts'
import type { TraceLamp, TraceScene } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { anyMeetsBoxes, type ChangedRays } from './changed-boxes.ts'
import { faceOf } from './gather-hits.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { STREAM, sampleNumber, samplePoint, siteOrigin } from './site-rays.ts'

/** A shadow ray ends this far before the lamp, metres. */
const SHORT = 1e-3
/** Parts of a lamp nearer than this shine as if they were this far, metres: beside a bulb the sum would never settle. */
const NEAREST = 0.03

/** A lamp ready to be aimed at. */
export type LampTarget = {
  readonly triangles: Uint32Array
  /** Running sum of what the triangles give off, 0 … 1. */
  readonly share: Float64Array
  /** Irradiance at cosines 1 and distance 1 that a sample stands for, per unit of flux: Σ area · radiance / flux. */
  readonly strength: number
  readonly center: readonly [number, number, number]
  readonly radius: number
}

export type LampLighting = {
  readonly scene: TraceScene
  readonly layout: BakeLayout
  readonly caster: RayCaster
  readonly seed: number
  readonly raysPerLamp: number
}

/** Undefined: the lamp gives no light. */
export function aimLamp(scene: TraceScene, lamp: TraceLamp): LampTarget | undefined {
  const share = new Float64Array(lamp.triangles.length)
  let sum = 0
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [k, triangle] of lamp.triangles.entries()) {
    sum += areaOf(scene, triangle) * luminance(scene.materials[scene.triangleMaterial[triangle]!]!.emission)
    share[k] = sum
    for (let corner = 0; corner < 3; corner++) {
      const p = scene.indices[triangle * 3 + corner]! * 3
      for (let axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis]!, scene.positions[p + axis]!)
        high[axis] = Math.max(high[axis]!, scene.positions[p + axis]!)
      }
    }
  }
  const flux = luminance(lamp.flux)
  if (!(sum > 0) || !(flux > 0)) return undefined
  for (let k = 0; k < share.length; k++) share[k]! /= sum
  return {
    triangles: lamp.triangles,
    share,
    strength: sum / flux,
    center: [(low[0]! + high[0]!) / 2, (low[1]! + high[1]!) / 2, (low[2]! + high[2]!) / 2],
    radius: Math.hypot(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!) / 2,
  }
}

function areaOf(scene: TraceScene, triangle: number): number {
  const { positions: p } = scene
  const [a, b, c] = [0, 1, 2].map((k) => scene.indices[triangle * 3 + k]! * 3) as [number, number, number]
  const u = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!] as const
  const v = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!] as const
  return Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2
}

/**
 * Finds the irradiance of the sites `from` … `to` per unit of a lamp's flux; with changes, where these touch a ray.
 *
 * @param lampKey Tells the lamps' random numbers apart, the same whatever other lamps there are.
 * @param into Mutated: one number a site.
 */
export function gatherLamp(
  g: LampLighting,
  target: LampTarget,
  lampKey: number,
  into: Float32Array,
  from: number,
  to: number,
  changes?: ChangedRays,
): void {
  const rays = new Float32Array(7 * 4 * g.raysPerLamp)
  const weights = new Float64Array(4 * g.raysPerLamp)
  const light = new Float32Array(4 * g.raysPerLamp)
  const origin = new Float64Array(6)
  for (let site = from; site < to; site++) {
    const samples = lampSamples(g, target, site)
    let sum = 0
    let count = 0
    for (let n = 0; n < samples; n++) {
      siteOrigin(g.layout, site, n, origin)
      const weight = aimAtLamp(g, target, lampKey, site, n, origin, rays, count * 7)
      if (weight > 0) weights[count++] = weight
    }
    if (changes && !changes.isNew[site] && !anyMeetsBoxes(changes.boxes, rays, count)) continue
    if (count > 0) g.caster.passing(rays, count, light)
    for (let k = 0; k < count; k++) sum += weights[k]! * light[k]!
    into[site] = samples > 0 ? sum / samples : 0
  }
}

/** Shadow rays from a site to a lamp: more where it is near, none where it lies wholly behind the surface. */
export function lampSamples({ layout, raysPerLamp }: LampLighting, target: LampTarget, site: number): number {
  let [ahead, square] = [0, 0]
  for (let k = 0; k < 3; k++) {
    const d = target.center[k]! - layout.sitePlace[site * 6 + k]!
    ahead += d * layout.sitePlace[site * 6 + 3 + k]!
    square += d * d
  }
  if (ahead < -target.radius && layout.siteHome[site]! >= 0) return 0
  const near = (target.radius * target.radius) / square
  return near > 0.25 ? raysPerLamp * 4 : near > 0.04 ? raysPerLamp * 2 : raysPerLamp
}

const point = new Float64Array(2)
const facing = new Float64Array(3)

/** Writes the n-th shadow ray of a site to a lamp; returns the irradiance per unit of flux that it stands for, 0: none. */
export function aimAtLamp(
  { scene, layout, seed }: LampLighting,
  target: LampTarget,
  lampKey: number,
  site: number,
  n: number,
  origin: Float64Array,
  rays: Float32Array,
  at: number,
): number {
  const key = layout.siteKey[site]! ^ seed ^ lampKey
  const triangle = pickTriangle(target, sampleNumber(key, STREAM.lamp, n))
  samplePoint(key, STREAM.lamp, n, point)
  const root = Math.sqrt(point[0]!)
  const b = root * (1 - point[1]!)
  const c = root * point[1]!
  const { positions: p, indices } = scene
  const [ia, ib, ic] = [indices[triangle * 3]! * 3, indices[triangle * 3 + 1]! * 3, indices[triangle * 3 + 2]! * 3]
  let square = 0
  for (let k = 0; k < 3; k++) {
    const d = (1 - root) * p[ia + k]! + b * p[ib + k]! + c * p[ic + k]! - origin[k]!
    rays[at + k] = origin[k]!
    rays[at + 3 + k] = d
    square += d * d
  }
  const distance = Math.sqrt(square)
  faceOf(scene, triangle, facing)
  let [cosine, slope] = [0, 0]
  for (let k = 0; k < 3; k++) {
    rays[at + 3 + k]! /= distance
    cosine += rays[at + 3 + k]! * origin[3 + k]!
    slope -= rays[at + 3 + k]! * facing[k]!
  }
  rays[at + 6] = distance - SHORT
  if (!(cosine > 0 && slope > 0)) return 0
  return (target.strength * cosine * slope) / Math.max(square, NEAREST * NEAREST)
}

function pickTriangle({ share, triangles }: LampTarget, chance: number): number {
  let [low, high] = [0, share.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (share[middle]! <= chance) low = middle + 1
    else high = middle
  }
  return triangles[low]!
}

/** Tells the random numbers of lamps apart. */
export function lampKeyOf(id: string): number {
  let key = 0x811c9dc5
  for (let k = 0; k < id.length; k++) key = Math.imul(key ^ id.charCodeAt(k), 0x01000193)
  return key >>> 0
}

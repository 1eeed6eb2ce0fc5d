import type { TraceScene } from '../scene/trace-scene.ts'
import { LEAST_INDIRECT_ROUGHNESS } from '../trace/path-tracer.ts'
import { NO_HIT, type RayCaster } from '../trace/ray-caster.ts'
import { bounceOff } from './bounce-off.ts'
import { BENT, FIRST_SKY, INSIDE, packHit, SITE_MASK, SWALLOWED, skyCode, viaMetal } from './hit-code.ts'
import { type BakeLayout, NO_SITE } from './layout/bake-layout.ts'
import { createSiteFinder } from './layout/find-site.ts'
import { crossesPortal } from './portal-light.ts'
import { cosineDirection, createRayFan, LIFT, STREAM, sampleNumber } from './site-rays.ts'

/** Rays after which a site is judged. */
export const TRIAL = 16
/** A site of which more rays meet the inside of things than this part lies in something. */
const INSIDE_PART = 0.6
/** Sheets and glosses that one ray may meet. */
const BENDS_MAX = 6
/** Rays that go into the engine together. */
const BATCH = 4096

/** What the trial found of a site: it is worth all its rays, lies in something, or sees nothing but the sky. */
export const STANDING = { full: 0, inside: 1, open: 2 } as const

export type Gathering = {
  readonly scene: TraceScene
  readonly layout: BakeLayout
  readonly caster: RayCaster
  readonly raysPerSite: number
  readonly seed: number
  /** Mutated: `raysPerSite` codes a site, see `hit-code.ts`. */
  readonly hits: Uint32Array
  /** Mutated: a `STANDING` per site. */
  readonly standing: Uint8Array
}

/** Sends all rays of the sites `from` … `to` and stores what they meet. */
export function gatherHits(g: Gathering, from: number, to: number): void {
  const tracer = createHitTracer(g)
  for (let site = from; site < to; site++) tracer.add(site, 0, TRIAL)
  tracer.flush()
  for (let site = from; site < to; site++) {
    if (judgeSite(g, site) === STANDING.full) tracer.add(site, TRIAL, g.raysPerSite)
  }
  tracer.flush()
}

/** Judges a site by its trial rays; one that is not worth more gets the codes of the rays that it will not send. */
export function judgeSite(g: Gathering, site: number): number {
  const first = site * g.raysPerSite
  let [inside, open] = [0, 0]
  for (let ray = 0; ray < TRIAL; ray++) {
    const low = g.hits[first + ray]! & SITE_MASK
    if (low === INSIDE) inside++
    else if (low >= FIRST_SKY) open++
  }
  const verdict = inside > TRIAL * INSIDE_PART ? STANDING.inside : open === TRIAL ? STANDING.open : STANDING.full
  g.standing[site] = verdict
  if (verdict === STANDING.full) return verdict
  for (let ray = TRIAL; ray < g.raysPerSite; ray++) {
    g.hits[first + ray] = verdict === STANDING.inside ? INSIDE : g.hits[first + (ray % TRIAL)]!
  }
  return verdict
}

/** Collects rays of sites, sends them in batches and follows those that are bent. */
export function createHitTracer(g: Gathering) {
  const { scene, layout } = g
  const rays = new Float32Array(BATCH * 6)
  const found = new Uint32Array(BATCH)
  const where = new Float32Array(BATCH * 3)
  const siteOf = new Uint32Array(BATCH)
  const rayOf = new Uint16Array(BATCH)
  const viaOf = new Uint16Array(BATCH)
  /** Metres that the ray went straight on before its present segment. */
  const wentOf = new Float32Array(BATCH)
  const fan = createRayFan(layout, g.seed)
  const finder = createSiteFinder(layout, scene)
  const point = new Float64Array(2)
  const direction = new Float64Array(3)
  const normal = new Float64Array(3)
  let count = 0
  return { add, flush }

  /** Sends the rays `from` … `to` of a site, as far as they are wanted; some of them at the next flush. */
  function add(site: number, from: number, to: number, isWanted?: Uint8Array): void {
    fan.begin(site)
    for (let ray = from; ray < to; ray++) {
      if (isWanted && isWanted[ray] === 0) continue
      fan.write(ray, rays, count * 6)
      siteOf[count] = site
      rayOf[count] = ray
      viaOf[count] = 0
      wentOf[count] = 0
      if (++count === BATCH) flush()
    }
  }

  function flush(): void {
    for (let depth = 0; count > 0; depth++) {
      g.caster.closest(rays, count, found, where)
      let kept = 0
      for (let slot = 0; slot < count; slot++) {
        const code = settle(slot, depth)
        if (code >= 0) g.hits[siteOf[slot]! * g.raysPerSite + rayOf[slot]!] = code
        else keep(slot, kept++)
      }
      count = kept
    }
  }

  /** The code of a ray that is done; −1: it goes on, its new segment stands in its slot. */
  function settle(slot: number, depth: number): number {
    const at = slot * 6
    const via = viaOf[slot]!
    const triangle = found[slot]!
    if (triangle === NO_HIT) {
      if (via === 0 && crossesPortal(scene.portals, rays, at, wentOf[slot]!)) return SWALLOWED
      return packHit(skyCode(rays[at + 5]!), via)
    }
    const material = scene.materials[scene.triangleMaterial[triangle]!]!
    faceOf(scene, triangle, normal)
    const cosine = normal[0]! * rays[at + 3]! + normal[1]! * rays[at + 4]! + normal[2]! * rays[at + 5]!
    if (cosine > 0 && material.transmission === 0) return INSIDE
    const site = siteOf[slot]!
    const number = depth * 4096 + rayOf[slot]!
    const chance = sampleNumber(layout.siteKey[site]! ^ g.seed, STREAM.bend, number)
    const fate = bounceOff(material, Math.abs(cosine), chance)
    if (fate === 'end') {
      const met = finder.nearest(triangle, where[slot * 3 + 1]!, where[slot * 3 + 2]!)
      return met === NO_SITE ? SWALLOWED : packHit(met, via)
    }
    if (fate === 'lost' || depth === BENDS_MAX) return SWALLOWED
    const reach = where[slot * 3]!
    for (let k = 0; k < 3; k++) rays[at + k]! += rays[at + 3 + k]! * reach
    if (fate === 'pass') {
      for (let k = 0; k < 3; k++) rays[at + k]! += rays[at + 3 + k]! * LIFT
      wentOf[slot]! += reach + LIFT
      return -1
    }
    bend(at, cosine, Math.max(LEAST_INDIRECT_ROUGHNESS, material.roughness), site, number)
    if (via <= BENT) viaOf[slot] = fate === 'metal' ? viaMetal(scene.triangleMaterial[triangle]!) : BENT
    return -1
  }

  /** Mirrors the ray at a facet of the rough surface. */
  function bend(at: number, cosine: number, roughness: number, site: number, number: number): void {
    const side = cosine > 0 ? -1 : 1
    const alpha = roughness * roughness
    const key = layout.siteKey[site]! ^ g.seed
    const first = sampleNumber(key, STREAM.bend, number + 1024)
    // A facet drawn from the GGX distribution of normals, as a point of the cosine-weighted disk.
    point[0] = 1 - (1 - first) / (1 + (alpha * alpha - 1) * first)
    point[1] = sampleNumber(key, STREAM.bend, number + 2048)
    cosineDirection(point, normal[0]! * side, normal[1]! * side, normal[2]! * side, direction)
    const along = direction[0]! * rays[at + 3]! + direction[1]! * rays[at + 4]! + direction[2]! * rays[at + 5]!
    let out = 0
    for (let k = 0; k < 3; k++) {
      rays[at + 3 + k]! -= 2 * along * direction[k]!
      out += rays[at + 3 + k]! * normal[k]! * side
    }
    // Below the surface: as if it met the facet's other slope.
    if (out < 0) for (let k = 0; k < 3; k++) rays[at + 3 + k]! -= 2 * out * normal[k]! * side
    for (let k = 0; k < 3; k++) rays[at + k]! += normal[k]! * side * LIFT
  }

  function keep(slot: number, kept: number): void {
    if (slot === kept) return
    rays.copyWithin(kept * 6, slot * 6, slot * 6 + 6)
    siteOf[kept] = siteOf[slot]!
    rayOf[kept] = rayOf[slot]!
    viaOf[kept] = viaOf[slot]!
    wentOf[kept] = wentOf[slot]!
  }
}

/** Unit normal of a triangle by its winding. */
export function faceOf(scene: TraceScene, triangle: number, out: Float64Array): void {
  const { positions: p, indices } = scene
  const a = indices[triangle * 3]! * 3
  const b = indices[triangle * 3 + 1]! * 3
  const c = indices[triangle * 3 + 2]! * 3
  const ux = p[b]! - p[a]!
  const uy = p[b + 1]! - p[a + 1]!
  const uz = p[b + 2]! - p[a + 2]!
  const vx = p[c]! - p[a]!
  const vy = p[c + 1]! - p[a + 1]!
  const vz = p[c + 2]! - p[a + 2]!
  const x = uy * vz - uz * vy
  const y = uz * vx - ux * vz
  const z = ux * vy - uy * vx
  const length = Math.sqrt(x * x + y * y + z * z) || 1
  out[0] = x / length
  out[1] = y / length
  out[2] = z / length
}

import type { Bake } from '../bake/bake.ts'
import type { BakeLayout } from '../bake/layout/bake-layout.ts'
import { createSiteBlend, createSiteFinder } from '../bake/layout/find-site.ts'
import { sharedFloats } from '../bake/shared-array.ts'
import { RAY_OFFSET } from '../trace/path-tracer.ts'
import { NO_HIT } from '../trace/ray-caster.ts'
import { createSampleSequence } from '../trace/sample-sequence.ts'
import { createScatter } from '../trace/scatter.ts'
import type { OpenScene } from '../trace/share-scene.ts'
import { meetsSun, skyRadiance } from '../trace/sky.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import { GLASS_REFLECTANCE, passThinSheet, schlick } from '../trace/thin-sheet.ts'

/** What a thread needs of a bake to show it quickly. */
export type QuickLight = {
  readonly layout: BakeLayout
  /** Irradiance but for the sun's, klx, three a site. */
  readonly unsunned: Float32Array
  /** Irradiance per unit of the sun's, one a site. */
  readonly sun: Float32Array
}

export function quickLightOf({ scene, layout, light, rays }: Bake): QuickLight {
  const irradiance = scene.daylight.sun?.irradiance ?? [0, 0, 0]
  const unsunned = sharedFloats(light.all.length)
  for (let at = 0; at < unsunned.length; at++) {
    const site = Math.floor(at / 3)
    const rest = light.all[at]! - rays.sun[site]! * irradiance[at % 3]!
    unsunned[at] = light.all[site * 3]! < 0 ? -1 : Math.max(light.soft[at]!, rest)
  }
  return { layout, unsunned, sun: rays.sun }
}

export type QuickTracer = {
  /**
   * Radiance along rays. @param rays Origin and direction, six numbers a ray. @param seeds Per ray. @param sample Its number.
   * @param into Mutated: linear rgb per ray, kcd/m². @param met Mutated: per ray, the first thing met that is not glass, and the
   * way it faces: equal within one smooth face of one thing; 0: nothing.
   */
  trace(
    rays: Float32Array,
    count: number,
    seeds: Int32Array,
    sample: number,
    into: Float32Array,
    met: Uint32Array,
  ): void
}

const BATCH = 2048
/** Sheets of glass and mirrors on the way at most. */
const STEPS = 5
/** Surfaces whose gloss is wider show no reflections: it counts as scattered. */
const DULL = 0.42
/** Beyond all rooms, metres. */
const FAR = 1e4
const PAIRS = { sheet: 1, gloss: 2, count: 3 }

/**
 * What a bake knows, seen at once: scattered light as it is known, one reflection in what is glossy, glass as it lets pass, and a
 * shadow ray where the edge of the sun may lie. The path tracer's own surfaces; a twentieth of its work. What it leaves out: sharp
 * shadows of lamps (as fine as the bake's sites), and lamps in wide gloss.
 *
 * @param isMatte Shows scattered light alone, which looks the same from everywhere.
 */
export function createQuickTracer({ scene, caster }: OpenScene, light: QuickLight, isMatte = false): QuickTracer {
  const readSurface = createSurfaceReader(scene)
  const surface = createSurface()
  const scatter = createScatter()
  const sequence = createSampleSequence()
  const blend = createSiteBlend()
  const finder = createSiteFinder(light.layout, scene)
  const { daylight } = scene
  const way = new Float32Array(6 * BATCH)
  const hits = new Uint32Array(BATCH)
  const where = new Float32Array(3 * BATCH)
  const active = new Uint32Array(BATCH)
  const weight = new Float64Array(3 * BATCH)
  const reflected = new Uint8Array(BATCH)
  const shadowRays = new Float32Array(7 * BATCH)
  const shadowLight = new Float32Array(BATCH)
  const shadowGain = new Float64Array(3 * BATCH)
  const shadowPath = new Uint32Array(BATCH)
  const color = new Float64Array(3)
  const factor = new Float64Array(3)
  const direction = new Float64Array(3)
  const at = new Float64Array(3)
  let shadows = 0
  let sunShare = 0

  return {
    trace(rays, count, seeds, sample, into, met) {
      for (let start = 0; start < count; start += BATCH) {
        const size = Math.min(BATCH, count - start)
        way.set(rays.subarray(6 * start, 6 * (start + size)))
        const out = into.subarray(3 * start, 3 * (start + size))
        out.fill(0)
        traceBatch(size, seeds.subarray(start, start + size), sample, out, met.subarray(start, start + size))
      }
    },
  }

  function traceBatch(size: number, seeds: Int32Array, sample: number, out: Float32Array, met: Uint32Array): void {
    weight.fill(1, 0, 3 * size)
    reflected.fill(0, 0, size)
    met.fill(0)
    for (let path = 0; path < size; path++) active[path] = path
    let running = size
    for (let step = 0; step < STEPS && running > 0; step++) {
      caster.closest(way, running, hits, where)
      shadows = 0
      let kept = 0
      for (let slot = 0; slot < running; slot++) {
        const path = active[slot]!
        if (!advance(slot, path, seeds[path]!, sample, step, out, met)) continue
        active[kept] = path
        way.set(at, 6 * kept)
        way.set(direction, 6 * kept + 3)
        kept++
      }
      running = kept
      castShadows(out)
    }
  }

  /** @returns Whether the path goes on, with its ray in `at` and `direction`. */
  function advance(
    slot: number,
    path: number,
    seed: number,
    sample: number,
    step: number,
    out: Float32Array,
    met: Uint32Array,
  ): boolean {
    const dx = way[6 * slot + 3]!
    const dy = way[6 * slot + 4]!
    const dz = way[6 * slot + 5]!
    if (hits[slot] === NO_HIT) {
      skyRadiance(daylight, dz, color)
      const sun = !reflected[path] && meetsSun(daylight, dx, dy, dz) ? FAR : 0
      for (let channel = 0; channel < 3; channel++)
        out[3 * path + channel]! += weight[3 * path + channel]! * (color[channel]! + sun)
      return false
    }
    const b = where[3 * slot + 1]!
    const c = where[3 * slot + 2]!
    readSurface(hits[slot]!, b, c, dx, dy, dz, surface)
    const { material, facing } = surface
    if (material.transmission > 0 && passes(path, seed, sample, step, dx, dy, dz)) return true
    if (met[path] === 0) met[path] = faceKey()
    if (surface.isFront) addLight(path, material.emission, out)
    scatter.prepare(surface, dx, dy, dz, 0)
    const { diffuse, mirrored } = scatter
    const isGlossy = !isMatte && !reflected[path] && material.roughness < DULL && scatter.mirrorChance > 0
    for (let axis = 0; axis < 3; axis++) at[axis] = surface.position[axis]! + RAY_OFFSET * facing[axis]!
    readLight(hits[slot]!, b, c)
    for (let channel = 0; channel < 3; channel++) {
      factor[channel] = (diffuse[channel]! + (isGlossy || isMatte ? 0 : mirrored[channel]!)) / Math.PI
      out[3 * path + channel]! += weight[3 * path + channel]! * factor[channel]! * color[channel]!
    }
    if (sunShare > 0) askSun(path)
    return isGlossy && reflect(path, seed, sample, step)
  }

  function passes(
    path: number,
    seed: number,
    sample: number,
    step: number,
    dx: number,
    dy: number,
    dz: number,
  ): boolean {
    const { material, facing } = surface
    const cosine = Math.min(1, Math.abs(facing[0]! * dx + facing[1]! * dy + facing[2]! * dz))
    const passed = passThinSheet(material.transmission, cosine)
    const chance =
      passed / (passed + schlick(GLASS_REFLECTANCE, cosine) + (1 - material.transmission) * material.roughness)
    sequence.draw(seed, sample, PAIRS.count * step + PAIRS.sheet)
    const goesOn = sequence.first < chance
    for (let channel = 0; channel < 3; channel++)
      weight[3 * path + channel]! *= goesOn ? passed / chance : 1 / (1 - chance)
    if (!goesOn) return false
    for (let axis = 0; axis < 3; axis++) at[axis] = surface.position[axis]! - RAY_OFFSET * facing[axis]!
    direction[0] = dx
    direction[1] = dy
    direction[2] = dz
    return true
  }

  /** One number for one thing and one way to face, in steps of an eighth. */
  function faceKey(): number {
    const { facing, instance, material } = surface
    const part = (value: number) => Math.round((value + 1) * 4)
    const turn = part(facing[0]!) * 81 + part(facing[1]!) * 9 + part(facing[2]!)
    return 1 + turn + 729 * ((instance * 7 + Math.round(material.albedo[0] * 5)) % 4_000_000)
  }

  function addLight(path: number, light: ArrayLike<number>, out: Float32Array): void {
    for (let channel = 0; channel < 3; channel++)
      out[3 * path + channel]! += weight[3 * path + channel]! * light[channel]!
  }

  /** Known irradiance into `color`, and how much of the sun the sites round it see. */
  function readLight(triangle: number, b: number, c: number): void {
    finder.blend(triangle, b, c, blend)
    let [red, green, blue, sum] = [0, 0, 0, 0]
    sunShare = 0
    for (let k = 0; k < blend.count; k++) {
      const site = blend.sites[k]!
      if (light.unsunned[site * 3]! < 0) continue
      const share = blend.weights[k]!
      sum += share
      red += share * light.unsunned[site * 3]!
      green += share * light.unsunned[site * 3 + 1]!
      blue += share * light.unsunned[site * 3 + 2]!
      sunShare = Math.max(sunShare, light.sun[site]!)
    }
    const scale = sum > 0 ? 1 / sum : 0
    color[0] = red * scale
    color[1] = green * scale
    color[2] = blue * scale
  }

  function askSun(path: number): void {
    const { direction: toSun, irradiance } = daylight.sun!
    const { normal } = surface
    const cosine = normal[0]! * toSun[0] + normal[1]! * toSun[1] + normal[2]! * toSun[2]
    if (cosine <= 0) return
    shadowRays.set(at, 7 * shadows)
    shadowRays.set(toSun, 7 * shadows + 3)
    shadowRays[7 * shadows + 6] = FAR
    shadowPath[shadows] = path
    for (let channel = 0; channel < 3; channel++)
      shadowGain[3 * shadows + channel] = weight[3 * path + channel]! * factor[channel]! * irradiance[channel]! * cosine
    shadows++
  }

  function castShadows(out: Float32Array): void {
    if (shadows === 0) return
    caster.passing(shadowRays, shadows, shadowLight)
    for (let shadow = 0; shadow < shadows; shadow++)
      for (let channel = 0; channel < 3; channel++)
        out[3 * shadowPath[shadow]! + channel]! += shadowLight[shadow]! * shadowGain[3 * shadow + channel]!
  }

  /** What the surface mirrors is followed once; further mirrors show their known light. */
  function reflect(path: number, seed: number, sample: number, step: number): boolean {
    scatter.diffuse.fill(0)
    scatter.mirrorChance = 1
    sequence.draw(seed, sample, PAIRS.count * step + PAIRS.gloss)
    if (scatter.sample(0, sequence.first, sequence.second, direction, factor) === 0) return false
    for (let channel = 0; channel < 3; channel++) weight[3 * path + channel]! *= factor[channel]!
    reflected[path] = 1
    return true
  }
}

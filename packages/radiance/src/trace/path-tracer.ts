import type { TraceScene } from '../scene/trace-scene.ts'
import { glossWidth, scattering } from './gloss.ts'
import { createLightSample, createLights } from './lights.ts'
import { NO_HIT, type RayCaster } from './ray-caster.ts'
import { createSampleSequence } from './sample-sequence.ts'
import { createScatter } from './scatter.ts'
import { meetsSun, skyRadiance } from './sky.ts'
import { createSunlitPoints } from './sunlit-points.ts'
import { createSurface, createSurfaceReader } from './surface.ts'
import { GLASS_REFLECTANCE, passThinSheet, schlick } from './thin-sheet.ts'

export type PathOptions = {
  /**
   * The most that light of two and more bounces adds to one path, kcd/m², so that no single path leaves a bright speck; where
   * light is known, what is met in a gloss. Infinite: nothing is cut, and means stay exact.
   */
  readonly limit: number
  /** Surfaces that a path may meet, sheets of glass included. */
  readonly maxSteps: number
  /** Light that is known already: paths end where they are scattered. Absent: paths go on. */
  readonly knownLight?: KnownLight
}

/** Light found beforehand, at a place of a triangle (second and third barycentric coordinates). */
export type KnownLight = {
  /** Irradiance but for that straight from lamps and sun, klx. @param into Mutated: rgb. */
  readSoft(triangle: number, b: number, c: number, into: Float64Array): void
  /** All irradiance, klx. @param into Mutated: rgb. */
  readAll(triangle: number, b: number, c: number, into: Float64Array): void
}

export const defaultPathOptions: PathOptions = { limit: Number.POSITIVE_INFINITY, maxSteps: 64 }

/**
 * Radiance along rays, by paths: light is looked for at every surface (lamps, windows, the sun, patches in
 * the sun) and found by chance as well, both weighed by the power heuristic. What differs from nature, on purpose:
 *
 * - after a first scattering surfaces count as no smoother than `LEAST_INDIRECT_ROUGHNESS`, so caustics of mirrors and
 *   chrome are soft instead of specks;
 * - `PathOptions.limit`.
 */
export type PathTracer = {
  /**
   * @param rays Origin and direction, six numbers a ray. @param seeds Per path, of its pixel. @param samples Per path, its
   * number in the pixel. @param into Mutated: linear rgb per path, kcd/m².
   */
  trace(rays: Float32Array, count: number, seeds: Int32Array, samples: Uint32Array, into: Float32Array): void
}

export const LEAST_INDIRECT_ROUGHNESS = 0.5
/** Paths at once. */
const BATCH = 1024
/** Shadow rays of a path and step: lamps, portals, sun, a place in the sun. */
const SHADOWS = 4
/** Metres off the surface at which rays start. */
export const RAY_OFFSET = 1e-4
/** Metres before a lamp at which shadow rays end. */
const LAMP_GAP = 3e-4
/** Numbers drawn per step, in pairs. */
const PAIRS = { scatter: 0, choice: 1, lamp: 2, picks: 3, portal: 4, sun: 5, sheet: 6, place: 7, count: 8 }
/** Pairs before that belong to the camera. */
const FIRST_PAIR = 1
/** Scatterings before roulette begins. */
const SURE_DEPTH = 3
/** Sheets rougher than this blur what is seen through them. */
const FROSTED = 0.2

export function createPathTracer(scene: TraceScene, caster: RayCaster, options: Partial<PathOptions> = {}): PathTracer {
  const { limit, maxSteps, knownLight } = { ...defaultPathOptions, ...options }
  const readSurface = createSurfaceReader(scene)
  const lights = createLights(scene)
  const sunlit = knownLight ? undefined : createSunlitPoints(scene, caster, LEAST_INDIRECT_ROUGHNESS)
  const surface = createSurface()
  const scatter = createScatter()
  const light = createLightSample()
  const sequence = createSampleSequence()
  const { daylight } = scene
  /** Light met after more scatterings than these is cut by `limit`. */
  const lastUncut = knownLight ? 0 : 1

  const way = new Float32Array(6 * BATCH)
  const hits = new Uint32Array(BATCH)
  const where = new Float32Array(3 * BATCH)
  /** Of the paths that still run. */
  const active = new Uint32Array(BATCH)
  const weight = new Float64Array(3 * BATCH)
  const found = new Float64Array(3 * BATCH)
  /** Light of two and more bounces, which `limit` cuts. */
  const foundLater = new Float64Array(3 * BATCH)
  /** Probability per steradian with which the last scattering chose its direction; infinite: camera or mirror. */
  const density = new Float64Array(BATCH)
  const lastPosition = new Float64Array(3 * BATCH)
  const lastNormal = new Float64Array(3 * BATCH)
  /** How often the path was scattered. */
  const depth = new Uint8Array(BATCH)
  const shadowRays = new Float32Array(7 * SHADOWS * BATCH)
  const shadowLight = new Float32Array(SHADOWS * BATCH)
  const shadowGain = new Float64Array(3 * SHADOWS * BATCH)
  const shadowPath = new Uint32Array(SHADOWS * BATCH)
  let shadowCount = 0
  /** Barycentric coordinates of the surface. */
  let [hitB, hitC] = [0, 0]
  const color = new Float64Array(3)
  const factor = new Float64Array(3)
  const direction = new Float64Array(3)
  const at = new Float64Array(3)
  const facing = new Float64Array(3)
  const from = new Float64Array(3)
  let pathSeeds: Int32Array = new Int32Array(0)
  let pathSamples: Uint32Array = new Uint32Array(0)

  /** What is asked for light at each place. */
  const kinds: ((path: number, step: number, isAlone: boolean) => void)[] = []
  if (lights.hasLamps) kinds.push(lookForLamps)
  if (lights.hasPortals && !knownLight) kinds.push(lookForSky)
  if (lights.hasSun) kinds.push(lookForSun)
  if (sunlit && !sunlit.isEmpty) kinds.push(lookForPlaces)

  return {
    trace(rays, count, seeds, samples, into) {
      for (let start = 0; start < count; start += BATCH) {
        const size = Math.min(BATCH, count - start)
        way.set(rays.subarray(6 * start, 6 * (start + size)))
        pathSeeds = seeds.subarray(start, start + size)
        pathSamples = samples.subarray(start, start + size)
        traceBatch(size)
        for (let path = 0; path < size; path++) gather(path, into, 3 * (start + path))
      }
    },
  }

  function traceBatch(size: number): void {
    weight.fill(1, 0, 3 * size)
    found.fill(0, 0, 3 * size)
    foundLater.fill(0, 0, 3 * size)
    density.fill(Number.POSITIVE_INFINITY, 0, size)
    depth.fill(0, 0, size)
    for (let path = 0; path < size; path++) active[path] = path
    let running = size
    for (let step = 0; step < maxSteps && running > 0; step++) {
      caster.closest(way, running, hits, where)
      shadowCount = 0
      let kept = 0
      for (let slot = 0; slot < running; slot++) {
        const path = active[slot]!
        if (!advance(slot, path, step)) continue
        // The next ray was left in `at` and `direction`.
        active[kept] = path
        way.set(at, 6 * kept)
        way.set(direction, 6 * kept + 3)
        kept++
      }
      running = kept
      castShadows()
    }
  }

  function castShadows(): void {
    caster.passing(shadowRays, shadowCount, shadowLight)
    for (let shadow = 0; shadow < shadowCount; shadow++) {
      const arrived = shadowLight[shadow]!
      if (arrived === 0) continue
      const coded = shadowPath[shadow]!
      const target = coded & 1 ? foundLater : found
      const path = coded >>> 1
      for (let channel = 0; channel < 3; channel++)
        target[3 * path + channel]! += arrived * shadowGain[3 * shadow + channel]!
    }
  }

  function gather(path: number, into: Float32Array, to: number): void {
    const later = Math.max(foundLater[3 * path]!, foundLater[3 * path + 1]!, foundLater[3 * path + 2]!)
    const cut = later > limit ? limit / later : 1
    for (let channel = 0; channel < 3; channel++)
      into[to + channel] = found[3 * path + channel]! + cut * foundLater[3 * path + channel]!
  }

  /** One path meets what its ray hit. @returns Whether it goes on, with the ray in `at` and `direction`. */
  function advance(slot: number, path: number, step: number): boolean {
    const [dx, dy, dz] = [way[6 * slot + 3]!, way[6 * slot + 4]!, way[6 * slot + 5]!]
    if (hits[slot] === NO_HIT) {
      addOutside(path, dx, dy, dz)
      return false
    }
    hitB = where[3 * slot + 1]!
    hitC = where[3 * slot + 2]!
    readSurface(hits[slot]!, hitB, hitC, dx, dy, dz, surface)
    facing.set(surface.facing)
    const { emission, transmission } = surface.material
    if (surface.isFront && (emission[0] > 0 || emission[1] > 0 || emission[2] > 0)) addLamp(path, dx, dy, dz)
    return transmission > 0 ? meetSheet(path, step, dx, dy, dz) : meetSolid(path, step, dx, dy, dz)
  }

  function addOutside(path: number, dx: number, dy: number, dz: number): void {
    const drawn = density[path]!
    const isSharp = drawn === Number.POSITIVE_INFINITY
    lastPoint(path)
    skyRadiance(daylight, dz, color)
    const other = isSharp || !lights.hasPortals || knownLight ? 0 : lights.portalDensity(at, direction, dx, dy, dz)
    add(path, color, isSharp ? 1 : heuristic(drawn, other))
    if (!meetsSun(daylight, dx, dy, dz)) return
    for (let channel = 0; channel < 3; channel++)
      color[channel] = daylight.sun!.irradiance[channel]! * lights.sunDensity
    add(path, color, isSharp ? 1 : heuristic(drawn, lights.sunDensity))
  }

  function addLamp(path: number, dx: number, dy: number, dz: number): void {
    const drawn = density[path]!
    color.set(surface.material.emission)
    if (drawn === Number.POSITIVE_INFINITY) {
      add(path, color, 1)
      return
    }
    lastPoint(path)
    const { position } = surface
    const distance = Math.hypot(position[0]! - at[0]!, position[1]! - at[1]!, position[2]! - at[2]!)
    const cosine = -(facing[0]! * dx + facing[1]! * dy + facing[2]! * dz)
    add(path, color, heuristic(drawn, lights.lampDensity(at, direction, surface.triangle, distance, cosine)))
  }

  /** The place of the last scattering into `at`, its normal into `direction`. */
  function lastPoint(path: number): void {
    for (let axis = 0; axis < 3; axis++) {
      at[axis] = lastPosition[3 * path + axis]!
      direction[axis] = lastNormal[3 * path + axis]!
    }
  }

  function add(path: number, light: Float64Array, share: number): void {
    const target = depth[path]! > lastUncut ? foundLater : found
    for (let channel = 0; channel < 3; channel++)
      target[3 * path + channel]! += weight[3 * path + channel]! * light[channel]! * share
  }

  /** A thin sheet lets pass, or treats light like a solid. */
  function meetSheet(path: number, step: number, dx: number, dy: number, dz: number): boolean {
    const { material, albedo } = surface
    const cosine = Math.min(1, Math.abs(facing[0]! * dx + facing[1]! * dy + facing[2]! * dz))
    const passed = passThinSheet(material.transmission, cosine)
    const mirrored = schlick(GLASS_REFLECTANCE, cosine)
    const stays = mirrored + scattering(material) * Math.max(albedo[0]!, albedo[1]!, albedo[2]!) * (1 - mirrored)
    const chance = passed / (passed + stays)
    draw(path, step, PAIRS.sheet)
    const passes = sequence.first < chance
    scale(path, passes ? passed / chance : 1 / (1 - chance))
    if (!passes) return meetSolid(path, step, dx, dy, dz)
    leave(-1)
    direction[0] = dx
    direction[1] = dy
    direction[2] = dz
    if (material.roughness > FROSTED && depth[path] === 0) blur(path, step, material.roughness)
    return true
  }

  /** Bends the ray that goes on, as frosted glass does. */
  function blur(path: number, step: number, roughness: number): void {
    draw(path, step, PAIRS.scatter)
    const [z, turn] = [2 * sequence.first - 1, 2 * Math.PI * sequence.second]
    const width = glossWidth(roughness)
    const flat = width * Math.sqrt(1 - z * z)
    direction[0]! += flat * Math.cos(turn)
    direction[1]! += flat * Math.sin(turn)
    direction[2]! += width * z
    const length = Math.hypot(direction[0]!, direction[1]!, direction[2]!)
    for (let axis = 0; axis < 3; axis++) direction[axis]! /= length
  }

  /** Looks for light and goes on in a direction of its own. */
  function meetSolid(path: number, step: number, dx: number, dy: number, dz: number): boolean {
    scatter.prepare(surface, dx, dy, dz, depth[path]! > 0 ? LEAST_INDIRECT_ROUGHNESS : 0)
    leave(1)
    if (knownLight) return endAt(knownLight, path, step)
    if (!scatter.isSharp || scatter.mirrorChance < 1) lookForLight(path, step)
    draw(path, step, PAIRS.choice)
    const [choice, survival] = [sequence.first, sequence.second]
    draw(path, step, PAIRS.scatter)
    const drawn = scatter.sample(choice, sequence.first, sequence.second, direction, factor)
    if (drawn === 0) return false
    for (let channel = 0; channel < 3; channel++) weight[3 * path + channel]! *= factor[channel]!
    density[path] = drawn
    if (drawn === Number.POSITIVE_INFINITY) return true
    depth[path]!++
    for (let axis = 0; axis < 3; axis++) {
      lastPosition[3 * path + axis] = surface.position[axis]!
      lastNormal[3 * path + axis] = surface.normal[axis]!
    }
    return depth[path]! < SURE_DEPTH || survive(path, survival)
  }

  /**
   * Takes the scattered light from what is known; only what the surface mirrors is followed, once. Seen at first hand, lamps
   * and sun get shadow rays of their own; in a gloss the known light is good enough.
   */
  function endAt(known: KnownLight, path: number, step: number): boolean {
    const { diffuse, mirrored } = scatter
    if (depth[path]! > 0) {
      known.readAll(surface.triangle, hitB, hitC, color)
      for (let channel = 0; channel < 3; channel++)
        color[channel]! *= (diffuse[channel]! + mirrored[channel]!) / Math.PI
      add(path, color, 1)
      return false
    }
    known.readSoft(surface.triangle, hitB, hitC, color)
    for (let channel = 0; channel < 3; channel++) color[channel]! *= diffuse[channel]! / Math.PI
    add(path, color, 1)
    const isDull = scatter.mirrorChance === 0
    scatter.mirrorChance = 1
    lookForLight(path, step, isDull || scatter.isSharp)
    if (isDull) return false
    diffuse.fill(0)
    draw(path, step, PAIRS.scatter)
    const drawn = scatter.sample(0, sequence.first, sequence.second, direction, factor)
    if (drawn === 0) return false
    for (let channel = 0; channel < 3; channel++) weight[3 * path + channel]! *= factor[channel]!
    density[path] = drawn
    if (drawn === Number.POSITIVE_INFINITY) return true
    depth[path]!++
    for (let axis = 0; axis < 3; axis++) {
      lastPosition[3 * path + axis] = surface.position[axis]!
      lastNormal[3 * path + axis] = surface.normal[axis]!
    }
    return true
  }

  /** Russian roulette: weak paths end early, the survivors stand for them. */
  function survive(path: number, random: number): boolean {
    const strongest = Math.max(weight[3 * path]!, weight[3 * path + 1]!, weight[3 * path + 2]!)
    const chance = Math.min(0.95, strongest)
    if (random >= chance) return false
    scale(path, 1 / chance)
    return true
  }

  /** @param isAlone No path finds these lights by chance: they count in full. */
  function lookForLight(path: number, step: number, isAlone = false): void {
    for (const look of kinds) look(path, step, isAlone)
  }

  function lookForLamps(path: number, step: number, isAlone: boolean): void {
    draw(path, step, PAIRS.picks)
    const pick = sequence.first
    draw(path, step, PAIRS.lamp)
    const { position, normal } = surface
    if (lights.sampleLamps(position, normal, pick, sequence.first, sequence.second, light)) ask(path, isAlone)
  }

  function lookForSky(path: number, step: number, isAlone: boolean): void {
    draw(path, step, PAIRS.picks)
    const pick = sequence.second
    draw(path, step, PAIRS.portal)
    const { position, normal } = surface
    if (lights.samplePortals(position, normal, pick, sequence.first, sequence.second, light)) ask(path, isAlone)
  }

  function lookForSun(path: number, step: number, isAlone: boolean): void {
    draw(path, step, PAIRS.sun)
    if (!lights.sampleSun(surface.normal, sequence.first, sequence.second, light)) return
    ask(path, isAlone, shareOfSun(path))
  }

  function lookForPlaces(path: number, step: number, isAlone: boolean): void {
    draw(path, step, PAIRS.place)
    if (sunlit!.sample(surface.position, surface.normal, sequence.first, light)) ask(path, isAlone)
  }

  /** The part of the sun's light that counts here: from the path's last place this one may have been drawn as sunlit. */
  function shareOfSun(path: number): number {
    const drawn = density[path]!
    if (!sunlit || drawn === Number.POSITIVE_INFINITY) return 1
    for (let axis = 0; axis < 3; axis++) from[axis] = lastPosition[3 * path + axis]!
    return heuristic(drawn, sunlit.density(from, surface, facing))
  }

  /** Notes a shadow ray to the light that was drawn, with what it brings if it arrives. @param part Of it that counts. */
  function ask(path: number, isAlone = false, part = 1): void {
    const [lx, ly, lz] = [light.direction[0]!, light.direction[1]!, light.direction[2]!]
    const drawn = scatter.evaluate(lx, ly, lz, factor)
    if (drawn === 0 && !(isAlone && factor[0]! + factor[1]! + factor[2]! > 0)) return
    const share = (part * (isAlone ? 1 : heuristic(light.density, drawn))) / light.density
    shadowRays.set(at, 7 * shadowCount)
    shadowRays.set(light.direction, 7 * shadowCount + 3)
    shadowRays[7 * shadowCount + 6] = light.distance - LAMP_GAP
    shadowPath[shadowCount] = 2 * path + (depth[path]! > 0 ? 1 : 0)
    for (let channel = 0; channel < 3; channel++)
      shadowGain[3 * shadowCount + channel] =
        weight[3 * path + channel]! * factor[channel]! * light.radiance[channel]! * share
    shadowCount++
  }

  /** Into `at`: where a ray leaves the surface, on the near side (1) or the far one (−1). */
  function leave(side: 1 | -1): void {
    for (let axis = 0; axis < 3; axis++) at[axis] = surface.position[axis]! + side * RAY_OFFSET * facing[axis]!
  }

  function draw(path: number, step: number, pair: number): void {
    sequence.draw(pathSeeds[path]!, pathSamples[path]!, FIRST_PAIR + PAIRS.count * step + pair)
  }

  function scale(path: number, by: number): void {
    for (let channel = 0; channel < 3; channel++) weight[3 * path + channel]! *= by
  }
}

/** Weight of a sample that another technique might have found too (Veach's power heuristic). */
const heuristic = (own: number, other: number): number => (own * own) / (own * own + other * other)

import type { TraceScene } from '../scene/trace-scene.ts'
import type { LightSample } from './lights.ts'
import { NO_HIT, type RayCaster } from './ray-caster.ts'
import { createSampleSequence } from './sample-sequence.ts'
import { createScatter } from './scatter.ts'
import { createSurface, createSurfaceReader, type Surface } from './surface.ts'
import { passThinSheet } from './thin-sheet.ts'

/**
 * Where the sun's beams through the windows end. A patch of sun on a floor lights a room more than the sky does, and paths
 * find it seldom by chance; here it is sampled like a lamp.
 */
export type SunlitPoints = {
  readonly isEmpty: boolean
  /** Draws one of the places, as seen from a lit point. @param pick Random, 0 … 1. @returns False: it faces away. */
  sample(at: Float64Array, normal: Float64Array, pick: number, into: LightSample): boolean
  /** Probability per steradian with which `sample` draws what a ray from `at` has hit; 0: no beam ends there. */
  density(at: Float64Array, hit: Surface, hitFacing: Float64Array): number
}

/** Beams; enough that their pattern is finer than the noise of thousands of paths. */
const BEAMS = 16384
const SEED = 29
/** How far outside its portal a beam starts and how much wider it is, metres: reveals and sills are lit as well. */
const MARGIN = 0.35
const MOST_SHEETS = 8
/** Sun that only grazes a window, by the cosine to its normal, is left to chance. */
const LEAST_SLOPE = 0.02

/** The sun's light where a beam ends. */
type Place = {
  readonly surface: Surface
  /** Irradiance across the beam, klx. */
  readonly light: readonly number[]
  /** Cosine between the facing and the sun, times the number of gates whose beams end here. */
  readonly beams: number
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!

/** @param leastRoughness As which smoother places count, like everything that paths meet after a scattering. */
export function createSunlitPoints(scene: TraceScene, caster: RayCaster, leastRoughness: number): SunlitPoints {
  const { sun } = scene.daylight
  const gates = sun ? openGates(scene) : []
  const area = gates.reduce((sum, gate) => sum + gate.area, 0)
  const places = sun && area > 0 ? castBeams(scene, caster, gates, area) : []
  const scatter = createScatter()
  /** Per m² of a surface that faces the sun. */
  const thickness = places.length > 0 ? BEAMS / (area * places.length) : 0

  return {
    isEmpty: places.length === 0,
    sample(at, normal, pick, into) {
      const { surface, light, beams } = places[Math.min(places.length - 1, Math.floor(pick * places.length))]!
      const { direction, radiance } = into
      for (let axis = 0; axis < 3; axis++) direction[axis] = surface.position[axis]! - at[axis]!
      const square = dot(direction, direction)
      const distance = Math.sqrt(square)
      for (let axis = 0; axis < 3; axis++) direction[axis]! /= distance
      const cosine = -dot(direction, surface.facing)
      if (!(cosine > 1e-4 && distance > 1e-3 && dot(direction, normal) > 0)) return false
      into.distance = distance
      into.density = (thickness * beams * square) / cosine
      const [x, y, z] = sun!.direction
      scatter.prepare(surface, direction[0]!, direction[1]!, direction[2]!, leastRoughness)
      scatter.evaluate(x, y, z, radiance)
      for (let channel = 0; channel < 3; channel++) radiance[channel]! *= light[channel]!
      return true
    },
    density(at, hit, hitFacing) {
      if (places.length === 0 || hit.material.transmission > 0) return 0
      const beams = dot(hitFacing, sun!.direction) * countGates(gates, hit.position, hitFacing, sun!.direction)
      if (!(beams > 0)) return 0
      let square = 0
      let toward = 0
      for (let axis = 0; axis < 3; axis++) {
        const step = at[axis]! - hit.position[axis]!
        square += step * step
        toward += step * hitFacing[axis]!
      }
      return toward > 0 ? (thickness * beams * square * Math.sqrt(square)) / toward : 0
    },
  }
}

type Gate = {
  readonly corner: readonly number[]
  readonly edgeA: readonly number[]
  readonly edgeB: readonly number[]
  readonly inward: readonly number[]
  /** Along `inward`, where the room begins. */
  readonly inside: number
  /** Across the beam, m². */
  readonly area: number
}

/** Portals that the sun shines into, moved towards it, so that nothing changes but the start, and widened. */
function openGates({ portals, daylight }: TraceScene): Gate[] {
  const { direction } = daylight.sun!
  return portals.flatMap(({ corner, edgeA, edgeB, inward }) => {
    const slope = -dot(inward, direction)
    if (slope < LEAST_SLOPE) return []
    const [a, b] = [Math.hypot(...edgeA), Math.hypot(...edgeB)]
    const [width, height] = [a + 2 * MARGIN, b + 2 * MARGIN]
    return {
      corner: corner.map(
        (value, axis) => value + MARGIN * (direction[axis]! / slope - edgeA[axis]! / a - edgeB[axis]! / b),
      ),
      edgeA: edgeA.map((value) => (value * width) / a),
      edgeB: edgeB.map((value) => (value * height) / b),
      inward,
      inside: dot(corner, inward),
      area: slope * width * height,
    }
  })
}

/** Gates whose beams end at a place, but for the house's front: what lies outside and faces outwards is seen from no room. */
function countGates(gates: readonly Gate[], at: Float64Array, facing: Float64Array, toSun: ArrayLike<number>): number {
  let count = 0
  for (const gate of gates) {
    const isFront = dot(facing, gate.inward) < -0.7 && dot(at, gate.inward) < gate.inside
    if (!isFront && leadsThrough(gate, at, toSun)) count++
  }
  return count
}

function leadsThrough({ corner, edgeA, edgeB, inward }: Gate, at: Float64Array, toSun: ArrayLike<number>): boolean {
  const [x, y, z] = [corner[0]! - at[0]!, corner[1]! - at[1]!, corner[2]! - at[2]!]
  const distance = (x * inward[0]! + y * inward[1]! + z * inward[2]!) / dot(toSun, inward)
  if (!(distance > 0)) return false
  const [px, py, pz] = [distance * toSun[0]! - x, distance * toSun[1]! - y, distance * toSun[2]! - z]
  const a = (px * edgeA[0]! + py * edgeA[1]! + pz * edgeA[2]!) / dot(edgeA, edgeA)
  const b = (px * edgeB[0]! + py * edgeB[1]! + pz * edgeB[2]!) / dot(edgeB, edgeB)
  return a >= 0 && a <= 1 && b >= 0 && b <= 1
}

function castBeams(scene: TraceScene, caster: RayCaster, gates: readonly Gate[], area: number): Place[] {
  const { direction, irradiance } = scene.daylight.sun!
  const beams = new Float32Array(6 * BEAMS)
  const outward = new Float32Array(7 * BEAMS)
  const sequence = createSampleSequence()
  let gate = 0
  let before = 0
  for (let beam = 0; beam < BEAMS; beam++) {
    while (gate < gates.length - 1 && ((beam + 0.5) / BEAMS) * area > before + gates[gate]!.area)
      before += gates[gate++]!.area
    const { corner, edgeA, edgeB } = gates[gate]!
    sequence.draw(SEED, beam, 0)
    for (let axis = 0; axis < 3; axis++) {
      const start = corner[axis]! + sequence.first * edgeA[axis]! + sequence.second * edgeB[axis]!
      beams[6 * beam + axis] = outward[7 * beam + axis] = start
      beams[6 * beam + 3 + axis] = -direction[axis]!
      outward[7 * beam + 3 + axis] = direction[axis]!
    }
    outward[7 * beam + 6] = Number.POSITIVE_INFINITY
  }
  const strength = new Float32Array(BEAMS)
  caster.passing(outward, BEAMS, strength)
  return followBeams(scene, caster, gates, beams, strength, irradiance)
}

/** Lets each beam pass the sheets in its way; what it ends on is a place. */
function followBeams(
  scene: TraceScene,
  caster: RayCaster,
  gates: readonly Gate[],
  beams: Float32Array,
  strength: Float32Array,
  irradiance: readonly number[],
): Place[] {
  const { sun } = scene.daylight
  const readSurface = createSurfaceReader(scene)
  const hits = new Uint32Array(BEAMS)
  const where = new Float32Array(3 * BEAMS)
  const places: Place[] = []
  for (let sheet = 0; sheet < MOST_SHEETS; sheet++) {
    caster.closest(beams, BEAMS, hits, where)
    for (let beam = 0; beam < BEAMS; beam++) {
      if (strength[beam] === 0) continue
      const [dx, dy, dz] = [beams[6 * beam + 3]!, beams[6 * beam + 4]!, beams[6 * beam + 5]!]
      if (hits[beam] === NO_HIT) {
        strength[beam] = 0
        continue
      }
      const surface = createSurface()
      readSurface(hits[beam]!, where[3 * beam + 1]!, where[3 * beam + 2]!, dx, dy, dz, surface)
      const { material, facing, position } = surface
      const cosine = dot(facing, sun!.direction)
      if (material.transmission > 0) {
        strength[beam]! *= passThinSheet(material.transmission, Math.min(1, Math.max(0, cosine)))
        for (let axis = 0; axis < 3; axis++) beams[6 * beam + axis] = position[axis]! - 1e-4 * facing[axis]!
        continue
      }
      const ends = cosine * countGates(gates, position, facing, sun!.direction)
      if (ends > 0) places.push({ surface, light: irradiance.map((value) => value * strength[beam]!), beams: ends })
      strength[beam] = 0
    }
  }
  return places
}

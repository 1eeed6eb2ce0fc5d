import type { TraceScene } from '../scene/trace-scene.ts'
import { createPathTracer } from '../trace/path-tracer.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { createSampleSequence, seedOf } from '../trace/sample-sequence.ts'
import type { Exposure } from './display.ts'

/** Where the eyes are, metres above the floor. */
const EYE_HEIGHT = 1.5
const LOOKS = 768
const SAMPLES = 8
const SEED = 17
/** Rooms of this radiance, kcd/m², are shown at `KEY`: daylight indoors. */
const USUAL_RADIANCE = 0.1
const KEY = 0.23
/** Darker rooms are shown darker, but by far less than they are: by this power. */
const ADAPTATION = 0.15
/** Of the looks, sorted by brightness, these shares at either end don't count: lamps, windows, crevices. */
const TRIM = { dark: 0.1, bright: 0.15 }

/**
 * The exposure at which a space is shown, the same for all its views: from what one would see standing anywhere in it
 * and looking around. Equal scenes give equal numbers.
 *
 * @param stops Brighter (positive) or darker than that, powers of two.
 */
export function exposureOf(scene: TraceScene, caster: RayCaster, stops = 0): Exposure {
  const known = measured.get(scene) ?? measure(scene, caster)
  measured.set(scene, known)
  return known * 2 ** stops
}

const measured = new WeakMap<TraceScene, Exposure>()

function measure(scene: TraceScene, caster: RayCaster): Exposure {
  const rays = aimAround(scene)
  const count = LOOKS * SAMPLES
  const seeds = Int32Array.from({ length: count }, (_, index) => seedOf(SEED, Math.floor(index / SAMPLES)))
  const samples = Uint32Array.from({ length: count }, (_, index) => index % SAMPLES)
  const color = new Float32Array(3 * count)
  createPathTracer(scene, caster).trace(rays, count, seeds, samples, color)
  const bright = Array.from({ length: LOOKS }, (_, look) => meanLuminance(color, look)).sort((a, b) => a - b)
  const middle = bright.slice(Math.floor(TRIM.dark * LOOKS), Math.ceil((1 - TRIM.bright) * LOOKS))
  const mean = Math.exp(middle.reduce((sum, value) => sum + Math.log(Math.max(1e-6, value)), 0) / middle.length)
  return (KEY * (mean / USUAL_RADIANCE) ** ADAPTATION) / mean
}

function meanLuminance(color: Float32Array, look: number): number {
  let sum = 0
  for (let at = 3 * SAMPLES * look; at < 3 * SAMPLES * (look + 1); at += 3)
    sum += 0.2126 * color[at]! + 0.7152 * color[at + 1]! + 0.0722 * color[at + 2]!
  return sum / SAMPLES
}

/** From eye height over all floors, in all directions; each look is repeated for its samples. */
function aimAround(scene: TraceScene): Float32Array {
  const rays = new Float32Array(6 * LOOKS * SAMPLES)
  const sequence = createSampleSequence()
  const standAt = createStands(scene)
  const place = new Float64Array(3)
  for (let look = 0; look < LOOKS; look++) {
    sequence.draw(SEED, look, 0)
    const [u, v] = [sequence.first, sequence.second]
    sequence.draw(SEED, look, 1)
    standAt((look + 0.5) / LOOKS, u, v, place)
    const [z, turn] = [2 * sequence.first - 1, 2 * Math.PI * sequence.second]
    const flat = Math.sqrt(1 - z * z)
    for (let sample = 0; sample < SAMPLES; sample++) {
      const at = 6 * (look * SAMPLES + sample)
      rays.set(place, at)
      rays.set([flat * Math.cos(turn), flat * Math.sin(turn), z], at + 3)
    }
  }
  return rays
}

type Stand = (share: number, u: number, v: number, into: Float64Array) => void

/** Places over the floors, in proportion to their area; without floors the middle of the scene. */
function createStands({ positions, indices, instances, bounds }: TraceScene): Stand {
  const triangles = instances
    .filter(({ kind }) => kind === 'floor')
    .flatMap(({ firstTriangle, triangleCount }) => Array.from({ length: triangleCount }, (_, i) => firstTriangle + i))
  const corner = (triangle: number, number: number) => 3 * indices[3 * triangle + number]!
  const sums: number[] = []
  let total = 0
  for (const triangle of triangles) {
    const [a, b, c] = [corner(triangle, 0), corner(triangle, 1), corner(triangle, 2)]
    const [ux, uy] = [positions[b]! - positions[a]!, positions[b + 1]! - positions[a + 1]!]
    const [vx, vy] = [positions[c]! - positions[a]!, positions[c + 1]! - positions[a + 1]!]
    // Only what faces up counts; floors have edges below as well.
    total += Math.max(0, (ux * vy - uy * vx) / 2)
    sums.push(total)
  }
  return (share, u, v, into) => {
    if (!(total > 0)) {
      for (let axis = 0; axis < 3; axis++) into[axis] = (bounds.min[axis]! + bounds.max[axis]!) / 2
      return
    }
    const triangle = triangles[sums.findIndex((sum) => sum >= share * total)]!
    const [a, b, c] = [corner(triangle, 0), corner(triangle, 1), corner(triangle, 2)]
    const root = Math.sqrt(u)
    const [p, q] = [root * (1 - v), root * v]
    for (let axis = 0; axis < 3; axis++)
      into[axis] = (1 - p - q) * positions[a + axis]! + p * positions[b + axis]! + q * positions[c + axis]!
    into[2]! += EYE_HEIGHT
  }
}

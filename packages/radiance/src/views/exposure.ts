import { luminance, scaleColor } from '../scene/color.ts'
import type { Rgb, TraceScene } from '../scene/trace-scene.ts'
import { createPathTracer } from '../trace/path-tracer.ts'
import { NO_HIT, type RayCaster } from '../trace/ray-caster.ts'
import { createSampleSequence, seedOf } from '../trace/sample-sequence.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
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
/** An eye takes the light of a room for white, but not wholly: by this power at usual brightness, by less in the dark. */
const WHITE_ADAPTATION = 0.85
const WHITE_ADAPTATION_FALL = 0.12

/**
 * The exposure and white balance at which a space is shown, the same for all its views: from what one would see standing
 * anywhere in it and looking around. Equal scenes give equal numbers.
 *
 * @param stops Brighter (positive) or darker than that, powers of two.
 */
export function exposureOf(scene: TraceScene, caster: RayCaster, stops = 0): Exposure {
  const known = measured.get(scene) ?? measure(scene, caster)
  measured.set(scene, known)
  return scaleColor(known, 2 ** stops)
}

const measured = new WeakMap<TraceScene, Exposure>()

function measure(scene: TraceScene, caster: RayCaster): Exposure {
  const rays = aimAround(scene)
  const count = LOOKS * SAMPLES
  const seeds = Int32Array.from({ length: count }, (_, index) => seedOf(SEED, Math.floor(index / SAMPLES)))
  const samples = Uint32Array.from({ length: count }, (_, index) => index % SAMPLES)
  const color = new Float32Array(3 * count)
  createPathTracer(scene, caster).trace(rays, count, seeds, samples, color)
  const looks = Array.from({ length: LOOKS }, (_, look) => ({ look, color: meanColor(color, look) }))
  looks.sort((a, b) => luminance(a.color) - luminance(b.color))
  const middle = looks.slice(Math.floor(TRIM.dark * LOOKS), Math.ceil((1 - TRIM.bright) * LOOKS))
  const logs = middle.reduce((sum, look) => sum + Math.log(Math.max(1e-6, luminance(look.color))), 0)
  const mean = Math.exp(logs / middle.length)
  const white = balance(lightOn(scene, caster, rays, middle), mean)
  return scaleColor(white, (KEY * (mean / USUAL_RADIANCE) ** ADAPTATION) / mean)
}

type Look = { readonly look: number; readonly color: Rgb }

function meanColor(color: Float32Array, look: number): Rgb {
  const sum = [0, 0, 0]
  for (let at = 3 * SAMPLES * look; at < 3 * SAMPLES * (look + 1); at++) sum[at % 3]! += color[at]! / SAMPLES
  return sum as unknown as Rgb
}

/** The colour of the light that falls on what is seen, at luminance 1: what comes from there over what it reflects. */
function lightOn(scene: TraceScene, caster: RayCaster, rays: Float32Array, looks: readonly Look[]): Rgb {
  const hits = new Uint32Array(looks.length)
  const where = new Float32Array(3 * looks.length)
  const firsts = looks.map(({ look }) => rays.subarray(6 * SAMPLES * look, 6 * SAMPLES * look + 6))
  caster.closest(Float32Array.from(firsts.flatMap((ray) => [...ray])), looks.length, hits, where)
  const read = createSurfaceReader(scene)
  const surface = createSurface()
  const [seen, reflected] = [
    [0, 0, 0],
    [0, 0, 0],
  ]
  for (const [index, { color }] of looks.entries()) {
    const [, , , dx, dy, dz] = firsts[index]!
    if (hits[index] === NO_HIT) continue
    read(hits[index]!, where[3 * index + 1]!, where[3 * index + 2]!, dx!, dy!, dz!, surface)
    if (surface.material.transmission > 0 || luminance(surface.material.emission) > 0) continue
    for (let channel = 0; channel < 3; channel++) {
      seen[channel]! += color[channel]!
      reflected[channel]! += surface.albedo[channel]!
    }
  }
  const light = seen.map((value, channel) => Math.max(1e-9, value) / Math.max(1e-3, reflected[channel]!))
  return scaleColor(light as unknown as Rgb, 1 / luminance(light as unknown as Rgb))
}

/** What each channel is multiplied by so that light of this colour looks nearly white, and as bright as before. */
function balance(light: Rgb, mean: number): Rgb {
  const power = WHITE_ADAPTATION * Math.min(1, mean / USUAL_RADIANCE) ** WHITE_ADAPTATION_FALL
  const [red, green, blue] = light.map((value) => value ** -power) as unknown as Rgb
  return scaleColor([red, green, blue], 1 / luminance([red * light[0], green * light[1], blue * light[2]]))
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

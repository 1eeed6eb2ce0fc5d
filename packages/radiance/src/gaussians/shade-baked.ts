import type { Bake } from '../bake/bake.ts'
import { knownLightOf } from '../bake/known-light.ts'
import type { TraceScene } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { skyRadiance } from '../trace/sky.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import type { ShadeSky } from './emit-sky.ts'
import type { ShadePoints } from './surface-points.ts'

/** Of a bake, its light without the sun's. */
export type LightToShade = Pick<Bake, 'layout' | 'light'>

/** Metres off the surface at which rays to the sun start. */
const LIFT = 2e-4

/**
 * Colours of surface points by a bake, as matt surfaces show them; what shines comes in when the colours are refined. The sun's
 * shadows are too sharp for the bake: they are looked for point by point.
 */
export function shadeBaked(lit: LightToShade, scene: TraceScene, caster: RayCaster, exposure: Exposure): ShadePoints {
  const { sun } = scene.daylight
  const light = knownLightOf({ ...lit, scene })
  const read = createSurfaceReader(scene)
  const surface = createSurface()
  const irradiance = new Float64Array(3)
  return (points, display) => {
    const { count } = points
    const rays = new Float32Array(count * 7)
    const owners = new Uint32Array(count)
    const toSun = new Float32Array(count)
    /** Radiance per irradiance, and radiance without the sun's. */
    const matt = new Float32Array(count * 3)
    const radiance = new Float32Array(count * 3)
    let asked = 0
    for (let i = 0; i < count; i++) {
      const triangle = points.triangles[i]!
      const [b, c] = [points.barycentrics[2 * i]!, points.barycentrics[2 * i + 1]!]
      read(triangle, b, c, 0, 0, 0, surface)
      light.readSoft(triangle, b, c, irradiance)
      const { albedo, normal, facing, position, material } = surface
      for (let k = 0; k < 3; k++) {
        matt[3 * i + k] = albedo[k]! / Math.PI
        radiance[3 * i + k] = matt[3 * i + k]! * irradiance[k]! + material.emission[k]!
      }
      if (!sun || cosine(facing, sun.direction) === 0) continue
      toSun[i] = cosine(normal, sun.direction)
      for (let k = 0; k < 3; k++) {
        rays[7 * asked + k] = position[k]! + LIFT * facing[k]!
        rays[7 * asked + 3 + k] = sun.direction[k]!
      }
      rays[7 * asked + 6] = FAR
      owners[asked++] = i
    }
    const sunlit = new Float32Array(asked)
    if (asked > 0) caster.passing(rays, asked, sunlit)
    for (let ray = 0; ray < asked; ray++) {
      const i = owners[ray]!
      const share = sunlit[ray]! * toSun[i]!
      if (share > 0) for (let k = 0; k < 3; k++) radiance[3 * i + k]! += matt[3 * i + k]! * share * sun!.irradiance[k]!
    }
    for (let i = 0; i < count; i++) toDisplay(radiance, 3 * i, exposure, display, 3 * i)
  }
}

const FAR = 1e4

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(0, a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!)
}

/** The sky as it looks through a window's glass. */
export function shadeSkyOf(scene: TraceScene, exposure: Exposure): ShadeSky {
  const radiance = new Float64Array(3)
  return (direction, display) => {
    skyRadiance(scene.daylight, direction[2], radiance)
    for (let k = 0; k < 3; k++) radiance[k]! *= GLASS[k]!
    toDisplay(radiance, 0, exposure, display, 0)
  }
}

/** What a pane lets through; the views correct it. */
const GLASS = [0.8, 0.82, 0.81]

import type { Bake } from '../bake/bake.ts'
import { knownLightOf } from '../bake/known-light.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { skyRadiance } from '../trace/sky.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import type { ShadeSky } from './emit-sky.ts'
import type { ShadePoints } from './surface-points.ts'

/** Metres off the surface at which rays to the sun start. */
const LIFT = 2e-4

/**
 * Colours of surface points by a bake, as matt surfaces show them; what shines comes in when the colours are refined. The sun's
 * shadows are too sharp for the bake: they are looked for point by point.
 */
export function shadeBaked(bake: Bake, caster: RayCaster, exposure: Exposure): ShadePoints {
  const { scene } = bake
  const { sun, sky } = scene.daylight
  const light = knownLightOf({ ...bake, scene: { ...scene, daylight: { sky } } })
  const read = createSurfaceReader(scene)
  const surface = createSurface()
  const irradiance = new Float64Array(3)
  return (points, display) => {
    const { count } = points
    const rays = new Float32Array(count * 7)
    const sunlit = new Float32Array(count)
    if (sun) aimAtSun(sun.direction)
    for (let i = 0; i < count; i++) {
      const triangle = points.triangles[i]!
      const [b, c] = [points.barycentrics[2 * i]!, points.barycentrics[2 * i + 1]!]
      read(triangle, b, c, 0, 0, 0, surface)
      light.readAll(triangle, b, c, irradiance)
      const { albedo, normal, material } = surface
      const toSun = sun && sunlit[i]! > 0 ? sunlit[i]! * cosine(normal, sun.direction) : 0
      for (let k = 0; k < 3; k++) {
        const arriving = irradiance[k]! + (toSun > 0 ? toSun * sun!.irradiance[k]! : 0)
        color[k] = (albedo[k]! * arriving) / Math.PI + material.emission[k]!
      }
      toDisplay(color, 0, exposure, display, 3 * i)
    }

    function aimAtSun(direction: readonly [number, number, number]): void {
      for (let i = 0; i < count; i++) {
        read(points.triangles[i]!, points.barycentrics[2 * i]!, points.barycentrics[2 * i + 1]!, 0, 0, 0, surface)
        const { position, facing } = surface
        for (let k = 0; k < 3; k++) rays[7 * i + k] = position[k]! + LIFT * facing[k]!
        for (let k = 0; k < 3; k++) rays[7 * i + 3 + k] = direction[k]!
        // What faces away gets a ray without length.
        rays[7 * i + 6] = cosine(facing, direction) > 0 ? FAR : 0
      }
      caster.passing(rays, count, sunlit)
    }
  }
}

const color = new Float64Array(3)
const FAR = 1e4

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(0, a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!)
}

/** The sky as it looks through a window's glass. */
export function shadeSkyOf({ scene }: Bake, exposure: Exposure): ShadeSky {
  const radiance = new Float64Array(3)
  return (direction, display) => {
    skyRadiance(scene.daylight, direction[2], radiance)
    for (let k = 0; k < 3; k++) radiance[k]! *= GLASS[k]!
    toDisplay(radiance, 0, exposure, display, 0)
  }
}

/** What a pane lets through; the views correct it. */
const GLASS = [0.8, 0.82, 0.81]

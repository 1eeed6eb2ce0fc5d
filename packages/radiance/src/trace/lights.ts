import type { Daylight, TracePortal, TraceScene } from '../scene/trace-scene.ts'
import { createLightTree } from './light-tree.ts'
import { diskSolidAngle, skyRadiance } from './sky.ts'
import { createSphericalRectangle, prepareRectangle, type Rectangle } from './spherical-rectangle.ts'

/** A direction in which light may come, to be tested by a shadow ray. One record is used again and again. */
export type LightSample = {
  readonly direction: Float64Array
  /** Metres to the light; infinite: outside. */
  distance: number
  /** kcd/m². */
  readonly radiance: Float64Array
  /** Probability per steradian with which this direction is drawn. */
  density: number
}

export const createLightSample = (): LightSample => ({
  direction: new Float64Array(3),
  distance: 0,
  radiance: new Float64Array(3),
  density: 0,
})

/**
 * The lights of a scene, sampled from a lit point. A `sample…` returns false when nothing of its kind can shine there; a
 * `…Density` is the probability per steradian with which the sample would have found a direction (0: never), so that
 * paths which find lights by themselves can be weighed.
 */
export type Lights = {
  readonly hasLamps: boolean
  readonly hasPortals: boolean
  readonly hasSun: boolean
  sampleLamps(at: Float64Array, normal: Float64Array, pick: number, u: number, v: number, into: LightSample): boolean
  lampDensity(at: Float64Array, normal: Float64Array, triangle: number, distance: number, cosine: number): number
  samplePortals(at: Float64Array, normal: Float64Array, pick: number, u: number, v: number, into: LightSample): boolean
  portalDensity(at: Float64Array, normal: Float64Array, dx: number, dy: number, dz: number): number
  sampleSun(normal: Float64Array, u: number, v: number, into: LightSample): boolean
  /** Per steradian, of the sun's disk. */
  readonly sunDensity: number
}

export function createLights(scene: TraceScene): Lights {
  const lamps = lampLights(scene)
  const portals = portalLights(scene.portals, scene.daylight)
  const sun = sunLight(scene.daylight)
  return { ...lamps, ...portals, ...sun }
}

function lampLights(scene: TraceScene): Pick<Lights, 'hasLamps' | 'sampleLamps' | 'lampDensity'> {
  const { positions, indices, materials, triangleMaterial } = scene
  const tree = createLightTree(scene)
  const areas = new Map<number, number>()
  for (const { triangles } of scene.lamps) {
    for (const triangle of triangles) areas.set(triangle, cornersOf(triangle).doubleArea / 2)
  }

  function cornersOf(triangle: number) {
    const [a, b, c] = [3 * indices[3 * triangle]!, 3 * indices[3 * triangle + 1]!, 3 * indices[3 * triangle + 2]!]
    const [ux, uy, uz] = [0, 1, 2].map((axis) => positions[b + axis]! - positions[a + axis]!) as [
      number,
      number,
      number,
    ]
    const [vx, vy, vz] = [0, 1, 2].map((axis) => positions[c + axis]! - positions[a + axis]!) as [
      number,
      number,
      number,
    ]
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    return { a, ux, uy, uz, vx, vy, vz, nx, ny, nz, doubleArea: Math.hypot(nx, ny, nz) }
  }

  return {
    hasLamps: tree.triangleCount > 0,
    sampleLamps(at, normal, pick, u, v, into) {
      const triangle = tree.pick(at[0]!, at[1]!, at[2]!, normal[0]!, normal[1]!, normal[2]!, pick)
      if (triangle < 0) return false
      const { a, ux, uy, uz, vx, vy, vz, nx, ny, nz, doubleArea } = cornersOf(triangle)
      const root = Math.sqrt(u)
      const [p, q] = [root * (1 - v), root * v]
      const dx = positions[a]! + p * ux + q * vx - at[0]!
      const dy = positions[a + 1]! + p * uy + q * vy - at[1]!
      const dz = positions[a + 2]! + p * uz + q * vz - at[2]!
      const square = dx * dx + dy * dy + dz * dz
      const distance = Math.sqrt(square)
      const cosine = -(dx * nx + dy * ny + dz * nz) / (distance * doubleArea)
      if (!(cosine > 1e-6 && distance > 1e-6)) return false
      into.direction[0] = dx / distance
      into.direction[1] = dy / distance
      into.direction[2] = dz / distance
      into.distance = distance
      into.radiance.set(materials[triangleMaterial[triangle]!]!.emission)
      into.density = (tree.density * square) / ((doubleArea / 2) * cosine)
      return true
    },
    lampDensity(at, normal, triangle, distance, cosine) {
      const area = areas.get(triangle)
      if (area === undefined || !(area > 0 && cosine > 1e-6)) return 0
      const choice = tree.densityOf(triangle, at[0]!, at[1]!, at[2]!, normal[0]!, normal[1]!, normal[2]!)
      return (choice * distance * distance) / (area * cosine)
    },
  }
}

type Portal = Rectangle & { readonly inward: readonly number[] }

function portalLights(
  all: readonly TracePortal[],
  daylight: Daylight,
): Pick<Lights, 'hasPortals' | 'samplePortals' | 'portalDensity'> {
  const portals: Portal[] = all.map(({ corner, edgeA, edgeB, inward }) => ({
    ...prepareRectangle(corner, edgeA, edgeB),
    inward,
  }))
  const shares = new Float64Array(portals.length)
  const view = createSphericalRectangle()

  /** How much of the sky each portal may show here, as shares of 1. @returns Whether any does. */
  function weigh(at: Float64Array, normal: Float64Array): boolean {
    let total = 0
    for (let index = 0; index < portals.length; index++) {
      shares[index] = portalWeight(portals[index]!, at, normal)
      total += shares[index]!
    }
    if (!(total > 0)) return false
    for (let index = 0; index < portals.length; index++) shares[index]! /= total
    return true
  }

  function portalWeight(portal: Portal, at: Float64Array, normal: Float64Array): number {
    const { corner, x, y, inward, width, height } = portal
    let inside = 0
    let above = Number.NEGATIVE_INFINITY
    let square = 0
    for (let axis = 0; axis < 3; axis++) {
      const middle = corner[axis]! + (width * x[axis]! + height * y[axis]!) / 2 - at[axis]!
      square += middle * middle
      inside -= middle * inward[axis]!
    }
    if (inside <= 0) return 0
    for (let bits = 0; bits < 4; bits++) {
      let height4 = 0
      for (let axis = 0; axis < 3; axis++) {
        const point = corner[axis]! + (bits & 1 ? width * x[axis]! : 0) + (bits & 2 ? height * y[axis]! : 0)
        height4 += (point - at[axis]!) * normal[axis]!
      }
      above = Math.max(above, height4)
    }
    if (above <= 0) return 0
    const area = width * height
    return (area * Math.max(0.05, inside / Math.sqrt(square))) / (square + area / 4)
  }

  return {
    hasPortals: portals.length > 0,
    samplePortals(at, normal, pick, u, v, into) {
      if (!weigh(at, normal)) return false
      let index = 0
      for (let rest = pick; index < portals.length - 1 && rest >= shares[index]!; index++) rest -= shares[index]!
      if (!(shares[index]! > 0)) return false
      view.look(portals[index]!, at[0]!, at[1]!, at[2]!)
      if (!(view.solidAngle > 1e-7)) return false
      view.sample(u, v, into.direction)
      const [dx, dy, dz] = into.direction as unknown as [number, number, number]
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
      for (let axis = 0; axis < 3; axis++) into.direction[axis]! /= length
      into.distance = Number.POSITIVE_INFINITY
      skyRadiance(daylight, into.direction[2]!, into.radiance)
      into.density = densityToward(at, into.direction[0]!, into.direction[1]!, into.direction[2]!)
      return into.density > 0
    },
    portalDensity(at, normal, dx, dy, dz) {
      return weigh(at, normal) ? densityToward(at, dx, dy, dz) : 0
    },
  }

  /** Of all portals that a direction leads through; `shares` are those of the point. */
  function densityToward(at: Float64Array, dx: number, dy: number, dz: number): number {
    let density = 0
    for (let index = 0; index < portals.length; index++) {
      const portal = portals[index]!
      if (!(shares[index]! > 0) || !leadsThrough(portal, at, dx, dy, dz)) continue
      view.look(portal, at[0]!, at[1]!, at[2]!)
      if (view.solidAngle > 1e-7) density += shares[index]! / view.solidAngle
    }
    return density
  }
}

function leadsThrough(
  { corner, x, y, z, width, height }: Portal,
  at: Float64Array,
  dx: number,
  dy: number,
  dz: number,
) {
  const [cx, cy, cz] = [corner[0] - at[0]!, corner[1] - at[1]!, corner[2] - at[2]!]
  const distance = (cx * z[0] + cy * z[1] + cz * z[2]) / (dx * z[0] + dy * z[1] + dz * z[2])
  if (!(distance > 0)) return false
  const [px, py, pz] = [distance * dx - cx, distance * dy - cy, distance * dz - cz]
  const across = px * x[0] + py * x[1] + pz * x[2]
  const up = px * y[0] + py * y[1] + pz * y[2]
  const slack = 1e-5
  return across >= -slack && across <= width + slack && up >= -slack && up <= height + slack
}

function sunLight({ sun }: Daylight): Pick<Lights, 'hasSun' | 'sampleSun' | 'sunDensity'> {
  if (!sun) return { hasSun: false, sampleSun: () => false, sunDensity: 0 }
  const solidAngle = diskSolidAngle(sun.angularRadius)
  const [x, y, z] = sun.direction
  // Two vectors across the direction (Duff et al. 2017).
  const sign = z >= 0 ? 1 : -1
  const a = -1 / (sign + z)
  const b = x * y * a
  const [first, second] = [
    [1 + sign * x * x * a, sign * b, -sign * x],
    [b, sign + y * y * a, -y],
  ] as const
  const radiance = sun.irradiance.map((value) => value / solidAngle)
  return {
    hasSun: true,
    sunDensity: 1 / solidAngle,
    sampleSun(normal, u, v, into) {
      if (x * normal[0]! + y * normal[1]! + z * normal[2]! < -sun.angularRadius) return false
      const cosine = 1 - u * (1 - Math.cos(sun.angularRadius))
      const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine))
      const [c, s] = [sine * Math.cos(2 * Math.PI * v), sine * Math.sin(2 * Math.PI * v)]
      for (let axis = 0; axis < 3; axis++)
        into.direction[axis] = cosine * sun.direction[axis]! + c * first[axis]! + s * second[axis]!
      into.distance = Number.POSITIVE_INFINITY
      into.radiance.set(radiance)
      into.density = 1 / solidAngle
      return true
    },
  }
}

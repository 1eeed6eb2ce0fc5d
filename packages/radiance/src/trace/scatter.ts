import {
  facetDensity,
  glossWidth,
  MIRROR_ROUGHNESS,
  reflectance,
  sampleFacet,
  scattering,
  visibleFacets,
} from './gloss.ts'
import type { Surface } from './surface.ts'

/**
 * How one lit point sends light on: a part scattered in all directions, a part mirrored, sharply or with a gloss.
 * Both follow from the angle of view alone: the mirrored part F is Schlick's at the normal, the rest of it is scattered.
 * One record is used again and again.
 */
export type Scatter = {
  /** Scattered: albedo × (1 − F). Mirrored: F. Linear rgb. */
  readonly diffuse: Float64Array
  readonly mirrored: Float64Array
  /** Probability with which `sample` follows the mirrored part. */
  mirrorChance: number
  /** The mirrored part leaves in one direction only. */
  isSharp: boolean
  /** @param dx, dy, dz Direction of the ray that found the surface. @param leastRoughness Smoother ones count as this rough. */
  prepare(surface: Surface, dx: number, dy: number, dz: number, leastRoughness: number): void
  /**
   * How much light from a direction goes on to the viewer, times the cosine, the sharp mirror left out.
   * @param into Mutated: rgb. @returns Probability per steradian that `sample` draws the direction; 0: none goes on.
   */
  evaluate(lx: number, ly: number, lz: number, into: Float64Array): number
  /**
   * Draws a direction to go on in. @param direction Mutated. @param weight Mutated: rgb to multiply by.
   * @returns As `evaluate`; infinite: the sharp mirror; 0: the path ends.
   */
  sample(choice: number, u: number, v: number, direction: Float64Array, weight: Float64Array): number
}

const LEAST_COSINE = 1e-3

export function createScatter(): Scatter {
  const [tangent, bitangent, facet, value] = [0, 1, 2, 3].map(() => new Float64Array(3)) as Float64Array[] as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let surface: Surface
  let alpha = 1
  let [vx, vy, vz] = [0, 0, 1]
  let cosView = 1
  const scatter: Scatter = {
    diffuse: new Float64Array(3),
    mirrored: new Float64Array(3),
    mirrorChance: 0,
    isSharp: false,
    prepare,
    evaluate,
    sample,
  }
  const { diffuse, mirrored } = scatter
  return scatter

  function prepare(at: Surface, dx: number, dy: number, dz: number, leastRoughness: number): void {
    surface = at
    vx = -dx
    vy = -dy
    vz = -dz
    const { normal, material, albedo } = at
    cosView = Math.max(LEAST_COSINE, normal[0]! * vx + normal[1]! * vy + normal[2]! * vz)
    const roughness = Math.max(material.roughness, leastRoughness)
    scatter.isSharp = roughness < MIRROR_ROUGHNESS
    alpha = glossWidth(roughness)
    reflectance(material, albedo, cosView, mirrored)
    const part = scattering(material)
    for (let channel = 0; channel < 3; channel++) diffuse[channel] = albedo[channel]! * part * (1 - mirrored[channel]!)
    const [mirror, scattered] = [strength(mirrored), strength(diffuse)]
    scatter.mirrorChance = mirror < 0.002 ? 0 : Math.max(0.05, mirror / (mirror + scattered))
    frame(normal, tangent, bitangent)
  }

  function evaluate(lx: number, ly: number, lz: number, into: Float64Array): number {
    const { normal, facing } = surface
    const cosine = normal[0]! * lx + normal[1]! * ly + normal[2]! * lz
    into.fill(0)
    if (cosine <= 0 || facing[0]! * lx + facing[1]! * ly + facing[2]! * lz <= 0) return 0
    let density = ((1 - scatter.mirrorChance) * cosine) / Math.PI
    for (let channel = 0; channel < 3; channel++) into[channel] = (diffuse[channel]! * cosine) / Math.PI
    if (scatter.isSharp || scatter.mirrorChance === 0) return density
    const [hx, hy, hz] = [vx + lx, vy + ly, vz + lz]
    const cosFacet = (hx * normal[0]! + hy * normal[1]! + hz * normal[2]!) / Math.sqrt(hx * hx + hy * hy + hz * hz)
    const seen = (facetDensity(alpha, cosFacet) * visibleFacets(alpha, cosView)) / (4 * cosView)
    density += scatter.mirrorChance * seen
    const passed = seen * visibleFacets(alpha, cosine)
    for (let channel = 0; channel < 3; channel++) into[channel]! += mirrored[channel]! * passed
    return density
  }

  function sample(choice: number, u: number, v: number, direction: Float64Array, weight: Float64Array): number {
    if (choice >= scatter.mirrorChance) sampleHemisphere(u, v, direction)
    else if (scatter.isSharp) return mirrorSharply(direction, weight)
    else sampleGloss(u, v, direction)
    const density = evaluate(direction[0]!, direction[1]!, direction[2]!, value)
    if (!(density > 0)) return 0
    for (let channel = 0; channel < 3; channel++) weight[channel] = value[channel]! / density
    return density
  }

  function mirrorSharply(direction: Float64Array, weight: Float64Array): number {
    const { normal, facing } = surface
    const twice = 2 * (normal[0]! * vx + normal[1]! * vy + normal[2]! * vz)
    direction[0] = twice * normal[0]! - vx
    direction[1] = twice * normal[1]! - vy
    direction[2] = twice * normal[2]! - vz
    for (let channel = 0; channel < 3; channel++) weight[channel] = mirrored[channel]! / scatter.mirrorChance
    const above = facing[0]! * direction[0]! + facing[1]! * direction[1]! + facing[2]! * direction[2]!
    return above > 0 ? Number.POSITIVE_INFINITY : 0
  }

  function sampleHemisphere(u: number, v: number, direction: Float64Array): void {
    const radius = Math.sqrt(u)
    const [a, b] = [radius * Math.cos(2 * Math.PI * v), radius * Math.sin(2 * Math.PI * v)]
    place(a, b, Math.sqrt(Math.max(0, 1 - u)), direction)
  }

  function sampleGloss(u: number, v: number, direction: Float64Array): void {
    const a = vx * tangent[0]! + vy * tangent[1]! + vz * tangent[2]!
    const b = vx * bitangent[0]! + vy * bitangent[1]! + vz * bitangent[2]!
    sampleFacet(alpha, a, b, cosView, u, v, facet)
    const twice = 2 * (a * facet[0]! + b * facet[1]! + cosView * facet[2]!)
    place(twice * facet[0]! - a, twice * facet[1]! - b, twice * facet[2]! - cosView, direction)
  }

  /** From the normal's frame into the world. */
  function place(a: number, b: number, c: number, direction: Float64Array): void {
    const { normal } = surface
    for (let axis = 0; axis < 3; axis++) direction[axis] = a * tangent[axis]! + b * bitangent[axis]! + c * normal[axis]!
  }
}

const strength = (color: Float64Array): number => 0.2126 * color[0]! + 0.7152 * color[1]! + 0.0722 * color[2]!

/** Two unit vectors across a normal (Duff et al. 2017). */
export function frame(normal: ArrayLike<number>, tangent: Float64Array, bitangent: Float64Array): void {
  const [x, y, z] = [normal[0]!, normal[1]!, normal[2]!]
  const sign = z >= 0 ? 1 : -1
  const a = -1 / (sign + z)
  const b = x * y * a
  tangent[0] = 1 + sign * x * x * a
  tangent[1] = sign * b
  tangent[2] = -sign * x
  bitangent[0] = b
  bitangent[1] = sign + y * y * a
  bitangent[2] = -y
}

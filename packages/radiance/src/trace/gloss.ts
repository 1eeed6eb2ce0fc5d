import type { SurfaceMaterial } from '../scene/trace-scene.ts'
import { GLASS_REFLECTANCE, schlick } from './thin-sheet.ts'

/** Reflectance at right angles of what is neither metal nor glass. */
const DIELECTRIC = 0.04
/** Below this roughness a surface mirrors sharply. */
export const MIRROR_ROUGHNESS = 0.07
/** Between these roughnesses the sheen fades away: cloth, plaster and the like have none. */
const SHEEN = { full: 0.6, none: 0.9 }

/** The width of a gloss, GGX's α. */
export const glossWidth = (roughness: number): number => Math.max(1e-3, roughness * roughness)

/** How much of a dielectric's sheen is left at a roughness, 0 … 1. */
export function sheen(roughness: number): number {
  return Math.min(1, Math.max(0, (SHEEN.none - roughness) / (SHEEN.none - SHEEN.full)))
}

/**
 * The part of light that a surface mirrors, after Schlick; the rest, `1 − reflectance`, is left to be scattered or to pass.
 *
 * @param albedo With its pattern. @param cosine Between normal and view, 0 … 1. @param into Mutated: red, green, blue.
 */
export function reflectance(
  material: SurfaceMaterial,
  albedo: ArrayLike<number>,
  cosine: number,
  into: Float64Array,
): void {
  const { metalness, roughness, transmission } = material
  const base = transmission > 0 ? GLASS_REFLECTANCE : DIELECTRIC * sheen(roughness)
  // Rough surfaces don't mirror at grazing angles as smooth ones do (Lagarde's variant of Schlick's term).
  const smooth = transmission > 0 ? 1 : (1 - roughness) * (metalness + (1 - metalness) * sheen(roughness))
  const edge = schlick(0, cosine)
  for (let channel = 0; channel < 3; channel++) {
    const straight = base + (albedo[channel]! - base) * metalness
    into[channel] = straight + (Math.max(smooth, straight) - straight) * edge
  }
}

/**
 * The part of light that is scattered in all directions, before `1 − reflectance`: metals scatter none, clear sheets
 * hardly any of what does not pass.
 */
export function scattering({ metalness, transmission, roughness }: SurfaceMaterial): number {
  if (transmission > 0) return (1 - transmission) * Math.min(1, 2 * roughness)
  return 1 - metalness
}

/** GGX distribution of microfacets. @param cosine Between the normal and the facet's. */
export function facetDensity(alpha: number, cosine: number): number {
  const square = alpha * alpha
  const denominator = cosine * cosine * (square - 1) + 1
  return square / (Math.PI * denominator * denominator)
}

/** Part of the facets that is seen from an angle, after Smith. */
export function visibleFacets(alpha: number, cosine: number): number {
  const square = alpha * alpha
  return (2 * cosine) / (cosine + Math.sqrt(square + (1 - square) * cosine * cosine))
}

/**
 * A facet's normal in proportion to how much of it is seen, after Heitz (2018), in the frame of the normal (z).
 *
 * @param vx, vy, vz Unit vector to the viewer, vz > 0. @param u1, u2 Random numbers, 0 … 1. @param into Mutated.
 */
export function sampleFacet(
  alpha: number,
  vx: number,
  vy: number,
  vz: number,
  u1: number,
  u2: number,
  into: Float64Array,
): void {
  let [hx, hy, hz] = [alpha * vx, alpha * vy, vz]
  const length = Math.hypot(hx, hy, hz)
  hx /= length
  hy /= length
  hz /= length
  const flat = hx * hx + hy * hy
  const [tx, ty] = flat > 0 ? [-hy / Math.sqrt(flat), hx / Math.sqrt(flat)] : [1, 0]
  const [bx, by, bz] = [-hz * ty, hz * tx, hx * ty - hy * tx]
  const radius = Math.sqrt(u1)
  const turn = 2 * Math.PI * u2
  const a = radius * Math.cos(turn)
  const side = 0.5 * (1 + hz)
  const b = (1 - side) * Math.sqrt(Math.max(0, 1 - a * a)) + side * radius * Math.sin(turn)
  const c = Math.sqrt(Math.max(0, 1 - a * a - b * b))
  const nx = alpha * (a * tx + b * bx + c * hx)
  const ny = alpha * (a * ty + b * by + c * hy)
  const nz = Math.max(1e-6, b * bz + c * hz)
  const scale = 1 / Math.hypot(nx, ny, nz)
  into[0] = nx * scale
  into[1] = ny * scale
  into[2] = nz * scale
}

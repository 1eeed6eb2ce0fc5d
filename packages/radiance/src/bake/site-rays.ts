import { CELL_PARTS } from './layout/add-chart.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { mixBits } from './layout/build-layout.ts'

/** Most rays a site can send. */
export const RAYS_MAX = 1024

/** Origins this far off the surface do not meet it again, metres. */
export const LIFT = 2e-4

const SECOND_DIMENSION = new Uint32Array(RAYS_MAX)
const FIRST_DIMENSION = new Uint32Array(RAYS_MAX)
for (let n = 0; n < RAYS_MAX; n++) {
  let [first, second] = [0, 0]
  let [bit, column] = [0x80000000, 0x80000000]
  for (let rest = n; rest; rest >>>= 1) {
    if (rest & 1) {
      first ^= bit
      second ^= column
    }
    bit >>>= 1
    column ^= column >>> 1
  }
  FIRST_DIMENSION[n] = first
  SECOND_DIMENSION[n] = second
}

/** Streams of random numbers that must not be alike get different ones. */
export const STREAM = { gather: 1, bend: 2, sun: 3, lamp: 4, portal: 5 } as const

const WORD = 1 / 4294967296

/**
 * The two coordinates, 0 … 1, of point n of a site's own well-spread sequence (Sobol's, shifted digit by digit).
 * A site's key decides it, so it can be found again whenever a ray must be known. @param out Mutated.
 */
export function samplePoint(key: number, stream: number, n: number, out: Float64Array): void {
  const shift = mixBits(key ^ Math.imul(stream, 0x9e3779b9))
  out[0] = ((FIRST_DIMENSION[n % RAYS_MAX]! ^ shift) >>> 0) * WORD
  out[1] = ((SECOND_DIMENSION[n % RAYS_MAX]! ^ mixBits(shift ^ 0x68bc21eb)) >>> 0) * WORD
}

/** A single random number 0 … 1 that belongs to a site, a ray and a use. */
export const sampleNumber = (key: number, stream: number, n: number): number =>
  mixBits(mixBits(key ^ Math.imul(stream, 0x9e3779b9)) ^ Math.imul(n + 1, 0x85ebca77)) * WORD

const GOLDEN = 0.6180339887498949

/**
 * Where the n-th ray of a site starts: spread over the site, a little off the surface.
 *
 * @param out Mutated: position x, y, z; shading normal x, y, z.
 */
export function siteOrigin(layout: BakeLayout, site: number, n: number, out: Float64Array): void {
  const home = layout.siteHome[site]!
  if (home < 0) {
    const spot = (-1 - home + (n % layout.siteCell[site]!)) * 6
    for (let k = 0; k < 6; k++) out[k] = layout.spots[spot + k]!
  } else {
    const { chartFrame: f } = layout
    const o = home * 12
    const part = pickPart(layout.siteMask[site]!, n * GOLDEN + layout.siteKey[site]! * WORD)
    const columns = layout.chartGrid[home * 3]!
    const cell = layout.siteCell[site]!
    const u = ((cell % columns) + ((part % CELL_PARTS) + 0.5) / CELL_PARTS) * f[o + 9]!
    const v = (Math.floor(cell / columns) + ((part >> 2) + 0.5) / CELL_PARTS) * f[o + 10]!
    for (let k = 0; k < 3; k++) {
      out[k] = f[o + k]! + f[o + 3 + k]! * u + f[o + 6 + k]! * v
      out[k + 3] = layout.sitePlace[site * 6 + 3 + k]!
    }
  }
  for (let k = 0; k < 3; k++) out[k] = out[k]! + out[k + 3]! * LIFT
}

/** The covered part of a cell from which a ray starts. @param turn Its fraction chooses. */
function pickPart(mask: number, turn: number): number {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  let skip = Math.floor((turn % 1) * count)
  for (let part = 0; part < CELL_PARTS ** 2; part++) {
    if (!((mask >> part) & 1)) continue
    if (skip-- === 0) return part
  }
  return 0
}

/** A direction about a unit normal, denser where the cosine is greater. @param at Two coordinates 0 … 1. @param out Mutated. */
export function cosineDirection(at: Float64Array, nx: number, ny: number, nz: number, out: Float64Array): void {
  const radius = Math.sqrt(at[0]!)
  const angle = 2 * Math.PI * at[1]!
  const x = radius * Math.cos(angle)
  const y = radius * Math.sin(angle)
  const z = Math.sqrt(Math.max(0, 1 - at[0]!))
  // Duff et al. 2017, "Building an orthonormal basis, revisited".
  const sign = nz >= 0 ? 1 : -1
  const a = -1 / (sign + nz)
  const b = nx * ny * a
  out[0] = x * (1 + sign * nx * nx * a) + y * b + z * nx
  out[1] = x * sign * b + y * (sign + ny * ny * a) + z * ny
  out[2] = x * -sign * nx - y * ny + z * nz
}

/** The stored rays of sites, one site after the other; they can be found again whenever they must be known. */
export type RayFan = {
  begin(site: number): void
  /** Writes origin and direction of ray n of the site, six numbers from `at`. */
  write(n: number, rays: Float32Array, at: number): void
}

export function createRayFan(layout: BakeLayout, seed: number): RayFan {
  const { spots, chartFrame: f, sitePlace } = layout
  const parts = new Uint8Array(CELL_PARTS ** 2)
  let [partCount, spot, spotCount] = [0, 0, 0]
  let [shiftA, shiftB] = [0, 0]
  let [x0, y0, z0, ux, uy, uz, vx, vy, vz, nx, ny, nz] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  return { begin, write }

  function begin(site: number): void {
    shiftA = mixBits(layout.siteKey[site]! ^ seed ^ Math.imul(STREAM.gather, 0x9e3779b9))
    shiftB = mixBits(shiftA ^ 0x68bc21eb)
    const home = layout.siteHome[site]!
    partCount = 0
    if (home < 0) {
      spot = (-1 - home) * 6
      spotCount = layout.siteCell[site]!
      return
    }
    const mask = layout.siteMask[site]!
    for (let part = 0; part < CELL_PARTS ** 2; part++) if ((mask >> part) & 1) parts[partCount++] = part
    const o = home * 12
    const columns = layout.chartGrid[home * 3]!
    const cell = layout.siteCell[site]!
    const row = Math.floor(cell / columns)
    const u = (cell - row * columns) * f[o + 9]!
    const v = row * f[o + 10]!
    nx = sitePlace[site * 6 + 3]!
    ny = sitePlace[site * 6 + 4]!
    nz = sitePlace[site * 6 + 5]!
    x0 = f[o]! + f[o + 3]! * u + f[o + 6]! * v + nx * LIFT
    y0 = f[o + 1]! + f[o + 4]! * u + f[o + 7]! * v + ny * LIFT
    z0 = f[o + 2]! + f[o + 5]! * u + f[o + 8]! * v + nz * LIFT
    const across = f[o + 9]! / CELL_PARTS
    const up = f[o + 10]! / CELL_PARTS
    ux = f[o + 3]! * across
    uy = f[o + 4]! * across
    uz = f[o + 5]! * across
    vx = f[o + 6]! * up
    vy = f[o + 7]! * up
    vz = f[o + 8]! * up
  }

  function write(n: number, rays: Float32Array, at: number): void {
    if (partCount > 0) {
      const part = parts[Math.floor(((n * GOLDEN) % 1) * partCount)]!
      const a = (part & 3) + 0.5
      const b = (part >> 2) + 0.5
      rays[at] = x0 + ux * a + vx * b
      rays[at + 1] = y0 + uy * a + vy * b
      rays[at + 2] = z0 + uz * a + vz * b
    } else {
      const s = spot + (n % spotCount) * 6
      nx = spots[s + 3]!
      ny = spots[s + 4]!
      nz = spots[s + 5]!
      rays[at] = spots[s]! + nx * LIFT
      rays[at + 1] = spots[s + 1]! + ny * LIFT
      rays[at + 2] = spots[s + 2]! + nz * LIFT
    }
    const part = ((FIRST_DIMENSION[n]! ^ shiftA) >>> 0) * WORD
    const angle = 2 * Math.PI * ((SECOND_DIMENSION[n]! ^ shiftB) >>> 0) * WORD
    const radius = Math.sqrt(part)
    const x = radius * Math.cos(angle)
    const y = radius * Math.sin(angle)
    const z = Math.sqrt(Math.max(0, 1 - part))
    const sign = nz >= 0 ? 1 : -1
    const a = -1 / (sign + nz)
    const b = nx * ny * a
    rays[at + 3] = x * (1 + sign * nx * nx * a) + y * b + z * nx
    rays[at + 4] = x * sign * b + y * (sign + ny * ny * a) + z * ny
    rays[at + 5] = x * -sign * nx - y * ny + z * nz
  }
}

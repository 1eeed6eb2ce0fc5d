import { type Cell, coverOf } from './cells.ts'
import type { Patch } from './patches.ts'

/** Half-thickness of what a gaussian covers, and how far its centre lies below the surface, metres. */
export const THICKNESS = 0.0012
export const OPACITY = 0.995
/**
 * Standard deviation over the side of the cell. Less leaves dimples between neighbours, more blurs what they show; where
 * neighbours have the same colour nothing can blur.
 */
const SPREAD = 0.64
const SPREAD_SMOOTH = 0.75
/** A rectangle's side over its standard deviation. */
const SIDE = Math.sqrt(12)

/** One gaussian's place and shape: centre, standard deviations, quaternion x, y, z, w. */
export type Shape = {
  readonly position: Float64Array
  readonly scale: Float64Array
  readonly rotation: Float64Array
}

const shape: Shape = { position: new Float64Array(3), scale: new Float64Array(3), rotation: new Float64Array(4) }

/** Sums over what a cell covers: area, centroid, second moments about it, the heights' mean and variance, the mean normal. */
type Moments = { s: number; t: number; h: number; ss: number; st: number; tt: number; hh: number; n: Float64Array }

/**
 * The gaussian of a cell: it lies in the surface, a little below it.
 *
 * @param triangleNormals Unit normals of the scene's triangles. @param isSmooth The colour hardly changes over the cell.
 * @returns scratch that the next call writes to again.
 */
export function shapeOfCell(cell: Cell, triangleNormals: Float64Array, isSmooth: boolean): Shape {
  const { patch } = cell
  const spread = isSmooth ? SPREAD_SMOOTH : SPREAD
  if (cell.isFull) {
    const { axes } = patch
    const h = patch.corners[9 * cell.triangles[0]! + 2]!
    place(patch, (cell.s0 + cell.s1) / 2, (cell.t0 + cell.t1) / 2, h, axes[6]!, axes[7]!, axes[8]!)
    turn(axes, spread * (cell.s1 - cell.s0), spread * (cell.t1 - cell.t0), THICKNESS)
    return shape
  }
  const m = momentsOf(cell, triangleNormals)
  place(patch, m.s, m.t, m.h, m.n[0]!, m.n[1]!, m.n[2]!)
  // Principal axes of the covered part within the frame, laid into the plane of the mean normal.
  const half = (m.ss - m.tt) / 2
  const root = Math.hypot(half, m.st)
  const middle = (m.ss + m.tt) / 2
  const angle = root > 1e-3 * middle ? Math.atan2(m.st, half) / 2 : 0
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const { axes } = patch
  const u = [0, 1, 2].map((k) => c * axes[k]! + s * axes[3 + k]!)
  const along = u[0]! * m.n[0]! + u[1]! * m.n[1]! + u[2]! * m.n[2]!
  for (let k = 0; k < 3; k++) u[k]! -= along * m.n[k]!
  const length = Math.hypot(u[0]!, u[1]!, u[2]!)
  for (let k = 0; k < 3; k++) u[k]! /= length
  const v = [m.n[1]! * u[2]! - m.n[2]! * u[1]!, m.n[2]! * u[0]! - m.n[0]! * u[2]!, m.n[0]! * u[1]! - m.n[1]! * u[0]!]
  // What stands slanted to the frame is longer than its shadow there.
  const slant = Math.max(0.3, dotAxis(m.n, axes, 6))
  const [major, minor] = root > 1e-3 * middle ? [middle + root, middle - root] : [m.ss, m.tt]
  const frame = Float64Array.of(...u, ...v, ...m.n)
  turn(
    frame,
    spread * SIDE * Math.sqrt(Math.max(major, 1e-8)),
    (spread * SIDE * Math.sqrt(Math.max(minor, 1e-8))) / slant,
    Math.hypot(THICKNESS, Math.sqrt(m.hh)),
  )
  return shape
}

function place(patch: Patch, s: number, t: number, h: number, nx: number, ny: number, nz: number): void {
  const { axes, origin } = patch
  const { position } = shape
  position[0] = origin[0] + s * axes[0]! + t * axes[3]! + h * axes[6]! - THICKNESS * nx
  position[1] = origin[1] + s * axes[1]! + t * axes[4]! + h * axes[7]! - THICKNESS * ny
  position[2] = origin[2] + s * axes[2]! + t * axes[5]! + h * axes[8]! - THICKNESS * nz
}

const moments: Moments = { s: 0, t: 0, h: 0, ss: 0, st: 0, tt: 0, hh: 0, n: new Float64Array(3) }

function momentsOf(cell: Cell, triangleNormals: Float64Array): Moments {
  const { patch } = cell
  const inside = coverOf(patch, cell.triangles, cell.s0, cell.s1, cell.t0, cell.t1)
  const m = moments
  m.s = m.t = m.h = m.ss = m.st = m.tt = m.hh = 0
  m.n.fill(0)
  let total = 0
  for (let piece = 0; piece < inside.pieces; piece++) {
    const triangle = inside.triangles[piece]!
    const from = inside.starts[piece]!
    const corners = (inside.starts[piece + 1]! - from) / 2
    const [h0, hs, ht] = heightOf(patch, triangle)
    for (let k = 1; k + 1 < corners; k++) {
      const [as, at] = [inside.points[from]!, inside.points[from + 1]!]
      const [bs, bt] = [inside.points[from + 2 * k]!, inside.points[from + 2 * k + 1]!]
      const [cs, ct] = [inside.points[from + 2 * k + 2]!, inside.points[from + 2 * k + 3]!]
      const area = ((bs - as) * (ct - at) - (cs - as) * (bt - at)) / 2
      const [ha, hb, hc] = [h0 + hs * as + ht * at, h0 + hs * bs + ht * bt, h0 + hs * cs + ht * ct]
      total += area
      m.s += (area * (as + bs + cs)) / 3
      m.t += (area * (at + bt + ct)) / 3
      m.h += (area * (ha + hb + hc)) / 3
      m.ss += (area * (as * as + bs * bs + cs * cs + as * bs + bs * cs + cs * as)) / 6
      m.tt += (area * (at * at + bt * bt + ct * ct + at * bt + bt * ct + ct * at)) / 6
      m.st += (area * (2 * (as * at + bs * bt + cs * ct) + as * (bt + ct) + bs * (at + ct) + cs * (at + bt))) / 12
      m.hh += (area * (ha * ha + hb * hb + hc * hc + ha * hb + hb * hc + hc * ha)) / 6
      const global = 3 * patch.triangles[triangle]!
      for (let axis = 0; axis < 3; axis++) m.n[axis]! += area * triangleNormals[global + axis]!
    }
  }
  for (const key of ['s', 't', 'h', 'ss', 'st', 'tt', 'hh'] as const) m[key] /= total
  m.ss = Math.max(0, m.ss - m.s * m.s)
  m.tt = Math.max(0, m.tt - m.t * m.t)
  m.st -= m.s * m.t
  m.hh = patch.isFlat ? 0 : Math.max(0, m.hh - m.h * m.h - slopeVariance(m, patch))
  const length = Math.hypot(m.n[0]!, m.n[1]!, m.n[2]!)
  if (length > 0) for (let axis = 0; axis < 3; axis++) m.n[axis]! /= length
  else m.n.set(patch.axes.subarray(6, 9))
  return m
}

/** The part of the heights' variance that the tilt of the mean normal explains. */
function slopeVariance(m: Moments, patch: Patch): number {
  const up = Math.max(0.3, dotAxis(m.n, patch.axes, 6) / (Math.hypot(m.n[0]!, m.n[1]!, m.n[2]!) || 1))
  const scale = 1 / (Math.hypot(m.n[0]!, m.n[1]!, m.n[2]!) || 1)
  const gs = (-dotAxis(m.n, patch.axes, 0) * scale) / up
  const gt = (-dotAxis(m.n, patch.axes, 3) * scale) / up
  return gs * gs * m.ss + 2 * gs * gt * m.st + gt * gt * m.tt
}

/** Height over the frame as constant + slope · s + slope · t. */
function heightOf(patch: Patch, triangle: number): [number, number, number] {
  const c = patch.corners
  const at = 9 * triangle
  const [bs, bt, bh] = [c[at + 3]! - c[at]!, c[at + 4]! - c[at + 1]!, c[at + 5]! - c[at + 2]!]
  const [cs, ct, ch] = [c[at + 6]! - c[at]!, c[at + 7]! - c[at + 1]!, c[at + 8]! - c[at + 2]!]
  const det = bs * ct - cs * bt
  if (Math.abs(det) < 1e-14) return [c[at + 2]!, 0, 0]
  const hs = (bh * ct - ch * bt) / det
  const ht = (bs * ch - cs * bh) / det
  return [c[at + 2]! - hs * c[at]! - ht * c[at + 1]!, hs, ht]
}

function dotAxis(a: Float64Array, axes: Float64Array, at: number): number {
  return a[0]! * axes[at]! + a[1]! * axes[at + 1]! + a[2]! * axes[at + 2]!
}

/**
 * Writes scales and quaternion. Axes along the world's get the identity with the scales swapped: eight-bit rotations (Spark's,
 * SPZ's) cannot express a quarter turn exactly.
 */
function turn(axes: Float64Array, along: number, across: number, thick: number): void {
  const [first, second, third] = [worldAxis(axes, 0), worldAxis(axes, 3), worldAxis(axes, 6)]
  const q = shape.rotation
  if (first >= 0 && second >= 0 && third >= 0) {
    shape.scale[first] = along
    shape.scale[second] = across
    shape.scale[third] = thick
    q[0] = q[1] = q[2] = 0
    q[3] = 1
    return
  }
  shape.scale[0] = along
  shape.scale[1] = across
  shape.scale[2] = thick
  const [m00, m10, m20, m01, m11, m21, m02, m12, m22] = axes as unknown as number[]
  const trace = m00! + m11! + m22!
  if (trace > 0) {
    const r = 0.5 / Math.sqrt(trace + 1)
    q.set([(m21! - m12!) * r, (m02! - m20!) * r, (m10! - m01!) * r, 0.25 / r])
  } else if (m00! > m11! && m00! > m22!) {
    const r = 2 * Math.sqrt(1 + m00! - m11! - m22!)
    q.set([0.25 * r, (m01! + m10!) / r, (m02! + m20!) / r, (m21! - m12!) / r])
  } else if (m11! > m22!) {
    const r = 2 * Math.sqrt(1 + m11! - m00! - m22!)
    q.set([(m01! + m10!) / r, 0.25 * r, (m12! + m21!) / r, (m02! - m20!) / r])
  } else {
    const r = 2 * Math.sqrt(1 + m22! - m00! - m11!)
    q.set([(m02! + m20!) / r, (m12! + m21!) / r, 0.25 * r, (m10! - m01!) / r])
  }
}

/** The world's axis along which one of a frame's lies; −1: none. */
function worldAxis(axes: Float64Array, at: number): number {
  for (let k = 0; k < 3; k++) if (Math.abs(axes[at + k]!) > 0.99999) return k
  return -1
}

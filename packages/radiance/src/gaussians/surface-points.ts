import type { TraceScene } from '../scene/trace-scene.ts'
import { type Cell, spreadPoints } from './cells.ts'

/** Points on a scene's surfaces. */
export type SurfacePoints = {
  readonly count: number
  /** Index of the triangle, one per point. */
  readonly triangles: Uint32Array
  /** Second and third barycentric coordinate, two per point. */
  readonly barycentrics: Float32Array
  /** x, y, z, three per point. */
  readonly positions: Float32Array
}

/** Gives the display values (three per point) of surface points as somebody in the room sees them. @param display Mutated. */
export type ShadePoints = (points: SurfacePoints, display: Float32Array) => void

/** Four points of each cell (fewer in slivers; the last is repeated), cell by cell. */
export function pointsOfCells(scene: TraceScene, cells: readonly Cell[], salt: number): SurfacePoints {
  const count = cells.length * 4
  const points = {
    count,
    triangles: new Uint32Array(count),
    barycentrics: new Float32Array(count * 2),
    positions: new Float32Array(count * 3),
  }
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    let at = 4 * i
    const { corners, triangles } = cell.patch
    const jitter = hashCell(cell, salt)
    const written = spreadPoints(cell, jitter, (triangle, s, t) => {
      writePoint(scene, corners, triangle, triangles[triangle]!, s, t, points, at)
      at++
    })
    for (let k = written; k < 4; k++) copyPoint(points, 4 * i + Math.max(0, written - 1), 4 * i + k)
    if (written > 0) continue
    points.triangles[4 * i] = triangles[cell.triangles[0]!]!
  }
  return points
}

function writePoint(
  scene: TraceScene,
  corners: Float64Array,
  triangle: number,
  global: number,
  s: number,
  t: number,
  points: SurfacePoints,
  at: number,
): void {
  const c = 9 * triangle
  const [bs, bt] = [corners[c + 3]! - corners[c]!, corners[c + 4]! - corners[c + 1]!]
  const [cs, ct] = [corners[c + 6]! - corners[c]!, corners[c + 7]! - corners[c + 1]!]
  const [ds, dt] = [s - corners[c]!, t - corners[c + 1]!]
  const det = bs * ct - cs * bt
  const v = Math.abs(det) > 1e-14 ? clamp((ds * ct - cs * dt) / det) : 1 / 3
  const w = Math.abs(det) > 1e-14 ? Math.min(clamp((bs * dt - ds * bt) / det), 1 - v) : 1 / 3
  points.triangles[at] = global
  points.barycentrics[2 * at] = v
  points.barycentrics[2 * at + 1] = w
  const a = 3 * scene.indices[3 * global]!
  const b = 3 * scene.indices[3 * global + 1]!
  const d = 3 * scene.indices[3 * global + 2]!
  const p = scene.positions
  for (let k = 0; k < 3; k++) {
    points.positions[3 * at + k] = p[a + k]! + v * (p[b + k]! - p[a + k]!) + w * (p[d + k]! - p[a + k]!)
  }
}

function copyPoint(points: SurfacePoints, from: number, to: number): void {
  points.triangles[to] = points.triangles[from]!
  points.barycentrics.copyWithin(2 * to, 2 * from, 2 * from + 2)
  points.positions.copyWithin(3 * to, 3 * from, 3 * from + 3)
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value))

/** A number in 0 … 1 that looks random, by a cell's place on its surface alone: it stays when other things move. */
export function hashCell({ s0, s1, t0, t1 }: Cell, salt: number): number {
  const first = Math.imul(Math.round(s0 * GRID), 0x9e3779b1) ^ Math.imul(Math.round(t0 * GRID), 0x85ebca6b)
  const second = Math.imul(Math.round(s1 * GRID), 0xc2b2ae35) ^ Math.imul(Math.round(t1 * GRID), 0x27d4eb2f)
  return hashUnit(first + second + 7919 * salt)
}

/** Places are told apart to one over this, metres. */
const GRID = 8192

/** A number in 0 … 1 that looks random, by integer mixing (Wang's constants). */
export function hashUnit(value: number): number {
  let h = Math.imul(value ^ 61 ^ (value >>> 16), 9)
  h = Math.imul(h ^ (h >>> 4), 0x27d4eb2d)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}

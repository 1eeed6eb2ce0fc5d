import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { RayCaster } from '../trace/ray-caster.ts'
import { CellHeap } from './cell-heap.ts'
import { type Cell, splitCell, wholeCell } from './cells.ts'
import type { Gaussians } from './gaussians.ts'
import { findMirrors, reflectShape } from './mirrors.ts'
import { keepOpenEdges } from './open-edges.ts'
import { orderForStreaming } from './order-for-streaming.ts'
import { buildPatches, type Patch } from './patches.ts'
import { pointsOfCells, type ShadePoints } from './surface-points.ts'
import { OPACITY, shapeOfCell } from './to-gaussian.ts'
import { eyesOver, weighByVisibility } from './visibility.ts'
import { findStandings } from './walkable.ts'

export type EmitOptions = {
  /** How many gaussians at most. */
  readonly budget?: number
  /** Sides longer than this are always split, metres. */
  readonly largest?: number
  /** Sides shorter than twice this never are, metres. */
  readonly smallest?: number
  /** Where people look from. Absent: from everywhere that one can stand. */
  readonly eyes?: readonly Vector3[]
  /** Absent: all instances. */
  readonly isWanted?: (instance: number) => boolean
}

export const EMIT_DEFAULTS = { budget: 312_000, largest: 0.05, smallest: 0.004 } as const

/** Cells in which visibility is asked for, metres. */
const COARSE = 0.1
/** Cells that are split before their halves are shaded together, at most; never more than an eighth, lest even cells be split. */
const BATCH = 8192
/** Squared contrast that is expected where a surface ends before something else. */
const EDGE_CONTRAST = 0.02
/** Below this variance of display values a cell's colour counts as even. */
const EVEN = 2e-5
/** Detail finer than this mostly falls between pixels, metres. */
const PIXEL = 0.006

/**
 * Covers the surfaces that can be seen with gaussians: large ones where the light is even, small ones where it changes or where
 * a surface ends.
 */
export function emitGaussians(
  scene: TraceScene,
  caster: RayCaster,
  shade: ShadePoints,
  options: EmitOptions = {},
): Gaussians {
  const { budget, largest, smallest, eyes, isWanted } = { ...EMIT_DEFAULTS, ...options }
  const patches = keepOpenEdges(caster, buildPatches(scene, isWanted))
  const lookouts = eyes ?? eyesOver(findStandings(scene, caster))
  const seen = cellsInSight(scene, caster, patches, lookouts)
  const heap = new CellHeap()
  judge(scene, shade, heap, firstCells(seen, largest, budget), smallest)
  while (heap.size < budget) {
    const halves: Cell[] = []
    const many = Math.min(BATCH, Math.ceil(heap.size / 8), budget - heap.size)
    for (let i = 0; i < many; i++) {
      const cell = heap.pop()
      if (!cell) break
      if (cell.gain <= 0) {
        heap.push(cell)
        break
      }
      halves.push(...splitCell(cell, cell.alongS))
    }
    if (halves.length === 0) break
    judge(scene, shade, heap, halves, smallest)
  }
  return orderForStreaming(toTable(scene, heap.cells))
}

/** Coarse cells of all that can be seen, straight or in mirrors. */
function cellsInSight(
  scene: TraceScene,
  caster: RayCaster,
  patches: readonly Patch[],
  eyes: readonly Vector3[],
): Cell[] {
  const mirrors = findMirrors(scene, patches)
  const glasses = new Set(mirrors.map(({ patch }) => patch))
  const coarse = patches.flatMap((patch) => {
    const cell = glasses.has(patch) ? undefined : wholeCell(patch)
    return cell ? splitDown(cell, COARSE) : []
  })
  const reflected = mirrors.flatMap((mirror) => {
    const cells = coarse.map((cell): Cell => ({ ...cell, color: [0, 0, 0], mirror }))
    return weighByVisibility(scene, caster, cells, eyes, mirror)
  })
  return [...weighByVisibility(scene, caster, coarse, eyes), ...reflected]
}

/** Cuts a cell into equal parts with sides no longer than a limit. */
function splitDown(cell: Cell, limit: number): Cell[] {
  const [ds, dt] = [cell.s1 - cell.s0, cell.t1 - cell.t0]
  const parts = Math.ceil(Math.max(ds, dt) / limit - 1e-6)
  if (parts <= 1) return [cell]
  return splitCell(cell, ds >= dt, (parts >> 1) / parts).flatMap((half) => splitDown(half, limit))
}

/** Part of the budget that the first, even cells may take; the rest goes where there is detail. */
const EVEN_SHARE = 0.4

/** Cells with sides up to `largest`; larger ones where the budget is small. */
function firstCells(seen: readonly Cell[], largest: number, budget: number): Cell[] {
  const area = seen.reduce((sum, cell) => sum + cell.area, 0)
  let limit = Math.max(largest, Math.sqrt(area / (EVEN_SHARE * budget)))
  for (;;) {
    const cells = seen.flatMap((cell) => splitDown(cell, limit))
    if (cells.length <= EVEN_SHARE * budget || cells.length === seen.length) return cells
    limit *= 1.25
  }
}

/** Shades cells, sets what splitting them would gain, and takes them into the heap. */
function judge(scene: TraceScene, shade: ShadePoints, heap: CellHeap, cells: readonly Cell[], smallest: number): void {
  const points = pointsOfCells(scene, cells, 0)
  const display = new Float32Array(points.count * 3)
  shade(points, display)
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    const spread = spreadOf(cell, display, 12 * i)
    setGain(cell, spread, smallest)
    heap.push(cell)
  }
}

/** Variances of a cell's four samples: over all, and of the differences along s and t. Sets its colour. */
type Spread = { all: number; s: number; t: number }
const spreadScratch: Spread = { all: 0, s: 0, t: 0 }

function spreadOf(cell: Cell, display: Float32Array, at: number): Spread {
  const result = spreadScratch
  result.all = result.s = result.t = 0
  for (let c = 0; c < 3; c++) {
    const [p, q, r, o] = [display[at + c]!, display[at + 3 + c]!, display[at + 6 + c]!, display[at + 9 + c]!]
    const mean = (p + q + r + o) / 4
    cell.color[c] = mean
    result.all += ((p - mean) ** 2 + (q - mean) ** 2 + (r - mean) ** 2 + (o - mean) ** 2) / 12
    result.s += ((q - p) ** 2 + (o - r) ** 2) / 24
    result.t += ((r - p) ** 2 + (o - q) ** 2) / 24
  }
  return result
}

function setGain(cell: Cell, spread: Spread, smallest: number): void {
  const [ds, dt] = [cell.s1 - cell.s0, cell.t1 - cell.t0]
  const edge = edgeOf(cell, ds, dt)
  const coarse = (side: number) => (side >= 2 * smallest ? side ** 2 / (side ** 2 + PIXEL ** 2) : 0)
  const base = cell.weight * cell.area
  // Along each axis: its share of the variance, and what reaches over edges.
  const [shareS, shareT] = cell.isFull
    ? [spread.s + spread.all / 4, spread.t + spread.all / 4]
    : [(spread.all * ds) / (ds + dt), (spread.all * dt) / (ds + dt)]
  const gainS = coarse(ds) * (base * shareS + edge.s)
  const gainT = coarse(dt) * (base * shareT + edge.t)
  cell.alongS = gainS * ds >= gainT * dt
  cell.gain = gainS + gainT
  cell.isEven = spread.all < EVEN
}

const edgeScratch = { s: 0, t: 0 }

/** How much a cell's gaussian would reach over an end of the surface, by axis: weight × length × width × contrast. */
function edgeOf(cell: Cell, ds: number, dt: number): { s: number; t: number } {
  const result = edgeScratch
  result.s = result.t = 0
  const { edges } = cell.patch
  const [cs, ct] = [(cell.s0 + cell.s1) / 2, (cell.t0 + cell.t1) / 2]
  for (let e = 0; e < edges.length; e += 4) {
    const [as, at] = [edges[e]!, edges[e + 1]!]
    const [es, et] = [edges[e + 2]! - as, edges[e + 3]! - at]
    const along = Math.min(1, Math.max(0, ((cs - as) * es + (ct - at) * et) / (es * es + et * et || 1)))
    const [rs, rt] = [cs - as - along * es, ct - at - along * et]
    const distance = Math.hypot(rs, rt)
    if (distance > ds + dt) continue
    const [ns, nt] = distance > 1e-9 ? [Math.abs(rs) / distance, Math.abs(rt) / distance] : [0.7, 0.7]
    const across = ns * ds + nt * dt
    const near = Math.max(0, distance - across / 2)
    if (near >= across) continue
    const length = Math.min(Math.hypot(es, et), nt * ds + ns * dt)
    const reach = cell.weight * EDGE_CONTRAST * length * across * 0.3 * (1 - near / across)
    result.s += reach * ns * ns
    result.t += reach * nt * nt
  }
  return result
}

function toTable(scene: TraceScene, cells: readonly Cell[]): Gaussians {
  const count = cells.length
  const table = {
    count,
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count * 3),
    rotations: new Float32Array(count * 4),
    opacities: new Float32Array(count).fill(OPACITY),
    colors: new Float32Array(count * 3),
    instances: new Uint32Array(count),
    semantics: new Uint8Array(count),
    levels: [count],
  }
  const normals = triangleNormals(scene)
  for (let i = 0; i < count; i++) {
    const cell = cells[i]!
    const { position, scale, rotation } = shapeOfCell(cell, normals, cell.isEven)
    const instance = cell.mirror?.instance ?? cell.patch.instance
    if (cell.mirror) reflectShape(cell.mirror, position, rotation)
    table.positions.set(position, 3 * i)
    table.scales.set(scale, 3 * i)
    table.rotations.set(rotation, 4 * i)
    table.colors.set(cell.color, 3 * i)
    table.instances[i] = instance + 1
    table.semantics[i] = scene.instances[instance]!.semantic + 1
  }
  return table
}

function triangleNormals(scene: TraceScene): Float64Array {
  const p = scene.positions
  const normals = new Float64Array(scene.indices.length)
  for (let t = 0; t < normals.length; t += 3) {
    const a = 3 * scene.indices[t]!
    const b = 3 * scene.indices[t + 1]!
    const c = 3 * scene.indices[t + 2]!
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!]
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!]
    const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    const length = Math.hypot(x, y, z) || 1
    normals[t] = x / length
    normals[t + 1] = y / length
    normals[t + 2] = z / length
  }
  return normals
}

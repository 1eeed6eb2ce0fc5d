import type { Mirror } from './mirrors.ts'
import type { Patch } from './patches.ts'

/** A rectangle of a patch's frame and what of the patch lies in it: one gaussian, unless it is split. */
export type Cell = {
  readonly patch: Patch
  readonly s0: number
  readonly s1: number
  readonly t0: number
  readonly t1: number
  /** Triangles (of the patch) that reach into it. */
  readonly triangles: Int32Array
  /** m² that are covered. */
  readonly area: number
  /** Covered from side to side. */
  readonly isFull: boolean
  /** Display values, mean of the samples. */
  readonly color: [red: number, green: number, blue: number]
  /** Pixels that it takes up in a typical view, relative, per m². */
  weight: number
  /** What splitting might gain. */
  gain: number
  /** Along which axis it would be split. */
  alongS: boolean
  /** Its colour hardly changes. */
  isEven: boolean
  /** What is drawn is its reflection. Undefined: itself. */
  mirror: Mirror | undefined
}

/** What lies inside a rectangle: polygons, one per triangle, and their sums. Scratch of this module, valid until the next call. */
export type Cover = {
  area: number
  /** Number of polygons; each its triangle (of the patch), and its corners in `points` from `starts[i]` to `starts[i + 1]`. */
  pieces: number
  readonly triangles: Int32Array
  readonly starts: Int32Array
  points: Float64Array
  s0: number
  s1: number
  t0: number
  t1: number
}

const cover: Cover = {
  area: 0,
  pieces: 0,
  triangles: new Int32Array(65536),
  starts: new Int32Array(65537),
  points: new Float64Array(65536 * 4),
  s0: 0,
  s1: 0,
  t0: 0,
  t1: 0,
}
const ring = new Float64Array(32)
const spare = new Float64Array(32)

/** Cuts a patch's triangles to a rectangle of its frame. */
export function coverOf(
  patch: Patch,
  triangles: Int32Array,
  s0: number,
  s1: number,
  t0: number,
  t1: number,
): Readonly<Cover> {
  cover.area = 0
  cover.pieces = 0
  cover.starts[0] = 0
  cover.s0 = cover.t0 = Infinity
  cover.s1 = cover.t1 = -Infinity
  let end = 0
  for (let i = 0; i < triangles.length; i++) {
    const at = 9 * triangles[i]!
    const c = patch.corners
    ring[0] = c[at]!
    ring[1] = c[at + 1]!
    ring[2] = c[at + 3]!
    ring[3] = c[at + 4]!
    ring[4] = c[at + 6]!
    ring[5] = c[at + 7]!
    let length = clip(ring, spare, 3, 0, s0, 1)
    length = clip(spare, ring, length, 0, s1, -1)
    length = clip(ring, spare, length, 1, t0, 1)
    length = clip(spare, ring, length, 1, t1, -1)
    if (length < 3) continue
    let area = 0
    for (let k = 1; k + 1 < length; k++) {
      area +=
        (ring[2 * k]! - ring[0]!) * (ring[2 * k + 3]! - ring[1]!) -
        (ring[2 * k + 2]! - ring[0]!) * (ring[2 * k + 1]! - ring[1]!)
    }
    if (area <= 1e-12) continue
    cover.area += area / 2
    if (cover.points.length < end + 2 * length) cover.points = grow(cover.points)
    for (let k = 0; k < length; k++) {
      const s = ring[2 * k]!
      const t = ring[2 * k + 1]!
      if (s < cover.s0) cover.s0 = s
      if (s > cover.s1) cover.s1 = s
      if (t < cover.t0) cover.t0 = t
      if (t > cover.t1) cover.t1 = t
      cover.points[end++] = s
      cover.points[end++] = t
    }
    cover.triangles[cover.pieces] = triangles[i]!
    cover.pieces++
    cover.starts[cover.pieces] = end
    if (cover.pieces === cover.triangles.length) break
  }
  return cover
}

function grow(points: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(points.length * 2)
  longer.set(points)
  return longer
}

/** Keeps the part of a polygon where `sign · coordinate ≥ sign · limit`. @returns its number of corners. */
function clip(from: Float64Array, to: Float64Array, length: number, axis: 0 | 1, limit: number, sign: 1 | -1): number {
  let kept = 0
  for (let i = 0; i < length; i++) {
    const j = i + 1 === length ? 0 : i + 1
    const a = sign * (from[2 * i + axis]! - limit)
    const b = sign * (from[2 * j + axis]! - limit)
    if (a >= 0) {
      to[2 * kept] = from[2 * i]!
      to[2 * kept + 1] = from[2 * i + 1]!
      kept++
    }
    if (a >= 0 !== b >= 0) {
      const f = a / (a - b)
      to[2 * kept] = from[2 * i]! + f * (from[2 * j]! - from[2 * i]!)
      to[2 * kept + 1] = from[2 * i + 1]! + f * (from[2 * j + 1]! - from[2 * i + 1]!)
      kept++
    }
  }
  return kept
}

/** Part of a rectangle that has to be covered to be called full. */
const FULL = 0.9995

/** The cell of everything in a rectangle; undefined where there is nothing. It shrinks to what it covers. */
export function makeCell(
  patch: Patch,
  triangles: Int32Array,
  s0: number,
  s1: number,
  t0: number,
  t1: number,
  weight: number,
): Cell | undefined {
  const inside = coverOf(patch, triangles, s0, s1, t0, t1)
  if (inside.pieces === 0) return undefined
  const area = (inside.s1 - inside.s0) * (inside.t1 - inside.t0)
  const own = inside.pieces === triangles.length ? triangles : inside.triangles.slice(0, inside.pieces)
  return {
    patch,
    s0: inside.s0,
    s1: inside.s1,
    t0: inside.t0,
    t1: inside.t1,
    triangles: own,
    area: inside.area,
    isFull: patch.isFlat && inside.area >= FULL * area,
    color: [0, 0, 0],
    weight,
    gain: 0,
    alongS: inside.s1 - inside.s0 >= inside.t1 - inside.t0,
    isEven: false,
    mirror: undefined,
  }
}

/** The cell of a whole patch. */
export function wholeCell(patch: Patch): Cell | undefined {
  const all = Int32Array.from(patch.triangles, (_, index) => index)
  const [s0, s1, t0, t1] = patch.bounds
  return makeCell(patch, all, s0, s1, t0, t1, 1)
}

/** Cuts a cell in two, at a part of its side. @returns one or two cells; one without surface falls away. */
export function splitCell(cell: Cell, alongS: boolean, part = 0.5): Cell[] {
  const { patch, s0, s1, t0, t1, triangles, weight, mirror } = cell
  const middle = alongS ? s0 + part * (s1 - s0) : t0 + part * (t1 - t0)
  if (cell.isFull && triangles.length <= 2) {
    const [first, second] = [cell.area * part, cell.area * (1 - part)]
    return alongS
      ? [fullPart(cell, s0, middle, t0, t1, first), fullPart(cell, middle, s1, t0, t1, second)]
      : [fullPart(cell, s0, s1, t0, middle, first), fullPart(cell, s0, s1, middle, t1, second)]
  }
  const halves = alongS
    ? [makeCell(patch, triangles, s0, middle, t0, t1, weight), makeCell(patch, triangles, middle, s1, t0, t1, weight)]
    : [makeCell(patch, triangles, s0, s1, t0, middle, weight), makeCell(patch, triangles, s0, s1, middle, t1, weight)]
  const found = halves.filter((half) => half !== undefined)
  if (mirror) for (const half of found) half.mirror = mirror
  return found
}

/** Written out field by field: there are hundreds of thousands, and spreading an object costs several times as much. */
function fullPart(cell: Cell, s0: number, s1: number, t0: number, t1: number, area: number): Cell {
  const { patch, triangles, weight, mirror } = cell
  const color: [number, number, number] = [0, 0, 0]
  const isFull = true
  return { patch, s0, s1, t0, t1, triangles, area, isFull, color, weight, gain: 0, alongS: true, isEven: false, mirror }
}

/**
 * Points inside a cell, spread over it.
 *
 * @param write Called with the point's triangle (of the patch), s and t. @param jitter 0 … 1, moves the points.
 * @returns how many points there are: 4, in two rows (t) of two (s) where the cell is full.
 */
export function spreadPoints(
  cell: Cell,
  jitter: number,
  write: (triangle: number, s: number, t: number) => void,
): number {
  const { patch, s0, s1, t0, t1, triangles } = cell
  if (cell.isFull) {
    for (let k = 0; k < 4; k++) {
      const s = s0 + (s1 - s0) * (0.5 * (k & 1) + 0.1 + 0.3 * ((jitter * (k + 1) * 1.618) % 1))
      const t = t0 + (t1 - t0) * (0.5 * (k >> 1) + 0.1 + 0.3 * ((jitter * (k + 1) * 2.414) % 1))
      write(triangleAt(patch, triangles, s, t), s, t)
    }
    return 4
  }
  const inside = coverOf(patch, triangles, s0, s1, t0, t1)
  let target = jitter * 0.25 * inside.area
  let passed = 0
  let written = 0
  for (let piece = 0; piece < inside.pieces && written < 4; piece++) {
    const from = inside.starts[piece]!
    const corners = (inside.starts[piece + 1]! - from) / 2
    for (let k = 1; k + 1 < corners && written < 4; k++) {
      const [as, at] = [inside.points[from]!, inside.points[from + 1]!]
      const [bs, bt] = [inside.points[from + 2 * k]!, inside.points[from + 2 * k + 1]!]
      const [cs, ct] = [inside.points[from + 2 * k + 2]!, inside.points[from + 2 * k + 3]!]
      const area = ((bs - as) * (ct - at) - (cs - as) * (bt - at)) / 2
      while (written < 4 && target <= passed + area) {
        // Where in the triangle: the place along the sum of areas, and a second number from its digits.
        const u = Math.sqrt(area > 0 ? Math.max(0, target - passed) / area : 0.5)
        const v = ((jitter + 0.382 * written) * 7.31) % 1
        const fb = u * (1 - v)
        const fc = u * v
        write(inside.triangles[piece]!, as + fb * (bs - as) + fc * (cs - as), at + fb * (bt - at) + fc * (ct - at))
        written++
        target += 0.25 * inside.area
      }
      passed += area
    }
  }
  return written
}

/** The triangle of a list that holds a point, or comes nearest to it. */
function triangleAt(patch: Patch, triangles: Int32Array, s: number, t: number): number {
  let best = triangles[0]!
  let least = -Infinity
  for (let i = 0; i < triangles.length; i++) {
    const at = 9 * triangles[i]!
    const c = patch.corners
    const inside = Math.min(side(c, at, at + 3, s, t), side(c, at + 3, at + 6, s, t), side(c, at + 6, at, s, t))
    if (inside >= 0) return triangles[i]!
    if (inside <= least) continue
    least = inside
    best = triangles[i]!
  }
  return best
}

function side(c: Float64Array, a: number, b: number, s: number, t: number): number {
  return (c[b]! - c[a]!) * (t - c[a + 1]!) - (c[b + 1]! - c[a + 1]!) * (s - c[a]!)
}

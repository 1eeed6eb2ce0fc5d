import type { Pattern } from './materials.ts'

/** A number of a pattern at u, v in 0 … 1, which repeat. */
type Field = (u: number, v: number) => number

/** Floors are laid, not upholstered: the same wood as on a table, but in boards. */
export type SurfacePattern = Exclude<Pattern, 'none'> | 'planks' | 'parquet'

/**
 * How a pattern varies a base colour.
 *
 * shade: brightness as a display shows it; 1 leaves the colour as it is ·
 * depth: powers of the shade for red, green and blue, so that dark parts take on a hue (absent: none) ·
 * warmth: −1 cool … 1 warm, `range` of it at most (absent: none).
 */
type Paint = {
  readonly shade: Field
  readonly depth?: readonly [number, number, number]
  readonly warmth?: { readonly range: number; readonly at: Field }
}

/** Boards are looked at closely; the rest repeats often enough to do with less. */
export function patternSize(pattern: SurfacePattern): number {
  return pattern === 'planks' || pattern === 'parquet' ? 512 : 256
}

/**
 * Pixels of a repeating pattern, red, green, blue; they multiply a base colour after both have been made linear.
 * Deterministic. Row 0 is v = 0.
 */
export function paintPattern(pattern: SurfacePattern, size = patternSize(pattern)): Uint8Array {
  const { shade, depth = [1, 1, 1], warmth } = paints[pattern]
  const pixels = new Uint8Array(size * size * 3)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const u = (x + 0.5) / size
      const v = (y + 0.5) / size
      const value = Math.max(0, shade(u, v))
      const warm = warmth ? warmth.at(u, v) * warmth.range : 0
      const i = (y * size + x) * 3
      pixels[i] = toByte(value ** depth[0] * (1 + warm * 0.6))
      pixels[i + 1] = toByte(value ** depth[1])
      pixels[i + 2] = toByte(value ** depth[2] * (1 - warm))
    }
  }
  return pixels
}

const toByte = (value: number) => Math.max(0, Math.min(255, Math.round(value * 255)))

/** A shuffled table, twice over: looking a value up costs a tenth of mixing bits for each pixel. */
const table = createTable()

function createTable(): Float64Array {
  const values = new Float64Array(4096)
  let state = 0x2545f491
  for (let i = 0; i < values.length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    values[i] = (state >>> 0) / 4294967296
  }
  return values
}

/** 0 … 1 for whole numbers. */
function hash(x: number, y: number, seed: number): number {
  return table[(x * 73 + y * 1327 + seed * 2749) & 4095]!
}

/** Exact for whole numbers; `%` takes many times as long. */
const modulo = (value: number, period: number) => value - period * Math.floor(value / period)
const smooth = (t: number) => t * t * (3 - 2 * t)

/** Value noise that repeats after `periodX` × `periodY` cells. */
function noise(x: number, y: number, periodX: number, periodY: number, seed: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = smooth(x - ix)
  const fy = smooth(y - iy)
  const left = modulo(ix, periodX)
  const right = left + 1 === periodX ? 0 : left + 1
  const top = modulo(iy, periodY)
  const bottom = top + 1 === periodY ? 0 : top + 1
  const corner = hash(left, top, seed)
  const low = corner + (hash(right, top, seed) - corner) * fx
  const below = hash(left, bottom, seed)
  const high = below + (hash(right, bottom, seed) - below) * fx
  return low + (high - low) * fy
}

function fractal(u: number, v: number, cellsX: number, cellsY: number, octaves: number, seed: number): number {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    const factor = 2 ** octave
    sum += weight * noise(u * cellsX * factor, v * cellsY * factor, cellsX * factor, cellsY * factor, seed + octave)
    total += weight
    weight /= 2
  }
  return sum / total
}

/** Distance to the nearest of jittered points, one a cell; repeats. */
function cells(u: number, v: number, count: number, seed: number): { near: number; id: number } {
  const x = u * count
  const y = v * count
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  let near = 9
  let id = 0
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const cx = modulo(ix + dx, count)
      const cy = modulo(iy + dy, count)
      const px = ix + dx + hash(cx, cy, seed)
      const py = iy + dy + hash(cx, cy, seed + 1)
      const d = Math.hypot(px - x, py - y)
      if (d < near) {
        near = d
        id = hash(cx, cy, seed + 2)
      }
    }
  }
  return { near, id }
}

/** Grain along u. */
function grain(u: number, v: number, seed: number): number {
  const warp = fractal(u, v, 2, 4, 2, seed) * 0.12
  const fibre = fractal(u, v, 4, 96, 2, seed + 7)
  const rings = fractal(u, v + warp, 1, 14, 3, seed + 3)
  return 0.9 + (rings - 0.5) * 0.2 + (fibre - 0.5) * 0.12
}

/** Which board of staggered rows lies at u, v: its own number 0 … 1, and the place within it. */
function boardAt(u: number, v: number, rows: number, perRow: number, seed: number) {
  const row = Math.floor(v * rows)
  const shifted = u * perRow + hash(row, 3, seed)
  const board = modulo(Math.floor(shifted), perRow)
  return { tone: hash(board, row, seed + 5), inRow: v * rows - row, inBoard: shifted - Math.floor(shifted) }
}

/** Boards along u, in staggered rows, each with its own tone and a thin joint. */
function boards(u: number, v: number, rows: number, perRow: number, seed: number): number {
  const { tone, inRow, inBoard } = boardAt(u, v, rows, perRow, seed)
  const joint = Math.min(inRow, 1 - inRow) < 0.016 || Math.min(inBoard, 1 - inBoard) < 0.0022
  const own = grain(modulo(u + tone, 1), modulo(v + tone * 0.37, 1), seed + 11)
  return (own + (tone - 0.5) * 0.13) * (joint ? 0.72 : 1)
}

/** Stretchers in a running bond, four courses high, with joints of mortar. */
function bricks(u: number, v: number): { mortar: boolean; tone: number } {
  const course = Math.floor(v * 4)
  const along = u * 2 + (course % 2) * 0.5
  const inCourse = v * 4 - course
  const inBrick = along - Math.floor(along)
  const mortar = Math.min(inCourse, 1 - inCourse) < 0.07 || Math.min(inBrick, 1 - inBrick) < 0.022
  return { mortar, tone: hash(modulo(Math.floor(along), 2), course, 41) }
}

/** Warp over weft: which thread lies on top, and where across it u, v is. */
function threadAt(u: number, v: number, threads: number) {
  const x = u * threads
  const y = v * threads
  const over = (Math.floor(x) + Math.floor(y)) % 2 === 0
  return { over, across: over ? y - Math.floor(y) : x - Math.floor(x), index: Math.floor(over ? y : x) }
}

/** The top thread's own number, 0 … 1. */
function thread(u: number, v: number, threads: number, seed: number): number {
  const { over, index } = threadAt(u, v, threads)
  return hash(index, over ? 1 : 2, seed)
}

function weave(u: number, v: number, threads: number, depth: number, seed: number): number {
  const { over, across, index } = threadAt(u, v, threads)
  const round = 1 - Math.abs(across - 0.5) * 2
  return 1 - depth + depth * round + (hash(index, over ? 1 : 2, seed) - 0.5) * 0.07
}

/** Thin dark lines, bent by noise, that fade in and out: 0 … 1. */
function vein(u: number, v: number, count: number, seed: number): number {
  const bend = fractal(u, v, 3, 3, 3, seed + 1) * 0.3
  const line = Math.abs(fractal(modulo(u + bend, 1), modulo(v + bend * 0.6, 1), count, count, 3, seed) - 0.5) * 2
  const strength = fractal(u, v, count, count, 2, seed + 2)
  return Math.max(0, 1 - line * 13) * Math.min(0.6, Math.max(0, strength * 2.4 - 0.8))
}

/** Dark wood, bark and leather lean to red. */
const woodDepth = [0.72, 1, 1.45] as const

const paints: { readonly [name in SurfacePattern]: Paint } = {
  wood: {
    shade: (u, v) => grain(u, v, 1),
    depth: woodDepth,
    warmth: { range: 0.05, at: (u, v) => fractal(u, v, 1, 5, 2, 61) * 2 - 1 },
  },
  planks: {
    shade: (u, v) => boards(u, v, 8, 1, 21),
    depth: woodDepth,
    warmth: { range: 0.07, at: (u, v) => hash(Math.round(boardAt(u, v, 8, 1, 21).tone * 4096), 7, 62) * 2 - 1 },
  },
  parquet: {
    shade: (u, v) => boards(u, v, 16, 4, 33),
    depth: woodDepth,
    warmth: { range: 0.07, at: (u, v) => hash(Math.round(boardAt(u, v, 16, 4, 33).tone * 4096), 7, 63) * 2 - 1 },
  },
  fabric: {
    shade: (u, v) => weave(u, v, 8, 0.16, 2) * (0.97 + fractal(u, v, 4, 4, 2, 9) * 0.05),
    depth: [0.92, 1, 1.1],
    warmth: { range: 0.014, at: (u, v) => thread(u, v, 8, 2) * 2 - 1 },
  },
  knit: {
    shade(u, v) {
      const x = u * 6
      const y = v * 6
      const loop = Math.abs(Math.sin(x * Math.PI)) * (0.6 + 0.4 * Math.abs(Math.sin((y + Math.abs(x % 1)) * Math.PI)))
      return 0.8 + loop * 0.2
    },
    depth: [0.9, 1, 1.12],
  },
  leather: {
    shade(u, v) {
      const { near } = cells(u, v, 14, 4)
      return 0.86 + Math.min(near, 0.7) * 0.1 + (fractal(u, v, 3, 3, 3, 5) - 0.5) * 0.1
    },
    depth: [0.8, 1, 1.25],
  },
  stone: {
    shade(u, v) {
      const bed = fractal(u, v, 3, 5, 4, 6)
      const cloud = fractal(u, v, 7, 7, 3, 66)
      return 0.955 + (bed - 0.5) * 0.09 + (cloud - 0.5) * 0.05 - 0.12 * vein(u, v, 4, 8) - 0.07 * vein(u, v, 9, 70)
    },
    depth: [1.04, 1, 0.94],
    warmth: { range: 0.03, at: (u, v) => fractal(u, v, 4, 4, 3, 64) * 2 - 0.8 },
  },
  terrazzo: {
    shade(u, v) {
      const coarse = cells(u, v, 12, 12)
      const fine = cells(u, v, 34, 15)
      if (coarse.near < 0.34 * (0.5 + coarse.id * 0.7)) return 0.72 + coarse.id * 0.34
      if (fine.near < 0.3) return 0.84 + fine.id * 0.2
      return 0.96
    },
    warmth: {
      range: 0.12,
      at(u, v) {
        const { near, id } = cells(u, v, 12, 12)
        return near < 0.34 * (0.5 + id * 0.7) ? modulo(id * 37, 1) * 2 - 1 : 0
      },
    },
  },
  tile: {
    shade(u, v) {
      const joint = Math.min(u, 1 - u, v, 1 - v)
      if (joint < 0.012) return 0.78
      return 0.955 + (fractal(u, v, 2, 2, 2, 13) - 0.5) * 0.05
    },
    depth: [0.95, 1, 1.05],
  },
  brick: {
    shade(u, v) {
      const { mortar, tone } = bricks(u, v)
      const rough = (fractal(u, v, 16, 16, 3, 42) - 0.5) * 0.22
      return mortar ? 1.0 + rough * 0.3 : 0.8 + (tone - 0.5) * 0.22 + rough
    },
    depth: [0.75, 1.05, 1.2],
    warmth: {
      range: 0.5,
      at(u, v) {
        const { mortar, tone } = bricks(u, v)
        return mortar ? -1 : modulo(tone * 53, 1) * 0.3
      },
    },
  },
  brushed: { shade: (u, v) => 0.93 + (fractal(u, v, 2, 128, 2, 14) - 0.5) * 0.16 },
  rattan: {
    shade: (u, v) => weave(u, v, 6, 0.42, 16),
    depth: [0.75, 1, 1.3],
    warmth: { range: 0.06, at: (u, v) => thread(u, v, 6, 16) * 2 - 1 },
  },
  leaf: {
    shade: (u, v) => 0.9 + (fractal(u, v, 4, 8, 3, 17) - 0.5) * 0.34,
    depth: [0.85, 0.95, 1.1],
    warmth: { range: 0.06, at: (u, v) => fractal(u, v, 3, 3, 2, 65) * 2 - 1 },
  },
  soil: { shade: (u, v) => 0.8 + (fractal(u, v, 12, 12, 3, 18) - 0.5) * 0.7, depth: [0.85, 1, 1.15] },
  plaster: { shade: (u, v) => 0.985 + (fractal(u, v, 10, 10, 4, 19) - 0.5) * 0.035 },
}

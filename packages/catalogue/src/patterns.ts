import type { Pattern } from './materials.ts'

/** Brightness of a pattern at u, v in 0 … 1, which repeat; 1 leaves the base colour as it is. */
type Shade = (u: number, v: number) => number

/** Floors are laid, not upholstered: the same wood as on a table, but in boards. */
export type SurfacePattern = Exclude<Pattern, 'none'> | 'planks' | 'parquet'

/** Boards are looked at closely; the rest repeats often enough to do with less. */
export function patternSize(pattern: SurfacePattern): number {
  return pattern === 'planks' || pattern === 'parquet' ? 512 : 256
}

/** Pixels of a repeating pattern, one byte of brightness each; deterministic. */
export function paintPattern(pattern: SurfacePattern, size = patternSize(pattern)): Uint8Array {
  const shade = shades[pattern]
  const pixels = new Uint8Array(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const value = shade((x + 0.5) / size, (y + 0.5) / size)
      pixels[y * size + x] = Math.max(0, Math.min(255, Math.round(value * 255)))
    }
  }
  return pixels
}

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

const modulo = (value: number, period: number) => ((value % period) + period) % period
const smooth = (t: number) => t * t * (3 - 2 * t)

/** Value noise that repeats after `periodX` × `periodY` cells. */
function noise(x: number, y: number, periodX: number, periodY: number, seed: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = smooth(x - ix)
  const fy = smooth(y - iy)
  const at = (dx: number, dy: number) => hash(modulo(ix + dx, periodX), modulo(iy + dy, periodY), seed)
  const low = at(0, 0) + (at(1, 0) - at(0, 0)) * fx
  const high = at(0, 1) + (at(1, 1) - at(0, 1)) * fx
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
  return 0.9 + (rings - 0.5) * 0.17 + (fibre - 0.5) * 0.1
}

/** Boards along u, in staggered rows, each with its own tone and a thin joint. */
function boards(u: number, v: number, rows: number, perRow: number, seed: number): number {
  const row = Math.floor(v * rows)
  const shifted = u * perRow + hash(row, 3, seed)
  const board = modulo(Math.floor(shifted), perRow)
  const tone = hash(board, row, seed + 5)
  const inRow = v * rows - row
  const inBoard = shifted - Math.floor(shifted)
  const joint = Math.min(inRow, 1 - inRow) < 0.016 || Math.min(inBoard, 1 - inBoard) < 0.0022
  const own = grain(modulo(u + tone, 1), modulo(v + tone * 0.37, 1), seed + 11)
  return (own + (tone - 0.5) * 0.13) * (joint ? 0.72 : 1)
}

/** Warp over weft. */
function weave(u: number, v: number, threads: number, depth: number, seed: number): number {
  const x = u * threads
  const y = v * threads
  const over = (Math.floor(x) + Math.floor(y)) % 2 === 0
  const across = over ? y - Math.floor(y) : x - Math.floor(x)
  const round = 1 - Math.abs(across - 0.5) * 2
  const thread = hash(over ? Math.floor(y) : Math.floor(x), over ? 1 : 2, seed)
  return 1 - depth + depth * round + (thread - 0.5) * 0.07
}

const shades: { readonly [name in SurfacePattern]: Shade } = {
  wood: (u, v) => grain(u, v, 1),
  planks: (u, v) => boards(u, v, 8, 1, 21),
  parquet: (u, v) => boards(u, v, 16, 4, 33),
  fabric: (u, v) => weave(u, v, 8, 0.16, 2) * (0.97 + fractal(u, v, 4, 4, 2, 9) * 0.05),
  knit(u, v) {
    const x = u * 6
    const y = v * 6
    const loop = Math.abs(Math.sin(x * Math.PI)) * (0.6 + 0.4 * Math.abs(Math.sin((y + Math.abs(x % 1)) * Math.PI)))
    return 0.8 + loop * 0.2
  },
  leather(u, v) {
    const { near } = cells(u, v, 14, 4)
    return 0.86 + Math.min(near, 0.7) * 0.1 + (fractal(u, v, 3, 3, 3, 5) - 0.5) * 0.1
  },
  stone(u, v) {
    const warp = fractal(u, v, 3, 3, 4, 6)
    const vein = Math.abs(fractal(modulo(u + warp * 0.25, 1), modulo(v + warp * 0.18, 1), 3, 3, 3, 8) - 0.5) * 2
    return 0.97 - 0.24 * Math.max(0, 1 - vein * 9) * warp - 0.06 * (1 - warp)
  },
  terrazzo(u, v) {
    const coarse = cells(u, v, 12, 12)
    const fine = cells(u, v, 34, 15)
    if (coarse.near < 0.34 * (0.5 + coarse.id * 0.7)) return 0.72 + coarse.id * 0.34
    if (fine.near < 0.3) return 0.84 + fine.id * 0.2
    return 0.96
  },
  tile(u, v) {
    const joint = Math.min(u, 1 - u, v, 1 - v)
    if (joint < 0.012) return 0.78
    return 0.955 + (fractal(u, v, 2, 2, 2, 13) - 0.5) * 0.05
  },
  brushed: (u, v) => 0.93 + (fractal(u, v, 2, 128, 2, 14) - 0.5) * 0.16,
  rattan: (u, v) => weave(u, v, 6, 0.42, 16),
  leaf: (u, v) => 0.86 + (fractal(u, v, 4, 8, 3, 17) - 0.5) * 0.36,
  soil: (u, v) => 0.8 + (fractal(u, v, 12, 12, 3, 18) - 0.5) * 0.7,
  plaster: (u, v) => 0.985 + (fractal(u, v, 10, 10, 4, 19) - 0.5) * 0.035,
}

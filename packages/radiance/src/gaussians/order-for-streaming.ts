import type { Gaussians } from './gaussians.ts'

/** Of so many rows one belongs to the coarsest level; of a quarter as many one to the next. */
const COARSEST = 16
const NEXT = 4
/** Bits of a Morton code per axis. */
const BITS = 10

/** Puts rows in streaming order: level by level, each along a Morton curve, so that neighbours compress well. */
export function orderForStreaming(gaussians: Gaussians): Gaussians {
  const { count } = gaussians
  const curve = mortonOrder(gaussians)
  const order = new Uint32Array(count)
  const levels: number[] = []
  let at = 0
  for (const isIn of [
    (i: number) => i % COARSEST === 0,
    (i: number) => i % NEXT === 0 && i % COARSEST !== 0,
    (i: number) => i % NEXT !== 0,
  ]) {
    for (let i = 0; i < count; i++) if (isIn(i)) order[at++] = curve[i]!
    levels.push(at)
  }
  return takeRows(gaussians, order, levels)
}

/** Rows along a Morton curve through their positions. */
export function mortonOrder({ count, positions }: Gaussians): Uint32Array {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count * 3; i++) {
    const axis = i % 3
    if (positions[i]! < low[axis]!) low[axis] = positions[i]!
    if (positions[i]! > high[axis]!) high[axis] = positions[i]!
  }
  const step = Math.max(1e-9, high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!) / (2 ** BITS - 1)
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let key = 0
    for (let axis = 0; axis < 3; axis++)
      key |= spreadBits(Math.floor((positions[3 * i + axis]! - low[axis]!) / step)) << axis
    // The row breaks ties, and the sum stays exact: 30 + 23 bits.
    keys[i] = (key >>> 0) * 2 ** 23 + i
  }
  keys.sort()
  return Uint32Array.from(keys, (key) => key % 2 ** 23)
}

/** Moves bit i to bit 3·i, for ten bits. */
function spreadBits(value: number): number {
  let v = value & 0x3ff
  v = (v | (v << 16)) & 0x030000ff
  v = (v | (v << 8)) & 0x0300f00f
  v = (v | (v << 4)) & 0x030c30c3
  return (v | (v << 2)) & 0x09249249
}

/** A table of some rows of another, in the order given. */
export function takeRows(gaussians: Gaussians, rows: ArrayLike<number>, levels: readonly number[]): Gaussians {
  const take = <T extends Float32Array | Uint32Array | Uint8Array>(column: T, width: number): T => {
    const taken = new (column.constructor as new (length: number) => T)(rows.length * width)
    for (let i = 0; i < rows.length; i++) {
      const from = rows[i]! * width
      for (let k = 0; k < width; k++) taken[i * width + k] = column[from + k]!
    }
    return taken
  }
  return {
    count: rows.length,
    positions: take(gaussians.positions, 3),
    scales: take(gaussians.scales, 3),
    rotations: take(gaussians.rotations, 4),
    opacities: take(gaussians.opacities, 1),
    colors: take(gaussians.colors, 3),
    ...(gaussians.harmonics && { harmonics: take(gaussians.harmonics, 9) }),
    instances: take(gaussians.instances, 1),
    semantics: take(gaussians.semantics, 1),
    levels,
  }
}

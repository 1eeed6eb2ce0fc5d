import type { Gaussians } from '../gaussians/gaussians.ts'
import { reorderTable } from './gaussian-table.ts'
import { type Quaternion, uprightTurn } from './upright-turn.ts'

/**
 * The same gaussians as files like them: rows along a Morton curve inside each level, so that neighbours compress well and share a
 * chunk, and turns as near to none as the gaussian's own symmetry allows: a viewer that keeps eight bits of a quaternion
 * shows walls and floors exactly upright. Every writer keeps the order of rows, so one file of ids serves all formats.
 */
export function arrangeGaussians(gaussians: Gaussians): Gaussians {
  const arranged = reorderTable(gaussians, mortonOrder(gaussians))
  const { count, rotations, scales } = arranged
  for (let row = 0; row < count; row++) {
    const turn = uprightTurn(rotations.subarray(row * 4, row * 4 + 4) as ArrayLike<number> as Quaternion)
    const sizes = turn.axes.map((axis) => scales[row * 3 + axis]!)
    rotations.set(turn.rotation, row * 4)
    scales.set(sizes, row * 3)
  }
  return arranged
}

/** Bits per axis of the curve: steps of half a centimetre in a room of five metres. */
const MORTON_BITS = 10

function mortonOrder({ count, positions, levels }: Gaussians): Uint32Array {
  const codes = mortonCodes(positions, count)
  const order = Uint32Array.from({ length: count }, (_, row) => row)
  let start = 0
  for (const end of levels) {
    // Equal codes stay in the table's order: equal tables give equal files.
    order.subarray(start, end).sort((a, b) => codes[a]! - codes[b]! || a - b)
    start = end
  }
  return order
}

function mortonCodes(positions: Float32Array, count: number): Uint32Array {
  const { min, max } = boundsOf(positions)
  const span = Math.max(...max.map((value, axis) => value - min[axis]!), 1e-6)
  const steps = 2 ** MORTON_BITS - 1
  const codes = new Uint32Array(count)
  for (let row = 0; row < count; row++)
    for (let axis = 0; axis < 3; axis++)
      codes[row]! |= spreadBits(Math.round(((positions[row * 3 + axis]! - min[axis]!) / span) * steps)) << axis
  return codes
}

/** Two empty bits after each of ten. */
function spreadBits(value: number): number {
  let bits = value & 0x3ff
  bits = (bits | (bits << 16)) & 0x030000ff
  bits = (bits | (bits << 8)) & 0x0300f00f
  bits = (bits | (bits << 4)) & 0x030c30c3
  return (bits | (bits << 2)) & 0x09249249
}

/** The box around interleaved points; without points, zero. */
export function boundsOf(positions: Float32Array): { readonly min: number[]; readonly max: number[] } {
  const min = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const max = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < positions.length; index++) {
    const axis = index % 3
    if (positions[index]! < min[axis]!) min[axis] = positions[index]!
    if (positions[index]! > max[axis]!) max[axis] = positions[index]!
  }
  return positions.length === 0 ? { min: [0, 0, 0], max: [0, 0, 0] } : { min, max }
}

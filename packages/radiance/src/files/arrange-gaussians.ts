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
  let turn = uprightTurn([0, 0, 0, 1])
  let last: readonly number[] = [0, 0, 0, 1]
  for (let row = 0; row < count; row++) {
    const rotation = readTurn(rotations, row)
    // Neighbours mostly lie on one face.
    if (!rotation.every((value, index) => value === last[index])) turn = uprightTurn(rotation)
    last = rotation
    const [x, y, z] = turn.axes
    const at = row * 3
    scales.set([scales[at + x]!, scales[at + y]!, scales[at + z]!], at)
    rotations.set(turn.rotation, row * 4)
  }
  return arranged
}

function readTurn(rotations: Float32Array, row: number): Quaternion {
  return [rotations[row * 4]!, rotations[row * 4 + 1]!, rotations[row * 4 + 2]!, rotations[row * 4 + 3]!]
}

/** Bits per axis of the curve: steps of half a centimetre in a room of five metres. */
const MORTON_BITS = 10

function mortonOrder({ count, positions, instances, levels }: Gaussians): Uint32Array {
  const codes = mortonCodes(positions, instances)
  // Code and row in one number: 31 and at most 22 bits. Equal codes stay in the table's order.
  const keys = Float64Array.from(codes, (code, row) => code * count + row)
  let start = 0
  for (const end of levels) {
    keys.subarray(start, end).sort()
    start = end
  }
  return Uint32Array.from(keys, (key) => key % count)
}

/** The sky, which belongs to nothing and is far away, comes after the space in its level: the steps are for the space. */
function mortonCodes(positions: Float32Array, instances: Uint32Array): Uint32Array {
  const inside = positions.filter((_, index) => instances[Math.floor(index / 3)]! > 0)
  const { min, max } = boundsOf(inside)
  const span = Math.max(...max.map((value, axis) => value - min[axis]!), 1e-6)
  const steps = 2 ** MORTON_BITS - 1
  return instances.map((instance, row) => {
    let code = instance > 0 ? 0 : 2 ** (3 * MORTON_BITS)
    for (let axis = 0; axis < 3; axis++) {
      const fraction = (positions[row * 3 + axis]! - min[axis]!) / span
      code |= spreadBits(Math.round(Math.min(1, Math.max(0, fraction)) * steps)) << axis
    }
    return code
  })
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

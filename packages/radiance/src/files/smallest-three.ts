/**
 * A turn in 32 bits: which of w, x, y, z is largest (2 bits), then the others in that order as fractions of ± 1/√2 (10 bits each).
 * Read from a row x, y, z, w.
 */
export function packSmallestThree(rotations: Float32Array, at: number): number {
  const values = [rotations[at + 3]!, rotations[at]!, rotations[at + 1]!, rotations[at + 2]!]
  const largest = indexOfLargest(values)
  const sign = values[largest]! < 0 ? -1 : 1
  return values.reduce((packed, value, index) => {
    if (index === largest) return packed
    const step = Math.round((value * sign * Math.SQRT1_2 + 0.5) * 1023)
    return packed * 1024 + Math.min(1023, Math.max(0, step))
  }, largest)
}

export function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (Math.abs(value) > Math.abs(values[best]!) ? index : best), 0)
}

export function unpackSmallestThree(packed: number, rotations: Float32Array, at: number): void {
  const largest = packed >>> 30
  const others = [20, 10, 0].map((shift) => (((packed >>> shift) & 1023) / 1023 - 0.5) * Math.SQRT2)
  setWithLargest(rotations, at, (largest + 3) % 4, reorder(others, largest))
}

/** From the order w, x, y, z without the largest to x, y, z, w without it. */
function reorder(others: readonly number[], largest: number): readonly number[] {
  return largest === 0 ? others : [others[1]!, others[2]!, others[0]!]
}

/**
 * Writes a row x, y, z, w.
 *
 * @param largest Its index in x, y, z, w; @param others the rest in that order.
 */
export function setWithLargest(rotations: Float32Array, at: number, largest: number, others: readonly number[]): void {
  const squares = others.reduce((sum, value) => sum + value * value, 0)
  let next = 0
  for (let index = 0; index < 4; index++)
    rotations[at + index] = index === largest ? Math.sqrt(Math.max(0, 1 - squares)) : others[next++]!
}

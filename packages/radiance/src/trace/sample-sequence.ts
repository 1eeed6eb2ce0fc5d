/**
 * Evenly spread random numbers: Sobol's first two dimensions, shuffled and scrambled anew for each pair of dimensions
 * (Owen's scrambling by Laine and Karras' hash, after Burley 2020). Equal arguments give equal numbers on every machine.
 */
export type SampleSequence = {
  /** Both 0 … 1, one excluded; overwritten by the next call. */
  first: number
  second: number
  /** @param seed Of the pixel. @param index Of the sample in the pixel. @param pair Which two dimensions. */
  draw(seed: number, index: number, pair: number): void
}

export function createSampleSequence(): SampleSequence {
  const sequence: SampleSequence = {
    first: 0,
    second: 0,
    draw(seed, index, pair) {
      const own = mixBits(seed ^ Math.imul(pair + 1, 0x9e3779b9))
      const shuffled = reverseBits(scramble(reverseBits(index), own))
      // Sobol's first dimension is the reversed index, and scrambling works on reversed numbers.
      sequence.first = (reverseBits(scramble(shuffled, mixBits(own ^ 0x5bd1e995))) >>> 0) / 2 ** 32
      const second = reverseBits(secondDimension(shuffled))
      sequence.second = (reverseBits(scramble(second, mixBits(own ^ 0x2c1b3c6d))) >>> 0) / 2 ** 32
    },
  }
  return sequence
}

/** A seed for a pixel, or anything else that has a number. */
export const seedOf = (seed: number, number: number): number =>
  mixBits(Math.imul(number + 1, 0x85ebca6b) ^ mixBits(seed))

/** A full mix of 32 bits (the finisher of MurmurHash3). */
function mixBits(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}

/** Each bit changed by the lower ones alone: on reversed numbers that is Owen's scrambling. */
function scramble(value: number, seed: number): number {
  let bits = (value + seed) | 0
  bits ^= Math.imul(bits, 0x6c50b47c)
  bits ^= Math.imul(bits, 0xb82f1e52)
  bits ^= Math.imul(bits, 0xc7afe638)
  return bits ^ Math.imul(bits, 0x8d22f6e6)
}

function secondDimension(index: number): number {
  let result = 0
  for (let rest = index, direction = 0x80000000 | 0; rest !== 0; rest >>>= 1) {
    if (rest & 1) result ^= direction
    direction ^= direction >>> 1
  }
  return result
}

function reverseBits(value: number): number {
  let bits = value
  bits = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1)
  bits = ((bits >>> 2) & 0x33333333) | ((bits & 0x33333333) << 2)
  bits = ((bits >>> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4)
  bits = ((bits >>> 8) & 0x00ff00ff) | ((bits & 0x00ff00ff) << 8)
  return (bits >>> 16) | (bits << 16)
}

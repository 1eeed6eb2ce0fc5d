/** A seeded source of numbers in [0, 1); equal seeds give equal sequences everywhere. */
export type Random = (() => number) & {
  /** A whole number in [0, n). */
  readonly int: (n: number) => number
  /** An element; throws RangeError on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T
  readonly between: (low: number, high: number) => number
  /** Standard normal deviate. */
  readonly normal: () => number
  /** A new list in random order. */
  readonly shuffle: <T>(list: readonly T[]) => T[]
}

/**
 * Random numbers from a seed, by the small fast counting generator "sfc32" (Chris Doty-Humphrey, PractRand), with the
 * seed spread over its state by FNV-1a and twelve idle rounds.
 */
export function createRandom(seed: number | string): Random {
  const text = String(seed)
  let a = hash(text, 0x811c9dc5)
  let b = hash(text, 0x9747b28c)
  let c = hash(text, 0x3c6ef372)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  const int = (n: number) => Math.floor(next() * n)
  return Object.assign(next, {
    int,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError('random.pick: list is empty')
      return list[int(list.length)]!
    },
    between: (low: number, high: number) => low + (high - low) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: <T>(list: readonly T[]): T[] => {
      const shuffled = [...list]
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = int(i + 1)
        const swap = shuffled[i]!
        shuffled[i] = shuffled[j]!
        shuffled[j] = swap
      }
      return shuffled
    },
  })
}

function hash(text: string, start: number): number {
  let value = start
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value | 0
}

/**
 * A number 0 … 1 for a seed and a name. Each choice draws by its own name, so that locking one does not change another.
 */
export function draw(seed: number, name: string): number {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x2545f491) | 0
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193)
  state ^= state >>> 15
  state = Math.imul(state, 0x85ebca6b)
  state ^= state >>> 13
  state = Math.imul(state, 0xc2b2ae35)
  state ^= state >>> 16
  return (state >>> 0) / 4294967296
}

/** One of the list; the first, most typical one twice as often as each of the others. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], seed: number, name: string): T {
  const at = draw(seed, name) * (list.length + 1)
  return list[Math.max(0, Math.floor(at) - 1)]!
}

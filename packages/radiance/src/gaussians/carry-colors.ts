import type { Id } from '@enfilade/scene'
import type { Gaussians } from './gaussians.ts'

/** What is kept of gaussians for the next time: the table, its colours before they were refined, and whose they are. */
export type KeptGaussians = {
  readonly gaussians: Gaussians
  /** Three a row. */
  readonly emitted: Float32Array
  /** Record id per instance index. */
  readonly ids: readonly Id[]
}

/** Gaussians whose place and size agree to this are the same, metres. */
const SAME = 2e-4
/** Where the emitted colour changed by more, the refinement of before says nothing. Display values. */
const SIMILAR = 0.12

/**
 * Starts new gaussians from what was learnt before: where the same one stood already, its colour changes as that one's did.
 *
 * @param next Mutated: colours, and harmonics where both have them. @param ids Record id per instance index of `next`.
 * @returns per row 1 where something was carried over.
 */
export function carryColors(kept: KeptGaussians, next: Gaussians, ids: readonly Id[]): Uint8Array {
  const numbers = new Map(kept.ids.map((id, index) => [id, index]))
  const known = new Map<number, number>()
  for (let row = 0; row < kept.gaussians.count; row++)
    known.set(keyOf(kept.gaussians, row, kept.gaussians.instances[row]!), row)
  const carried = new Uint8Array(next.count)
  for (let row = 0; row < next.count; row++) {
    const own = next.instances[row]!
    const before = own === 0 ? 0 : (numbers.get(ids[own - 1]!) ?? -2) + 1
    const from = before < 0 ? undefined : known.get(keyOf(next, row, before))
    if (from === undefined) continue
    let change = 0
    for (let c = 0; c < 3; c++)
      change = Math.max(change, Math.abs(next.colors[3 * row + c]! - kept.emitted[3 * from + c]!))
    if (change > SIMILAR) continue
    carried[row] = 1
    for (let c = 0; c < 3; c++)
      next.colors[3 * row + c]! += kept.gaussians.colors[3 * from + c]! - kept.emitted[3 * from + c]!
    const { harmonics } = kept.gaussians
    if (harmonics && next.harmonics) next.harmonics.set(harmonics.subarray(9 * from, 9 * from + 9), 9 * row)
  }
  return carried
}

/** A number that tells gaussians apart: instance, place and size, mixed into 52 bits. */
function keyOf({ positions, scales }: Gaussians, row: number, instance: number): number {
  let [high, low] = [instance, 0x9e3779b9]
  for (let k = 0; k < 3; k++) {
    const place = Math.round(positions[3 * row + k]! / SAME)
    const size = Math.round(scales[3 * row + k]! / SAME)
    high = Math.imul(high ^ place, 0x85ebca6b) ^ (high >>> 13)
    low = Math.imul(low ^ (place + 7919 * size), 0xc2b2ae35) ^ (low >>> 16)
    high ^= Math.imul(low, 5)
  }
  return (high >>> 6) * 2 ** 26 + (low >>> 6)
}

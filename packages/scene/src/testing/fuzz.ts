/** For tests only. */
import { createRandom, type Random } from '@enfilade/geometry'
import * as fc from 'fast-check'

/** One fixed seed by default, so that a run repeats; FUZZ_SEED tries others. Fast-check prints it when a property fails. */
export const fuzz = { seed: Number(process.env.FUZZ_SEED ?? 20_261), numRuns: Number(process.env.FUZZ_RUNS ?? 30) }

/** A property over a seeded source of randomness. */
export function forAll(check: (random: Random) => void, numRuns = fuzz.numRuns): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => check(createRandom(seed))),
    { seed: fuzz.seed, numRuns },
  )
}

/** A seed that once failed, kept for good. */
export function forSeed(seed: number, check: (random: Random) => void): void {
  check(createRandom(seed))
}

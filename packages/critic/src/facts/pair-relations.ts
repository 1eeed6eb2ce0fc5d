import type { PairFact } from './fact.ts'
import { otherPairs } from './other-pairs.ts'
import { sittingPairs } from './sitting-pairs.ts'
import { sleepingPairs } from './sleeping-pairs.ts'
import { tablePairs } from './table-pairs.ts'
import { wetRoomPairs } from './wet-room-pairs.ts'

/**
 * Typical pairs of things and the gap between them, metres. Sources: M Merrell et al. 2011 table 1 (from Panero and Repetto),
 * PT asset groups of ProcTHOR, P its box sizes, Inf the indoor rules of Infinigen, NKBA kitchen guidelines, GB and ADA
 * accessibility standards, S common trade practice. Rows that rest on S alone are recalled, the others checked.
 */
export const pairFacts: readonly PairFact[] = [
  ...sleepingPairs,
  ...sittingPairs,
  ...tablePairs,
  ...wetRoomPairs,
  ...otherPairs,
]

import type { Placement } from '../src/arrangement.ts'
import type { Thing } from '../src/model/tokens.ts'

/** What a long search chose in a room: every start's layout, best first, and the best one's things by unit. */
export type SolvedRoom = {
  readonly seed: number
  readonly solutions: readonly { readonly cost: number; readonly chosen: readonly (Choice | null)[] }[]
  readonly things: readonly (readonly Thing[])[]
}

/** Where a unit's origin went; `edge` −1: at no wall. `size`: width and depth of its main thing. */
export type Choice = {
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly edge: number
  readonly placement: Placement
  readonly size: readonly [number, number]
}

import type { Id, SceneDocument } from '@enfilade/scene'
import type { Brief, Density } from '../brief.ts'

/** One thing as a model would place it; metres and radians in the plan of the room's level. */
export type HintedItem = {
  readonly category: string
  /** Unit of the room's program whose origin this is; absent: a thing of the model's own. */
  readonly unit?: string
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly size?: readonly [number, number, number]
}

/**
 * Where a model expects a unit of the room's program: log-probabilities over `findPlaces` of the room, in that order, and
 * last over "nowhere".
 */
export type UnitHint = { readonly unit: string; readonly scores: readonly number[] }

/**
 * How likely the forms of a unit are to stand in a good layout, in the order of their penalties (as `formsOf` has them);
 * shares add up to 1.
 */
export type FormHint = { readonly unit: string; readonly shares: readonly number[] }

/** Starting points for the solver, which repairs them; never taken over unseen. Plain JSON. */
export type LayoutHints = {
  /** The model's own layout of the room, large things first. Empty where it was not asked for one. */
  readonly items: readonly HintedItem[]
  readonly units?: readonly UnitHint[]
  /** Forms that the search should look at first. */
  readonly forms?: readonly FormHint[]
}

export type ProposeInput = {
  readonly document: SceneDocument
  readonly roomId?: Id
  readonly brief: Brief
  /** Wins over the brief's. */
  readonly density?: Density
  readonly seed: number
}

/** What a learned model of rooms does: it continues a room by what the brief asks for. Equal input, equal hints. */
export type LayoutModel = { propose(input: ProposeInput): Promise<LayoutHints> }

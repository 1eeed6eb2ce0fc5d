import type { Finish, Id, LevelAppearance, Operation } from '@enfilade/scene'
import type { Text } from './appearance-brief.ts'
import type { FullFinish } from './palette-draft.ts'

/** Finishes by surface or slot. */
export type FinishValue = { readonly [slot: string]: Finish }

export type LampValue = { readonly on?: boolean; readonly kelvin?: number; readonly lumens?: number }

/**
 * One decision of a proposal. It can be locked (passed to the next proposal as it is) and changed (with another value):
 * its `id` is the same for every seed and brief.
 *
 * | kind | id | value |
 * |---|---|---|
 * | palette | `palette:wood` | the finish that all parts of that role take |
 * | room | `room:<room>` | finishes of floor, walls, ceiling |
 * | wall | `wall:<wall>` | finishes of the faces left, right |
 * | opening | `opening:<opening>` | finishes of frame, leaf |
 * | item | `item:<item>` | finishes by slot |
 * | lamp | `lamp:<item>` | on, kelvin, lumens |
 * | light | `light:<level>` | sky, sun and exposure |
 */
export type Choice = { readonly id: string; readonly what: Text; readonly why: Text; readonly locked: boolean } & (
  | { readonly kind: 'palette'; readonly value: FullFinish }
  | { readonly kind: 'room' | 'wall' | 'opening' | 'item'; readonly target: Id; readonly value: FinishValue }
  | { readonly kind: 'lamp'; readonly target: Id; readonly value: LampValue }
  | { readonly kind: 'light'; readonly target: Id; readonly value: LevelAppearance }
)

/** What a person asked for and cannot have, in their words. */
export type Unmet = { readonly words: string; readonly reason: Text }

export type AppearanceProposal = {
  /** Make the scene look so; applied in order. What looks so already gives none. */
  readonly operations: readonly Operation[]
  readonly choices: readonly Choice[]
  readonly unmet: readonly Unmet[]
}

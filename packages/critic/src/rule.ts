import type { Scene } from '@enfilade/scene'
import type { FindingDraft, RulePack } from './finding.ts'
import type { ItemShape } from './measure/item-shape.ts'
import type { RoomPlan } from './measure/room-plan.ts'
import type { RoomContext } from './room-context.ts'

/** What a check is asked to look for. */
export type Settings = {
  readonly pack: RulePack
  /** Radius of a robot that drives about, metres. Absent: none does. */
  readonly robotRadius?: number
}

/** A thing's room as far as it matters to the thing alone. */
export type Surroundings = {
  readonly plan: RoomPlan
  /** Other things within `SURROUNDINGS` of it, by id. */
  readonly near: readonly ItemShape[]
  /** Those of them that take floor. */
  readonly solids: readonly ItemShape[]
}

/** Gap between hulls, metres, beyond which a thing is not among the surroundings: more than any item rule looks. */
export const SURROUNDINGS = 1.6

/** A home: its rooms, and what is judged across them. */
export type Home = {
  readonly scene: Scene
  readonly rooms: readonly RoomContext[]
  /** All shapes under judgement by id, those in no room included. */
  readonly shapes: readonly ItemShape[]
  /** Those in no room, when the whole scene is judged. */
  readonly homeless: readonly ItemShape[]
  /** Absent: all things are judged. */
  readonly changes?: Changes | undefined
  /** Kept from check to check. */
  readonly memo: HomeMemo
}

/** What became of the things of the check before. */
export type Changes = {
  readonly from: readonly ItemShape[]
  readonly come: readonly ItemShape[]
  readonly gone: readonly ItemShape[]
}

/** `of`: the shapes that it was found in. */
export type HomeMemo = {
  overlaps?: {
    readonly of: readonly ItemShape[]
    readonly pairs: readonly { readonly a: ItemShape; readonly b: ItemShape; readonly draft: FindingDraft }[]
  }
  /** Of the things that do not rest as they should. */
  supports?: {
    readonly of: readonly ItemShape[]
    readonly scene: Scene
    readonly drafts: ReadonlyMap<ItemShape, readonly FindingDraft[]>
  }
}

/** Depends on one thing, what is around it and the room's plan: nothing else. */
export type ItemRule = (shape: ItemShape, around: Surroundings, settings: Settings) => FindingDraft[]

/** Depends on one room and what is in it. */
export type RoomRule = (room: RoomContext, settings: Settings) => FindingDraft[]

/** Depends on anything. */
export type HomeRule = (home: Home, settings: Settings) => FindingDraft[]

export const createHomeMemo = (): HomeMemo => ({})

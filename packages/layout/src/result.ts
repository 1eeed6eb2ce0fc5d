import type { Change, Id, SceneDocument } from '@enfilade/scene'
import type { Brief, BriefObject, BriefRelation, Density } from './brief.ts'
import type { LayoutHints } from './model/layout-model.ts'

export type Text = { readonly en: string; readonly zh: string }

export type Measurement = { readonly name: string; readonly value: number; readonly unit: string }

/** Things that are accepted or rejected together. `change` applies to the document that the request was made on. */
export type ProposalGroup = {
  readonly id: string
  readonly title: Text
  /** Why here, with its measurements in words. */
  readonly reason: Text
  readonly measurements: readonly Measurement[]
  /** Items that the change adds or changes (removed ones too), sorted. */
  readonly items: readonly Id[]
  readonly change: Change
}

/** What could not be done: the words that asked, and the reason with its number. `text` has it in both languages. */
export type Unmet = {
  readonly request: string
  readonly reason: string
  readonly text: Text
  /** True where the wish holds already, so that nothing was left to do. */
  readonly isMet?: boolean
}

export type LayoutResult = {
  readonly groups: readonly ProposalGroup[]
  readonly unmet: readonly Unmet[]
  /** True when the budget or `shouldStop` ended the search early; what is there is still valid. */
  readonly truncated: boolean
  /** How good the layout is, of `furnish` only: what is wrong with places and ways, and what was asked and is not so. */
  readonly cost?: number
}

export type LayoutProgress = { readonly stage: string; readonly done: number; readonly total: number }

/** What every tool takes. Equal input gives equal bytes unless `truncated`. */
export type LayoutContext = {
  readonly document: SceneDocument
  /** A derived room's id. Absent: the room that the tool finds (of the items named, else the largest). */
  readonly roomId?: Id
  readonly seed: number
  readonly createId: () => Id
  readonly onProgress?: (progress: LayoutProgress) => void
  readonly shouldStop?: () => boolean
  /** A ceiling on the time, milliseconds; the search itself is counted in steps. Absent: none. */
  readonly budgetMs?: number
  /** Language of `Unmet.reason`. Absent: English. */
  readonly language?: 'en' | 'zh'
}

export type FurnishInput = LayoutContext & {
  readonly brief: Brief
  /** Wins over the brief's. */
  readonly density?: Density
  /** Starting points of a model. Absent: the solver's own. */
  readonly hints?: LayoutHints
  /** Times the usual search: 1 when absent, 10 for layouts that others learn from. */
  readonly effort?: number
}

/** Adds what is named, near what it goes with; nothing there moves. */
export type AddInput = LayoutContext & { readonly objects: readonly BriefObject[] }

export type RemoveInput = LayoutContext & { readonly ids: readonly Id[]; readonly words?: string }

/**
 * Where to: relations as in a brief, or by a vector: `left`, `right`, `forward`, `back` are the item's own,
 * compass sides are the plan's (north = +y), `toward`/`away` go along the line to the target.
 */
export type MoveTarget =
  | { readonly relations: readonly BriefRelation[] }
  | {
      readonly direction: 'left' | 'right' | 'forward' | 'back' | 'north' | 'east' | 'south' | 'west' | 'up' | 'down'
      readonly distance: number
    }
  | { readonly to: readonly [number, number]; readonly yaw?: number }
  /** Into another room, wherever it fits best. */
  | { readonly room: Id }
  /** Changes places with another item. */
  | { readonly swapWith: Id }

export type MoveInput = LayoutContext & { readonly id: Id; readonly to: MoveTarget; readonly words?: string }

/** `by` and `to` radians counter-clockwise; `facing` turns the front to something. */
export type RotateInput = LayoutContext & {
  readonly id: Id
  readonly turn: { readonly by: number } | { readonly to: number } | { readonly facing: BriefRelation }
  readonly words?: string
}

/** New dimensions (missing ones stay) or factors on the present ones. */
export type ResizeInput = LayoutContext & {
  readonly id: Id
  readonly size:
    | { readonly width?: number; readonly depth?: number; readonly height?: number }
    | { readonly factor: number }
    | { readonly step: 'bigger' | 'smaller' }
  readonly words?: string
}

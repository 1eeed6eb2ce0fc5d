import type { Id, SceneDocument } from '@enfilade/scene'
import type { Brief } from '../brief.ts'

/** One thing as a model would place it; metres and radians in the plan of the room's level. */
export type HintedItem = {
  readonly category: string
  /** Object of the brief that it stands for; absent: an addition of the model's own. */
  readonly key?: string
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly size?: readonly [number, number, number]
  /** 0 to 1. */
  readonly confidence?: number
}

/** Starting points for the solver, which repairs them; never taken over unseen. */
export type LayoutHints = { readonly items: readonly HintedItem[] }

/** What a learned model of rooms does: it continues a room by what the brief asks for. Equal input, equal hints. */
export type LayoutModel = {
  propose(input: {
    readonly document: SceneDocument
    readonly roomId: Id
    readonly brief: Brief
    readonly seed: number
  }): Promise<LayoutHints>
}

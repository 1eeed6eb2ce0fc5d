import type { Id, OpeningType, Operation, Point2, Pose, Size3 } from '@enfilade/scene'
import type { Draft as PresenceDraft } from '../editor/presence-state.ts'

/**
 * A line that explains a snap or a distance while a gesture goes on.
 * align: in line with an edge, centre or corner · distance: free space to the next thing · wall: back at a wall.
 */
export type Guide = {
  readonly kind: 'align' | 'distance' | 'wall' | 'endpoint'
  readonly from: Point2
  readonly to: Point2
  /** Metres to write at the line's middle. */
  readonly length?: number
}

/** A wall chain being drawn: the fixed points and the rubber band's end. */
export type ChainDraft = {
  readonly points: readonly Point2[]
  readonly cursor: Point2
  readonly closing: boolean
  /** What was typed for the next segment's length, as typed. */
  readonly typed: string
}

/**
 * An unfinished gesture. It is shown by every view and sent to peers by presence; the document knows nothing of it
 * until the release, when `operations` are written once.
 */
export type Draft = {
  /** What the release will write; views show the document as if it were written already. */
  readonly operations?: readonly Operation[]
  /** Ids of the things in hand: drawn lighter, left out of snapping. */
  readonly held?: readonly Id[]
  /** World poses of the items in hand, for peers. */
  readonly moves?: { readonly [id: Id]: Pose }
  readonly chain?: ChainDraft
  /** Corners in hand. */
  readonly corners?: { readonly [id: Id]: Point2 }
  /** A new item under the pointer. */
  readonly placing?: { readonly category: string; readonly pose: Pose; readonly size: Size3 }
  /** An opening being placed or dragged; `id` absent: a new one, `wall` absent: no wall under the pointer. */
  readonly opening?: {
    readonly id?: Id
    readonly type: OpeningType
    readonly at: Point2
    readonly wall?: Id
    readonly along: number
    readonly width: number
  }
  readonly marquee?: { readonly from: Point2; readonly to: Point2 }
  readonly measure?: { readonly from: Point2; readonly to: Point2 }
  /** Angle of a rotation in hand, radians, about `at`. */
  readonly turn?: { readonly at: Point2; readonly yaw: number }
  readonly guides?: readonly Guide[]
}

export const emptyDraft: Draft = {}

/** What peers need of a draft. Snap lines and marquees stay at home. */
export function draftForPeers(draft: Draft): PresenceDraft | null {
  const shown: PresenceDraft = {
    ...(draft.chain ? { walls: [...draft.chain.points, draft.chain.cursor] } : {}),
    ...(draft.moves ? { moves: draft.moves } : {}),
    ...(draft.corners ? { corners: draft.corners } : {}),
    ...(draft.placing ? { item: draft.placing } : {}),
    ...(draft.opening?.wall !== undefined
      ? {
          opening: {
            id: draft.opening.id,
            wall: draft.opening.wall,
            along: draft.opening.along,
            width: draft.opening.width,
          },
        }
      : {}),
  }
  return Object.keys(shown).length > 0 ? shown : null
}

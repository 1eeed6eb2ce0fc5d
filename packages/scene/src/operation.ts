import type {
  Finish,
  Id,
  ItemRecord,
  LevelAppearance,
  MeasurementRecord,
  OpeningType,
  Point2,
  Pose,
  RoomRecord,
  Size3,
  Support,
  Swing,
  WallStructure,
} from './records.ts'

/**
 * What a person, the copilot or a program may do. `applyOperation` turns one into a change; nothing else writes
 * records. Poses in operations are world poses (plan coordinates, z above the level's floor): operations convert.
 */
export type Operation =
  | {
      readonly type: 'level-added'
      readonly id: Id
      readonly name: string
      readonly elevation: number
      readonly height: number
    }
  | {
      readonly type: 'level-changed'
      readonly id: Id
      readonly name?: string
      readonly elevation?: number
      readonly height?: number
      /** Each key by itself; null takes one away. */
      readonly appearance?: { readonly [K in keyof LevelAppearance]: LevelAppearance[K] | null }
    }
  /** A chain of walls through `points` (closed: back to the first). Points within snap distance of a corner reuse it, a point on a wall splits it (T), crossings split both (X). */
  | {
      readonly type: 'walls-added'
      readonly level: Id
      readonly points: readonly Point2[]
      readonly closed?: boolean
      readonly thickness?: number
      readonly structure?: WallStructure
      readonly height?: number
    }
  | { readonly type: 'corner-moved'; readonly id: Id; readonly to: Point2 }
  /** Moves both corners of the wall by `by`. */
  | { readonly type: 'wall-moved'; readonly id: Id; readonly by: Point2 }
  /** Sets the axis length, keeping corner a, or corner b where `keep` is 'b'. */
  | { readonly type: 'wall-resized'; readonly id: Id; readonly length: number; readonly keep?: 'a' | 'b' }
  | { readonly type: 'wall-split'; readonly id: Id; readonly along: number }
  | { readonly type: 'wall-flipped'; readonly id: Id }
  | {
      readonly type: 'wall-changed'
      readonly id: Id
      readonly thickness?: number
      readonly height?: number | null
      readonly bulge?: number | null
      readonly structure?: WallStructure
      readonly finishes?: { readonly [face: string]: Finish | null }
      readonly locked?: boolean
    }
  | {
      readonly type: 'opening-added'
      readonly id: Id
      readonly wall: Id
      readonly opening: OpeningType
      readonly along: number
      readonly width?: number
      readonly height?: number
      readonly sill?: number
      readonly swing?: Swing
    }
  | {
      readonly type: 'opening-changed'
      readonly id: Id
      readonly wall?: Id
      readonly along?: number
      readonly width?: number
      readonly height?: number
      readonly sill?: number
      readonly swing?: Swing
      readonly open?: number
      readonly finishes?: { readonly [slot: string]: Finish | null }
      readonly locked?: boolean
    }
  | {
      readonly type: 'room-labelled'
      readonly id: Id
      readonly level: Id
      readonly at: Point2
      readonly name?: string
      readonly roomType?: string
    }
  | {
      readonly type: 'room-changed'
      readonly id: Id
      readonly at?: Point2
      readonly name?: string
      readonly roomType?: string
      readonly finishes?: { readonly [surface: string]: Finish | null }
    }
  /** `item.pose` is a world pose here. */
  | { readonly type: 'item-added'; readonly item: Omit<ItemRecord, 'kind'> }
  /** Moves items; what stands on them or belongs to them by support goes along. */
  | {
      readonly type: 'items-moved'
      readonly moves: { readonly [id: Id]: Pose }
      readonly supports?: { readonly [id: Id]: Support }
    }
  | { readonly type: 'item-resized'; readonly id: Id; readonly size: Size3 }
  | {
      readonly type: 'item-changed'
      readonly id: Id
      readonly category?: string
      readonly label?: string | null
      readonly variant?: string | null
      readonly shape?: string | null
      readonly style?: string | null
      readonly tags?: readonly string[]
      readonly finishes?: { readonly [slot: string]: Finish | null }
      readonly states?: { readonly [key: string]: boolean | number | null }
      readonly physics?: { readonly [key: string]: boolean | number | null }
      readonly locked?: boolean
    }
  /** New ids come from `ids`: old id → new id, for every item of the selection and what stands on them. */
  | { readonly type: 'items-duplicated'; readonly ids: { readonly [id: Id]: Id }; readonly by: Point2 }
  | { readonly type: 'items-grouped'; readonly id: Id; readonly items: readonly Id[]; readonly name?: string }
  | { readonly type: 'items-ungrouped'; readonly id: Id }
  /** Removes items, walls (with their openings and bare corners), openings, room labels, groups, … */
  | { readonly type: 'removed'; readonly ids: readonly Id[] }
  | { readonly type: 'measurement-added'; readonly measurement: Omit<MeasurementRecord, 'kind'> }

export type RoomType = RoomRecord['type']

/** What operations need from outside: fresh ids, so that time and randomness are passed in. */
export type OperationContext = { readonly createId: () => Id }

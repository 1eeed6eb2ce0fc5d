import type {
  Brief,
  BriefAttributes,
  BriefObject,
  BriefRelation,
  MoveTarget,
  PlanBrief,
  ResizeInput,
  RoomPart,
  RoomType,
  RotateInput,
} from '@enfilade/layout'
import type { Id } from '@enfilade/scene'
import type { Ask, Axis, BuildingPart } from '../lexicon/meaning.ts'

/** A relation of an edit: besides what a brief's may have, its targets may be things by the words that single them out. */
export type EditRelation = Omit<BriefRelation, 'target' | 'and'> & {
  readonly target?: EditTarget
  readonly and?: EditTarget
}

export type EditTarget =
  | NonNullable<BriefRelation['target']>
  | { readonly kind: 'reference'; readonly reference: Reference }

/** Which of several is meant. Sides are as seen by who faces the thing they belong to, else by who enters. */
export type Selector = {
  readonly side?: 'left' | 'right' | 'middle' | 'north' | 'east' | 'south' | 'west'
  /** 1 the first, from the left; −1 the last. */
  readonly ordinal?: number
  /** Not the one that is selected or was spoken of. */
  readonly isOther?: boolean
  /** By a measure; `distance` is to who enters. */
  readonly compare?: { readonly by: 'size' | 'width' | 'height' | 'light' | 'distance'; readonly isMost: boolean }
  /** "by the window", "next to the sofa", 「窗边的」. */
  readonly near?: EditRelation
  /** "without a lamp": on which none of these stands; empty: none of what is being added. */
  readonly lacks?: readonly string[]
  readonly room?: RoomReference
  /** "that is on": by its state. */
  readonly state?: { readonly on?: boolean; readonly open?: boolean }
}

/** What an edit is about: a category as it was named, what "it" and the selection stand for, or everything there. */
export type Reference =
  | {
      readonly kind: 'named'
      readonly category: string
      /** All that the noun may mean; `category` is the first. */
      readonly categories: readonly string[]
      /** The noun as it was said, without what goes with it. */
      readonly noun: string
      readonly label?: string
      readonly isPlural: boolean
      readonly count?: number
      /** All but so many: "reduce the chairs to two". */
      readonly leave?: number
      readonly attributes?: BriefObject['attributes']
      readonly which?: Selector
      /** "this chair": the selected one, where one of the kind is. */
      readonly isThis?: boolean
      readonly words: string
    }
  /** By their ids, as a language model names what it was told of. */
  | { readonly kind: 'items'; readonly ids: readonly Id[]; readonly words: string }
  /** "it", 「它」: what was spoken of last in the request, else the selection. */
  | { readonly kind: 'pronoun'; readonly isPlural?: boolean; readonly isThis?: boolean; readonly words: string }
  /** "the left one", 「靠窗那盏」: of the kind spoken of or selected, else of what the measure word counts. */
  | {
      readonly kind: 'one'
      readonly which: Selector
      readonly categories?: readonly string[]
      readonly attributes?: BriefObject['attributes']
      readonly isPlural?: boolean
      readonly words: string
    }
  | {
      readonly kind: 'all'
      readonly except: readonly string[]
      /** Only what stands there: "everything on the desk". */
      readonly which?: Selector
      readonly words: string
    }

/** A room as words name it. */
export type RoomReference = {
  readonly type?: RoomType
  /** Which of several of the type, by size: 1 the largest. */
  readonly rank?: number
  readonly id?: Id
  /** Every room of the type, or of the home where no type was said. */
  readonly every?: boolean
  readonly words: string
}

/** The size of a room to be made, from words. Metres and m². */
export type RoomSize = {
  readonly width?: number
  readonly depth?: number
  readonly height?: number
  readonly area?: number
}

/** Sizes as `resizeItem` takes them, or steps and lengths along one side. */
export type SizeWish =
  | ResizeInput['size']
  | { readonly step: 'bigger' | 'smaller'; readonly axis: Axis }
  | { readonly axis: Axis; readonly factor: number }
  | { readonly axis: Axis; readonly by: number }

/** Where something goes. */
export type EditMove =
  | { readonly relations: readonly EditRelation[] }
  | Extract<MoveTarget, { readonly direction: unknown }>
  | { readonly roomNamed: RoomReference }
  /** Closer to something or away from it; without a distance as far as is usual. */
  | { readonly along: EditTarget; readonly isAway: boolean; readonly distance?: number }
  /** To where that is. */
  | { readonly placeOf: Reference }

/** "90 degrees", "to the window", "the other way". */
export type EditTurn =
  | Exclude<RotateInput['turn'], { readonly facing: BriefRelation }>
  | { readonly facing: EditRelation }

/** What a whole room is asked to become without a thing being named. */
export type Mood = 'tidy' | 'declutter' | 'cosier' | 'brighter' | 'darker'

type Common = {
  /** The room that the words restrict it to. Absent: what is given, selected or there. */
  readonly place?: RoomReference
  readonly words: string
}

/** One thing that a request asks for. A request is a list of them, in order. */
export type Intent = Common &
  (
    | {
        readonly type: 'furnish'
        /** Of the one room; of a home the wishes for all of it. */
        readonly brief: Brief
        readonly size?: RoomSize
        /** The space to make where nothing is drawn. */
        readonly plan?: PlanBrief
        /** What is wished for in the rooms of the plan, by their keys. */
        readonly rooms?: readonly { readonly key: string; readonly brief: Brief }[]
      }
    | {
        readonly type: 'add'
        readonly objects: readonly BriefObject[]
        /** Where all of them go, by what is there: "next to it". */
        readonly beside?: EditRelation
      }
    | { readonly type: 'remove'; readonly reference: Reference }
    | {
        readonly type: 'move'
        readonly reference: Reference
        readonly to: EditMove
      }
    | { readonly type: 'swap'; readonly reference: Reference; readonly other: Reference }
    | { readonly type: 'replace'; readonly reference: Reference; readonly object: BriefObject }
    | { readonly type: 'rotate'; readonly reference: Reference; readonly turn: EditTurn }
    | { readonly type: 'resize'; readonly reference: Reference; readonly size: SizeWish }
    /** Colour, material, shape or style of what is there. */
    | { readonly type: 'restyle'; readonly reference: Reference; readonly attributes: BriefAttributes }
    /** Colour or material of a room's surface. */
    | {
        readonly type: 'restyle-room'
        readonly surface: 'floor' | 'walls' | 'ceiling'
        readonly attributes: BriefAttributes
      }
    /** Lamps on and off, doors and drawers open and closed. */
    | { readonly type: 'operate'; readonly reference: Reference; readonly active: boolean }
    /** A lamp's light: lumens and kelvin, or a factor on the lumens. */
    | {
        readonly type: 'light'
        readonly reference: Reference
        readonly factor?: number
        readonly lumens?: number
        readonly kelvin?: number
        readonly warmer?: boolean
      }
    /** Names what the next sentence speaks of: "find the brightest lamp". */
    | { readonly type: 'find'; readonly reference: Reference }
    /** Chairs under their tables, or out from them. */
    | { readonly type: 'tuck'; readonly reference: Reference; readonly isOut: boolean }
    /** "more space around the bed": at least this much more, metres. */
    | { readonly type: 'spread'; readonly reference: Reference; readonly distance?: number }
    /** "make room for a piano": floor for it, without it. */
    | { readonly type: 'make-room'; readonly object: BriefObject }
    | { readonly type: 'mood'; readonly mood: Mood }
    /** "Split the bedroom into a study and a nursery": by walls with doors. */
    | { readonly type: 'divide'; readonly parts: readonly RoomPart[] }
    /** A look for walls, floor, furniture and light; the words say which. */
    | { readonly type: 'look' }
    /** All of a room in a style, material or colour. */
    | { readonly type: 'restyle-all'; readonly attributes: BriefAttributes }
    /** "turn this into a study but keep the sofa". */
    | { readonly type: 'convert'; readonly brief: Brief; readonly keep: readonly Reference[] }
    | {
        readonly type: 'operate-opening'
        readonly part: 'door' | 'window'
        readonly isPlural: boolean
        readonly active: boolean
      }
    | {
        readonly type: 'question'
        readonly ask: Ask
        readonly about: readonly Reference[]
        readonly part?: BuildingPart
        /** Asks for the free way beside or between what it is about. */
        readonly isWay?: boolean
        /** Asks about the whole home. */
        readonly isWhole?: boolean
        /** Asks with somebody in mind. */
        readonly pack?: Brief['pack']
      }
    /** What can't be done by words: the building itself, or an edit that does not say where to. */
    | { readonly type: 'refused'; readonly reason: 'building' | 'unclear' }
  )

/** What a request was understood to mean. Nothing is dropped: words without a meaning are listed. */
export type Understanding = {
  readonly language: 'en' | 'zh'
  readonly intents: readonly Intent[]
  readonly notUnderstood: readonly string[]
}

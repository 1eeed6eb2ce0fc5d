import type {
  Brief,
  BriefAttributes,
  BriefObject,
  BriefRelation,
  MoveTarget,
  PlanBrief,
  ResizeInput,
  RoomType,
  RotateInput,
} from '@enfilade/layout'
import type { Id } from '@enfilade/scene'
import type { Ask, Axis, BuildingPart } from '../lexicon/meaning.ts'

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
      readonly attributes?: BriefObject['attributes']
      /** "the lamp next to the sofa": which one of several. */
      readonly near?: BriefRelation
      readonly words: string
    }
  | { readonly kind: 'pronoun'; readonly words: string }
  | { readonly kind: 'all'; readonly except: readonly string[]; readonly words: string }

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
  | { readonly axis: Axis; readonly by: number }

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
    | { readonly type: 'add'; readonly objects: readonly BriefObject[] }
    | { readonly type: 'remove'; readonly reference: Reference }
    | {
        readonly type: 'move'
        readonly reference: Reference
        readonly to: MoveTarget | { readonly roomNamed: RoomReference }
      }
    | { readonly type: 'swap'; readonly reference: Reference; readonly other: Reference }
    | { readonly type: 'replace'; readonly reference: Reference; readonly object: BriefObject }
    | { readonly type: 'rotate'; readonly reference: Reference; readonly turn: RotateInput['turn'] }
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

import type {
  BriefAttributes,
  BriefObject,
  CompassSide,
  Density,
  Occupants,
  RelationType,
  RoomType,
  TargetSide,
} from '@enfilade/layout'
import type { Id } from '@enfilade/scene'

export type BuildingPart = 'wall' | 'window' | 'door' | 'corner' | 'room' | 'ceiling' | 'floor' | 'column'

export type Verb =
  | 'furnish'
  | 'add'
  | 'remove'
  | 'move'
  | 'rotate'
  | 'resize'
  | 'swap'
  | 'keep'
  | 'restyle'
  | 'replace'
  | 'operate'

export type Axis = 'width' | 'depth' | 'height'

/** What a word or phrase of a request can mean. One closed set for both languages: the grammar sees meanings, not words. */
export type Meaning =
  /** `label`: a thing of the scene by the name that somebody gave it. */
  | {
      readonly type: 'object'
      readonly category: string
      readonly label?: string
      /** What a name says beside the kind: a two-seat sofa, a walk-in shower. */
      readonly attributes?: BriefAttributes
      readonly size?: BriefObject['size']
      readonly seats?: number
      /** The word for several kinds that it is, however it was spelt. */
      readonly family?: string
    }
  /** A part of a thing: legs, a frame, drawers. */
  | { readonly type: 'feature'; readonly part: string }
  | {
      readonly type: 'room'
      readonly room: RoomType
      readonly attributes?: { readonly occupants?: Occupants }
      /** Which of several of its type, by size: 1 the main one (主卧), 2 the second (次卧). */
      readonly rank?: number
      /** A room of the scene by its own name. */
      readonly id?: Id
    }
  | {
      readonly type: 'part'
      readonly part: BuildingPart
      readonly side?: CompassSide
      readonly choose?: 'longest' | 'shortest' | 'largest'
    }
  | { readonly type: 'number'; readonly value: number; readonly article?: boolean }
  /** A count said otherwise: a pair of, several, some. */
  | { readonly type: 'quantity'; readonly min: number; readonly max?: number }
  /** `after`: behind its number (以上); `exclusive`: more than, fewer than; `loose`: about. */
  | {
      readonly type: 'bound'
      readonly bound: 'min' | 'max' | 'exact'
      readonly after?: boolean
      readonly exclusive?: boolean
      readonly loose?: boolean
    }
  /** "and a half". */
  | { readonly type: 'half' }
  /** Between two numbers: "two to three". */
  | { readonly type: 'range' }
  /** A length unit as a factor to metres; `square` for areas. */
  | { readonly type: 'unit'; readonly metres: number; readonly square?: boolean }
  | { readonly type: 'angle-unit' }
  | { readonly type: 'times' }
  /** A Chinese measure word, between number and noun. */
  | { readonly type: 'measure' }
  | { readonly type: 'axis'; readonly axis: Axis }
  | { readonly type: 'size'; readonly size: 'small' | 'medium' | 'large' }
  | { readonly type: 'attribute'; readonly attributes: BriefAttributes }
  | { readonly type: 'style'; readonly style: string }
  | { readonly type: 'mood' }
  | { readonly type: 'mount'; readonly mount: 'wall' | 'ceiling' }
  | { readonly type: 'states'; readonly states: NonNullable<BriefAttributes['states']> }
  /** Looks like the thing named before: matching. */
  | { readonly type: 'matching' }
  | {
      readonly type: 'relation'
      readonly relation: RelationType
      /** The word stands after its target (床旁边); else before it (beside the bed, 靠窗). */
      readonly follows?: boolean
      /** About the building, without a target: in the middle. */
      readonly alone?: boolean
      /** May stand without a target, then of what is spoken of. */
      readonly bare?: boolean
      /** Never has a target of its own: on both sides. */
      readonly lone?: boolean
      /** The target is what stands before, the subject what follows: flanked by. */
      readonly passive?: boolean
      /** Between the things of the subject themselves: facing each other. */
      readonly mutual?: boolean
      readonly side?: TargetSide
      readonly each?: boolean
    }
  | {
      readonly type: 'verb'
      readonly verb: Verb
      readonly step?: 'bigger' | 'smaller'
      readonly axis?: Axis
      /** What operating it does: `active` means on for a lamp and open for a door. */
      readonly active?: boolean
    }
  | {
      readonly type: 'direction'
      readonly direction: 'left' | 'right' | 'forward' | 'back' | 'up' | 'down' | CompassSide
    }
  /** How something should become: 大一点, wider. */
  | { readonly type: 'step'; readonly step: 'bigger' | 'smaller'; readonly axis?: Axis }
  | { readonly type: 'negation'; readonly after?: boolean }
  /** "off", and "on" where nothing is placed: turn the lamp off. */
  | { readonly type: 'toggle'; readonly active: boolean }
  /** A turn without degrees: a quarter turn, 掉头. Radians. */
  | { readonly type: 'turn'; readonly angle: number }
  | { readonly type: 'everything' }
  | { readonly type: 'except' }
  /** A word for how something looks: colour, material. */
  | { readonly type: 'look' }
  /** A free way between things: gap, 过道. */
  | { readonly type: 'way' }
  /** The home as a whole: the flat, 全屋. */
  | { readonly type: 'whole' }
  | { readonly type: 'instead' }
  /** "can you …", 能不能: a request in the form of a question. */
  | { readonly type: 'polite' }
  | { readonly type: 'only' }
  | { readonly type: 'occupants'; readonly occupants: Occupants }
  /** A person-noun that a number may count: people, adults, kids. */
  | { readonly type: 'person'; readonly person: keyof Omit<Occupants, 'words'> }
  | { readonly type: 'for' }
  /** After a number: years of a person. */
  | { readonly type: 'age' }
  /** After a number: seats of a thing (a six-seater). */
  | { readonly type: 'seater' }
  | { readonly type: 'density'; readonly density: Density }
  | { readonly type: 'demand'; readonly demand: 'storage' | 'light' | 'open_space' }
  /** What a width is for: to walk, to turn; what must stay free. */
  | { readonly type: 'passage' }
  | { readonly type: 'turning' }
  | { readonly type: 'clear' }
  | { readonly type: 'leave' }
  /** "doubles as", 兼. */
  | { readonly type: 'also' }
  /** A part of the room for a use, with the thing it cannot do without: a reading corner, a dining area. */
  | { readonly type: 'zone'; readonly category: string; readonly room?: RoomType }
  /** Before a number of people: seats, dinner for. */
  | { readonly type: 'seating' }
  | { readonly type: 'question'; readonly ask: Ask }
  | { readonly type: 'pronoun' }
  | { readonly type: 'each' }
  | { readonly type: 'join' }
  | { readonly type: 'or' }
  | { readonly type: 'with' }
  | { readonly type: 'break'; readonly strong: boolean }
  | { readonly type: 'particle' }
  | { readonly type: 'unknown' }

export type Ask =
  | 'how_many'
  | 'how_wide'
  | 'how_long'
  | 'how_high'
  | 'how_big'
  | 'how_far'
  | 'where'
  | 'which'
  | 'what'
  | 'is_there'
  | 'problems'
  | 'help'
  | 'looks'
  | 'other'

export type MeaningOf<T extends Meaning['type']> = Extract<Meaning, { type: T }>

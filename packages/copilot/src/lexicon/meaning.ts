import type { BriefAttributes, CompassSide, Density, Occupants, RelationType, RoomType } from '@enfilade/layout'
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
  | { readonly type: 'object'; readonly category: string; readonly label?: string }
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
  | { readonly type: 'bound'; readonly bound: 'min' | 'max' | 'exact' }
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
  /** `follows`: where the word stands after its target (床旁边); else it stands before (beside the bed, 靠窗). */
  | { readonly type: 'relation'; readonly relation: RelationType; readonly follows?: boolean; readonly alone?: boolean }
  /** Left and right as words of place or of direction. */
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
  | { readonly type: 'negation' }
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
  | { readonly type: 'density'; readonly density: Density }
  | { readonly type: 'demand'; readonly demand: 'storage' | 'light' | 'open_space' }
  | { readonly type: 'question'; readonly ask: Ask }
  | { readonly type: 'pronoun' }
  | { readonly type: 'each' }
  | { readonly type: 'join' }
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

import type { Id } from '@enfilade/scene'

/**
 * A request for a room in typed form: what the words asked for, nothing of where things end up. Plain JSON. Whoever
 * understands words makes one; `furnish` and the edit tools turn it into positions. Lengths are metres, angles radians.
 */
export type Brief = {
  readonly version: 1
  readonly room: BriefRoom
  /** Absent: whoever usually lives in such a room. */
  readonly occupants?: Occupants
  readonly density: Density
  /** True for "only a bed and a wardrobe": nothing may be added to what is named, not even lamps or pictures. */
  readonly only: boolean
  readonly objects: readonly BriefObject[]
  /** What must not be there ("no TV", 「不要地毯」). */
  readonly exclusions: readonly BriefExclusion[]
  readonly style?: BriefStyle
  /** Rule pack that the room is furnished for. Absent: `general`. */
  readonly pack?: 'general' | 'age-friendly' | 'wheelchair' | 'child'
  /** Demands on the room as a whole ("leave 1.2 m to walk", "a 1.5 m turning circle", "plenty of storage"). */
  readonly demands?: readonly BriefDemand[]
  /** The whole request as it was written. */
  readonly words?: string
}

export type Density = 'sparse' | 'normal' | 'full'

/** Room types that `furnish` has an inventory for; any other word is furnished as `generic`. */
export const roomTypes = [
  'balcony',
  'bathroom',
  'bedroom',
  'dining_room',
  'entrance',
  'generic',
  'gym',
  'hallway',
  'home_cinema',
  'kids_room',
  'kitchen',
  'laundry',
  'library',
  'living_room',
  'music_room',
  'nursery',
  'office',
  'playroom',
  'storage_room',
  'studio',
  'study',
  'terrace',
  'walk_in_closet',
] as const

export type RoomType = (typeof roomTypes)[number]

export type BriefRoom = {
  readonly type: RoomType
  /** Further uses of the same room: a living room with a dining and a work corner. */
  readonly alsoFor?: readonly RoomType[]
  readonly words?: string
}

/** Heads by kind; a person is counted once, `elderly`, `wheelchair` and `working` (from home) also describe. */
export type Occupants = {
  readonly adults?: number
  readonly children?: number
  readonly babies?: number
  readonly elderly?: number
  readonly wheelchair?: number
  /** People who need a desk here. */
  readonly working?: number
  /** People at the table, when said ("dinner for six"). */
  readonly guests?: number
  readonly pets?: number
  /** Cats and dogs, when said; counted in `pets` too. */
  readonly cats?: number
  readonly dogs?: number
  readonly words?: string
}

/** Bounds that a number must keep; `exact` wins over the others. */
export type Bounds = { readonly min?: number; readonly max?: number; readonly exact?: number }

export type BriefObject = {
  /** Name inside this brief, unique: relations point to it. */
  readonly key: string
  /** Catalogue category, or a snake-case noun that the catalogue does not know (shown as a placeholder block). */
  readonly category: string
  /** The words that asked for it, quoted in `unmet`. */
  readonly words: string
  readonly label?: string
  /** "two chairs" {min 2, max 2}; "some plants" {min 2}; "at most one lamp" {min 0, max 1}. Own additions never change it. */
  readonly count: BriefCount
  /** Asked-for dimensions; a missing one is chosen within the kind's range. */
  readonly size?: { readonly width?: Bounds; readonly depth?: Bounds; readonly height?: Bounds }
  /** Relative wish where no number was said: "a big desk". */
  readonly sizeClass?: 'small' | 'medium' | 'large'
  /** Persons it must seat or sleep, when said. */
  readonly seats?: number
  readonly attributes?: BriefAttributes
  /** Height of the middle of a hung thing over the floor, when said. */
  readonly hangAt?: Bounds
  readonly relations: readonly BriefRelation[]
  /** Which of several it is, counted from 0. Set by the layout itself. */
  readonly instance?: number
}

/** `max` absent: no upper bound, the room decides. */
export type BriefCount = { readonly min: number; readonly max?: number }

export type BriefAttributes = {
  /** `#rrggbb`. */
  readonly color?: string
  /** The colour's word as it was said, for reports. */
  readonly colorName?: string
  /** Material name of the catalogue. */
  readonly material?: string
  readonly shape?: string
  readonly style?: string
  readonly variant?: string
  /** What was said of single parts: "with black legs", "a marble top". */
  readonly parts?: readonly { readonly part: string; readonly color?: string; readonly material?: string }[]
  /** Initial states: a lamp that is on, a door that stands open. */
  readonly states?: {
    readonly on?: boolean
    readonly open?: number
    readonly lumens?: number
    readonly kelvin?: number
  }
}

/**
 * Relations between two things. Front and behind are the target's own; left and right are as seen by somebody who stands
 * before its front and looks at it (left is its local −x). `flanking`: subjects on its left and on its right.
 * `along`: long side next to the target's long side and parallel to it (a wall as target: lengthwise at that wall).
 * `between` two things of one key has `target` and no `and`. `centred_on` a wall or window: centred along it.
 */
export const objectRelations = [
  'above',
  'along',
  'around',
  'behind',
  'beside',
  'between',
  'centred_on',
  'facing',
  'facing_away',
  'far',
  'flanking',
  'in_front_of',
  'left_of',
  'near',
  'on',
  'inside',
  'opposite',
  'parallel',
  'right_of',
  'under',
] as const

/** Relations to the building. */
export const buildingRelations = [
  'against_wall',
  'away_from_door',
  'away_from_wall',
  'away_from_window',
  'by_door',
  'by_window',
  'centred',
  'facing_door',
  'facing_window',
  'hanging',
  'in_corner',
  'on_wall',
  'under_window',
] as const

export type RelationType = (typeof objectRelations)[number] | (typeof buildingRelations)[number]

export type BriefRelation = {
  readonly type: RelationType
  /** Absent for building relations that need none ("in the corner"). */
  readonly target?: RelationTarget
  /** Second thing of `between`. */
  readonly and?: RelationTarget
  /** Gap between nearest edges, when said ("40 cm from the wall"). */
  readonly distance?: Bounds
  /** Which side of the target, when said ("along the long side", "at the foot of the bed", "left of the window"). */
  readonly side?: TargetSide
  /** One subject per target ("a lamp on each nightstand", "a plant in every corner"). Absent: dealt out evenly where it can be. */
  readonly each?: boolean
  /** True for "not under the window". */
  readonly negated?: boolean
  /** Absent: must hold, else it is named in `unmet`. `wish` is dropped silently when nothing else works. */
  readonly strength?: 'must' | 'wish'
  readonly words?: string
}

export type TargetSide = 'long' | 'short' | 'left' | 'right' | 'front' | 'back' | 'head' | 'foot'

export type CompassSide =
  | 'north'
  | 'east'
  | 'south'
  | 'west'
  | 'northeast'
  | 'northwest'
  | 'southeast'
  | 'southwest'
  | 'left'
  | 'right'
  | 'front'
  | 'back'

export type RelationTarget =
  /** Another object of the same brief. */
  | { readonly kind: 'object'; readonly key: string }
  /** Any item of this category, there already or of this brief. */
  | { readonly kind: 'category'; readonly category: string }
  /** An item of the document. */
  | { readonly kind: 'item'; readonly id: Id }
  /**
   * A part of the building. `id` names the wall, opening or corner; `side` says which wall or part of the room it is:
   * compass (north = +y) or as seen on entering by the first door; `longest`/`shortest` choose a wall by length.
   */
  | {
      readonly kind: 'building'
      readonly part: 'wall' | 'window' | 'door' | 'corner' | 'room' | 'column' | 'ceiling' | 'floor'
      readonly id?: Id
      readonly side?: CompassSide
      readonly choose?: 'longest' | 'shortest' | 'largest'
    }

export type BriefExclusion = { readonly category: string; readonly words: string }

export type BriefStyle = {
  /** `modern`, `scandinavian`, `japanese`, `industrial`, `classic`, `chinese`, `minimal`, `bohemian`, … ; free text is kept. */
  readonly name: string
  readonly words?: string
  /** Colours that were asked for the room as a whole, `#rrggbb`. */
  readonly colors?: readonly string[]
  readonly materials?: readonly string[]
}

/**
 * `path_width`, `turning_circle` and `clearance` (free floor around `about`) in metres; `seating` and `sleeping` in persons;
 * `keep_clear`: nothing stands before `about`; `storage`, `light` and `open_space` are wishes without a number.
 */
export type BriefDemand = {
  readonly type:
    | 'path_width'
    | 'turning_circle'
    | 'clearance'
    | 'keep_clear'
    | 'seating'
    | 'sleeping'
    | 'storage'
    | 'light'
    | 'open_space'
  readonly value?: number
  readonly about?: RelationTarget
  readonly words: string
}

/** A brief with nothing but a room type. */
export const createBrief = (type: RoomType, more: Partial<Omit<Brief, 'version'>> = {}): Brief => ({
  version: 1,
  room: { type },
  density: 'normal',
  only: false,
  objects: [],
  exclusions: [],
  ...more,
})

/** A named object with the defaults filled in: exactly one, no relations. */
export const createBriefObject = (
  category: string,
  more: Partial<Omit<BriefObject, 'category'>> = {},
): BriefObject => ({
  key: more.key ?? category,
  category,
  words: more.words ?? category.replaceAll('_', ' '),
  count: { min: 1, max: 1 },
  relations: [],
  ...more,
})

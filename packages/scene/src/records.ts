import type { Point2 } from '@enfilade/geometry'

/**
 * The records of a space. A document is a flat map id → record; everything else (rooms, mitred walls, meshes) is derived.
 * Units and frames: metres, radians, right-handed, z up, yaw counter-clockwise from above, an item's front is its local −y.
 *
 * Each property below is edited, stored and merged on its own; a property that is an object of numbers (`at`, `pose`,
 * `size`) is one value, so that two people can't tear it apart. `finishes`, `states`, `physics` and `appearance` are merged
 * key by key.
 */

export type Id = string

export type { Point2 }

/** [width along local x, depth along local y, height], metres. */
export type Size3 = readonly [number, number, number]

/** Base position (underside centre, metres) and yaw (radians) of a box in the frame that its support gives. */
export type Pose = { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }

/** A finish: `#rrggbb`, material name of the catalogue (`oak`, `linen`, …), or both. Absent: the kind's own default. */
export type Finish = { readonly color?: string; readonly material?: string }

/** The light outside: a blue or veiled sky, the time just after sunset, or none but the town's. */
export type Sky = 'clear' | 'cloudy' | 'overcast' | 'dusk' | 'night'

/** How a level is lit from outside and looked at. Absent: as the renderer has it. */
export type LevelAppearance = {
  /** The style that was asked for, in the person's own words. */
  readonly style?: string
  readonly sky?: Sky
  /** Direction towards the sun, radians: counter-clockwise from +x, and over the horizon (below it: none). */
  readonly sunAzimuth?: number
  readonly sunElevation?: number
  /** Strength of sun and sky over what the sky and the sun's height give. Absent: 1. */
  readonly daylight?: number
  /** Stops over the automatic exposure. Absent: 0. */
  readonly exposure?: number
}

export type LevelRecord = {
  readonly kind: 'level'
  readonly id: Id
  readonly name: string
  /** Floor above the document's zero, metres. */
  readonly elevation: number
  /** Storey height, floor to ceiling, metres. */
  readonly height: number
  readonly appearance?: LevelAppearance
}

/** A joint shared by the walls that meet in it. */
export type CornerRecord = {
  readonly kind: 'corner'
  readonly id: Id
  readonly level: Id
  readonly at: Point2
}

export type WallStructure = 'load-bearing' | 'partition' | 'unknown'

/** The wall's axis runs from corner a to corner b; its left face is the one to the left of that direction. */
export type WallRecord = {
  readonly kind: 'wall'
  readonly id: Id
  readonly level: Id
  readonly a: Id
  readonly b: Id
  readonly thickness: number
  /** Absent: follows the storey. */
  readonly height?: number
  /** Arc: middle offset over the half chord, positive to the left of a → b. Absent: straight. */
  readonly bulge?: number
  readonly structure: WallStructure
  /** Keys `left`, `right`: finish per face. */
  readonly finishes?: { readonly [face: string]: Finish }
  readonly locked?: boolean
}

export type OpeningType = 'door' | 'window' | 'passage'

/**
 * How a leaf opens. `hinge` is the axis end it hangs at (a or b), `side` the face it swings towards (left or right of
 * a → b); both absent for windows and passages that do not swing. `sliding` needs neither.
 */
export type Swing = {
  readonly type: 'hinged' | 'sliding' | 'none'
  readonly hinge?: 'a' | 'b'
  readonly side?: 'left' | 'right'
}

export type OpeningRecord = {
  readonly kind: 'opening'
  readonly id: Id
  readonly wall: Id
  readonly type: OpeningType
  /** Distance of the opening's centre from corner a along the wall's axis, metres. */
  readonly along: number
  /** Underside above the level's floor, metres. */
  readonly sill: number
  readonly width: number
  readonly height: number
  readonly swing: Swing
  /** Open amount, 0 … 1. Absent: 0. */
  readonly open?: number
  readonly finishes?: { readonly [slot: string]: Finish }
  readonly locked?: boolean
}

/** Names the derived room that contains `at`. */
export type RoomRecord = {
  readonly kind: 'room'
  readonly id: Id
  readonly level: Id
  readonly at: Point2
  readonly name: string
  /** `bedroom`, `living_room`, `kitchen`, `bathroom`, … ; `room` when unknown. */
  readonly type: string
  /** Keys `floor`, `walls`, `ceiling`. */
  readonly finishes?: { readonly [surface: string]: Finish }
}

/**
 * What carries an item, and so the frame of its pose.
 * floor: the level's frame · ceiling: the level's, z from the ceiling (0 = its top at the ceiling is z = −height) ·
 * wall: origin at corner a, x along a → b, y to the left, z from the floor, yaw relative to the axis ·
 * item: the carrying item's frame, z from its underside · group: the group's frame.
 */
export type Support =
  | { readonly on: 'floor' }
  | { readonly on: 'ceiling' }
  | { readonly on: 'wall'; readonly id: Id }
  | {
      readonly on: 'item'
      readonly id: Id /** True inside a shelf or cabinet rather than on its top. */
      readonly inside?: boolean
    }

export type ItemStates = {
  readonly on?: boolean
  readonly open?: number
  readonly lumens?: number
  readonly kelvin?: number
  readonly locked?: boolean
}

/** Overrides of the catalogue's physics. `movable: null` and absence both mean unknown / as the catalogue says. */
export type ItemPhysics = { readonly mass?: number; readonly movable?: boolean; readonly friction?: number }

export type ItemRecord = {
  readonly kind: 'item'
  readonly id: Id
  readonly level: Id
  /** Snake-case English noun of the catalogue; unknown ones are shown as a placeholder block. */
  readonly category: string
  /** The person's own word; absent: the catalogue's name. */
  readonly label?: string
  readonly pose: Pose
  readonly size: Size3
  readonly support: Support
  /** Items of one group move together; the pose of floor and ceiling items is then in the group's frame. */
  readonly group?: Id
  readonly variant?: string
  readonly shape?: string
  readonly style?: string
  readonly tags?: readonly string[]
  readonly finishes?: { readonly [slot: string]: Finish }
  readonly states?: ItemStates
  readonly physics?: ItemPhysics
  readonly placeholder?: boolean
  /** Editor lock: gestures and the copilot leave it alone. */
  readonly locked?: boolean
  /** Own model instead of the catalogue's mesh. */
  readonly asset?: string
}

export type GroupRecord = {
  readonly kind: 'group'
  readonly id: Id
  readonly level: Id
  readonly pose: Pose
  readonly name?: string
  /** True for the group that a drag of many items makes; the editor does not show it as one. */
  readonly implicit?: boolean
}

export type ViewpointRecord = {
  readonly kind: 'viewpoint'
  readonly id: Id
  readonly name: string
  readonly eye: readonly [number, number, number]
  readonly target: readonly [number, number, number]
}

export type MeasurementRecord = {
  readonly kind: 'measurement'
  readonly id: Id
  readonly level: Id
  readonly from: Point2
  readonly to: Point2
}

export type SceneRecord =
  | LevelRecord
  | CornerRecord
  | WallRecord
  | OpeningRecord
  | RoomRecord
  | ItemRecord
  | GroupRecord
  | ViewpointRecord
  | MeasurementRecord

export type RecordKind = SceneRecord['kind']

/** A record as it lies in a document: any JSON, known or not. Unknown kinds and fields are kept. */
export type RawRecord = { readonly [key: string]: unknown }

/** id → raw record. Never trusted: `readScene` makes a valid scene of any of these. */
export type SceneDocument = ReadonlyMap<Id, RawRecord>

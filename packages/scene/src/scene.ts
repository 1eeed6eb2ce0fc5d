import type {
  GroupRecord,
  Id,
  ItemRecord,
  LevelRecord,
  MeasurementRecord,
  OpeningRecord,
  Point2,
  Pose,
  RoomRecord,
  ViewpointRecord,
  WallRecord,
} from './records.ts'

/** A wall with its derived geometry. All points are plan coordinates on the wall's level. */
export type SceneWall = WallRecord & {
  readonly start: Point2
  readonly end: Point2
  /** Height in force (own or the storey's), metres. */
  readonly resolvedHeight: number
  /** Axis length, along the arc if there is one. */
  readonly length: number
  /** Mitred outline, counter-clockwise, first point not repeated; arcs are flattened. */
  readonly outline: readonly Point2[]
}

export type SceneOpening = OpeningRecord & {
  readonly level: Id
  /** Centre on the wall's axis, plan coordinates. */
  readonly center: Point2
  /** Unit vector along the axis at the opening, from a to b. */
  readonly direction: Point2
  readonly wallThickness: number
}

/** A room derived from the walls around it. */
export type SceneRoom = {
  /** The label's id if a label lies inside, else derived from the walls, equal on every peer. */
  readonly id: Id
  readonly level: Id
  readonly label?: RoomRecord
  readonly name: string
  readonly type: string
  /** Room-side outline, counter-clockwise, first point not repeated. */
  readonly polygon: readonly Point2[]
  /** Columns and islands, clockwise. */
  readonly holes: readonly (readonly Point2[])[]
  /** Net floor area, m². */
  readonly area: number
  readonly walls: readonly Id[]
  readonly openings: readonly Id[]
}

/** An item with its pose resolved through support and group: plan coordinates, z above the level's floor. */
export type SceneItem = ItemRecord & { readonly worldPose: Pose }

/** A valid scene. All lists are sorted by id. */
export type Scene = {
  readonly levels: readonly LevelRecord[]
  readonly walls: readonly SceneWall[]
  readonly openings: readonly SceneOpening[]
  readonly rooms: readonly SceneRoom[]
  readonly items: readonly SceneItem[]
  readonly groups: readonly GroupRecord[]
  readonly viewpoints: readonly ViewpointRecord[]
  readonly measurements: readonly MeasurementRecord[]
  /** By id, over walls, openings, rooms and items. */
  readonly byId: ReadonlyMap<Id, SceneWall | SceneOpening | SceneRoom | SceneItem>
  /** What was hidden and why: dangling references, cycles, values out of bounds. */
  readonly issues: readonly { readonly id: Id; readonly reason: string }[]
}

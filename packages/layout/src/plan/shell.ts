import type { OpeningType, Point2, Swing, WallStructure } from '@enfilade/scene'
import type { RoomType } from '../brief.ts'

/** A wall of a plan by its axis. `bulge` as in records: positive to the left of a → b. */
export type ShellWall = {
  readonly a: Point2
  readonly b: Point2
  readonly thickness: number
  readonly structure: WallStructure
  readonly bulge?: number
  /** Absent: follows the storey. */
  readonly height?: number
}

/** An opening by where it is in the plan. */
export type ShellOpening = {
  readonly type: OpeningType
  /** On or near the axis of its wall. */
  readonly center: Point2
  readonly width: number
  readonly height: number
  readonly sill: number
  readonly swing: Swing['type']
  /** Jamb that the leaf hangs at (any point nearer to it), and a point on the side that it swings towards. */
  readonly hinge?: Point2
  readonly toward?: Point2
}

export type ShellRoom = { readonly key: string; readonly type: RoomType; readonly name: string; readonly at: Point2 }

/** Walls, openings and labels of a plan before they are records. */
export type Shell = {
  readonly walls: readonly ShellWall[]
  readonly openings: readonly ShellOpening[]
  readonly rooms: readonly ShellRoom[]
}

/** Outer walls carry, inner ones divide. Metres. */
export const OUTER_WALL = 0.24
export const INNER_WALL = 0.12
export const DOOR_HEIGHT = 2.1

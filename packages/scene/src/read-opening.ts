import { MIN_OPENING, MIN_OPENING_WALL } from './limits.ts'
import type { OpeningRecord } from './records.ts'
import type { SceneOpening, SceneWall } from './scene.ts'
import { axisFrame } from './wall-axis.ts'

/**
 * An opening in its wall: brought within the wall's length and height.
 *
 * @returns A reason where the wall can't carry it.
 */
export function readOpening(record: OpeningRecord, wall: SceneWall): SceneOpening | string {
  if (wall.length < MIN_OPENING_WALL) return `wall ${wall.id} is too short for an opening`
  if (record.sill > wall.resolvedHeight - MIN_OPENING) return `its sill is above wall ${wall.id}`
  const width = Math.min(record.width, wall.length)
  const height = Math.min(record.height, wall.resolvedHeight - record.sill)
  const along = clampAlong(record.along, width, wall.length)
  const { point, direction } = axisFrame(wall, along)
  return {
    ...record,
    along,
    width,
    height,
    level: wall.level,
    center: point,
    direction,
    wallThickness: wall.thickness,
  }
}

/** The centre of an opening brought so far along that it lies within its wall; the middle if it is as wide as that. */
export function clampAlong(along: number, width: number, length: number): number {
  const half = Math.min(width, length) / 2
  return Math.min(length - half, Math.max(half, along))
}

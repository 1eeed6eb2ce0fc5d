import { type Axis, axisFrame, type Point2, projectOnAxis, type RawRecord, type SceneDocument } from '@enfilade/scene'
import { isCorner, isWall } from './valid-record.ts'

/** The axis of a wall; undefined when its corners are not there. */
export function axisOf(document: SceneDocument, wall: RawRecord | undefined): Axis | undefined {
  if (!wall || !isWall(wall)) return undefined
  const a = document.get(wall.a)
  const b = document.get(wall.b)
  if (!a || !b || !isCorner(a) || !isCorner(b)) return undefined
  return wall.bulge === undefined ? { start: a.at, end: b.at } : { start: a.at, end: b.at, bulge: wall.bulge }
}

/** The point on the axis at a distance from its start; beyond the ends it goes on straight. */
export function pointAlong(axis: Axis, along: number): Point2 {
  return axisFrame(axis, along).point
}

/** Distance along the axis of the place nearest to a point; on a straight axis also beyond its ends. */
export function alongOf(axis: Axis, point: Point2): number {
  if (axis.bulge) return projectOnAxis(axis, point).along
  const { direction } = axisFrame(axis, 0)
  return (point[0] - axis.start[0]) * direction[0] + (point[1] - axis.start[1]) * direction[1]
}

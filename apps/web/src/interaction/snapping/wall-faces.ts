import type { Id, Point2, Scene } from '@enfilade/scene'
import { add, direction, leftOf, scale } from '../plane.ts'

/** One side of a straight wall: from a to b, with the unit normal that points away from the wall. */
export type WallFace = { readonly wall: Id; readonly a: Point2; readonly b: Point2; readonly normal: Point2 }

/** Both faces of every straight wall of a level. Arcs have no flat back to stand against. */
export function collectWallFaces(scene: Scene, level: Id): WallFace[] {
  const faces: WallFace[] = []
  for (const wall of scene.walls) {
    if (wall.level !== level || (wall.bulge ?? 0) !== 0) continue
    const left = leftOf(direction(wall.start, wall.end))
    const offset = scale(left, wall.thickness / 2)
    const back = scale(offset, -1)
    faces.push({ wall: wall.id, a: add(wall.start, offset), b: add(wall.end, offset), normal: left })
    faces.push({ wall: wall.id, a: add(wall.start, back), b: add(wall.end, back), normal: scale(left, -1) })
  }
  return faces
}

/** Corner id → place, of the walls on a level. */
export function collectCorners(scene: Scene, level: Id): Map<Id, Point2> {
  const corners = new Map<Id, Point2>()
  for (const wall of scene.walls) {
    if (wall.level !== level) continue
    corners.set(wall.a, wall.start)
    corners.set(wall.b, wall.end)
  }
  return corners
}

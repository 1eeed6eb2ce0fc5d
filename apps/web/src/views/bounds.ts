import { type Id, itemFootprint, type Point2, type Scene } from '@enfilade/scene'
import type { PlanBounds } from './plan/plan-camera.ts'

/** Plan bounds of some things of a scene, or of a whole level. Undefined: nothing is there. */
export function boundsOf(
  scene: Pick<Scene, 'walls' | 'items' | 'openings' | 'rooms'>,
  level: Id,
  ids?: readonly Id[],
): PlanBounds | undefined {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  const include = (point: Point2) => {
    minX = Math.min(minX, point[0])
    minY = Math.min(minY, point[1])
    maxX = Math.max(maxX, point[0])
    maxY = Math.max(maxY, point[1])
  }
  const wanted = ids && new Set(ids)
  const takes = (thing: { readonly id: Id; readonly level: Id }) =>
    wanted ? wanted.has(thing.id) : thing.level === level
  for (const wall of scene.walls) if (takes(wall)) wall.outline.forEach(include)
  for (const item of scene.items) if (takes(item)) itemFootprint(item).forEach(include)
  for (const opening of scene.openings) if (takes(opening)) include(opening.center)
  for (const room of scene.rooms) if (wanted?.has(room.id)) room.polygon.forEach(include)
  return minX <= maxX ? { minX, minY, maxX, maxY } : undefined
}

import { type Id, itemFootprint, type Point2, type Scene } from '@enfilade/scene'

/** Everything that a rectangle touches (items) or holds whole (walls), on a level. */
export function collectInside(scene: Scene, level: Id, from: Point2, to: Point2): Id[] {
  const minX = Math.min(from[0], to[0])
  const maxX = Math.max(from[0], to[0])
  const minY = Math.min(from[1], to[1])
  const maxY = Math.max(from[1], to[1])
  const contains = (p: Point2) => p[0] >= minX && p[0] <= maxX && p[1] >= minY && p[1] <= maxY
  const ids: Id[] = []
  for (const item of scene.items) {
    if (item.level !== level) continue
    const ring = itemFootprint(item)
    if (contains([item.worldPose.x, item.worldPose.y]) || ring.some(contains)) ids.push(item.id)
  }
  for (const wall of scene.walls) {
    if (wall.level === level && contains(wall.start) && contains(wall.end)) ids.push(wall.id)
  }
  return ids
}

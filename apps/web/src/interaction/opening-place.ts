import { axisFrame, type Id, type Point2, projectOnAxis, type Scene, type SceneWall } from '@enfilade/scene'

/** Kept free between an opening's edge and the wall's end, so that a frame fits beside the crossing wall. */
export const endMargin = 0.08

/** A wall's point and unit direction at a distance along its axis, arcs too. */
export function pointOnWall(wall: SceneWall, along: number): { at: Point2; direction: Point2 } {
  const frame = axisFrame(wall, along)
  return { at: frame.point, direction: frame.direction }
}

/** Distance along the axis of the point of a wall nearest to `point`, and how far away that is. */
export function projectOnWall(wall: SceneWall, point: Point2): { along: number; gap: number } {
  const { along, distance } = projectOnAxis(wall, point)
  return { along, gap: distance }
}

/** The wall of a level nearest to a point, within `reach` of its faces. */
export function wallNear(scene: Scene, level: Id, point: Point2, reach: number): SceneWall | undefined {
  let best: SceneWall | undefined
  let bestGap = Number.POSITIVE_INFINITY
  for (const wall of scene.walls) {
    if (wall.level !== level) continue
    const gap = projectOnWall(wall, point).gap - wall.thickness / 2
    if (gap < reach && gap < bestGap) {
      best = wall
      bestGap = gap
    }
  }
  return best
}

/**
 * The place for an opening nearest to `wanted` that leaves the wall's ends and the other openings alone.
 *
 * @returns undefined when it fits nowhere.
 */
export function fitOpening(
  scene: Scene,
  wall: SceneWall,
  wanted: number,
  width: number,
  without?: Id,
): number | undefined {
  const half = width / 2
  const taken = scene.openings
    .filter((opening) => opening.wall === wall.id && opening.id !== without)
    .map((opening) => [opening.along - opening.width / 2, opening.along + opening.width / 2] as const)
    .sort((a, b) => a[0] - b[0])
  let from = endMargin
  let best: number | undefined
  const consider = (low: number, high: number) => {
    if (high - low < width - 1e-9) return
    const along = Math.min(Math.max(wanted, low + half), high - half)
    if (best === undefined || Math.abs(along - wanted) < Math.abs(best - wanted)) best = along
  }
  for (const [low, high] of taken) {
    consider(from, low)
    from = Math.max(from, high)
  }
  consider(from, wall.length - endMargin)
  return best
}

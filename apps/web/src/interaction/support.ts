import { findKind, itemSurfaces, type Surface } from '@enfilade/catalogue'
import type { Id, Point2, Pose, Scene, SceneItem, Support } from '@enfilade/scene'
import { turn } from './plane.ts'

/** What carries a thing put at a place, and how high its underside is above the level's floor. */
export type Placement = { readonly support: Support; readonly z: number }

/** Nobody puts things higher than this by hand, metres. */
const highestTop = 1.9

/** Plan point in an item's own frame. */
export function toItemFrame(pose: Pose, point: Point2): Point2 {
  return turn([point[0] - pose.x, point[1] - pose.y], -pose.yaw)
}

function isOnSurface(surface: Surface, local: Point2): boolean {
  const dx = local[0] - surface.x
  const dy = local[1] - surface.y
  if (surface.round) return Math.hypot(dx, dy) <= surface.width / 2
  return Math.abs(dx) <= surface.width / 2 && Math.abs(dy) <= surface.depth / 2
}

/** Height above the level's floor of the item's open top under a plan point; undefined: nothing can stand there. */
export function topUnder(item: SceneItem, point: Point2): number | undefined {
  const { worldPose } = item
  if (item.support.on === 'ceiling') return undefined
  const local = toItemFrame(worldPose, point)
  // Cheap first: building a kind's surfaces costs more than a box test.
  if (Math.abs(local[0]) > item.size[0] / 2 || Math.abs(local[1]) > item.size[1] / 2) return undefined
  let best: number | undefined
  for (const surface of itemSurfaces(item)) {
    const z = worldPose.z + surface.z
    if (surface.inside || z > highestTop || !isOnSurface(surface, local)) continue
    if (best === undefined || z > best) best = z
  }
  return best
}

/** The item whose top is under a plan point: the highest one that can carry things. */
export function carrierAt(scene: Scene, level: Id, point: Point2, without: ReadonlySet<Id>): Placement | undefined {
  let best: { id: Id; z: number } | undefined
  for (const item of scene.items) {
    if (item.level !== level || without.has(item.id)) continue
    const z = topUnder(item, point)
    if (z !== undefined && (!best || z > best.z)) best = { id: item.id, z }
  }
  return best && { support: { on: 'item', id: best.id }, z: best.z }
}

/**
 * Where a thing of a category comes to rest at a plan point: small things on what is under them, lamps at the ceiling,
 * furniture on the floor. Things for walls get their wall from the snap.
 *
 * @param surface What the 3D pointer ray met, if anything but the floor.
 */
export function placeAt(
  scene: Scene,
  level: Id,
  category: string,
  height: number,
  point: Point2,
  without: ReadonlySet<Id>,
  surface?: Placement,
): Placement {
  const kind = findKind(category)
  if (kind?.mount === 'ceiling') return { support: { on: 'ceiling' }, z: storeyHeight(scene, level) - height }
  if (kind?.mount === 'wall') return { support: { on: 'floor' }, z: kind.mountHeight ?? 1.2 }
  if (kind?.mount === 'surface') {
    if (surface?.support.on === 'item' && !without.has(surface.support.id)) return surface
    const carrier = carrierAt(scene, level, point, without)
    if (carrier) return carrier
  }
  return { support: { on: 'floor' }, z: 0 }
}

export function storeyHeight(scene: Scene, level: Id): number {
  return scene.levels.find((candidate) => candidate.id === level)?.height ?? 2.8
}

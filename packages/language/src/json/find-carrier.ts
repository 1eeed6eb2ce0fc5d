import { boxFootprint, isPointInPolygon } from '@enfilade/geometry'
import type { Id, Pose, Size3 } from '@enfilade/scene'

export type PlacedBox = { readonly id: Id; readonly size: Size3; readonly world: Pose; readonly level: Id }

/** An underside this far from a top stands on it, metres. */
const CONTACT = 0.03
/** Nothing that small above the floor is held by another thing, metres. */
const ON_FLOOR = 0.01

/**
 * The box that carries another, told by place: the one whose top its underside is on or, for things inside, the
 * smallest one around it.
 */
export function findCarrier(box: PlacedBox, boxes: readonly PlacedBox[], isInside: boolean): Id | undefined {
  if (!isInside && box.world.z < ON_FLOOR) return undefined
  let best: PlacedBox | undefined
  for (const other of boxes) {
    if (other.id === box.id || other.level !== box.level || !isUnder(other, box)) continue
    const top = other.world.z + other.size[2]
    const holds = isInside
      ? box.world.z >= other.world.z - CONTACT &&
        box.world.z + box.size[2] <= top + CONTACT &&
        volume(other) > volume(box)
      : Math.abs(box.world.z - top) <= CONTACT
    if (holds && (!best || volume(other) < volume(best))) best = other
  }
  return best?.id
}

function isUnder(low: PlacedBox, box: PlacedBox): boolean {
  const reach = (low.size[0] + low.size[1]) / 2
  if (Math.abs(low.world.x - box.world.x) > reach || Math.abs(low.world.y - box.world.y) > reach) return false
  const { x, y, yaw } = low.world
  return isPointInPolygon([box.world.x, box.world.y], boxFootprint(x, y, yaw, low.size[0], low.size[1]))
}

function volume({ size }: PlacedBox): number {
  return size[0] * size[1] * size[2]
}

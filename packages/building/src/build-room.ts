import type { SceneRoom } from '@enfilade/scene'
import { ceilingLook, floorLook } from './looks.ts'
import { type BuildingPart, createMeshBuilder } from './mesh-builder.ts'

/** A room's floor, seen from above. */
export function buildFloor(room: SceneRoom): BuildingPart[] {
  const builder = createMeshBuilder()
  builder.cap('floor', room.polygon, room.holes, 0, true)
  return builder.build({ floor: floorLook(room) })
}

/** A room's ceiling at a height, seen from below. */
export function buildCeiling(room: SceneRoom, height: number): BuildingPart[] {
  const builder = createMeshBuilder()
  builder.cap('ceiling', room.polygon, room.holes, height, false)
  return builder.build({ ceiling: ceilingLook(room) })
}

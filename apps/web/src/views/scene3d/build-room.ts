import type { SceneRoom } from '@enfilade/scene'
import { Group } from 'three'
import type { MaterialLibrary } from './material-library.ts'
import { createMeshBuilder } from './mesh-builder.ts'
import { groupOf } from './part-group.ts'
import { ceilingLook, floorLook } from './surfaces.ts'

export type RoomObject = { readonly group: Group; setCeiling(shown: boolean): void }

/** Floor and ceiling. The ceiling faces down: from above one sees through it in any case. */
export function buildRoom(room: SceneRoom, height: number, library: MaterialLibrary): RoomObject {
  const builder = createMeshBuilder()
  builder.cap('floor', room.polygon, room.holes, 0, true)
  const group = groupOf(builder.build(), { floor: floorLook(room) }, library)
  for (const mesh of group.children) mesh.castShadow = false
  const lid = createMeshBuilder()
  lid.cap('ceiling', room.polygon, room.holes, height, false)
  const ceiling = groupOf(lid.build(), { ceiling: ceilingLook(room) }, library)
  ceiling.visible = false
  const whole = new Group()
  whole.add(group, ceiling)
  return {
    group: whole,
    setCeiling(shown) {
      ceiling.visible = shown
    },
  }
}

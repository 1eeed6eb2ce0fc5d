import { buildCeiling, buildFloor, buildOpening, buildWall, type WallContext } from '@enfilade/building'
import type { SceneOpening, SceneRoom, SceneWall } from '@enfilade/scene'
import { Group } from 'three'
import type { MaterialLibrary } from './material-library.ts'
import { groupOf } from './part-group.ts'

export function wallObject(wall: SceneWall, context: WallContext, library: MaterialLibrary): Group {
  return groupOf(buildWall(wall, context), library)
}

/** `setOpen` turns or shifts the leaf without building anything. */
export type OpeningObject = { readonly group: Group; setOpen(amount: number): void }

export function openingObject(opening: SceneOpening, library: MaterialLibrary): OpeningObject {
  const { fixed, leaf } = buildOpening(opening)
  const group = groupOf(fixed, library)
  if (!leaf) return { group, setOpen: () => {} }
  const moving = groupOf(leaf.parts, library)
  group.add(moving)
  const setOpen = (amount: number) => {
    const { x, y, yaw } = leaf.poseAt(amount)
    moving.position.set(x, y, 0)
    moving.rotation.z = yaw
  }
  setOpen(opening.open ?? 0)
  return { group, setOpen }
}

export type RoomObject = { readonly group: Group; setCeiling(shown: boolean): void }

/** Floor and ceiling. The ceiling faces down: from above one sees through it in any case. */
export function roomObject(room: SceneRoom, height: number, library: MaterialLibrary): RoomObject {
  const floor = groupOf(buildFloor(room), library)
  for (const mesh of floor.children) mesh.castShadow = false
  const ceiling = groupOf(buildCeiling(room, height), library)
  ceiling.visible = false
  const group = new Group()
  group.add(floor, ceiling)
  return {
    group,
    setCeiling(shown) {
      ceiling.visible = shown
    },
  }
}

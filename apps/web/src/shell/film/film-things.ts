import { findKind } from '@enfilade/catalogue'
import { isPointInRegion } from '@enfilade/geometry'
import type { Id, Scene } from '@enfilade/scene'
import type { Vector3 } from '../../editor/scene-camera.ts'

export type NamedThing = { readonly id: Id; readonly name: string }

/** Names that several things have are numbered: "Chair 1", "Chair 2". Sorted by name. */
export function numberNames(things: readonly NamedThing[]): readonly NamedThing[] {
  const counts = new Map<string, number>()
  for (const { name } of things) counts.set(name, (counts.get(name) ?? 0) + 1)
  const numbers = new Map<string, number>()
  const numbered = things.map(({ id, name }) => {
    if (counts.get(name) === 1) return { id, name }
    const number = (numbers.get(name) ?? 0) + 1
    numbers.set(name, number)
    return { id, name: `${name} ${number}` }
  })
  return numbered.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}

/** What can change on the way: doors and windows that open, lamps and screens that are switched. */
export function changeableOf(scene: Scene, level: Id | undefined): { readonly doors: Id[]; readonly lamps: Id[] } {
  const doors = scene.openings.filter((opening) => opening.level === level && opening.type !== 'passage')
  const lamps = scene.items.filter(
    (item) => item.level === level && (findKind(item.category)?.light || item.states?.on !== undefined),
  )
  return { doors: doors.map(({ id }) => id), lamps: lamps.map(({ id }) => id) }
}

/** True when an eye (z above the level's floor) is in a room, so that no wall or ceiling stands before it. */
export function isInRoom(scene: Scene, level: Id | undefined, [x, y, z]: Vector3): boolean {
  const height = scene.levels.find(({ id }) => id === level)?.height ?? 0
  const isUnderCeiling = z > 0 && z < height
  return (
    isUnderCeiling &&
    scene.rooms.some((room) => room.level === level && isPointInRegion([x, y], room.polygon, room.holes))
  )
}

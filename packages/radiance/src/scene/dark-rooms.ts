import { roomsThrough } from '@enfilade/building'
import { findKind } from '@enfilade/catalogue'
import { type Id, itemsInRoom, type Scene, type SceneOpening, type SceneRoom } from '@enfilade/scene'
import { isOutdoors } from './portals.ts'

/** How rooms that no light reaches are lit instead of being black. */
export type HouseLights = {
  /** Lamps of which nobody has said whether they are on. */
  readonly lamps: ReadonlySet<Id>
  /** Rooms without such a lamp: their ceilings glow. */
  readonly ceilings: ReadonlySet<Id>
}

/** Doors open less than this let no light from room to room. */
const LEAST_OPEN = 0.3

/** Rooms of a level without window, lamp that is on, or a lit room next door through an open way. */
export function houseLights(scene: Scene, level: Id): HouseLights {
  const rooms = scene.rooms.filter((room) => room.level === level && !isOutdoors(room))
  const ways = scene.openings.filter((opening) => opening.level === level && letsThrough(opening))
  const sides = ways.map((opening) => roomsThrough(scene, opening))
  const lit = new Set<Id>()
  for (const { left, right } of sides) {
    if (left && isOutdoors(right)) lit.add(left.id)
    if (right && isOutdoors(left)) lit.add(right.id)
  }
  for (const room of rooms) if (lampsIn(scene, room).some(({ states }) => states?.on === true)) lit.add(room.id)
  for (let hasGrown = true; hasGrown; ) {
    const before = lit.size
    for (const { left, right } of sides) {
      if (left && right && (lit.has(left.id) || lit.has(right.id))) lit.add(left.id).add(right.id)
    }
    hasGrown = lit.size > before
  }
  const lamps = new Set<Id>()
  const ceilings = new Set<Id>()
  for (const room of rooms) {
    if (lit.has(room.id)) continue
    const free = lampsIn(scene, room).filter(({ states }) => states?.on === undefined)
    for (const { id } of free) lamps.add(id)
    if (free.length === 0) ceilings.add(room.id)
  }
  return { lamps, ceilings }
}

function letsThrough({ type, swing, open = 0 }: SceneOpening): boolean {
  return type !== 'door' || swing.type === 'none' || open >= LEAST_OPEN
}

function lampsIn(scene: Scene, room: SceneRoom) {
  return itemsInRoom(scene, room).filter(({ category }) => findKind(category)?.light)
}

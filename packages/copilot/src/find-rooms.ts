import { type RoomType, roomTypes } from '@enfilade/layout'
import { type Id, itemsInRoom, type Scene, type SceneItem, type SceneRoom } from '@enfilade/scene'
import { lexicon } from './lexicon/lexicon.ts'
import type { RoomReference } from './understand/intent.ts'
import { normalizeName } from './understand/names-of-scene.ts'

/** The type of a room: its own, else what its name says; undefined where neither does. */
export function typeOfRoom(room: SceneRoom): RoomType | undefined {
  if ((roomTypes as readonly string[]).includes(room.type) && room.type !== 'generic') return room.type as RoomType
  const named = lexicon().phrases.get(normalizeName(room.name))
  return named?.type === 'room' ? named.room : undefined
}

export const bySize = (scene: Scene): SceneRoom[] =>
  scene.rooms.toSorted((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))

/** The rooms that words name, the likeliest first; empty where the scene has none such. */
export function findRooms(scene: Scene, reference: RoomReference): SceneRoom[] {
  if (reference.id) return scene.rooms.filter(({ id }) => id === reference.id)
  const rooms = bySize(scene)
  if (!reference.type) return rooms
  const ofType = rooms.filter((room) => typeOfRoom(room) === reference.type)
  // "the study" may be a room that is only called so.
  const called = rooms.filter((room) => normalizeName(room.name).includes(reference.words.toLowerCase()))
  const found = ofType.length > 0 ? ofType : called
  if (!reference.rank || reference.every) return found
  const byRank = rooms.find((room) => {
    const named = lexicon().phrases.get(normalizeName(room.name))
    return named?.type === 'room' && named.room === reference.type && named.rank === reference.rank
  })
  const ranked =
    byRank ?? found[reference.rank - 1] ?? (found.length === 1 && reference.rank === 1 ? found[0] : undefined)
  return ranked ? [ranked] : []
}

/** The room that a request is about where it names none: as given, of the selection, else the largest. */
export function chooseRoom(scene: Scene, roomId: Id | undefined, selection: readonly Id[]): SceneRoom | undefined {
  return givenRoom(scene, roomId, selection) ?? bySize(scene)[0]
}

/** As given or of the selection. */
export function givenRoom(scene: Scene, roomId: Id | undefined, selection: readonly Id[]): SceneRoom | undefined {
  const given = scene.rooms.find(({ id }) => id === roomId)
  if (given) return given
  for (const id of selection) {
    const item = scene.items.find((entry) => entry.id === id)
    const room = scene.rooms.find((entry) => entry.id === id) ?? (item ? roomOfItem(scene, item) : undefined)
    if (room) return room
  }
  return undefined
}

export function roomOfItem(scene: Scene, item: SceneItem): SceneRoom | undefined {
  return scene.rooms.find((room) => itemsInRoom(scene, room).some(({ id }) => id === item.id))
}

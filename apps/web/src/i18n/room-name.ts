import type { SceneRoom } from '@enfilade/scene'
import { en, type MessageKey } from './en.ts'
import { zh } from './zh.ts'

/** Room types that can be chosen, in the order of a flat from the door. */
export const roomTypes = [
  'room',
  'entrance',
  'hallway',
  'living_room',
  'dining_room',
  'kitchen',
  'bedroom',
  'kids_room',
  'study',
  'bathroom',
  'laundry',
  'storage',
  'balcony',
  'gym',
] as const

type Translate = (key: MessageKey) => string

const typeKey = (type: string): MessageKey | undefined => {
  const key = `room.type.${type}`
  return key in en ? (key as MessageKey) : undefined
}

/** Names beyond those of the types that our own samples and proposals give. */
const furtherNames: readonly MessageKey[] = [
  'room.name.hall',
  'room.name.main-bedroom',
  'room.name.second-bedroom',
  'room.name.third-bedroom',
  'room.name.main-bathroom',
  'room.name.second-bathroom',
  'room.name.studio',
]

const plain = (name: string) => name.trim().toLowerCase().replaceAll('’', "'")

/** Every name that Enfilade itself gives a room, in either language, and the message that says it. */
const givenNames: ReadonlyMap<string, MessageKey> = new Map(
  [...roomTypes.flatMap((type) => typeKey(type) ?? []), ...furtherNames].flatMap((key) => [
    [plain(en[key]), key] as const,
    [plain(zh[key]), key] as const,
  ]),
)

export function roomTypeName(type: string, t: Translate): string {
  const key = typeKey(type)
  if (key) return t(key)
  const words = type.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name somebody gave the room, in the reader's language where it is one of our own; '' where there is none. */
export function ownRoomName(room: Pick<SceneRoom, 'label'>, t: Translate): string {
  const name = room.label?.name.trim() ?? ''
  const key = givenNames.get(plain(name))
  return key ? t(key) : name
}

/** The room's own name, else its type's. */
export function roomName(room: Pick<SceneRoom, 'label' | 'type'>, t: Translate): string {
  return ownRoomName(room, t) || roomTypeName(room.type, t)
}

import type { SceneRoom } from '@enfilade/scene'
import { en, type MessageKey } from '../i18n/en.ts'

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

export function roomTypeName(type: string, t: (key: MessageKey) => string): string {
  const key = `room.${type}`
  if (key in en) return t(key as MessageKey)
  const words = type.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The room's own name, else its type's. */
export function roomName(room: Pick<SceneRoom, 'label' | 'type'>, t: (key: MessageKey) => string): string {
  return room.label?.name.trim() || roomTypeName(room.type, t)
}

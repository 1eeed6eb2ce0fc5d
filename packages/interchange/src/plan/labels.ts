import type { SceneRoom } from '@enfilade/scene'

const ROOM_TYPES: { readonly [type: string]: { readonly en: string; readonly zh: string } } = {
  room: { en: 'Room', zh: '房间' },
  bedroom: { en: 'Bedroom', zh: '卧室' },
  living_room: { en: 'Living room', zh: '客厅' },
  dining_room: { en: 'Dining room', zh: '餐厅' },
  kitchen: { en: 'Kitchen', zh: '厨房' },
  bathroom: { en: 'Bathroom', zh: '卫生间' },
  study: { en: 'Study', zh: '书房' },
  kids_room: { en: 'Children’s room', zh: '儿童房' },
  hallway: { en: 'Hallway', zh: '走廊' },
  entrance: { en: 'Entrance', zh: '玄关' },
  balcony: { en: 'Balcony', zh: '阳台' },
  laundry: { en: 'Laundry', zh: '洗衣房' },
  gym: { en: 'Gym', zh: '健身房' },
}

/** A room's own name, else its type in words. */
export function roomLabel({ name, type }: Pick<SceneRoom, 'name' | 'type'>, locale: 'en' | 'zh'): string {
  if (name.trim()) return name.trim()
  const known = Object.hasOwn(ROOM_TYPES, type) ? ROOM_TYPES[type]! : undefined
  return known?.[locale] ?? type.replaceAll('_', ' ')
}

export const WORDS = {
  en: { title: 'Floor plan', scale: 'Scale', area: 'Net area', units: 'Dimensions in metres' },
  zh: { title: '平面图', scale: '比例', area: '净面积', units: '尺寸单位：米' },
} as const

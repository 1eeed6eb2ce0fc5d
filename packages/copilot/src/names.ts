import { findKind } from '@enfilade/catalogue'
import type { RoomType } from '@enfilade/layout'

/** The catalogue's name of a category, else the word itself. */
export function kindLabel(category: string, language: 'en' | 'zh'): string {
  return findKind(category)?.names[language][0] ?? category.replaceAll('_', ' ')
}

const roomNames: { readonly [type in RoomType]: { readonly en: string; readonly zh: string } } = {
  balcony: { en: 'Balcony', zh: '阳台' },
  bathroom: { en: 'Bathroom', zh: '卫生间' },
  bedroom: { en: 'Bedroom', zh: '卧室' },
  dining_room: { en: 'Dining room', zh: '餐厅' },
  entrance: { en: 'Entrance', zh: '玄关' },
  generic: { en: 'Room', zh: '房间' },
  hallway: { en: 'Hallway', zh: '走廊' },
  kids_room: { en: "Children's room", zh: '儿童房' },
  kitchen: { en: 'Kitchen', zh: '厨房' },
  laundry: { en: 'Laundry', zh: '洗衣房' },
  living_room: { en: 'Living room', zh: '客厅' },
  studio: { en: 'Studio', zh: '一居室' },
  study: { en: 'Study', zh: '书房' },
}

export function roomName(type: RoomType, language: 'en' | 'zh'): string {
  return roomNames[type][language]
}

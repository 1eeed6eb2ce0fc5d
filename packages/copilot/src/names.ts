import { findKind } from '@enfilade/catalogue'
import type { RoomType } from '@enfilade/layout'
import type { SceneItem, SceneRoom } from '@enfilade/scene'
import { lexicon } from './lexicon/lexicon.ts'
import { normalizeName } from './understand/names-of-scene.ts'

type Language = 'en' | 'zh'

/** The catalogue's name of a category, else the word itself. English ones as they stand within a sentence. */
export function kindLabel(category: string, language: Language): string {
  const name = findKind(category)?.names[language][0] ?? category.replaceAll('_', ' ')
  return language === 'en' && !/^[A-Z]{2}/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** What a person calls an item: their own word for it, else its kind's name in the language asked for. */
export function itemName(item: SceneItem, language: Language): string {
  const label = item.label?.trim()
  if (!label) return kindLabel(item.category, language)
  const kind = findKind(item.category)
  const given = normalizeName(label)
  const names = [...(kind?.names.en ?? []), ...(kind?.names.zh ?? []), item.category.replaceAll('_', ' ')]
  return names.some((name) => normalizeName(name) === given) ? kindLabel(item.category, language) : label
}

/** "1 chair", "3 chairs", 「3 件椅子」. */
export function countedName(count: number, name: string, language: Language): string {
  if (language === 'zh') return `${count} 件${name}`
  return `${count === 0 ? 'no' : count} ${count === 1 ? name : pluralOf(name)}`
}

function pluralOf(name: string): string {
  if (/(ss|x|ch|sh)$/.test(name)) return `${name}es`
  if (/s$/.test(name)) return name
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`
  if (/shelf$/.test(name)) return `${name.slice(0, -1)}ves`
  return `${name}s`
}

const roomNames: { readonly [type in RoomType]: { readonly en: string; readonly zh: string } } = {
  balcony: { en: 'Balcony', zh: '阳台' },
  bathroom: { en: 'Bathroom', zh: '卫生间' },
  bedroom: { en: 'Bedroom', zh: '卧室' },
  dining_room: { en: 'Dining room', zh: '餐厅' },
  entrance: { en: 'Entrance', zh: '玄关' },
  generic: { en: 'Room', zh: '房间' },
  gym: { en: 'Gym', zh: '健身房' },
  hallway: { en: 'Hallway', zh: '走廊' },
  home_cinema: { en: 'Home cinema', zh: '家庭影院' },
  kids_room: { en: "Children's room", zh: '儿童房' },
  kitchen: { en: 'Kitchen', zh: '厨房' },
  laundry: { en: 'Laundry', zh: '洗衣房' },
  library: { en: 'Library', zh: '藏书室' },
  living_room: { en: 'Living room', zh: '客厅' },
  music_room: { en: 'Music room', zh: '琴房' },
  nursery: { en: 'Nursery', zh: '婴儿房' },
  office: { en: 'Office', zh: '办公室' },
  playroom: { en: 'Playroom', zh: '游戏室' },
  storage_room: { en: 'Storage room', zh: '储藏室' },
  studio: { en: 'Studio', zh: '一居室' },
  study: { en: 'Study', zh: '书房' },
  terrace: { en: 'Terrace', zh: '露台' },
  walk_in_closet: { en: 'Walk-in closet', zh: '衣帽间' },
}

const rankedNames: { readonly [name: string]: { readonly en: string; readonly zh: string } } = {
  'bedroom 1': { en: 'Main bedroom', zh: '主卧' },
  'bedroom 2': { en: 'Second bedroom', zh: '次卧' },
  'bathroom 1': { en: 'Main bathroom', zh: '主卫' },
  'bathroom 2': { en: 'Second bathroom', zh: '次卫' },
}

export function roomName(type: RoomType, language: Language): string {
  return roomNames[type][language]
}

/** A room's name in the language asked for; a name of somebody's own stays as it is. */
export function nameOfRoom(room: SceneRoom, language: Language): string {
  const isOwnLanguage = /\p{Script=Han}/u.test(room.name) === (language === 'zh')
  if (isOwnLanguage && room.name.trim()) return room.name
  const known = lexicon().phrases.get(normalizeName(room.name))
  if (known?.type === 'room')
    return (
      (known.rank ? rankedNames[`${known.room} ${known.rank}`]?.[language] : undefined) ??
      roomName(known.room, language)
    )
  return /^(room|房间)?$/i.test(room.name.trim()) ? roomName('generic', language) : room.name
}

import { roomMinimums } from '@enfilade/critic'
import type { RoomType } from '../brief.ts'
import type { Text } from '../result.ts'

/** What part a room plays in a home. Only `hub` rooms may be crossed on the way to others. */
export type RoomRole = 'hub' | 'private' | 'wet' | 'service' | 'outside'

export type RoomFacts = {
  readonly name: Text
  readonly role: RoomRole
  /** Net area of a usual one, and the share that it takes when a home is larger or smaller than usual. */
  readonly area: number
  readonly grow: number
  /** Least net area and short side, metres; `accessible` for wheelchairs. */
  readonly least: { readonly area: number; readonly side: number }
  readonly accessible: { readonly area: number; readonly side: number }
  /** Usual long side over short side of a room of its own, and the most that still works. */
  readonly ratio: number
  readonly mostRatio: number
  /** Need of an outer wall: 2 must have a window, 1 should, 0 does without. */
  readonly light: 0 | 1 | 2
}

const { living, kitchen, bathroom_3_fixtures: bathroom, bedroom_double: double, bedroom_single: single } = roomMinimums

const least = (area: number, side: number) => ({ area, side })
const of = (minimum: { readonly area: number; readonly shortSide: number }) => least(minimum.area, minimum.shortSide)

const fact = (
  en: string,
  zh: string,
  role: RoomRole,
  [area, grow]: readonly [number, number],
  minimum: { readonly area: number; readonly side: number },
  [ratio, mostRatio]: readonly [number, number],
  light: 0 | 1 | 2,
  accessible = minimum,
): RoomFacts => ({ name: { en, zh }, role, area, grow, least: minimum, accessible, ratio, mostRatio, light })

const bedroomLike = of(single)
const bedroomAccessible = of(roomMinimums.bedroom_single_accessible)

/**
 * Least areas and short sides are those of GB 50096-2011 and GB 50763-2012 where these have the room; the rest follows
 * from what must stand in it: 0.9 m to walk and 0.6 m of depth for cupboards.
 */
export const roomFacts: { readonly [type in RoomType]: RoomFacts } = {
  balcony: fact('Balcony', '阳台', 'outside', [4.2, 0.4], least(1.8, 1.1), [2.4, 5], 0, least(3, 1.5)),
  bathroom: fact(
    'Bathroom',
    '卫生间',
    'wet',
    [4.8, 0.35],
    of(bathroom),
    [1.45, 2.2],
    1,
    of(roomMinimums.bathroom_3_accessible),
  ),
  bedroom: fact(
    'Bedroom',
    '卧室',
    'private',
    [13, 0.8],
    of(double),
    [1.2, 1.7],
    2,
    of(roomMinimums.bedroom_double_accessible),
  ),
  dining_room: fact('Dining room', '餐厅', 'hub', [11, 0.7], least(7, 2.4), [1.2, 1.9], 2),
  entrance: fact('Entrance', '玄关', 'hub', [3.8, 0.3], least(1.8, 1.2), [1.4, 2.6], 0, least(3, 1.5)),
  generic: fact('Room', '房间', 'private', [14, 1], least(4, 1.8), [1.25, 2.2], 2),
  gym: fact('Gym', '健身房', 'private', [13, 0.8], least(7, 2.4), [1.3, 1.9], 2),
  hallway: fact('Hallway', '走廊', 'hub', [5.5, 0.3], least(1.6, 1.05), [3, 12], 0, least(2, 1.2)),
  home_cinema: fact('Home cinema', '影音室', 'private', [16, 0.8], least(9, 2.7), [1.35, 1.9], 0),
  kids_room: fact('Children’s room', '儿童房', 'private', [11.5, 0.7], least(7, 2.4), [1.2, 1.7], 2, bedroomAccessible),
  kitchen: fact(
    'Kitchen',
    '厨房',
    'service',
    [8.5, 0.5],
    of(kitchen),
    [1.35, 2.3],
    1,
    of(roomMinimums.kitchen_accessible),
  ),
  laundry: fact('Laundry', '洗衣房', 'service', [4, 0.3], least(2, 1.3), [1.3, 2.4], 0, least(3, 1.5)),
  library: fact('Library', '藏书室', 'private', [12, 0.8], least(6, 2.2), [1.25, 1.9], 2),
  living_room: fact(
    'Living room',
    '客厅',
    'hub',
    [22, 1.15],
    of(living),
    [1.25, 1.75],
    2,
    of(roomMinimums.living_accessible),
  ),
  music_room: fact('Music room', '音乐室', 'private', [13, 0.8], least(6, 2.2), [1.25, 1.8], 2),
  nursery: fact('Nursery', '婴儿房', 'private', [9.5, 0.6], least(6, 2.2), [1.2, 1.7], 2, bedroomAccessible),
  office: fact('Office', '办公室', 'private', [12, 0.8], bedroomLike, [1.25, 1.8], 2),
  playroom: fact('Playroom', '游戏室', 'private', [12, 0.7], least(6, 2.2), [1.25, 1.8], 2),
  storage_room: fact('Storage', '储物间', 'service', [3, 0.25], least(1.2, 0.95), [1.4, 2.8], 0),
  studio: fact('Studio', '开间', 'hub', [27, 1.3], of(roomMinimums.bedroom_with_living), [1.3, 1.9], 2),
  study: fact('Study', '书房', 'private', [9.5, 0.6], bedroomLike, [1.2, 1.8], 2),
  terrace: fact('Terrace', '露台', 'outside', [9, 0.5], least(3, 1.5), [1.8, 4], 0),
  walk_in_closet: fact('Walk-in closet', '衣帽间', 'service', [4.2, 0.3], least(2.4, 1.4), [1.35, 2.4], 0),
}

/** Room types entered only from another room unless said otherwise. */
export const isAnnex = (type: RoomType): boolean => type === 'balcony' || type === 'terrace'

const ordinals: readonly Text[] = [
  { en: 'Main', zh: '主' },
  { en: 'Second', zh: '次' },
  { en: 'Third', zh: '第三' },
  { en: 'Fourth', zh: '第四' },
  { en: 'Fifth', zh: '第五' },
  { en: 'Sixth', zh: '第六' },
]

/**
 * Names for the rooms of a plan that have none of their own: several of a type are told apart.
 *
 * @param order Indices of the rooms, the main one of each type first.
 */
export const nameRooms = (
  rooms: readonly { readonly type: RoomType; readonly name?: string }[],
  order: readonly number[],
  language: 'en' | 'zh',
): string[] => {
  const names = rooms.map(({ type, name }) => name?.trim() || roomFacts[type].name[language])
  for (const type of new Set(rooms.map((room) => room.type))) {
    const same = order.filter((index) => rooms[index]!.type === type && !rooms[index]!.name?.trim())
    if (same.length < 2 && !rooms.some((room) => room.type === type && room.name)) continue
    if (same.length === 1) {
      if (type === 'bathroom' && language === 'zh') names[same[0]!] = '客卫'
      continue
    }
    same.forEach((index, rank) => {
      names[index] = rankedName(type, rank, language)
    })
  }
  return names
}

const rankedName = (type: RoomType, rank: number, language: 'en' | 'zh'): string => {
  const { en, zh } = roomFacts[type].name
  const ordinal = ordinals[rank]
  if (language === 'en') return ordinal ? `${ordinal.en} ${en.toLowerCase()}` : `${en} ${rank + 1}`
  const isShort = type === 'bedroom' || type === 'bathroom'
  if (rank < 2 && isShort) return `${ordinal!.zh}${type === 'bedroom' ? '卧' : '卫'}`
  return `${zh}${rank + 1}`
}

import { arrangementBounds, type Piece, type Unit } from '../arrangement.ts'
import { type Density, type RoomType, roomTypes } from '../brief.ts'
import type { Site } from '../site.ts'

/** Columns of a room's row: area, sides of the outline, doors, windows, then density. */
export const ROOM_WIDTH = 7
/** Columns of a unit's row: see `describeUnit`. */
export const UNIT_WIDTH = 16
/** Columns of a thing that stands there: x and y from the room's middle over 5 m, cosine, sine, size over 2 m. */
export const THING_WIDTH = 7

/** Words of the model: categories, and purposes for units that take their form from the room. Index 0: any other. */
export type Vocabulary = { readonly words: readonly string[]; readonly rooms: readonly string[] }

export const wordIndex = ({ words }: Vocabulary, word: string): number => Math.max(0, words.indexOf(word))

/** The vocabulary of these categories with all purposes; order is by name, so that equal catalogues give equal indices. */
export const createVocabulary = (categories: readonly string[]): Vocabulary => ({
  words: ['', ...[...new Set(categories)].sort(), ...purposes.map((purpose) => `@${purpose}`)],
  rooms: [...roomTypes],
})

const purposes = [
  'sleep',
  'store',
  'work',
  'lounge',
  'media',
  'dine',
  'read',
  'dress',
  'play',
  'cook',
  'wash',
  'enter',
  'green',
  'other',
]

/** What a unit is called: its main thing, else its purpose. */
export const unitWord = (unit: Unit): string => {
  const first = unit.arrangements[0]
  return first ? first.pieces[first.anchor]!.category : `@${unit.purpose}`
}

/** Size of the largest and smallest form, main thing's height, kinds of place, and how much it is wanted. */
export const describeUnit = (unit: Unit): number[] => {
  const first = unit.arrangements[0]
  const last = unit.arrangements.at(-1)
  const large = first ? sizeOf(first) : [0, 0]
  const small = last ? sizeOf(last) : [0, 0]
  const has = (placement: string): number => (unit.arrangements.some((form) => form.placement === placement) ? 1 : 0)
  return [
    large[0]! / 2,
    large[1]! / 2,
    small[0]! / 2,
    small[1]! / 2,
    first ? first.pieces[first.anchor]!.size[2] / 2 : 0,
    has('wall'),
    has('corner'),
    has('free'),
    unit.expand ? 1 : 0,
    unit.isRequired ? 1 : 0,
    unit.objects.length > 0 ? 1 : 0,
    Math.min(2, unit.worth / 4),
    Math.min(2, unit.rank / 12),
    (first?.pieces.length ?? 0) / 6,
    (first?.zones.length ?? 0) / 4,
    Math.min(1, unit.arrangements.length / 12),
  ]
}

const sizeOf = (arrangement: Unit['arrangements'][number]): [number, number] => {
  const { minX, maxX, minY, maxY } = arrangementBounds(arrangement)
  return [maxX - minX, maxY - minY]
}

export const describeRoom = (site: Site, density: Density): number[] => [
  site.plan.area / 30,
  site.plan.polygon.length / 8,
  site.plan.doors.length / 2,
  site.plan.windows.length / 3,
  density === 'sparse' ? 1 : 0,
  density === 'normal' ? 1 : 0,
  density === 'full' ? 1 : 0,
]

export const roomIndex = ({ rooms }: Vocabulary, type: RoomType): number => Math.max(0, rooms.indexOf(type))

/** A thing that stands there, by its box. */
export type Thing = Pick<Piece, 'category' | 'size'> & { readonly x: number; readonly y: number; readonly yaw: number }

export const describeThing = (site: Site, { x, y, yaw, size }: Thing): number[] => [
  (x - site.center[0]) / 5,
  (y - site.center[1]) / 5,
  Math.cos(yaw),
  Math.sin(yaw),
  size[0] / 2,
  size[1] / 2,
  size[2] / 2,
]

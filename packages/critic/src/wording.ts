import { describeItem } from '@enfilade/catalogue'
import type { ItemShape } from './measure/item-shape.ts'
import type { RoomPlan } from './measure/room-plan.ts'

const named = new WeakMap<ItemShape, { readonly en: string; readonly zh: string }>()

const namesOf = (shape: ItemShape): { readonly en: string; readonly zh: string } => {
  const known = named.get(shape)
  if (known) return known
  const own = shape.item.label?.trim()
  const plain = { category: shape.item.category, label: undefined }
  const names = own
    ? { en: `“${own}”`, zh: `「${own}」` }
    : { en: `the ${describeItem(plain, 'en').toLowerCase()}`, zh: describeItem(plain, 'zh') }
  named.set(shape, names)
  return names
}

/** The name of a thing in running text. */
export const nameEn = (shape: ItemShape): string => namesOf(shape).en

export const nameZh = (shape: ItemShape): string => namesOf(shape).zh

/** The room's own name, or what it is called where it has none. */
export const roomEn = ({ room }: Pick<RoomPlan, 'room'>): string => room.name.trim() || 'the room'

export const roomZh = ({ room }: Pick<RoomPlan, 'room'>): string => room.name.trim() || '房间'

/** First letter large, for the start of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Metres for reading: centimetres below 10 m. */
export const metres = (value: number): string => `${value.toFixed(2)} m`

export const metresZh = (value: number): string => `${value.toFixed(2)} 米`

/** A range of metres. */
export const range = (low: number, high: number): string => `${low.toFixed(2)}–${high.toFixed(2)} m`

export const rangeZh = (low: number, high: number): string => `${low.toFixed(2)}–${high.toFixed(2)} 米`

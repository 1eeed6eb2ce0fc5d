import { describeItem } from '@enfilade/catalogue'
import type { ItemShape } from './measure/item-shape.ts'

/** The name of a thing in running text. */
export const nameEn = (shape: ItemShape): string => {
  const own = shape.item.label?.trim()
  return own ? `“${own}”` : `the ${describeItem({ category: shape.category, label: undefined }, 'en').toLowerCase()}`
}

export const nameZh = (shape: ItemShape): string => {
  const own = shape.item.label?.trim()
  return own ? `「${own}」` : describeItem({ category: shape.category, label: undefined }, 'zh')
}

/** First letter large, for the start of a sentence. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Metres for reading: centimetres below 10 m. */
export const metres = (value: number): string => `${value.toFixed(2)} m`

export const metresZh = (value: number): string => `${value.toFixed(2)} 米`

import { type Skeleton, slotOf } from './skeleton.ts'

const small: { readonly [word: string]: number } = { one: 1, a: 1, single: 1, two: 2, 一: 1, 两: 2, 俩: 2, 单: 1 }

/** A whole number in a part of a skeleton, in figures or words; undefined where none stands. */
export function numberIn(skeleton: Skeleton, text: string): number | undefined {
  for (const symbol of text) {
    const slot = slotOf(skeleton, symbol)
    if (slot?.kind === 'number' && Number.isInteger(slot.value)) return slot.value
  }
  const word = /\b(?:one|a|single|two)\b|[一两俩单]/.exec(text)?.[0]
  return word === undefined ? undefined : small[word]
}

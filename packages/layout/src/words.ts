import { describeItem } from '@enfilade/catalogue'
import type { BriefObject } from './brief.ts'
import type { Text, Unmet } from './result.ts'

/** Name of a kind in running text. */
export const kindName = (category: string): Text => ({
  en: describeItem({ category, label: undefined }, 'en').toLowerCase(),
  zh: describeItem({ category, label: undefined }, 'zh'),
})

/** Name of a named object: its own label or its kind's. */
export const objectName = (object: BriefObject): Text =>
  object.label ? { en: object.label, zh: object.label } : kindName(object.category)

/** Two decimals of a metre. */
export const meters = (value: number): Text => ({ en: `${value.toFixed(2)} m`, zh: `${value.toFixed(2)} 米` })

export const createUnmet = (request: string, text: Text, language: 'en' | 'zh' = 'en'): Unmet => ({
  request,
  reason: text[language],
  text,
})

export const joinText = (parts: readonly Text[]): Text => ({
  en: parts.map((part) => part.en).join(' '),
  zh: parts.map((part) => part.zh).join(''),
})

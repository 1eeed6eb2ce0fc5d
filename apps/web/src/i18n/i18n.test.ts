import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { formatAgo, formatAmount, formatArea } from './format.ts'
import { detectLocale, fillTemplate } from './locale.ts'
import { zh } from './zh.ts'

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('dictionaries', () => {
  it('say everything in both languages, with the same places to fill', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort())
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(zh[key].trim(), key).not.toBe('')
      expect(places(zh[key]), key).toEqual(places(en[key]))
    }
  })
})

describe('locale', () => {
  it('takes the first language of the browser that is spoken here', () => {
    expect(detectLocale(['de-DE', 'zh-TW', 'en'])).toBe('zh')
    expect(detectLocale(['en-GB', 'zh'])).toBe('en')
    expect(detectLocale(['fr'])).toBe('en')
  })

  it('fills places and leaves those without a value visible', () => {
    expect(fillTemplate('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  })
})

describe('format', () => {
  const now = Date.parse('2026-05-01T12:00:00Z')

  it('says how long ago in words', () => {
    expect(formatAgo('2026-05-01T11:59:50Z', now, 'en')).toBe('now')
    expect(formatAgo('2026-05-01T09:00:00Z', now, 'en')).toBe('3 hours ago')
    expect(formatAgo('2026-04-30T12:00:00Z', now, 'zh')).toBe('昨天')
  })

  it('shows measures in the unit that people use for them', () => {
    expect(formatAmount(0.62, 'm', 'en')).toBe('62 cm')
    expect(formatAmount(1.254, 'm', 'en')).toBe('1.25 m')
    expect(formatAmount(Math.PI / 2, 'rad', 'en')).toBe('90°')
    expect(formatArea(26.04, 'en')).toBe('26 m²')
  })
})

import type { PresenceUser } from './presence-state.ts'

/** Quiet but distinct on warm paper and on a light scene; none is the accent, which is for my own selection. */
export const personColors = [
  '#3d6f8e',
  '#8a5a9c',
  '#4f7f4a',
  '#b0742a',
  '#2f6fb0',
  '#a34f6b',
  '#5b62a8',
  '#7a6a3a',
] as const

const adjectives = {
  en: ['Quiet', 'Bright', 'Gentle', 'Swift', 'Warm', 'Calm', 'Clear', 'Merry'],
  zh: ['安静的', '明亮的', '温和的', '敏捷的', '温暖的', '平静的', '清澈的', '快乐的'],
} as const
const animals = {
  en: ['Heron', 'Fox', 'Otter', 'Wren', 'Hare', 'Crane', 'Finch', 'Lynx'],
  zh: ['苍鹭', '狐狸', '水獭', '鹪鹩', '野兔', '白鹤', '雀鸟', '猞猁'],
} as const

function hash(text: string): number {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 16777619)
  return value >>> 0
}

/** The same id gives the same colour on every peer. */
export function personColor(id: string): string {
  return personColors[hash(id) % personColors.length]!
}

/** A friendly name for somebody who has not given one. */
export function guestName(id: string, locale: 'en' | 'zh'): string {
  const value = hash(id)
  const adjective = adjectives[locale][value % adjectives.en.length]!
  const animal = animals[locale][(value >>> 8) % animals.en.length]!
  return locale === 'zh' ? `${adjective}${animal}` : `${adjective} ${animal}`
}

/** Up to two letters, or the last two Chinese characters, for an avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  if (/\p{Script=Han}/u.test(name)) return [...name.replace(/\s/g, '')].slice(-2).join('')
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : ''
  return (first + last).toUpperCase()
}

export function createPerson(id: string, name: string | undefined, locale: 'en' | 'zh'): PresenceUser {
  return { id: id.slice(0, 64), name: name || guestName(id, locale), color: personColor(id) }
}

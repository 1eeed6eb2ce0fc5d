import type { Preset } from './kind.ts'
import { kinds } from './kinds.ts'
import { OTHER_WORDS, UNKNOWN_WORDS } from './words.ts'

export type WordMatch = { readonly category: string; readonly preset?: Preset }

/**
 * The category that a word means: an id, a name or synonym in English or Chinese, a label of the SpatialLM list, an id
 * with a size (`sofa_2`), a plural, or a phrase that ends in one of these ("grey linen sofa", 「布艺沙发」).
 */
export function resolveCategory(word: string): string | undefined {
  return resolveWord(word)?.category
}

/** As `resolveCategory`, with the named size the word stands for, if any: 「双人沙发」 is a sofa of 1.7 m. */
export function resolveWord(word: string): WordMatch | undefined {
  if (typeof word !== 'string' || word.length > 200) return undefined
  const text = normalizeWord(word)
  if ([text, ...singularForms(text)].some((form) => unknown.has(form))) return undefined
  return lookUp(text) ?? lookUpEnding(text)
}

/** Lower case, one space between words, no brackets, accents or punctuation. */
export function normalizeWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** One of the singular forms that an English plural may come from. */
export function singularForms(text: string): string[] {
  const forms: string[] = []
  if (text.endsWith('shelves')) forms.push(`${text.slice(0, -3)}f`)
  if (text.endsWith('ies')) forms.push(`${text.slice(0, -3)}y`)
  if (/(s|x|z|ch|sh)es$/.test(text)) forms.push(text.slice(0, -2))
  if (text.endsWith('s') && !text.endsWith('ss')) forms.push(text.slice(0, -1))
  return forms
}

const table = buildTable()

/** All words that mean a kind by themselves, as `normalizeWord` writes them. */
export function knownWords(): ReadonlyMap<string, WordMatch> {
  return table
}

const unknown: ReadonlySet<string> = new Set(UNKNOWN_WORDS.map(normalizeWord))

function buildTable(): ReadonlyMap<string, WordMatch> {
  const words = new Map<string, WordMatch>()
  const add = (word: string, match: WordMatch) => {
    const key = normalizeWord(word)
    if (key && !words.has(key)) words.set(key, match)
  }
  for (const kind of kinds) add(kind.id, { category: kind.id })
  for (const kind of kinds) for (const word of [kind.names.en[0]!, kind.names.zh[0]!]) add(word, { category: kind.id })
  for (const kind of kinds) {
    for (const preset of kind.presets) {
      const match = { category: kind.id, preset }
      for (const word of [preset.id, ...preset.names.en, ...preset.names.zh]) add(word, match)
    }
  }
  for (const kind of kinds) for (const word of [...kind.names.en, ...kind.names.zh]) add(word, { category: kind.id })
  for (const [word, category] of Object.entries(OTHER_WORDS)) add(word, { category })
  return words
}

function lookUp(text: string): WordMatch | undefined {
  for (const form of [text, ...singularForms(text)]) {
    const found = table.get(form)
    if (found) return found
  }
  return undefined
}

/** Adjectives come first in both languages, so the longest known ending wins. */
function lookUpEnding(text: string): WordMatch | undefined {
  const words = text.split(' ')
  for (let start = 1; start < words.length; start++) {
    const found = lookUp(words.slice(start).join(' '))
    if (found) return found
  }
  if (!/\p{Script=Han}/u.test(text)) return undefined
  const letters = [...text.replaceAll(' ', '')]
  for (let start = 0; start < letters.length; start++) {
    const found = table.get(letters.slice(start).join(''))
    if (found) return found
  }
  return undefined
}

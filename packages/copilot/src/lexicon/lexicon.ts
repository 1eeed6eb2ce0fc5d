import { findKind, kinds, knownWords, type Preset } from '@enfilade/catalogue'
import { chineseEntries, looksOfName } from './chinese.ts'
import { chineseThings } from './chinese-things.ts'
import type { Entries } from './entries.ts'
import { families } from './families.ts'
import { featureEntries } from './features.ts'
import { grammarEntries } from './grammar.ts'
import { lookEntries } from './looks.ts'
import type { Meaning } from './meaning.ts'
import { numberEntries } from './numbers.ts'
import { partEntries } from './parts.ts'
import { peopleEntries } from './people.ts'
import { questionEntries } from './questions.ts'
import { relationEntries } from './relations.ts'
import { roomEntries } from './rooms.ts'
import { thingSynonyms } from './synonyms.ts'
import { unitEntries } from './units.ts'
import { namedThings } from './unknown-things.ts'
import { verbEntries } from './verbs.ts'
import { wishEntries } from './wishes.ts'

/** Phrases by their normal form (lower case, single spaces), with the longest phrase of each script. */
export type Lexicon = {
  readonly phrases: ReadonlyMap<string, Meaning>
  readonly longestEnglish: number
  readonly longestChinese: number
}

/** Later ones win over earlier ones with the same phrase. */
const grammar: readonly Entries[] = [
  grammarEntries,
  questionEntries,
  wishEntries,
  peopleEntries,
  unitEntries,
  numberEntries,
  lookEntries,
  featureEntries,
  relationEntries,
  verbEntries,
  chineseEntries,
]

function buildLexicon(): Lexicon {
  const phrases = new Map<string, Meaning>()
  const addAll = (entries: Entries) => {
    for (const [meaning, words] of entries) for (const word of words) phrases.set(word.toLowerCase(), meaning)
  }
  grammar.forEach(addAll)
  const firstNames = new Set(kinds.flatMap(({ names }) => [names.en[0]!.toLowerCase(), names.zh[0]!]))
  for (const [word, { category, preset }] of knownWords()) {
    // A kind's synonym never hides a word of the grammar ("light", 台), only its own first name does.
    if (phrases.has(word) && !firstNames.has(word)) continue
    // 书桌椅 are a desk and a chair.
    if (word.endsWith('桌椅')) continue
    // "a round table" may be any table that is round.
    if (/^(small )?(round|square|oval) table$|^小?[圆方]桌$/.test(word)) continue
    phrases.set(word, objectMeaning(word, category, preset))
  }
  for (const [category, words] of [...Object.entries(thingSynonyms), ...Object.entries(chineseThings)])
    for (const word of words.split(', '))
      phrases.set(word, {
        type: 'object',
        category,
        ...(word.includes('圆') ? { attributes: { shape: 'round' } } : {}),
      })
  for (const { name, category, size } of namedThings)
    if (!phrases.has(name)) phrases.set(name, { type: 'object', category, label: name, size })
  for (const { words, categories } of families)
    for (const word of words) {
      const known = phrases.get(word)
      if (known === undefined) phrases.set(word, { type: 'object', category: categories[0]!, family: word })
      else if (known.type === 'object') phrases.set(word, { ...known, family: word })
    }
  for (const [word, meaning] of phrases) {
    const looks =
      meaning.type === 'object'
        ? (looksOfName(word, meaning.category, phrases) ?? looksOfEnglishName(word, meaning.category, phrases))
        : undefined
    if (meaning.type === 'object' && looks)
      phrases.set(word, { ...meaning, attributes: { ...looks, ...meaning.attributes } })
  }
  addAll(roomEntries)
  addAll(partEntries)
  let longestEnglish = 1
  let longestChinese = 1
  for (const phrase of phrases.keys())
    if (hasChinese(phrase)) longestChinese = Math.max(longestChinese, phrase.length)
    else longestEnglish = Math.max(longestEnglish, phrase.split(' ').length)
  return { phrases, longestEnglish, longestChinese }
}

/** A wooden chair is a chair of wood: the looks that a name begins with, where the rest names the same kind. */
function looksOfEnglishName(word: string, category: string, phrases: ReadonlyMap<string, Meaning>) {
  const words = word.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const looks = phrases.get(words.slice(0, count).join(' '))
    const rest = phrases.get(words.slice(count).join(' '))
    const isSame = rest?.type === 'object' && rest.category === category
    if (looks?.type === 'attribute' && isSame && !looks.attributes.color) return looks.attributes
  }
  return undefined
}

/** What sleepers call sizes, with the frame; outer widths in metres. */
const bedSizes = [
  [/super[- ]king/, { min: 1.85, max: 2.2 }],
  [/\bking\b|加大双人床|大床/, { min: 1.8, max: 2.1 }],
  [/\bqueen\b/, { min: 1.5, max: 1.75 }],
  [/\bfull\b/, { min: 1.35, max: 1.55 }],
] as const

/** A named size is taken as a range: what stands there may be a little smaller or larger. */
function objectMeaning(word: string, category: string, preset: Preset | undefined): Meaning {
  const bed = /\bbed$|床$/.test(word) ? bedSizes.find(([pattern]) => pattern.test(word)) : undefined
  if (bed) return { type: 'object', category, size: { width: bed[1] } }
  if (!preset) return { type: 'object', category }
  const { size, shape, variant } = preset
  const kind = findKind(category)
  const isCounted = /[0-9]|seat|two|three|four|five|six|eight|[单双两二三四五六八]人/.test(word)
  const isSeat = isCounted && kind !== undefined && ['seating', 'tables'].includes(kind.group)
  const seats = isSeat ? kind.seats({ size, shape, variant }) : 0
  const around = (value: number, share: number) => Math.round(value * share * 100) / 100
  return {
    type: 'object',
    category,
    ...(shape || variant ? { attributes: { ...(shape ? { shape } : {}), ...(variant ? { variant } : {}) } } : {}),
    ...(seats > 0
      ? { seats }
      : shape || variant
        ? {}
        : { size: { width: { min: around(size[0], 0.94), max: around(size[0], 1.06) } } }),
  }
}

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

let built: Lexicon | undefined

export function lexicon(): Lexicon {
  built ??= buildLexicon()
  return built
}

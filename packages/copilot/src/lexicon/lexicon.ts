import { kinds } from '@enfilade/catalogue'
import { families } from './families.ts'
import { lookEntries } from './looks.ts'
import type { Meaning } from './meaning.ts'
import { partEntries, relationEntries, roomEntries } from './places.ts'
import { numberEntries, otherEntries, peopleEntries, unitEntries, verbEntries } from './words.ts'

/** Phrases by their normal form (lower case, single spaces), with the longest phrase of each script. */
export type Lexicon = {
  readonly phrases: ReadonlyMap<string, Meaning>
  readonly longestEnglish: number
  readonly longestChinese: number
}

/** Later entries win over earlier ones with the same phrase: things win over the words around them. */
function buildLexicon(): Lexicon {
  const phrases = new Map<string, Meaning>()
  const groups = [otherEntries, peopleEntries, unitEntries, numberEntries, lookEntries, relationEntries, verbEntries]
  for (const entries of groups)
    for (const [meaning, words] of entries) for (const word of words) phrases.set(word, meaning)
  for (const kind of kinds)
    for (const word of [...kind.names.en, ...kind.names.zh, kind.id.replaceAll('_', ' ')]) {
      const phrase = word.toLowerCase()
      const known = phrases.get(phrase)
      // A kind's synonym never hides a word of the grammar ("light", 台), only its own first name does.
      if (
        !known ||
        phrase === kind.names.en[0]?.toLowerCase() ||
        phrase === kind.names.zh[0] ||
        known.type === 'object'
      )
        if (known?.type !== 'object' || phrase === kind.names.en[0]?.toLowerCase() || phrase === kind.names.zh[0])
          phrases.set(phrase, { type: 'object', category: kind.id })
    }
  for (const { words, categories } of families)
    for (const word of words) if (!phrases.has(word)) phrases.set(word, { type: 'object', category: categories[0]! })
  for (const entries of [roomEntries, partEntries])
    for (const [meaning, words] of entries) for (const word of words) phrases.set(word, meaning)
  let longestEnglish = 1
  let longestChinese = 1
  for (const phrase of phrases.keys())
    if (hasChinese(phrase)) longestChinese = Math.max(longestChinese, phrase.length)
    else longestEnglish = Math.max(longestEnglish, phrase.split(' ').length)
  return { phrases, longestEnglish, longestChinese }
}

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

let built: Lexicon | undefined

export function lexicon(): Lexicon {
  built ??= buildLexicon()
  return built
}

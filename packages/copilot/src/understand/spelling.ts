import { englishClass, isEnglishWord } from '../lexicon/english.ts'
import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import { singulars } from './singulars.ts'

/** Words of the lexicon's phrases by first letter; misspelt first letters are not mended. */
let vocabulary: { readonly words: ReadonlySet<string>; readonly byLetter: ReadonlyMap<string, string[]> } | undefined

function buildVocabulary(): NonNullable<typeof vocabulary> {
  const words = new Set<string>()
  for (const phrase of lexicon().phrases.keys())
    if (!hasChinese(phrase)) for (const word of phrase.split(/[ -]/)) if (/^[a-z']{2,}$/.test(word)) words.add(word)
  const byLetter = new Map<string, string[]>()
  for (const word of [...words].sort()) byLetter.set(word[0]!, [...(byLetter.get(word[0]!) ?? []), word])
  return { words, byLetter }
}

/**
 * The word that was meant: itself where it is known to the lexicon or to English, else the one word of the lexicon within
 * one edit (two for long words); swapped neighbours count as one edit. Itself where none or several are as near.
 */
export function mendSpelling(word: string): string {
  vocabulary ??= buildVocabulary()
  // "wal", "gras": the last letter was to be doubled.
  const doubled = `${word}${word.at(-1)}`
  if (word.length === 3 && vocabulary.words.has(doubled) && !vocabulary.words.has(word) && !isEnglishWord(word))
    return doubled
  if (word.length < 4 || !/^[a-z']+$/.test(word) || vocabulary.words.has(word)) return word
  if (singulars(word).some((form) => vocabulary!.words.has(form)) || isWellSpelt(word)) return word
  const bound = word.length >= 7 ? 2 : 1
  let best = word
  let bestDistance = bound + 1
  let isTie = false
  for (const form of [word, ...singulars(word)])
    for (const known of vocabulary.byLetter.get(form[0]!) ?? []) {
      if (Math.abs(known.length - form.length) > bound || known.length < 4) continue
      const distance = editDistance(form, known, bestDistance)
      const isNearer = distance === bestDistance && likeness(form, known) > likeness(form, best)
      if (distance < bestDistance || isNearer) {
        best = form === word ? known : `${known}s`
        bestDistance = distance
        isTie = false
      } else if (distance === bestDistance && known !== best && `${known}s` !== best) isTie = true
    }
  return isTie && bestDistance > 1 ? word : best
}

/** "coner" is no English word only because a cone could be "coner". */
const isWellSpelt = (word: string) => (/er$/.test(word) ? englishClass(word) !== undefined : isEnglishWord(word))

/** Of two words as near, the one with the same consonants is meant, then the one whose beginning was written right. */
function likeness(written: string, known: string): number {
  let length = 0
  while (length < written.length && written[length] === known[length]) length += 1
  return (consonants(written) === consonants(known) ? 100 : 0) + length
}

const consonants = (word: string) => word.replace(/[aeiou]/g, '')

/** Optimal string alignment distance, given up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(current[column - 1]! + 1, last[column]! + 1, last[column - 1]! + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        value = Math.min(value, beforeLast[column - 2]! + 1)
      current.push(value)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[b.length]!
}

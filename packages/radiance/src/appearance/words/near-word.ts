import { lookUp, phrases } from './lexicon.ts'
import type { Meaning } from './meaning.ts'

/** Slips that a word of a length may have. Short words have too many neighbours. */
const slipsOf = (length: number) => (length >= 9 ? 2 : length >= 5 ? 1 : 0)

const latin = phrases.filter((phrase) => /^[a-z ]{5,}$/.test(phrase) && lookUp(phrase)!.type !== 'skip')
const han = phrases.filter((phrase) => phrase.length >= 3 && /^\p{Script=Han}+$/u.test(phrase))

/** What a misspelt phrase most likely means; undefined when two meanings are as near. */
export function nearWord(word: string): Meaning | undefined {
  if (/^\p{Script=Han}{3,}$/u.test(word)) return nearHan(word)
  const allowed = slipsOf(word.length)
  if (allowed === 0) return undefined
  let best: string | undefined
  let least = allowed + 1
  for (const phrase of latin) {
    if (Math.abs(phrase.length - word.length) > allowed || phrase[0] !== word[0]) continue
    const slips = countSlips(word, phrase, least)
    if (slips < least) [best, least] = [phrase, slips]
  }
  return best === undefined ? undefined : lookUp(best)
}

/** One wrong character among three or more. */
function nearHan(word: string): Meaning | undefined {
  const found = han.find((phrase) => {
    if (phrase.length !== word.length) return false
    let wrong = 0
    for (let at = 0; at < word.length; at++) if (word[at] !== phrase[at]) wrong++
    return wrong === 1 && (word.endsWith('风') || word.length >= 4)
  })
  return found === undefined ? undefined : lookUp(found)
}

/** Letters to change, add, leave out or swap with the next, up to `limit`. */
function countSlips(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, k) => k)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, before[j - 2]! + 1)
      row.push(slips)
    }
    if (Math.min(...row) >= limit) return limit
    before = last
    last = row
  }
  return last[b.length]!
}

import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import type { Meaning } from '../lexicon/meaning.ts'
import { singulars } from './singulars.ts'

/** A piece of the request with its meaning; `from` and `to` are offsets into the request as it was written. */
export type Token = {
  readonly meaning: Meaning
  readonly text: string
  readonly from: number
  readonly to: number
  readonly plural?: boolean
}

/** Longest request that is read, characters; the rest is left out. */
export const maximumRequestLength = 8000

const wordPattern = /[a-z][a-z'’-]*[²2]?(?![a-z])|[²"°'×*&]/y
const numberPattern = /\d+(?:[.,]\d+)?/y

/** Names given in a scene, in normal form, with what they mean there. */
export type Names = ReadonlyMap<string, Meaning>

const longestName = 24
const noNames: Names = new Map()

/**
 * Splits a request into tokens, English by words and Chinese by longest match; the two may be mixed. Linear time, total.
 *
 * @param names Names of the scene's rooms and things; they win over words of the lexicon of the same length.
 */
export function tokenize(request: string, names: Names = noNames): Token[] {
  const text = normalize(request.slice(0, maximumRequestLength))
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = readName(text, at, names) ?? readToken(text, at)
    if (token) tokens.push(token)
    at = token ? Math.max(token.to, at + 1) : at + 1
  }
  return mergeUnknown(tokens, request)
}

/** A name of the scene that begins here and ends where a word does. */
function readName(text: string, at: number, names: Names): Token | undefined {
  if (names.size === 0 || (isLetter(text[at]!) && isLetter(text[at - 1] ?? ' '))) return undefined
  for (let length = Math.min(longestName, text.length - at); length > 1; length -= 1) {
    const meaning = names.get(text.slice(at, at + length))
    if (!meaning || (isLetter(text[at + length - 1]!) && isLetter(text[at + length] ?? ' '))) continue
    // A longer word of the lexicon that begins here wins: a room named “Bed” is not in “bed room”.
    const known = readToken(text, at)
    return known && known.to > at + length && known.meaning.type !== 'unknown'
      ? undefined
      : make(meaning, text, at, at + length)
  }
  return undefined
}

const isLetter = (character: string) => /[a-z0-9]/.test(character)

/** Lower case and half width, length kept, so that offsets stay true. */
function normalize(request: string): string {
  let text = ''
  for (let index = 0; index < request.length; index += 1) {
    const code = request.charCodeAt(index)
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : request[index]!
    const lower = half.toLowerCase()
    text += lower.length === 1 ? lower : half
  }
  return text.replaceAll('’', "'")
}

function readToken(text: string, at: number): Token | undefined {
  const character = text[at]!
  if (character === '\n') return make({ type: 'break', strong: true }, text, at, at + 1)
  if (/\s/.test(character)) return undefined
  numberPattern.lastIndex = at
  const number = numberPattern.exec(text)
  if (number) {
    const value = Number(number[0].replace(',', '.'))
    return make({ type: 'number', value }, text, at, at + number[0].length)
  }
  if (hasChinese(character) || character === '㎡' || character === '、') return readChinese(text, at)
  return readEnglish(text, at)
}

function readChinese(text: string, at: number): Token {
  const { phrases, longestChinese } = lexicon()
  for (let length = Math.min(longestChinese, text.length - at); length > 0; length -= 1) {
    const meaning = phrases.get(text.slice(at, at + length))
    if (meaning) return make(meaning, text, at, at + length)
  }
  return make({ type: 'unknown' }, text, at, at + 1)
}

function readEnglish(text: string, at: number): Token | undefined {
  const { phrases, longestEnglish } = lexicon()
  const punctuation = phrases.get(text[at]!)
  if (punctuation?.type === 'break') return make(punctuation, text, at, at + 1)
  const words: { word: string; to: number }[] = []
  let cursor = at
  while (words.length < longestEnglish) {
    wordPattern.lastIndex = cursor
    const match = wordPattern.exec(text)
    if (!match) break
    cursor += match[0].length
    words.push({ word: match[0].replace(/-$/, ''), to: cursor })
    while (text[cursor] === ' ') cursor += 1
  }
  if (words.length === 0) return /[\w]/.test(text[at]!) ? make({ type: 'unknown' }, text, at, at + 1) : undefined
  for (let count = words.length; count > 0; count -= 1) {
    const phrase = words
      .slice(0, count)
      .map(({ word }) => word)
      .join(' ')
    const to = words[count - 1]!.to
    for (const candidate of [phrase, phrase.replaceAll('-', ' ')]) {
      const meaning = phrases.get(candidate)
      if (meaning) return { ...make(meaning, text, at, to), ...(isPluralOf(phrase, meaning) ? { plural: true } : {}) }
    }
    for (const singular of singulars(phrase)) {
      const meaning = phrases.get(singular)
      if (meaning && meaning.type !== 'particle' && meaning.type !== 'verb')
        return { ...make(meaning, text, at, to), plural: true }
    }
  }
  const { word, to } = words[0]!
  const parts = word.split('-')
  if (parts.length > 1) return readEnglish(`${text.slice(0, at)}${word.replaceAll('-', ' ')}${text.slice(to)}`, at)
  const mended = mendSpelling(word)
  return make(mended ? phrases.get(mended)! : { type: 'unknown' }, text, at, to)
}

/** "plants" where the lexicon has both forms. */
function isPluralOf(phrase: string, meaning: Meaning): boolean {
  return meaning.type === 'object' && singulars(phrase).some((form) => lexicon().phrases.get(form)?.type === 'object')
}

/** The one known word at an edit distance of 1 (2 for long words); undefined where none or several are as near. */
function mendSpelling(word: string): string | undefined {
  if (word.length < 4) return undefined
  const bound = word.length >= 8 ? 2 : 1
  let best: string | undefined
  let bestDistance = bound + 1
  let isTie = false
  for (const [phrase, meaning] of lexicon().phrases) {
    if (Math.abs(phrase.length - word.length) > bound || phrase[0] !== word[0] || phrase.includes(' ')) continue
    if (meaning.type === 'particle' || meaning.type === 'unit') continue
    const distance = editDistance(word, phrase, bestDistance)
    if (distance < bestDistance) {
      best = phrase
      bestDistance = distance
      isTie = false
    } else if (distance === bestDistance && lexicon().phrases.get(best!) !== meaning) isTie = true
  }
  return isTie ? undefined : best
}

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

/** Unknown characters in a row are one unknown word. */
function mergeUnknown(tokens: readonly Token[], request: string): Token[] {
  const merged: Token[] = []
  for (const token of tokens) {
    const last = merged.at(-1)
    if (token.meaning.type === 'unknown' && last?.meaning.type === 'unknown' && last.to === token.from)
      merged[merged.length - 1] = { ...last, text: last.text + token.text, to: token.to }
    else merged.push(token)
  }
  return merged.map((token) => ({ ...token, text: request.slice(token.from, token.to) }))
}

function make(meaning: Meaning, text: string, from: number, to: number): Token {
  return { meaning, text: text.slice(from, to), from, to }
}

import { mendChinese } from '../lexicon/homophones.ts'
import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import type { Meaning } from '../lexicon/meaning.ts'
import { readNumeral } from '../lexicon/numbers.ts'
import { spellOut } from '../lexicon/short-forms.ts'
import { settleChinese } from './settle-chinese.ts'
import { settleEnglish } from './settle-english.ts'
import { singulars } from './singulars.ts'
import { mendSpelling } from './spelling.ts'

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

const wordPattern = /[a-z](?:[a-z'’-]*[a-z])?[²2]?(?![a-z])|[²"°'×*&]/y
const numberPattern = /\d{1,3}(?:,\d{3})+(?![\d])|\d+(?:[.,]\d+)?/y

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
    const token = readGap(text, at) ?? readName(text, at, names) ?? readToken(text, at)
    if (token) tokens.push(token)
    at = token ? Math.max(token.to, at + 1) : at + 1
  }
  return settleEnglish(settleChinese(settleByNeighbours(withoutAnswered(mergeUnknown(tokens, request)))))
}

/** 「圆茶几 落地灯」: a space between Chinese words parts them as a comma does. */
function readGap(text: string, at: number): Token | undefined {
  const gap = /^[ \t\u3000]+/.exec(text.slice(at, at + 8))?.[0]
  const isBetween = gap && hasChinese(text[at - 1] ?? '') && hasChinese(text[at + gap.length] ?? '')
  return isBetween ? make({ type: 'break', strong: false }, text, at, at + gap.length) : undefined
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
  return text
    .replace(/[’‘′]/g, "'")
    .replace(/[“”″]/g, '"')
    .replace(/[à-öø-ÿ]/g, (letter) => letter.normalize('NFD')[0]!)
    .replace(/(?<=[a-z])_(?=[a-z])/g, ' ')
}

function readToken(text: string, at: number): Token | undefined {
  const character = text[at]!
  if (character === '\n') return make({ type: 'break', strong: true }, text, at, at + 1)
  if (/\s/.test(character) || (character === '-' && isInWord(text, at))) return undefined
  numberPattern.lastIndex = at
  const number = numberPattern.exec(text)
  if (number) {
    const digits = /^\d{1,3}(?:,\d{3})+$/.test(number[0]) ? number[0].replaceAll(',', '') : number[0].replace(',', '.')
    return make({ type: 'number', value: Number(digits) }, text, at, at + number[0].length)
  }
  if (hasChinese(character) || character === '㎡' || character === '、') return readChinese(text, at)
  // "L形", "loft风".
  const mixed = /^[a-z]{1,4}(?=\p{Script=Han})/u.exec(text.slice(at, at + 5))
  if (mixed && !isLetter(text[at - 1] ?? ' ')) {
    const token = readKnown(text, at, mixed[0].length + 1)
    if (token) return token
  }
  return readEnglish(text, at)
}

/** The hyphen of "cane-seated". */
const isInWord = (text: string, at: number) => /^[a-z]-[a-z]/.test(text.slice(Math.max(0, at - 1), at + 2))

/** 皮沙发椅 is a 沙发椅 of 皮, not a 皮沙发 and a 椅: the word before a longer name that begins inside. */
function prefixOf(text: string, at: number, to: number): Token | undefined {
  for (let from = at + 1; from < to; from += 1) {
    const inner = readKnown(text, from, 2)
    if (inner?.meaning.type !== 'object' || inner.to <= to) continue
    const meaning = lexicon().phrases.get(text.slice(at, from))
    if (meaning && ['attribute', 'size', 'style'].includes(meaning.type)) return make(meaning, text, at, from)
  }
  return undefined
}

/** Read as written the characters make no sense: one of them is unknown, or of a room word without any other reading. */
function isMistyped(text: string, at: number, length: number): boolean {
  let cursor = at
  while (cursor < at + length) {
    if (readNumeral(text.slice(cursor))) return false
    const known = readKnown(text, cursor, 1)
    if (!known || known.to > at + length) return known === undefined
    cursor = known.to
  }
  return /^卧是/.test(text.slice(at, at + 2))
}

/** The longest phrase of the lexicon that begins here, of at least so many characters. */
function readKnown(text: string, at: number, least: number): Token | undefined {
  const { phrases, longestChinese } = lexicon()
  for (let length = Math.min(longestChinese, text.length - at); length >= least; length -= 1) {
    const meaning = phrases.get(text.slice(at, at + length))
    if (meaning) return make(meaning, text, at, at + length)
  }
  return undefined
}

function readChinese(text: string, at: number): Token {
  const numeral = readNumeral(text.slice(at, at + 12))
  const known = readKnown(text, at, numeral?.length ?? 1)
  const prefix = known?.meaning.type === 'object' ? prefixOf(text, at, known.to) : undefined
  if (prefix) return prefix
  // 「摆台灯」 puts a lamp there.
  const inner = known?.text === '摆台' ? readKnown(text, at + 1, 2) : undefined
  if (inner?.meaning.type === 'object') return make({ type: 'verb', verb: 'add' }, text, at, at + 1)
  const mended = mendChinese(text.slice(at, at + 5), known ? known.to - at : 0)
  if (mended && isMistyped(text, at, mended.length)) {
    const meaning = lexicon().phrases.get(mended)!
    return make(meaning, text, at, at + mended.length)
  }
  if (known) return known
  if (!numeral) return make({ type: 'unknown' }, text, at, at + 1)
  const { value, to, length } = numeral
  const meaning: Meaning = to ? { type: 'quantity', min: value, max: to } : { type: 'number', value }
  return make(meaning, text, at, at + length)
}

function readEnglish(text: string, at: number): Token | undefined {
  const { phrases } = lexicon()
  // "w/" is with, "w/o" without.
  const short = /^w\/(o\b)?/.exec(text.slice(at, at + 4))
  if (short && !/[a-z0-9]/.test(text[at - 1] ?? ' '))
    return make(short[1] ? { type: 'negation' } : { type: 'with' }, text, at, at + short[0].length)
  const words = wordsAt(text, at)
  const mark = phrases.get(text[at]!)
  if (words.length === 0) {
    if (mark?.type === 'break' || mark?.type === 'join' || mark?.type === 'range' || mark?.type === 'bound')
      return make(mark, text, at, at + 1)
    return /[\w]/.test(text[at]!) ? make({ type: 'unknown' }, text, at, at + 1) : undefined
  }
  for (let count = words.length; count > 0; count -= 1) {
    const token = readPhrase(text, at, words.slice(0, count))
    if (token) return token
  }
  const { word, to } = words[0]!
  if (word.includes('-')) {
    // A compound that is not known as a whole is read word by word.
    return readEnglish(`${text.slice(0, at)}${text.slice(at, to).replaceAll('-', ' ')}${text.slice(to)}`, at)
  }
  return make({ type: 'unknown' }, text, at, to)
}

type Word = { readonly word: string; readonly to: number }

/** As many words as the longest phrase has, each with its spelling mended. */
function wordsAt(text: string, at: number): Word[] {
  const words: Word[] = []
  let cursor = at
  while (words.length < lexicon().longestEnglish) {
    wordPattern.lastIndex = cursor
    const match = wordPattern.exec(text)
    if (!match) break
    cursor += match[0].length
    words.push({ word: mendSpelling(spellOut(match[0])), to: cursor })
    // "e.g." and "sq." keep their dot inside a phrase; elsewhere it ends the sentence.
    while (text[cursor] === ' ') cursor += 1
  }
  return words
}

function readPhrase(text: string, at: number, words: readonly Word[]): Token | undefined {
  const { phrases } = lexicon()
  const phrase = words.map(({ word }) => word).join(' ')
  const to = words.at(-1)!.to
  const spaced = phrase.replaceAll('-', ' ')
  const joined = words.length === 2 ? phrase.replaceAll(' ', '') : phrase
  for (const candidate of [phrase, spaced, joined]) {
    const meaning = phrases.get(candidate)
    // Two words written apart (night stand) only make the name of a thing.
    if (meaning && (candidate !== joined || joined === phrase || meaning.type === 'object'))
      return { ...make(meaning, text, at, to), ...(isPluralOf(phrase, meaning) ? { plural: true } : {}) }
  }
  for (const candidate of spaced === phrase ? [phrase, joined] : [phrase, spaced, joined])
    for (const singular of singulars(candidate)) {
      const meaning = phrases.get(singular)
      if (!meaning || meaning.type === 'particle' || (meaning.type === 'verb' && words.length > 1)) continue
      if (candidate === joined && joined !== phrase && meaning.type !== 'object') continue
      return { ...make(meaning, text, at, to), plural: true }
    }
  return words.length === 1 ? readPossessive(text, at, words[0]!) : undefined
}

/** "grandma's": the person. */
function readPossessive(text: string, at: number, { word, to }: Word): Token | undefined {
  if (!/'s?$/.test(word)) return undefined
  const meaning = lexicon().phrases.get(word.replace(/'s?$/, ''))
  return meaning ? make(meaning, text, at, to) : undefined
}

/** "plants" where the lexicon has both forms. */
function isPluralOf(phrase: string, meaning: Meaning): boolean {
  return meaning.type === 'object' && singulars(phrase).some((form) => lexicon().phrases.get(form)?.type === 'object')
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

const sides: { readonly [text: string]: 'north' | 'south' | 'east' | 'west' } = {
  东: 'east',
  南: 'south',
  西: 'west',
  北: 'north',
}

/** 「玩具箱？不要。」 asks nothing: the question mark before a refusal that ends there is left out. */
function withoutAnswered(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    if (!/^[?？]$/.test(token.text)) return true
    const at = tokens.findIndex((other, position) => position > index && other.meaning.type === 'negation')
    const isClose = at > 0 && at <= index + 3 && hasChinese(tokens[at]!.text)
    return !isClose || (tokens[at + 1] !== undefined && tokens[at + 1]!.meaning.type !== 'break')
  })
}

/** Words whose meaning hangs on the next one: "round the table" is a place, "a round table" a shape. */
function settleByNeighbours(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    const next = tokens[index + 1]
    if (/^round$/i.test(token.text) && next && /^(the|a|an|it|this|that|my|our|them)$/i.test(next.text))
      return { ...token, meaning: { type: 'relation', relation: 'around' } }
    // 「床头朝东」, 「沙发朝南」.
    const side = sides[token.text]
    const before = tokens[index - 1]
    const isOfThing = /^头/.test(before?.text ?? '') || tokens[index - 2]?.meaning.type === 'object'
    if (side && isOfThing && before && /[朝向靠对着]$/.test(before.text))
      return { ...token, meaning: { type: 'part', part: 'wall', side } }
    const named = /^[也都要得]$|^最好$/.test(before?.text ?? '') ? tokens[index - 2] : before
    if (named?.text === '床头' && /^[朝向冲挨贴靠]/.test(token.text) && !isComplete(token))
      return { ...token, meaning: { type: 'relation', relation: 'against_wall' } }
    // 「摆台电脑」 puts one there; 摆台 by itself is a photo frame.
    if (token.text === '摆台' && next?.meaning.type === 'object')
      return { ...token, meaning: { type: 'verb', verb: 'add' } }
    return token
  })
}

/** 靠墙 by itself says where; a thing is no place. */
const isComplete = ({ meaning }: Token) =>
  meaning.type === 'object' || (meaning.type === 'relation' && meaning.alone === true)

function make(meaning: Meaning, text: string, from: number, to: number): Token {
  return { meaning, text: text.slice(from, to), from, to }
}

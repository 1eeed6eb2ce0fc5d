import { foldText, lookUp } from './lexicon.ts'
import type { Meaning } from './meaning.ts'
import { nearWord } from './near-word.ts'

/** A piece of a request: a phrase with a meaning, a stop between clauses, or words that mean nothing here. */
export type Piece = {
  readonly meaning?: Meaning
  /** A stop. */
  readonly isStop?: true
  readonly from: number
  readonly to: number
}

type Unit = { readonly text: string; readonly from: number; readonly to: number }

/** Longest phrases, in words of Latin letters and in characters. */
const MAX_WORDS = 6
const MAX_CHARACTERS = 9
/** Beyond this the text is no request for looks. */
export const MAX_TEXT = 4000

const STOP = /[,;:.!?，。；：！？、\n()（）+&/|]/
const JOINTS = /[+&/、]/
const KELVIN = /(\d{4,5})\s*(?:k\b|kelvin|开尔文|开|度色温)/g

/** Cuts a text into phrases, the longest that mean something first. */
export function segment(text: string): Piece[] {
  const folded = foldText(text.slice(0, MAX_TEXT))
  const pieces: Piece[] = []
  const taken = new Map<number, number>()
  for (const match of folded.matchAll(KELVIN)) {
    const kelvin = Math.min(8000, Math.max(1500, Number(match[1])))
    taken.set(match.index, match.index + match[0].length)
    pieces.push({ meaning: { type: 'light', light: { kelvin } }, from: match.index, to: match.index + match[0].length })
  }
  const units = unitsOf(folded, taken)
  let at = 0
  while (at < units.length) {
    const unit = units[at]!
    if (STOP.test(unit.text)) {
      const isJoint = JOINTS.test(unit.text)
      pieces.push({ ...(isJoint ? { meaning: { type: 'and' } } : { isStop: true }), from: unit.from, to: unit.to })
      at++
      continue
    }
    const { meaning, length } = longestPhrase(units, at)
    const last = units[at + length - 1]!
    pieces.push({ ...(meaning ? { meaning } : {}), from: unit.from, to: last.to })
    at += length
  }
  return joinUnknown(
    pieces.sort((a, b) => a.from - b.from),
    text,
  )
}

/** Latin words, single Han characters, stops. Numbers say nothing here. */
function unitsOf(folded: string, taken: ReadonlyMap<number, number>): Unit[] {
  const units: Unit[] = []
  for (const match of folded.matchAll(/[a-z0-9]*[a-z][a-z0-9]*|\p{Script=Han}|[,;:.!?，。；：！？、\n()（）+&/|]/gu)) {
    const from = match.index
    if ([...taken].some(([start, end]) => from >= start && from < end)) continue
    units.push({ text: match[0], from, to: from + match[0].length })
  }
  return units
}

const isLatin = (text: string) => /^[a-z0-9]/.test(text)

function phraseOf(units: readonly Unit[]): string {
  return units.reduce(
    (phrase, { text }, k) => phrase + (k > 0 && isLatin(text) && isLatin(units[k - 1]!.text) ? ' ' : '') + text,
    '',
  )
}

function longestPhrase(units: readonly Unit[], at: number): { meaning?: Meaning; length: number } {
  const limit = isLatin(units[at]!.text) ? MAX_WORDS : MAX_CHARACTERS
  let reach = 1
  while (reach < limit && at + reach < units.length && !STOP.test(units[at + reach]!.text)) reach++
  for (let length = reach; length >= 1; length--) {
    const meaning = lookUp(phraseOf(units.slice(at, at + length)))
    if (meaning) return { meaning, length }
  }
  return nearPhrase(units, at, reach) ?? { length: 1 }
}

/** With a slip: one or two words, three to six characters. */
function nearPhrase(
  units: readonly Unit[],
  at: number,
  reach: number,
): { meaning: Meaning; length: number } | undefined {
  const lengths = isLatin(units[at]!.text) ? [2, 1] : [6, 5, 4, 3]
  for (const length of lengths) {
    if (length > reach) continue
    const words = units.slice(at, at + length)
    // Two known words in a row are no slip.
    if (length === 2 && isLatin(words[0]!.text) && lookUp(words[1]!.text)) continue
    const meaning = nearWord(phraseOf(words))
    if (meaning) return { meaning, length }
  }
  return undefined
}

/** Neighbouring words that mean nothing are one piece. */
function joinUnknown(pieces: readonly Piece[], text: string): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    const isUnknown = (p: Piece | undefined) => p !== undefined && !p.meaning && !p.isStop
    if (isUnknown(last) && isUnknown(piece) && text.slice(last!.to, piece.from).trim() === '')
      out[out.length - 1] = { from: last!.from, to: piece.to }
    else out.push(piece)
  }
  return out
}

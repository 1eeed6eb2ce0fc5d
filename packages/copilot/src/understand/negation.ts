import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import type { Place } from './places.ts'

const light: ReadonlySet<string> = new Set([
  'particle',
  'verb',
  'question',
  'each',
  'measure',
  'polite',
  'mood',
  'size',
  'step',
])

/** Piece index of the negation of a place: "not under the window", "don't put the bed under the window". */
export function negationOf(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  place: Place,
  subject: number | undefined,
): number | undefined {
  // 「护理床靠墙不行」.
  let next = place.last + 1
  while (/^[的都也是放]$/.test(clause[next]?.text ?? '')) next += 1
  const after = clause[next]
  if (after?.kind === 'token' && after.meaning.type === 'negation' && after.meaning.after) return next
  let hasVerb = false
  let hasThing = false
  for (let at = Math.min(place.at, place.first) - 1; at >= 0; at -= 1) {
    const piece = clause[at]!
    const inside = mentions.findIndex((mention) => mention.first <= at && at <= mention.last)
    if (inside >= 0) {
      const mention = mentions[inside]!
      // Past the thing itself only a verb carries the negation on: "no plants on the desk" wants none there.
      if (hasThing || inside !== subject || mention.kind === 'part') return undefined
      hasThing = true
      hasVerb = /^[把将]/.test(clause[mention.first]!.text)
      at = mention.first
      continue
    }
    if (piece.kind !== 'token') return undefined
    const { type } = piece.meaning
    if (type === 'negation') return !hasThing || hasVerb ? at : undefined
    if (type === 'verb') hasVerb = true
    else if (!light.has(type)) return undefined
  }
  return undefined
}

/**
 * Mentions under a "no", "without", 不要; it carries over "or", "and", 和 until something counted or a verb comes.
 *
 * @param spent Negations that belong to places.
 */
export function negatedMentions(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  spent: ReadonlySet<number>,
): Set<number> {
  const negated = new Set<number>()
  let isNegated = false
  let hasNamed = false
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    const index = mentions.findIndex((mention) => mention.first === at)
    if (index >= 0) {
      const mention = mentions[index]!
      const isFreshStart = hasNamed && mention.kind === 'object' && mention.isCounted && !isOr(clause[at - 1])
      if (isFreshStart) isNegated = false
      if (isNegated) negated.add(index)
      if (isNegated) hasNamed = true
      at = mention.last
      continue
    }
    if (piece.kind !== 'token') continue
    const { meaning } = piece
    if (meaning.type === 'negation') {
      if (spent.has(at)) continue
      if (meaning.after || isLastWord(clause, mentions, at)) negateBefore(clause, mentions, at, negated)
      else if (!isOfDegree(clause, at)) {
        isNegated = true
        hasNamed = false
      }
    } else if (meaning.type === 'with' || (meaning.type === 'verb' && hasNamed)) isNegated = false
    else if (meaning.type === 'break' && (hasNamed || isChineseComma(clause, at)) && !isListComma(clause, at))
      isNegated = false
  }
  return negated
}

const isChineseComma = (clause: readonly Piece[], at: number) =>
  clause[at]!.text === '，' || (clause[at]!.text === ',' && /[\u4e00-\u9fff]/.test(clause[at - 1]?.text ?? ''))

const isOr = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'or'

/** "no tv, rug or plants": a comma inside a list that ends with "or". */
function isListComma(clause: readonly Piece[], at: number): boolean {
  if (clause[at]!.text !== ',' && clause[at]!.text !== '，') return false
  const rest = clause.slice(at + 1)
  const or = rest.findIndex((piece) => isOr(piece))
  const end = rest.findIndex(
    (piece) => piece.kind === 'token' && (piece.meaning.type === 'verb' || piece.meaning.type === 'with'),
  )
  return or >= 0 && (end < 0 || or < end) && or < 10
}

/** 「电视不要」, 「地毯和电视都不要」: the negation stands behind what it means. */
function isLastWord(clause: readonly Piece[], mentions: readonly Mention[], at: number): boolean {
  if (!/[\u4e00-\u9fff]/.test(clause[at]!.text)) return false
  let after = at + 1
  while (/^[了的吧啊呢]$/.test(clause[after]?.text ?? '')) after += 1
  const next = clause[after]
  const isEnd = next === undefined || (next.kind === 'token' && next.meaning.type === 'break')
  return isEnd && mentions.some((mention) => mention.last < at && mention.last >= at - 3)
}

function negateBefore(clause: readonly Piece[], mentions: readonly Mention[], at: number, negated: Set<number>): void {
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    const mention = mentions[index]!
    if (mention.last >= at) continue
    const between = clause.slice(mention.last + 1, at)
    if (between.some((piece) => piece.kind !== 'token' || piece.meaning.type === 'break')) return
    if (mention.kind === 'object') negated.add(index)
  }
}

/** "not too big", 「不要太大」: of the size, not of the thing. */
const isOfDegree = (clause: readonly Piece[], at: number) =>
  /^(too|very|so|only|太|很)$/i.test(clause[at + 1]?.text ?? '')

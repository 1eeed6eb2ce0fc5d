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
  /** "must not have: television, overhead light". */
  let isList = false
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    const index = mentions.findIndex((mention) => mention.first === at)
    if (index >= 0) {
      const mention = mentions[index]!
      const isFreshStart = hasNamed && mention.kind === 'object' && mention.isCounted && !isOr(clause[at - 1])
      if (isFreshStart) isNegated = false
      if (isNegated && !isAtMost(mention)) negated.add(index)
      if (isNegated) hasNamed = true
      at = mention.last
      continue
    }
    if (piece.kind !== 'token') continue
    const { meaning } = piece
    if (meaning.type === 'instead' && /^(instead of|rather than|in place of)$/i.test(piece.text)) {
      isNegated = true
      hasNamed = false
      continue
    }
    if (meaning.type === 'negation') {
      // "believe it or not: one kayak".
      if (spent.has(at) || (isOr(clause[at - 1]) && /^not$/i.test(piece.text))) continue
      if (meaning.after || (isLastWord(clause, mentions, at) && !isOfDegree(clause, at)))
        negateBefore(clause, mentions, at, negated)
      else if (!isOfDegree(clause, at)) {
        isNegated = true
        hasNamed = false
      }
    } else if ((meaning.type === 'with' && !isHaving(clause, at)) || (meaning.type === 'verb' && hasNamed))
      isNegated = false
    else if (meaning.type === 'break' && /^[:：]$/.test(piece.text) && isNegated && !hasNamed) isList = true
    else if (meaning.type === 'break' && isList && piece.text === ',') continue
    else if (meaning.type === 'break' && (hasNamed || endsUnnamed(clause, at)) && !isListComma(clause, at))
      isNegated = false
  }
  return negated
}

/** 「屋里不许有地毯」: nothing is had, rather than something without it. */
const isHaving = (clause: readonly Piece[], at: number) => {
  const before = clause[at - 1]
  if (clause[at]!.text !== '有' || before?.kind !== 'token' || before.meaning.type !== 'negation') return false
  // 「不要有尖角的桌子」 refuses tables of a kind.
  const end = clause.findIndex(
    (piece, index) =>
      index > at && (piece.text === '的' || (piece.kind === 'token' && piece.meaning.type === 'object')),
  )
  return clause[end]?.text !== '的'
}

/** "I don't want more than one rug" is one at most. */
const isAtMost = (mention: Mention) =>
  mention.kind === 'object' && mention.count.min === 0 && (mention.count.max ?? 0) > 0

/** "black walls don't matter, a gold lamp": nothing named, and the comma not right behind the "no". */
const endsUnnamed = (clause: readonly Piece[], at: number) => {
  const before = clause[at - 1]
  const isRight = before?.kind === 'token' && before.meaning.type === 'negation'
  return isChineseComma(clause, at) || (clause[at]!.text === ',' && !isRight)
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

/** 「电视不要」, 「地毯和电视都不要」, 「地毯千万别铺」, 「床就不要另外买了」: the negation stands behind what it means. */
function isLastWord(clause: readonly Piece[], mentions: readonly Mention[], at: number): boolean {
  if (!/[\u4e00-\u9fff]/.test(clause[at]!.text)) return false
  let after = at + 1
  while (clause[after] && isOfRefusal(clause[after]!)) after += 1
  const next = clause[after]
  const isEnd = next === undefined || (next.kind === 'token' && next.meaning.type === 'break')
  const last = mentions.findLast((mention) => mention.last < at)?.last
  return isEnd && last !== undefined && clause.slice(last + 1, at).every(isBeforeRefusal)
}

/** Words that only go on with the "no": 别铺, 不要买了, 不许放. */
const isOfRefusal = (piece: Piece) =>
  piece.kind === 'token' &&
  (piece.meaning.type === 'verb' ||
    /^[了的吧啊呢哈啦嘛有在]$|^(另外|再|给我|任何|考虑|出现|这里|里面|屋里|家里)$/.test(piece.text) ||
    piece.meaning.type === 'particle' ||
    (piece.meaning.type === 'unknown' && piece.text.length === 1))

const lightBefore: ReadonlySet<string> = new Set(['particle', 'each', 'bound', 'everything', 'unknown', 'polite'])

const isBeforeRefusal = (piece: Piece) =>
  piece.kind === 'token' &&
  (lightBefore.has(piece.meaning.type) ||
    (piece.meaning.type === 'pronoun' && /^(这些|那些)/.test(piece.text)) ||
    (piece.meaning.type === 'only' && piece.text === '就'))

function negateBefore(clause: readonly Piece[], mentions: readonly Mention[], at: number, negated: Set<number>): void {
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    const mention = mentions[index]!
    if (mention.last >= at) continue
    const between = clause.slice(mention.last + 1, at)
    if (between.some((piece) => piece.kind !== 'token' || piece.meaning.type === 'break')) return
    // 「一张床、地毯不要」: what was counted is asked for.
    const isAskedFor = mention.kind === 'object' && mention.isCounted && negated.has(index + 1)
    if (isAskedFor) return
    if (mention.kind === 'object') negated.add(index)
  }
}

/** "not too big", 「不要太大」: of the size, not of the thing. */
const isOfDegree = (clause: readonly Piece[], at: number) =>
  /^(too|very|so|only|太|很)$/i.test(clause[at + 1]?.text ?? '')

import { findKind } from '@enfilade/catalogue'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention } from './mention.ts'

/** Words of how it was once: what they speak of is not asked for. */
const past = /^(之前|以前|原来|原先|本来|过去|上次|上回|曾经|从前|去年|前几年|老早|当初)$/

/** What one does with an instrument: 教古筝, 弹钢琴. */
const practice = /[教学弹练拉吹打敲]$/

/**
 * Mentions that a clause only tells of: the table of old times, the piano that a child learns. What is placed or counted
 * with a verb of placing is asked for all the same.
 */
export function findOnlyTold(clause: readonly Piece[], mentions: readonly Mention[]): Set<number> {
  const told = new Set<number>()
  for (const [index, mention] of mentions.entries()) {
    if (mention.kind !== 'object' || !hasChinese(mention.words)) continue
    const before = clause[mention.first - 1]
    const isPlayed = findKind(mention.category)?.group === 'music' && practice.test(before?.text ?? '')
    if (isPlayed && !mention.isCounted) told.add(index)
    if (isOfPast(clause, mention.first) || isUsedAs(clause, mention)) told.add(index)
  }
  return told
}

/** 「两个圆凳当茶几用」: no table is asked for. */
const isUsedAs = (clause: readonly Piece[], { first, last, isCounted }: ObjectMention) =>
  !isCounted &&
  /^(当|当作|当成|充当|代替|用作|兼作|兼当)$/.test(clause[first - 1]?.text ?? '') &&
  (/^(用|使|使用|来用)$/.test(clause[last + 1]?.text ?? '') ||
    clause[last + 1] === undefined ||
    isEdge(clause[last + 1]!))

const isEdge = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'break'

/** The phrase begins with a word of the past and places nothing. */
function isOfPast(clause: readonly Piece[], at: number): boolean {
  const start = clause.findLastIndex((piece, index) => index < at && isEdge(piece)) + 1
  const end = clause.findIndex((piece, index) => index > at && isEdge(piece))
  const phrase = clause.slice(start, end < 0 ? clause.length : end)
  const opener = phrase.slice(0, 3).findIndex(({ text }) => past.test(text))
  if (opener < 0 || start + opener > at || phrase[opener + 1]?.text === '的') return false
  return !phrase.some(
    (piece) =>
      piece.kind === 'token' &&
      (piece.meaning.type === 'relation' || (piece.meaning.type === 'verb' && piece.meaning.verb !== 'operate')),
  )
}

/** 「Murphy bed 或者 sofa bed」, "an armchair or a chaise": one of them; by mention left out, the one that is taken. */
export function findAlternatives(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  negated: ReadonlySet<number>,
): Map<number, number> {
  const instead = new Map<number, number>()
  for (const [index, mention] of mentions.entries()) {
    const before = mentions[index - 1]
    if (mention.kind !== 'object' || before?.kind !== 'object' || negated.has(index)) continue
    const between = clause.slice(before.last + 1, mention.first)
    const isOr = between.length > 0 && between.every((piece) => piece.kind === 'token' && isOfOr(piece.meaning.type))
    if (!isOr || !between.some((piece) => piece.kind === 'token' && piece.meaning.type === 'or')) continue
    const taken = instead.get(index - 1) ?? index - 1
    const first = mentions[taken]!
    // What is known is taken before what is not.
    if (first.kind === 'object' && first.isUnknown && !mention.isUnknown) instead.set(taken, index)
    else instead.set(index, taken)
  }
  return instead
}

const isOfOr = (type: string) => type === 'or' || type === 'particle'

import type { BriefAttributes } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention, PartMention, PronounMention } from './mention.ts'
import { isNextWord, nounAt } from './noun.ts'
import { readNounPhrase } from './noun-phrase.ts'

export type { Mention, ObjectMention, PartMention, PronounMention } from './mention.ts'

/** Clauses are read by several readers, each time the same. */
const found = new WeakMap<readonly Piece[], Mention[]>()

/** Finds things, parts of the building and pronouns in a clause, each with the modifiers around it. */
export function findMentions(clause: readonly Piece[], request: string): Mention[] {
  const known = found.get(clause)
  if (known) return known
  const mentions: Mention[] = []
  let free = 0
  for (let at = 0; at < clause.length; at += 1) {
    if (at < free) continue
    const mention = mentionAt(clause, at, free, request)
    if (!mention) continue
    const before = mentions.at(-1)
    if (before && isNarrowed(clause, before, mention)) mentions.splice(-1, 1, narrowed(before, mention))
    else mentions.push(mention)
    free = mention.last + 1
  }
  found.set(clause, mentions)
  return mentions
}

/** 「床要1.2米的单人床」: the second noun says which kind the first one is to be. */
function isNarrowed(clause: readonly Piece[], before: Mention, mention: Mention): before is ObjectMention {
  if (before.kind !== 'object' || mention.kind !== 'object' || before.isCounted) return false
  if (!before.family?.includes(mention.category)) return false
  const words = clause.slice(before.at + 1, mention.at).map(({ text }) => text)
  return (
    words.some((text) => /^(要|用|选|选用|是|想要)$/.test(text)) && !words.some((text) => /^[,，、;；]$/.test(text))
  )
}

function narrowed(before: ObjectMention, mention: Mention): Mention {
  if (mention.kind !== 'object') return mention
  const { bounds, size } = before
  return { ...(bounds ? { bounds } : {}), ...(size ? { size } : {}), ...mention, first: before.first }
}

function mentionAt(clause: readonly Piece[], at: number, free: number, request: string): Mention | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token') return undefined
  const noun = nounAt(clause, at)
  if (noun) return readNounPhrase(clause, at, noun, free, request)
  switch (piece.meaning.type) {
    case 'part':
      return readPart(clause, at, free)
    case 'pronoun': {
      const isPlural = /them|these|those|they|both|two|pair|ones|们|些|者/.test(piece.text.toLowerCase())
      return { kind: 'pronoun', isPlural, first: at, last: at, words: piece.text }
    }
    case 'everything':
      return { kind: 'pronoun', isPlural: true, isAll: true, first: at, last: at, words: piece.text }
    case 'each':
      return standsAlone(clause, at)
        ? { kind: 'pronoun', isPlural: true, isEach: true, first: at, last: at, words: piece.text }
        : undefined
    case 'number':
      return readNumberAlone(clause, at, free, request)
    default:
      return undefined
  }
}

function readPart(clause: readonly Piece[], at: number, free: number): PartMention | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token' || piece.meaning.type !== 'part') return undefined
  // "a window seat", "a corner shelf": a modifier of the noun.
  const next = clause[at + 1]
  if (isNextWord(clause, at) && next?.kind === 'token' && next.meaning.type === 'object' && !piece.plural)
    return undefined
  let first = at
  let isEach = false
  let number = 0
  for (let index = at - 1; index >= free; index -= 1) {
    const before = clause[index]!
    if (before.kind !== 'token') break
    const { meaning } = before
    if (meaning.type === 'each') isEach = true
    else if (meaning.type === 'number') {
      number = meaning.value
      if (/^both$/i.test(before.text)) isEach = true
    } else if (!['measure', 'size', 'attribute', 'mood'].includes(meaning.type)) {
      if (!/^(the|this|that|my|our|any|all|other|same|one|very|的|这|那|所有|全部)$/i.test(before.text)) break
      if (/^(all|所有|全部)$/i.test(before.text)) isEach = true
    }
    first = index
  }
  // 「落地灯两盏，一个角一盏」: one for each.
  const [count, measure] = [clause[at + 1], clause[at + 2]]
  const isDealt = count?.kind === 'token' && count.meaning.type === 'number' && hasChinese(count.text)
  if (number === 1 && isDealt && measure?.kind === 'token' && measure.meaning.type === 'measure') isEach = true
  const isPlural = piece.plural === true || number > 1 || /^(windows|walls|corners|doors)$/i.test(piece.text)
  return {
    kind: 'part',
    part: piece.meaning.part,
    meaning: piece.meaning,
    first,
    last: at,
    words: piece.text,
    ...(isEach ? { isEach } : {}),
    ...(isPlural ? { isPlural } : {}),
  }
}

/** "each" with no noun after it: "a lamp on each", 「各一盏」 counts and stands for nothing. */
function standsAlone(clause: readonly Piece[], at: number): boolean {
  if (hasChinese(clause[at]!.text)) return false
  const next = clause[at + 1]
  if (next === undefined) return true
  if (next.kind !== 'token') return true
  return ['break', 'join', 'relation', 'verb', 'with'].includes(next.meaning.type)
}

const closes: ReadonlySet<string> = new Set(['break', 'join', 'relation', 'verb', 'with', 'for', 'negation'])

/** "one", "two of them", "a blue one", 「一把」, 「另一个」: counts things named before. */
function readNumberAlone(
  clause: readonly Piece[],
  at: number,
  free: number,
  request: string,
): PronounMention | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token' || piece.meaning.type !== 'number') return undefined
  if (piece.meaning.article) return readOne(clause, at, free, request)
  let last = at
  const next = clause[last + 1]
  if (next?.kind === 'token' && next.meaning.type === 'measure') last += 1
  else if (hasChinese(piece.text)) return undefined
  if (/^of$/i.test(clause[last + 1]?.text ?? '') && isPronoun(clause[last + 2])) last += 2
  const after = clause[last + 1]
  const isClosed =
    after === undefined ||
    (after.kind === 'token' &&
      (closes.has(after.meaning.type) || /^(在|靠|放|at|in|is|goes|should be)$/i.test(after.text)))
  if (!isClosed || !Number.isInteger(piece.meaning.value) || piece.meaning.value > 20) return undefined
  const before = clause[at - 1]
  let first = at
  if (
    before?.kind === 'token' &&
    (before.meaning.type === 'each' || /^(the|other|另|另外|another)$/i.test(before.text))
  )
    first = at - 1
  return {
    kind: 'pronoun',
    isPlural: piece.meaning.value > 1,
    count: piece.meaning.value,
    first,
    last,
    words: request.slice(clause[first]!.from, clause[last]!.to),
  }
}

const isPronoun = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'pronoun'

/** "a blue one", "another by the door". */
function readOne(clause: readonly Piece[], at: number, free: number, request: string): PronounMention | undefined {
  const isAnother = /^another|^one more/i.test(clause[at]!.text)
  let attributes: BriefAttributes = {}
  let last = at + 1
  for (; last < clause.length; last += 1) {
    const piece = clause[last]!
    if (piece.kind !== 'token') return undefined
    if (piece.meaning.type === 'attribute') attributes = { ...attributes, ...piece.meaning.attributes }
    else if (piece.meaning.type !== 'size' && piece.meaning.type !== 'mood') break
  }
  const piece = clause[last]
  const isOne = piece !== undefined && /^one$/i.test(piece.text)
  const isShort =
    isAnother && last === at + 1 && (piece === undefined || (piece.kind === 'token' && closes.has(piece.meaning.type)))
  if (!isOne && !isShort) return undefined
  const end = isOne ? last : at
  return {
    kind: 'pronoun',
    isPlural: false,
    count: 1,
    first: Math.max(free, at),
    last: end,
    words: request.slice(clause[at]!.from, clause[end]!.to),
    attributes,
  }
}

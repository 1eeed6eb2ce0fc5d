import { findKind } from '@enfilade/catalogue'
import type { BriefAttributes, BriefObject } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Draft } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'

/** Looks that stand in a phrase of their own behind the thing: 「沙发靠北墙，深蓝色丝绒，三人位」. */
export type SaidLater = {
  readonly first: number
  readonly last: number
  /** Mention that they are said of. */
  readonly of: number
  readonly attributes: BriefAttributes
  readonly seats?: number
  readonly sizeClass?: BriefObject['sizeClass']
}

/** @param targets Mentions that only say where something is. */
export function findSaidLater(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  targets: ReadonlySet<number>,
): SaidLater[] {
  return phrasesOf(clause).flatMap(({ first, last }): SaidLater[] => {
    const isWithin = (mention: Mention) => mention.first <= last && first <= mention.last
    // "all of them terracotta", "the brown leather one".
    const isStandIn = (mention: Mention) =>
      mention.kind === 'pronoun' && (mention.isAll === true || /^(the )?one$/i.test(mention.words))
    if (mentions.some((mention) => isWithin(mention) && !isStandIn(mention))) return []
    const said = readLooks(clause.slice(first, last + 1))
    if (!said) return []
    const of = mentions.findLastIndex(
      (mention, index) => mention.last < first && mention.kind === 'object' && !targets.has(index),
    )
    const mention = mentions[of]
    // 「…一个书柜，单人的」 says nothing of people at a bookcase.
    if (mention?.kind !== 'object') return []
    const canSeat = ['seating', 'tables', 'beds'].includes(findKind(mention.category)?.group ?? '')
    const { seats, ...looks } = said
    return [{ first, last, of, ...looks, ...(seats && canSeat ? { seats } : {}) }]
  })
}

/** The phrases between commas, but for the first. */
function phrasesOf(clause: readonly Piece[]): { first: number; last: number }[] {
  const breaks = clause.flatMap((piece, at) => (isComma(piece) ? [at] : []))
  return breaks.flatMap((at, index) => {
    const last = (breaks[index + 1] ?? clause.length) - 1
    return last > at ? [{ first: at + 1, last }] : []
  })
}

const isComma = (piece: Piece) =>
  piece.kind === 'token' && piece.meaning.type === 'break' && !/^[(（[【]$/.test(piece.text)

const light: ReadonlySet<string> = new Set([
  'particle',
  'join',
  'or',
  'look',
  'bound',
  'feature',
  'mood',
  'matching',
  'axis',
])

function readLooks(phrase: readonly Piece[]): Omit<SaidLater, 'first' | 'last' | 'of'> | undefined {
  let attributes: BriefAttributes = {}
  let seats: number | undefined
  let sizeClass: BriefObject['sizeClass']
  for (const [at, piece] of phrase.entries()) {
    if (piece.kind !== 'token') return undefined
    const { meaning } = piece
    // ", all of them terracotta", ", the big brown leather one".
    if (/^(all of them|all of these|both|both of them|also|each|every one)$/i.test(piece.text)) continue
    if (/^ones?$/i.test(piece.text) && at === phrase.length - 1) continue
    // 「以白色为主」, 「整体原木色」 are of the room.
    if (/^(以|为主|整体|主色|色系|色调|墙|配色)$/.test(piece.text)) return undefined
    if (meaning.type === 'attribute') attributes = { ...meaning.attributes, ...attributes }
    else if (meaning.type === 'size') sizeClass ??= meaning.size
    else if (meaning.type === 'step' && !meaning.axis) sizeClass ??= meaning.step === 'bigger' ? 'large' : 'small'
    else if (meaning.type === 'number' || meaning.type === 'occupants') {
      const next = phrase[at + 1]
      const isSeats = meaning.type === 'occupants' || /^(人|人位|位|座|人座)$/.test(next?.text ?? '')
      if (!isSeats) return undefined
      seats ??= meaning.type === 'number' ? meaning.value : meaning.occupants.adults
    } else if (meaning.type === 'verb' && /^(要|选|用|做成|我要|想要|希望)$/.test(piece.text)) continue
    else if (!light.has(meaning.type) && !['person', 'seater', 'measure'].includes(meaning.type)) return undefined
  }
  const isSaid = Object.keys(attributes).length > 0 || seats !== undefined || sizeClass !== undefined
  const isOfThing = attributes.color ?? attributes.material ?? attributes.shape
  return isSaid && (isOfThing || phrase.some(({ text }) => hasChinese(text)))
    ? { attributes, ...(seats ? { seats } : {}), ...(sizeClass ? { sizeClass } : {}) }
    : undefined
}

/** What was said with the noun itself holds. */
export function addSaidLater(draft: Draft | undefined, { attributes, seats, sizeClass }: SaidLater): void {
  if (!draft) return
  const looks = { ...attributes, ...draft.attributes }
  if (Object.keys(looks).length > 0) draft.attributes = looks
  if (seats) draft.seats ??= seats
  if (sizeClass) draft.sizeClass ??= sizeClass
}

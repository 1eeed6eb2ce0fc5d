import { findKind } from '@enfilade/catalogue'
import { hasChinese } from '../lexicon/lexicon.ts'
import { hasToken } from './clause.ts'
import type { Draft } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import { axisAt, boundsOf } from './modifiers.ts'
import type { FoundRelation } from './relations.ts'

/** "bookcases along the walls, at least four": a count that comes after what it counts. */
export function countLater(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  relations: readonly FoundRelation[],
  byMention: ReadonlyMap<number, Draft>,
): void {
  for (const [index, mention] of mentions.entries()) {
    if (
      mention.kind !== 'pronoun' ||
      !mention.count ||
      mention.attributes ||
      /^(各|每|each)/i.test(mention.words) ||
      relations.some(({ subject }) => subject === index)
    )
      continue
    const draft = byMention.get(
      mentions.findLastIndex((entry, at) => at < index && entry.kind === 'object' && byMention.has(at)),
    )
    if (!draft || draft.isCounted) continue
    const before = clause[mention.first - 1]
    const bound = before?.kind === 'token' && before.meaning.type === 'bound' ? before.meaning.bound : 'exact'
    const { count } = mention
    draft.count =
      bound === 'min' ? { min: count } : bound === 'max' ? { min: 0, max: count } : { min: count, max: count }
    draft.isCounted = true
  }
}

/** "a mirror on the wall at least 1.5 m tall": a measure behind a place is of the thing before it. */
export function addSizes(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  relations: readonly FoundRelation[],
  byMention: ReadonlyMap<number, Draft>,
): void {
  clause.forEach((piece, at) => {
    if (piece.kind !== 'length' || mentions.some(({ first, last }) => first <= at && at <= last)) return
    const isDistance = relations.some(({ distance, words }) => distance && words.includes(piece.text))
    const isLinked =
      /^(of|is|为|是|about|大约)$/i.test(clause[at - 1]?.text ?? '') || typeAt(clause, at - 1) === 'bound'
    const axis = axisAt(clause[at + 1]) ?? axisAt(clause[isLinked ? at - 2 : at - 1])
    if (
      isDistance ||
      (!axis && !isAlone(clause, at) && !/^[离距]地面?$|^挂高$/.test(clause[at - 1]?.text ?? '')) ||
      piece.values.length > 1
    )
      return
    const index = mentions.findLastIndex(
      (mention, position) =>
        mention.last < at && byMention.has(position) && !relations.some(({ targets }) => targets.includes(position)),
    )
    const draft = byMention.get(index)
    if (!draft) return
    const opener = clause[at - 1]?.text ?? ''
    const isHeight =
      (axis === 'height' || hasChinese(opener)) &&
      /^(at|at a height of|离地|距地|离地面|距地面|离地高度|挂高)$/i.test(opener)
    if (isHeight) draft.hangAt ??= boundsOf(clause, at, piece.values[0]!)
    else if (axis === 'width' && draft.size?.width?.exact) addSide(draft, piece.values[0]!)
    else if (!draft.size?.[axis ?? 'width'])
      draft.size = { ...draft.size, [axis ?? 'width']: boundsOf(clause, at, piece.values[0]!) }
  })
}

const typeAt = (clause: readonly Piece[], at: number) => {
  const piece = clause[at]
  return piece?.kind === 'token' ? piece.meaning.type : undefined
}

/** 「书桌：窗下，1.2m」: a length between commas, where nothing is to be kept free. */
function isAlone(clause: readonly Piece[], at: number): boolean {
  const isEdge = (piece: Piece | undefined) =>
    piece === undefined || (piece.kind === 'token' && piece.meaning.type === 'break')
  const from = clause[at - 1]?.kind === 'token' && !isEdge(clause[at - 1]) ? at - 2 : at - 1
  const isBound = from === at - 1 || hasToken([clause[at - 1]!], 'bound')
  return isBound && at > 0 && isEdge(clause[from]) && isEdge(clause[at + 1]) && !clause.some(isOfSpace)
}

const isOfSpace = (piece: Piece) =>
  piece.kind === 'token' && ['leave', 'passage', 'turning', 'clear', 'room'].includes(piece.meaning.type)

/** "160 cm wide and 200 cm long": the long side is the width, but of a bed its depth. */
function addSide(draft: Draft, value: number): void {
  const first = draft.size?.width?.exact ?? value
  const [small, large] = [Math.min(first, value), Math.max(first, value)]
  const isBed = [draft.category, ...(draft.family ?? [])].some((category) => findKind(category)?.group === 'beds')
  const sides = isBed ? { width: small, depth: large } : { width: large, depth: small }
  draft.size = { ...draft.size, width: { exact: sides.width }, depth: { exact: sides.depth } }
}

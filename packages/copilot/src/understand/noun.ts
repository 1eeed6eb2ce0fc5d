import { resolveWord } from '@enfilade/catalogue'
import type { BriefAttributes, BriefObject, RoomType } from '@enfilade/layout'
import { familyOf } from '../lexicon/families.ts'
import { hasChinese } from '../lexicon/lexicon.ts'
import { unknownThing } from '../lexicon/unknown-things.ts'
import type { Piece } from './measures.ts'

/** The noun of a phrase, from piece `at` to `last`. */
export type Noun = {
  readonly category: string
  readonly label?: string
  readonly last: number
  readonly plural: boolean
  readonly isUnknown: boolean
  readonly family?: readonly string[]
  readonly attributes?: BriefAttributes
  readonly size?: BriefObject['size']
  readonly seats?: number
  readonly zone?: { readonly room?: RoomType }
}

/** A known thing, or unknown words where only a thing can stand: after an article, a number, a verb (a telescope, 一架古筝). */
export function nounAt(clause: readonly Piece[], at: number): Noun | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token') return undefined
  const { meaning } = piece
  if (meaning.type === 'zone') {
    const zone = meaning.room ? { room: meaning.room } : {}
    return { category: meaning.category, last: at, plural: false, isUnknown: false, zone }
  }
  if (meaning.type === 'object') {
    // "bed table": the last noun of a compound names the thing, unless the whole is in the catalogue.
    if (!piece.plural && isNextWord(clause, at) && isObject(clause[at + 1])) return undefined
    if (isAdjective(clause, at)) return undefined
    const family = familyOf(meaning.family ?? piece.text)?.categories
    const { label, attributes, size, seats } = meaning
    return {
      category: family?.[0] ?? meaning.category,
      last: at,
      plural: piece.plural ?? false,
      isUnknown: false,
      ...(family ? { family } : {}),
      ...(label ? { label } : {}),
      ...(attributes ? { attributes } : {}),
      ...(size ? { size } : {}),
      ...(seats ? { seats } : {}),
    }
  }
  return meaning.type === 'unknown' ? unknownNounAt(clause, at) : undefined
}

/** "light walnut desk", "mirror glass": a thing's word right before an adjective of looks. */
function isAdjective(clause: readonly Piece[], at: number): boolean {
  const next = clause[at + 1]
  return (
    isNextWord(clause, at) &&
    /^light$/i.test(clause[at]!.text) &&
    next?.kind === 'token' &&
    (next.meaning.type === 'attribute' || next.meaning.type === 'object')
  )
}

const isObject = (piece: Piece | undefined) =>
  piece?.kind === 'token' && (piece.meaning.type === 'object' || piece.meaning.type === 'zone')

/** The next piece is the next word of the same English phrase. */
export function isNextWord(clause: readonly Piece[], at: number): boolean {
  const [piece, next] = [clause[at], clause[at + 1]]
  return piece !== undefined && next !== undefined && !hasChinese(piece.text) && next.from <= piece.to + 1
}

function unknownNounAt(clause: readonly Piece[], at: number): Noun | undefined {
  const piece = clause[at]!
  if (piece.text.length < 2 && !hasChinese(piece.text)) return undefined
  let last = at
  while (isUnknownWord(clause[last + 1]) && isNextWord(clause, last)) last += 1
  const followedBy = clause[last + 1]
  const isEnglish = !hasChinese(piece.text)
  if (isEnglish && followedBy?.kind === 'token' && isNextWord(clause, last)) {
    if (['object', 'part', 'room', 'attribute', 'size', 'style', 'zone'].includes(followedBy.meaning.type))
      return undefined
  }
  const words = clause.slice(at, last + 1).map(({ text }) => text)
  const text = words.join(isEnglish ? ' ' : '')
  const plural = isEnglish && /[^s]s$/.test(text)
  const known = resolveWord(text)
  if (known) return { category: known.category, last, plural, isUnknown: false }
  const context = contextOf(clause, at)
  if (context === 'none') return undefined
  const thing = unknownThing(text)
  if (!thing || (thing.name === 'thing' && !thing.size && context !== 'counted')) return undefined
  const [width, depth, height] = thing.size ?? []
  return {
    category: thing.category,
    label: text,
    last,
    plural,
    isUnknown: true,
    ...(thing.size ? { size: { width: { exact: width! }, depth: { exact: depth! }, height: { exact: height! } } } : {}),
  }
}

const isUnknownWord = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'unknown'

/** Whether a thing can stand here: after a count, or after a verb, "with", a join or a comma that names things. */
function contextOf(clause: readonly Piece[], at: number): 'counted' | 'listed' | 'none' {
  for (let index = at - 1; index >= 0; index -= 1) {
    const piece = clause[index]!
    if (piece.kind !== 'token') return piece.kind === 'length' ? 'counted' : 'none'
    const { type } = piece.meaning
    if (type === 'measure' || type === 'quantity' || type === 'number') return 'counted'
    if (['verb', 'with', 'join', 'break', 'negation', 'only', 'or'].includes(type)) return 'listed'
    if (type === 'particle' && /^(the|my|our|his|her|their|的|了|个)$/i.test(piece.text)) {
      if (/^(my|our|his|her|their)$/i.test(piece.text)) return 'counted'
      continue
    }
    if (!['attribute', 'size', 'style', 'mood', 'relation', 'unknown', 'axis', 'bound'].includes(type)) return 'none'
  }
  return 'listed'
}

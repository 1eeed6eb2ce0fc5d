import type { BriefCount } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Draft } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import type { FoundRelation } from './relations.ts'

/** Corners of a room, where its outline is not known. */
const cornersOfRoom = 4

/** A place that several share says how many there are: one on each of two nightstands are two, one on both sides are two. */
export function adjustCount(
  clause: readonly Piece[],
  found: FoundRelation,
  subject: Draft,
  mention: Mention | undefined,
  carrier: Draft | undefined,
  mentions: readonly Mention[],
): void {
  if (found.negated) return
  // 「床头柜上各放一盏」 speaks of several that nobody counted.
  const isSeveral = carrier?.isOnlyPlace === true && carrier.count.min === 1 && isSaidEach(clause, found, mention)
  if (carrier && isSeveral && found.type === 'on') carrier.count = { min: 2, max: 2 }
  const shares = isSeveral && found.type === 'on' ? 2 : sharesOf(found, carrier, mentions)
  // 「椅子围着餐桌」 has more than one of them.
  const isUncounted = mention?.kind === 'object' && !mention.isCounted && hasChinese(mention.words)
  if (found.type === 'around' && isUncounted && subject.count.max === 1)
    subject.count = carrier?.seats ? { min: carrier.seats, max: carrier.seats } : { min: 2 }
  if (!shares) return
  const said = mention?.kind === 'object' ? (mention.isCounted ? mention.count : undefined) : countOfPronoun(mention)
  // "two lamps, one on each nightstand" has its number already.
  if (mention?.kind === 'pronoun' && subject.isCounted) return
  if (said && /^one\b/i.test(found.words)) return
  if (!said && mention?.kind === 'object' && mention.count.min > 1 && found.type !== 'flanking') return
  const each = said?.min ?? 1
  const isPerShare = each === 1 || isSaidEach(clause, found, mention)
  if (said && said.max !== said.min) return
  if (!isPerShare && said) return
  const count: BriefCount = { min: each * shares, max: each * shares }
  subject.count = count
}

function countOfPronoun(mention: Mention | undefined): BriefCount | undefined {
  return mention?.kind === 'pronoun' && mention.count ? { min: mention.count, max: mention.count } : undefined
}

/** Among how many the subject is dealt out. */
function sharesOf(found: FoundRelation, carrier: Draft | undefined, mentions: readonly Mention[]): number | undefined {
  if (found.type === 'flanking') return 2
  if (found.each && found.side === 'short') return 2
  if (found.each && found.side === 'long') return 2
  if (found.type === 'in_corner' && found.each) return cornersOfRoom
  // 「四面各一把椅子」.
  if (found.type === 'around' && /四[面边方围]各|东[南西][西南]北各/.test(found.words)) return 4
  if (found.type === 'around' && /三[面边][各都]/.test(found.words)) return 3
  const part = found.targets.map((index) => mentions[index]!).find(({ kind }) => kind === 'part')
  if (part?.kind === 'part') return part.part === 'corner' && found.each ? cornersOfRoom : undefined
  if (!carrier || (!found.each && (found.type !== 'on' || carrier.isOnlyPlace))) return undefined
  return carrier.count.min > 1 ? carrier.count.min : undefined
}

/** "two on each side", 「两边各放两个」: the number is that of one share. */
function isSaidEach(clause: readonly Piece[], found: FoundRelation, mention: Mention | undefined): boolean {
  if (/\beach\b|\bevery\b|\bper\b|各|每/.test(found.words.toLowerCase())) return true
  if (!mention) return false
  const at = clause.findIndex((piece) => piece.from >= 0 && piece.text === found.words)
  const from = Math.max(0, at < 0 ? mention.first - 4 : at)
  const each = found.type === 'on' ? /各|每|^[均皆都]$|分别/ : /各|每/
  return clause
    .slice(from, mention.first + 2)
    .some(({ text }) => (hasChinese(text) ? each.test(text) : /^(each|every)$/i.test(text)))
}

import { findKind } from '@enfilade/catalogue'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Draft, Drafts } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention, PronounMention } from './mention.ts'
import type { FoundRelation } from './relations.ts'

/** 「阅读角放一把躺椅」: another seat than the one that such a corner usually has. */
export const isOfZone = (zone: Draft, { category }: ObjectMention) =>
  zone.category === 'armchair' &&
  findKind(category)?.group === 'seating' &&
  ['recliner', 'rocking_chair', 'chaise_longue', 'bean_bag', 'hanging_chair', 'massage_chair'].includes(category)

/** 「餐桌那儿再添两把椅子」 names the table that is there: nothing before it asks for one. */
export function isNamedOnly(clause: readonly Piece[], mention: ObjectMention): boolean {
  if (!hasChinese(mention.words) || mention.isCounted || mention.attributes || mention.size) return false
  for (let at = mention.first - 1; at >= 0; at -= 1) {
    const type = typeAt(clause, at)
    if (type === 'verb' || type === 'with' || type === 'only' || /^[要来添]$/.test(clause[at]!.text)) return false
    if (type === 'break') return true
  }
  return true
}

/** 「书架…，跟书桌相对」 speaks of the desk that was named. */
export const isAccompanied = (clause: readonly Piece[], { first, isCounted }: ObjectMention) =>
  !isCounted &&
  /^[跟和与同]$/.test(clause[first - 1]?.text ?? '') &&
  (first < 2 || typeAt(clause, first - 2) === 'break')

/** Mentions right behind each other with only 和, 跟, 同, "and" between them. */
export function joinedIn(clause: readonly Piece[], mentions: readonly Mention[]): [number, number][] {
  return mentions.flatMap((mention, index): [number, number][] => {
    const next = mentions[index + 1]
    if (mention.kind !== 'object' || next?.kind !== 'object') return []
    const words = clause.slice(mention.last + 1, next.first)
    return words.length > 0 && words.every((piece) => piece.kind === 'token' && piece.meaning.type === 'join')
      ? [[index, index + 1]]
      : []
  })
}

/** 「两边各三把，两头各一把」, 「主位一把在桌后，客位三把在对面」: more of them, where those before have their place. */
export function isFurther(last: Draft, { words, count = 0 }: PronounMention, found: FoundRelation): boolean {
  if (!hasChinese(words) || /另|其余|其中/.test(words)) return false
  const placed = last.relations.filter(({ strength }) => strength !== 'wish')
  if (placed.length === 0 || placed.some(({ type, side }) => type === found.type && side === found.side)) return false
  if (found.type === 'on' || placed.some(({ type }) => type === 'on')) return false
  return found.each || found.type === 'flanking' || count >= (last.count.max ?? 99)
}

/** 「我养了一缸鱼…鱼缸一个放柜子上」, 「孩子弹钢琴…要一架钢琴」: only told of before, asked for now. */
export const isCountedAtLast = (named: Draft, mention: ObjectMention) =>
  hasChinese(mention.words) &&
  mention.isCounted &&
  !named.isCounted &&
  !named.isOnlyPlace &&
  !named.isZone &&
  named.category === mention.category &&
  named.relations.length === 0 &&
  named.attributes === undefined

const typeAt = (clause: readonly Piece[], at: number) => {
  const piece = clause[at]
  return piece?.kind === 'token' ? piece.meaning.type : undefined
}

/** "opposite the sofa … a grey sofa": the one that was only a place gets its count and looks. */
export const looksLikeIt = (draft: Draft, mention: ObjectMention) =>
  draft.category === mention.category || mention.family?.includes(draft.category) === true

/** "matching": it takes the looks of what was named before it. */
export function match(draft: Draft, drafts: Drafts): void {
  const before = drafts.list[drafts.list.indexOf(draft) - 1]
  if (!before?.attributes) return
  const { color, colorName, material, style } = before.attributes
  const looks = { color, colorName, material, style }
  draft.attributes = {
    ...Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)),
    ...draft.attributes,
  }
}

import type { BriefAttributes } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Draft, Drafts } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import type { ClauseRelations } from './relations.ts'

/** "two chairs, one brown, one yellow", 「两把椅子，一把红的一把蓝的」: what each share of a thing looks like. */
export type Shares = {
  /** Mention that is shared. */
  readonly of: number
  /** Last piece of the last share. */
  readonly last: number
  readonly shares: readonly { readonly count: number; readonly attributes: BriefAttributes }[]
}

/** @param targets Mentions that only say where something is. */
export function findShares(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  targets: ReadonlySet<number>,
): Shares[] {
  return mentions.flatMap((mention, of): Shares[] => {
    if (mention.kind !== 'object' || targets.has(of) || mention.count.min < 2 || !mention.isCounted) return []
    const shares: { count: number; attributes: BriefAttributes }[] = []
    let left = mention.count.min
    let last = mention.last
    for (let at = mention.last + 1; at < clause.length && left > 0; ) {
      const share = shareAt(clause, at, left)
      if (!share) {
        if (!isJoint(clause[at])) break
        at += 1
        continue
      }
      shares.push(share)
      left -= share.count
      at = share.next
      last = at - 1
    }
    return shares.length > 1 && left >= 0 ? [{ of, last, shares }] : []
  })
}

function shareAt(
  clause: readonly Piece[],
  from: number,
  left: number,
): { count: number; attributes: BriefAttributes; next: number } | undefined {
  const piece = clause[from]!
  const isRest = /^(the other|the others|the rest|other|另|另外)$/i.test(piece.text)
  let at = isRest ? from + 1 : from
  const number = clause[at]
  const said = number?.kind === 'token' && number.meaning.type === 'number' ? number.meaning.value : undefined
  if (said === undefined && !isRest) return undefined
  if (said !== undefined) at += 1
  while (isLight(clause[at])) at += 1
  let attributes: BriefAttributes = {}
  const begin = at
  for (; at < clause.length; at += 1) {
    const look = clause[at]!
    if (look.kind !== 'token') return undefined
    if (look.meaning.type === 'attribute') attributes = { ...attributes, ...look.meaning.attributes }
    else break
  }
  if (at === begin || Object.keys(attributes).length === 0) return undefined
  while (/^(的|one|ones|色)$/i.test(clause[at]?.text ?? '')) at += 1
  const next = clause[at]
  // 「一把红椅子」 is a thing of its own.
  if (next?.kind === 'token' && ['object', 'size', 'zone'].includes(next.meaning.type)) return undefined
  return { count: said ?? left, attributes, next: at }
}

const isLight = (piece: Piece | undefined) =>
  piece?.kind === 'token' &&
  (piece.meaning.type === 'measure' || /^(of|them|in|is|are|should|be|要|是|用|得|做成|a|的)$/i.test(piece.text))

const isJoint = (piece: Piece | undefined) =>
  piece?.kind === 'token' &&
  (['join', 'break'].includes(piece.meaning.type) || /^(with|其中|the|而)$/i.test(piece.text)) &&
  !(piece.meaning.type === 'break' && piece.meaning.strong && !hasChinese(piece.text) && piece.text !== ':')

/** Parts the thing: the first share stays the thing itself, the others stand where it does. */
export function dealOut(drafts: Drafts, draft: Draft | undefined, { shares }: Shares): void {
  if (!draft || draft.count.min < 2) return
  const { attributes, relations } = draft
  for (const share of shares.slice(1)) {
    const part = drafts.split(draft, share.count, draft.words ?? '')
    part.attributes = { ...attributes, ...share.attributes }
    part.relations = relations.filter(({ target }) => target?.kind !== 'object' || target.key !== draft.key)
  }
  draft.attributes = { ...attributes, ...shares[0]!.attributes }
  draft.relations = relations.filter(({ target }) => target?.kind !== 'object' || target.key !== draft.key)
}

/** What is said of "the other" of a shared thing is said of all of them. */
export function ofShared(
  found: ClauseRelations,
  mentions: readonly Mention[],
  shared: readonly Shares[],
): ClauseRelations {
  if (shared.length === 0) return found
  const owner = (index: number) => {
    const mention = mentions[index]!
    const share = shared.find(({ of, last }) => mentions[of]!.last < mention.first && mention.last <= last)
    return mention.kind === 'pronoun' && share ? share.of : index
  }
  const relations = found.relations.map((relation) =>
    relation.subject === undefined ? relation : { ...relation, subject: owner(relation.subject) },
  )
  return { ...found, relations }
}

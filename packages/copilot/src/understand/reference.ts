import type { Reference } from './intent.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mentions.ts'
import { type FoundRelation, toBriefRelation } from './relations.ts'

/** What a mention stands for, with what the clause says of which one and how many. */
export function toReference(
  mention: Exclude<Mention, { kind: 'part' }>,
  clause: readonly Piece[],
  mentions: readonly Mention[],
  relations: readonly FoundRelation[] = [],
): Reference {
  if (mention.kind === 'pronoun')
    return mention.isAll
      ? { kind: 'all', except: exceptions(clause, mentions), words: mention.words }
      : { kind: 'pronoun', words: mention.words }
  const noun = clause[mention.at]!
  const before = clause.slice(Math.max(0, mention.first - 2), mention.at).map(({ text }) => text.toLowerCase())
  const isPlural =
    (noun.kind === 'token' && noun.plural === true) ||
    before.some((word) => /^(all|every|each|both|所有的?|全部的?|每|各)$/.test(word)) ||
    clause.slice(mention.last + 1, mention.last + 3).some(({ text }) => /^(都|全部|全)$/.test(text))
  const exact = mention.isCounted && mention.count.max === mention.count.min ? mention.count.min : undefined
  const index = mentions.indexOf(mention)
  const near = relations.find(({ subject, targets }) => subject === index && mentions[targets[0]!]?.kind === 'object')
  const relation = near && toBriefRelation(near, mentions, (target) => categoryTarget(mentions[target]!))
  return {
    kind: 'named',
    category: mention.category,
    categories: mention.family ?? [mention.category],
    noun: noun.text,
    isPlural,
    words: mention.words,
    ...(mention.label ? { label: mention.label } : {}),
    ...(exact ? { count: exact } : {}),
    ...(mention.attributes ? { attributes: mention.attributes } : {}),
    ...(relation ? { near: relation } : {}),
  }
}

/** The target of a relation in an edit: things that are there, by their category, or a part of the building. */
export function categoryTarget(mention: Mention) {
  if (mention.kind === 'object') return { kind: 'category' as const, category: mention.category }
  if (mention.kind === 'pronoun') return undefined
  const { part, side, choose } = mention.meaning
  return { kind: 'building' as const, part, ...(side ? { side } : {}), ...(choose ? { choose } : {}) }
}

/** Categories after "except", or between 除了 and 以外. */
function exceptions(clause: readonly Piece[], mentions: readonly Mention[]): string[] {
  const at = clause.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'except')
  if (at < 0) return []
  return mentions.flatMap((mention) =>
    mention.kind === 'object' && mention.first > at ? (mention.family ?? [mention.category]) : [],
  )
}

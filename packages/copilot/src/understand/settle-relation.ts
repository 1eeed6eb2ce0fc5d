import { findKind } from '@enfilade/catalogue'
import type { BriefRelation, RelationTarget } from '@enfilade/layout'
import { ownerOf } from './companion.ts'
import type { Draft } from './drafts.ts'
import type { FoundRelation } from './relations.ts'

/** 「浴室柜带镜柜」: what hangs on the wall is over what it comes with. */
export const aboveOwner = (owner: Draft, { category }: Draft) =>
  findKind(category)?.mount === 'wall' && findKind(owner.category)?.mount === 'floor' ? 'above' : undefined

/** 「洗手台上面挂镜子」: what hangs on the wall or from the ceiling is above a thing, not on it. */
export function aboveIfHung({ type, target }: BriefRelation, { category, family }: Draft): Pick<BriefRelation, 'type'> {
  const mounts = [category, ...(family ?? [])].map((name) => findKind(name)?.mount)
  const isHung =
    mounts[0] === 'wall' || mounts[0] === 'ceiling' || (family !== undefined && category === 'pendant_light')
  const isLow = category === 'television'
  return type === 'on' && target?.kind === 'object' && isHung && !isLow ? { type: 'above' } : { type }
}

/** 「吊灯正对桌子」 is over it; a board 「靠西墙」 hangs there. */
export function asMounted(relation: BriefRelation, { category }: Draft): BriefRelation {
  const mount = findKind(category)?.mount
  const isAimed = ['facing', 'centred_on', 'opposite'].includes(relation.type) && relation.target?.kind === 'object'
  if (mount === 'ceiling' && isAimed) return { ...relation, type: 'above' }
  return mount === 'wall' && relation.type === 'against_wall' ? { ...relation, type: 'on_wall' } : relation
}

/** A relation to a thing that nobody named: "nightstands either side of it" speaks of what nightstands go with. */
export function withOwner(relation: BriefRelation, found: FoundRelation, subject: Draft): BriefRelation | undefined {
  if (relation.target || found.targets.length === 0) return relation
  const owner = ownerOf(subject.family ?? [subject.category], found.type)
  return owner ? { ...relation, target: { kind: 'category', category: owner } } : undefined
}

/** "Two chairs at it": around the table; one chair at a desk is by it. */
export function aroundTable(relation: BriefRelation, subject: Draft, carrier: Draft | undefined): BriefRelation {
  const isTable = [carrier?.category ?? '', ...(carrier?.family ?? [])].some((name) => /_table$/.test(name))
  const isSeat = [subject.category, ...(subject.family ?? [])].some((name) => /chair$|stool$/.test(name))
  const isAt = relation.type === 'near' && /^(at|to)\b/i.test(relation.words ?? '')
  return isAt && isTable && isSeat ? { ...relation, type: 'around' } : relation
}

export const isUnderLamp = ({ category, family = [] }: Draft) =>
  [category, ...family].some(
    (name) => /table$/.test(name) || ['tables', 'beds', 'kitchen', 'storage'].includes(findKind(name)?.group ?? ''),
  )

/** 「微波炉搁台面上」. */
export function worktopOf(drafts: readonly Draft[]): RelationTarget {
  const own = drafts.findLast(({ category }) => ['base_cabinet', 'kitchen_island'].includes(category))
  return own ? { kind: 'object', key: own.key } : { kind: 'category', category: 'base_cabinet' }
}

/** Two beds, two sofas, a sofa and what faces it: between them something can stand. */
export function betweenOf(drafts: readonly Draft[]): { target: RelationTarget; and?: RelationTarget } | undefined {
  const kinds = drafts.filter(
    ({ category, family = [], relations }) =>
      [category, ...family].some(isSeatOrBed) && !relations.some(({ type }) => type === 'on'),
  )
  const pair = kinds.findLast(({ count }) => count.min === 2) ?? drafts.findLast(isPairOfTables)
  if (pair) return { target: { kind: 'object', key: pair.key } }
  const [a, b] = [...new Set(kinds)].slice(-2)
  const isPair = a && b && a.category === b.category && a.count.min === 1 && b.count.min === 1
  if (!a || !b || !(isPair || isFacing(a, b) || isFacing(b, a))) return undefined
  return { target: { kind: 'object', key: a.key }, and: { kind: 'object', key: b.key } }
}

/** 「床靠北墙居中」, "against the north wall, centred": the middle of that wall, not of the room. */
export function middleOfWall(relation: BriefRelation, { relations }: Draft): BriefRelation {
  const wall = relations.find(({ type, negated }) => type === 'against_wall' && !negated)
  // 「大床居中靠北墙」.
  if (relation.type === 'against_wall' && !relation.negated) {
    const centred = relations.find(({ type, words }) => type === 'centred' && isAlone.test(words ?? ''))
    if (centred) Object.assign(centred, { type: 'centred_on', target: relation.target ?? anyWall })
  }
  if (relation.type !== 'centred' || !wall || !isAlone.test(relation.words ?? '')) return relation
  return { ...relation, type: 'centred_on', target: wall.target ?? anyWall }
}

const anyWall: RelationTarget = { kind: 'building', part: 'wall' }

const isAlone = /^(居中|居中摆放|居中放置|centred|centered|centrally|in the middle|in the centre)$/i

/** Small things, footstools and rugs: a sentence goes on about what they were placed by. */
export const isMinor = ({ category }: Draft) =>
  ['ottoman', 'pouf', 'rug', 'cushion', 'blanket', 'mat'].includes(category) || findKind(category)?.mount === 'surface'

/** 「茶几居中」 says no room: a table between seats. */
export const isMiddleOfPair = (words: string, { category, family = [] }: Draft) =>
  /^(居中|放?摆?搁?正?中间|正中|居于正中|居正中|摆正中|放正中)/.test(words) &&
  [category, ...family].some((name) => /(coffee|side|tea)_table|rug/.test(name))

/** A sofa and what faces it; a bed and a chair have no middle that would be meant. */
const isFacing = ({ relations }: Draft, { key }: Draft) =>
  relations.some(({ target }) => target?.kind === 'object' && target.key === key)

const isPairOfTables = ({ category, count }: Draft) => count.min === 2 && findKind(category)?.group === 'tables'

const isSeatOrBed = (category: string) =>
  ['seating', 'beds'].includes(findKind(category)?.group ?? '') || ['tv_stand', 'television'].includes(category)

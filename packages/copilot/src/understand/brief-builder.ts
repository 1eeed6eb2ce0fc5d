import { findKind } from '@enfilade/catalogue'
import type {
  Brief,
  BriefCount,
  BriefExclusion,
  BriefObject,
  BriefRelation,
  BriefStyle,
  Density,
  Occupants,
  RelationTarget,
  RoomType,
} from '@enfilade/layout'
import { createBrief, roomTypes } from '@enfilade/layout'
import type { Reference, RoomSize } from './intent.ts'
import type { Piece } from './measures.ts'
import { findMentions, type Mention, type ObjectMention } from './mentions.ts'
import { type FoundRelation, findRelations, toBriefRelation } from './relations.ts'
import { specialise } from './specialise.ts'

type Draft = { -readonly [K in keyof BriefObject]: BriefObject[K] } & {
  relations: BriefRelation[]
  /** What the noun may mean; settled when all is read. */
  family?: readonly string[]
}

/** Gathers objects, relations and wishes over the clauses of a request. Mutated by `readClause`. */
export type BriefBuilder = {
  /** @param ignored Piece indices of rooms that are only the place. */
  readClause(clause: readonly Piece[], request: string, ignored?: ReadonlySet<number>): void
  /** What must not be there. */
  exclusions(): Extract<Reference, { kind: 'named' }>[]
  objects(): BriefObject[]
  /** @param fallback The room type where the words name none. */
  brief(fallback: RoomType, words: string): Brief
  roomSize(): RoomSize | undefined
  readonly rooms: readonly RoomType[]
}

/** @param existing Categories that stand in the room already: "the sofa" then means that one. */
export function createBriefBuilder(existing: ReadonlySet<string>): BriefBuilder {
  const drafts: Draft[] = []
  const rooms: RoomType[] = []
  const exclusions: BriefExclusion[] = []
  const occupants: { -readonly [K in keyof Occupants]: Occupants[K] } = {}
  const demands: NonNullable<Brief['demands']>[number][] = []
  const size: { -readonly [K in keyof RoomSize]: RoomSize[K] } = {}
  let density: Density = 'normal'
  let only = false
  let style: BriefStyle | undefined
  let lastKey: string | undefined

  const keyFor = (category: string) => {
    let key = category
    for (let number = 2; drafts.some((draft) => draft.key === key); number += 1) key = `${category}-${number}`
    return key
  }

  const addDraft = (mention: ObjectMention, count: BriefCount): Draft => {
    const draft: Draft = {
      key: keyFor(mention.category),
      category: mention.category,
      words: mention.words,
      count,
      relations: [],
      ...(mention.family ? { family: mention.family } : {}),
      ...(mention.label ? { label: mention.label } : {}),
      ...(mention.size ? { size: toBounds(mention.size) } : {}),
      ...(mention.sizeClass ? { sizeClass: mention.sizeClass } : {}),
      ...(mention.seats ? { seats: mention.seats } : {}),
      ...(mention.attributes ? { attributes: mention.attributes } : {}),
    }
    drafts.push(draft)
    return draft
  }

  /** The draft that a mention speaks of: a new one, or the one named before. */
  const draftOf = (mention: ObjectMention, isTarget: boolean): Draft | undefined => {
    const known =
      drafts.findLast((draft) => draft.category === mention.category) ??
      drafts.findLast((draft) => !mention.isCounted && mention.family?.includes(draft.category))
    const isRepeat =
      known && !mention.isUnknown && (mention.isDefinite || (isTarget && !mention.isCounted) || !mention.isCounted)
    if (isRepeat) {
      if (mention.attributes) known.attributes = { ...known.attributes, ...mention.attributes }
      return known
    }
    if (
      (mention.isDefinite || (isTarget && !mention.isCounted)) &&
      (mention.family ?? [mention.category]).some((category) => existing.has(category))
    )
      return undefined
    // "opposite the sofa" asks for a sofa, not for how many; 「六人餐桌，周围…」 asks for this one.
    const isOnlyPlace = isTarget && !mention.isCounted && !mention.seats && !mention.attributes
    return addDraft(mention, isOnlyPlace ? { min: 1 } : mention.count)
  }

  const readWishes = (clause: readonly Piece[], mentions: readonly Mention[], ignored: ReadonlySet<number>) => {
    let isNegatedPerson = false
    clause.forEach((piece, index) => {
      if (piece.kind === 'area') size.area ??= piece.value
      if (piece.kind !== 'token') return
      const { meaning } = piece
      if (meaning.type === 'negation') isNegatedPerson = true
      if (meaning.type === 'room') {
        if (ignored.has(index)) return
        if (!rooms.includes(meaning.room)) rooms.push(meaning.room)
        Object.assign(occupants, meaning.attributes?.occupants)
      } else if (meaning.type === 'only') only = true
      else if (meaning.type === 'density') density = meaning.density
      else if (meaning.type === 'style') style ??= { name: meaning.style, words: piece.text }
      else if (meaning.type === 'demand') demands.push({ type: meaning.demand, words: piece.text })
      else if (meaning.type === 'occupants') Object.assign(occupants, meaning.occupants)
      else if (
        meaning.type === 'person' &&
        !mentions.some((mention) => mention.first <= index && index <= mention.last)
      ) {
        const before = clause[index - 1]
        const between = clause[index - 2]
        const number = [before, between].find((entry) => entry?.kind === 'token' && entry.meaning.type === 'number')
        const count =
          number?.kind === 'token' && number.meaning.type === 'number' ? number.meaning.value : piece.plural ? 2 : 1
        if (!isNegatedPerson) occupants[meaning.person] = count
      }
    })
    readRoomSize(clause, mentions, size)
  }

  return {
    rooms,
    readClause(clause, request, ignored = new Set()) {
      const mentions = findMentions(clause, request)
      readWishes(clause, mentions, ignored)
      const relations = findRelations(clause, mentions, request)
      const targets = new Set(relations.flatMap((relation) => relation.targets))
      const negated = negatedMentions(clause, mentions)
      const byMention = new Map<number, Draft>()
      // What is counted comes before what is only a place ("on the sofa"), so that the place finds it.
      const order = [...mentions.keys()].sort((a, b) => Number(targets.has(a)) - Number(targets.has(b)) || a - b)
      for (const index of order) {
        const mention = mentions[index]!
        if (mention.kind !== 'object') continue
        if (negated.has(index) && !targets.has(index)) {
          for (const category of mention.family ?? [mention.category])
            if (!exclusions.some((exclusion) => exclusion.category === category))
              exclusions.push({ category, words: mention.words })
          continue
        }
        const draft = draftOf(mention, targets.has(index))
        if (draft) byMention.set(index, draft)
      }
      for (const relation of relations) relate(relation, mentions, byMention)
      const lastObject = mentions.findLast(
        (mention, index) => mention.kind === 'object' && byMention.has(index) && !targets.has(index),
      )
      if (lastObject?.kind === 'object') lastKey = byMention.get(mentions.indexOf(lastObject))?.key
    },
    objects: () => settle(rooms[0] ?? 'generic'),
    exclusions: () =>
      exclusions.map(({ category, words }) => ({
        kind: 'named',
        category,
        categories: [category],
        noun: words,
        isPlural: true,
        words,
      })),
    brief(fallback, words) {
      const named = settle(rooms[0] ?? fallback)
      const [type = fallback === 'generic' ? guessRoom(named) : fallback, ...alsoFor] = rooms
      const hasOccupants = Object.keys(occupants).length > 0
      return createBrief(type, {
        room: { type, ...(alsoFor.length > 0 ? { alsoFor } : {}) },
        density,
        only,
        objects: named,
        exclusions: exclusions.filter(({ category }) => !named.some((object) => object.category === category)),
        words,
        ...(hasOccupants ? { occupants } : {}),
        ...(style ? { style } : {}),
        ...(demands.length > 0 ? { demands } : {}),
        ...packFor(occupants),
      })
    },
    roomSize: () => (Object.keys(size).length > 0 ? size : undefined),
  }

  /** The objects with every family word settled by where it goes. */
  function settle(room: RoomType): BriefObject[] {
    return drafts.map(({ family, ...object }) =>
      family ? { ...object, category: specialise(object, family, { room, occupants, objects: drafts }) } : object,
    )
  }

  function relate(found: FoundRelation, mentions: readonly Mention[], byMention: ReadonlyMap<number, Draft>): void {
    const subjectMention = found.subject === undefined ? undefined : mentions[found.subject]
    const subject =
      subjectMention?.kind === 'object' ? byMention.get(found.subject!) : drafts.find((draft) => draft.key === lastKey)
    if (!subject) return
    const relation = toBriefRelation(found, mentions, (index) =>
      targetOf(mentions[index]!, byMention.get(index), antecedent(index, found.subject, mentions, byMention)),
    )
    if (!relation) return
    subject.relations = [...subject.relations, relation]
    const [carrier] = found.targets.map((index) => byMention.get(index))
    if (found.forEach && carrier && carrier.count.min > 1) subject.count = carrier.count
    if (found.bothSides && subjectMention?.kind === 'object' && (!subjectMention.isCounted || subject.count.max === 1))
      subject.count = { min: 2, max: 2 }
  }

  /** What "it" is: in one clause always the same thing, the first one named; else what the clause before ended on. */
  function antecedent(
    pronoun: number,
    subject: number | undefined,
    mentions: readonly Mention[],
    byMention: ReadonlyMap<number, Draft>,
  ): string | undefined {
    const before = mentions.findIndex(
      (mention, index) => index < pronoun && index !== subject && mention.kind === 'object',
    )
    return (before < 0 ? undefined : byMention.get(before)?.key) ?? lastKey
  }
}

function targetOf(mention: Mention, draft: Draft | undefined, lastKey: string | undefined): RelationTarget | undefined {
  if (mention.kind === 'object')
    return draft ? { kind: 'object', key: draft.key } : { kind: 'category', category: mention.category }
  if (mention.kind === 'pronoun') return lastKey ? { kind: 'object', key: lastKey } : undefined
  const { part, side, choose } = mention.meaning
  return { kind: 'building', part, ...(side ? { side } : {}), ...(choose ? { choose } : {}) }
}

/** The room where most of these things usually stand, the first of equals; things that fit anywhere say little. */
function guessRoom(objects: readonly { readonly category: string }[]): RoomType {
  const votes = new Map<RoomType, number>()
  for (const { category } of objects) {
    const rooms = roomTypes.filter((type) =>
      (findKind(category)?.rooms as readonly string[] | undefined)?.includes(type),
    )
    for (const room of rooms) votes.set(room, (votes.get(room) ?? 0) + 1 / rooms.length)
  }
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return best?.[0] ?? 'generic'
}

/** Mentions under a "no", "without", 不要; it carries over "or", "and", 和 until something counted or a verb comes. */
function negatedMentions(clause: readonly Piece[], mentions: readonly Mention[]): Set<number> {
  const negated = new Set<number>()
  let isNegated = false
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    const index = mentions.findIndex((mention) => mention.first === at)
    if (index >= 0) {
      const mention = mentions[index]!
      const isFreshStart = negated.size > 0 && mention.kind === 'object' && mention.isCounted
      if (isNegated && !isFreshStart) negated.add(index)
      if (isFreshStart) isNegated = false
      at = mention.last
      continue
    }
    if (piece.kind !== 'token') continue
    if (piece.meaning.type === 'negation') isNegated = true
    else if (piece.meaning.type === 'with' || (piece.meaning.type === 'verb' && negated.size > 0)) isNegated = false
    else if (piece.meaning.type === 'break' && negated.size > 0) isNegated = false
    else if (piece.meaning.type === 'relation') isNegated = false
  }
  return negated
}

/** "4 by 5 m", "2.6 m high": measures that belong to no thing are the room's. */
function readRoomSize(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  size: { width?: number; depth?: number; height?: number },
): void {
  clause.forEach((piece, index) => {
    if (piece.kind !== 'length' || mentions.some((mention) => mention.first <= index && index <= mention.last)) return
    const [width, depth, height] = piece.values
    if (piece.values.length >= 2) {
      size.width ??= width
      size.depth ??= depth
      if (height !== undefined) size.height ??= height
      return
    }
    const next = clause[index + 1]
    const isHigh = next?.kind === 'token' && next.meaning.type === 'axis' && next.meaning.axis === 'height'
    if (isHigh && width! > 2 && width! < 8 && mentions.every((mention) => mention.kind !== 'object'))
      size.height ??= width
  })
}

function packFor(occupants: Occupants): Pick<Brief, 'pack'> {
  if (occupants.wheelchair) return { pack: 'wheelchair' }
  if (occupants.elderly) return { pack: 'age-friendly' }
  if (occupants.children || occupants.babies) return { pack: 'child' }
  return {}
}

function toBounds(size: NonNullable<ObjectMention['size']>): NonNullable<BriefObject['size']> {
  return Object.fromEntries(Object.entries(size).map(([axis, value]) => [axis, { exact: value }]))
}

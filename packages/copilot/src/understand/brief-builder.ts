import type {
  Brief,
  BriefCount,
  BriefDemand,
  BriefExclusion,
  BriefObject,
  Density,
  Occupants,
  RelationTarget,
  RoomType,
} from '@enfilade/layout'
import { createBrief } from '@enfilade/layout'
import { partTarget } from './building-relation.ts'
import { hasToken } from './clause.ts'
import { createClauseReader } from './clause-reader.ts'
import { createDrafts, type Draft } from './drafts.ts'
import { guessRoom } from './guess-room.ts'
import type { Reference, RoomSize } from './intent.ts'
import type { Piece } from './measures.ts'
import { findMentions, type Mention } from './mentions.ts'
import { negatedMentions } from './negation.ts'
import { findAlternatives, findOnlyTold } from './only-told.ts'
import { ownWord } from './own-word.ts'
import { readDemands } from './read-demands.ts'
import { type MutableOccupants, packFor, readPeople } from './read-people.ts'
import { readRoomSize } from './read-room-size.ts'
import { createStyle, readStyle, toStyle } from './read-style.ts'
import { type ClauseRelations, readRelations } from './relations.ts'
import { addSaidLater, findSaidLater, type SaidLater } from './said-later.ts'
import { dealOut, findShares, ofShared } from './shares.ts'
import { specialise } from './specialise.ts'

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
  /** People, demands or a style were named. */
  hasWishes(): boolean
  readonly rooms: readonly RoomType[]
}

/** @param existing Categories that stand in the room already: "the sofa" then means that one. */
export function createBriefBuilder(existing: ReadonlySet<string>): BriefBuilder {
  const drafts = createDrafts()
  const rooms: RoomType[] = []
  const exclusions: BriefExclusion[] = []
  const occupants: MutableOccupants = {}
  const demands: BriefDemand[] = []
  const size: { -readonly [K in keyof RoomSize]: RoomSize[K] } = {}
  const style = createStyle()
  let density: Density = 'normal'
  let only = false
  const reader = createClauseReader(drafts, existing)

  const exclude = (categories: readonly string[], words: string) => {
    for (const category of categories)
      if (!exclusions.some((exclusion) => exclusion.category === category)) exclusions.push({ category, words })
  }

  const readWishes = (
    clause: readonly Piece[],
    mentions: readonly Mention[],
    ignored: ReadonlySet<number>,
    later: readonly SaidLater[],
  ) => {
    let isNegated = false
    clause.forEach((piece, index) => {
      if (piece.kind !== 'token') return
      const { meaning } = piece
      const isInThing = mentions.some(({ kind, first, last }) => kind === 'object' && first <= index && index <= last)
      if (meaning.type === 'negation') isNegated = true
      else if (meaning.type === 'break') isNegated = false
      else if (meaning.type === 'room' && !ignored.has(index) && !isInThing && !isNegated) {
        if (!rooms.includes(meaning.room)) rooms.push(meaning.room)
        Object.assign(occupants, meaning.attributes?.occupants)
      } else if (meaning.type === 'zone' && meaning.room && !rooms.includes(meaning.room)) rooms.push(meaning.room)
      else if (meaning.type === 'only') only ||= isOnly(clause, index, mentions, drafts.list.length)
      else if (meaning.type === 'density' && !isInThing) density = meaning.density
    })
    readRoomSize(clause, mentions, size)
    const isDining =
      rooms[0] === 'dining_room' ||
      mentions.some((entry) => entry.kind === 'object' && entry.category === 'dining_table')
    readPeople(clause, mentions, occupants, isDining)
    readStyle(clause, [...mentions, ...later], style)
  }

  return {
    rooms,
    readClause(clause, request, ignored = new Set()) {
      const mentions = findMentions(clause, request)
      const read = readRelations(clause, mentions, request)
      const targets = new Set(read.relations.flatMap(({ targets, isPointed }) => (isPointed ? [] : targets)))
      const shared = findShares(clause, mentions, targets)
      const found = ofShared(read, mentions, shared)
      const later = findSaidLater(clause, mentions, targets)
      readWishes(clause, mentions, ignored, later)
      const spent = new Set(found.relations.flatMap(({ negationAt }) => (negationAt === undefined ? [] : [negationAt])))
      const negated = negatedMentions(clause, mentions, spent)
      const isInVoid = (index: number) => found.voids.some(({ about }) => about === index)
      for (const index of negated) {
        const mention = mentions[index]!
        if (isInVoid(index)) continue
        if (mention.kind === 'object') exclude(mention.family ?? [mention.category], mention.words)
      }
      const told = findOnlyTold(clause, mentions)
      const instead = findAlternatives(clause, mentions, negated)
      const left = new Set([...negated, ...told, ...instead.keys()])
      const byMention = reader.read(clause, request, mentions, withoutAlternatives(found, instead), left)
      for (const said of later) if (!shared.some(({ of }) => of === said.of)) addSaidLater(byMention.get(said.of), said)
      for (const share of shared) dealOut(drafts, byMention.get(share.of), share)
      const target = (index: number): RelationTarget | undefined => {
        const mention = mentions[index]!
        if (mention.kind === 'part') return partTarget(mention)
        const draft = byMention.get(index)
        if (draft) return { kind: 'object', key: draft.key }
        return mention.kind === 'object' ? { kind: 'category', category: mention.category } : undefined
      }
      for (const { excluded, about, first, last } of found.voids) {
        const words = request.slice(clause[first]!.from, clause[last]!.to)
        const free = about === undefined ? undefined : target(about)
        exclude(excluded, words)
        if (free) demands.push({ type: 'keep_clear', about: free, words })
      }
      demands.push(...readDemands({ clause, mentions, clearances: found.clearances, request, target }))
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
      const [type = fallback === 'generic' ? guessRoom(settle(fallback)) : fallback, ...alsoFor] = rooms
      const named = settle(type)
      const hasOccupants = Object.keys(occupants).length > 0
      const briefStyle = toStyle(style)
      return createBrief(type, {
        room: { type, ...(alsoFor.length > 0 ? { alsoFor } : {}) },
        density,
        only,
        objects: named,
        exclusions: exclusions.filter(({ category }) => !named.some((object) => object.category === category)),
        words,
        ...(hasOccupants ? { occupants } : {}),
        ...(briefStyle ? { style: briefStyle } : {}),
        ...(demands.length > 0 ? { demands: demands.slice(0, 50) } : {}),
        ...packFor(occupants),
      })
    },
    hasWishes: () => rooms.length > 0 || demands.length > 0 || Object.keys(occupants).length > 0,
    roomSize: () => (Object.keys(size).length > 0 ? size : undefined),
  }

  /** The objects with every family word settled by where it goes. */
  function settle(room: RoomType): BriefObject[] {
    const place = { room, occupants, objects: drafts.list }
    // A chair goes by what the table turned out to be.
    const tables = drafts.list.map((draft) =>
      draft.family?.includes('desk') ? { ...draft, category: specialise(draft, draft.family, place) } : draft,
    )
    return drafts.list.map(({ family, isZone, isCounted, isOnlyPlace, isPerHead, noun, ...object }) => {
      const own = isCounted || isPerHead ? object.count : seatsOf(object, drafts.list)
      const count = isPerHead ? timesHeads(own, occupants, drafts.list) : own
      const category = family
        ? specialise({ ...object, count }, family, family.includes('desk') ? place : { ...place, objects: tables })
        : object.category
      const label = object.label ?? (isZone || family?.includes('pendant_light') ? undefined : ownWord(noun, category))
      return { ...object, count, category, ...(label ? { label } : {}) }
    })
  }
}

/** 「餐桌坐四个人，椅子要绿色的」: a Chinese noun says no number, and chairs at a table are as many as it seats. */
function seatsOf({ category, words = '', count, relations }: Draft, drafts: readonly Draft[]): BriefCount {
  const isOpen = category === 'dining_chair' && count.min === 1 && count.max === 1 && /[\u4e00-\u9fff]/.test(words)
  const table = isOpen
    ? drafts.find((draft) => draft.category === 'dining_table' && !draft.family && draft.count.min === 1)
    : undefined
  if (!table || /一|1/.test(words) || relations.some(({ type }) => !['around', 'facing'].includes(type))) return count
  return table.seats ? { min: table.seats, max: table.seats } : { min: 2 }
}

/** A place that was said of the thing left out is that of the one taken. */
function withoutAlternatives(found: ClauseRelations, instead: ReadonlyMap<number, number>): ClauseRelations {
  if (instead.size === 0) return found
  const taken = (index: number) => instead.get(index) ?? index
  const relations = found.relations.map(({ subject, targets, ...rest }) => ({
    ...rest,
    ...(subject === undefined ? {} : { subject: taken(subject) }),
    targets: targets.map(taken),
  }))
  return { ...found, relations, ...(found.topic === undefined ? {} : { topic: taken(found.topic) }) }
}

const isOfOne = (category: string) => ['single_bed', 'desk', 'crib', 'care_bed'].includes(category)

/** 「每人一张书桌」 for three is three desks. */
function timesHeads(
  { min, max }: BriefCount,
  { adults = 0, children = 0, elderly = 0, working = 0, guests = 0 }: Occupants,
  drafts: readonly Draft[],
) {
  const said = Math.max(adults + children, elderly, working, guests)
  // Nobody counted the people: as many as have a bed or a desk.
  const places = drafts
    .filter(({ category, isPerHead }) => !isPerHead && isOfOne(category))
    .map(({ count }) => count.min)
  const heads = said > 1 ? said : Math.max(1, said, ...places)
  return { min: min * heads, ...(max === undefined ? {} : { max: max * heads }) }
}

/**
 * Whether "only" is of the room ("only a bed and a wardrobe") and not of a number among other things ("a bed, two chairs and
 * only one lamp").
 */
function isOnly(clause: readonly Piece[], at: number, mentions: readonly Mention[], known: number): boolean {
  const text = clause[at]!.text.toLowerCase()
  // 「衣柜一个就够了」 is of the wardrobe, 「只要一张床就够了」 of the room.
  if (/^(就够了|就行|就可以了)$/.test(text))
    return clause.slice(0, at).some((piece) => /^(只|仅|只要|只放|只需|只需要|只摆|仅需|仅放)$/.test(piece.text))
  if (!/^(only|just|只|只要|只想要|只能放|仅|仅仅|只有|只放|只需|只需要|只摆|仅有|仅放|仅需)$/.test(text)) return true
  const before = mentions.filter(({ kind, last }) => kind === 'object' && last < at).length
  if (before > 0 || known > 0) return hasToken(clause.slice(at), 'everything')
  return mentions.some(({ kind, first }) => kind === 'object' && first > at) || hasToken(clause, 'everything')
}

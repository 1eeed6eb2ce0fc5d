import { findKind } from '@enfilade/catalogue'
import type { Bounds, BriefRelation, RelationTarget, RelationType, TargetSide } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import { buildingRelation, objectRelation } from './building-relation.ts'
import { isGatheredRound } from './companion.ts'
import { gapsBetween } from './gaps-between.ts'
import type { Piece } from './measures.ts'
import type { Mention, PartMention } from './mention.ts'
import { negationOf } from './negation.ts'
import { findPlaces, type Place } from './places.ts'
import { type Attached, subjectsOf } from './subjects.ts'
import { topicAt, topicAtEnd } from './topic.ts'
import { findVoids, type Void } from './voids.ts'

/** A relation found in a clause between mentions, by their index in the clause's list of mentions. */
export type FoundRelation = {
  readonly type: RelationType
  /** Index of the mention that is placed; undefined: the thing spoken of last. */
  readonly subject?: number
  /** Empty where the target is the topic of what was said before. */
  readonly targets: readonly number[]
  /** The target is what is spoken of: "and a lamp above". */
  readonly isBare: boolean
  /** The target was found from "it" or from nothing: it is no second mention of the thing. */
  readonly isPointed?: boolean
  readonly distance?: Bounds
  readonly negated: boolean
  /** Piece index of the negation. */
  readonly negationAt?: number
  readonly side?: TargetSide
  /** "on each nightstand", "one in each corner". */
  readonly each: boolean
  /** Read into the words rather than said. */
  readonly isWish?: boolean
  readonly words: string
}

/** The relations of a clause, free space that it asks for, and what it was about in the end. */
export type ClauseRelations = {
  readonly relations: readonly FoundRelation[]
  /** "leave 80 cm in front of the wardrobe": places of nothing, with their distance. */
  readonly clearances: readonly Place[]
  /** "nothing on the walls". */
  readonly voids: readonly Void[]
  /** Index of the mention that a following "beside it" speaks of. */
  readonly topic?: number
}

/** Reads "A by B", 「A在B旁边」, 「B旁边放A」 and their like from a clause. */
export function findRelations(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  request: string,
): FoundRelation[] {
  return [...readRelations(clause, mentions, request).relations]
}

export function readRelations(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  request: string,
): ClauseRelations {
  const gaps = gapsBetween(clause, mentions)
  const found = findPlaces(clause, mentions)
  const voids = findVoids(clause, mentions, found)
  const places = found.filter(({ at }) => ![...gaps, ...voids].some(({ first, last }) => first <= at && at <= last))
  const clearances = places.filter((place) => isClearance(clause, mentions, place))
  const attached: Attached[] = []
  for (const place of places) {
    if (clearances.includes(place)) continue
    attached.push({ place, ...subjectsOf(clause, mentions, places, attached, place) })
  }
  const told = attached.flatMap((entry) => toFound(clause, mentions, attached, entry, request))
  const relations = told.map((relation) => ofOther(relation, told, mentions))
  const topic = topicAtEnd(clause, mentions, attached)
  const apart = gaps.map(({ type, subject, target, distance, first, last }): FoundRelation => {
    const words = request.slice(clause[first]!.from, clause[last]!.to)
    return { type, subject, targets: [target], isBare: false, distance, negated: false, each: false, words }
  })
  return {
    relations: [...relations, ...apart, ...ownPlaces(mentions)],
    clearances,
    voids,
    ...(topic === undefined ? {} : { topic }),
  }
}

function toFound(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  attached: readonly Attached[],
  { place, subjects, wishes }: Attached,
  request: string,
): FoundRelation[] {
  const words = request.slice(clause[place.first]!.from, clause[place.last]!.to)
  const base = {
    type: place.type,
    ...(place.side ? { side: place.side } : {}),
    ...(place.distance ? { distance: place.distance } : {}),
    each: place.each,
    words,
  }
  if (place.isMutual) return mutual(base, mentions, subjects)
  const all = [...subjects, ...wishes]
  return (all.length > 0 ? all : [undefined]).map((subject) => {
    const pointed = place.targets.length === 1 ? mentions[place.targets[0]!] : undefined
    const isIt = pointed?.kind === 'pronoun' && !pointed.isPlural && pointed.count === undefined
    const isOnlyAround = place.isBare && place.type === 'around' && all.some((index) => isSat(mentions[index]!))
    const table = (isIt && place.type === 'around') || isOnlyAround ? tableBefore(mentions, place, all) : undefined
    const first = isIt ? firstOfSame(mentions, attached, place) : undefined
    const topic =
      table ??
      (place.isBare || isIt
        ? topicAt(clause, mentions, attached, first?.place ?? place, first?.subjects ?? all, isIt)
        : undefined)
    const mirror = place.isBare ? mirrored(mentions, attached, place) : undefined
    const negation = negationOf(clause, mentions, place, subject)
    return {
      ...base,
      ...(subject === undefined ? {} : { subject }),
      targets: mirror !== undefined ? [mirror] : topic === undefined ? place.targets : [topic],
      isBare: place.isBare && topic === undefined && mirror === undefined,
      ...(topic === undefined ? {} : { isPointed: true }),
      negated: negation !== undefined,
      ...(negation === undefined ? {} : { negationAt: negation }),
      ...(subject !== undefined && wishes.includes(subject) ? { isWish: true } : {}),
    }
  })
}

/** 「台灯摆在窗边的书桌上」: what is by the window is the desk, and what is on it the lamp. */
function ofOther(relation: FoundRelation, all: readonly FoundRelation[], mentions: readonly Mention[]): FoundRelation {
  const { subject, targets, words } = relation
  const own = subject === undefined ? undefined : mentions[subject]
  // 「床头柜上方的墙上挂壁灯」: the lamp hangs on the wall, not the nightstand.
  const over = all.find(
    ({ type, targets: under }) => type === 'above' && subject !== undefined && under.includes(subject),
  )
  if (relation.type === 'on_wall' && over?.subject !== undefined && hasChinese(words))
    return { ...relation, subject: over.subject }
  if (subject === undefined || own?.kind !== 'object' || !targets.includes(subject)) return relation
  if (!hasChinese(own.words) || !words.includes(own.words)) return relation
  const said = new Set(all.flatMap((other) => (other !== relation && other.subject === subject ? other.targets : [])))
  const isFree = (mention: Mention, index: number) => mention.kind === 'object' && !said.has(index)
  const before = mentions.findLastIndex((mention, index) => index < subject && isFree(mention, index))
  const after = mentions.findIndex((mention, index) => index > subject && isFree(mention, index))
  const other = before >= 0 ? before : after
  return other < 0 ? relation : { ...relation, subject: other }
}

/** What one sits on at a table: chairs and cushions, not tables and lamps. */
const isSat = (mention: Mention) =>
  mention.kind === 'object' &&
  [mention.category, ...(mention.family ?? [])].some(
    (name) => findKind(name)?.group === 'seating' || /cushion/.test(name),
  )

/** "A sofa, a low table before it, two armchairs around it": one sits around the table. */
function tableBefore(mentions: readonly Mention[], place: Place, subjects: readonly number[]): number | undefined {
  const first = Math.min(...subjects, place.targets[0] ?? Number.POSITIVE_INFINITY)
  const at = mentions.findLastIndex(
    (mention, index) => index < first && mention.kind === 'object' && isGatheredRound(mention.category),
  )
  return at < 0 ? undefined : at
}

/** 「沙发靠北墙，它左边是灯，右边是边柜，它对面是电视」: it is one thing throughout the sentence. */
function firstOfSame(mentions: readonly Mention[], attached: readonly Attached[], place: Place): Attached | undefined {
  const isIt = ({ targets }: Place) => {
    const mention = targets.length === 1 ? mentions[targets[0]!] : undefined
    return mention?.kind === 'pronoun' && /^(它|其)$/.test(mention.words)
  }
  return isIt(place) ? attached.find((entry) => isIt(entry.place) && entry.place.first < place.first) : undefined
}

/** 「门口右侧放伞架，左侧放鞋柜」, 「灯在沙发左侧，边几在右侧」: the other side of the same thing. */
function mirrored(mentions: readonly Mention[], attached: readonly Attached[], place: Place): number | undefined {
  const other = place.type === 'left_of' ? 'right_of' : place.type === 'right_of' ? 'left_of' : undefined
  const before = attached.findLast((entry) => entry.place.type === other && entry.place.last < place.first)
  return before?.place.targets.find((target) => mentions[target]!.kind !== 'pronoun')
}

/** "A and B facing each other": each faces the other; several of one kind face their like. */
function mutual(
  base: Omit<FoundRelation, 'targets' | 'isBare' | 'negated' | 'subject'>,
  mentions: readonly Mention[],
  subjects: readonly number[],
): FoundRelation[] {
  const [subject] = subjects
  if (subject === undefined) return []
  const before = mentions.findLastIndex((mention, index) => index < subject && mention.kind === 'object')
  const mention = mentions[subject]!
  const isMany = mention.kind === 'object' && mention.count.min > 1
  const other = isMany || before < 0 ? subject : before
  const common = { ...base, isBare: false, negated: false }
  if (other === subject)
    return [{ ...common, type: base.type === 'facing_away' ? 'facing' : base.type, subject, targets: [subject] }]
  return [
    { ...common, subject, targets: [other] },
    { ...common, subject: other, targets: [subject] },
  ]
}

/** "a wall-mounted television", "a corner shelf". */
function ownPlaces(mentions: readonly Mention[]): FoundRelation[] {
  return mentions.flatMap((mention, subject) =>
    mention.kind === 'object' && mention.place
      ? [
          {
            type: mention.place,
            subject,
            targets: [],
            isBare: false,
            negated: false,
            each: false,
            words: mention.words,
          },
        ]
      : [],
  )
}

/** Free floor rather than a thing: "leave 80 cm in front of the wardrobe", 「床两侧留60厘米」. */
function isClearance(clause: readonly Piece[], mentions: readonly Mention[], place: Place): boolean {
  if (!place.distance && !clause.some((piece) => piece.kind === 'length')) return false
  const opener = clause.findIndex(
    (piece, at) =>
      piece.kind === 'token' &&
      (piece.meaning.type === 'leave' ||
        // "90 cm free on each side"; "standing free in the centre" keeps nothing.
        (/^(free|clear)$/i.test(piece.text) && clause[at - 1]?.kind === 'length') ||
        piece.meaning.type === 'passage' ||
        /^(leave|keep|留|保留|保持|空|空着|空出)$/i.test(piece.text)),
  )
  const isNamed = /^(space|room|gap|clearance|passage|access)$/i.test(clause[spaceAt(clause, place)]?.text ?? '')
  if (opener < 0 && !isNamed) return false
  const isApart = clause.slice(Math.min(opener, place.last), Math.max(opener, place.first)).some(isBreak)
  if (opener >= 0 && !place.distance && isApart) return false
  const targets = new Set(place.targets)
  return !mentions.some(
    (mention, index) =>
      mention.kind === 'object' &&
      !targets.has(index) &&
      mention.first > Math.min(opener < 0 ? lengthBefore(clause, place) : opener, place.first) &&
      mention.last < place.first,
  )
}

const isBreak = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'break'

const lengthBefore = (clause: readonly Piece[], place: Place) =>
  clause.findLastIndex((piece, index) => index <= place.at && piece.kind === 'length')

const spaceAt = (clause: readonly Piece[], place: Place) =>
  clause.findIndex((piece, index) => index > place.first - 4 && /^(space|room|gap|clearance)$/i.test(piece.text))

/**
 * The brief's relation for a found one, with what its words mean for parts of the building: by a window, against a wall.
 *
 * @returns undefined where the words say nothing to place by ("on the floor").
 */
export function toBriefRelation(
  found: FoundRelation,
  mentions: readonly Mention[],
  target: (index: number) => RelationTarget | undefined,
): BriefRelation | undefined {
  const parts = found.targets
    .map((index) => mentions[index]!)
    .filter((mention): mention is PartMention => mention.kind === 'part')
  const part = parts[0]
  const type = part
    ? buildingRelation(found.type, part)
    : found.targets.length > 0 || found.isBare
      ? objectRelation(found.type)
      : found.type
  if (!type) return undefined
  const [first, second] = found.targets.map(target)
  const isPlural = part?.isPlural === true && type === 'between'
  const each =
    found.each || (part?.isPlural === true && !['between', 'far', 'away_from_wall', 'against_wall'].includes(type))
  const opposite = found.negated ? opposites[type] : undefined
  return {
    type: opposite ?? type,
    ...(first ? { target: first } : {}),
    ...(second ? { and: second } : isPlural && first ? { and: first } : {}),
    ...(found.distance ? { distance: found.distance } : {}),
    ...(found.side ? { side: found.side } : {}),
    ...(each ? { each: true } : {}),
    ...(found.negated && !opposite ? { negated: true } : {}),
    ...(found.isWish ? { strength: 'wish' } : {}),
    words: found.words,
  }
}

/** What "not …" asks for with a margin. */
const opposites: { readonly [type in RelationType]?: RelationType } = {
  near: 'far',
  by_door: 'away_from_door',
  by_window: 'away_from_window',
  against_wall: 'away_from_wall',
}

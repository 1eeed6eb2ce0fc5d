import { findKind } from '@enfilade/catalogue'
import { hasChinese } from '../lexicon/lexicon.ts'
import { companionRelation } from './companion.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention } from './mention.ts'
import type { Place } from './places.ts'

/** A place with the mentions that are placed by it. */
export type Attached = {
  readonly place: Place
  readonly subjects: readonly number[]
  /** Mentions that the words may also place there: the first of "a sofa and two chairs facing the window". */
  readonly wishes: readonly number[]
  /** The place comes before what it places. */
  readonly isFronted: boolean
}

type Found = Omit<Attached, 'place'>

const none: Found = { subjects: [], wishes: [], isFronted: false }

/** What a place places: what follows a place that opens its phrase, else what stands before it. */
export function subjectsOf(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  places: readonly Place[],
  attached: readonly Attached[],
  place: Place,
): Found {
  if (place.isPassive) {
    const next = nextThing(clause, mentions, places, place)
    return next === undefined
      ? none
      : { subjects: listFrom(clause, mentions, places, place, next), wishes: [], isFronted: true }
  }
  const owned = place.owner ?? attributed(clause, mentions, place)
  if (owned !== undefined) return { subjects: [owned], wishes: [], isFronted: false }
  const before = thingBefore(clause, mentions, place)
  // 「西北角的矮凳上放盆景」: a part of the building before it is placed by nothing.
  const isPart = before !== undefined && mentions[before]!.kind === 'part' && hasChinese(clause[place.at]!.text)
  const isOpening = before === undefined || isPart || opensPhrase(clause, place) || opensOther(clause, place)
  if (isOpening && !(before === undefined && isGoingOn(clause, place))) {
    const next = nextThing(clause, mentions, places, place)
    if (next !== undefined)
      return { subjects: listFrom(clause, mentions, places, place, next), wishes: [], isFronted: true }
  }
  if (before === undefined && isRelative(clause, place)) {
    const index = mentions.findLastIndex((mention) => mention.last < place.first && isThing(mention))
    if (index >= 0) return { ...none, subjects: [index] }
  }
  if (before === undefined) return { ...none, subjects: lastThing(mentions, attached, places, place) }
  return chained(clause, mentions, attached, place, before)
}

const typeOf = (piece: Piece | undefined) => (piece?.kind === 'token' ? piece.meaning.type : piece?.kind)

const isThing = (mention: Mention) => mention.kind === 'object' || (mention.kind === 'pronoun' && !mention.isAll)

/** 「窗边的书桌」, 「靠墙的那个柜子」: the place is an attribute of what follows. */
function attributed(clause: readonly Piece[], mentions: readonly Mention[], place: Place): number | undefined {
  if (clause[place.last + 1]?.text !== '的') return undefined
  const index = mentions.findIndex((mention) => mention.first >= place.last + 1)
  const mention = mentions[index]
  return mention?.kind === 'object' && mention.first <= place.last + 2 ? index : undefined
}

/** "…, which hangs on the wall": of the thing named right before. */
function isRelative(clause: readonly Piece[], place: Place): boolean {
  const start = clause.findLastIndex((piece, index) => index < place.first && isBreak(piece)) + 1
  return start > 0 && /^(which|that|who|whose|它|其)$/i.test(clause[start]!.text)
}

/** "My armchair, which is red, must stand by the window", 「望远镜一台，摆在窗边，…」: it goes on about what it began with. */
function isGoingOn(clause: readonly Piece[], place: Place): boolean {
  const start = clause.findLastIndex((piece, index) => index < place.first && isBreak(piece)) + 1
  if (start === 0 && clause[0]!.from === 0) return false
  const end = clause[place.last + 1]
  const isClosed = end === undefined || isBreak(end)
  const opener = clause[start]!.text
  if (isClosed && /^[放摆搁挂装摞立安铺置][\u4e00-\u9fff]*$/.test(opener) && !/着$/.test(opener)) return true
  return start > 0 && /^(must|should|must be|should be|has to be|stands?|goes)$/i.test(opener)
}

const isBreak = (piece: Piece | undefined) => typeOf(piece) === 'break'

/** The last thing before a place in its phrase, not one that the place points to. */
function thingBefore(clause: readonly Piece[], mentions: readonly Mention[], place: Place): number | undefined {
  const start = clause.findLastIndex((piece, index) => index < place.first && isBreak(piece)) + 1
  const index = mentions.findLastIndex(
    (mention, position) =>
      mention.last < place.first &&
      mention.first >= start &&
      (isThing(mention) || mention.kind === 'part') &&
      !place.targets.includes(position),
  )
  return index < 0 ? undefined : index
}

/** A join or "with" right before the place: "…, and in the corner a plant". */
function opensPhrase(clause: readonly Piece[], place: Place): boolean {
  let at = place.first - 1
  while (at >= 0 && isLight(clause[at])) at -= 1
  const type = typeOf(clause[at])
  return (
    type === 'join' ||
    type === 'with' ||
    (type === 'verb' && hasChinese(clause[place.at]!.text) && at > 0 && isBreak(clause[at - 1]))
  )
}

/** 「…左边放一个床头柜右边放一盏灯」, without a comma: the place is that of what follows. */
function opensOther(clause: readonly Piece[], place: Place): boolean {
  const next = clause[place.last + 1]
  return (
    place.isBare &&
    hasChinese(clause[place.at]!.text) &&
    (typeOf(next) === 'verb' || /^[就再则]$/.test(next?.text ?? ''))
  )
}

const isLight = (piece: Piece | undefined) => typeOf(piece) === 'particle'

const between: ReadonlySet<string> = new Set(
  'particle verb number each with question quantity measure negation mood polite leave bound for only unknown step'.split(
    ' ',
  ),
)

/** The next thing that a place before it places; a place in between may place the same thing. */
function nextThing(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  places: readonly Place[],
  place: Place,
): number | undefined {
  const targeted = new Set(
    places.flatMap((other) => (other.first > place.last ? targetsBeforeWord(other, mentions) : [])),
  )
  // 「西北角一个矮凳上放盆景」: the corner is the stool's.
  const adjacent = mentions.findIndex((mention) => mention.kind === 'object' && mention.first === place.last + 1)
  if (adjacent >= 0 && targeted.has(adjacent)) return adjacent
  let breaks = 0
  for (let at = place.last + 1; at < clause.length; at += 1) {
    const inPlace = places.find((other) => other !== place && other.first <= at && at <= other.last)
    const index = mentions.findIndex((mention) => mention.first === at)
    if (index >= 0 && isThing(mentions[index]!) && !targeted.has(index) && !isTargetOf(inPlace, index, mentions)) {
      const mention = mentions[index]!
      if (mention.kind === 'pronoun' && mention.count === undefined) return undefined
      return index
    }
    if (inPlace) {
      if (breaks > 0) return undefined
      at = inPlace.last
      continue
    }
    // 「背后地上铺地毯」.
    if (index >= 0 && (isFloor(mentions[index]!) || isWallOver(mentions[index]!, place))) continue
    if (index >= 0) return undefined
    const type = typeOf(clause[at])
    if (type === 'break') {
      breaks += 1
      // "By the window, a desk": over one comma where nothing else was said since.
      if (breaks > 1 || !isAloneInPhrase(clause, mentions, place)) return undefined
    } else if (type === 'join') {
      if (!places.some((other) => other.first > at && other.first <= at + 2)) return undefined
    } else if (type === 'length') continue
    else if (type === undefined || (!between.has(type) && type !== 'size' && type !== 'attribute')) return undefined
  }
  return undefined
}

const isFloor = (mention: Mention) => mention.kind === 'part' && mention.part === 'floor'

/** 「餐边柜…，上方墙面两层搁架」. */
const isWallOver = (mention: Mention, place: Place) =>
  mention.kind === 'part' && mention.part === 'wall' && place.type === 'above'

/** 「两边床头柜各放台灯」: what has a place of its own may carry something at the same time. */
const isTargetOf = (place: Place | undefined, index: number, mentions: readonly Mention[]) =>
  place?.targets.includes(index) === true && place.at !== mentions[index]!.last

/** Targets that stand before the word of place, as in Chinese: 床 of 「床旁边」 is not what an earlier place places. */
const targetsBeforeWord = (place: Place, mentions: readonly Mention[]) =>
  place.targets.filter((index) => mentions[index]!.last < place.at || place.at < mentions[index]!.first)

/** The place has its phrase for itself and nothing in the clause could be meant by it yet, or a join opens it. */
function isAloneInPhrase(clause: readonly Piece[], mentions: readonly Mention[], place: Place): boolean {
  if (opensPhrase(clause, place)) return true
  return !mentions.some(
    (mention, index) => isThing(mention) && mention.last < place.first && !place.targets.includes(index),
  )
}

/** "On the desk a lamp, a laptop and a mug": all of a list, as far as its things have no place of their own. */
function listFrom(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  places: readonly Place[],
  place: Place,
  first: number,
): number[] {
  const list = [first]
  for (let index = first + 1; index < mentions.length; index += 1) {
    const mention = mentions[index]!
    const from = mentions[index - 1]!.last + 1
    if (mention.kind !== 'object' || !isListed(clause, from, mention.first)) break
    const isPlaced = places.some(
      (other) =>
        other !== place &&
        other.first > mentions[index - 1]!.last &&
        other.first <= mention.last + 3 &&
        // 「花瓶和两本书，沙发上放…」: a place of what follows the comma.
        !(hasChinese(clause[other.at]!.text) && clause.slice(mention.last + 1, other.first).some(isBreak)),
    )
    if (isPlaced || places.some((other) => other !== place && other.targets.includes(index))) break
    list.push(index)
  }
  return list
}

function isListed(clause: readonly Piece[], from: number, to: number): boolean {
  // 「桌上一台笔记本一盏台灯」.
  let hasJoin = from === to && typeOf(clause[from]) === 'number' && hasChinese(clause[from]!.text)
  for (let at = from; at < to; at += 1) {
    const piece = clause[at]!
    const type = typeOf(piece)
    if (type === 'join' || (type === 'break' && piece.text === ',')) hasJoin = true
    else if (type !== 'particle' && type !== 'number' && type !== 'each') return false
  }
  return hasJoin
}

/** Places whose words still describe their target: "a lamp on a desk by the window". */
const carriers: ReadonlySet<string> = new Set(['on', 'inside', 'above', 'around', 'under', 'flanking', 'between'])

/** A place after a thing: the thing itself, or what the thing's own place speaks of. */
function chained(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  attached: readonly Attached[],
  place: Place,
  before: number,
): Found {
  const mention = mentions[before]!
  const host = attached.findLast((entry) => entry.place.targets.includes(before) && entry.place.last >= mention.last)
  const isRelative = /^(which|that|who|这个|那个)$/i.test(clause[mention.last + 1]?.text ?? '')
  if (host && !isRelative) {
    const isCarried =
      mention.kind === 'object' && carriers.has(host.place.type) && !place.isBare && !pointsBack(mentions, place)
    // "a stand with a television on it opposite the sofa": "it" goes on being spoken of.
    const owner = mention.kind === 'pronoun' && host.subjects[0] !== undefined ? host.subjects[0] - 1 : -1
    if (
      mention.kind === 'pronoun' &&
      mentions[owner]?.kind === 'object' &&
      !place.isBare &&
      !pointsBack(mentions, place)
    )
      return { subjects: [owner], wishes: [], isFronted: false }
    if (!isCarried && (host.subjects.length > 0 || mention.kind === 'part'))
      return { subjects: host.subjects, wishes: [], isFronted: false }
  }
  if (mention.kind === 'part') return { ...none, subjects: lastThing(mentions, attached, [], place) }
  const owner = ownerOf(clause, mentions, before)
  // "a nightstand with a lamp on either side": the nightstands are on either side.
  if (
    owner !== undefined &&
    place.type === 'flanking' &&
    place.isBare &&
    companionRelation((mentions[owner] as ObjectMention).category, familyOf(mentions[before]!)) === 'on'
  )
    return { subjects: [owner], wishes: [], isFronted: false }
  if (owner !== undefined && !place.isBare && !pointsBack(mentions, place) && isAboutBuilding(mentions, place))
    return { subjects: [owner], wishes: [], isFronted: false }
  const partners = partnersOf(clause, mentions, before, place)
  const isAll = /\b(both|all|each)\b|都|均|全部|分别/.test(
    clause
      .slice(mention.last + 1, place.at + 1)
      .map(({ text }) => text)
      .join(' '),
  )
  return {
    subjects: isAll ? [before, ...partners] : [before],
    wishes: isAll || !(shares.has(place.type) || isBoth(mentions, place, before, partners)) ? [] : partners,
    isFronted: false,
  }
}

/** "bench and coat rack by the door": two things under one article are both there. */
function isBoth(mentions: readonly Mention[], place: Place, before: number, partners: readonly number[]): boolean {
  const mention = mentions[before]!
  return (
    partners.length === 1 &&
    mention.kind === 'object' &&
    !mention.isCounted &&
    !mention.isDefinite &&
    !hasChinese(mention.words) &&
    isAboutBuilding(mentions, place) &&
    place.targets.length > 0
  )
}

/** Relations that a pair of things joined by "and" usually share. */
const shares: ReadonlySet<string> = new Set(['facing', 'facing_away', 'around', 'opposite'])

const familyOf = (mention: Mention) => (mention.kind === 'object' ? (mention.family ?? [mention.category]) : [])

const pointsBack = (mentions: readonly Mention[], place: Place) =>
  place.targets.some((index) => mentions[index]!.kind === 'pronoun')

const isAboutBuilding = (mentions: readonly Mention[], place: Place) =>
  place.targets.every((index) => mentions[index]!.kind === 'part')

/** "a bed with two nightstands": the bed, where the thing before the place is its companion. */
export function ownerOf(clause: readonly Piece[], mentions: readonly Mention[], index: number): number | undefined {
  const [owner, own] = [mentions[index - 1], mentions[index]]
  if (owner?.kind !== 'object' || own?.kind !== 'object') return undefined
  const words = clause.slice(owner.last + 1, own.first)
  if (!words.some((piece) => typeOf(piece) === 'with') || words.some((piece) => typeOf(piece) === 'relation'))
    return undefined
  const goesWith = findKind(owner.category)?.companions.some(({ category }) =>
    (own.family ?? [own.category]).includes(category),
  )
  return goesWith ? index - 1 : undefined
}

/** Things joined to one by "and", without a place of their own. */
function partnersOf(clause: readonly Piece[], mentions: readonly Mention[], index: number, place: Place): number[] {
  const partners: number[] = []
  for (let at = index - 1; at >= 0; at -= 1) {
    const [mention, next] = [mentions[at]!, mentions[at + 1]!]
    if (mention.kind !== 'object' || place.targets.includes(at)) break
    const words = clause.slice(mention.last + 1, next.first)
    if (words.some(isBreak) || !isListed(clause, mention.last + 1, next.first)) break
    partners.push(at)
  }
  return partners
}

/** The thing spoken of last before a phrase that has none: 「一张书桌，靠窗」. */
function lastThing(
  mentions: readonly Mention[],
  attached: readonly Attached[],
  places: readonly Place[],
  place: Place,
): number[] {
  const targeted = new Set(
    [...attached.map((entry) => entry.place), ...places]
      .filter((other) => other.first < place.first)
      .flatMap(({ targets }) => targets),
  )
  const index = mentions.findLastIndex(
    (mention, position) =>
      mention.last < place.first && isThing(mention) && !targeted.has(position) && !place.targets.includes(position),
  )
  return index < 0 ? [] : [index]
}

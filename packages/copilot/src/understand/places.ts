import { findKind } from '@enfilade/catalogue'
import type { Bounds, RelationType, TargetSide } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { MeaningOf } from '../lexicon/meaning.ts'
import { isLaidOn, isSoft } from './companion.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import { boundsOf } from './modifiers.ts'

/** A phrase of place in a clause: the relation with what it points to, before it is known what is placed. */
export type Place = {
  readonly type: RelationType
  /** Piece index of the word of place; `first` and `last` span it with its targets. */
  readonly at: number
  readonly first: number
  readonly last: number
  /** Indices of mentions; empty where the words name none. */
  readonly targets: readonly number[]
  /** Has no target of its own and means that of what is spoken of. */
  readonly isBare: boolean
  readonly isPassive: boolean
  readonly isMutual: boolean
  readonly side?: TargetSide
  readonly each: boolean
  readonly distance?: Bounds
  /** Mention that the place is said of, where its words name it. */
  readonly owner?: number
}

/** Finds the phrases of place of a clause, in order. */
export function findPlaces(clause: readonly Piece[], mentions: readonly Mention[]): Place[] {
  const places: Place[] = []
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token' || isInside(mentions, at)) continue
    const place =
      piece.meaning.type === 'relation'
        ? readPlace(clause, mentions, at, piece.meaning, places)
        : /^(from|离|距|距离)$/i.test(piece.text)
          ? readGap(clause, mentions, at)
          : undefined
    if (!place) continue
    const last = places.at(-1)
    // 「靠窗一侧」, 「挨着床的左边」: one place in two words; the more exact one counts.
    if (
      last &&
      place.targets.length > 0 &&
      last.targets[0] === place.targets[0] &&
      place.at === last.last + stepTo(clause, last.last)
    ) {
      const isVague = ['beside', 'near'].includes(place.type)
      places[places.length - 1] = { ...(isVague ? last : place), first: last.first, last: place.last }
    } else places.push(place)
  }
  const sides = places.map((place) => sideOfThing(clause, mentions, place) ?? place)
  const all = [...sides, ...placesWithoutWord(clause, mentions, sides)].sort((a, b) => a.first - b.first)
  return all.flatMap((place, index) => endOfThing(all, place, index))
}

/** 「婴儿床靠窗那侧放摇椅」, 「放床靠门那一侧」: beside the thing; the window only says on which side. */
function sideOfThing(clause: readonly Piece[], mentions: readonly Mention[], place: Place): Place | undefined {
  const part = mentions[place.targets[0] ?? -1]
  if (part?.kind !== 'part' || !/^[那这](一?[侧边面头]|一?侧边)$/.test(clause[place.last]!.text)) return undefined
  const thing = mentions.findIndex(({ kind, last }) => kind === 'object' && last === place.first - 1)
  const next = clause[place.last + 1]
  const isPut = isVerb(next) || opensCount(next) || isVerb(clause[(mentions[thing]?.first ?? 0) - 1])
  if (thing < 0 || !isPut) return undefined
  return { ...place, type: 'beside', first: mentions[thing]!.first, targets: [thing] }
}

/** 「床尾正对电视」: the foot is no place but that of the bed which faces something. */
function endOfThing(places: readonly Place[], place: Place, index: number): Place[] {
  const [before, next] = [places[index - 1], places[index + 1]]
  const isEnd = (end: Place | undefined, of: Place | undefined) =>
    end?.side === 'foot' &&
    end.targets.length === 1 &&
    of !== undefined &&
    of.first === end.last + 1 &&
    ['facing', 'opposite'].includes(of.type) &&
    of.targets.length > 0 &&
    !of.targets.includes(end.targets[0]!)
  if (isEnd(place, next)) return []
  return isEnd(before, place) ? [{ ...place, owner: before!.targets[0]! }] : [place]
}

/**
 * 「角落放绿植」, 「冰箱放角落」, 「西墙放餐边柜」, 「床头挂画」, 「床头柜各放一盏台灯」: a part of the building or a thing next to a
 * verb of placing is a place by itself, in Chinese.
 */
function placesWithoutWord(clause: readonly Piece[], mentions: readonly Mention[], places: readonly Place[]): Place[] {
  return mentions.flatMap((mention, index): Place[] => {
    if (mention.kind === 'pronoun' || places.some(({ targets }) => targets.includes(index))) return []
    const isChinese = hasChinese(clause[mention.last]!.text)
    const type = isChinese
      ? wordlessType(clause, mention, mentions[index + 1])
      : typeOfPart(clause, mention, mentions[index - 1])
    if (!type) return []
    const { first, last } = mention
    const each = (mention.kind === 'part' && mention.isEach) || clause.slice(first, last + 2).some(isEach)
    return [{ type, at: last, first, last, targets: [index], isBare: false, isPassive: false, isMutual: false, each }]
  })
}

/** "in the north-east corner", "on the left side of the room". */
function typeOfPart(clause: readonly Piece[], mention: Mention, before: Mention | undefined): RelationType | undefined {
  // "sideboard N wall": in notes the wall stands right behind what goes there.
  const gap = before ? clause.slice(before.last + 1, mention.first) : []
  const isNoted =
    before?.kind === 'object' &&
    gap.every(({ text }) => /^[:,]$/.test(text)) &&
    gap.length < 2 &&
    endsNote(clause[mention.last + 1])
  const noted = isNoted && mention.kind === 'part' ? notedType(mention, gap.length > 0) : undefined
  if (noted) return noted
  if (mention.kind !== 'part' || !/^(in|into|to|at|on)$/i.test(clause[mention.first - 1]?.text ?? '')) return undefined
  if (mention.part === 'corner') return 'in_corner'
  return mention.part === 'room' && mention.meaning.side ? 'near' : undefined
}

/** "sideboard N wall", "wardrobe: west wall", "fridge, corner". */
function notedType({ part, meaning }: Extract<Mention, { kind: 'part' }>, isApart: boolean): RelationType | undefined {
  if (part === 'wall') return meaning.side || meaning.choose ? 'against_wall' : undefined
  if (part === 'corner') return isApart || meaning.side ? 'in_corner' : undefined
  return (part === 'window' || part === 'door') && isApart ? 'near' : undefined
}

const endsNote = (piece: Piece | undefined) =>
  piece === undefined || (piece.kind === 'token' && ['break', 'join'].includes(piece.meaning.type))

const isVerb = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'verb'

function wordlessType(
  clause: readonly Piece[],
  mention: Exclude<Mention, { kind: 'pronoun' }>,
  following: Mention | undefined,
): RelationType | undefined {
  let after = mention.last + 1
  while (clause[after] && isFillerBetween(clause[after]!)) after += 1
  const next = clause[after]
  const before = clause[mention.first - 1]
  const isHung = [next, before].some((piece) => /^[挂悬吊贴]/.test(piece?.text ?? ''))
  const words = clause.slice(mention.last + 1, after + 1)
  const isPlacing =
    (isVerb(next) && !/^[靠对]/.test(next!.text)) || words.some(({ text }) => /^[做打弄搞是有配为留]$/.test(text))
  const isPlaced = isVerb(before) || /^在$/.test(before?.text ?? '')
  if (mention.kind === 'object') {
    // 「淋浴区放洗澡椅」.
    if (isPlacing && mention.category === 'shower' && /[区房间]$/.test(clause[mention.at]!.text)) return 'inside'
    if (clause[mention.at]!.text === '床头' && (isPlacing || isPlaced || opensCount(next)))
      return isHung ? 'above' : 'beside'
    const isCarrier = following === undefined || following.kind !== 'object' || isLaidOn(mention, following)
    if (isPlacing && isCarrier && clause.slice(mention.last + 1, after).some(isEach)) return 'on'
    return isVerb(next) && carries(clause, mention, following, after) ? 'on' : undefined
  }
  // 「北墙衣柜」 in notes.
  const isNoted = (isBreakOrNone(before) || isRoom(before)) && next?.kind === 'token' && next.meaning.type === 'object'
  const isNear = isPlacing || isPlaced || opensCount(next) || (mention.part === 'wall' && isNoted)
  if (mention.part === 'corner') return 'in_corner'
  if (!isNear) return undefined
  if (mention.part === 'wall') return isHung ? 'on_wall' : 'against_wall'
  if (mention.part === 'room') return mention.meaning.side ? 'near' : undefined
  return mention.part === 'window' || mention.part === 'door' ? 'near' : undefined
}

/** 「边几放水杯」, 「斗柜摆一台电视」: a small thing put right behind what can carry it. */
function carries(
  clause: readonly Piece[],
  mention: Exclude<Mention, { kind: 'pronoun' }>,
  own: Mention | undefined,
  verbAt: number,
): boolean {
  if (mention.kind !== 'object' || own?.kind !== 'object' || own.first !== verbAt + 1) return false
  if (!/^[放摆搁置供][着了个上]?$/.test(clause[verbAt]!.text) || isSoft(own)) return false
  const isSmall = (own.family ?? [own.category]).every((category) => findKind(category)?.mount === 'surface')
  return isSmall && isLaidOn(mention, own)
}

const isRoom = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'room'

const isBreakOrNone = (piece: Piece | undefined) =>
  piece === undefined || (piece.kind === 'token' && piece.meaning.type === 'break')

const opensCount = (piece: Piece | undefined) =>
  piece?.kind === 'token' && (piece.meaning.type === 'number' || piece.meaning.type === 'quantity')

const isFillerBetween = (piece: Piece) =>
  piece.kind === 'token' && (piece.meaning.type === 'particle' || piece.meaning.type === 'each')

const stepTo = (clause: readonly Piece[], at: number) => (clause[at + 1]?.text === '的' ? 2 : 1)

const isInside = (mentions: readonly Mention[], at: number) =>
  mentions.some((mention) => mention.first <= at && at <= mention.last)

function readPlace(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  meaning: MeaningOf<'relation'>,
  before: readonly Place[],
): Place | undefined {
  // "on the desk or near it": the first of two ways is taken.
  const previous = clause[at - 1]
  if (previous?.kind === 'token' && previous.meaning.type === 'or' && before.length > 0) return undefined
  // 「琴房里面要一架古筝」.
  if (meaning.relation === 'inside' && isRoom(clause[at - 1])) return undefined
  const over =
    meaning.relation === 'on_wall' && /^墙/.test(clause[at]!.text) ? wallOver(clause, mentions, at, before) : undefined
  const targets = over ?? targetsOf(clause, mentions, at, meaning, before)
  if (targets.length === 0 && !meaning.alone && !meaning.bare) return undefined
  // 上, 下, 边 by themselves are parts of other words.
  if (targets.length === 0 && meaning.follows && clause[at]!.text.length === 1) return undefined
  const spans = targets.map((index) => mentions[index]!)
  const first = Math.min(at, ...spans.map((span) => span.first))
  const last = Math.max(at, ...spans.map((span) => span.last))
  const around = distanceAround(clause, first, last, at)
  // 「书桌1米2靠窗」: the length is a size of the desk.
  const distance = around && around.first < first && isInside(mentions, around.first) ? undefined : around
  const withCoverb = first > 0 && /^(在|从)$/.test(clause[first - 1]!.text) ? first - 1 : first
  return {
    type: over ? 'above' : meaning.relation,
    at,
    first: distance ? Math.min(withCoverb, distance.first) : withCoverb,
    last: distance ? Math.max(last, distance.last) : last,
    targets,
    isBare: targets.length === 0 && !meaning.alone,
    isPassive: meaning.passive ?? isRelative(clause, at),
    isMutual: meaning.mutual ?? false,
    ...(meaning.side ? { side: meaning.side } : {}),
    each:
      (meaning.each ?? false) ||
      spans.some((span) => (span.kind !== 'pronoun' ? span.isEach : span.isEach) ?? false) ||
      (meaning.relation !== 'on' && /^(各|各自|分别)$/.test(clause[last + 1]?.text ?? '')) ||
      (targets.length === 0 && /^(各|各自|分别)$/.test(clause[first - 1]?.text ?? '')) ||
      clause.slice(first, last + 1).some(isEach),
    ...(distance ? { distance: distance.bounds } : {}),
  }
}

const isEach = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'each'

/** "a table on which there are two lamps". */
const isRelative = (clause: readonly Piece[], at: number) => /^which$/i.test(clause[at + 1]?.text ?? '')

function targetsOf(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  meaning: MeaningOf<'relation'>,
  places: readonly Place[],
): number[] {
  if (meaning.lone && isSharedOut(clause, at)) {
    const owner = mentions.findIndex(({ kind, last }) => kind === 'object' && last === at - 1)
    if (owner >= 0) return [owner]
  }
  if (meaning.alone || meaning.lone) return []
  // 「…餐桌，围六把椅子」: the chairs are around what was spoken of.
  const opener = clause[at - 1]
  const isOpening = !opener || (opener.kind === 'token' && ['break', 'join'].includes(opener.meaning.type))
  if (clause[at]!.text === '围' && isOpening) return []
  if (meaning.follows) return targetsBefore(clause, mentions, at, meaning, places)
  if (meaning.passive || isRelative(clause, at)) {
    const target = mentions.findLastIndex((mention) => mention.last < at && mention.kind === 'object')
    return target < 0 ? [] : [target]
  }
  const after = targetsAfter(clause, mentions, at, meaning.relation === 'between')
  return after.length > 0 ? after : accompanied(clause, mentions, at)
}

/** 「床头墙上挂画」, 「沙发背后墙上挂画」: the wall over a thing that stands. */
function wallOver(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  before: readonly Place[],
): number[] | undefined {
  const isHanging =
    isVerb(clause[at + 1]) ||
    opensCount(clause[at + 1]) ||
    /^[挂装钉]/.test(clause[at + 1]?.text ?? '') ||
    /[挂装钉]/.test(clause[at]!.text)
  if (!isHanging) return undefined
  const step = clause[at - 1]?.text === '的' ? 2 : 1
  const behind = before.at(-1)
  const target =
    behind?.type === 'behind' && behind.last === at - step && behind.targets.length === 1
      ? behind.targets[0]!
      : mentions.findIndex(({ last }) => last === at - step)
  const mention = mentions[target]
  if (mention?.kind !== 'object' || mention.isCounted) return undefined
  const stands = (mention.family ?? [mention.category]).every((name) => findKind(name)?.mount === 'floor')
  return stands ? [target] : undefined
}

/** 「茶几左右各一张单椅」: what is dealt out stands behind, so what stands before is the place. */
function isSharedOut(clause: readonly Piece[], at: number): boolean {
  const next = clause[at + 1]
  const isNoun = next?.kind === 'token' && ['object', 'attribute', 'size'].includes(next.meaning.type)
  return /^(左右)?(各一|一[边侧]一).$/.test(clause[at]!.text) && isNoun
}

/** 「电视跟沙发对着」, 「和床挨着」: the other thing stands before the word, behind 跟. */
function accompanied(clause: readonly Piece[], mentions: readonly Mention[], at: number): number[] {
  const index = mentions.findLastIndex((mention) => mention.last < at)
  const mention = mentions[index]
  if (!mention || mention.last !== at - 1) return []
  return /^[跟和与同]$/.test(clause[mention.first - 1]?.text ?? '') ? [index] : []
}

function targetsAfter(clause: readonly Piece[], mentions: readonly Mention[], at: number, isTwo: boolean): number[] {
  const first = mentions.findIndex((mention) => mention.first > at)
  if (first < 0 || !onlyLight(clause, at + 1, mentions[first]!.first)) return []
  if (!isTwo || mentions[first]!.kind === 'pronoun') return [first]
  const second = mentions[first + 1]
  const isPair = second !== undefined && isJoined(clause, mentions[first]!.last + 1, second.first)
  return isPair ? [first, first + 1] : [first]
}

function targetsBefore(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  meaning: MeaningOf<'relation'>,
  places: readonly Place[],
): number[] {
  const last = mentions.findLastIndex((mention) => mention.last < at)
  if (last < 0) return []
  const mention = mentions[last]!
  if (!onlyLight(clause, mention.last + 1, at, true)) return []
  // 「床左边放一个床头柜右边放一盏灯」: the right side of the bed.
  const isPutThere =
    mention.kind === 'object' && mention.isCounted && isVerb(clause[mention.first - 1]) && isVerbNear(clause, at)
  if (isPutThere && places.some((place) => place.last === mention.first - 2 && place.targets.length > 0)) return []
  // 「每个角落里」: in a corner is said once.
  if (mention.kind === 'part' && mention.part === 'room' && !mention.meaning.side && meaning.relation === 'inside')
    return []
  // 「沙发靠墙，前面放茶几」 has its comma; 「沙发靠墙左侧」 speaks of the wall's left.
  if (meaning.relation !== 'between' && meaning.relation !== 'flanking') return [last]
  const joined = mentions[last - 1]
  const isPair = joined !== undefined && isJoined(clause, joined.last + 1, mention.first)
  const isTaken = places.some(({ targets }) => targets.includes(last - 1))
  return isPair && !isTaken && meaning.relation === 'between' ? [last - 1, last] : [last]
}

/** 「右边就放…」, 「旁边摆…」. */
const isVerbNear = (clause: readonly Piece[], at: number) =>
  clause
    .slice(at + 1, at + 4)
    .some((piece) => isVerb(piece) || (piece.kind === 'token' && piece.meaning.type === 'negation'))

const behind: ReadonlySet<string> = new Set(['particle', 'each', 'number', 'measure'])
const beforeTarget: ReadonlySet<string> = new Set(
  'particle unknown number each size attribute quantity measure question room whole mood style'.split(' '),
)

/** Nothing but words that carry no place or thing. */
function onlyLight(clause: readonly Piece[], from: number, to: number, isBehind = false): boolean {
  for (let index = from; index < to; index += 1) {
    const piece = clause[index]!
    if (piece.kind !== 'token') return false
    const { type } = piece.meaning
    if (type === 'break' || type === 'join' || type === 'verb') return false
    // 「琴凳在前面」 is before what is spoken of, not behind the stool.
    if (isBehind && /^[在放摆从]$/.test(piece.text)) return false
    if (isBehind ? !behind.has(type) : !beforeTarget.has(type)) return false
  }
  return true
}

function isJoined(clause: readonly Piece[], from: number, to: number): boolean {
  const between = clause.slice(from, to)
  return (
    between.some((piece) => piece.kind === 'token' && piece.meaning.type === 'join') &&
    between.every(
      (piece) => piece.kind === 'token' && ['join', 'particle', 'number', 'break'].includes(piece.meaning.type),
    )
  )
}

/** "60 cm from the wall", 「离墙60厘米」, 「离窗远一点」. */
function readGap(clause: readonly Piece[], mentions: readonly Mention[], at: number): Place | undefined {
  const target = mentions.findIndex((mention) => mention.first > at && mention.first <= at + 3)
  if (target < 0) return undefined
  const mention = mentions[target]!
  const distance = distanceAround(clause, at, mention.last, at)
  const after = clause
    .slice(mention.last + 1, mention.last + 3)
    .map(({ text }) => text)
    .join('')
  const isFar = /^(要)?(远|越远|太近)/.test(after)
  const isNear = /^(要)?(近|不远|太远)/.test(after)
  if (!distance && !isFar && !isNear) return undefined
  const isWall = mention.kind === 'part' && mention.part === 'wall'
  const common = { at, targets: [target], isBare: false, isPassive: false, isMutual: false, each: false }
  if (!distance) return { ...common, type: isFar ? 'far' : 'near', first: at, last: mention.last + 1 }
  const isAtLeast = distance.bounds.min !== undefined && distance.bounds.max === undefined
  return {
    ...common,
    type: isWall ? 'away_from_wall' : isAtLeast ? 'far' : 'near',
    first: distance.first,
    last: Math.max(mention.last, distance.last),
    distance: distance.bounds,
  }
}

/** A length right before a place ("1 m to the left of") or right after it (「离墙60厘米」). */
function distanceAround(
  clause: readonly Piece[],
  first: number,
  last: number,
  at: number,
): { bounds: Bounds; first: number; last: number } | undefined {
  const isChinese = hasChinese(clause[at]!.text)
  let index = first - 1
  while (index >= first - 3 && isSkipped(clause[index])) index -= 1
  const before = clause[index]
  if (before?.kind === 'length' && before.values.length === 1) {
    const bounds = before.upTo
      ? { min: before.values[0]!, max: before.upTo }
      : boundsOf(clause, index, before.values[0]!)
    return { bounds, first: index, last }
  }
  if (!isChinese) return undefined
  // 「离灶台别太近，至少60公分」: the length of a far or near said before it.
  const isApart = /^[离距]/.test(clause[at]!.text) && endsNote(clause[last + 1])
  index = isApart ? last + 2 : last + 1
  while (index <= last + 4 && isSkipped(clause[index])) index += 1
  const after = clause[index]
  if (after?.kind !== 'length' || after.values.length !== 1) return undefined
  const next = clause[index + 1]
  if (isApart && !endsNote(next) && !/^(左右|上下|以内|以上|之内|内|开外)$/.test(next!.text)) return undefined
  if (next?.kind === 'token' && (next.meaning.type === 'axis' || isOfNext(clause, at, index + 1))) return undefined
  // 「靠墙放1.2米书桌」: a size of what follows.
  if (next?.kind === 'token' && ['object', 'attribute', 'measure'].includes(next.meaning.type)) return undefined
  return { bounds: boundsOf(clause, index, after.values[0]!), first, last: index }
}

/** 「靠墙一米的书桌」 tells of the desk; 「离墙一米的书桌」, 「靠床一米的地方」 of a place. */
const isOfNext = (clause: readonly Piece[], at: number, next: number) =>
  clause[next]?.text === '的' &&
  !/^[离距]/.test(clause[at]!.text) &&
  !/^(地方|位置|范围|距离|范围内)$/.test(clause[next + 1]?.text ?? '')

const isSkipped = (piece: Piece | undefined) =>
  piece?.kind === 'token' &&
  (piece.meaning.type === 'bound' ||
    /^(away|of|apart|out|about|一段|有|的|约|in|to|处|gap|space|distance)$/i.test(piece.text))

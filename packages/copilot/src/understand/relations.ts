import type { BriefRelation, RelationTarget, RelationType } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { MeaningOf } from '../lexicon/meaning.ts'
import type { Piece } from './measures.ts'
import type { Mention, PartMention } from './mentions.ts'

/** A relation found in a clause between mentions, by their index in the clause's list of mentions. */
export type FoundRelation = {
  readonly type: RelationType
  /** Index of the mention that is placed; undefined: the thing spoken of last. */
  readonly subject?: number
  readonly targets: readonly number[]
  readonly distance?: number
  readonly negated: boolean
  /** 「两边」, "both sides": one on each. */
  readonly bothSides: boolean
  /** "on each nightstand": as many as there are targets. */
  readonly forEach: boolean
  readonly words: string
}

/** Reads "A by B", 「A在B旁边」, 「B旁边放A」 and their like from a clause. */
export function findRelations(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  request: string,
): FoundRelation[] {
  const relations: FoundRelation[] = []
  const taken = new Set<number>()
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token' || isInside(mentions, at)) continue
    if (piece.meaning.type === 'relation') {
      const found = readRelation(clause, mentions, at, piece.meaning, request)
      if (!found) continue
      relations.push(found)
      for (const target of found.targets) taken.add(target)
    } else if (piece.text.toLowerCase() === 'from' || piece.text === '离' || piece.text === '距') {
      const found = readDistance(clause, mentions, at, request)
      if (found) relations.push(found)
    }
  }
  return [...relations, ...bareCorners(clause, mentions, taken)]
}

const isInside = (mentions: readonly Mention[], at: number) =>
  mentions.some((mention) =>
    mention.kind !== 'object' ? mention.first === at : mention.first <= at && at <= mention.last,
  )

function readRelation(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  meaning: MeaningOf<'relation'>,
  request: string,
): FoundRelation | undefined {
  const text = clause[at]!.text.toLowerCase()
  const base = {
    negated: isNegated(clause, at),
    forEach: false,
    bothSides: /both sides|either side|each side|两边|两侧|两旁/.test(text),
    ...distanceBefore(clause, at),
  }
  if (meaning.alone) {
    const subject = lastObject(mentions, at) ?? nextObject(clause, mentions, at)
    return {
      type: meaning.relation,
      ...(subject === undefined ? {} : { subject }),
      targets: [],
      ...base,
      words: clause[at]!.text,
    }
  }
  const targets = meaning.follows
    ? targetsBefore(clause, mentions, at)
    : targetsAfter(clause, mentions, at, meaning.relation === 'between')
  if (targets.length === 0) return undefined
  const firstTarget = mentions[targets[0]!]!
  const lastTarget = mentions[targets.at(-1)!]!
  let subject = isOpening(clause, at) ? undefined : lastObject(mentions, Math.min(firstTarget.first, at), targets)
  if (meaning.follows && subject !== undefined && !isPlacedBy(clause, mentions[subject]!.last, firstTarget.first))
    subject = undefined
  subject ??= nextObject(clause, mentions, Math.max(at, lastTarget.last))
  const from = clause[Math.min(at, firstTarget.first)]!.from
  const to = clause[Math.max(at, lastTarget.last)]!.to
  return {
    type: meaning.relation,
    ...(subject === undefined ? {} : { subject }),
    targets,
    ...base,
    forEach: clause.slice(Math.min(at, firstTarget.first), lastTarget.last + 1).some(isEach),
    words: request.slice(from, to),
  }
}

const isBreak = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'break'

const isEach = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'each'

/** A place that opens a phrase: 「…，靠墙放一个柜子」, "By the window, a desk". What is placed comes after it. */
function isOpening(clause: readonly Piece[], at: number): boolean {
  let first = at
  while (first > 0 && isLightToken(clause[first - 1]!)) first -= 1
  const before = clause[first - 1]
  const isAfterComma = before?.kind === 'token' && before.meaning.type === 'break'
  return first === 0 || (isAfterComma && hasChinese(clause[at]!.text))
}

const isLightToken = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'particle'

/** "60 cm from the wall", 「离墙60厘米」. */
function readDistance(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  at: number,
  request: string,
): FoundRelation | undefined {
  const target = mentions.findIndex((mention) => mention.first > at && mention.first <= at + 4)
  if (target < 0) return undefined
  const mention = mentions[target]!
  const after = clause[mention.last + 1]
  const length = lengthAt(clause[at - 1]) ?? lengthAt(clause[at - 2]) ?? lengthAt(after)
  if (length === undefined) return undefined
  const subject = lastObject(mentions, at, [target]) ?? nextObject(clause, mentions, mention.last)
  const type = mention.kind === 'part' && mention.part === 'wall' ? 'away_from_wall' : 'beside'
  return {
    type,
    ...(subject === undefined ? {} : { subject }),
    targets: [target],
    distance: length,
    negated: false,
    bothSides: false,
    forEach: false,
    words: request.slice(
      clause[Math.max(0, at - 1)]!.from,
      (after?.kind === 'length' ? after : clause[mention.last]!).to,
    ),
  }
}

/** 「角落放一盆绿植」: a corner with no word of place is where the next thing goes. */
function bareCorners(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  taken: ReadonlySet<number>,
): FoundRelation[] {
  return mentions.flatMap((mention, index) => {
    if (mention.kind !== 'part' || mention.part !== 'corner' || taken.has(index)) return []
    const subject = nextObject(clause, mentions, mention.last) ?? lastObject(mentions, mention.first)
    return subject === undefined
      ? []
      : [
          {
            type: 'in_corner' as const,
            subject,
            targets: [index],
            negated: false,
            bothSides: false,
            forEach: false,
            words: mention.words,
          },
        ]
  })
}

function targetsAfter(clause: readonly Piece[], mentions: readonly Mention[], at: number, two: boolean): number[] {
  const first = mentions.findIndex((mention) => mention.first > at)
  if (first < 0 || !onlyLight(clause, at + 1, mentions[first]!.first)) return []
  if (!two) return [first]
  const second = mentions[first + 1]
  const isPair = second !== undefined && hasJoin(clause, mentions[first]!.last + 1, second.first)
  return isPair ? [first, first + 1] : [first]
}

function targetsBefore(clause: readonly Piece[], mentions: readonly Mention[], at: number): number[] {
  const last = mentions.findLastIndex((mention) => mention.last < at)
  if (last < 0) return []
  // 「六人餐桌，周围六把餐椅」: after a comma the place is that of the thing named before it.
  const isAfterComma = isBreak(clause[at - 1]) && mentions[last]!.kind === 'object'
  if (!isAfterComma && !onlyLight(clause, mentions[last]!.last + 1, at)) return []
  const text = clause[at]!.text
  const before = mentions[last - 1]
  if (/之间|中间/.test(text) && before && hasJoin(clause, before.last + 1, mentions[last]!.first))
    return [last - 1, last]
  return [last]
}

/** Between subject and place stands a verb or 在: 「书桌放在窗边」; in 「书桌和窗边的椅子」 nothing does. */
function isPlacedBy(clause: readonly Piece[], from: number, to: number): boolean {
  let hasVerb = false
  for (let index = from + 1; index < to; index += 1) {
    const piece = clause[index]!
    if (piece.kind !== 'token') continue
    if (piece.meaning.type === 'break' || piece.meaning.type === 'join') return false
    if (piece.meaning.type === 'verb' || ['在', '到', '于'].includes(piece.text)) hasVerb = true
  }
  return hasVerb
}

function lastObject(mentions: readonly Mention[], before: number, except: readonly number[] = []): number | undefined {
  const index = mentions.findLastIndex(
    (mention, position) => mention.last < before && mention.kind !== 'part' && !except.includes(position),
  )
  return index < 0 ? undefined : index
}

/** The next thing named after `at`, not past a comma. */
function nextObject(clause: readonly Piece[], mentions: readonly Mention[], at: number): number | undefined {
  const index = mentions.findIndex((mention) => mention.kind === 'object' && mention.first > at)
  if (index < 0) return undefined
  const between = clause.slice(at + 1, mentions[index]!.first)
  const isEnglishInversion = between.some((piece) => piece.kind === 'token' && piece.meaning.type === 'verb')
  const hasBreak = between.some((piece) => piece.kind === 'token' && piece.meaning.type === 'break')
  return hasBreak && !isEnglishInversion && between.length > 3 ? undefined : index
}

function onlyLight(clause: readonly Piece[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const piece = clause[index]!
    if (piece.kind !== 'token') return false
    if (!['particle', 'number', 'each', 'size', 'attribute', 'quantity', 'measure'].includes(piece.meaning.type))
      return false
  }
  return true
}

function hasJoin(clause: readonly Piece[], from: number, to: number): boolean {
  return clause.slice(from, to).some((piece) => piece.kind === 'token' && piece.meaning.type === 'join')
}

function isNegated(clause: readonly Piece[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 2); index -= 1) {
    const piece = clause[index]!
    if (piece.kind === 'token' && piece.meaning.type === 'negation') return true
    if (piece.kind !== 'token' || !['particle', 'verb'].includes(piece.meaning.type)) return false
  }
  return false
}

function distanceBefore(clause: readonly Piece[], at: number): { distance?: number } {
  const distance = lengthAt(clause[at - 1])
  return distance === undefined ? {} : { distance }
}

function lengthAt(piece: Piece | undefined): number | undefined {
  return piece?.kind === 'length' && piece.values.length === 1 ? piece.values[0] : undefined
}

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
  const part = found.targets
    .map((index) => mentions[index]!)
    .find((mention): mention is PartMention => mention.kind === 'part')
  const type = part && found.targets.length === 1 ? buildingRelation(found.type, part) : found.type
  if (!type) return undefined
  const [first, second] = found.targets.map(target)
  return {
    type,
    ...(first ? { target: first } : {}),
    ...(second ? { and: second } : {}),
    ...(found.distance === undefined ? {} : { distance: { exact: found.distance } }),
    ...(found.negated ? { negated: true } : {}),
    words: found.words,
  }
}

function buildingRelation(type: RelationType, { part }: PartMention): RelationType | undefined {
  switch (part) {
    case 'window':
      if (type === 'under') return 'under_window'
      if (type === 'facing' || type === 'opposite') return 'facing_window'
      if (type === 'far') return 'away_from_window'
      return 'by_window'
    case 'door':
      if (type === 'far') return 'away_from_door'
      if (type === 'facing' || type === 'opposite') return 'facing_door'
      return 'by_door'
    case 'wall':
      if (type === 'far' || type === 'away_from_wall') return 'away_from_wall'
      if (type === 'on' || type === 'above') return 'on_wall'
      return 'against_wall'
    case 'corner':
      return 'in_corner'
    case 'ceiling':
      return 'hanging'
    case 'room':
      return type === 'centred' || type === 'centred_on' || type === 'between' ? 'centred' : undefined
    case 'floor':
      return undefined
    default:
      return type
  }
}

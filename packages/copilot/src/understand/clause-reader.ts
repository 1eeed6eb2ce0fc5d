import { findKind } from '@enfilade/catalogue'
import type { BriefRelation, RelationTarget } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import { partTarget, sideOf } from './building-relation.ts'
import { companionRelation, goesSo, isGatheredRound, isLaidOn, ownerOf } from './companion.ts'
import { adjustCount } from './counts.ts'
import { type Draft, type Drafts, looksOf } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention, PronounMention } from './mention.ts'
import { type ClauseRelations, type FoundRelation, toBriefRelation } from './relations.ts'
import { addSizes, countLater } from './said-behind.ts'
import {
  isAccompanied,
  isCountedAtLast,
  isFurther,
  isNamedOnly,
  isOfZone,
  joinedIn,
  looksLikeIt,
  match,
} from './same-thing.ts'
import {
  aboveIfHung,
  aboveOwner,
  aroundTable,
  asMounted,
  betweenOf,
  isMiddleOfPair,
  isMinor,
  isUnderLamp,
  middleOfWall,
  withOwner,
  worktopOf,
} from './settle-relation.ts'

/** Turns the mentions and relations of clause after clause into drafts; remembers what was spoken of. */
export type ClauseReader = {
  /** @returns The draft of each mention that has one. */
  read(
    clause: readonly Piece[],
    request: string,
    mentions: readonly Mention[],
    found: ClauseRelations,
    negated: ReadonlySet<number>,
  ): ReadonlyMap<number, Draft>
}

/** More things than one brief may have; what comes after them is not kept. */
const maximumDrafts = 100

export function createClauseReader(drafts: Drafts, existing: ReadonlySet<string>): ClauseReader {
  /** What a "beside it" in a following clause speaks of, and what was named last. */
  let topicKey: string | undefined
  let lastKey: string | undefined
  /** Drafts of the clauses before, and of this one. */
  let known: readonly Draft[] = []
  /** Whose each thing of this clause is, by mention: "each with a chair". */
  const eachOwners = new Map<number, Draft>()
  /** Mentions of this clause that only say where something is. */
  let pointedAt: ReadonlySet<number> = new Set()
  /** Things of this clause that were named together, by the mention of the second one. */
  let pairs: readonly { readonly at: number; readonly first: Draft; readonly second: Draft }[] = []
  let here: readonly { readonly at: number; readonly draft: Draft }[] = []

  /** The draft that a mention speaks of: a new one, or the one named before. Undefined: what stands there already. */
  const draftOf = (
    mention: ObjectMention,
    isTarget: boolean,
    isPlacedAnew: boolean,
    isOnlyNamed: boolean,
  ): Draft | undefined => {
    const named = drafts.find(mention)
    if (named && isCountedAtLast(named, mention)) {
      Object.assign(named, { ...looksOf(mention), words: mention.words, count: mention.count, isCounted: true })
      return named
    }
    const zone = named?.isZone ? named : drafts.list.findLast((draft) => draft.isZone && isOfZone(draft, mention))
    if (zone && !mention.zone) return absorb(zone, mention)
    if (named && mention.zone) return named
    if (named?.isOnlyPlace && mention.isCounted && !mention.isUnknown && looksLikeIt(named, mention)) {
      const { isOnlyPlace } = absorb(named, mention)
      named.isOnlyPlace = isOnlyPlace && isTarget
      return named
    }
    const isSameCount =
      isTarget && hasChinese(mention.words) && named?.isCounted && named.count.min === mention.count.min
    const isRepeat =
      named &&
      !mention.isUnknown &&
      (mention.isDefinite || (!mention.isCounted && !(isPlacedAnew && named.relations.length > 0)))
    if (isRepeat || (named && isTarget && (mention.isEach || isSameCount))) {
      Object.assign(named, { ...looksOf(mention), attributes: { ...named.attributes, ...mention.attributes } })
      if (Object.keys(named.attributes ?? {}).length === 0) delete named.attributes
      if (!isTarget && named.isOnlyPlace) named.isOnlyPlace = false
      return named
    }
    const isThere = (mention.family ?? [mention.category]).some((category) => existing.has(category))
    if ((mention.isDefinite || (isTarget && !mention.isCounted) || isOnlyNamed) && isThere) return undefined
    // "opposite the sofa" asks for a sofa, not for how many; 「六人餐桌，周围…」 asks for this one.
    const isOnlyPlace = isTarget && !mention.isCounted && !mention.seats && !mention.attributes
    if (drafts.list.length >= maximumDrafts) return undefined
    if (!isOnlyPlace) return drafts.add(mention)
    const draft = drafts.add(mention, { min: mention.isEach ? 2 : mention.count.min })
    draft.isOnlyPlace = true
    return draft
  }

  /** "a reading corner with an armchair": the thing takes what was said of its part of the room. */
  const absorb = (zone: Draft, mention: ObjectMention): Draft => {
    zone.isZone = false
    Object.assign(zone, { words: mention.words, count: mention.count, ...looksOf(mention) })
    zone.category = mention.category
    if (mention.isCounted) zone.isCounted = true
    if (mention.family) zone.family = mention.family
    return zone
  }

  const resolvePronoun = (
    mention: PronounMention,
    mentions: readonly Mention[],
    byMention: ReadonlyMap<number, Draft>,
    except: Draft | undefined,
  ): Draft | undefined => {
    const before = mentions.flatMap((entry, at) => {
      const draft = entry.kind === 'object' && entry.last < mention.first ? byMention.get(at) : undefined
      return draft && draft !== except ? [draft] : []
    })
    if (mention.isPlural)
      return (
        before.findLast(({ count }) => (count.max ?? 2) > 1) ??
        drafts.list.findLast((draft) => draft !== except && (draft.count.max ?? 2) > 1) ??
        before.at(-1) ??
        drafts.get(lastKey)
      )
    const topic = before[0] ?? drafts.get(topicKey) ?? drafts.get(lastKey)
    // "A table, a chair for each. Two pendants hang above it": no lamp hangs over a chair.
    const isSeat = topic && findKind(topic.category)?.group === 'seating'
    const isLamp =
      except && [except.category, ...(except.family ?? [])].some((name) => findKind(name)?.mount === 'ceiling')
    return (
      (isSeat && isLamp ? drafts.list.findLast((draft) => draft !== except && isUnderLamp(draft)) : undefined) ?? topic
    )
  }

  /** The thing that "one", "two of them", "a blue one" stands for as something that is placed. */
  const takePronoun = (
    mention: PronounMention,
    found: FoundRelation,
    mentions: readonly Mention[],
    byMention: ReadonlyMap<number, Draft>,
  ): Draft | undefined => {
    const isShared = found.each || found.type === 'flanking' || found.type === 'around'
    const before = mentions.findLastIndex(
      (entry, at) =>
        entry.kind === 'object' &&
        entry.last < mention.first &&
        byMention.get(at)?.isOnlyPlace !== true &&
        !(hasChinese(mention.words) && pointedAt.has(at)),
    )
    const last = byMention.get(before) ?? drafts.get(lastKey)
    if (!last) return undefined
    if (mention.attributes) {
      const copy = drafts.split({ ...last, count: { min: 99 } }, mention.count ?? 1, mention.words)
      copy.attributes = { ...last.attributes, ...mention.attributes }
      return copy
    }
    if (mention.count !== undefined && isFurther(last, mention, found))
      return drafts.further(last, mention.count, last.words)
    if (mention.count === undefined || isShared)
      return mention.count === undefined ? (drafts.get(topicKey) ?? last) : last
    const isOther = /other|rest|另|其余/i.test(mention.words)
    if (isOther || (last.count.max ?? 99) <= mention.count) return last
    return drafts.split(last, mention.count, last.words)
  }

  return {
    read(clause, _request, mentions, { relations, topic }, negated) {
      known = [...drafts.list]
      eachOwners.clear()
      const targets = new Set(relations.flatMap((relation) => (relation.isPointed ? [] : relation.targets)))
      pointedAt = targets
      const byMention = new Map<number, Draft>()
      for (const [index, mention] of mentions.entries()) {
        if (mention.kind !== 'object' || (negated.has(index) && !targets.has(index))) continue
        const own = relations.find(({ subject }) => subject === index)
        const isMutual = relations.some(
          ({ subject, targets: others }) => own?.targets.includes(subject ?? -1) === true && others.includes(index),
        )
        const isAnew =
          !isMutual &&
          own?.targets.some((at) => mentions[at]!.last < mention.first) === true &&
          !isAccompanied(clause, mention)
        const draft = draftOf(mention, targets.has(index), isAnew, isNamedOnly(clause, mention))
        if (draft) byMention.set(index, draft)
        if (draft && mention.isMatching) match(draft, drafts)
      }
      pairs = joinedIn(clause, mentions).flatMap(([a, b]) => {
        const [first, second] = [byMention.get(a), byMention.get(b)]
        return first && second && first !== second ? [{ at: b, first, second }] : []
      })
      here = [...byMention].map(([at, draft]) => ({ at, draft }))
      for (const relation of relations) relate(clause, relation, mentions, byMention)
      for (const [index, draft] of [...byMention]) addCompanion(clause, mentions, byMention, relations, index, draft)
      countLater(clause, mentions, relations, byMention)
      addSizes(clause, mentions, relations, byMention)
      const main = mentions.findLast(
        (mention, index) => mention.kind === 'object' && byMention.has(index) && !targets.has(index),
      )
      if (main) lastKey = byMention.get(mentions.indexOf(main))?.key
      const spoken = topic === undefined ? undefined : byMention.get(topic)
      const isFollowUp = relations.some(
        ({ subject, isBare, type }) => subject === topic && isBare && type !== 'between',
      )
      if (spoken && !isFollowUp) topicKey = spoken.key
      return byMention
    },
  }

  function relate(
    clause: readonly Piece[],
    found: FoundRelation,
    mentions: readonly Mention[],
    byMention: Map<number, Draft>,
  ): void {
    const subjectMention = found.subject === undefined ? undefined : mentions[found.subject]
    const subject =
      subjectMention?.kind === 'object'
        ? byMention.get(found.subject!)
        : subjectMention?.kind === 'pronoun'
          ? takePronoun(subjectMention, found, mentions, byMention)
          : drafts.get(lastKey)
    if (!subject) return
    if (subjectMention?.kind === 'pronoun') byMention.set(found.subject!, subject)
    // 「床头柜上各放一盏，一左一右」: what stands on something is dealt out already.
    if (found.type === 'flanking' && subject.relations.some(({ type }) => type === 'on')) return
    const relation = toBriefRelation(found, mentions, (index) => targetOf(index, subject, mentions, byMention))
    if (!relation) return
    if (found.isBare && ['between', 'centred_on'].includes(found.type) && !bareTarget(found, subject)) {
      subject.relations = [...subject.relations, { type: 'centred', words: found.words }]
      return
    }
    // 「两张沙发相对，茶几居中」: between them, not in the middle of the room.
    const middle =
      found.type === 'centred' && isMiddleOfPair(found.words, subject) ? pairBefore(found, subject) : undefined
    if (middle) {
      subject.relations = [...subject.relations, { type: 'between', ...middle, words: found.words }]
      return
    }
    const bare = found.isBare ? bareTarget(found, subject) : undefined
    if (found.isBare && !bare && (found.type === 'left_of' || found.type === 'right_of')) {
      // 「左边是衣柜」 with nothing named before: that side of the room.
      const side = found.type === 'left_of' ? 'left' : 'right'
      const target: RelationTarget = { kind: 'building', part: 'room', side }
      subject.relations = [...subject.relations, { type: 'near', target, words: found.words }]
      return
    }
    // 「一头做…，另一头放…」 are ends of the room.
    if (found.isBare && (!bare || found.side === 'head')) return
    const complete = withOwner({ ...relation, ...(bare ?? {}) }, found, subject)
    if (!complete) return
    if (complete.target?.kind === 'object' && complete.target.key === subject.key && subject.count.max === 1) return
    const carrier = complete.target?.kind === 'object' ? drafts.get(complete.target.key) : undefined
    const isBed = carrier?.category.includes('bed') === true
    const above = { ...complete, ...aboveIfHung(complete, subject) }
    // 「一面穿衣镜，顶上一盏吊灯」: over nothing of what was named.
    const isLamp = findKind(subject.category)?.mount === 'ceiling'
    const isOverhead = isLamp && above.type === 'above' && complete.type === 'on' && found.isPointed === true
    const isFree = isOverhead && !(carrier && isUnderLamp(carrier))
    const hung: BriefRelation = isFree ? { type: 'hanging', words: found.words } : asMounted(above, subject)
    const settled = middleOfWall(
      aroundTable({ ...hung, ...sideOf(hung, isBed, found.words) }, subject, carrier),
      subject,
    )
    const same = subject.relations.some(
      ({ type, target }) => type === settled.type && JSON.stringify(target) === JSON.stringify(settled.target),
    )
    if (!same) subject.relations = [...subject.relations, settled]
    adjustCount(clause, found, subject, subjectMention, carrier, mentions)
  }

  function pairBefore(found: FoundRelation, subject: Draft) {
    const before = here.filter(({ at, draft }) => at < (found.subject ?? 0) && draft !== subject)
    const all = [...known.filter((draft) => draft !== subject), ...before.map(({ draft }) => draft)]
    return betweenOf(all) ?? (found.type === 'between' ? joinedPair(subject, found.subject ?? 0) : undefined)
  }

  /** 「脚凳挨着摇椅；头顶来盏壁灯」: over the chair that the footstool was placed by. */
  function placedBy({ relations }: Draft, subject: Draft): Draft | undefined {
    const keys = relations.map(({ target }) => (target?.kind === 'object' ? target.key : undefined))
    return keys.map((key) => drafts.get(key)).find((draft) => draft && draft !== subject)
  }

  /** 「沙发跟单椅摆成L形，边几放两者之间」: two things of one breath. */
  function joinedPair(own: Draft, at: number): { target: RelationTarget; and: RelationTarget } | undefined {
    const named = pairs.flatMap((pair) => (pair.at < at ? [pair.first, pair.second] : []))
    const [first, second] = [...new Set(named)].filter((draft) => draft !== own).slice(-2)
    if (!first || !second) return undefined
    return { target: { kind: 'object', key: first.key }, and: { kind: 'object', key: second.key } }
  }

  /** What a place without a target of its own speaks of, from the text before. */
  function bareTarget(
    found: FoundRelation,
    subject: Draft,
  ): { target: RelationTarget; and?: RelationTarget } | undefined {
    const others = known.filter((draft) => draft !== subject)
    if (found.type === 'between') return pairBefore(found, subject)
    const before = here.filter(({ at, draft }) => at < (found.subject ?? 0) && draft !== subject)
    const table =
      found.type === 'around' &&
      [...others, ...before.map(({ draft }) => draft)].findLast(({ category }) => isGatheredRound(category))
    if (table) return { target: { kind: 'object', key: table.key } }
    // 「摇椅…边上放茶几…，脚底下铺垫子」: the feet of who sits or lies there.
    const isAtFeet = /^脚(底下?|下|边)$/.test(found.words)
    const seat = isAtFeet && others.findLast(({ category }) => /^(seating|beds)$/.test(findKind(category)?.group ?? ''))
    if (seat) return { target: { kind: 'object', key: seat.key } }
    const topic = drafts.get(topicKey)
    if (/^(台面|操作台|料理台)/.test(found.words) && findKind(subject.category)?.group === 'kitchen')
      return { target: worktopOf(others) }
    const isOn = found.type === 'on' || found.type === 'inside'
    // 「书桌…；书柜…；桌面上一盏台灯」.
    const desk = isOn && /^桌/.test(found.words) && others.findLast(({ category }) => /desk$|table$/.test(category))
    if (desk) return { target: { kind: 'object', key: desk.key } }
    const own = subject.family ?? [subject.category]
    const fits = (draft: Draft) => goesSo(draft.family ?? [draft.category], own, found.type)
    const host =
      (isOn ? others.findLast((draft) => isLaidOn(draft, subject)) : undefined) ??
      (topic && topic !== subject && fits(topic) ? topic : others.findLast(fits))
    const last = topic && topic !== subject ? topic : others.at(-1)
    const draft = host ?? (last && isMinor(last) ? (placedBy(last, subject) ?? last) : last)
    const owner = ownerOf(own, found.type)
    // 「床头灯俩，搁床头柜上；床头柜一边一个」: on both sides of the bed, which nobody named, not of the lamps.
    const isTooSmall = !host && owner !== undefined && draft && findKind(draft.category)?.mount === 'surface'
    if (draft && !isTooSmall) return { target: { kind: 'object', key: draft.key } }
    return owner ? { target: { kind: 'category', category: owner } } : undefined
  }

  function targetOf(
    index: number,
    subject: Draft,
    mentions: readonly Mention[],
    byMention: ReadonlyMap<number, Draft>,
  ): RelationTarget | undefined {
    const mention = mentions[index]!
    if (mention.kind === 'part') return partTarget(mention)
    const draft =
      mention.kind === 'object' ? byMention.get(index) : resolvePronoun(mention, mentions, byMention, subject)
    if (draft) return { kind: 'object', key: draft.key }
    return mention.kind === 'object' ? { kind: 'category', category: mention.category } : undefined
  }

  /** "a desk with a lamp": where nothing else is said, it goes where such things go. */
  function addCompanion(
    clause: readonly Piece[],
    mentions: readonly Mention[],
    byMention: ReadonlyMap<number, Draft>,
    relations: readonly FoundRelation[],
    index: number,
    draft: Draft,
  ): void {
    const mention = mentions[index]!
    if (mention.kind !== 'object') return
    const isPlaced = draft.relations.length > 0 || relations.some(({ subject }) => subject === index)
    const isForEach = isEachAfter(clause, mention.last + 1) || isForEachOne(clause, mention.last + 1)
    const before = mentions[index - 1]
    if (mention.isEach && before?.kind === 'object' && typeAt(clause, mention.first - 1) === 'for')
      return addForEach(byMention.get(index - 1), draft, mentions[index - 1] as ObjectMention)
    // 「每张桌子两把椅子面对面坐」: the number is that of one table, wherever they stand.
    const isOfEach =
      before?.kind === 'object' &&
      before.isEach === true &&
      hasChinese(mention.words) &&
      before.last + 1 === mention.first
    if (isPlaced && !isForEach && !isOfEach) return
    if (!before) {
      // "three students: a desk each".
      if (isForEach) draft.isPerHead = true
      return
    }
    const between = clause.slice(before.last + 1, mention.first)
    if (
      before.kind === 'object' &&
      between.every(isListing) &&
      byMention.get(index - 1)?.isPerHead &&
      !mention.isCounted
    )
      draft.isPerHead = true
    const isEach =
      (before.kind === 'pronoun' && before.isEach === true) ||
      (before.kind === 'object' && before.isEach === true) ||
      between.some((piece) => piece.kind === 'token' && piece.meaning.type === 'each') ||
      isForEach ||
      /^各/.test(mention.words)
    const plural = { kind: 'pronoun', isPlural: true, first: mention.first, last: mention.first, words: '' } as const
    const owned = before.kind === 'object' ? byMention.get(index - 1) : undefined
    // "each with its own chair and its own lamp".
    const shared = between.every(isListing) ? eachOwners.get(index - 1) : undefined
    if (shared && shared !== draft && !isPlaced) {
      draft.count = { min: mention.count.min * shared.count.min, max: mention.count.min * shared.count.min }
      eachOwners.set(index, shared)
      return
    }
    const owner = isEach ? (owned ?? resolvePronoun(plural, mentions, byMention, draft)) : owned
    const hasOwner = owner !== undefined && owner !== draft && owner.count.min > 1
    if (isEach && !hasOwner && (before.kind === 'pronoun' || isForEach)) draft.isPerHead = true
    if (!owner || owner === draft || (before.kind !== 'object' && !isEach)) return
    const words = clause.slice(before.last + 1, mention.first)
    // 「两张书桌，各自一把椅子」 has no word for "with".
    const isWith =
      isForEachOne(clause, mention.last + 1) ||
      words.some((piece) => piece.kind === 'token' && (piece.meaning.type === 'with' || /^各自?$/.test(piece.text))) ||
      // 「每个工位一台电脑」.
      (before.isEach === true && words.length === 0 && hasChinese(mention.words)) ||
      /^各/.test(mention.words)
    if (!isWith || (!isEach && words.some((piece) => piece.kind === 'token' && piece.meaning.type === 'break'))) return
    // "nightstands, each with a lamp": as many as there are of them.
    if (isEach && owner.count.min > 1) {
      const each = draft.isCounted ? mention.count.min : 1
      draft.count = { min: each * owner.count.min, max: each * owner.count.min }
      eachOwners.set(index, owner)
    }
    if (isPlaced) return
    const type = companionRelation(owner.category, mention.family ?? [mention.category]) ?? aboveOwner(owner, draft)
    if (!type) return
    draft.relations = [
      {
        type,
        target: { kind: 'object', key: owner.key },
        ...(type === 'on' ? {} : { strength: 'wish' }),
        words: mention.words,
      },
    ]
    if (type === 'on' && owner.count.min > 1 && !draft.isCounted) draft.count = owner.count
  }
}

/** "a lamp for every desk": as many as there are of them. */
function addForEach(draft: Draft | undefined, owner: Draft, mention: ObjectMention): void {
  if (!draft || draft === owner) return
  if (owner.isPerHead) draft.isPerHead = true
  else {
    const count = mention.count.min * Math.max(1, owner.count.min)
    draft.count = { min: count, max: count }
  }
  const type = companionRelation(owner.category, mention.family ?? [mention.category])
  if (!type || draft.relations.length > 0) return
  const target: RelationTarget = { kind: 'object', key: owner.key }
  const strength = type === 'on' ? {} : ({ strength: 'wish' } as const)
  draft.relations = [{ type, target, ...strength, words: mention.words }]
}

const isListing = (piece: Piece) =>
  piece.kind === 'token' && ['join', 'particle', 'number', 'measure'].includes(piece.meaning.type)

/** "two desks with a chair each". */
const isEachAfter = (clause: readonly Piece[], at: number) =>
  /^(each|apiece)$/i.test(clause[at]?.text ?? '') && !['object', 'attribute'].includes(typeAt(clause, at + 1) ?? '')

/** "one chair for each". */
const isForEachOne = (clause: readonly Piece[], at: number) =>
  /^for$/i.test(clause[at]?.text ?? '') &&
  /^(each|each of them|each one|every one)$/i.test(clause[at + 1]?.text ?? '') &&
  ['break', 'join', undefined].includes(typeAt(clause, at + 2))

const typeAt = (clause: readonly Piece[], at: number) => {
  const piece = clause[at]
  return piece?.kind === 'token' ? piece.meaning.type : undefined
}

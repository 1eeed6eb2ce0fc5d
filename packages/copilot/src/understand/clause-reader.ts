import { findKind } from '@enfilade/catalogue'
import type { BriefRelation, RelationTarget } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import { partTarget, sideOf } from './building-relation.ts'
import { hasToken } from './clause.ts'
import { companionRelation, goesSo, isLaidOn, ownerOf } from './companion.ts'
import { adjustCount } from './counts.ts'
import { type Draft, type Drafts, looksOf } from './drafts.ts'
import type { Piece } from './measures.ts'
import type { Mention, ObjectMention, PronounMention } from './mention.ts'
import { axisAt, boundsOf } from './modifiers.ts'
import { type ClauseRelations, type FoundRelation, toBriefRelation } from './relations.ts'

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
  let here: readonly { readonly at: number; readonly draft: Draft }[] = []

  /** The draft that a mention speaks of: a new one, or the one named before. Undefined: what stands there already. */
  const draftOf = (mention: ObjectMention, isTarget: boolean, isPlacedAnew: boolean): Draft | undefined => {
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
    const isRepeat =
      named &&
      !mention.isUnknown &&
      (mention.isDefinite || (!mention.isCounted && !(isPlacedAnew && named.relations.length > 0)))
    if (isRepeat || (named && isTarget && mention.isEach)) {
      Object.assign(named, { ...looksOf(mention), attributes: { ...named.attributes, ...mention.attributes } })
      if (Object.keys(named.attributes ?? {}).length === 0) delete named.attributes
      if (!isTarget && named.isOnlyPlace) named.isOnlyPlace = false
      return named
    }
    const isThere = (mention.family ?? [mention.category]).some((category) => existing.has(category))
    if ((mention.isDefinite || (isTarget && !mention.isCounted)) && isThere) return undefined
    // "opposite the sofa" asks for a sofa, not for how many; 「六人餐桌，周围…」 asks for this one.
    const isOnlyPlace = isTarget && !mention.isCounted && !mention.seats && !mention.attributes
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
    return before[0] ?? drafts.get(topicKey) ?? drafts.get(lastKey)
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
        const isAnew =
          own?.targets.some((at) => mentions[at]!.last < mention.first) === true && !isAccompanied(clause, mention)
        const draft = draftOf(mention, targets.has(index), isAnew)
        if (draft) byMention.set(index, draft)
        if (draft && mention.isMatching) match(draft, drafts)
      }
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

  /** "bookcases along the walls, at least four": a count that comes after what it counts. */
  function countLater(
    clause: readonly Piece[],
    mentions: readonly Mention[],
    relations: readonly FoundRelation[],
    byMention: ReadonlyMap<number, Draft>,
  ): void {
    for (const [index, mention] of mentions.entries()) {
      if (
        mention.kind !== 'pronoun' ||
        !mention.count ||
        mention.attributes ||
        /^(各|每|each)/i.test(mention.words) ||
        relations.some(({ subject }) => subject === index)
      )
        continue
      const draft = byMention.get(
        mentions.findLastIndex((entry, at) => at < index && entry.kind === 'object' && byMention.has(at)),
      )
      if (!draft || draft.isCounted) continue
      const before = clause[mention.first - 1]
      const bound = before?.kind === 'token' && before.meaning.type === 'bound' ? before.meaning.bound : 'exact'
      const { count } = mention
      draft.count =
        bound === 'min' ? { min: count } : bound === 'max' ? { min: 0, max: count } : { min: count, max: count }
      draft.isCounted = true
    }
  }

  /** "a mirror on the wall at least 1.5 m tall": a measure behind a place is of the thing before it. */
  function addSizes(
    clause: readonly Piece[],
    mentions: readonly Mention[],
    relations: readonly FoundRelation[],
    byMention: ReadonlyMap<number, Draft>,
  ): void {
    clause.forEach((piece, at) => {
      if (piece.kind !== 'length' || mentions.some(({ first, last }) => first <= at && at <= last)) return
      const isDistance = relations.some(({ distance, words }) => distance && words.includes(piece.text))
      const isLinked =
        /^(of|is|为|是|about|大约)$/i.test(clause[at - 1]?.text ?? '') || typeAt(clause, at - 1) === 'bound'
      const axis = axisAt(clause[at + 1]) ?? axisAt(clause[isLinked ? at - 2 : at - 1])
      if (
        isDistance ||
        (!axis && !isAlone(clause, at) && !/^[离距]地面?$|^挂高$/.test(clause[at - 1]?.text ?? '')) ||
        piece.values.length > 1
      )
        return
      const index = mentions.findLastIndex(
        (mention, position) =>
          mention.last < at && byMention.has(position) && !relations.some(({ targets }) => targets.includes(position)),
      )
      const draft = byMention.get(index)
      if (!draft) return
      const opener = clause[at - 1]?.text ?? ''
      const isHeight =
        (axis === 'height' || hasChinese(opener)) &&
        /^(at|at a height of|离地|距地|离地面|距地面|离地高度|挂高)$/i.test(opener)
      if (isHeight) draft.hangAt ??= boundsOf(clause, at, piece.values[0]!)
      else if (axis === 'width' && draft.size?.width?.exact) addSide(draft, piece.values[0]!)
      else if (!draft.size?.[axis ?? 'width'])
        draft.size = { ...draft.size, [axis ?? 'width']: boundsOf(clause, at, piece.values[0]!) }
    })
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
    const settled = { ...hung, ...sideOf(hung, isBed, found.words) }
    const same = subject.relations.some(
      ({ type, target }) => type === settled.type && JSON.stringify(target) === JSON.stringify(settled.target),
    )
    if (!same) subject.relations = [...subject.relations, settled]
    adjustCount(clause, found, subject, subjectMention, carrier, mentions)
  }

  /** What a place without a target of its own speaks of, from the text before. */
  function bareTarget(
    found: FoundRelation,
    subject: Draft,
  ): { target: RelationTarget; and?: RelationTarget } | undefined {
    const others = known.filter((draft) => draft !== subject)
    if (found.type === 'between')
      return betweenOf([...others, ...here.filter(({ at }) => at < (found.subject ?? 0)).map(({ draft }) => draft)])
    const topic = drafts.get(topicKey)
    if (/^(台面|操作台|料理台)/.test(found.words) && findKind(subject.category)?.group === 'kitchen')
      return { target: worktopOf(others) }
    const isOn = found.type === 'on' || found.type === 'inside'
    const own = subject.family ?? [subject.category]
    const fits = (draft: Draft) => goesSo(draft.family ?? [draft.category], own, found.type)
    const host =
      (isOn ? others.findLast((draft) => isLaidOn(draft, subject)) : undefined) ??
      (topic && topic !== subject && fits(topic) ? topic : others.findLast(fits))
    const draft = host ?? (topic && topic !== subject ? topic : others.at(-1))
    if (draft) return { target: { kind: 'object', key: draft.key } }
    const owner = ownerOf(subject.family ?? [subject.category], found.type)
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
    const isForEach = isEachAfter(clause, mention.last + 1)
    const before = mentions[index - 1]
    if (mention.isEach && before?.kind === 'object' && typeAt(clause, mention.first - 1) === 'for')
      return addForEach(byMention.get(index - 1), draft, mentions[index - 1] as ObjectMention)
    if (isPlaced && !isForEach) return
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
      words.some((piece) => piece.kind === 'token' && (piece.meaning.type === 'with' || /^各自?$/.test(piece.text))) ||
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

/** 「阅读角放一把躺椅」: another seat than the one that such a corner usually has. */
const isOfZone = (zone: Draft, { category }: ObjectMention) =>
  zone.category === 'armchair' &&
  findKind(category)?.group === 'seating' &&
  ['recliner', 'rocking_chair', 'chaise_longue', 'bean_bag', 'hanging_chair', 'massage_chair'].includes(category)

/** 「书架…，跟书桌相对」 speaks of the desk that was named. */
const isAccompanied = (clause: readonly Piece[], { first, isCounted }: ObjectMention) =>
  !isCounted &&
  /^[跟和与同]$/.test(clause[first - 1]?.text ?? '') &&
  (first < 2 || typeAt(clause, first - 2) === 'break')

/** 「两边各三把，两头各一把」, 「主位一把在桌后，客位三把在对面」: more of them, where those before have their place. */
function isFurther(last: Draft, { words, count = 0 }: PronounMention, found: FoundRelation): boolean {
  if (!hasChinese(words) || /另|其余|其中/.test(words)) return false
  const placed = last.relations.filter(({ strength }) => strength !== 'wish')
  if (placed.length === 0 || placed.some(({ type, side }) => type === found.type && side === found.side)) return false
  if (found.type === 'on' || placed.some(({ type }) => type === 'on')) return false
  return found.each || found.type === 'flanking' || count >= (last.count.max ?? 99)
}

/** 「我养了一缸鱼…鱼缸一个放柜子上」, 「孩子弹钢琴…要一架钢琴」: only told of before, asked for now. */
const isCountedAtLast = (named: Draft, mention: ObjectMention) =>
  hasChinese(mention.words) &&
  mention.isCounted &&
  !named.isCounted &&
  !named.isOnlyPlace &&
  !named.isZone &&
  named.category === mention.category &&
  named.relations.length === 0 &&
  named.attributes === undefined

const isListing = (piece: Piece) =>
  piece.kind === 'token' && ['join', 'particle', 'number', 'measure'].includes(piece.meaning.type)

/** "two desks with a chair each". */
const isEachAfter = (clause: readonly Piece[], at: number) =>
  /^(each|apiece)$/i.test(clause[at]?.text ?? '') && !['object', 'attribute'].includes(typeAt(clause, at + 1) ?? '')

const typeAt = (clause: readonly Piece[], at: number) => {
  const piece = clause[at]
  return piece?.kind === 'token' ? piece.meaning.type : undefined
}

/** 「书桌：窗下，1.2m」: a length between commas, where nothing is to be kept free. */
function isAlone(clause: readonly Piece[], at: number): boolean {
  const isEdge = (piece: Piece | undefined) =>
    piece === undefined || (piece.kind === 'token' && piece.meaning.type === 'break')
  const from = clause[at - 1]?.kind === 'token' && !isEdge(clause[at - 1]) ? at - 2 : at - 1
  const isBound = from === at - 1 || hasToken([clause[at - 1]!], 'bound')
  return isBound && at > 0 && isEdge(clause[from]) && isEdge(clause[at + 1]) && !clause.some(isOfSpace)
}

const isOfSpace = (piece: Piece) =>
  piece.kind === 'token' && ['leave', 'passage', 'turning', 'clear', 'room'].includes(piece.meaning.type)

/** 「微波炉搁台面上」. */
function worktopOf(drafts: readonly Draft[]): RelationTarget {
  const own = drafts.findLast(({ category }) => ['base_cabinet', 'kitchen_island'].includes(category))
  return own ? { kind: 'object', key: own.key } : { kind: 'category', category: 'base_cabinet' }
}

/** Two beds, two sofas, a sofa and what faces it: between them something can stand. */
function betweenOf(drafts: readonly Draft[]): { target: RelationTarget; and?: RelationTarget } | undefined {
  const kinds = drafts.filter(
    ({ category, family = [], relations }) =>
      [category, ...family].some(isSeatOrBed) && !relations.some(({ type }) => type === 'on'),
  )
  const pair = kinds.findLast(({ count }) => count.min === 2) ?? drafts.findLast(isPairOfTables)
  if (pair) return { target: { kind: 'object', key: pair.key } }
  const [a, b] = [...new Set(kinds)].slice(-2)
  if (!a || !b || !(isFacing(a, b) || isFacing(b, a))) return undefined
  return { target: { kind: 'object', key: a.key }, and: { kind: 'object', key: b.key } }
}

/** A sofa and what faces it; a bed and a chair have no middle that would be meant. */
const isFacing = ({ relations }: Draft, { key }: Draft) =>
  relations.some(({ target }) => target?.kind === 'object' && target.key === key)

const isUnderLamp = ({ category, family = [] }: Draft) =>
  [category, ...family].some(
    (name) => /table$/.test(name) || ['tables', 'beds', 'kitchen', 'storage'].includes(findKind(name)?.group ?? ''),
  )

const isPairOfTables = ({ category, count }: Draft) => count.min === 2 && findKind(category)?.group === 'tables'

const isSeatOrBed = (category: string) =>
  ['seating', 'beds'].includes(findKind(category)?.group ?? '') || ['tv_stand', 'television'].includes(category)

/** "160 cm wide and 200 cm long": the long side is the width, but of a bed its depth. */
function addSide(draft: Draft, value: number): void {
  const first = draft.size?.width?.exact ?? value
  const [small, large] = [Math.min(first, value), Math.max(first, value)]
  const isBed = [draft.category, ...(draft.family ?? [])].some((category) => findKind(category)?.group === 'beds')
  const sides = isBed ? { width: small, depth: large } : { width: large, depth: small }
  draft.size = { ...draft.size, width: { exact: sides.width }, depth: { exact: sides.depth } }
}

/** A relation to a thing that nobody named: "nightstands either side of it" speaks of what nightstands go with. */
function withOwner(relation: BriefRelation, found: FoundRelation, subject: Draft): BriefRelation | undefined {
  if (relation.target || found.targets.length === 0) return relation
  const owner = ownerOf(subject.family ?? [subject.category], found.type)
  return owner ? { ...relation, target: { kind: 'category', category: owner } } : undefined
}

/** 「浴室柜带镜柜」: what hangs on the wall is over what it comes with. */
const aboveOwner = (owner: Draft, { category }: Draft) =>
  findKind(category)?.mount === 'wall' && findKind(owner.category)?.mount === 'floor' ? 'above' : undefined

/** 「洗手台上面挂镜子」: what hangs on the wall or from the ceiling is above a thing, not on it. */
function aboveIfHung({ type, target }: BriefRelation, { category, family }: Draft): Pick<BriefRelation, 'type'> {
  const mounts = [category, ...(family ?? [])].map((name) => findKind(name)?.mount)
  const isHung =
    mounts[0] === 'wall' || mounts[0] === 'ceiling' || (family !== undefined && category === 'pendant_light')
  const isLow = category === 'television'
  return type === 'on' && target?.kind === 'object' && isHung && !isLow ? { type: 'above' } : { type }
}

/** 「吊灯正对桌子」 is over it; a board 「靠西墙」 hangs there. */
function asMounted(relation: BriefRelation, { category }: Draft): BriefRelation {
  const mount = findKind(category)?.mount
  const isAimed = ['facing', 'centred_on', 'opposite'].includes(relation.type) && relation.target?.kind === 'object'
  if (mount === 'ceiling' && isAimed) return { ...relation, type: 'above' }
  return mount === 'wall' && relation.type === 'against_wall' ? { ...relation, type: 'on_wall' } : relation
}

/** "opposite the sofa … a grey sofa": the one that was only a place gets its count and looks. */
const looksLikeIt = (draft: Draft, mention: ObjectMention) =>
  draft.category === mention.category || mention.family?.includes(draft.category) === true

/** "matching": it takes the looks of what was named before it. */
function match(draft: Draft, drafts: Drafts): void {
  const before = drafts.list[drafts.list.indexOf(draft) - 1]
  if (!before?.attributes) return
  const { color, colorName, material, style } = before.attributes
  const looks = { color, colorName, material, style }
  draft.attributes = {
    ...Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined)),
    ...draft.attributes,
  }
}

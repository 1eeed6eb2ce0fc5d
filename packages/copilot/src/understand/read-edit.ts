import { findKind } from '@enfilade/catalogue'
import type { BriefAttributes, BriefObject } from '@enfilade/layout'
import { createBriefBuilder } from './brief-builder.ts'
import { type Act, type FrameContext, isThere, readFrames } from './edits/frame.ts'
import { chineseFrames } from './edits/frames-chinese.ts'
import { englishFrames } from './edits/frames-english.ts'
import { chinesePhrase, englishPlacedPhrase, readPhrase } from './edits/noun-phrase.ts'
import { chinesePlace, englishPlace } from './edits/place-patterns.ts'
import { readPlace } from './edits/place-phrase.ts'
import { isEmptyRemark, withoutRemarks } from './edits/remarks.ts'
import { createSkeleton, type Skeleton, slotOf, symbols, wordsAt } from './edits/skeleton.ts'
import {
  activeVoice,
  splitEverywhere,
  splitSkeleton,
  withoutAssurance,
  withoutJoints,
  withoutLead,
  withoutPlace,
} from './edits/split-skeleton.ts'
import type { EditRelation, Intent, RoomReference, SizeWish } from './intent.ts'
import type { Piece } from './measures.ts'
import { referencesIn } from './reference.ts'

export type EditContext = {
  readonly existing: ReadonlySet<string>
  readonly request: string
  readonly words: string
  /** Something was edited before in the same request: a sentence without a thing goes on about it. */
  readonly follows?: boolean
}

const isLong = ({ text }: Skeleton) =>
  text.length > longestEdit || (text.match(/[\ue000-\ue1ff]/g)?.length ?? 0) > mostThings

/** Longer sentences are no edits, and patterns take their time on them. */
const longestEdit = 400

/** Tasks of one sentence. */
const mostParts = 16

/** Things named in one sentence; more are a list, not an edit. */
const mostThings = 8

/** Frames of the language that the text is in; Chinese ones need no Chinese word where all words are things. */
const framesFor = (text: string) => [
  ...(/[a-z]/.test(text) ? englishFrames : []),
  ...(/\p{Script=Han}/u.test(text) ? chineseFrames : []),
]

/** Edits of what is there, in order; undefined where the clause asks for something else. */
export function readEdits(clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const skeleton = withoutJoints(
    withoutRemarks(withoutAssurance(withoutJoints(createSkeleton(clause, context.request)))),
  )
  if (skeleton.text.trim() === '') return undefined
  if (isLong(skeleton)) {
    const parts = splitSkeleton(skeleton)
    return parts.length > 1 && parts.length <= mostParts && !parts.some(isLong)
      ? readParts(parts, clause, context)
      : undefined
  }
  const isBare = context.follows === true && !namesAnything.test(skeleton.text)
  const whole = () =>
    (isBare ? readContinued(withoutLead(skeleton), context) : undefined) ??
    readPart(skeleton, context) ??
    readAddition(skeleton, clause, context)
  const parts = splitSkeleton(skeleton)
  const read = parts.length > 1 ? readParts(parts, clause, context) : whole()
  if (read && !read.some(({ type }) => type === 'refused')) return read
  const all = splitEverywhere(skeleton)
  return (all.length > 1 ? readParts(all, clause, context) : undefined) ?? read ?? whole()
}

/**
 * Each part as an edit or an addition; undefined where one is neither, or where none is an edit. A part that names no
 * thing goes on about the last one ("…, 20 cm wider", 「…，换成胡桃木的」), one that only tells of a thing names it.
 */
function readParts(parts: readonly Skeleton[], clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const all: Intent[] = []
  let addedFrom: number | undefined
  for (const part of parts) {
    const own = { ...context, words: wordsAt(part, context.request, 0, part.text.length) || context.words }
    const goesOn = () => (all.length > 0 || context.follows ? readContinued(withoutLead(part), own) : undefined)
    const isBare = !namesAnything.test(part.text)
    const read =
      (isBare ? goesOn() : undefined) ??
      readPart(part, own) ??
      readAddition(part, clause, own) ??
      (isBare ? undefined : goesOn()) ??
      topicOf(part, own) ??
      additionOf(part, clause, own)
    if (!read && isEmptyRemark(part)) continue
    if (!read && isRemark(part)) continue
    if (!read) return undefined
    const [next] = read
    const last = all.at(-1)
    const isOfNew = isBare && next !== undefined && (next.type === 'resize' || next.type === 'restyle')
    // 「床尾加张凳子，长一米二」: the new one is meant.
    if (isOfNew && last?.type === 'add' && addedFrom !== undefined) {
      const to = part.offsets.at(-1) ?? 0
      const pieces = clause.filter((piece) => piece.from >= addedFrom! && piece.from <= to)
      const objects = objectsOf(pieces, context)
      if (objects.length > 0) {
        all.splice(-1, 1, { ...last, objects })
        continue
      }
    }
    if (isOfNew && last?.type === 'replace' && next.type === 'restyle') {
      all.splice(-1, 1, { ...last, object: withLooks(last.object, next.attributes) })
      continue
    }
    if (next?.type === 'add') addedFrom = part.offsets[0]
    // "The armchairs go; a recliner instead" replaces them.
    if (last?.type === 'remove' && next?.type === 'replace' && next.reference.kind === 'pronoun')
      all.splice(-1, 1, { ...next, reference: last.reference }, ...read.slice(1))
    // "The bed is too narrow, make it 1.8 m": the wish says how much.
    else if (
      last?.type === 'resize' &&
      'step' in last.size &&
      next?.type === 'resize' &&
      next.reference.kind === 'pronoun'
    )
      all.splice(
        -1,
        1,
        { ...next, reference: last.reference, size: alongAxis(last.size, next.size, part.text) },
        ...read.slice(1),
      )
    else all.push(...read)
  }
  const isEdit = (intent: Intent) => (intent.type === 'add' ? intent.beside !== undefined : intent.type !== 'find')
  return all.some(isEdit) ? all : undefined
}

/** "It is too tall, cut it to 1.5 m": a length without a side is of the side complained of. */
const alongAxis = (complaint: SizeWish, wish: SizeWish, text: string): SizeWish => {
  const axis = 'axis' in complaint ? complaint.axis : undefined
  const isSaid = /wid|broad|long|narrow|short|deep|tall|high|low|宽|长|窄|短|深|高|矮|低/.test(text)
  return axis && !isSaid && 'width' in wish && wish.width !== undefined && !('depth' in wish)
    ? { [axis]: wish.width }
    : wish
}

/** 「晚上了，…」, 「孩子大了，…」: names nothing and asks for nothing. */
const isRemark = ({ text }: Skeleton) =>
  /^\p{Script=Han}+[,，。]*$/u.test(text) &&
  !/^[把将换改关开移挪搬删撤摘减缩放加转刷漆调收拿留再]/.test(text) &&
  /了[,，。]*$|[我爸妈爷奶孩娃人家住客]/.test(text)

const withLooks = (object: BriefObject, attributes: BriefAttributes): BriefObject => ({
  ...object,
  attributes: { ...object.attributes, ...attributes },
})

/** Things, parts of the building, rooms, and words that stand for them. */
const namesAnything =
  /[\ue000-\ue5ff]|\b(?:it|them|this|that|these|those|everything|ones?)\b|它|[这那](?![种样])|所有|全部|一切/

/** A part without a thing of its own, said of the thing spoken of last. */
function readContinued(part: Skeleton, context: EditContext): Intent[] | undefined {
  for (const lead of ['make it ', '把它', 'move it ']) {
    const offset = part.offsets[0] ?? 0
    const text = `${lead}${part.text}`
    const offsets = [...Array.from(lead, () => offset), ...part.offsets]
    const read = readPart({ ...part, text, offsets }, context)
    if (read && !read.some(({ type }) => type === 'refused' || type === 'find')) return read
  }
  return undefined
}

/** "The plant is getting too big": nothing is asked, but it is what "it" means from here on. */
function topicOf(part: Skeleton, { request, existing }: EditContext): Intent[] | undefined {
  if (/[放摆加添挂装]|\b(?:add|put|place|want|need)\b/.test(part.text) && !/^(?:那|这|the|that|this)/.test(part.text))
    return undefined
  const [reference] = referencesIn(part, request)
  if (reference?.kind !== 'named' || !isThere(reference, existing)) return undefined
  return /^(?:the|this|that|my|our|these|those|这|那)|^(?:i|we|she|he|they|you|nobody|mum|dad)\b|^.{0,4}(?:嫌|觉得|感觉|看着|就是)|^[\ue000-\ue1ff]/.test(
    part.text.trim(),
  )
    ? [{ type: 'find', reference, words: reference.words }]
    : undefined
}

/** What an unread sentence tells of, for the next one: "The plant is too big. Move it to the window." */
export function readTopic(clause: readonly Piece[], context: EditContext): Intent | undefined {
  const skeleton = createSkeleton(clause, context.request)
  return isLong(skeleton) ? undefined : topicOf(skeleton, context)?.[0]
}

/** "The lamp is too bright", 「太亮了」: tells what is wrong and asks for nothing new. */
export const isComplaint = (words: string): boolean =>
  /\b(?:too|getting|in the way|ugly|worn|broken|annoying|boring|don't like|do not like)\b|太|有点|碍|挡|不好看|难看|旧了|坏了|不喜欢/i.test(
    words,
  )

/** True where an edit speaks of what was spoken of before it. */
export const pointsBack = (intent: Intent): boolean =>
  'reference' in intent && intent.reference.kind === 'pronoun' && intent.reference.isThis !== true

function readPart(skeleton: Skeleton, { request, existing, words }: EditContext): Intent[] | undefined {
  const placed = withoutPlace(skeleton)
  const readings: { text: Skeleton; place?: RoomReference }[] = [...(placed ? [placed] : []), { text: skeleton }]
  for (const { text, place } of readings) {
    const isRestyling = isOfLooks.test(request)
    const context: FrameContext = { skeleton: text, request, existing, isRestyling }
    const acts = readFrames(framesFor(text.text), context)?.filter((act) => !isOfRoomItself(act))
    if (acts && acts.length > 0) return acts.map((act) => withWords(act, words, place))
  }
  const active = activeVoice(skeleton)
  return active ? readPart(active, { request, existing, words }) : readRefusal(skeleton, existing, words)
}

/** Words of a request that changes looks. */
const isOfLooks = /\b(?:re-?styl|re-?colou?r|re-?paint|refinish|reupholster|new colou?rs?|palette|makeover)/i

const withWords = (act: Act, words: string, place: RoomReference | undefined): Intent => {
  const intent = { ...act, words, ...(place ? { place } : {}) } as Intent
  return 'reference' in intent && intent.reference.words === ''
    ? ({ ...intent, reference: { ...intent.reference, words } } as Intent)
    : intent
}

/** A bare "this" that a room is meant by. */
const isOfRoomItself = (act: Act) =>
  act.type === 'resize' && act.reference.kind === 'pronoun' && act.reference.words === 'this room'

/** "Turn this into a study", 「改成书房」: what stands there is not simply added to. */
export function isConversion(clause: readonly Piece[]): boolean {
  const text = clause.map((piece) => piece.text.toLowerCase()).join(' ')
  return /\b(?:turn|convert|transform|change|make|repurpose)\b.*\b(?:into|to|a|an|as)\b|改成|改造成|变成|改为|变为|改建成/.test(
    text,
  )
}

const pieceOf = (skeleton: Skeleton, clause: readonly Piece[]) => {
  const from = skeleton.offsets[0] ?? 0
  const to = skeleton.offsets.at(-1) ?? 0
  return clause.filter((piece) => piece.from >= from && piece.from <= to)
}

function additionOf(skeleton: Skeleton, clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const objects = objectsOf(pieceOf(skeleton, clause), context)
  return objects.length > 0 ? [{ type: 'add', objects, words: context.words }] : undefined
}

function objectsOf(pieces: readonly Piece[], { existing, request }: EditContext): readonly BriefObject[] {
  const builder = createBriefBuilder(existing)
  builder.readClause(pieces, request)
  return builder.objects()
}

const pronouns =
  /\b(?:it|them|this|that|these|those|the (?:left|right|other|first|second|last|bigger|smaller|big|small) )|它|这里|那里|(?:这|那)[个把盏张件台盆幅]?[\ue000-\ue1ff]/

/** New things next to what was spoken of: "add a lamp next to it", 「旁边再放一把椅子」. */
function readAddition(skeleton: Skeleton, clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const { text } = skeleton
  if (context.existing.size === 0) return undefined
  const more = readMore(skeleton, clause, context)
  if (more) return more
  const english = new RegExp(`^(?<rest>.+?) (?<p>${englishPlace})[ ,.]*(?:please|too|as well)?$`, 'd').exec(text)
  const chinese =
    new RegExp(`^(?:在)?(?<p>${chinesePlace})(?:再|也|要|还)*(?<rest>[放摆加添安挂装来].+)$`, 'd').exec(text) ??
    /^(?:在|再|也|并)*(?<q>旁边|边上|左边|右边|上面|前面|后面|对面|两边|周围|下面)(?:再|也|要|还|各)*(?<rest>[放摆加添安挂装来].+)$/d.exec(
      text,
    )
  const match = english ?? chinese
  if (!match) return readGift(skeleton, clause, context)
  const at = match.indices!.groups!
  const span = at['p'] ?? at['q']!
  const place = text.slice(...span)
  const isLoose = at['q'] !== undefined
  if (!isLoose && !pronouns.test(place)) return readGift(skeleton, clause, context)
  const relation = isLoose ? looseRelation(place) : readPlace(skeleton, context.request, span[0], span[1])
  if (!relation) return undefined
  const rest = at['rest']!
  // "Add a table with a lamp on it": it is the table.
  if (!isLoose && (text.slice(...rest).match(new RegExp(T, 'g'))?.length ?? 0) > 1) return undefined
  const pieces = clause.filter((piece) => {
    const offset = (index: number) => skeleton.offsets[index] ?? Number.POSITIVE_INFINITY
    return piece.from >= offset(rest[0]) && piece.from <= (skeleton.offsets[rest[1] - 1] ?? 0)
  })
  const objects = objectsOf(pieces, context)
  return objects.length > 0 ? [{ type: 'add', objects, beside: relation, words: context.words }] : undefined
}

/**
 * "Add a lamp to the nightstand without one", 「没有台灯的那个床头柜上也放一盏台灯」: new things for one that is there, on
 * it where such things stand on such things.
 */
function readGift(skeleton: Skeleton, clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const match =
    new RegExp(
      `^(?:please |also |and |can you |could you )*(?<rest>(?:add|give|put|bring|place|stand)\\b.+?) (?:to|on|onto|beside|next to|by|near) (?<t>${englishPlacedPhrase})[ ,.]*(?:please|too|as well)?$`,
      'd',
    ).exec(skeleton.text) ??
    new RegExp(
      `^(?:请|给|在|也)*(?<t>${chinesePhrase})(?:上面?|旁边?|边上?|前面?)?(?:再|也|要|还|都)*(?<rest>[放摆加添安挂装来].+)$`,
      'd',
    ).exec(skeleton.text)
  const at = match?.indices?.groups
  if (!at?.['t'] || !at['rest']) return undefined
  const reference = readPhrase(skeleton, context.request, ...at['t'])
  // Plain names are read with the thing itself.
  if (reference?.kind !== 'named' || !isThere(reference, context.existing)) return undefined
  const isEnglish = at['rest'][0] < at['t'][0]
  const isTo = isEnglish && /^ (?:to) /.test(skeleton.text.slice(at['rest'][1]))
  if (!reference.which?.lacks && !isTo) return undefined
  const named = slotOf(skeleton, new RegExp(T).exec(skeleton.text.slice(...at['rest']))?.[0])
  const family = named?.kind === 'thing' ? named.categories : []
  const objects = objectsOf(piecesBetween(skeleton, clause, at['rest']), context).map((object) =>
    ofOwner(object, family, reference.categories),
  )
  const [first] = objects
  if (!first) return undefined
  const { which } = reference
  const lacks = which?.lacks?.length === 0 ? [first.category, ...family] : which?.lacks
  const target = {
    kind: 'reference' as const,
    reference: which ? { ...reference, which: { ...which, ...(lacks ? { lacks } : {}) } } : reference,
  }
  const beside: EditRelation = { type: companyOf(first.category, reference.categories), target, words: reference.words }
  return [{ type: 'add', objects, beside, words: context.words }]
}

/** A lamp for a nightstand is of the kind that nightstands have. */
function ofOwner(object: BriefObject, family: readonly string[], owners: readonly string[]): BriefObject {
  const own = owners
    .flatMap((owner) => findKind(owner)?.companions ?? [])
    .find(({ category }) => family.includes(category))
  return own && family.includes(object.category) ? { ...object, category: own.category } : object
}

/** How a thing goes with one of the kinds: on it, around it, above it or beside it. */
function companyOf(category: string, owners: readonly string[]): EditRelation['type'] {
  const kind = findKind(category)
  const companion = owners
    .flatMap((owner) => findKind(owner)?.companions ?? [])
    .find((entry) => entry.category === category)
  if (companion?.relation === 'around') return 'around'
  if (kind?.mount === 'surface') return 'on'
  return kind?.mount === 'wall' ? 'above' : 'beside'
}

const piecesBetween = ({ offsets }: Skeleton, clause: readonly Piece[], [from, to]: readonly [number, number]) =>
  clause.filter(
    (piece) => piece.from >= (offsets[from] ?? Number.POSITIVE_INFINITY) && piece.from <= (offsets[to - 1] ?? 0),
  )

/** 「餐桌再加两把椅子」: new things that go with one that is there, as such things do. */
function readMore(skeleton: Skeleton, clause: readonly Piece[], context: EditContext): Intent[] | undefined {
  const match = new RegExp(
    `^(?:给|在)?(?<t>${T})(?:旁边?|边上?|那儿|那里|那边|这儿)?(?:再|多|还|也)+(?:加|添|放|摆|配|来)(?<o>.+?)(?:[,，]?(?:凑[够成齐足]|总共|一共|共).*)?$`,
    'd',
  ).exec(skeleton.text)
  const slot = slotOf(skeleton, match?.groups?.['t'])
  if (slot?.kind !== 'thing' || !slot.categories.some((category) => context.existing.has(category))) return undefined
  const [from, to] = match!.indices!.groups!['o']!
  const start = skeleton.offsets[from] ?? 0
  const objects = objectsOf(
    clause.filter((piece) => piece.from >= start && piece.from <= (skeleton.offsets[to - 1] ?? 0)),
    context,
  )
  const [first] = objects
  if (!first) return undefined
  const companions = slot.categories.flatMap((category) => findKind(category)?.companions ?? [])
  const isAround = companions.some(({ category, relation }) => category === first.category && relation === 'around')
  const target = { kind: 'reference' as const, reference: { kind: 'named' as const, ...pick(slot) } }
  const beside: EditRelation = { type: isAround ? 'around' : 'beside', target, words: slot.text }
  return [{ type: 'add', objects, beside, words: context.words }]
}

const loose: { readonly [word: string]: EditRelation['type'] } = {
  旁边: 'beside',
  边上: 'beside',
  左边: 'left_of',
  右边: 'right_of',
  上面: 'on',
  前面: 'in_front_of',
  后面: 'behind',
  对面: 'opposite',
  两边: 'flanking',
  周围: 'around',
  下面: 'under',
}

function looseRelation(word: string): EditRelation | undefined {
  const type = loose[word]
  return type && { type, target: { kind: 'reference', reference: { kind: 'pronoun', words: word } }, words: word }
}

const { T, P, R } = symbols
const change =
  /\b(?:remov|delet|mov|shift|rotat|turn|swap|replac|resiz|mak|widen|enlarg|knock|demolish|add|chang|push|put|tear|rais|extend|build)|删|移|挪|拆|去掉|换|改|加|扩|砸|打掉|变|建/

/** What words can't do: the building itself, and edits that do not say where to or how. */
function readRefusal(skeleton: Skeleton, existing: ReadonlySet<string>, words: string): Intent[] | undefined {
  const { text } = skeleton
  if (!change.test(text)) return undefined
  const things = [...text.matchAll(new RegExp(T, 'g'))]
  const part = slotOf(skeleton, new RegExp(P).exec(text)?.[0])
  const isBuilding = part?.kind === 'part' && ['wall', 'window', 'door', 'ceiling', 'column'].includes(part.part)
  const isRoomSize =
    existing.size > 0 &&
    (part?.kind === 'part' ? part.part === 'room' : new RegExp(R).test(text)) &&
    /bigger|smaller|wider|larger|longer|remov|delet|大一|小一|扩大|加宽|变大|删|拆/.test(text)
  if (things.length === 0 && (isBuilding || isRoomSize)) return [{ type: 'refused', reason: 'building', words }]
  const verb =
    /^(?:please |can you |could you |let's )*(?:move|shift|push|drag|slide|rotate|turn|resize|swap|replace|restyle|paint|change|relocate|reposition)\b|^(?:请|帮我)*(?:把|将|移动?|挪|旋转|交换|替换|更换)/.test(
      text,
    )
  const named = slotOf(skeleton, things[0]?.[0])
  const isOld =
    /\b(?:it|this|that|them|the|my)\b|它|这|那|把|将|\p{Script=Han}/u.test(text) &&
    (named === undefined || (named.kind === 'thing' && named.categories.some((category) => existing.has(category))))
  if (!verb || existing.size === 0 || new RegExp(R).test(text)) return undefined
  if (
    named?.kind === 'thing' &&
    !isThere({ kind: 'named', ...pick(named) }, existing) &&
    /\b(?:the|my)\b|把|将/.test(text)
  )
    return [{ type: 'find', reference: { kind: 'named', ...pick(named) }, words }]
  return isOld && (named || /\b(?:it|this|that|them)\b|它|这|那/.test(text))
    ? [{ type: 'refused', reason: 'unclear', words }]
    : undefined
}

const pick = (slot: { readonly category: string; readonly categories: readonly string[]; readonly text: string }) => ({
  category: slot.category,
  categories: slot.categories,
  noun: slot.text,
  isPlural: false,
  words: slot.text,
})

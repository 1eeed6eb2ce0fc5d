import type { RoomType } from '@enfilade/layout'
import type { Id } from '@enfilade/scene'
import { hasChinese } from '../lexicon/lexicon.ts'
import { simplify } from '../lexicon/traditional.ts'
import { loneSurrogate } from '../refusal.ts'
import { splitClauses, verbOf, wordsOf } from './clause.ts'
import { withoutCorrected } from './corrected.ts'
import { readDivisions } from './edits/division.ts'
import { makesWay } from './edits/makes-way.ts'
import type { Intent, Reference, RoomReference, Understanding } from './intent.ts'
import { findUnreadChanges, withoutKept } from './kept.ts'
import { asLooks } from './look-sentence.ts'
import { type Piece, readMeasures } from './measures.ts'
import { findMentions } from './mentions.ts'
import { sceneNames } from './names-of-scene.ts'
import { findNotUnderstood } from './not-understood.ts'
import { createPart, homeOf, isSameRoom, type Part, partFor, wishOf } from './parts.ts'
import { isComplaint, isConversion, pointsBack, readEdits, readTopic } from './read-edit.ts'
import { readSpace, type SpaceReading } from './read-plan.ts'
import { readQuestion } from './read-question.ts'
import { placeOf, type RoomMention, readRooms } from './read-rooms.ts'
import { findKept, findReferences } from './reference.ts'
import { findRelations } from './relations.ts'
import { maximumRequestLength, tokenize } from './tokenize.ts'
import { withWordsOf } from './words-as-written.ts'

/** What stands in the space, as far as it decides what words mean. */
export type UnderstandContext = {
  /** Categories of the items that are there. */
  readonly categories: readonly string[]
  /** Type of the room that the request is about, if it is known. */
  readonly roomType?: RoomType
  readonly hasSelection?: boolean
  /** The rooms that are there, with their names. */
  readonly rooms?: readonly { readonly id: Id; readonly name: string; readonly type?: RoomType }[]
  /** Names that people gave to things. */
  readonly labels?: readonly { readonly label: string; readonly category: string }[]
}

/**
 * Reads a request in English, Chinese or a mix as intents, in order. Pure and total: any text gives a result. What is
 * beyond the first 8000 characters is not read.
 */
export function understand(prompt: string, context: UnderstandContext): Understanding {
  const request = prompt.slice(0, maximumRequestLength).replace(loneSurrogate, '\ufffd')
  const simple = simplify(request)
  const understanding = understandSimple(simple, context)
  return simple === request ? understanding : withWordsOf(request, simple, understanding)
}

/** @param request Without traditional characters. */
function understandSimple(request: string, context: UnderstandContext): Understanding {
  const language = countChinese(request) * 4 > request.replace(/\s/g, '').length ? 'zh' : 'en'
  const existing = new Set(context.categories)
  const isEmpty = existing.size === 0
  const drawn = context.rooms ?? []
  const space = readSpace(request, {
    hasRooms: drawn.length > 0 || !isEmpty,
    ...(context.roomType ? { type: context.roomType } : {}),
  })
  const planned = space && space.plan.rooms.length > 1 ? space.plan.rooms : []
  const there = planned.length > 0 ? planned.map(({ key, type }) => ({ id: key, name: key, type })) : drawn
  const said = withoutCorrected(readMeasures(tokenize(request, sceneNames(context)), request), request)
  const divisions = drawn.length > 0 ? readDivisions(said, request) : []
  const isOfDivision = (piece: Piece) => divisions.some(({ from, to }) => from <= piece.from && piece.to <= to)
  const pieces = withoutSpace(
    said.filter((piece) => !isOfDivision(piece)),
    space,
    request,
  )
  const clauses = splitClauses(pieces)
    .flatMap(cutLong)
    .flatMap((clause) => splitRooms(clause, there))
  const edits: Intent[] = []
  const kept: Reference[] = []
  const unread: (readonly Piece[])[] = []
  /** Edits said before the first new thing; the others may speak of it. */
  let early: number | undefined
  /** What the sentence before told of, for "it". */
  let topic: Intent | undefined
  /** "In the bedroom, remove the rug and turn the bed": what goes on about the same room. */
  let inRoom: RoomReference | undefined
  let goesOn = false
  const parts: Part[] = [createPart(existing)]
  for (const said of clauses) {
    const clause = isEmpty ? said : withoutKept(said, request)
    if (clause !== said)
      kept.push(...findReferences(clause ? said.filter((piece) => !clause.includes(piece)) : said, request))
    if (!clause) continue
    const words = wordsOf(clause, request)
    const mentions = findMentions(clause, request)
    const part = parts.at(-1)!
    const question = readQuestion(clause, mentions, request, words)
    const found = isEmptyWish(clause, isEmpty)
      ? undefined
      : readEdits(clause, { existing, request, words, follows: edits.length > 0 || topic !== undefined })
    // "Can the wardrobe be white?" wishes it.
    const isWished = found?.[0]?.type === 'restyle' && /^(?:can|could|may|shall|should|let|might|would)\b/i.test(words)
    if (question ?? found) {
      if (found?.[0] && topic && pointsBack(found[0])) {
        edits.push(topic)
        unread.pop()
      }
      topic = undefined
      const acts = question && !isWished ? [question] : found!
      const bigger = makesWay(edits.at(-1), acts[0])
      if (bigger) edits.pop()
      edits.push(
        ...(bigger ? [bigger, ...acts.slice(1)] : acts).map((act) =>
          goesOn && inRoom && !act.place ? { ...act, place: inRoom } : act,
        ),
      )
      inRoom = acts.at(-1)?.place ?? (goesOn ? inRoom : undefined)
      goesOn = isJoint(clause.at(-1))
      continue
    }
    const changes = isEmpty ? [] : findUnreadChanges(clause, request, existing)
    for (const change of changes) edits.push({ type: 'refused', reason: 'unclear', words: wordsOf(change, request) })
    goesOn = false
    topic = isEmpty ? undefined : readTopic(clause, { existing, request, words })
    unread.push(clause)
    if (topic && isComplaint(words)) continue
    if (!isEmpty && isKept(clause)) {
      kept.push(...findReferences(clause, request))
      continue
    }
    const rooms = readRooms(clause)
    const isFurnishing = isFurnishClause(clause, rooms, mentions.length > 0, isEmpty)
    if (mentions.length === 0 && !isFurnishing && !part.isFurnishing && !clause.some(saysSomething)) continue
    const place = placeOf(planned.length > 0 ? rooms.filter(isPlanned) : rooms)
    const target = partFor(parts, place, there.length > 1, existing)
    target.isFurnishing ||= isFurnishing
    if (isFurnishing && !isEmpty && isConversion(clause)) {
      target.isConverting = true
      kept.push(...findKept(clause, request))
    }
    target.isAdding ||= clause.some((piece) => verbOf(piece) === 'add')
    target.words = target.words ? `${target.words} ${words}` : words
    const hasUse = rooms.some(({ role }) => role === 'as')
    const isOther = ({ reference }: RoomMention) => planned.length > 0 && reference.id !== place?.id
    const ignored = new Set(rooms.flatMap((room) => ((hasUse && room.role !== 'as') || isOther(room) ? [room.at] : [])))
    const left =
      changes.length > 0 ? clause.filter((piece) => !changes.some((change) => change.includes(piece))) : clause
    if (left.length > 0) target.builder.readClause(left, request, ignored)
    if (mentions.length > 0) early ??= edits.length
  }
  const home = { context, isEmpty, keep: kept, ...(space ? { space } : {}) }
  // "How large is this bedroom?" asks for no bedroom.
  const isOnlyAsked = edits.length > 0 && unread.length === 0 && edits.every(({ type }) => type === 'question')
  const wishes = isOnlyAsked
    ? []
    : space && planned.length > 0
      ? homeOf(parts, request.trim(), space)
      : parts.flatMap((part) => wishOf(part, parts.length > 1 ? part.words : request.trim(), home))
  const intents = [
    ...divisions.map(({ intent }) => intent),
    ...wishes.filter(({ type }) => type === 'furnish' || type === 'convert'),
    ...edits.slice(0, early),
    ...wishes.filter(({ type }) => type !== 'furnish' && type !== 'convert'),
    ...edits.slice(early ?? edits.length),
  ]
  // "Give the desk a look like the night" is about the desk.
  const namesThings = unread.some((clause) => findReferences(clause, request).length > 0)
  const meant = asLooks(intents, request, !isEmpty && !(intents.length === 0 && namesThings))
  const isRead = meant.some(({ type }) => type === 'look')
  return { language, intents: meant, notUnderstood: isRead ? [] : findNotUnderstood(unread, request) }
}

function countChinese(text: string): number {
  let count = 0
  for (const character of text) if (hasChinese(character)) count += 1
  return count
}

/** In an empty space nothing can be edited: "put a bed by the wall" asks for a bed. */
function isEmptyWish(clause: readonly Piece[], isEmpty: boolean): boolean {
  const verbs = clause.map(verbOf)
  return (
    isEmpty && !verbs.some((verb) => verb === 'remove' || verb === 'operate' || verb === 'swap' || verb === 'rotate')
  )
}

/** Most pieces that are read as one clause: what is longer is no sentence, and reading takes its square. */
const longestClause = 150

const cutLong = (clause: readonly Piece[]): readonly (readonly Piece[])[] =>
  clause.length <= longestClause
    ? [clause]
    : Array.from({ length: Math.ceil(clause.length / longestClause) }, (_, index) =>
        clause.slice(index * longestClause, (index + 1) * longestClause),
      )

/** "Do not touch the bed", 「保留沙发」: what is there stays anyway. */
function isKept(clause: readonly Piece[]): boolean {
  const verbs = clause.map(verbOf).filter((verb) => verb !== undefined)
  // "leave 80 cm to walk" keeps nothing.
  const hasLength = clause.some((piece) => piece.kind === 'length')
  return verbs.length > 0 && verbs.every((verb) => verb === 'keep') && !hasLength
}

/** Two rooms of the home in one sentence are two clauses: "the bedroom with a desk and the living room with a sofa". */
function splitRooms(clause: readonly Piece[], there: NonNullable<UnderstandContext['rooms']>): Piece[][] {
  if (there.length < 2) return [[...clause]]
  const rooms = readRooms(clause).filter(
    ({ role, reference }) =>
      role === 'in' && there.some(({ id, type }) => id === reference.id || type === reference.type),
  )
  const [first] = rooms
  const second = rooms.find(({ reference }) => !isSameRoom(reference, first!.reference))
  if (!first || !second) return [[...clause]]
  // "A sofa in the living room, a bed in the bedroom": what follows the first room's phrase is the second's.
  const isBehind = clause.slice(0, first.at).some((piece) => piece.kind === 'token' && piece.meaning.type === 'object')
  const from =
    1 +
    (isBehind
      ? clause.findIndex((piece, at) => at > first.at && isJoint(piece))
      : clause.findLastIndex((piece, at) => at < second.at && isJoint(piece)))
  if (from <= first.at || from > second.at) return [[...clause]]
  return [clause.slice(0, from), ...splitRooms(clause.slice(from), there)]
}

const isJoint = (piece: Piece | undefined) =>
  piece?.kind === 'token' && (piece.meaning.type === 'join' || piece.meaning.type === 'break')

const isSaidOfEach = (pieces: readonly Piece[], at: number) =>
  [...pieces.slice(Math.max(0, at - 2), at), ...pieces.slice(at + 1, at + 4)].some(
    (piece) =>
      piece.kind === 'token' && (piece.meaning.type === 'each' || /^(both|every|all|每间|每个|都)$/i.test(piece.text)),
  )

/** The pieces that do not speak of the building alone; the rooms of a plan are known by their keys. */
function withoutSpace(pieces: readonly Piece[], space: SpaceReading | undefined, request: string): Piece[] {
  if (!space) return [...pieces]
  const isHome = space.plan.rooms.length > 1
  const things = splitClauses(pieces).flatMap((clause) => {
    const mentions = findMentions(clause, request)
    // "the bed not under the window" speaks of the bed, not of windows to be made.
    const placed = new Set(
      findRelations(clause, mentions, request).flatMap(({ subject, targets }) =>
        subject !== undefined && mentions[subject]!.kind === 'object' ? targets : [],
      ),
    )
    return mentions.flatMap((mention, index) =>
      mention.kind === 'object' || placed.has(index)
        ? [{ from: clause[mention.first]!.from, to: clause[mention.last]!.to }]
        : [],
    )
  })
  return pieces.flatMap((piece, at): Piece[] => {
    const isOfThing = things.some(({ from, to }) => from <= piece.from && piece.to <= to)
    // "two bedrooms, each with a desk": the rooms are the plan's, but what follows is for every one of them.
    const isEvery = isHome && piece.kind === 'token' && piece.meaning.type === 'room' && isSaidOfEach(pieces, at)
    if (isHome && piece.kind === 'token' && piece.meaning.type === 'room' && isOneOf(piece.from, request)) {
      const { room } = piece.meaning
      const id = space.plan.rooms.find(({ type }) => type === room)?.key
      return [{ ...piece, plural: false, meaning: { ...piece.meaning, ...(id ? { id } : {}) } }]
    }
    if (isEvery) return [{ ...piece, plural: true }]
    if (!isOfThing && space.consumed.some(({ from, to }) => from <= piece.from && piece.to <= to)) return []
    if (piece.kind !== 'token' || piece.meaning.type !== 'room' || !isHome) return [piece]
    const key = space.roomWords.find(({ from, to }) => from < piece.to && piece.from < to)?.key
    return key ? [{ ...piece, meaning: { ...piece.meaning, id: key } }] : [piece]
  })
}

/** "in one of the bedrooms", 「其中一间卧室」. */
const isOneOf = (from: number, request: string) =>
  /(?:\bone of (?:the |our |my |your )?(?:\w+ )?|其中一[间个])$/i.test(request.slice(Math.max(0, from - 24), from))

/** A room of the plan by its key, or every room of a type. */
const isPlanned = ({ reference }: RoomMention) =>
  reference.id !== undefined || (reference.every === true && reference.type !== undefined)

function isFurnishClause(
  clause: readonly Piece[],
  rooms: readonly RoomMention[],
  hasThings: boolean,
  isEmpty: boolean,
): boolean {
  const verbs = clause.filter((piece) => verbOf(piece) === 'furnish').map(({ text }) => text.toLowerCase())
  const others = clause.some((piece) => !['furnish', undefined].includes(verbOf(piece)))
  const asksForRoom = rooms.some(({ role, isPlace, hasArticle }) => role === 'as' || hasArticle || !isPlace)
  if (verbs.some((verb) => !isWish(verb))) return true
  if (verbs.length > 0) return isEmpty || !hasThings || asksForRoom
  const isMade = clause.some((piece) => verbOf(piece) === 'resize' || verbOf(piece) === 'rotate')
  if (rooms.some(({ role }) => role === 'as')) return true
  return rooms.length > 0 && (!others || isMade) && (isEmpty || !hasThings || asksForRoom)
}

/** "I want", 我要: for a thing as for a room. */
const isWish = (verb: string) => /want|need|like|要/.test(verb)

const saysSomething = (piece: Piece) => piece.kind !== 'token' || wishTypes.has(piece.meaning.type)

const wishTypes: ReadonlySet<string> = new Set(
  'room zone style mood density occupants person age seating demand only passage turning clear leave also'.split(' '),
)

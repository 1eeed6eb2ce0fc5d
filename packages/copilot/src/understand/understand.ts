import type { RoomType } from '@enfilade/layout'
import type { Id } from '@enfilade/scene'
import { hasChinese } from '../lexicon/lexicon.ts'
import { loneSurrogate } from '../refusal.ts'
import { createBriefBuilder } from './brief-builder.ts'
import { splitClauses, verbOf, wordsOf } from './clause.ts'
import type { Intent, Reference, RoomReference, Understanding } from './intent.ts'
import { type Piece, readMeasures } from './measures.ts'
import { findMentions } from './mentions.ts'
import { sceneNames } from './names-of-scene.ts'
import { isConversion, readEdits } from './read-edit.ts'
import { readQuestion } from './read-question.ts'
import { placeOf, type RoomMention, readRooms } from './read-rooms.ts'
import { findReferences } from './reference.ts'
import { maximumRequestLength, tokenize } from './tokenize.ts'

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

/** What is new and wished for in one room. */
type Part = {
  readonly builder: ReturnType<typeof createBriefBuilder>
  place?: RoomReference
  isFurnishing: boolean
  /** "turn this into a study": what has no use there goes. */
  isConverting?: boolean
  /** "Add", "put", 放: these things and no others. */
  isAdding: boolean
  words: string
}

/**
 * Reads a request in English, Chinese or a mix as intents, in order. Pure and total: any text gives a result. What is
 * beyond the first 8000 characters is not read.
 */
export function understand(prompt: string, context: UnderstandContext): Understanding {
  const request = prompt.slice(0, maximumRequestLength).replace(loneSurrogate, '\ufffd')
  const language = countChinese(request) * 4 > request.replace(/\s/g, '').length ? 'zh' : 'en'
  const pieces = readMeasures(tokenize(request, sceneNames(context)), request)
  const clauses = splitClauses(pieces).flatMap((clause) => splitRooms(clause, context))
  const existing = new Set(context.categories)
  const isEmpty = existing.size === 0
  const edits: Intent[] = []
  const kept: Reference[] = []
  const unread: (readonly Piece[])[] = []
  /** Edits said before the first new thing; the others may speak of it. */
  let early: number | undefined
  const parts: Part[] = [{ builder: createBriefBuilder(existing), isFurnishing: false, isAdding: false, words: '' }]
  for (const clause of clauses) {
    const words = wordsOf(clause, request)
    const mentions = findMentions(clause, request)
    const part = parts.at(-1)!
    const question = readQuestion(clause, mentions, request, words)
    const found = isEmptyWish(clause, isEmpty) ? undefined : readEdits(clause, { existing, request, words })
    if (question ?? found) {
      edits.push(...(question ? [question] : found!))
      continue
    }
    unread.push(clause)
    if (isKept(clause)) {
      kept.push(...findReferences(clause, request))
      continue
    }
    const rooms = readRooms(clause)
    const isFurnishing = isFurnishClause(clause, rooms, mentions.length > 0, isEmpty)
    if (mentions.length === 0 && !isFurnishing && !part.isFurnishing && !clause.some(saysSomething)) continue
    const target = partFor(parts, placeOf(rooms), context, existing)
    target.isFurnishing ||= isFurnishing
    target.isConverting ||= isFurnishing && !isEmpty && isConversion(clause)
    target.isAdding ||= clause.some((piece) => verbOf(piece) === 'add')
    target.words = target.words ? `${target.words} ${words}` : words
    const hasUse = rooms.some(({ role }) => role === 'as')
    const ignored = new Set(rooms.flatMap(({ at, role }) => (hasUse && role !== 'as' ? [at] : [])))
    target.builder.readClause(clause, request, ignored)
    if (mentions.length > 0) early ??= edits.length
  }
  const wishes = parts.flatMap((part) =>
    wishOf(part, parts.length > 1 ? part.words : request.trim(), context, isEmpty, kept),
  )
  const intents = [
    ...wishes.filter(({ type }) => type === 'furnish' || type === 'convert'),
    ...edits.slice(0, early),
    ...wishes.filter(({ type }) => type !== 'furnish' && type !== 'convert'),
    ...edits.slice(early ?? edits.length),
  ]
  return { language, intents, notUnderstood: unknownWords(unread.flat(), unread, request) }
}

function countChinese(text: string): number {
  let count = 0
  for (const character of text) if (hasChinese(character)) count += 1
  return count
}

/** The part for a clause: a new one where it names another room than the last, in a home of several. */
function partFor(
  parts: Part[],
  place: RoomReference | undefined,
  context: UnderstandContext,
  existing: ReadonlySet<string>,
): Part {
  const last = parts.at(-1)!
  if (!place) return last
  const isOther = last.place !== undefined && !isSameRoom(last.place, place)
  if (isOther && (context.rooms?.length ?? 0) > 1) {
    parts.push({ builder: createBriefBuilder(existing), isFurnishing: false, isAdding: false, place, words: '' })
    return parts.at(-1)!
  }
  last.place ??= place
  return last
}

/** What a part comes to: a room to furnish, things to add, things that must go. */
function wishOf(
  part: Part,
  words: string,
  context: UnderstandContext,
  isEmpty: boolean,
  keep: readonly Reference[],
): Intent[] {
  const { builder, place } = part
  const objects = builder.objects()
  const common = { words, ...(place ? { place } : {}) }
  // A room that is drawn and bare is furnished when its things are listed, not when one is to be added to it.
  const isListed = isEmpty && objects.length > 0 && !(part.isAdding && (context.rooms?.length ?? 0) > 0)
  if (part.isFurnishing || isListed) {
    const size = builder.roomSize()
    const type = place?.id ? context.rooms?.find(({ id }) => id === place.id)?.type : place?.type
    const brief = builder.brief(type ?? context.roomType ?? 'generic', words)
    if (part.isConverting) return [{ type: 'convert', brief, keep, ...common }]
    return [{ type: 'furnish', brief, ...(size ? { size } : {}), ...common }]
  }
  const unwanted = builder
    .exclusions()
    .map((reference): Intent => ({ type: 'remove', reference: { ...reference, isPlural: true }, ...common }))
  return objects.length > 0 ? [{ type: 'add', objects, ...common }, ...unwanted] : unwanted
}

/** In an empty space nothing can be edited: "put a bed by the wall" asks for a bed. */
function isEmptyWish(clause: readonly Piece[], isEmpty: boolean): boolean {
  const verbs = clause.map(verbOf)
  return (
    isEmpty && !verbs.some((verb) => verb === 'remove' || verb === 'operate' || verb === 'swap' || verb === 'rotate')
  )
}

/** "Do not touch the bed", 「保留沙发」: what is there stays anyway. */
function isKept(clause: readonly Piece[]): boolean {
  const verbs = clause.map(verbOf).filter((verb) => verb !== undefined)
  return verbs.length > 0 && verbs.every((verb) => verb === 'keep')
}

/** Two rooms of the home in one sentence are two clauses: "the bedroom with a desk and the living room with a sofa". */
function splitRooms(clause: readonly Piece[], { rooms: there = [] }: UnderstandContext): Piece[][] {
  const rooms = readRooms(clause).filter(
    ({ role, reference }) =>
      role === 'in' && there.some(({ id, type }) => id === reference.id || type === reference.type),
  )
  const [, second] = rooms
  if (!second || there.length < 2 || isSameRoom(rooms[0]!.reference, second.reference)) return [[...clause]]
  let from = second.at
  while (from > 0 && isLight(clause[from - 1]!)) from -= 1
  const before = clause[from - 1]
  const isJoined = before?.kind === 'token' && (before.meaning.type === 'join' || before.meaning.type === 'break')
  return isJoined ? [clause.slice(0, from), clause.slice(from)] : [[...clause]]
}

const isSameRoom = (a: RoomReference, b: RoomReference) => a.type === b.type && a.id === b.id && a.rank === b.rank

const isLight = (piece: Piece) =>
  piece.kind === 'token' && (piece.meaning.type === 'particle' || piece.meaning.type === 'number')

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

const saysSomething = (piece: Piece) =>
  piece.kind !== 'token' ||
  ['room', 'style', 'density', 'occupants', 'person', 'demand', 'only'].includes(piece.meaning.type)

/** Unknown words that were not read as the name of a thing, in order, each once. */
function unknownWords(pieces: readonly Piece[], clauses: readonly (readonly Piece[])[], request: string): string[] {
  const named = new Set<number>()
  for (const clause of clauses)
    for (const mention of findMentions(clause, request))
      for (let at = mention.first; at <= mention.last; at += 1) named.add(clause[at]!.from)
  const words = pieces
    .filter(
      (piece) =>
        piece.kind === 'token' && piece.meaning.type === 'unknown' && piece.text.length > 2 && !named.has(piece.from),
    )
    .map(({ text }) => text)
  return [...new Set(words)]
}

import type { RoomType, RotateInput } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { MeaningOf, Verb } from '../lexicon/meaning.ts'
import { createBriefBuilder } from './brief-builder.ts'
import type { Intent, Reference, Understanding } from './intent.ts'
import { type Piece, readMeasures } from './measures.ts'
import { findMentions, type Mention, type ObjectMention } from './mentions.ts'
import { findRelations, toBriefRelation } from './relations.ts'
import { tokenize } from './tokenize.ts'

/** What stands in the space, as far as it decides what words mean. */
export type UnderstandContext = {
  /** Categories of the items that are there. */
  readonly categories: readonly string[]
  /** Type of the room that the request is about, if it is known. */
  readonly roomType?: RoomType
  readonly hasSelection?: boolean
}

/**
 * Reads a request in English, Chinese or a mix as intents, in order. Pure and total: any text gives a result.
 */
export function understand(request: string, context: UnderstandContext): Understanding {
  const language = countChinese(request) * 4 > request.replace(/\s/g, '').length ? 'zh' : 'en'
  const pieces = readMeasures(tokenize(request), request)
  const clauses = splitClauses(pieces)
  const existing = new Set(context.categories)
  const intents: Intent[] = []
  const builder = createBriefBuilder(existing)
  let isFurnishing = false
  for (const clause of clauses) {
    const words = wordsOf(clause, request)
    const edit = readEdit(clause, request, existing, isFurnishing)
    if (edit) {
      intents.push(edit)
      continue
    }
    const mentions = findMentions(clause, request)
    isFurnishing ||= isFurnishClause(clause)
    if (mentions.length > 0 || isFurnishing || clause.some(saysSomething)) builder.readClause(clause, request)
    else if (words.trim() === '') continue
  }
  const isEmptyRoom = context.categories.length === 0
  const objects = builder.objects()
  if (isFurnishing || (isEmptyRoom && objects.length > 0)) {
    const size = builder.roomSize()
    intents.unshift({
      type: 'furnish',
      brief: builder.brief(context.roomType ?? 'generic', request),
      ...(size ? { size } : {}),
      words: request.trim(),
    })
  } else if (objects.length > 0) intents.push({ type: 'add', objects, words: request.trim() })
  return { language, intents, notUnderstood: unknownWords(pieces, clauses, request) }
}

function countChinese(text: string): number {
  let count = 0
  for (const character of text) if (hasChinese(character)) count += 1
  return count
}

function splitClauses(pieces: readonly Piece[]): Piece[][] {
  const clauses: Piece[][] = [[]]
  for (const piece of pieces) {
    const isEnd = piece.kind === 'token' && piece.meaning.type === 'break' && piece.meaning.strong
    const startsEdit =
      piece.kind === 'token' &&
      piece.meaning.type === 'verb' &&
      followsJoin(clauses.at(-1)!) &&
      piece.meaning.verb !== 'furnish'
    if (startsEdit) clauses.push([piece])
    else if (isEnd) clauses.push([])
    else clauses.at(-1)!.push(piece)
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** "… and move the sofa": a verb after "and", "then" or a comma begins a new clause. */
function followsJoin(clause: readonly Piece[]): boolean {
  const last = clause.at(-1)
  return last?.kind === 'token' && (last.meaning.type === 'join' || last.meaning.type === 'break') && clause.length > 1
}

function isFurnishClause(clause: readonly Piece[]): boolean {
  const verbs = clause
    .filter((piece) => piece.kind === 'token' && piece.meaning.type === 'verb')
    .map((piece) => verbOf(piece))
  if (verbs.includes('furnish')) return true
  return verbs.length === 0 && clause.some((piece) => piece.kind === 'token' && piece.meaning.type === 'room')
}

const saysSomething = (piece: Piece) =>
  piece.kind !== 'token' ||
  ['room', 'style', 'density', 'occupants', 'person', 'demand', 'only'].includes(piece.meaning.type)

function verbOf(piece: Piece): Verb | undefined {
  return piece.kind === 'token' && piece.meaning.type === 'verb' ? piece.meaning.verb : undefined
}

function find<T extends MeaningOf<never>['type'] | Extract<Piece, { kind: 'token' }>['meaning']['type']>(
  clause: readonly Piece[],
  type: T,
) {
  for (const piece of clause)
    if (piece.kind === 'token' && piece.meaning.type === type)
      return piece.meaning as Extract<Extract<Piece, { kind: 'token' }>['meaning'], { type: T }>
  return undefined
}

/** An edit of what is there, or a question about it; undefined where the clause asks for new things. */
function readEdit(
  clause: readonly Piece[],
  request: string,
  existing: ReadonlySet<string>,
  isFurnishing: boolean,
): Intent | undefined {
  const words = wordsOf(clause, request)
  const mentions = findMentions(clause, request)
  const question = find(clause, 'question')
  if (question && !isFurnishing && isAsked(clause, request)) return readQuestion(clause, mentions, words)
  const verbs = clause.map(verbOf).filter((verb) => verb !== undefined)
  const references = mentions.filter((mention) => mention.kind !== 'part')
  const [first, second] = references
  const isThere = (mention: Mention | undefined) =>
    mention !== undefined &&
    (mention.kind === 'pronoun' ||
      (mention.kind === 'object' && (mention.family ?? [mention.category]).some((category) => existing.has(category))))
  if (verbs.includes('remove') && first)
    return { type: 'remove', reference: toReference(first, clause, mentions), words }
  if (!first || !isThere(first) || verbs.length === 0) return undefined
  const reference = toReference(first, clause, mentions)
  if (verbs.includes('swap') && second)
    return { type: 'swap', reference, other: toReference(second, clause, mentions), words }
  const step = readStep(clause)
  if (step) return { type: 'resize', reference, size: { step: step.step }, words }
  if (verbs.includes('resize') || verbs.includes('furnish')) {
    const size = sizeOf(first, clause)
    if (size) return { type: 'resize', reference, size, words }
  }
  if (verbs.includes('rotate')) return { type: 'rotate', reference, turn: readTurn(clause, mentions), words }
  const isMove =
    verbs.includes('move') ||
    (verbs.includes('add') && first.kind === 'object' && first.isDefinite) ||
    (verbs.includes('add') && first.kind === 'pronoun')
  if (isMove) return readMove(clause, mentions, reference, request, words)
  return undefined
}

/** A question begins with its word or ends with a question mark; 「几个」 and their like ask wherever they stand. */
function isAsked(clause: readonly Piece[], request: string): boolean {
  const at = clause.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'question')
  const isFirst = clause.slice(0, at).every((piece) => piece.kind === 'token' && piece.meaning.type === 'particle')
  const after = request.slice(clause.at(-1)!.to).trimStart()
  return isFirst || /^[?？]/.test(after) || (hasChinese(clause[at]!.text) && !find(clause, 'verb'))
}

function readMove(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  reference: Reference,
  request: string,
  words: string,
): Intent | undefined {
  const length = clause.find((piece) => piece.kind === 'length')
  const direction = find(clause, 'direction')
  if (direction) {
    const distance = length?.kind === 'length' ? length.values[0]! : 0.3
    return { type: 'move', reference, to: { direction: direction.direction as 'left', distance }, words }
  }
  const relations = findRelations(clause, mentions, request).flatMap((found) => {
    const relation = toBriefRelation(found, mentions, (index) => {
      const mention = mentions[index]!
      if (mention.kind === 'object') return { kind: 'category', category: mention.category }
      if (mention.kind === 'pronoun') return undefined
      const { part, side, choose } = mention.meaning
      return { kind: 'building', part, ...(side ? { side } : {}), ...(choose ? { choose } : {}) }
    })
    return relation ? [relation] : []
  })
  if (relations.length > 0) return { type: 'move', reference, to: { relations }, words }
  const part = mentions.find((mention) => mention.kind === 'part')
  if (part?.kind !== 'part') return undefined
  const type = (
    { window: 'by_window', door: 'by_door', wall: 'against_wall', corner: 'in_corner', room: 'centred' } as const
  )[part.part as 'window']
  return type
    ? {
        type: 'move',
        reference,
        to: { relations: [{ type, target: { kind: 'building', part: part.part }, words: part.words }] },
        words,
      }
    : undefined
}

function readTurn(clause: readonly Piece[], mentions: readonly Mention[]): RotateInput['turn'] {
  const angle = clause.find((piece) => piece.kind === 'angle')
  const clockwise = /counter|anti|逆时针/.test(clause.map(({ text }) => text.toLowerCase()).join(' ')) ? 1 : -1
  if (angle?.kind === 'angle') return { by: clockwise * angle.value }
  const target = mentions.slice(1).find((mention) => mention.kind !== 'pronoun')
  if (target?.kind === 'object')
    return { facing: { type: 'facing', target: { kind: 'category', category: target.category } } }
  if (target?.kind === 'part') {
    const type = target.part === 'window' ? 'facing_window' : target.part === 'door' ? 'facing_door' : 'facing'
    return { facing: { type, target: { kind: 'building', part: target.part } } }
  }
  const direction = find(clause, 'direction')?.direction
  if (direction === 'left') return { by: Math.PI / 2 }
  if (direction === 'back') return { by: Math.PI }
  return { by: -Math.PI / 2 }
}

function readStep(clause: readonly Piece[]): { step: 'bigger' | 'smaller' } | undefined {
  const step = find(clause, 'step')
  if (step) return { step: step.step }
  const verb = clause.find((piece) => piece.kind === 'token' && piece.meaning.type === 'verb' && piece.meaning.step)
  return verb?.kind === 'token' && verb.meaning.type === 'verb' && verb.meaning.step
    ? { step: verb.meaning.step }
    : undefined
}

function sizeOf(
  mention: Mention,
  clause: readonly Piece[],
): { width?: number; depth?: number; height?: number } | undefined {
  if (mention.kind === 'object' && mention.size) return mention.size
  const at = clause.findIndex((piece) => piece.kind === 'length')
  const length = clause[at]
  if (length?.kind !== 'length') return undefined
  if (length.values.length > 1) {
    const [width, depth, height] = length.values
    return { width: width!, depth: depth!, ...(height === undefined ? {} : { height }) }
  }
  const near = [clause[at + 1], clause[at - 1]].find(
    (piece) => piece?.kind === 'token' && piece.meaning.type === 'axis',
  )
  const axis = near?.kind === 'token' && near.meaning.type === 'axis' ? near.meaning.axis : 'width'
  return { [axis]: length.values[0]! }
}

function readQuestion(clause: readonly Piece[], mentions: readonly Mention[], words: string): Intent {
  const asks = clause.flatMap((piece) =>
    piece.kind === 'token' && piece.meaning.type === 'question' ? [piece.meaning.ask] : [],
  )
  const ask = asks.find((entry) => entry !== 'is_there' && entry !== 'what') ?? asks[0]!
  const about = mentions
    .filter((mention) => mention.kind !== 'part')
    .map((mention) => toReference(mention, clause, mentions))
  const part = mentions.find((mention) => mention.kind === 'part')
  const room = find(clause, 'room') ? 'room' : undefined
  const named = part?.kind === 'part' ? part.part : room
  return { type: 'question', ask, about, ...(named ? { part: named } : {}), words }
}

function toReference(
  mention: ObjectMention | Exclude<Mention, ObjectMention>,
  clause: readonly Piece[],
  mentions: readonly Mention[],
): Reference {
  if (mention.kind !== 'object') return { kind: 'pronoun', words: mention.words }
  const noun = clause[mention.at]
  const isPlural =
    (noun?.kind === 'token' && noun.plural) ||
    /\b(all|every)\b|所有|全部|都/.test(clause.map(({ text }) => text.toLowerCase()).join(' '))
  const exact = mention.isCounted && mention.count.max === mention.count.min ? mention.count.min : undefined
  void mentions
  return {
    kind: 'named',
    category: mention.category,
    categories: mention.family ?? [mention.category],
    isPlural,
    words: mention.words,
    ...(mention.label ? { label: mention.label } : {}),
    ...(exact ? { count: exact } : {}),
    ...(mention.attributes ? { attributes: mention.attributes } : {}),
  }
}

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

function wordsOf(clause: readonly Piece[], request: string): string {
  return request.slice(clause[0]!.from, clause.at(-1)!.to).trim()
}

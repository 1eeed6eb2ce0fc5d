import type { BriefAttributes, BriefCount } from '@enfilade/layout'
import { familyOf } from '../lexicon/families.ts'
import type { BuildingPart, MeaningOf } from '../lexicon/meaning.ts'
import type { Piece } from './measures.ts'

type Span = { readonly first: number; readonly last: number; readonly words: string }

/** A thing named in a clause. `first` and `last` are piece indices of the name with its modifiers. */
export type ObjectMention = Span & {
  readonly kind: 'object'
  /** Piece index of the noun. */
  readonly at: number
  readonly category: string
  /** Categories that the noun may mean, where it is a word for several. */
  readonly family?: readonly string[]
  readonly label?: string
  readonly count: BriefCount
  /** A number or an article was said. */
  readonly isCounted: boolean
  /** "the bed": one that is there or was named before. */
  readonly isDefinite: boolean
  readonly size?: { readonly width?: number; readonly depth?: number; readonly height?: number }
  readonly sizeClass?: 'small' | 'medium' | 'large'
  readonly seats?: number
  readonly attributes?: BriefAttributes
  /** What was said of its looks after the noun: "make the sofa green". */
  readonly after?: BriefAttributes
  readonly isUnknown: boolean
}

export type PartMention = Span & {
  readonly kind: 'part'
  readonly part: BuildingPart
  readonly meaning: MeaningOf<'part'>
}
/** "it", "them"; `isAll`: "everything". */
export type PronounMention = Span & {
  readonly kind: 'pronoun'
  readonly isPlural: boolean
  readonly isAll?: boolean
}
export type Mention = ObjectMention | PartMention | PronounMention

type Modifiers = {
  number?: number
  article: boolean
  quantity?: { min: number; max?: number }
  bound?: 'min' | 'max' | 'exact'
  definite: boolean
  persons?: boolean
  sizeClass?: 'small' | 'medium' | 'large'
  attributes: { [key: string]: unknown }
  width?: number
  depth?: number
  height?: number
}

const createModifiers = (): Modifiers => ({ article: false, definite: false, attributes: {} })

/** Finds things, parts of the building and pronouns in a clause, each with the modifiers around it. */
export function findMentions(clause: readonly Piece[], request: string): Mention[] {
  const mentions: Mention[] = []
  let free = 0
  for (let at = 0; at < clause.length; at += 1) {
    if (at < free) continue
    const piece = clause[at]!
    const noun = nounAt(clause, at)
    if (noun) {
      const mention = readObject(clause, at, noun, free, request)
      mentions.push(mention)
      free = mention.last + 1
    } else if (piece.kind === 'token' && piece.meaning.type === 'part') {
      const { meaning } = piece
      mentions.push({ kind: 'part', part: meaning.part, meaning, first: at, last: at, words: piece.text })
      free = at + 1
    } else if (piece.kind === 'token' && piece.meaning.type === 'pronoun') {
      const isPlural = /them|these|those|们|些/.test(piece.text.toLowerCase())
      mentions.push({ kind: 'pronoun', isPlural, first: at, last: at, words: piece.text })
      free = at + 1
    } else if (piece.kind === 'token' && piece.meaning.type === 'everything') {
      mentions.push({ kind: 'pronoun', isPlural: true, isAll: true, first: at, last: at, words: piece.text })
      free = at + 1
    }
  }
  return mentions
}

type Noun = {
  category: string
  label?: string
  last: number
  plural: boolean
  isUnknown: boolean
  family?: readonly string[]
}

/** A known thing, or unknown words where only a thing can stand: after an article or a number (a telescope, 一架古筝). */
function nounAt(clause: readonly Piece[], at: number): Noun | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token') return undefined
  if (piece.meaning.type === 'object') {
    const next = clause[at + 1]
    // "bed table": the last noun of a compound names the thing, unless the whole is in the catalogue.
    if (
      next?.kind === 'token' &&
      next.meaning.type === 'object' &&
      isEnglish(piece.text) &&
      next.from === piece.to + 1 &&
      !piece.plural
    )
      return undefined
    const family = familyOf(piece.text)?.categories
    const category = family?.[0] ?? piece.meaning.category
    const { label } = piece.meaning
    return {
      category,
      last: at,
      plural: piece.plural ?? false,
      isUnknown: false,
      ...(family ? { family } : {}),
      ...(label ? { label } : {}),
    }
  }
  if (piece.meaning.type !== 'unknown' || piece.text.length < 2) return undefined
  if (!isAfterCount(clause, at)) return undefined
  let last = at
  while (isUnknownWord(clause[last + 1])) last += 1
  const followedBy = clause[last + 1]
  if (followedBy?.kind === 'token' && ['object', 'part', 'room'].includes(followedBy.meaning.type)) return undefined
  const label = clause
    .slice(at, last + 1)
    .map(({ text }) => text)
    .join(isEnglish(piece.text) ? ' ' : '')
  return { category: toCategory(label), label, last, plural: false, isUnknown: true }
}

const isEnglish = (text: string) => /^[\x20-\x7e]+$/.test(text)
const isUnknownWord = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'unknown'
const toCategory = (label: string) =>
  label
    .toLowerCase()
    .replace(/[\s'-]+/g, '_')
    .slice(0, 60)

function isAfterCount(clause: readonly Piece[], at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const piece = clause[index]!
    if (piece.kind !== 'token') return false
    const { type } = piece.meaning
    if (type === 'measure' || type === 'quantity' || type === 'number') return true
    if (type !== 'attribute' && type !== 'size' && type !== 'style') return false
  }
  return false
}

function readObject(clause: readonly Piece[], at: number, noun: Noun, free: number, request: string): ObjectMention {
  const modifiers = createModifiers()
  let first = at
  for (let index = at - 1; index >= free; index -= 1) {
    if (!takeModifier(clause, index, modifiers)) break
    first = index
  }
  const before = modifiers.attributes
  const last = readAfter(clause, noun.last, modifiers)
  const after = Object.fromEntries(Object.entries(modifiers.attributes).filter(([key, value]) => before[key] !== value))
  const { number, quantity } = modifiers
  return {
    kind: 'object',
    at,
    first,
    last,
    words: request.slice(clause[first]!.from, clause[last]!.to),
    category: noun.category,
    ...(noun.family ? { family: noun.family } : {}),
    ...(noun.label ? { label: noun.label } : {}),
    count: countOf(modifiers, noun.plural),
    isCounted: (number !== undefined && !modifiers.persons) || quantity !== undefined,
    isDefinite: modifiers.definite,
    isUnknown: noun.isUnknown,
    ...(Object.keys(after).length > 0 ? { after: after as BriefAttributes } : {}),
    ...(modifiers.persons && number ? { seats: number } : {}),
    ...(modifiers.sizeClass ? { sizeClass: modifiers.sizeClass } : {}),
    ...(modifiers.width || modifiers.depth || modifiers.height
      ? { size: pickDefined({ width: modifiers.width, depth: modifiers.depth, height: modifiers.height }) }
      : {}),
    ...(Object.keys(modifiers.attributes).length > 0 ? { attributes: modifiers.attributes as BriefAttributes } : {}),
  }
}

/** Takes the piece before the noun as a modifier of it; false where the noun phrase begins after it. */
function takeModifier(clause: readonly Piece[], index: number, modifiers: Modifiers): boolean {
  const piece = clause[index]!
  if (piece.kind === 'length') {
    takeLength(clause, index, piece.values, modifiers)
    return true
  }
  if (piece.kind !== 'token') return false
  const { meaning, text } = piece
  switch (meaning.type) {
    case 'number':
      modifiers.number ??= meaning.value
      modifiers.article ||= meaning.article ?? false
      return true
    case 'quantity':
      modifiers.quantity ??= { min: meaning.min, ...(meaning.max ? { max: meaning.max } : {}) }
      return true
    case 'bound':
      modifiers.bound ??= meaning.bound
      return true
    case 'size':
      modifiers.sizeClass ??= meaning.size
      return true
    case 'attribute':
      modifiers.attributes = { ...meaning.attributes, ...modifiers.attributes }
      return true
    case 'style':
      modifiers.attributes = { style: meaning.style, ...modifiers.attributes }
      return true
    case 'person':
      modifiers.persons = true
      return true
    case 'measure': {
      // 把 also marks what an edit is about; after a number it counts.
      const before = clause[index - 1]
      const counts =
        before?.kind === 'token' && ['number', 'quantity', 'question', 'each'].includes(before.meaning.type)
      if (text === '把' && !counts) modifiers.definite = true
      return true
    }
    case 'axis':
      return true
    case 'object':
      return true
    case 'particle': {
      const word = text.toLowerCase()
      if (['the', 'my', 'our', 'this', 'that', 'these', 'those', '把', '将', '这', '那'].includes(word))
        modifiers.definite = true
      else if (
        ![
          'of',
          'more',
          'additional',
          'extra',
          '的',
          'very',
          'nice',
          'new',
          '款',
          '式',
          '型',
          'set of',
          'size',
        ].includes(word)
      )
        return false
      return true
    }
    default:
      return false
  }
}

/** What may follow a noun: "bed 1.8 m wide", "sofa in grey linen", 「床宽1.8米」. */
function readAfter(clause: readonly Piece[], at: number, modifiers: Modifiers): number {
  let last = at
  for (let index = at + 1; index < clause.length; index += 1) {
    const piece = clause[index]!
    if (piece.kind === 'length' && piece.values.length <= 3) {
      const next = clause[index + 1]
      if (next?.kind === 'token' && (next.meaning.type === 'relation' || next.text.toLowerCase() === 'from')) break
      takeLength(clause, index, piece.values, modifiers)
    } else if (piece.kind === 'token' && piece.meaning.type === 'attribute') {
      modifiers.attributes = { ...modifiers.attributes, ...piece.meaning.attributes }
    } else if (
      !(
        piece.kind === 'token' &&
        (piece.meaning.type === 'axis' || ['in', 'of', 'that', 'is', '是', '为'].includes(piece.text.toLowerCase()))
      )
    ) {
      // What stands before the next noun belongs to it.
      if (piece.kind === 'token' && ['object', 'measure', 'number', 'unknown'].includes(piece.meaning.type)) return at
      break
    }
    if (piece.kind !== 'token' || piece.meaning.type === 'attribute' || piece.meaning.type === 'axis') last = index
  }
  return last
}

function takeLength(clause: readonly Piece[], index: number, values: readonly number[], modifiers: Modifiers): void {
  const [first, second, third] = values
  if (values.length >= 2) {
    modifiers.width ??= first
    modifiers.depth ??= second
    if (third !== undefined) modifiers.height ??= third
    return
  }
  const axis = axisAt(clause[index + 1]) ?? axisAt(clause[index - 1]) ?? 'width'
  modifiers[axis] ??= first
}

function axisAt(piece: Piece | undefined): 'width' | 'depth' | 'height' | undefined {
  return piece?.kind === 'token' && piece.meaning.type === 'axis' ? piece.meaning.axis : undefined
}

function countOf(modifiers: Modifiers, plural: boolean): BriefCount {
  const { number, quantity, bound } = modifiers
  if (quantity) return quantity
  if (number !== undefined && !modifiers.persons) {
    const count = Math.max(0, Math.min(99, Math.round(number)))
    if (bound === 'min') return { min: count }
    if (bound === 'max') return { min: 0, max: count }
    return { min: count, max: count }
  }
  if (plural) return { min: 2 }
  return { min: 1, max: 1 }
}

function pickDefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T
}

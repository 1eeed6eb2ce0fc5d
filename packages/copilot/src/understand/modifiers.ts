import type { Bounds, BriefAttributes, BriefCount, BriefObject, RelationType } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'

type SizeAxis = 'width' | 'depth' | 'height'

/** What the words around a noun say of it, gathered while they are read. Mutable. */
export type Modifiers = {
  number?: number
  /** The number is an article: one, of no special count. */
  article: boolean
  quantity?: { min: number; max?: number }
  bound?: { bound: 'min' | 'max' | 'exact'; exclusive?: boolean }
  definite: boolean
  each: boolean
  seats?: number
  sizeClass?: 'small' | 'medium' | 'large'
  attributes: { -readonly [K in keyof BriefAttributes]: BriefAttributes[K] }
  parts: { part: string; color?: string; material?: string }[]
  sizes: { -readonly [K in SizeAxis]?: Bounds }
  /** "a long table": more than usual along one side. */
  /** Length and width were both said: the longer one is a table's width and a bed's depth. */
  hasTwoSides?: boolean
  comparative: { -readonly [K in SizeAxis]?: 1 | -1 }
  place?: RelationType
  matching: boolean
}

export const createModifiers = (): Modifiers => ({
  article: false,
  definite: false,
  each: false,
  attributes: {},
  parts: [],
  sizes: {},
  comparative: {},
  matching: false,
})

/** Takes a length next to a noun: "1.8 m wide", "2 x 1.6 m", "at least 90 cm high". */
export function takeLength(clause: readonly Piece[], index: number, modifiers: Modifiers): void {
  const piece = clause[index]!
  if (piece.kind !== 'length') return
  const [first, second, third] = piece.values
  if (piece.values.length >= 2) {
    modifiers.sizes.width ??= { exact: first! }
    modifiers.sizes.depth ??= { exact: second! }
    if (third !== undefined) modifiers.sizes.height ??= { exact: third }
    return
  }
  const said =
    axisInFront(clause, index) ??
    axisAt(clause[index + 1]) ??
    axisBehindBound(clause, index) ??
    axisOfBound(clause[index - 1]) ??
    axisAt(clause[index - 1]) ??
    axisBeyondBound(clause, index)
  if (!said && modifiers.sizes.width) return
  takeSize(modifiers, said ?? 'width', piece.upTo ? { min: first!, max: piece.upTo } : boundsOf(clause, index, first!))
}

/** 「长1.6米宽70公分」 says two sides; which is which hangs on the thing. */
export function takeSize(modifiers: Modifiers, axis: SizeAxis, bounds: Bounds): void {
  const { sizes } = modifiers
  if (axis !== 'width' || !sizes.width) sizes[axis] ??= bounds
  else if (!sizes.depth) {
    sizes.depth = bounds
    modifiers.hasTwoSides = true
  }
}

export function axisAt(piece: Piece | undefined): SizeAxis | undefined {
  return piece?.kind === 'token' && piece.meaning.type === 'axis' ? piece.meaning.axis : undefined
}

/** 「一米六以上高」: the dimension stands behind the bound. */
function axisBehindBound(clause: readonly Piece[], index: number): SizeAxis | undefined {
  const after = clause[index + 1]
  return after?.kind === 'token' && after.meaning.type === 'bound' ? axisAt(clause[index + 2]) : undefined
}

/** 「宽1.2米深60公分」: in Chinese the dimension that stands in front is meant, not the next one. */
export function axisInFront(clause: readonly Piece[], index: number): SizeAxis | undefined {
  const before = clause[index - 1]
  if (!before || !hasChinese(before.text)) return undefined
  // 「2.4米宽2.2米高」: behind the length before it.
  const isBehind = clause[index - 2]?.kind === 'length' && !axisInFront(clause, index - 2)
  return isBehind ? undefined : axisAt(before)
}

/** "no taller than 1 m", 「不高于45公分」. */
export function axisOfBound(piece: Piece | undefined): SizeAxis | undefined {
  if (piece?.kind !== 'token' || piece.meaning.type !== 'bound') return undefined
  if (/高|矮|tall|high/i.test(piece.text)) return 'height'
  if (/deep/i.test(piece.text) || /深/.test(piece.text)) return 'depth'
  return /wide|wider|long/i.test(piece.text) ? 'width' : undefined
}

/** 「宽度至少1.2米」: the dimension stands before the bound. */
function axisBeyondBound(clause: readonly Piece[], index: number): SizeAxis | undefined {
  const before = clause[index - 1]
  return before?.kind === 'token' && ['bound', 'particle', 'for'].includes(before.meaning.type)
    ? axisAt(clause[index - 2])
    : undefined
}

/** The bounds that a length stands for, by the words around it. */
export function boundsOf(clause: readonly Piece[], index: number, value: number): Bounds {
  for (const at of [index - 1, index + 1, index - 2, index + 2]) {
    const piece = clause[at]
    if (piece?.kind !== 'token' || piece.meaning.type !== 'bound') continue
    if ((piece.meaning.after ?? false) !== at > index) continue
    if (piece.meaning.bound === 'min') return { min: value }
    if (piece.meaning.bound === 'max') return { max: value }
    if (piece.meaning.loose) return { min: value * 0.93, max: value * 1.07 }
  }
  return { exact: value }
}

/** Larger numbers are no count that anybody means by its digits. */
const maximumCount = 1_000_000

/** How many are meant: a number with its bound, a quantity, else one, or two and more of a plural. */
export function countOf({ number, quantity, bound }: Modifiers, isPlural: boolean): BriefCount {
  if (number !== undefined) {
    const count = Math.max(0, Math.min(maximumCount, Math.round(number)))
    const step = bound?.exclusive ? 1 : 0
    if (bound?.bound === 'min') return { min: count + step }
    if (bound?.bound === 'max') return { min: 0, max: Math.max(0, count - step) }
    return { min: count, max: count }
  }
  if (quantity) return { min: quantity.min, ...(quantity.max === undefined ? {} : { max: quantity.max }) }
  return isPlural ? { min: 2 } : { min: 1, max: 1 }
}

/** Only the sizes that are exact, as edits take them. */
export function exactSizes(sizes: Modifiers['sizes']): { width?: number; depth?: number; height?: number } {
  return Object.fromEntries(
    Object.entries(sizes).flatMap(([axis, bounds]) => (bounds?.exact === undefined ? [] : [[axis, bounds.exact]])),
  )
}

export const toSize = (sizes: Modifiers['sizes']): BriefObject['size'] =>
  Object.keys(sizes).length > 0 ? sizes : undefined

import type { BriefStyle } from '@enfilade/layout'
import type { Piece } from './measures.ts'

export type StyleDraft = { name?: string; words: string[]; colors: string[]; materials: string[] }

export const createStyle = (): StyleDraft => ({ words: [], colors: [], materials: [] })

type Span = { readonly first: number; readonly last: number }

/**
 * Style, mood and colours that a clause says of the room as a whole.
 *
 * @param ofThings Spans that speak of a thing in it.
 */
export function readStyle(clause: readonly Piece[], ofThings: readonly Span[], style: StyleDraft): void {
  clause.forEach((piece, at) => {
    if (piece.kind !== 'token' || ofThings.some(({ first, last }) => first <= at && at <= last)) return
    const { meaning } = piece
    if (meaning.type === 'style') {
      style.name ??= meaning.style
      style.words.push(piece.text)
    } else if (meaning.type === 'mood') style.words.push(piece.text)
    else if (meaning.type === 'attribute' && !isOfPart(clause, at) && !isRefused(clause, at)) {
      const { color, material } = meaning.attributes
      if (color && !style.colors.includes(color)) style.colors.push(color)
      if (material && !style.materials.includes(material)) style.materials.push(material)
    }
  })
}

/** 「不要皮的」. */
const isRefused = (clause: readonly Piece[], at: number) =>
  clause.slice(Math.max(0, at - 2), at).some((piece) => piece.kind === 'token' && piece.meaning.type === 'negation')

/** "white walls", "an oak floor". */
function isOfPart(clause: readonly Piece[], at: number): boolean {
  return clause
    .slice(at + 1, at + 4)
    .some((piece) => piece.kind === 'token' && (piece.meaning.type === 'part' || piece.meaning.type === 'feature'))
}

export function toStyle({ name, words, colors, materials }: StyleDraft): BriefStyle | undefined {
  if (!name && words.length === 0 && colors.length === 0 && materials.length === 0) return undefined
  return {
    name: name ?? words[0] ?? 'plain',
    ...(words.length > 0 ? { words: words.join(' ') } : {}),
    ...(colors.length > 0 ? { colors: colors.slice(0, 20) } : {}),
    ...(materials.length > 0 ? { materials: materials.slice(0, 20) } : {}),
  }
}

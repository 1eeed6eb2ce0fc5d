import type { Brief } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import { findToken, hasToken } from './clause.ts'
import type { Intent } from './intent.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mentions.ts'
import { placeOf, readRooms } from './read-rooms.ts'
import { findReferences } from './reference.ts'

/** "What if we moved it?" is answered by what would come of it. */
const supposition =
  /^\W*(?:what (?:if|happens if|would happen if)|how about|what about|suppose|if (?:we|i|you)|如果|要是|假如|假设)/i

/** Reads a clause that asks something; undefined where it tells. "Can you move …?" tells. */
export function readQuestion(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  request: string,
  words: string,
): Intent | undefined {
  if (supposition.test(words)) return undefined
  const asks = clause.flatMap((piece) =>
    piece.kind === 'token' && piece.meaning.type === 'question' ? [piece.meaning.ask] : [],
  )
  const hasVerb = hasToken(clause, 'verb')
  if (hasToken(clause, 'polite') && (hasVerb || asks.length === 0)) return undefined
  const endsAsking = /^\s*[?？]/.test(request.slice(clause.at(-1)!.to))
  if (asks.length === 0 && !(endsAsking && !hasVerb)) return undefined
  // "a single bed with a slide?", "Where there's room, two stools": lists things in passing.
  const things = mentions.filter((mention) => mention.kind === 'object')
  const isListing = things.length > 1 || things.some((mention) => mention.kind === 'object' && mention.isCounted)
  if (isListing && (asks.length === 0 || (!endsAsking && asks.every((ask) => ask === 'where' || ask === 'other'))))
    return undefined
  // 「茶几与沙发间距40厘米」 tells how far.
  if (asks.includes('how_far') && clause.some(({ kind }) => kind === 'length')) return undefined
  if (asks.length > 0 && !isAsked(clause, endsAsking)) return undefined
  const ask = asks.find((entry) => !['is_there', 'what', 'other'].includes(entry)) ?? asks[0] ?? 'other'
  const rooms = readRooms(clause)
  const place = placeOf(rooms)
  const isWhole = hasToken(clause, 'whole')
  const part = mentions.find((mention) => mention.kind === 'part')
  const pack = packOf(clause, mentions)
  return {
    type: 'question',
    ask: hasToken(clause, 'look') && ask !== 'how_many' ? 'looks' : ask,
    about: findReferences(clause, request).filter(
      (reference) => !(pack && reference.kind === 'named' && reference.category === 'wheelchair'),
    ),
    ...(part?.kind === 'part' ? { part: part.part } : {}),
    ...(place && !(place.every && isWhole) ? { place } : {}),
    ...(hasToken(clause, 'way') ? { isWay: true } : {}),
    ...(isWhole ? { isWhole: true } : {}),
    ...(pack ? { pack } : {}),
    words,
  }
}

/** A question begins with its word or ends with a question mark; 「几个」 and their like ask wherever they stand. */
function isAsked(clause: readonly Piece[], endsAsking: boolean): boolean {
  const at = clause.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'question')
  const isFirst = clause
    .slice(0, at)
    .every(
      (piece) =>
        piece.kind === 'token' && ['particle', 'break', 'polite', 'relation', 'join'].includes(piece.meaning.type),
    )
  return isFirst || endsAsking || (hasChinese(clause[at]!.text) && !hasToken(clause, 'verb'))
}

function packOf(clause: readonly Piece[], mentions: readonly Mention[]): Brief['pack'] {
  const person = findToken(clause, 'person')?.person
  if (person === 'wheelchair') return 'wheelchair'
  if (person === 'elderly') return 'age-friendly'
  if (person === 'children' || person === 'babies') return 'child'
  return mentions.some((mention) => mention.kind === 'object' && mention.category === 'wheelchair')
    ? 'wheelchair'
    : undefined
}

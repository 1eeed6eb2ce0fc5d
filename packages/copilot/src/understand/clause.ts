import { hasChinese } from '../lexicon/lexicon.ts'
import type { Meaning, MeaningOf, Verb } from '../lexicon/meaning.ts'
import type { Piece } from './measures.ts'

/** The first token of a meaning in a clause. */
export function findToken<T extends Meaning['type']>(clause: readonly Piece[], type: T): MeaningOf<T> | undefined {
  for (const piece of clause)
    if (piece.kind === 'token' && piece.meaning.type === type) return piece.meaning as MeaningOf<T>
  return undefined
}

export const hasToken = (clause: readonly Piece[], type: Meaning['type']) => findToken(clause, type) !== undefined

export function verbOf(piece: Piece): Verb | undefined {
  return piece.kind === 'token' && piece.meaning.type === 'verb' ? piece.meaning.verb : undefined
}

export function wordsOf(clause: readonly Piece[], request: string): string {
  return request.slice(clause[0]!.from, clause.at(-1)!.to).trim()
}

/** Longer clauses are cut: their readers look at every pair of words. */
const longestClause = 240

/** Splits at the ends of sentences, and where a verb after "and", "then" or a comma begins another edit. */
export function splitClauses(pieces: readonly Piece[]): Piece[][] {
  const clauses: Piece[][] = [[]]
  for (const piece of pieces) {
    const isEnd = piece.kind === 'token' && piece.meaning.type === 'break' && piece.meaning.strong
    const verb = verbOf(piece)
    const isNext = verb !== undefined && verb !== 'furnish' && followsJoin(clauses.at(-1)!)
    if (isNext && !isPlaceAlone(clauses.at(-1)!) && !isRoomAlone(clauses.at(-1)!)) clauses.push([piece])
    else if (isMarker(piece) && hasVerb(clauses.at(-1)!) && followsJoin(clauses.at(-1)!)) clauses.push([piece])
    else if (isEnd || clauses.at(-1)!.length >= longestClause) clauses.push(isEnd ? [] : [piece])
    else clauses.at(-1)!.push(piece)
  }
  return clauses.filter((clause) => clause.length > 0)
}

/** 「窗边，放一张书桌」: the place belongs to what follows. */
const isPlaceAlone = (clause: readonly Piece[]) =>
  clause.some((piece) => isOf(piece, ['part', 'relation']) && hasChinese(piece.text)) &&
  !clause.some(
    (piece) => piece.kind !== 'token' || isOf(piece, ['object', 'unknown', 'pronoun', 'verb', 'room', 'zone']),
  )

/** "In the bedroom, remove the rug": so does the room. */
const isRoomAlone = (clause: readonly Piece[]) =>
  /^(?:in|inside|at|over in|在)\b|^在/i.test(clause[0]?.text ?? '') &&
  clause.some((piece) => isOf(piece, ['room'])) &&
  !clause.some(
    (piece) => piece.kind !== 'token' || isOf(piece, ['object', 'unknown', 'pronoun', 'verb', 'style', 'mood']),
  )

const isOf = (piece: Piece, types: readonly Meaning['type'][]) =>
  piece.kind === 'token' && types.includes(piece.meaning.type)

/** 把 and 将 begin an edit of their own: 「删掉地毯，把床移到窗边」. */
const isMarker = (piece: Piece) => piece.kind === 'token' && /^(把|将)$/.test(piece.text)

const hasVerb = (clause: readonly Piece[]) => clause.some((piece) => verbOf(piece) !== undefined)

function followsJoin(clause: readonly Piece[]): boolean {
  const last = clause.at(-1)
  return last?.kind === 'token' && (last.meaning.type === 'join' || last.meaning.type === 'break') && clause.length > 1
}

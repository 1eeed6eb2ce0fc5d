import type { Bounds } from '@enfilade/layout'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import { boundsOf } from './modifiers.ts'

/** A distance that is said of two things: 「沙发和电视之间距离3米」, by their index in the clause's mentions. */
export type GapBetween = {
  readonly type: 'near' | 'far'
  readonly subject: number
  readonly target: number
  readonly distance: Bounds
  readonly first: number
  readonly last: number
}

const opener = /^(间|之间|距离|间距|的间距|的距离|相距|间隔|相隔|隔|隔开|留|留出|要留|预留|保持|有|中间)$/

/** 「茶几与沙发间距40厘米」, 「床和衣柜之间要留90公分」: two things joined, words of distance and a length. */
export function gapsBetween(clause: readonly Piece[], mentions: readonly Mention[]): GapBetween[] {
  return [...gapsBefore(clause, mentions), ...gapsBehind(clause, mentions)]
}

/** "at least 1 m between the bed and the desk": nothing stands there, so it is how far they are apart. */
function gapsBefore(clause: readonly Piece[], mentions: readonly Mention[]): GapBetween[] {
  return clause.flatMap((piece, at): GapBetween[] => {
    const length = clause[at - 1]
    if (!/^between$/i.test(piece.text) || length?.kind !== 'length' || length.values.length !== 1) return []
    const subject = mentions.findIndex(({ first }) => first > at)
    const [a, b] = [mentions[subject], mentions[subject + 1]]
    if (a?.kind !== 'object' || b?.kind !== 'object' || a.first > at + 2) return []
    if (clause.slice(a.last + 1, b.first).some((entry) => entry.kind !== 'token' || !isJoint(entry))) return []
    // "a table 1 m wide between": the length is of what stands there.
    if (mentions.some(({ first, last }) => first <= at - 1 && at - 1 <= last)) return []
    const { exact, ...bounds } = boundsOf(clause, at - 1, length.values[0]!)
    const distance: Bounds = exact === undefined ? bounds : { min: exact }
    const type = distance.min === undefined ? 'near' : 'far'
    return [{ type, subject, target: subject + 1, distance, first: at - 1, last: b.last }]
  })
}

const isJoint = (piece: Extract<Piece, { kind: 'token' }>) => ['join', 'particle'].includes(piece.meaning.type)

function gapsBehind(clause: readonly Piece[], mentions: readonly Mention[]): GapBetween[] {
  return mentions.flatMap((mention, subject): GapBetween[] => {
    const other = mentions[subject + 1]
    if (mention.kind !== 'object' || other?.kind !== 'object') return []
    const joint = clause.slice(mention.last + 1, other.first)
    if (joint.length !== 1 || joint[0]!.kind !== 'token' || joint[0]!.meaning.type !== 'join') return []
    const at = clause.findIndex((piece, index) => index > other.last && piece.kind === 'length')
    const length = clause[at]
    if (length?.kind !== 'length' || length.values.length !== 1 || at > other.last + 6) return []
    const words = clause.slice(other.last + 1, at)
    if (!words.some(({ text }) => opener.test(text)) || !words.every(isOfGap)) return []
    const { exact, ...bounds } = boundsOf(clause, at, length.values[0]!)
    const isLeft = words.some(({ text }) => /留/.test(text))
    const distance: Bounds = exact === undefined ? bounds : isLeft ? { min: exact } : { exact }
    const type = distance.min === undefined || distance.max !== undefined ? 'near' : 'far'
    return [{ type, subject, target: subject + 1, distance, first: mention.first, last: at }]
  })
}

const isOfGap = (piece: Piece) =>
  piece.kind === 'token' &&
  (opener.test(piece.text) ||
    ['particle', 'bound', 'question', 'leave', 'verb', 'relation'].includes(piece.meaning.type))

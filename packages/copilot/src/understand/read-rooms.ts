import type { RoomReference } from './intent.ts'
import type { Piece } from './measures.ts'

/** A room named in a clause: where something is or happens, what it shall become, or where something is to go. */
export type RoomMention = {
  /** Piece index. */
  readonly at: number
  readonly role: 'in' | 'as' | 'to'
  /** "in the bedroom", 「卧室里」: said as a place, not as the thing that is asked for. */
  readonly isPlace: boolean
  readonly hasArticle: boolean
  readonly reference: RoomReference
}

/** Finds the rooms that a clause names. */
export function readRooms(clause: readonly Piece[]): RoomMention[] {
  const isMove = clause.some((piece) => isVerb(piece, 'move') || isVerb(piece, 'add'))
  return clause.flatMap((piece, at): RoomMention[] => {
    if (piece.kind !== 'token') return []
    const { meaning } = piece
    if (meaning.type === 'whole' && !isHeadless(clause, at)) return []
    if (meaning.type !== 'room' && meaning.type !== 'whole' && !isEveryRoom(clause, at)) return []
    const before = wordsBefore(clause, at)
    const after = clause[at + 1]?.text ?? ''
    // 「两个卧室都要双人床」.
    const isAll = meaning.type === 'room' && !meaning.rank && /^(各|都|均|各自|分别|每间)/.test(after)
    const every =
      meaning.type !== 'room' ||
      piece.plural ||
      isAll ||
      before.some((word) => /^(all|every|each|both|所有的?|全部的?|每个?|各)$/.test(word))
    return [
      {
        at,
        role: roleOf(clause, at, before, isMove),
        isPlace:
          before.some((word) => /^(in|inside|of|within|在|from)$/.test(word)) ||
          /^(里|里面|里的|中|内|的)$/.test(after),
        hasArticle: before.some((word) => /^(a|an|一|个|间|一个|一间)$/.test(word)),
        reference: {
          ...(meaning.type === 'room' && (!meaning.id || every) ? { type: meaning.room } : {}),
          ...(meaning.type === 'room' && meaning.rank ? { rank: meaning.rank } : {}),
          ...(meaning.type === 'room' && meaning.id && !every ? { id: meaning.id } : {}),
          ...(every ? { every: true } : {}),
          words: piece.text,
        },
      },
    ]
  })
}

/** The place that a clause is restricted to, or where what it brings goes: "add a plant to the bathroom". */
export function placeOf(rooms: readonly RoomMention[]): RoomReference | undefined {
  return (rooms.find(({ role }) => role === 'in') ?? rooms.find(({ role }) => role === 'to'))?.reference
}

export const isVerb = (piece: Piece, verb: string) =>
  piece.kind === 'token' && piece.meaning.type === 'verb' && piece.meaning.verb === verb

/** "every room", 「每个房间」. */
function isEveryRoom(clause: readonly Piece[], at: number): boolean {
  const piece = clause[at]!
  if (piece.kind !== 'token' || piece.meaning.type !== 'part' || piece.meaning.part !== 'room') return false
  return piece.plural === true
    ? wordsBefore(clause, at).some((word) => /^(all|所有|全部)$/.test(word))
    : wordsBefore(clause, at).some((word) => /^(every|each|每)$/.test(word))
}

/** "the flat", not "flat" before another noun. */
function isHeadless(clause: readonly Piece[], at: number): boolean {
  const next = clause[at + 1]
  return !(next?.kind === 'token' && next.meaning.type === 'object')
}

/** Light words directly before a piece, in order. */
function wordsBefore(clause: readonly Piece[], at: number): string[] {
  const words: string[] = []
  for (let index = at - 1; index >= 0; index -= 1) {
    const piece = clause[index]!
    const type = piece.kind === 'token' ? piece.meaning.type : ''
    if (
      ![
        'particle',
        'number',
        'measure',
        'attribute',
        'style',
        'size',
        'each',
        'relation',
        'occupants',
        'person',
      ].includes(type)
    )
      break
    words.unshift(piece.text.toLowerCase())
  }
  return words
}

function roleOf(clause: readonly Piece[], at: number, before: readonly string[], isMove: boolean): RoomMention['role'] {
  const verbs = clause.slice(0, at).filter((piece) => piece.kind === 'token' && piece.meaning.type === 'verb')
  const last = verbs.at(-1)?.text.toLowerCase() ?? ''
  if (before.includes('as') || before.includes('成') || /[成为]$/.test(last)) return 'as'
  if (/^(make|turn) (this|it)/.test(last) && !before.includes('in')) return 'as'
  if (before.includes('into') || before.includes('be')) return isMove ? 'to' : 'as'
  if (isMove && (before.includes('to') || before.includes('到') || before.includes('进') || /[到进]$/.test(last)))
    return 'to'
  return 'in'
}

import type { Brief, Occupants } from '@enfilade/layout'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'

export type MutableOccupants = { -readonly [K in keyof Occupants]: Occupants[K] }
type Person = keyof Omit<Occupants, 'words'>

/** Adds the people of a clause: "a couple with a 5-year-old", "two home workers", 「80岁的奶奶」, "dinner for six". */
export function readPeople(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  occupants: MutableOccupants,
  isDining: boolean,
): void {
  let isNegated = false
  let lastCount = 0
  for (let at = 0; at < clause.length; at += 1) {
    const piece = clause[at]!
    if (
      piece.kind !== 'token' ||
      mentions.some(({ kind, first, last }) => kind === 'object' && first <= at && at <= last)
    )
      continue
    const { meaning } = piece
    if (meaning.type === 'negation') isNegated = true
    else if (meaning.type === 'break' || meaning.type === 'join') isNegated = false
    if (isNegated) continue
    if (meaning.type === 'occupants') {
      Object.assign(occupants, withoutAll(occupants, meaning.occupants))
      lastCount = meaning.occupants.adults ?? 0
    } else if (meaning.type === 'age') {
      const person = personOfAge(clause, at)
      if (person && !isPersonNext(clause, at))
        add(occupants, person, countBefore(clause, at - (clause[at - 1]?.text === '-' ? 3 : 2)))
    } else if (meaning.type === 'person' && /^(?:每个?|each|every|per)$/i.test(clause[at - 1]?.text ?? '')) continue
    // 「一人一把椅子」.
    else if (meaning.type === 'person' && clause[at - 1]?.text === '一' && numberAt(clause, at + 1) !== undefined)
      continue
    else if (meaning.type === 'person') {
      const own = countBefore(clause, at - 1)
      const isWork = meaning.person === 'working' && !hasNumberBefore(clause, at)
      const count = isWork && lastCount > 0 ? lastCount : piece.plural && own === 1 ? 2 : own
      add(occupants, meaning.person, count)
      if (meaning.person === 'cats' || meaning.person === 'dogs') add(occupants, 'pets', count)
      if (meaning.person === 'adults') lastCount = count
    } else if (meaning.type === 'seating') {
      const number = clause[at + 1]
      if (number?.kind === 'token' && number.meaning.type === 'number' && !isObject(clause[at + 2]))
        occupants.guests = number.meaning.value
    } else if (/^(we're|we are|there are|there're)$/i.test(piece.text) && endsCount(clause, at + 2)) {
      const count = numberAt(clause, at + 1) ?? 0
      if (count > 0) add(occupants, isDining ? 'guests' : 'adults', count)
    } else if (isUs(piece.text)) {
      const count = countOfUs(clause, at)
      if (count > 0) add(occupants, isDining ? 'guests' : 'adults', count)
    } else if (meaning.type === 'for') readFor(clause, at, occupants, isDining)
  }
}

const isUs = (text: string) => /^(us|them)$/i.test(text)

/** "each of us four", "the three of us", "all six of them"; 0 where they are not counted. */
function countOfUs(clause: readonly Piece[], at: number): number {
  const behind = numberAt(clause, at + 1)
  const before = /^of$/i.test(clause[at - 1]?.text ?? '') ? numberAt(clause, at - 2) : undefined
  return behind ?? before ?? 0
}

/** "we are six at Christmas", "there are four of us". */
const endsCount = (clause: readonly Piece[], at: number) => /^(of|at|for|,|in|on)$/i.test(clause[at]?.text ?? ',')

function numberAt(clause: readonly Piece[], at: number): number | undefined {
  const piece = clause[at]
  const isNumber = piece?.kind === 'token' && piece.meaning.type === 'number' && !piece.meaning.article
  return isNumber && piece.meaning.type === 'number' && piece.meaning.value <= 30 ? piece.meaning.value : undefined
}

/** A family said twice is one family. */
const withoutAll = (known: MutableOccupants, more: Occupants): Occupants =>
  Object.fromEntries(Object.entries(more).filter(([key, value]) => (known[key as Person] ?? 0) < (value as number)))

function add(occupants: MutableOccupants, person: Person, count: number): void {
  occupants[person] = Math.min(30, Math.max(occupants[person] ?? 0, count))
}

const isObject = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'object'

/** "for six": at a table guests, elsewhere people who live there. */
function readFor(clause: readonly Piece[], at: number, occupants: MutableOccupants, isDining: boolean): void {
  const [number, next] = [clause[at + 1], clause[at + 2]]
  if (number?.kind !== 'token' || number.meaning.type !== 'number' || number.meaning.article) return
  if (!Number.isInteger(number.meaning.value) || number.meaning.value > 30) return
  const isClosed =
    next === undefined || (next.kind === 'token' && ['break', 'join', 'with', 'verb'].includes(next.meaning.type))
  if (isClosed) add(occupants, isDining ? 'guests' : 'adults', number.meaning.value)
}

/** The number that counts a person: not an age, over light words ("two very old people", 「两位老人」). */
function countBefore(clause: readonly Piece[], from: number): number {
  for (let at = from; at >= Math.max(0, from - 4); at -= 1) {
    const piece = clause[at]
    if (piece?.kind !== 'token') return 1
    const { type } = piece.meaning
    if (piece.meaning.type === 'number') return Math.max(1, Math.min(30, Math.round(piece.meaning.value)))
    if (piece.meaning.type === 'quantity') return piece.meaning.min
    if (type === 'age') at -= clause[at - 1]?.text === '-' ? 2 : 1
    else if (
      !['measure', 'particle', 'size', 'attribute', 'person', 'mood', 'unknown'].includes(type) &&
      piece.text !== '-'
    )
      return 1
  }
  return 1
}

function hasNumberBefore(clause: readonly Piece[], at: number): boolean {
  return clause
    .slice(Math.max(0, at - 2), at)
    .some((piece) => piece.kind === 'token' && piece.meaning.type === 'number')
}

function isPersonNext(clause: readonly Piece[], at: number): boolean {
  return clause.slice(at + 1, at + 4).some((piece) => piece.kind === 'token' && piece.meaning.type === 'person')
}

/** "5-year-old": a child; "80 years old": elderly. */
function personOfAge(clause: readonly Piece[], at: number): Person | undefined {
  const number = clause[clause[at - 1]?.text === '-' ? at - 2 : at - 1]
  if (number?.kind !== 'token' || number.meaning.type !== 'number') return undefined
  const { value } = number.meaning
  if (value < 2) return 'babies'
  if (value < 18) return 'children'
  return value >= 65 ? 'elderly' : 'adults'
}

export function packFor(occupants: Occupants): Pick<Brief, 'pack'> {
  if (occupants.wheelchair) return { pack: 'wheelchair' }
  if (occupants.elderly) return { pack: 'age-friendly' }
  if (occupants.children || occupants.babies) return { pack: 'child' }
  return {}
}

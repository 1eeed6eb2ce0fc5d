import { kinds } from '@enfilade/catalogue'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import type { Place } from './places.ts'

/** Where nothing is to be: "nothing on the walls", "no furniture in front of the window", "nothing with drawers". */
export type Void = {
  readonly first: number
  readonly last: number
  /** Kinds that must not be there for it. */
  readonly excluded: readonly string[]
  /** Mention of what must stay free. */
  readonly about?: number
}

/** Things as such under a negation, with what is said of where or what they are. */
export function findVoids(clause: readonly Piece[], mentions: readonly Mention[], places: readonly Place[]): Void[] {
  const voids: Void[] = []
  for (let at = 0; at < clause.length; at += 1) {
    const head = headAt(clause, at)
    if (head === undefined) continue
    const found = withPart(clause, at, head) ?? onFloor(clause, at, head) ?? atPlace(clause, mentions, places, at, head)
    if (found) voids.push(found)
  }
  return voids
}

/** Piece index of the word for things: "nothing", "no furniture", "don't put anything". */
function headAt(clause: readonly Piece[], at: number): number | undefined {
  const piece = clause[at]!
  if (piece.kind !== 'token') return undefined
  if (/^nothing$/i.test(piece.text)) return at
  if (piece.meaning.type !== 'negation' || piece.meaning.after) return undefined
  for (let index = at + 1; index <= at + 5; index += 1) {
    const next = clause[index]
    if (next?.kind !== 'token') return undefined
    if (next.meaning.type === 'everything' || thing.test(next.text)) return index
    if (!skipped.has(next.meaning.type)) return undefined
  }
  return undefined
}

const thing = /^(anything|things?|items?|objects?|pieces?|stuff)$/i

const skipped: ReadonlySet<string> = new Set(['particle', 'verb', 'size', 'mood', 'unknown', 'polite', 'step', 'axis'])

/** "nothing with drawers". */
function withPart(clause: readonly Piece[], first: number, head: number): Void | undefined {
  const opener = clause[head + 1]
  if (opener?.kind !== 'token' || opener.meaning.type !== 'with') return undefined
  const part = clause.findIndex(
    (piece, at) => at > head + 1 && at <= head + 4 && piece.kind === 'token' && piece.meaning.type === 'feature',
  )
  const feature = clause[part]
  if (feature?.kind !== 'token' || feature.meaning.type !== 'feature') return undefined
  const { meaning } = feature
  const excluded =
    meaning.part === 'drawers' ? kinds.filter(({ opens }) => opens === 'drawers').map(({ id }) => id) : []
  return { first, last: part, excluded }
}

function atPlace(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  places: readonly Place[],
  first: number,
  head: number,
): Void | undefined {
  const place = places.find(
    (entry) =>
      entry.first > head &&
      entry.first <= head + 4 &&
      clause.slice(head + 1, entry.first).every((piece) => piece.kind === 'token' && skipped.has(piece.meaning.type)),
  )
  if (!place) return undefined
  const [about] = place.targets
  const target = about === undefined ? undefined : mentions[about]
  const isOnWall =
    place.type === 'on_wall' || (target?.kind === 'part' && target.part === 'wall' && place.type === 'on')
  const { last } = place
  if (isOnWall) return { first, last, excluded: hung }
  if (place.type === 'hanging' || (target?.kind === 'part' && target.part === 'ceiling'))
    return { first, last, excluded: ['pendant_light', 'chandelier', 'ceiling_fan'] }
  return { first, last, excluded: [], ...(about === undefined ? {} : { about }) }
}

/** "nothing on the floor". */
function onFloor(clause: readonly Piece[], first: number, head: number): Void | undefined {
  const last = clause.findIndex(
    (piece, at) =>
      at > head &&
      at <= head + 3 &&
      piece.kind === 'token' &&
      piece.meaning.type === 'part' &&
      piece.meaning.part === 'floor',
  )
  return last < 0 ? undefined : { first, last, excluded: ['rug', 'mat', 'play_mat', 'doormat', 'bath_mat'] }
}

/** What hangs on walls for its looks or to put things on; basins and grab bars stay. */
const hung = kinds
  .filter(({ id, mount, group }) => mount === 'wall' && (group === 'decor' || id === 'wall_shelf') && id !== 'curtain')
  .map(({ id }) => id)

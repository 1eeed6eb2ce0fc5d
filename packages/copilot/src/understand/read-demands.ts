import type { BriefDemand, RelationTarget } from '@enfilade/layout'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'
import { boundsOf } from './modifiers.ts'
import type { Place } from './places.ts'

type Context = {
  readonly clause: readonly Piece[]
  readonly mentions: readonly Mention[]
  readonly clearances: readonly Place[]
  readonly request: string
  readonly target: (index: number) => RelationTarget | undefined
}

/** What a clause demands of the room: ways, turning circles, free floor, storage, light. */
export function readDemands({ clause, mentions, clearances, request, target }: Context): BriefDemand[] {
  const demands: BriefDemand[] = []
  const wordsFrom = (first: number, last: number) => request.slice(clause[first]!.from, clause[last]!.to)
  for (const place of clearances) {
    const value = lowest(place.distance) ?? lengthNear(clause, place.last)
    const before = mentions.findLastIndex(({ kind, last }) => kind === 'object' && last < place.first)
    const about = [...place.targets, before]
      .map((index) => (index < 0 ? undefined : target(index)))
      .find((found) => found)
    demands.push({
      type: 'clearance',
      ...(value === undefined ? {} : { value }),
      ...(about ? { about } : {}),
      words: wordsFrom(place.first, place.last),
    })
  }
  clause.forEach((piece, at) => {
    if (piece.kind !== 'token' || mentions.some(({ first, last }) => first <= at && at <= last)) return
    const { meaning } = piece
    if (meaning.type === 'demand') demands.push({ type: meaning.demand, words: piece.text })
    if (meaning.type === 'passage' || meaning.type === 'turning') {
      const near = nearestLength(clause, at)
      if (near === undefined || clearances.some(({ first, last }) => first <= near && near <= last)) return
      const value = valueAt(clause, near)
      if (value === undefined || value > 4) return
      const type = meaning.type === 'passage' ? 'path_width' : 'turning_circle'
      demands.push({ type, value, words: wordsFrom(Math.min(near, at), Math.max(near, at)) })
    }
    if (meaning.type === 'clear') {
      const about = mentions
        .filter(({ kind, first }) => kind === 'part' && Math.abs(first - at) <= 6)
        .sort((a, b) => Math.abs(a.first - at) - Math.abs(b.first - at))[0]
      const found = about && target(mentions.indexOf(about))
      if (found && about.kind === 'part' && ['window', 'door', 'wall', 'room'].includes(about.part))
        demands.push({
          type: 'keep_clear',
          about: found,
          words: wordsFrom(Math.min(at, about.first), Math.max(at, about.last)),
        })
    }
  })
  return demands
}

const lowest = (bounds: Place['distance']) => bounds?.exact ?? bounds?.min ?? bounds?.max

function lengthNear(clause: readonly Piece[], at: number): number | undefined {
  const index = nearestLength(clause, at)
  const length = index === undefined ? undefined : clause[index]
  return length?.kind === 'length' ? length.values[0] : undefined
}

function nearestLength(clause: readonly Piece[], at: number): number | undefined {
  const indices = clause.flatMap((piece, index) =>
    piece.kind === 'length' && Math.abs(index - at) <= 5 ? [index] : [],
  )
  return indices.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0]
}

function valueAt(clause: readonly Piece[], index: number): number | undefined {
  const piece = clause[index]
  if (piece?.kind !== 'length' || piece.values.length !== 1) return undefined
  const { exact, min, max } = boundsOf(clause, index, piece.values[0]!)
  return exact ?? min ?? max
}

import { diffUpdate, encodeStateVector } from 'yjs'
import { MalformedError } from './byte-reader.ts'
import { ClockRanges } from './clock-ranges.ts'
import { type DeletedRange, NEED_STRIDE, type Piece, type ScannedUpdate, scanUpdate } from './scan-update.ts'
import { bytesOfUpdate, type ClientRuns, writeUpdate } from './write-update.ts'

/** What is known of a document so far. */
export interface Known {
  /** Clock after the last struct of a client; 0 when there is none. */
  clockOf(client: number): number
  isDeleted(client: number, from: number, to: number): boolean
}

export type CheckedUpdate =
  /** Everything in it is known already. */
  | { kind: 'nothing' }
  /** It continues what is known. `update` holds what is new, and starts where the known ends. */
  | { kind: 'new'; update: ScannedUpdate; isComplete: boolean }
  /** It builds on something that is missing here, and nothing of it can be taken. */
  | { kind: 'gap' }

/** More steps than any honest document needs; a tangle beyond it is refused. */
const MAX_STEPS = 2_000_000

/**
 * Decides what of an update continues the known state: clocks without a hole, and everything that it points at
 * (neighbours, parents, deleted things) is known or comes with it. What a Yjs document would have to set aside and try
 * again with every later update ("pending") is not let in.
 *
 * @throws MalformedError when it is too tangled to tell.
 */
export function checkUpdate(update: ScannedUpdate, known: Known): CheckedUpdate {
  const reach = integrate(update.pieces, known)
  const pieces: Piece[] = []
  let isComplete = true
  let isCut = false
  let overlaps = false
  for (const [index, piece] of update.pieces.entries()) {
    const taken = reach.taken[index]
    if (taken !== piece) isComplete = false
    const clock = known.clockOf(piece.client)
    if (!taken || taken.to <= clock) {
      isCut = true
      continue
    }
    if (taken.from < clock) overlaps = true
    if (taken !== piece) isCut = true
    pieces.push(taken)
  }
  const deletes: DeletedRange[] = []
  for (const range of update.deletes) {
    const to = Math.min(range.to, reach.clockOf(range.client))
    if (to < range.to) isComplete = false
    if (to <= range.from || known.isDeleted(range.client, range.from, to)) isCut = true
    else {
      if (to !== range.to) isCut = true
      deletes.push({ ...range, to })
    }
  }
  if (pieces.length === 0 && deletes.length === 0) return isComplete ? { kind: 'nothing' } : { kind: 'gap' }
  if (!isCut && !overlaps) return { kind: 'new', update, isComplete }
  const cut = rewrite(pieces, deletes)
  return { kind: 'new', update: overlaps ? sliceKnown(cut, known) : scanUpdate(cut), isComplete }
}

/** Follows the order in which Yjs would integrate the pieces, and says how far each one gets. */
function integrate(pieces: readonly Piece[], known: Known) {
  const reached = new Map<number, number>()
  const clockOf = (client: number) => reached.get(client) ?? known.clockOf(client)
  const next = pieces.map(() => 0)
  const isDone = pieces.map(() => false)
  let steps = 0
  let hasMoved = true
  while (hasMoved) {
    hasMoved = false
    for (const [index, piece] of pieces.entries()) {
      if (isDone[index]) continue
      if (++steps > MAX_STEPS) throw new MalformedError('too tangled')
      if (piece.from > clockOf(piece.client)) continue
      const before = next[index]!
      let need = before
      while (need < piece.needs.length && piece.needs[need + 4]! < clockOf(piece.needs[need + 3]!)) need += NEED_STRIDE
      steps += (need - before) / NEED_STRIDE
      next[index] = need
      isDone[index] = need >= piece.needs.length
      const to = isDone[index] ? piece.to : piece.needs[need + 2]!
      if (to > clockOf(piece.client)) {
        reached.set(piece.client, to)
        hasMoved = true
      } else if (isDone[index] || need > before) {
        hasMoved = true
      }
    }
  }
  const taken = pieces.map((piece, index) => {
    if (isDone[index]) return piece
    if (piece.from > clockOf(piece.client)) return undefined
    return cutPiece(piece, next[index]!)
  })
  return { clockOf, taken }
}

/** The part of a piece before the struct whose need stands at `need`. */
function cutPiece(piece: Piece, need: number): Piece | undefined {
  const count = piece.needs[need]!
  if (count === 0) return undefined
  const end = piece.needs[need + 1]!
  return { ...piece, count, end, to: piece.needs[need + 2]!, needs: piece.needs.slice(0, need) }
}

function rewrite(pieces: readonly Piece[], deletes: readonly DeletedRange[]): Uint8Array {
  return bytesOfUpdate(writeUpdate(groupByClient(pieces), rangesOf(deletes)))
}

/** Cuts off the known beginning of structs of which a part is new. Rare, so Yjs's own slower slicing does it. */
function sliceKnown(bytes: Uint8Array, known: Known): ScannedUpdate {
  const vector = new Map(scanUpdate(bytes).pieces.map(({ client }) => [client, known.clockOf(client)]))
  try {
    return scanUpdate(diffUpdate(bytes, encodeStateVector(vector)))
  } catch (cause) {
    throw new MalformedError('cannot be sliced', { cause })
  }
}

/**
 * Joins updates of one document, each of which continues the ones before it, to one.
 *
 * @returns The bytes of the only one as they are, or of all of them.
 */
export function joinUpdates(updates: readonly ScannedUpdate[]): Uint8Array {
  if (updates.length === 1) return updates[0]!.bytes
  return rewrite(
    updates.flatMap((update) => update.pieces),
    updates.flatMap((update) => update.deletes),
  )
}

function groupByClient(pieces: readonly Piece[]): ClientRuns[] {
  const runs = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const found = runs.get(piece.client)
    if (found) found.push(piece)
    else runs.set(piece.client, [piece])
  }
  return [...runs].map(([client, each]) => ({ client, runs: each }))
}

function rangesOf(deletes: readonly DeletedRange[]): ClockRanges {
  const ranges = new ClockRanges()
  for (const { client, from, to } of deletes) ranges.add(client, from, to)
  return ranges
}

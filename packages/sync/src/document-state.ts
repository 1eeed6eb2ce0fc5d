import { varUintLength } from './byte-writer.ts'
import { ClockRanges } from './clock-ranges.ts'
import { findStruct, type Piece, type ScannedUpdate } from './scan-update.ts'
import { type ClientRuns, type StructRun, type WrittenUpdate, writeUpdate } from './write-update.ts'

/**
 * The merged state of a document, as runs of undecoded structs per client. Adding an update costs what the update
 * weighs; writing the whole state, or what a state vector lacks, is copying bytes. There is no Y.Doc in it.
 */
export class DocumentState {
  /** The state vector: clock after the last struct, per client. */
  readonly clocks = new Map<number, number>()
  readonly deleted = new ClockRanges()
  /** Counts changes, so that what was written of a state can be kept until it changes. */
  version = 0
  /** Bytes of all structs. */
  structBytes = 0
  private readonly runs = new Map<number, Piece[]>()

  clockOf(client: number): number {
    return this.clocks.get(client) ?? 0
  }

  isDeleted(client: number, from: number, to: number): boolean {
    return this.deleted.covers(client, from, to)
  }

  /**
   * Adds an update that continues the state: each piece starts at its client's clock. Pieces that are known already are
   * left out.
   *
   * @returns false, and nothing was added, when it does not continue the state.
   */
  add(update: ScannedUpdate): boolean {
    for (const piece of update.pieces) {
      if (piece.to > this.clockOf(piece.client) && piece.from !== this.clockOf(piece.client)) return false
    }
    for (const piece of update.pieces) this.addPiece(piece)
    for (const { client, from, to } of update.deletes) this.deleted.add(client, from, to)
    this.version += 1
    return true
  }

  private addPiece(piece: Piece): void {
    if (piece.to <= this.clockOf(piece.client)) return
    // What it points at was checked; keeping it would double the memory of a small edit.
    const kept = { ...piece, needs: [] }
    const runs = this.runs.get(piece.client)
    if (runs) runs.push(kept)
    else this.runs.set(piece.client, [kept])
    this.clocks.set(piece.client, piece.to)
    this.structBytes += piece.end - piece.start
  }

  /** Bytes that the whole state would weigh, roughly. */
  get size(): number {
    return this.structBytes + this.deleted.size * 6
  }

  /**
   * Writes what a reader with the state vector `known` lacks, and all deletions: they don't advance the vector.
   * A struct of which the reader has a part is written whole; Yjs takes the part that it needs.
   *
   * @param known Absent: the whole state.
   */
  write(known?: ReadonlyMap<number, number>): WrittenUpdate {
    const sections: ClientRuns[] = []
    for (const [client, runs] of this.runs) {
      const clock = known?.get(client) ?? 0
      if (clock >= this.clockOf(client)) continue
      sections.push({ client, runs: clock === 0 ? runs : runsFrom(runs, clock) })
    }
    // Readers are quicker when higher client ids come first: Yjs looks for conflicts in that order.
    sections.sort((a, b) => b.client - a.client)
    const written = writeUpdate(sections, this.deleted)
    if (!known) this.adopt(sections, written)
    return written
  }

  /** After the whole state was written, keeps that buffer alone and lets go of the updates that it was made of. */
  private adopt(sections: readonly ClientRuns[], written: WrittenUpdate): void {
    let position = sectionStart(sections, written)
    for (const { client, runs } of sections) {
      let count = 0
      let length = 0
      for (const run of runs) {
        count += run.count
        length += run.end - run.start
      }
      const from = runs[0]!.from
      position += headLength(count, client, from)
      this.runs.set(client, [
        {
          client,
          from,
          to: this.clockOf(client),
          count,
          bytes: written.buffer,
          start: position,
          end: position + length,
          needs: [],
        },
      ])
      position += length
    }
  }
}

function runsFrom(runs: readonly Piece[], clock: number): StructRun[] {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.to <= clock) low = middle + 1
    else high = middle
  }
  const first = runs[low]!
  if (first.from >= clock) return runs.slice(low)
  const { index, offset, clock: from } = findStruct(first, clock)
  const cut = { from, count: first.count - index, bytes: first.bytes, start: offset, end: first.end }
  return [cut, ...runs.slice(low + 1)]
}

function sectionStart(sections: readonly ClientRuns[], written: WrittenUpdate): number {
  return written.start + varUintLength(sections.length)
}

function headLength(count: number, client: number, from: number): number {
  return varUintLength(count) + varUintLength(client) + varUintLength(from)
}

import { ByteWriter, VAR_UINT_MAX_LENGTH } from './byte-writer.ts'
import type { ClockRanges } from './clock-ranges.ts'

/** A run of structs to be written: its bytes are copied as they are. */
export interface StructRun {
  from: number
  count: number
  bytes: Uint8Array
  start: number
  end: number
}

/** One client's part of an update: runs that follow each other without a hole. */
export interface ClientRuns {
  client: number
  runs: readonly StructRun[]
}

/** An update in a buffer with room in front of it for the head of a message. */
export interface WrittenUpdate {
  buffer: Uint8Array
  start: number
  end: number
}

/** Room that `writeUpdate` leaves before the update. */
export const HEADROOM = 32

/** Joins runs of structs and deletions to one V1 update, by copying bytes; nothing is decoded. */
export function writeUpdate(sections: readonly ClientRuns[], deletes: ClockRanges): WrittenUpdate {
  const writer = new ByteWriter(HEADROOM + boundOf(sections, deletes), HEADROOM)
  writer.writeVarUint(sections.length)
  for (const { client, runs } of sections) {
    let count = 0
    for (const run of runs) count += run.count
    writer.writeVarUint(count)
    writer.writeVarUint(client)
    writer.writeVarUint(runs[0]!.from)
    for (const run of runs) writer.writeBytes(run.bytes.subarray(run.start, run.end))
  }
  writeDeletes(writer, deletes)
  return { buffer: writer.bytes, start: HEADROOM, end: writer.position }
}

function writeDeletes(writer: ByteWriter, deletes: ClockRanges): void {
  writer.writeVarUint(deletes.byClient.size)
  for (const [client, ranges] of deletes.byClient) {
    writer.writeVarUint(client)
    writer.writeVarUint(ranges.length / 2)
    for (let index = 0; index < ranges.length; index += 2) {
      writer.writeVarUint(ranges[index]!)
      writer.writeVarUint(ranges[index + 1]! - ranges[index]!)
    }
  }
}

function boundOf(sections: readonly ClientRuns[], deletes: ClockRanges): number {
  let numbers = 2 + sections.length * 3 + deletes.byClient.size * 2 + deletes.size * 2
  numbers *= VAR_UINT_MAX_LENGTH
  for (const { runs } of sections) {
    for (const run of runs) numbers += run.end - run.start
  }
  return numbers
}

/** The update's bytes, as a view. */
export function bytesOfUpdate(update: WrittenUpdate): Uint8Array {
  return update.buffer.subarray(update.start, update.end)
}

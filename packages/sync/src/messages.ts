import { ByteWriter, varUintLength } from './byte-writer.ts'
import { MESSAGE, PRIVATE, SYNC } from './protocol.ts'
import { HEADROOM, type WrittenUpdate } from './write-update.ts'

/** A message on its way out, shared by all the sockets that get it. */
export interface OutgoingMessage {
  readonly bytes: Uint8Array
  /** With the head of a websocket frame in front; made by the first socket that sends it. */
  framed?: Uint8Array
}

export function writeSyncStep1(clocks: ReadonlyMap<number, number>): OutgoingMessage {
  let length = varUintLength(clocks.size)
  for (const [client, clock] of clocks) length += varUintLength(client) + varUintLength(clock)
  const writer = new ByteWriter(2 + varUintLength(length) + length)
  writer.writeVarUint(MESSAGE.sync)
  writer.writeVarUint(SYNC.step1)
  writer.writeVarUint(length)
  writer.writeVarUint(clocks.size)
  for (const [client, clock] of clocks) {
    writer.writeVarUint(client)
    writer.writeVarUint(clock)
  }
  return { bytes: writer.bytes }
}

export function writeSyncUpdate(update: Uint8Array): OutgoingMessage {
  const writer = new ByteWriter(2 + varUintLength(update.length) + update.length)
  writer.writeVarUint(MESSAGE.sync)
  writer.writeVarUint(SYNC.update)
  writer.writeVarUint(update.length)
  writer.writeBytes(update)
  return { bytes: writer.bytes }
}

/** Puts the head of a sync message into the room before a written update; the update is not copied. */
export function wrapUpdate(update: WrittenUpdate, kind: typeof SYNC.step2 | typeof SYNC.update): OutgoingMessage {
  const length = update.end - update.start
  const start = update.start - 2 - varUintLength(length)
  if (start < update.start - HEADROOM) throw new RangeError(`wrapUpdate: ${length} bytes leave no room for a head`)
  let position = start
  update.buffer[position++] = MESSAGE.sync
  update.buffer[position++] = kind
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    update.buffer[position++] = rest > 127 ? 128 | (rest & 127) : rest
    if (rest <= 127) break
  }
  return { bytes: update.buffer.subarray(start, update.end) }
}

export interface PresenceEntry {
  client: number
  clock: number
  /** JSON in UTF-8; `null` for a client that left. */
  state: Uint8Array
}

export function writePresence(entries: readonly PresenceEntry[]): OutgoingMessage {
  let length = varUintLength(entries.length)
  for (const { client, clock, state } of entries) {
    length += varUintLength(client) + varUintLength(clock) + varUintLength(state.length) + state.length
  }
  const writer = new ByteWriter(1 + varUintLength(length) + length)
  writer.writeVarUint(MESSAGE.presence)
  writer.writeVarUint(length)
  writer.writeVarUint(entries.length)
  for (const { client, clock, state } of entries) {
    writer.writeVarUint(client)
    writer.writeVarUint(clock)
    writer.writeVarUint(state.length)
    writer.writeBytes(state)
  }
  return { bytes: writer.bytes }
}

/** Presence of nobody: the shortest message that a stock client takes as a sign of life. */
export const SIGN_OF_LIFE: OutgoingMessage = { bytes: writePresence([]).bytes }

/** What the stock client prints as "permission denied". */
export function writePermissionDenied(reason: string): OutgoingMessage {
  const text = Buffer.from(reason, 'utf8')
  const writer = new ByteWriter(2 + varUintLength(text.length) + text.length)
  writer.writeVarUint(MESSAGE.auth)
  writer.writeVarUint(0)
  writer.writeVarUint(text.length)
  writer.writeBytes(text)
  return { bytes: writer.bytes }
}

/** Tells our provider how many of its document messages are durable. */
export function writeSaved(count: number): OutgoingMessage {
  const writer = new ByteWriter(2 + varUintLength(count))
  writer.writeVarUint(MESSAGE.private)
  writer.writeVarUint(PRIVATE.saved)
  writer.writeVarUint(count)
  return { bytes: writer.bytes }
}

export function writePrivateJson(kind: number, value: unknown): OutgoingMessage {
  const text = Buffer.from(JSON.stringify(value), 'utf8')
  const writer = new ByteWriter(2 + varUintLength(text.length) + text.length)
  writer.writeVarUint(MESSAGE.private)
  writer.writeVarUint(kind)
  writer.writeVarUint(text.length)
  writer.writeBytes(text)
  return { bytes: writer.bytes }
}

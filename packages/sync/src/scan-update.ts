import { ByteReader, MalformedError } from './byte-reader.ts'

/** A run of structs of one client without a hole, as it stands in an update's bytes. */
export interface Piece {
  client: number
  /** Clock of the first struct. */
  from: number
  /** Clock after the last struct. */
  to: number
  /** Number of structs. */
  count: number
  /** Byte range of the structs in `bytes`. */
  bytes: Uint8Array
  start: number
  end: number
  /**
   * What its structs point at in other clients' runs, flat, `NEED_STRIDE` numbers each: index of the struct in the run ·
   * byte offset of the struct · its clock · client and clock that must exist before it.
   */
  needs: number[]
}

export const NEED_STRIDE = 5

export interface DeletedRange {
  client: number
  from: number
  /** Clock after the last deleted one. */
  to: number
}

export interface ScannedUpdate {
  bytes: Uint8Array
  pieces: Piece[]
  deletes: DeletedRange[]
}

/** Far above any honest clock (Yjs counts edited characters and keys), and safe to add to. */
const MAX_CLOCK = 2 ** 45

/** Yjs reads nested values by recursion: deeper ones would overflow a reader's stack. */
const MAX_DEPTH = 128

/** Struct kinds of Yjs V1, the low five bits of a struct's first byte. */
const KIND = {
  gc: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  doc: 9,
  skip: 10,
}
const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_PARENT_KEY = 0x20

/** Shared types that Yjs 13 knows; 3 (element) and 5 (hook) carry a name. */
const LAST_TYPE = 6
const NAMED_TYPES = [3, 5]

/**
 * Reads the heads and lengths of a Yjs V1 update, without building anything, and checks everything that would make a
 * Yjs reader throw.
 *
 * @throws MalformedError for anything that Yjs would not have written, V2 updates among it.
 */
export function scanUpdate(bytes: Uint8Array): ScannedUpdate {
  const reader = new ByteReader(bytes)
  const pieces: Piece[] = []
  const seen = new Set<number>()
  const sections = reader.readVarUint()
  for (let section = 0; section < sections; section++) {
    const count = reader.readVarUint()
    const client = reader.readVarUint()
    const clock = reader.readVarUint()
    if (seen.has(client)) throw new MalformedError(`client ${client} comes twice`)
    seen.add(client)
    scanSection(reader, client, clock, count, pieces)
  }
  const deletes = scanDeletes(reader)
  if (!reader.isAtEnd) throw new MalformedError('bytes after the end')
  return { bytes, pieces, deletes }
}

function scanSection(reader: ByteReader, client: number, firstClock: number, count: number, pieces: Piece[]): void {
  let clock = firstClock
  let piece: Piece | undefined
  for (let index = 0; index < count; index++) {
    const start = reader.position
    const info = reader.readByte()
    if (info === KIND.skip) {
      clock += readLength(reader)
      piece = undefined
      continue
    }
    if (!piece) {
      piece = { client, from: clock, to: clock, count: 0, bytes: reader.bytes, start, end: start, needs: [] }
      pieces.push(piece)
    }
    clock += scanStruct(reader, info, clock, start, piece)
    if (clock > MAX_CLOCK) throw new MalformedError('clock out of range')
    piece.count += 1
    piece.to = clock
    piece.end = reader.position
  }
}

/** @returns The struct's length in clocks. */
function scanStruct(reader: ByteReader, info: number, clock: number, start: number, piece: Piece): number {
  if (info === KIND.gc) return readLength(reader)
  const hasNeighbour = (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) !== 0
  if ((info & HAS_ORIGIN) !== 0) scanReference(reader, clock, start, piece)
  if ((info & HAS_RIGHT_ORIGIN) !== 0) scanReference(reader, clock, start, piece)
  if (!hasNeighbour) {
    if (reader.readVarUint() === 1) reader.readVarStringBytes()
    else scanReference(reader, clock, start, piece)
    if ((info & HAS_PARENT_KEY) !== 0) reader.readVarStringBytes()
  }
  return scanContent(reader, info & 31)
}

function scanReference(reader: ByteReader, clock: number, start: number, piece: Piece): void {
  const client = reader.readVarUint()
  const referred = reader.readVarUint()
  if (client !== piece.client) piece.needs.push(piece.count, start, clock, client, referred)
  // Yjs does not wait for a client's own later structs, it throws.
  else if (referred >= clock) throw new MalformedError('a struct points at a later one of its own client')
}

function scanContent(reader: ByteReader, kind: number): number {
  switch (kind) {
    case KIND.deleted:
      return readLength(reader)
    case KIND.json:
      return readEach(reader, scanJsonItem)
    case KIND.binary:
      reader.readVarBytes()
      return 1
    case KIND.string:
      return scanString(reader)
    case KIND.embed:
      scanJson(reader)
      return 1
    case KIND.format:
      reader.readVarStringBytes()
      scanJson(reader)
      return 1
    case KIND.type:
      scanType(reader)
      return 1
    case KIND.any:
      return readEach(reader, scanAny)
    case KIND.doc:
      reader.readVarStringBytes()
      scanAny(reader)
      return 1
    default:
      throw new MalformedError(`unknown kind of content ${kind}`)
  }
}

function readLength(reader: ByteReader): number {
  const length = reader.readVarUint()
  if (length === 0 || length > MAX_CLOCK) throw new MalformedError(`a struct of length ${length}`)
  return length
}

function readEach(reader: ByteReader, scanOne: (reader: ByteReader) => void): number {
  const length = readLength(reader)
  // Each value takes a byte at least, so this ends with the bytes, whatever was declared.
  for (let index = 0; index < length; index++) scanOne(reader)
  return length
}

/** @returns Its length in UTF-16 units, which is how Yjs counts. */
function scanString(reader: ByteReader): number {
  const bytes = reader.readVarStringBytes()
  let units = 0
  for (const byte of bytes) {
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  if (units === 0) throw new MalformedError('an empty string struct')
  return units
}

function scanJsonItem(reader: ByteReader): void {
  const text = textOf(reader.readVarStringBytes())
  if (text !== 'undefined') parseJson(text)
}

function scanJson(reader: ByteReader): void {
  parseJson(textOf(reader.readVarStringBytes()))
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}

function parseJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new MalformedError('content is not JSON')
  }
}

function scanType(reader: ByteReader): void {
  const type = reader.readVarUint()
  if (type > LAST_TYPE) throw new MalformedError(`unknown shared type ${type}`)
  if (NAMED_TYPES.includes(type)) reader.readVarStringBytes()
}

/** One value of lib0's `writeAny`. */
function scanAny(reader: ByteReader, depth = 0): void {
  if (depth > MAX_DEPTH) throw new MalformedError('nested too deeply')
  switch (reader.readByte()) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125:
      return reader.skipVarInt()
    case 124:
      return reader.skip(4)
    case 123:
    case 122:
      return reader.skip(8)
    case 119:
      reader.readVarStringBytes()
      return
    case 118: {
      const keys = reader.readVarUint()
      for (let index = 0; index < keys; index++) {
        reader.readVarStringBytes()
        scanAny(reader, depth + 1)
      }
      return
    }
    case 117: {
      const length = reader.readVarUint()
      for (let index = 0; index < length; index++) scanAny(reader, depth + 1)
      return
    }
    case 116:
      reader.readVarBytes()
      return
    default:
      throw new MalformedError('unknown kind of value')
  }
}

function scanDeletes(reader: ByteReader): DeletedRange[] {
  const deletes: DeletedRange[] = []
  const clients = reader.readVarUint()
  for (let index = 0; index < clients; index++) {
    const client = reader.readVarUint()
    const count = reader.readVarUint()
    for (let range = 0; range < count; range++) {
      const from = reader.readVarUint()
      const length = reader.readVarUint()
      if (from + length > MAX_CLOCK) throw new MalformedError('a deletion out of range')
      if (length > 0) deletes.push({ client, from, to: from + length })
    }
  }
  return deletes
}

/** Where in a run of structs a clock lies. */
export interface StructPosition {
  /** Structs before it, and the byte offset and clock of the struct that holds it. */
  index: number
  offset: number
  clock: number
}

/**
 * Finds the struct of a scanned piece that holds `clock`.
 *
 * @param clock Inside the piece: `piece.from` ≤ clock < `piece.to`.
 */
export function findStruct(piece: Piece, clock: number): StructPosition {
  const reader = new ByteReader(piece.bytes, piece.start, piece.end)
  const scratch: Piece = { ...piece, count: 0, needs: [] }
  let at = piece.from
  for (let index = 0; ; index++) {
    const offset = reader.position
    const length = scanStruct(reader, reader.readByte(), at, offset, scratch)
    if (at + length > clock) return { index, offset, clock: at }
    at += length
  }
}

/** Reads a Yjs V1 state vector. @throws MalformedError */
export function readStateVector(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader(bytes)
  const vector = new Map<number, number>()
  const count = reader.readVarUint()
  for (let index = 0; index < count; index++) vector.set(reader.readVarUint(), reader.readVarUint())
  if (!reader.isAtEnd) throw new MalformedError('bytes after the end')
  return vector
}

import { constants, write as writeFile } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { ByteReader } from '../byte-reader.ts'
import { ByteWriter, VAR_UINT_MAX_LENGTH } from '../byte-writer.ts'
import type { NewUpdate } from '../update-log.ts'

/** What one append put into the journal. */
export interface JournalRecord {
  /** Counts appends over all files of a journal, so that they can be put in order. */
  ordinal: number
  batch: NewUpdate[]
}

/**
 * A file of records, each durable when its write resolves:
 *
 * | bytes | what |
 * |---|---|
 * | 4 | length of the payload, little-endian |
 * | 4 | its CRC-32, little-endian |
 * | length | ordinal · count · per update: document, author, bytes; numbers and lengths as lib0's varuint |
 *
 * A record that was being written when the machine stopped does not match its checksum: it and what follows is not read.
 */
export interface JournalFile {
  /** @throws when the disk refuses; the next write takes the same place. */
  write(record: JournalRecord): Promise<void>
  /** Forgets the records, quickly. */
  clear(): Promise<void>
  /** Forgets the records and everything else in the file. Before the first write. */
  empty(): Promise<void>
  close(): Promise<void>
}

const HEAD_BYTES = 8

/** The file grows by zeros, this much at a time: a write inside what is there needs no new metadata on the disk. */
const GROWTH_BYTES = 256 * 1024

/** A file that grew over this is made short again when it is cleared. */
const KEPT_BYTES = 8 * 1024 * 1024

/** Opens or makes a journal file. @returns The file, and what it holds from before. */
export async function openJournalFile(path: string): Promise<{ file: JournalFile; records: JournalRecord[] }> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | (constants.O_DSYNC ?? 0), 0o600)
  const records = readRecords(await handle.readFile())
  return { file: createJournalFile(handle), records }
}

function createJournalFile(handle: FileHandle): JournalFile {
  let position = 0
  let size = 0
  return {
    async empty() {
      await handle.truncate(0)
      position = 0
      size = 0
    },
    async write(record) {
      const bytes = encodeRecord(record)
      const end = position + bytes.length + HEAD_BYTES
      if (end > size) {
        const zeros = Buffer.alloc(Math.ceil((end - size) / GROWTH_BYTES) * GROWTH_BYTES)
        await handle.write(zeros, 0, zeros.length, size)
        size += zeros.length
      }
      await writeDurably(handle, bytes, position)
      position += bytes.length
    },
    async clear() {
      // What stands behind the next records is older than they are, and not read for that.
      if (size > KEPT_BYTES) {
        await handle.truncate(0)
        size = 0
      } else if (size > 0) {
        await handle.write(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
      }
      position = 0
    },
    close: () => handle.close(),
  }
}

/** Where the system has synchronous writes, it is one trip through the thread pool; else two. */
async function writeDurably(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    writeFile(handle.fd, bytes, 0, bytes.length, position, (error, written) => {
      if (error) reject(error)
      else if (written < bytes.length) reject(new Error(`wrote ${written} of ${bytes.length} bytes`))
      else resolve()
    })
  })
  if (constants.O_DSYNC === undefined) await handle.datasync()
}

function encodeRecord({ ordinal, batch }: JournalRecord): Uint8Array {
  let bound = HEAD_BYTES + 2 * VAR_UINT_MAX_LENGTH
  for (const { document, author, bytes } of batch) {
    bound += Buffer.byteLength(document) + Buffer.byteLength(author) + bytes.length + 3 * VAR_UINT_MAX_LENGTH
  }
  const writer = new ByteWriter(bound, HEAD_BYTES)
  writer.writeVarUint(ordinal)
  writer.writeVarUint(batch.length)
  for (const { document, author, bytes } of batch) {
    writer.writeVarString(document)
    writer.writeVarString(author)
    writer.writeVarUint(bytes.length)
    writer.writeBytes(bytes)
  }
  const whole = writer.bytes.subarray(0, writer.position)
  const payload = whole.subarray(HEAD_BYTES)
  whole.writeUInt32LE(payload.length, 0)
  whole.writeUInt32LE(crc32(payload), 4)
  return whole
}

function readRecords(bytes: Buffer): JournalRecord[] {
  const records: JournalRecord[] = []
  let position = 0
  while (position + HEAD_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(position)
    const end = position + HEAD_BYTES + length
    if (length === 0 || end > bytes.length) break
    const payload = bytes.subarray(position + HEAD_BYTES, end)
    if (crc32(payload) !== bytes.readUInt32LE(position + 4)) break
    const record = decodePayload(payload)
    if (record.ordinal <= (records[records.length - 1]?.ordinal ?? 0)) break
    records.push(record)
    position = end
  }
  return records
}

function decodePayload(payload: Uint8Array): JournalRecord {
  const reader = new ByteReader(payload)
  const ordinal = reader.readVarUint()
  const count = reader.readVarUint()
  const batch: NewUpdate[] = []
  for (let index = 0; index < count; index++) {
    const document = Buffer.from(reader.readVarBytes()).toString('utf8')
    const author = Buffer.from(reader.readVarBytes()).toString('utf8')
    batch.push({ document, author, bytes: reader.readVarBytes().slice() })
  }
  return { ordinal, batch }
}

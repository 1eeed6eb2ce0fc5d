import { crc32, inflateRawSync } from 'node:zlib'
import { FileError } from './file-error.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980: equal contents give equal bytes. */
const DATE = 0x0021

export type ZipEntry = { readonly name: string; readonly data: Uint8Array }

/** Files in one archive, stored as they are: what goes in is compressed already. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name)
    const fields = entryFields(entry.data, name.length)
    const local = record(LOCAL, [[2, 20], ...fields], name)
    directory.push(record(CENTRAL, [[2, 20], [2, 20], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], name))
    parts.push(local, entry.data)
    at += local.length + entry.data.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = entries.length
  const end = record(
    END,
    [
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, size],
      [4, at],
      [2, 0],
    ],
    new Uint8Array(),
  )
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

type Field = readonly [bytes: 2 | 4, value: number]

/** Flags (UTF-8 names), method, time, date, checksum, both sizes, lengths of name and extra part. */
function entryFields(data: Uint8Array, nameLength: number): readonly Field[] {
  const { length } = data
  return [
    [2, 0x0800],
    [2, 0],
    [2, 0],
    [2, DATE],
    [4, crc32(data)],
    [4, length],
    [4, length],
    [2, nameLength],
    [2, 0],
  ]
}

function record(signature: number, fields: readonly Field[], name: Uint8Array): Uint8Array {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 4)
  const bytes = new Uint8Array(size + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  let at = 4
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  bytes.set(name, size)
  return bytes
}

/** No archive of ours holds ten files or unpacks to more than this. */
const MAX_ENTRIES = 1000
const MAX_UNPACKED = 256 * 2 ** 20

/**
 * The files of an archive by name; stored or deflated.
 *
 * @throws FileError when it is no archive, is cut off, or unpacks to more than 256 MiB.
 */
export function readZip(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
  try {
    return readEntries(bytes)
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause
    throw new FileError(name, `the archive is broken (${cause.message})`, 'Copy the file again from where it came', {
      cause,
    })
  }
}

function readEntries(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new Error(`it announces ${count} files`)
  const entries = new Map<string, Uint8Array>()
  let left = MAX_UNPACKED
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error('its directory does not hold what it announces')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    const data = readEntry(bytes, view, at, left)
    left -= data.length
    entries.set(name, data)
    at += 46 + nameLength! + extra! + comment!
  }
  return entries
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === END) return at
  throw new Error('it has no directory')
}

function readEntry(bytes: Uint8Array, view: DataView, central: number, most: number): Uint8Array {
  const method = view.getUint16(central + 10, true)
  const packed = view.getUint32(central + 20, true)
  const size = view.getUint32(central + 24, true)
  const local = view.getUint32(central + 42, true)
  if (view.getUint32(local, true) !== LOCAL) throw new Error('a file is not where the directory says')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) throw new Error('a file is cut off')
  if (size > most) throw new Error(`it unpacks to over ${MAX_UNPACKED} bytes`)
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return data
  if (method === 8) return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  throw new Error(`a file is packed by method ${method}`)
}

import { gunzipSync, gzipSync, constants as zlib } from 'node:zlib'
import { type Gaussians, SH_C0 } from '../gaussians/gaussians.ts'
import { FileError } from './file-error.ts'
import { checkCount, checkTable, createTable } from './gaussian-table.ts'
import { indexOfLargest, setWithLargest } from './smallest-three.ts'

/** "NGSP" */
const MAGIC = 0x5053474e
const HEADER = 16
/** Positions are whole multiples of 2⁻¹² m: a quarter of a millimetre, up to 2 km. */
const FRACTION_BITS = 12
/** Colours reach ± 0.94 around the middle. */
const COLOR_SCALE = 0.15
/** Three bits fewer than a byte holds: what the format calls 5 bits of degree 1. */
const HARMONIC_STEP = 8
const MAGNITUDE = 511
/** Level 9 takes three times as long for half a thousandth. */
const GZIP_LEVEL = 7

/**
 * SPZ, version 3: whole columns one after another under gzip. World frame, metres, z up. It has no room for ids: `writeIds`.
 *
 * | column | bytes | encoding |
 * |---|---|---|
 * | positions | 3 × 3 | signed, 2⁻¹² m |
 * | alphas | 1 | 0 … 255 |
 * | colors | 3 | `(dc · 0.15 + 0.5) · 255` |
 * | scales | 3 | `(ln + 10) · 16` |
 * | rotations | 4 | largest of x, y, z, w (2 bits); the other three: sign and 9 bits of ± 1/√2 |
 * | harmonics | 9 | `value · 128 + 128` in steps of 8, coefficient by coefficient |
 */
export function writeSpz(gaussians: Gaussians): Uint8Array {
  const { count, harmonics } = gaussians
  const bytes = new Uint8Array(HEADER + count * bytesPerRow(harmonics ? 1 : 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, 3, true)
  view.setUint32(8, count, true)
  view.setUint8(12, harmonics ? 1 : 0)
  view.setUint8(13, FRACTION_BITS)
  const columns = cutColumns(bytes, count, 3, harmonics ? 1 : 0)
  gaussians.positions.forEach((value, index) => {
    const fixed = Math.round(value * 2 ** FRACTION_BITS)
    for (let byte = 0; byte < 3; byte++) columns.positions[index * 3 + byte] = (fixed >> (byte * 8)) & 255
  })
  const fill = (column: Uint8Array, values: Float32Array, code: (value: number) => number) => {
    for (let index = 0; index < values.length; index++) column[index] = toByte(code(values[index]!))
  }
  fill(columns.alphas, gaussians.opacities, (value) => value * 255)
  fill(columns.colors, gaussians.colors, (value) => (((value - 0.5) / SH_C0) * COLOR_SCALE + 0.5) * 255)
  fill(columns.scales, gaussians.scales, (value) => (Math.log(value) + 10) * 16)
  if (harmonics)
    fill(columns.harmonics, harmonics, (value) => Math.round((value * 128) / HARMONIC_STEP) * HARMONIC_STEP + 128)
  for (let row = 0; row < count; row++) packTurn(gaussians.rotations, columns.rotations, row)
  return new Uint8Array(gzipSync(bytes, { level: GZIP_LEVEL }))
}

function toByte(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)))
}

function packTurn(rotations: Float32Array, column: Uint8Array, row: number): void {
  const values = [...rotations.subarray(row * 4, row * 4 + 4)]
  const largest = indexOfLargest(values)
  const isReversed = values[largest]! < 0
  let packed = largest
  values.forEach((value, index) => {
    if (index === largest) return
    const magnitude = Math.min(MAGNITUDE, Math.round(Math.abs(value) * Math.SQRT2 * MAGNITUDE))
    packed = packed * 1024 + (magnitude > 0 && value < 0 !== isReversed ? 512 : 0) + magnitude
  })
  for (let byte = 0; byte < 4; byte++) column[row * 4 + byte] = Math.floor(packed / 256 ** byte) & 255
}

function bytesPerRow(degree: number, version = 3): number {
  return 9 + 1 + 3 + 3 + (version === 3 ? 4 : 3) + 3 * ((degree + 1) ** 2 - 1)
}

function cutColumns(bytes: Uint8Array, count: number, version: number, degree: number) {
  let at = HEADER
  const next = (width: number) => {
    at += width * count
    return bytes.subarray(at - width * count, at)
  }
  return {
    positions: next(9),
    alphas: next(1),
    colors: next(3),
    scales: next(3),
    rotations: next(version === 3 ? 4 : 3),
    harmonics: next(3 * ((degree + 1) ** 2 - 1)),
  }
}

/**
 * Reads versions 2 and 3; of higher harmonics only degree 1 is kept.
 *
 * @throws FileError when it is no SPZ, is cut off, or announces more than it holds.
 */
export function readSpz(bytes: Uint8Array, name: string): Gaussians {
  const { version, count, degree, fraction } = readHeader(bytes, name)
  const size = HEADER + count * bytesPerRow(degree, version)
  const unpacked = inflate(bytes, size, name)
  if (unpacked.length < size)
    throw new FileError(
      name,
      `it announces ${count} gaussians and holds fewer`,
      'Copy the file again from where it came',
    )
  const columns = cutColumns(unpacked, count, version, degree)
  const table = createTable(count, degree > 0)
  for (let index = 0; index < count * 3; index++) {
    const [low, middle, high] = columns.positions.subarray(index * 3, index * 3 + 3)
    table.positions[index] = (((low! | (middle! << 8) | (high! << 16)) << 8) >> 8) / 2 ** fraction
    table.scales[index] = Math.exp(columns.scales[index]! / 16 - 10)
    table.colors[index] = ((columns.colors[index]! / 255 - 0.5) / COLOR_SCALE) * SH_C0 + 0.5
  }
  for (let row = 0; row < count; row++) {
    table.opacities[row] = columns.alphas[row]! / 255
    if (version === 3) unpackTurn(columns.rotations, table.rotations, row)
    else unpackFirstThree(columns.rotations, table.rotations, row)
  }
  const perRow = 3 * ((degree + 1) ** 2 - 1)
  table.harmonics?.forEach((_, index, harmonics) => {
    harmonics[index] = (columns.harmonics[Math.floor(index / 9) * perRow + (index % 9)]! - 128) / 128
  })
  return checkTable(table, name)
}

function readHeader(bytes: Uint8Array, name: string) {
  const start = inflate(bytes.subarray(0, 4096), HEADER, name)
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  if (start.length < HEADER || view.getUint32(0, true) !== MAGIC)
    throw new FileError(name, 'this is no SPZ file', 'Give a .spz of gaussians')
  const version = view.getUint32(4, true)
  if (version !== 2 && version !== 3)
    throw new FileError(name, `it is SPZ of version ${version}`, 'Export it as SPZ of version 3')
  const count = view.getUint32(8, true)
  checkCount(count, name)
  const degree = view.getUint8(12)
  const fraction = view.getUint8(13)
  if (degree > 3 || fraction > 24)
    throw new FileError(name, `its header is broken (degree ${degree}, ${fraction} bits)`, 'Export it again')
  return { version, count, degree, fraction }
}

/** As much as can be unpacked, at most `most` bytes (and a block). */
function inflate(bytes: Uint8Array, most: number, name: string): Uint8Array {
  try {
    return inflateStart(bytes, most)
  } catch (cause) {
    const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b
    throw new FileError(
      name,
      isCompressed ? 'its compressed part is broken or unpacks to more than it announces' : 'this is no SPZ file',
      isCompressed ? 'Copy the file again from where it came' : 'Give a .spz of gaussians',
      { cause },
    )
  }
}

function inflateStart(bytes: Uint8Array, most: number): Uint8Array {
  // A cut stream ends early instead of failing; what it should hold is known from the header.
  const slack = most === HEADER ? 4096 * 1032 : 64
  return gunzipSync(bytes, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: most + slack })
}

function unpackTurn(column: Uint8Array, rotations: Float32Array, row: number): void {
  const [a, b, c, d] = column.subarray(row * 4, row * 4 + 4)
  const packed = (a! | (b! << 8) | (c! << 16) | (d! << 24)) >>> 0
  const others = [20, 10, 0].map((shift) => {
    const part = (packed >>> shift) & 1023
    return ((part & 512 ? -1 : 1) * (part & 511) * Math.SQRT1_2) / MAGNITUDE
  })
  setWithLargest(rotations, row * 4, packed >>> 30, others)
}

/** Version 2: x, y, z as bytes, w positive. */
function unpackFirstThree(column: Uint8Array, rotations: Float32Array, row: number): void {
  const others = [...column.subarray(row * 3, row * 3 + 3)].map((byte) => byte / 127.5 - 1)
  setWithLargest(rotations, row * 4, 3, others)
  const length = Math.hypot(...rotations.subarray(row * 4, row * 4 + 4))
  for (let index = 0; index < 4; index++) rotations[row * 4 + index]! /= length
}

import type { Gaussians } from '../gaussians/gaussians.ts'
import { boundsOf } from './arrange-gaussians.ts'
import { FileError } from './file-error.ts'
import { checkCount, checkTable, createTable } from './gaussian-table.ts'
import { type PlyElement, type PlyHeader, plyColumn } from './ply-header.ts'
import { packSmallestThree, unpackSmallestThree } from './smallest-three.ts'

/** Gaussians of one chunk, whose bounds the packed values are fractions of. */
const CHUNK = 256
/** Logarithms of scales beyond this are cut: e⁻²⁰ is 2 nm. */
const MAX_LOG_SCALE = 20
/** Harmonics of files lie within ± 4. */
const HARMONIC_SPAN = 8

const chunkColumns = ['', 'scale_'].flatMap((kind) =>
  ['min', 'max'].flatMap((end) => ['x', 'y', 'z'].map((axis) => `${end}_${kind}${axis}`)),
)
const colorColumns = ['min', 'max'].flatMap((end) => ['r', 'g', 'b'].map((channel) => `${end}_${channel}`))
const packedColumns = ['position', 'rotation', 'scale', 'color'].map((name) => `packed_${name}`)

/**
 * The compressed PLY of PlayCanvas and SuperSplat: 16 bytes each, and 9 for harmonics. It has no room for ids: `writeIds`.
 *
 * | column | bits | of |
 * |---|---|---|
 * | `packed_position` | 11, 10, 11 | the chunk's box |
 * | `packed_rotation` | 2, 3 × 10 | the largest of w, x, y, z, and the other three |
 * | `packed_scale` | 11, 10, 11 | the chunk's range of logarithms |
 * | `packed_color` | 4 × 8 | the chunk's range of colours; opacity |
 */
export function writeCompressedPly(gaussians: Gaussians): Uint8Array {
  const { count, harmonics } = gaussians
  const chunks = Math.ceil(count / CHUNK)
  const header = new TextEncoder().encode(
    [
      'ply',
      'format binary_little_endian 1.0',
      `element chunk ${chunks}`,
      ...[...chunkColumns, ...colorColumns].map((name) => `property float ${name}`),
      `element vertex ${count}`,
      ...packedColumns.map((name) => `property uint ${name}`),
      ...(harmonics
        ? [`element sh ${count}`, ...Array.from({ length: 9 }, (_, index) => `property uchar f_rest_${index}`)]
        : []),
      'end_header\n',
    ].join('\n'),
  )
  const chunkBytes = chunks * 18 * 4
  const bytes = new Uint8Array(header.length + chunkBytes + count * (harmonics ? 25 : 16))
  bytes.set(header)
  const view = new DataView(bytes.buffer)
  for (let chunk = 0; chunk < chunks; chunk++)
    writeChunk(gaussians, chunk * CHUNK, view, header.length + chunk * 72, header.length + chunkBytes)
  if (harmonics) writeHarmonics(harmonics, bytes.subarray(header.length + chunkBytes + count * 16))
  return bytes
}

function writeChunk(gaussians: Gaussians, first: number, view: DataView, chunkAt: number, rowsAt: number): void {
  const end = Math.min(first + CHUNK, gaussians.count)
  const positions = gaussians.positions.subarray(first * 3, end * 3)
  const scales = gaussians.scales.slice(first * 3, end * 3).map(logScale)
  const colors = gaussians.colors.subarray(first * 3, end * 3)
  const boxes = [positions, scales, colors].map(boundsOf)
  boxes
    .flatMap(({ min, max }) => [...min, ...max])
    .forEach((value, index) => {
      view.setFloat32(chunkAt + index * 4, value, true)
    })
  for (let row = 0; row < end - first; row++) {
    const at = rowsAt + (first + row) * 16
    const opacity = gaussians.opacities[first + row]!
    view.setUint32(at, pack111011(positions, row, boxes[0]!), true)
    view.setUint32(at + 4, packSmallestThree(gaussians.rotations, (first + row) * 4), true)
    view.setUint32(at + 8, pack111011(scales, row, boxes[1]!), true)
    view.setUint32(at + 12, (packFractions(colors, row, boxes[2]!, [8, 8, 8]) * 256 + unorm(opacity, 8)) >>> 0, true)
  }
}

function logScale(scale: number): number {
  return Math.min(MAX_LOG_SCALE, Math.max(-MAX_LOG_SCALE, Math.log(scale)))
}

type Box = { readonly min: readonly number[]; readonly max: readonly number[] }

function pack111011(values: Float32Array, row: number, box: Box): number {
  return packFractions(values, row, box, [11, 10, 11])
}

function packFractions(values: Float32Array, row: number, { min, max }: Box, bits: readonly number[]): number {
  return bits.reduce((packed, width, axis) => {
    const span = max[axis]! - min[axis]!
    const fraction = span > 0 ? (values[row * 3 + axis]! - min[axis]!) / span : 0
    return packed * 2 ** width + unorm(fraction, width)
  }, 0)
}

function unorm(fraction: number, bits: number): number {
  const most = 2 ** bits - 1
  return Math.min(most, Math.max(0, Math.round(fraction * most)))
}

/** Channel by channel, as in the plain PLY. */
function writeHarmonics(harmonics: Float32Array, target: Uint8Array): void {
  for (let at = 0; at < target.length; at++) {
    const index = at % 9
    const value = harmonics[at - index + (index % 3) * 3 + Math.floor(index / 3)]!
    target[at] = Math.min(255, Math.max(0, Math.floor((value / HARMONIC_SPAN + 0.5) * 256)))
  }
}

export function isCompressedPly({ elements }: PlyHeader): boolean {
  return elements.some((element) => element.properties.some((property) => property.name === 'packed_position'))
}

/** @throws FileError when chunks and rows do not fit, or a value is no number. */
export function readCompressedPlyRows(bytes: Uint8Array, header: PlyHeader, name: string): Gaussians {
  const find = (element: string) => header.elements.find((each) => each.name === element)
  const chunk = find('chunk')
  const vertex = find('vertex')
  if (!chunk || !vertex || chunk.count !== Math.ceil(vertex.count / CHUNK))
    throw new FileError(
      name,
      `its ${chunk?.count ?? 0} chunks do not fit ${vertex?.count ?? 0} gaussians`,
      'Export it again',
    )
  checkCount(vertex.count, name)
  const sh = find('sh')
  const table = createTable(vertex.count, sh !== undefined && sh.count === vertex.count && sh.stride >= 9)
  const read = { chunk: columns(bytes, chunk, chunkColumns, name), vertex: columns(bytes, vertex, packedColumns, name) }
  const tints = chunk.properties.length >= 18 ? columns(bytes, chunk, colorColumns, name) : undefined
  for (let row = 0; row < table.count; row++) readRow(table, row, read, tints)
  if (table.harmonics) readHarmonics(bytes, sh!, table.harmonics)
  return checkTable(table, name)
}

type Column = (row: number) => number

function columns(bytes: Uint8Array, element: PlyElement, wanted: readonly string[], name: string): Column[] {
  return wanted.map((column) => {
    const read = plyColumn(bytes, element, column)
    if (!read) throw new FileError(name, `its ${element.name} has no column ${column}`, 'Export it again')
    return read
  })
}

function readRow(
  table: Gaussians,
  row: number,
  read: { readonly chunk: readonly Column[]; readonly vertex: readonly Column[] },
  tints: readonly Column[] | undefined,
): void {
  const chunk = Math.floor(row / CHUNK)
  const between = (low: Column, high: Column, fraction: number) => low(chunk) * (1 - fraction) + high(chunk) * fraction
  const [position, rotation, scale, color] = read.vertex.map((column) => column(row))
  for (let axis = 0; axis < 3; axis++) {
    const at = row * 3 + axis
    table.positions[at] = between(read.chunk[axis]!, read.chunk[axis + 3]!, fraction111011(position!, axis))
    table.scales[at] = Math.exp(between(read.chunk[axis + 6]!, read.chunk[axis + 9]!, fraction111011(scale!, axis)))
    const tint = ((color! >>> (24 - axis * 8)) & 255) / 255
    table.colors[at] = tints ? between(tints[axis]!, tints[axis + 3]!, tint) : tint
  }
  table.opacities[row] = (color! & 255) / 255
  unpackSmallestThree(rotation!, table.rotations, row * 4)
}

function fraction111011(packed: number, axis: number): number {
  return axis === 0 ? (packed >>> 21) / 2047 : axis === 1 ? ((packed >>> 11) & 1023) / 1023 : (packed & 2047) / 2047
}

/** Of the middle of its step; the ends are exact. */
function readHarmonics(bytes: Uint8Array, sh: PlyElement, harmonics: Float32Array): void {
  const perChannel = sh.stride / 3
  for (let at = 0; at < harmonics.length; at++) {
    const index = at % 9
    const byte = bytes[sh.start + ((at - index) / 9) * sh.stride + (index % 3) * perChannel + Math.floor(index / 3)]!
    harmonics[at] = (byte === 0 ? -0.5 : byte === 255 ? 0.5 : (byte + 0.5) / 256 - 0.5) * HARMONIC_SPAN
  }
}

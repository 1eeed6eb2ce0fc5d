import type { Gaussians } from '../gaussians/gaussians.ts'
import { SH_C0 } from '../gaussians/gaussians.ts'
import { FileError } from './file-error.ts'
import { checkCount, checkTable, createTable } from './gaussian-table.ts'
import { logit, sigmoid } from './logit.ts'
import { type PlyElement, type PlyHeader, plyColumn } from './ply-header.ts'

/**
 * The PLY of 3D Gaussian Splatting, binary little-endian, with each gaussian's ids in two more columns, which viewers that do not
 * know them pass over. World frame, metres, z up.
 *
 * | columns | encoding |
 * |---|---|
 * | `x y z` | metres |
 * | `f_dc_0…2` | `(color − 0.5) / 0.28209479` |
 * | `f_rest_0…8` | only with harmonics: degree 1, channel by channel |
 * | `opacity` | logit |
 * | `scale_0…2` | natural logarithm of metres |
 * | `rot_0…3` | w, x, y, z |
 * | `instance` (uint), `semantic` (uchar) | as in the table: 0 is none |
 */
export function writePly(gaussians: Gaussians): Uint8Array {
  const { count, harmonics, levels } = gaussians
  const floats = ['x', 'y', 'z', ...names('f_dc', 3), ...(harmonics ? names('f_rest', 9) : []), 'opacity']
  floats.push(...names('scale', 3), ...names('rot', 4))
  const header = new TextEncoder().encode(
    [
      'ply',
      'format binary_little_endian 1.0',
      `comment levels ${levels.join(' ')}`,
      `element vertex ${count}`,
      ...floats.map((name) => `property float ${name}`),
      'property uint instance',
      'property uchar semantic',
      'end_header\n',
    ].join('\n'),
  )
  const bytes = new Uint8Array(header.length + count * (floats.length * 4 + 5))
  bytes.set(header)
  writeRows(gaussians, new DataView(bytes.buffer, header.length))
  return bytes
}

function names(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}_${index}`)
}

function writeRows({ count, harmonics, ...table }: Gaussians, view: DataView): void {
  let at = 0
  const put = (value: number) => {
    view.setFloat32(at, value, true)
    at += 4
  }
  for (let row = 0; row < count; row++) {
    for (let axis = 0; axis < 3; axis++) put(table.positions[row * 3 + axis]!)
    for (let channel = 0; channel < 3; channel++) put((table.colors[row * 3 + channel]! - 0.5) / SH_C0)
    if (harmonics)
      for (let index = 0; index < 9; index++) put(harmonics[row * 9 + (index % 3) * 3 + Math.floor(index / 3)]!)
    put(logit(table.opacities[row]!))
    for (let axis = 0; axis < 3; axis++) put(Math.log(table.scales[row * 3 + axis]!))
    for (let index = 0; index < 4; index++) put(table.rotations[row * 4 + ((index + 3) % 4)]!)
    view.setUint32(at, table.instances[row]!, true)
    view.setUint8(at + 4, table.semantics[row]!)
    at += 5
  }
}

const NEEDED = ['x', 'y', 'z', 'opacity', ...names('f_dc', 3), ...names('scale', 3), ...names('rot', 4)]

/**
 * Reads the rows of a gaussian PLY of any column order; columns that it does not know are passed over, and of higher harmonics only
 * degree 1 is kept.
 *
 * @throws FileError when a column is missing, or a value is no number.
 */
export function readPlyRows(bytes: Uint8Array, header: PlyHeader, name: string): Gaussians {
  const vertex = header.elements.find((element) => element.name === 'vertex')
  const missing = NEEDED.filter((column) => !vertex?.properties.some((property) => property.name === column))
  if (!vertex || missing.length > 0)
    throw new FileError(
      name,
      `it has no column ${missing.join(', ')}`,
      'Give a PLY of gaussians, not of points or a mesh',
    )
  checkCount(vertex.count, name)
  const rest = vertex.properties.filter((property) => property.name.startsWith('f_rest_')).length
  const table = createTable(vertex.count, rest >= 9)
  readGeometry(bytes, vertex, table)
  readLooks(bytes, vertex, table, rest / 3)
  const levels = readLevels(header, vertex.count)
  return checkTable({ ...table, levels }, name)
}

function readGeometry(bytes: Uint8Array, vertex: PlyElement, { count, positions, scales, rotations }: Gaussians): void {
  const column = (name: string) => plyColumn(bytes, vertex, name)!
  const places = [column('x'), column('y'), column('z')]
  const sizes = names('scale', 3).map(column)
  const turns = names('rot', 4).map(column)
  for (let row = 0; row < count; row++) {
    places.forEach((read, axis) => {
      positions[row * 3 + axis] = read(row)
    })
    sizes.forEach((read, axis) => {
      scales[row * 3 + axis] = Math.exp(read(row))
    })
    const turn = turns.map((read) => read(row))
    const length = Math.hypot(...turn)
    turn.forEach((value, index) => {
      rotations[row * 4 + ((index + 3) % 4)] = length > 0 ? value / length : index === 0 ? 1 : 0
    })
  }
}

/** @param perChannel Harmonics of one channel in the file: 3, 8 or 15. */
function readLooks(bytes: Uint8Array, vertex: PlyElement, table: Gaussians, perChannel: number): void {
  const column = (name: string) => plyColumn(bytes, vertex, name)
  const dc = names('f_dc', 3).map((name) => column(name)!)
  const rest = Array.from({ length: 9 }, (_, index) =>
    column(`f_rest_${(index % 3) * perChannel + Math.floor(index / 3)}`),
  )
  const opacity = column('opacity')!
  const instance = column('instance')
  const semantic = column('semantic')
  for (let row = 0; row < table.count; row++) {
    for (let channel = 0; channel < 3; channel++) table.colors[row * 3 + channel] = dc[channel]!(row) * SH_C0 + 0.5
    if (table.harmonics)
      for (let index = 0; index < 9; index++) table.harmonics[row * 9 + index] = rest[index]?.(row) ?? 0
    table.opacities[row] = sigmoid(opacity(row))
    table.instances[row] = instance?.(row) ?? 0
    table.semantics[row] = semantic?.(row) ?? 0
  }
}

function readLevels({ comments }: PlyHeader, count: number): number[] {
  const words =
    comments
      .find((comment) => comment.startsWith('levels '))
      ?.split(' ')
      .slice(1) ?? []
  const levels = words.map(Number)
  const isAscending = levels.every((level, index) => Number.isInteger(level) && level >= (levels[index - 1] ?? 0))
  return isAscending && levels.at(-1) === count ? levels : [count]
}

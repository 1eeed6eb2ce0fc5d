import { FileError } from './file-error.ts'

export type PlyProperty = { readonly name: string; readonly type: PlyType; readonly offset: number }

export type PlyElement = {
  readonly name: string
  readonly count: number
  readonly properties: readonly PlyProperty[]
  /** Bytes of one row. */
  readonly stride: number
  /** Where the first row starts in the file. */
  readonly start: number
}

export type PlyHeader = { readonly elements: readonly PlyElement[]; readonly comments: readonly string[] }

type PlyType = keyof typeof sizes

const sizes = { int8: 1, uint8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, float32: 4, float64: 8 }
const aliases: { readonly [name: string]: PlyType } = {
  char: 'int8',
  uchar: 'uint8',
  short: 'int16',
  ushort: 'uint16',
  int: 'int32',
  uint: 'uint32',
  float: 'float32',
  double: 'float64',
}
/** Ours are under 2 KB; those of degree 3 with many extra columns reach 8. */
const MAX_HEADER = 65_536

/**
 * The header of a binary little-endian PLY, with where each element's rows lie.
 *
 * @throws FileError when it is another kind of PLY, does not parse, or announces more rows than the file holds.
 */
export function readPlyHeader(bytes: Uint8Array, name: string): PlyHeader {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, MAX_HEADER))
  if (!/^ply\r?\n/.test(text)) throw new FileError(name, 'this is no PLY file', 'Give a .ply of gaussians')
  const end = /\nend_header\r?\n/.exec(text)
  if (!end) throw new FileError(name, 'the PLY header has no end', 'Copy the file again from where it came')
  const lines = text.slice(0, end.index).split(/\r?\n/).slice(1)
  const format = lines.find((line) => line.startsWith('format '))
  if (format !== 'format binary_little_endian 1.0')
    throw new FileError(name, `it is ${format ?? 'of no format'}`, 'Export it as binary little-endian PLY')
  const drafts = readElements(lines, name)
  return { elements: layOut(drafts, end.index + end[0].length, bytes.length, name), comments: readComments(lines) }
}

type Draft = { name: string; count: number; properties: { name: string; type: PlyType }[] }

function readElements(lines: readonly string[], name: string): Draft[] {
  const drafts: Draft[] = []
  for (const line of lines) {
    const [word, first = '', second = ''] = line.trim().split(/\s+/)
    if (word === 'element') drafts.push({ name: first, count: Number(second), properties: [] })
    if (word !== 'property') continue
    const type = aliases[first] ?? (first in sizes ? (first as PlyType) : undefined)
    const draft = drafts.at(-1)
    if (!type || !draft || second === '')
      throw new FileError(
        name,
        `the header line ${JSON.stringify(line.slice(0, 80))} is not understood`,
        'Export it again',
      )
    draft.properties.push({ name: second, type })
  }
  return drafts
}

function layOut(drafts: readonly Draft[], from: number, length: number, name: string): PlyElement[] {
  let start = from
  return drafts.map((draft) => {
    const properties: PlyProperty[] = []
    let stride = 0
    for (const property of draft.properties) {
      properties.push({ ...property, offset: stride })
      stride += sizes[property.type]
    }
    const element: PlyElement = { name: draft.name, count: draft.count, properties, stride, start }
    const isWhole = Number.isSafeInteger(draft.count) && draft.count >= 0
    if (!isWhole || start + stride * draft.count > length)
      throw new FileError(
        name,
        `it announces ${draft.count} rows of ${draft.name} and holds ${stride > 0 ? Math.floor((length - start) / stride) : 0}`,
        'Copy the file again from where it came',
      )
    start += stride * draft.count
    return element
  })
}

function readComments(lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith('comment ')).map((line) => line.slice(8))
}

/** A reader of one property by row; absent properties give undefined. */
export function plyColumn(bytes: Uint8Array, element: PlyElement, name: string): ((row: number) => number) | undefined {
  const property = element.properties.find((each) => each.name === name)
  if (!property) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (row: number) => element.start + row * element.stride + property.offset
  switch (property.type) {
    case 'int8':
      return (row) => view.getInt8(at(row))
    case 'uint8':
      return (row) => view.getUint8(at(row))
    case 'int16':
      return (row) => view.getInt16(at(row), true)
    case 'uint16':
      return (row) => view.getUint16(at(row), true)
    case 'int32':
      return (row) => view.getInt32(at(row), true)
    case 'uint32':
      return (row) => view.getUint32(at(row), true)
    case 'float32':
      return (row) => view.getFloat32(at(row), true)
    case 'float64':
      return (row) => view.getFloat64(at(row), true)
  }
}

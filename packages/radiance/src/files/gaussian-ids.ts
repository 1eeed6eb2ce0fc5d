import type { Gaussians } from '../gaussians/gaussians.ts'
import { FileError } from './file-error.ts'

/** What a number in the column of instances stands for. */
export type IdInstance = {
  readonly id: string
  readonly kind: string
  readonly category: string
  readonly semantic: number
}

export type GaussianIds = {
  /** Per gaussian, in the order of rows of the files beside it: index into `table` + 1; 0: none. */
  readonly instances: Uint32Array
  /** Index into the palette of labels + 1; 0: none. */
  readonly semantics: Uint8Array
  readonly levels: readonly number[]
  readonly table: readonly IdInstance[]
}

const FORMAT = 'enfilade.gaussian-ids/1'
const MAX_UNPACKED = 64 * 2 ** 20
const LINE_END = 10

/**
 * Ids beside a file that has no room for them, in the same order of rows (every writer keeps the table's). Under gzip: one line
 * of JSON (`format`, `count`, `levels`, `instances`), then two bytes per gaussian, little-endian: its place in `instances` + 1.
 *
 * @throws RangeError beyond 65,534 instances.
 */
export async function writeIds(gaussians: Gaussians, table: readonly IdInstance[]): Promise<Uint8Array> {
  const { count, levels, instances } = gaussians
  if (table.length > 65_534) throw new RangeError(`writeIds: ${table.length} instances, may have 65534`)
  const listed = table.map(({ id, kind, category, semantic }) => ({ id, kind, category, semantic }))
  const header = new TextEncoder().encode(`${JSON.stringify({ format: FORMAT, count, levels, instances: listed })}\n`)
  const bytes = new Uint8Array(header.length + count * 2)
  bytes.set(header)
  const view = new DataView(bytes.buffer, header.length)
  for (let row = 0; row < count; row++) view.setUint16(row * 2, instances[row]!, true)
  return pipe(bytes, new CompressionStream('gzip'), Number.POSITIVE_INFINITY)
}

/**
 * Reads what `writeIds` wrote; runs in browsers too.
 *
 * @throws FileError when it is something else, cut off, or larger than any scene.
 */
export async function readIds(bytes: Uint8Array, name: string): Promise<GaussianIds> {
  try {
    return parse(await pipe(bytes, new DecompressionStream('gzip'), MAX_UNPACKED))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new FileError(name, `these are no ids of gaussians (${reason})`, 'Realise the scene again', { cause })
  }
}

function parse(bytes: Uint8Array): GaussianIds {
  const start = bytes.indexOf(LINE_END) + 1
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, start)))
  const { format, count, levels, instances: table } = header
  if (format !== FORMAT) throw new Error(`format ${JSON.stringify(format)}`)
  if (!Number.isSafeInteger(count) || count < 0 || bytes.length !== start + count * 2)
    throw new Error(`${count} are announced`)
  if (!Array.isArray(levels) || !Array.isArray(table)) throw new Error('no list of instances')
  const view = new DataView(bytes.buffer, bytes.byteOffset + start)
  const instances = Uint32Array.from({ length: count }, (_, row) => view.getUint16(row * 2, true))
  const semantics = Uint8Array.from(instances, (instance) =>
    instance > 0 ? (table[instance - 1]?.semantic ?? -1) + 1 : 0,
  )
  return { instances, semantics, levels, table }
}

async function pipe(bytes: Uint8Array, through: GenericTransformStream, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  const stream: ReadableStream<Uint8Array> = new Blob([bytes.slice()]).stream().pipeThrough(through)
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > most) throw new Error(`it unpacks to over ${most} bytes`)
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

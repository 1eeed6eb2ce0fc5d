/** A box of an MP4 file: its type and where its bytes lie, header included. */
export type Box = { readonly type: string; readonly start: number; readonly end: number }

const HEADER = 8
const CONTAINERS = ['moov', 'trak', 'mdia', 'minf', 'stbl']

/** The boxes of a stretch of bytes, one after another. @throws RangeError when a box does not fit. */
export function listBoxes(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    const size = start + HEADER <= to ? view.getUint32(start) : 0
    if (size < HEADER || start + size > to)
      throw new RangeError(`listBoxes: a box of ${size} bytes at ${start} of ${to}`)
    boxes.push({ type: String.fromCharCode(...bytes.subarray(start + 4, start + 8)), start, end: start + size })
    start += size
  }
  return boxes
}

/** The first box at a path of types, such as `moov/trak/mdia`. */
export function findBox(bytes: Uint8Array, path: string): Box | undefined {
  let [from, to] = [0, bytes.length]
  let found: Box | undefined
  for (const type of path.split('/')) {
    found = listBoxes(bytes, from, to).find((box) => box.type === type)
    if (!found) return undefined
    from = found.start + HEADER
    to = found.end
  }
  return found
}

export type Mp4Facts = {
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly seconds: number
  /** Whether the index lies before the pictures, so that playing can begin while loading. */
  readonly startsFast: boolean
}

/** Size, number of frames and length of the first track. @throws RangeError when the bytes are no MP4 of one film. */
export function readMp4Facts(bytes: Uint8Array): Mp4Facts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stbl = 'moov/trak/mdia/minf/stbl'
  const [entry, times, sizes, media] = [`${stbl}/stsd`, `${stbl}/stts`, `${stbl}/stsz`, 'moov/trak/mdia/mdhd'].map(
    (path) => {
      const box = findBox(bytes, path)
      if (!box) throw new RangeError(`readMp4Facts: no box ${path}`)
      return box.start
    },
  )
  let ticks = 0
  for (let index = 0; index < view.getUint32(times! + 12); index++)
    ticks += view.getUint32(times! + 16 + index * 8) * view.getUint32(times! + 20 + index * 8)
  const order = listBoxes(bytes).map(({ type }) => type)
  return {
    width: view.getUint16(entry! + 48),
    height: view.getUint16(entry! + 50),
    frames: view.getUint32(sizes! + 16),
    seconds: ticks / view.getUint32(media! + 20),
    startsFast: order.indexOf('moov') < order.indexOf('mdat'),
  }
}

/** Says to players which matrix the colours were written by: without it each guesses its own. */
function colorBox(matrix: number): Uint8Array {
  const bytes = new Uint8Array(19)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, bytes.length)
  bytes.set(new TextEncoder().encode('colrnclx'), 4)
  // Primaries BT.709, the transfer curve of sRGB, the matrix; limited range.
  view.setUint16(12, 1)
  view.setUint16(14, 13)
  view.setUint16(16, matrix)
  return bytes
}

/**
 * An encoder's MP4 with its index in front, its colours named and its dates taken out: equal films have equal bytes.
 *
 * @param matrix Code of ISO/IEC 23091-2: 1 is BT.709, 6 is BT.601.
 */
export function finishMp4(bytes: Uint8Array, matrix: number): Uint8Array {
  const boxes = listBoxes(bytes).filter(({ type }) => type !== 'free')
  const part = ({ start, end }: Box) => bytes.subarray(start, end)
  const moov = insertInto(
    part(boxes.find(({ type }) => type === 'moov')!),
    ['moov', ...CONTAINERS.slice(1), 'stsd', 'avc1'],
    colorBox(matrix),
  )
  const ordered = [
    ...boxes.filter(({ type }) => type === 'ftyp').map(part),
    moov,
    ...boxes.filter(({ type }) => type !== 'ftyp' && type !== 'moov').map(part),
  ]
  const before = boxes.find(({ type }) => type === 'mdat')!.start
  const after = ordered.slice(0, -1).reduce((sum, { length }) => sum + length, 0)
  moveChunks(moov, after - before)
  for (const path of ['moov/mvhd', 'moov/trak/tkhd', 'moov/trak/mdia/mdhd']) {
    const { start } = findBox(moov, path)!
    moov.fill(0, start + DATES, start + DATES + 8)
  }
  const whole = new Uint8Array(ordered.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of ordered) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** From a box's start to when it was made and changed; version 0. */
const DATES = 12

/** Bytes between a box's header and its first child. */
const LEADS: { readonly [type: string]: number } = { stsd: 8, avc1: 78 }

/** Adds a child at the end of the box at a path, and lengthens all boxes around it. */
function insertInto(bytes: Uint8Array, [type, ...inner]: readonly string[], child: Uint8Array): Uint8Array {
  const lead = HEADER + (LEADS[type!] ?? 0)
  const place = inner.length === 0 ? undefined : listBoxes(bytes, lead).find((box) => box.type === inner[0])
  const kept = bytes.subarray(0, place?.start ?? bytes.length)
  const changed = place ? insertInto(bytes.subarray(place.start, place.end), inner, child) : child
  const rest = bytes.subarray(place?.end ?? bytes.length)
  const result = new Uint8Array(kept.length + changed.length + rest.length)
  result.set(kept)
  result.set(changed, kept.length)
  result.set(rest, kept.length + changed.length)
  new DataView(result.buffer).setUint32(0, result.length)
  return result
}

function moveChunks(moov: Uint8Array, shift: number): void {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength)
  const stco = findBox(moov, 'moov/trak/mdia/minf/stbl/stco')!
  for (let index = 0; index < view.getUint32(stco.start + 12); index++) {
    const at = stco.start + 16 + index * 4
    view.setUint32(at, view.getUint32(at) + shift)
  }
}

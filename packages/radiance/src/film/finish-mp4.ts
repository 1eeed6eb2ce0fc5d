import { type Box, findBox, HEADER, listBoxes } from './mp4-boxes.ts'

/** Where the tables of a track lie. */
const TABLE = ['moov', 'trak', 'mdia', 'minf', 'stbl']

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
 * An encoder's MP4 made good: its index in front, its colours named, its whole pictures listed (else players jump into the middle
 * of a second and show nothing), and its dates taken out, so that equal films have equal bytes.
 *
 * @param matrix Code of ISO/IEC 23091-2: 1 is BT.709, 6 is BT.601.
 */
export function finishMp4(bytes: Uint8Array, matrix: number): Uint8Array {
  const boxes = listBoxes(bytes).filter(({ type }) => type !== 'free')
  const part = ({ start, end }: Box) => bytes.subarray(start, end)
  const bare = part(boxes.find(({ type }) => type === 'moov')!)
  const moov = insertInto(insertInto(bare, TABLE, wholePictures(bytes)), [...TABLE, 'stsd', 'avc1'], colorBox(matrix))
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

/** The kind of NAL unit that starts a whole picture. */
const WHOLE = 5

/** The list of frames (from 1) that are pictures of their own. The encoder writes all frames as one chunk. */
function wholePictures(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sizes = findBox(bytes, [...TABLE, 'stsz'].join('/'))!.start
  const frames = view.getUint32(sizes + 16)
  const whole: number[] = []
  let at = view.getUint32(findBox(bytes, [...TABLE, 'stco'].join('/'))!.start + 16)
  for (let frame = 0; frame < frames; frame++) {
    const end = at + view.getUint32(sizes + 20 + frame * 4)
    // Units: length (4 bytes), then kind in five bits.
    for (; at < end; at += 4 + view.getUint32(at)) if ((bytes[at + 4]! & 31) === WHOLE) whole.push(frame + 1)
  }
  const box = new Uint8Array(16 + whole.length * 4)
  const write = new DataView(box.buffer)
  write.setUint32(0, box.length)
  box.set(new TextEncoder().encode('stss'), 4)
  write.setUint32(12, whole.length)
  whole.forEach((frame, index) => {
    write.setUint32(16 + index * 4, frame)
  })
  return box
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

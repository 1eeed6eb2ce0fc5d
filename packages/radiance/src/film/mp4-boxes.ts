/** A box of an MP4 file: its type and where its bytes lie, header included. */
export type Box = { readonly type: string; readonly start: number; readonly end: number }

/** Bytes of a box before what it holds. */
export const HEADER = 8

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
  /** Frames, from 1, that players can jump to. */
  readonly wholeFrames: readonly number[]
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
  const whole = findBox(bytes, `${stbl}/stss`)?.start
  const wholeCount = whole === undefined ? 0 : view.getUint32(whole + 12)
  let ticks = 0
  for (let index = 0; index < view.getUint32(times! + 12); index++)
    ticks += view.getUint32(times! + 16 + index * 8) * view.getUint32(times! + 20 + index * 8)
  const order = listBoxes(bytes).map(({ type }) => type)
  return {
    width: view.getUint16(entry! + 48),
    height: view.getUint16(entry! + 50),
    frames: view.getUint32(sizes! + 16),
    seconds: ticks / view.getUint32(media! + 20),
    wholeFrames: Array.from({ length: wholeCount }, (_, index) => view.getUint32(whole! + 16 + index * 4)),
    startsFast: order.indexOf('moov') < order.indexOf('mdat'),
  }
}

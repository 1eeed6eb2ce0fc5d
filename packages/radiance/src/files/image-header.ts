import { FileError } from './file-error.ts'

export type ImageKind = 'png' | 'jpeg' | 'webp'

export type ImageHeader = {
  readonly kind: ImageKind
  /** Pixels, as stored: before the turn. */
  readonly width: number
  readonly height: number
  /** EXIF orientation 1 … 8; 1: as stored. */
  readonly orientation: number
}

/**
 * Size and kind of a picture, from its first bytes alone: nothing is decoded.
 *
 * @throws FileError when it is none of the three kinds or ends before its size is told.
 */
export function readImageHeader(bytes: Uint8Array, name: string): ImageHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (startsWith(bytes, 0, '\x89PNG\r\n\x1a\n'))
      return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), orientation: 1 }
    if (view.getUint16(0) === 0xffd8) return readJpegHeader(view)
    if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return readWebpHeader(bytes, view)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new FileError(name, `the picture ends after ${bytes.length} bytes`, 'Copy it again from where it came', {
      cause,
    })
  }
  throw new FileError(name, 'this is neither a PNG, a JPEG nor a WebP picture', 'Save it as one of them')
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

/** Walks the segments up to the frame header. */
function readJpegHeader(view: DataView): ImageHeader {
  let orientation = 1
  for (let at = 2; ; ) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++
    if (view.getUint8(at) !== 0xff) throw new RangeError('no marker')
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), orientation }
    if (marker === 0xe1) orientation = readExifOrientation(view, at + 4, length - 2) ?? orientation
    at += 2 + length
  }
}

/** The tag Orientation in the first directory of an EXIF block (a TIFF file behind `Exif\0\0`). */
function readExifOrientation(view: DataView, start: number, length: number): number | undefined {
  if (length < 14 || view.getUint32(start) !== 0x45786966) return undefined
  const tiff = start + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > start + length) return undefined
  const count = view.getUint16(directory, little)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 12 > start + length) return undefined
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return undefined
}

/** Three layouts: `VP8X` (extended), `VP8L` (lossless), `VP8 ` (lossy). */
function readWebpHeader(bytes: Uint8Array, view: DataView): ImageHeader {
  const sized = (width: number, height: number): ImageHeader => ({ kind: 'webp', width, height, orientation: 1 })
  if (startsWith(bytes, 12, 'VP8X'))
    return sized(
      1 + view.getUint16(24, true) + view.getUint8(26) * 65536,
      1 + view.getUint16(27, true) + view.getUint8(29) * 65536,
    )
  if (startsWith(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return sized(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff))
  }
  return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
}

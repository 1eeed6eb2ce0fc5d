import { inflateSync } from 'node:zlib'
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png'
import type { ImageHeader } from './image-header.ts'

/** Chunks that make the picture; all others (texts, profiles, previews) are left out before decoding. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']

/**
 * RGBA bytes of a PNG of any colour type and depth.
 *
 * @throws Error when the chunks do not add up, or unpack to more than the header announces.
 */
export function decodePngPixels(bytes: Uint8Array, { width, height }: ImageHeader): Uint8Array {
  const { cleaned, data } = keepPictureChunks(bytes)
  // At most 8 bytes a pixel, a filter byte a row, and seven passes.
  inflateSync(data, { maxOutputLength: (width * 8 + 8) * height + 64 * (width + height) })
  const png = decode(cleaned)
  return png.palette ? spreadPalette(png) : spread(png)
}

function keepPictureChunks(bytes: Uint8Array): { cleaned: Uint8Array; data: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept = [bytes.subarray(0, 8)]
  const data: Uint8Array[] = []
  for (let at = 8; ; ) {
    if (at + 12 > bytes.length) throw new Error('the last chunk is missing')
    const length = view.getUint32(at)
    const end = at + 12 + length
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length) throw new Error(`chunk ${type} is cut off`)
    if (KEPT.includes(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4))
    if (type === 'IEND') return { cleaned: new Uint8Array(Buffer.concat(kept)), data: Buffer.concat(data) }
    at = end
  }
}

function spreadPalette(png: DecodedPng): Uint8Array {
  const values = convertIndexedToRgb({ ...png, palette: png.palette!, depth: png.depth as 1 | 2 | 4 | 8 })
  const channels = png.palette![0]!.length
  return spreadValues(values, png.width * png.height, channels, 1)
}

function spread(png: DecodedPng): Uint8Array {
  const pixels = png.width * png.height
  const values = png.depth < 8 ? unpackBits(png) : png.data
  const rgba = spreadValues(values, pixels, png.channels, 255 / (2 ** png.depth - 1))
  if (png.transparency) hideColor(rgba, values, png.channels, png.transparency)
  return rgba
}

/** Grey of 1, 2 or 4 bits: rows start at whole bytes. */
function unpackBits({ width, height, depth, data }: DecodedPng): Uint8Array {
  const values = new Uint8Array(width * height)
  const stride = Math.ceil((width * depth) / 8)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth
      values[y * width + x] = (data[y * stride + (bit >> 3)]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
    }
  return values
}

/** Grey, grey and alpha, RGB or RGBA to RGBA. */
function spreadValues(values: ArrayLike<number>, pixels: number, channels: number, scale: number): Uint8Array {
  const isGrey = channels < 3
  const hasAlpha = channels % 2 === 0
  const rgba = new Uint8Array(pixels * 4)
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * channels
    for (let channel = 0; channel < 3; channel++)
      rgba[pixel * 4 + channel] = Math.round(values[from + (isGrey ? 0 : channel)]! * scale)
    rgba[pixel * 4 + 3] = hasAlpha ? Math.round(values[from + channels - 1]! * scale) : 255
  }
  return rgba
}

/** The one colour that counts as transparent. */
function hideColor(rgba: Uint8Array, values: ArrayLike<number>, channels: number, hidden: Uint16Array): void {
  for (let pixel = 0; pixel * 4 < rgba.length; pixel++)
    if (hidden.every((value, channel) => values[pixel * channels + channel] === value)) rgba[pixel * 4 + 3] = 0
}

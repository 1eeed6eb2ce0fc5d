import { decode as decodeJpeg } from 'jpeg-js'
import { decodePngPixels } from './decode-png.ts'
import { FileError } from './file-error.ts'
import { type ImageHeader, type ImageKind, readImageHeader } from './image-header.ts'
import { readTurn, shrinkPicture, turnPicture } from './turn-picture.ts'
import { decodeWebp } from './webp.ts'

/** Pixels as a screen shows them: sRGB bytes, three per pixel, row-major, top row first. Transparent parts lie on white. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

export type ReadImageOptions = {
  /** What errors call the file. */
  readonly name?: string
  /** The longer side of the result at most, pixels; larger pictures are averaged down in linear light. Absent: as it is. */
  readonly maxSide?: number
}

/** A photo of 40 million pixels takes 160 MB while it is decoded. */
const MAX_PIXELS = 40e6
const MAX_BYTES = 64 * 2 ** 20
const MAX_JPEG_MEMORY_MB = 900

/**
 * Reads a PNG, JPEG or WebP picture, turned as its camera says.
 *
 * @throws FileError when it is no such picture, is cut off or broken, or is larger than 64 MiB or 40 million pixels.
 */
export async function readImage(bytes: Uint8Array, options: ReadImageOptions = {}): Promise<Picture> {
  const name = options.name ?? 'picture'
  if (bytes.length > MAX_BYTES)
    throw new FileError(name, `it has ${bytes.length} bytes and may have ${MAX_BYTES}`, 'Save it smaller')
  const header = readImageHeader(bytes, name)
  const { width, height } = header
  if (!(width > 0 && height > 0)) throw new FileError(name, `it is ${width} × ${height} pixels`, 'Save it again')
  if (width * height > MAX_PIXELS)
    throw new FileError(name, `it has ${width} × ${height} pixels, over 40 million`, 'Save it smaller')
  const rgba = await decode(bytes, header, name)
  const picture = { width, height, rgb: layOnWhite(rgba, width * height) }
  return turnPicture(shrinkPicture(picture, options.maxSide ?? Number.POSITIVE_INFINITY), readTurn(header.orientation))
}

const decoders: {
  readonly [kind in ImageKind]: (bytes: Uint8Array, header: ImageHeader) => Promise<Uint8Array> | Uint8Array
} = {
  png: decodePngPixels,
  jpeg: (bytes) =>
    decodeJpeg(bytes, { useTArray: true, maxResolutionInMP: MAX_PIXELS / 1e6, maxMemoryUsageInMB: MAX_JPEG_MEMORY_MB })
      .data,
  webp: async (bytes) => (await decodeWebp(bytes)).rgba,
}

async function decode(bytes: Uint8Array, header: ImageHeader, name: string): Promise<Uint8Array> {
  let rgba: Uint8Array
  try {
    rgba = await decoders[header.kind](bytes, header)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new FileError(name, `the ${header.kind} picture is broken (${reason})`, 'Save it again', { cause })
  }
  const expected = header.width * header.height * 4
  if (rgba.length !== expected)
    throw new FileError(name, `the picture holds ${rgba.length} values and announces ${expected}`, 'Save it again')
  return rgba
}

function layOnWhite(rgba: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = rgba[pixel * 4 + 3]! / 255
    for (let channel = 0; channel < 3; channel++)
      rgb[pixel * 3 + channel] = Math.round(255 + (rgba[pixel * 4 + channel]! - 255) * alpha)
  }
  return rgb
}

const linearOfByte = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
})

/** Linear light of a picture, 0 … 1, three per pixel; sRGB primaries. */
export function toLinear({ rgb }: Picture): Float32Array {
  return Float32Array.from(rgb, (byte) => linearOfByte[byte]!)
}

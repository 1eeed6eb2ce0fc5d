import { encode as encodePng } from 'fast-png'
import jpeg from 'jpeg-js'

const QUALITY = 95

/** @param rgb Three bytes a pixel, top row first. */
export function jpegOf(width: number, height: number, rgb: Uint8Array): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    for (let channel = 0; channel < 3; channel++) data[i * 4 + channel] = rgb[i * 3 + channel]!
    data[i * 4 + 3] = 255
  }
  return new Uint8Array(jpeg.encode({ data, width, height }, QUALITY).data)
}

/** One channel, 8 or 16 bits by the array's kind. */
export function greyPngOf(width: number, height: number, data: Uint8Array | Uint16Array): Uint8Array {
  return encodePng({ width, height, data, channels: 1, depth: data instanceof Uint16Array ? 16 : 8 })
}

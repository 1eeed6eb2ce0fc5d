import { readFileSync } from 'node:fs'
import { encode as encodePng } from 'fast-png'
import { encode as encodeJpeg } from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { readImage, toLinear } from './read-image.ts'
import { encodeWebpLossless } from './webp.ts'

const WIDTH = 40
const HEIGHT = 24

/** Reddish on the left, bluish at the bottom. */
const rgba = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, index) => {
  const pixel = index >> 2
  const x = pixel % WIDTH
  const y = (pixel - x) / WIDTH
  return [250 - x * 6, 90, y * 10, 255][index & 3]!
})
const rgb = rgba.filter((_, index) => (index & 3) !== 3)
const pixelOf = ({ width, rgb: values }: { width: number; rgb: Uint8Array }, x: number, y: number) => [
  ...values.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
]

describe('readImage', () => {
  it('reads PNG and lossless WebP to the byte', async () => {
    const png = await readImage(encodePng({ width: WIDTH, height: HEIGHT, data: rgba, channels: 4 }))
    const webp = await readImage(await encodeWebpLossless({ width: WIDTH, height: HEIGHT, rgba }))
    expect(png).toEqual({ width: WIDTH, height: HEIGHT, rgb })
    expect(webp).toEqual(png)
  })

  it('reads JPEG within what its compression loses', async () => {
    const jpeg = await readImage(encodeJpeg({ width: WIDTH, height: HEIGHT, data: rgba }, 95).data)
    expect([jpeg.width, jpeg.height]).toEqual([WIDTH, HEIGHT])
    const worst = jpeg.rgb.reduce((most, value, index) => Math.max(most, Math.abs(value - rgb[index]!)), 0)
    expect(worst).toBeLessThan(12)
  })

  it('reads grey, 16-bit and few-bit PNG, and lays transparent pixels on white', async () => {
    const data = Uint8Array.of(0, 255, 100, 0)
    const grey = await readImage(encodePng({ width: 2, height: 1, data, channels: 2 }))
    expect([...grey.rgb]).toEqual([0, 0, 0, 255, 255, 255])
    const deep = await readImage(
      encodePng({ width: 1, height: 1, data: Uint16Array.of(65535, 257 * 7, 0), channels: 3, depth: 16 }),
    )
    expect([...deep.rgb]).toEqual([255, 7, 0])
    const bits = await readImage(
      encodePng({ width: 9, height: 2, data: Uint8Array.of(0xaa, 0x80, 0x55, 0x00), channels: 1, depth: 1 }),
    )
    expect([...bits.rgb].filter((_, index) => index % 3 === 0)).toEqual(
      [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0].map((bit) => bit * 255),
    )
  })

  it('turns a photo as its camera says', async () => {
    const upright = await readImage(encodeJpeg({ width: WIDTH, height: HEIGHT, data: rgba }, 100).data)
    const turned = await readImage(
      withOrientation(encodeJpeg({ width: WIDTH, height: HEIGHT, data: rgba }, 100).data, 6),
    )
    expect([turned.width, turned.height]).toEqual([HEIGHT, WIDTH])
    // A quarter clockwise: what was at the bottom left is now at the top left.
    expect(pixelOf(turned, 0, 0)).toEqual(pixelOf(upright, 0, HEIGHT - 1))
    expect(pixelOf(turned, HEIGHT - 1, WIDTH - 1)).toEqual(pixelOf(upright, WIDTH - 1, 0))
  })

  it('averages a large picture down', async () => {
    const png = encodePng({ width: WIDTH, height: HEIGHT, data: rgba, channels: 4 })
    const small = await readImage(png, { maxSide: 10 })
    expect([small.width, small.height]).toEqual([10, 6])
    expect(Math.abs(pixelOf(small, 0, 0)[0]! - 241)).toBeLessThan(2)
  })

  it('gives linear light', async () => {
    const linear = toLinear({ width: 1, height: 1, rgb: Uint8Array.of(0, 188, 255) })
    expect(linear[0]).toBe(0)
    expect(linear[1]).toBeCloseTo(0.503, 2)
    expect(linear[2]).toBe(1)
  })

  it('says what is wrong with a hostile picture, and what cures it', async () => {
    const png = encodePng({ width: WIDTH, height: HEIGHT, data: rgba, channels: 4 })
    const read = (bytes: Uint8Array) => readImage(bytes, { name: 'sofa.png' })
    await expect(read(new Uint8Array())).rejects.toThrow('sofa.png: the picture ends after 0 bytes. Copy it again')
    await expect(read(new TextEncoder().encode('<svg></svg>'))).rejects.toThrow('neither a PNG, a JPEG nor a WebP')
    await expect(read(png.slice(0, png.length - 40))).rejects.toThrow(
      'sofa.png: the png picture is broken (chunk IDAT is cut off)',
    )
    const huge = png.slice()
    new DataView(huge.buffer).setUint32(16, 1_000_000)
    await expect(read(huge)).rejects.toThrow('is broken')
    new DataView(huge.buffer).setUint32(20, 1_000_000)
    await expect(read(huge)).rejects.toThrow('1000000 × 1000000 pixels, over 40 million. Save it smaller.')
  })

  it('survives any cut and any flipped byte', async () => {
    const files = [
      encodePng({ width: WIDTH, height: HEIGHT, data: rgba, channels: 4 }),
      new Uint8Array(encodeJpeg({ width: WIDTH, height: HEIGHT, data: rgba }, 80).data),
      await encodeWebpLossless({ width: WIDTH, height: HEIGHT, rgba }),
    ]
    for (const file of files)
      for (let at = 0; at < file.length; at += 7) {
        const flipped = file.slice()
        flipped[at]! ^= 0xff
        for (const bytes of [file.slice(0, at), flipped]) {
          const outcome = await readImage(bytes).then(
            ({ width, height, rgb: values }) => values.length === width * height * 3,
            (error: Error) => error.name === 'FileError' || error,
          )
          expect(outcome).toBe(true)
        }
      }
  })

  it('carries its codec on disk', () => {
    const wasm = readFileSync(new URL(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')))
    expect(WebAssembly.validate(wasm)).toBe(true)
  })
})

/** The file with an EXIF block that holds nothing but the orientation. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = [0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*'), 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1]
  exif.push(0, orientation, 0, 0, 0, 0, 0, 0)
  return Uint8Array.from([...jpeg.subarray(0, 2), ...exif, ...jpeg.subarray(2)])
}

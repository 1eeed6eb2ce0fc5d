import { describe, expect, it } from 'vitest'
import { lchOf } from './oklab.ts'
import { readAppearance } from './read-appearance.ts'
import { readReference, withPicture } from './read-reference.ts'

type Paint = (u: number, v: number) => readonly [number, number, number]

function picture(width: number, height: number, paint: Paint) {
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.set(paint((x + 0.5) / width, (y + 0.5) / height), (y * width + x) * 3)
  return { width, height, rgb }
}

/** White ceiling, sage walls, walnut floor, a cream sofa with a mustard cushion. */
const room: Paint = (u, v) => {
  if (v < 0.12) return [246, 245, 242]
  if (u > 0.45 && u < 0.52 && v > 0.52 && v < 0.6) return [222, 165, 30]
  if (u > 0.25 && u < 0.75 && v > 0.5 && v < 0.76) return [228, 219, 203]
  return v < 0.6 ? [154, 168, 140] : [120, 86, 62]
}

const near = (hex: string | undefined, r: number, g: number, b: number) => {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex!.slice(at, at + 2), 16))
  expect(Math.max(...[r, g, b].map((value, k) => Math.abs(value - channels[k]!))), hex).toBeLessThan(34)
}

describe('readReference', () => {
  it('finds floor, walls, ceiling, furniture and accents by where they are', () => {
    const reading = readReference(picture(300, 200, room))
    near(reading.floor, 120, 86, 62)
    near(reading.walls, 154, 168, 140)
    near(reading.ceiling, 246, 245, 242)
    near(reading.furniture, 228, 219, 203)
    near(reading.accents[0], 222, 165, 30)
    expect(reading.wood).toBeGreaterThan(0.3)
    expect(reading.palette.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 1)
  })

  it('sees warm and cool light, and takes most of it out of the colours', () => {
    const warm = readReference(picture(200, 140, (u, v) => room(u, v).map((c, k) => c * [1, 0.86, 0.66][k]!) as never))
    const cool = readReference(picture(200, 140, (u, v) => room(u, v).map((c, k) => c * [0.78, 0.92, 1][k]!) as never))
    expect(warm.warmth).toBeGreaterThan(0.3)
    expect(cool.warmth).toBeLessThan(-0.2)
    expect(lchOf(warm.ceiling!).c).toBeLessThan(0.05)
  })

  it('knows night from day', () => {
    const dark = readReference(
      picture(200, 140, (u, v) => (v < 0.2 && u < 0.1 ? [255, 220, 160] : (room(u, v).map((c) => c * 0.18) as never))),
    )
    expect(dark.key).toBeLessThan(0.35)
    expect(withPicture(undefined, dark).light.time).toBe('night')
    expect(withPicture(readAppearance('morning sun'), dark).light.time).toBe('morning')
  })

  it('reads any picture: black, of one colour, a single pixel, noise, very wide, very tall', () => {
    let state = 7
    const noise = () => {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      return state % 256
    }
    const odd = [
      picture(64, 64, () => [0, 0, 0]),
      picture(64, 64, () => [255, 255, 255]),
      picture(64, 64, () => [200, 30, 40]),
      picture(1, 1, () => [10, 200, 90]),
      picture(2, 1, (u) => (u < 0.5 ? [0, 0, 0] : [255, 255, 255])),
      picture(120, 90, () => [noise(), noise(), noise()]),
      picture(4000, 40, room),
      picture(8, 2000, room),
    ]
    for (const each of odd) {
      const reading = readReference(each)
      expect(reading.palette.length).toBeGreaterThan(0)
      for (const { color } of reading.palette) expect(color).toMatch(/^#[0-9a-f]{6}$/)
      for (const value of [reading.key, reading.contrast, reading.warmth, reading.wood]) expect(value).not.toBeNaN()
    }
    expect(readReference(odd[2]!).walls).toBeUndefined()
    expect(readReference(odd[0]!).key).toBe(0)
    expect(() => readReference({ width: 4, height: 4, rgb: new Uint8Array(5) })).toThrow(RangeError)
  })
})

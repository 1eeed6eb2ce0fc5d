import { describe, expect, it } from 'vitest'
import { checkRestyled } from './check-restyled.ts'

const size = { width: 96, height: 72 }
/** Nine things side by side and over each other. */
const instance = Uint32Array.from(
  { length: 96 * 72 },
  (_, at) => 1 + Math.floor((at % 96) / 32) + 3 * Math.floor(at / 96 / 24),
)

/** Each thing in a brightness of its own, with a fine texture. */
function paint(brightness: (thing: number) => number, shift = 0): Uint8Array {
  const bytes = new Uint8Array(3 * instance.length)
  for (let at = 0; at < instance.length; at++) {
    const x = Math.max(0, (at % 96) - shift)
    const thing = instance[at - (at % 96) + x]!
    bytes.fill(brightness(thing) + ((x * 7 + at) % 5), 3 * at, 3 * at + 3)
  }
  return bytes
}
const film = paint((thing) => 20 + ((thing * 83) % 180))

describe('checkRestyled', () => {
  it('takes the film itself, and one whose things look quite otherwise', () => {
    expect(checkRestyled(film, film, instance, size)).toEqual({ kept: 1, shown: 1, isKept: true })
    const night = paint((thing) => 200 - ((thing * 83) % 180))
    expect(checkRestyled(night, film, instance, size).isKept).toBe(true)
  })

  it('refuses things that stand a few pixels off', () => {
    const moved = checkRestyled(
      paint((thing) => 20 + ((thing * 83) % 180), 3),
      film,
      instance,
      size,
    )
    expect(moved.kept).toBeLessThan(0.7)
    expect(moved.isKept).toBe(false)
  })

  it('refuses a frame that lost the things', () => {
    const flat = checkRestyled(new Uint8Array(film.length).fill(90), film, instance, size)
    expect(flat).toEqual({ kept: 1, shown: 0, isKept: false })
  })

  it('names sizes that do not fit', () => {
    expect(() => checkRestyled(film.subarray(30), film, instance, size)).toThrow('needs 96 × 72')
  })
})

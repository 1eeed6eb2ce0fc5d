import { describe, expect, it } from 'vitest'
import { materials } from './materials.ts'
import { paintPattern, type SurfacePattern } from './patterns.ts'

const used = [...new Set(Object.values(materials).map(({ pattern }) => pattern))].filter(
  (pattern): pattern is Exclude<typeof pattern, 'none'> => pattern !== 'none',
)
const all: SurfacePattern[] = [...used, 'planks', 'parquet']
const size = 64

describe.each(all)('the pattern %s', (pattern) => {
  const pixels = paintPattern(pattern, size)
  const at = (x: number, y: number) => pixels[(y * size + x) * 3 + 1]!

  it('is no flat colour and keeps the base colour bright', () => {
    const greens = Array.from({ length: size * size }, (_, i) => pixels[i * 3 + 1]!)
    const mean = greens.reduce((sum, value) => sum + value, 0) / greens.length
    expect(Math.max(...greens)).toBeGreaterThan(Math.min(...greens))
    expect(mean).toBeGreaterThan(180)
  })

  it('repeats without a seam', () => {
    // What lies beside the border differs no more than the largest step within the picture.
    let inside = 0
    let across = 0
    for (let y = 0; y < size; y++) {
      for (let x = 1; x < size; x++) inside = Math.max(inside, Math.abs(at(x, y) - at(x - 1, y)))
      across = Math.max(across, Math.abs(at(0, y) - at(size - 1, y)))
    }
    expect(across).toBeLessThanOrEqual(inside + 2)
  })

  it('is the same every time', () => {
    expect(paintPattern(pattern, size)).toEqual(pixels)
  })
})

describe('wood', () => {
  it('is redder where it is darker', () => {
    const pixels = paintPattern('wood', size)
    const ratios = Array.from({ length: size * size }, (_, i) => ({
      shade: pixels[i * 3 + 1]!,
      hue: pixels[i * 3]! / pixels[i * 3 + 2]!,
    })).sort((a, b) => a.shade - b.shade)
    const mean = (list: typeof ratios) => list.reduce((sum, { hue }) => sum + hue, 0) / list.length
    expect(mean(ratios.slice(0, 400))).toBeGreaterThan(mean(ratios.slice(-400)) + 0.05)
  })
})

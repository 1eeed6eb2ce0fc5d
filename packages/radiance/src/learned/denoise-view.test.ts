import { describe, expect, it } from 'vitest'
import { type Denoiser, denoiseView } from './denoise-view.ts'
import type { ViewGuides } from './view-guides.ts'

function guidesOf(width: number, height: number): ViewGuides {
  const pixels = width * height
  return {
    width,
    height,
    albedo: Float32Array.from({ length: 3 * pixels }, (_, at) => (at % 7) / 7),
    normal: new Float32Array(3 * pixels),
    nearness: Float32Array.from({ length: pixels }, (_, at) => at / pixels),
  }
}

describe('denoiseView', () => {
  it('cuts a view of any size into parts and puts each pixel back where it was', async () => {
    const guides = guidesOf(301, 270)
    const sizes: number[][] = []
    const nothing: Denoiser = {
      denoise: async (light, told, width, height) => {
        sizes.push([width, height])
        expect([light.length, told.length]).toEqual([3 * width * height, 7 * width * height])
        return light.slice()
      },
    }
    const color = Float32Array.from({ length: 3 * 301 * 270 }, (_, at) => (at % 1013) / 100)
    const result = await denoiseView(color, guides, [0.5, 1, 2], nothing)
    for (const [at, value] of result.entries()) expect(Math.abs(value - color[at]!)).toBeLessThan(1e-4)
    expect(sizes).toEqual([
      [288, 272],
      [80, 272],
      [288, 48],
      [80, 48],
    ])
  })

  it('hides patterns and exposure from the network, so that it sees light alone', async () => {
    const guides = { ...guidesOf(8, 8), albedo: new Float32Array(192).fill(0.25) }
    const seen: number[] = []
    const network: Denoiser = {
      denoise: async (light) => {
        // Parts are 16 × 16 at least.
        seen.push(light[0]!, light[256]!)
        return new Float32Array(light.length).fill(4)
      },
    }
    const result = await denoiseView(new Float32Array(192).fill(3), guides, [0.5, 1, 1], network)
    expect(seen).toEqual([6, 12])
    expect([result[0], result[1]]).toEqual([2, 1])
  })
})

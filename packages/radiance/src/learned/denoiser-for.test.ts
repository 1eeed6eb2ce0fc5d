import { describe, expect, it } from 'vitest'
import { aTrous } from './a-trous.ts'
import type { Denoiser } from './denoise-view.ts'
import { denoiserFor } from './denoiser-for.ts'

const side = 32
const size = side * side
const isLeft = (at: number) => at % side < side / 2
/** Two walls at right angles, the right one twice as bright, with noise by a fixed rule. */
const truth = Float32Array.from({ length: 3 * size }, (_, at) => (isLeft(at) ? 1 : 2))
const noisy = truth.map((value, at) => value * (1 + 0.7 * Math.sin(at * at * 0.37)))
const guides = Float32Array.from({ length: 7 * size }, (_, at) => {
  const plane = Math.floor(at / size)
  if (plane < 3 || plane === 6) return 0.5
  return plane === (isLeft(at) ? 3 : 5) ? 1 : 0
})
const errorOf = (values: Float32Array) =>
  values.reduce((sum, value, at) => sum + Math.abs(value - truth[at]!), 0) / values.length

describe('the plain filter', () => {
  it('takes noise off both walls and keeps the edge between them', async () => {
    const clean = await aTrous.denoise(noisy, guides, side, side)
    expect(errorOf(clean)).toBeLessThan(0.3 * errorOf(noisy))
    const [left, right] = [clean[16 * side + 15]!, clean[16 * side + 16]!]
    expect(right / left).toBeGreaterThan(1.5)
  })
})

describe('denoiserFor', () => {
  const network: Denoiser = { denoise: async (light) => new Float32Array(light.length).fill(3) }

  it('trusts the network alone where there are hardly any paths', async () => {
    const clean = await denoiserFor(network, 2).denoise(noisy, guides, side, side)
    expect(clean.every((value) => value === 3)).toBe(true)
  })

  it('takes half of each where there are more', async () => {
    const plain = await aTrous.denoise(noisy, guides, side, side)
    const clean = await denoiserFor(network, 8).denoise(noisy, guides, side, side)
    for (const [at, value] of clean.entries()) expect(value).toBeCloseTo((3 + plain[at]!) / 2, 5)
  })
})

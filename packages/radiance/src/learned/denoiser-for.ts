import { aTrous } from './a-trous.ts'
import type { Denoiser } from './denoise-view.ts'

/** From so many paths a pixel on, the plain filter is about as good as the network, and they err in other places. */
const MIXED = 4

/** The best known denoiser of views of so many paths: the network alone, or half of it and half of the à-trous filter. */
export function denoiserFor(network: Denoiser, samples: number): Denoiser {
  if (samples < MIXED) return network
  return {
    async denoise(light, guides, width, height) {
      const plain = await aTrous.denoise(light, guides, width, height)
      const learned = await network.denoise(light, guides, width, height)
      return learned.map((value, at) => (value + plain[at]!) / 2)
    },
  }
}

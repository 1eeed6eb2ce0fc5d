import type { Denoiser } from './denoise-view.ts'

const KERNEL = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16]
const LEVELS = 5

/**
 * A filter that learned nothing: the edge-avoiding à-trous wavelet (Dammertz et al., 2010) over light without patterns. Its widths
 * were set by hand, once.
 */
export const aTrous: Denoiser = {
  async denoise(light, guides, width, height) {
    let from = light
    for (let level = 0; level < LEVELS; level++) from = filterOnce(from, guides, width, height, level)
    return from
  },
}

function filterOnce(
  light: Float32Array,
  guides: Float32Array,
  width: number,
  height: number,
  level: number,
): Float32Array {
  const size = width * height
  const into = new Float32Array(light.length)
  const step = 2 ** level
  const tone = 1.2 / 2 ** level
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const own = toneOf(light, at, size)
      const sums = [0, 0, 0, 0]
      for (let row = -2; row <= 2; row++)
        for (let column = -2; column <= 2; column++) {
          const [nx, ny] = [x + column * step, y + row * step]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const other = ny * width + nx
          const unlike = Math.abs(toneOf(light, other, size) - own) / tone + guideDistance(guides, at, other, size)
          const weight = KERNEL[row + 2]! * KERNEL[column + 2]! * Math.exp(-unlike)
          for (let channel = 0; channel < 3; channel++) sums[channel]! += weight * light[channel * size + other]!
          sums[3]! += weight
        }
      for (let channel = 0; channel < 3; channel++) into[channel * size + at] = sums[channel]! / sums[3]!
    }
  return into
}

const toneOf = (light: Float32Array, at: number, size: number): number =>
  Math.log1p(light[at]! + light[size + at]! + light[2 * size + at]!)

function guideDistance(guides: Float32Array, a: number, b: number, size: number): number {
  let [base, turn] = [0, 0]
  for (let channel = 0; channel < 3; channel++) {
    base += Math.abs(guides[channel * size + a]! - guides[channel * size + b]!)
    turn += (guides[(3 + channel) * size + a]! - guides[(3 + channel) * size + b]!) ** 2
  }
  return 3 * base + 4 * turn + 25 * Math.abs(guides[6 * size + a]! - guides[6 * size + b]!)
}

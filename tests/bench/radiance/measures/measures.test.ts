import { createRandom } from '@enfilade/geometry'
import { lookAt } from '@enfilade/radiance'
import { describe, expect, it } from 'vitest'
import { holes, mean, percentile, psnr, psnrAgainstNoisy, ssim, ssimAgainstNoisy } from './compare-pictures.ts'
import { type SeenView, warpView, withGain, withShift } from './warp-view.ts'

const WIDTH = 160
const HEIGHT = 120
const lens = { width: WIDTH, height: HEIGHT, fov: 1 }
const picture = (shade: (x: number, y: number) => number) =>
  Float32Array.from({ length: WIDTH * HEIGHT * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3)
    return shade(pixel % WIDTH, Math.floor(pixel / WIDTH))
  })

describe('pictures compared', () => {
  const random = createRandom(3)
  const smooth = picture((x, y) => 120 + 60 * Math.sin(x / 9) * Math.cos(y / 7))

  it('have the PSNR of their error', () => {
    expect(
      psnr(
        smooth,
        smooth.map((value) => value + 5),
      ),
    ).toBeCloseTo(10 * Math.log10(255 ** 2 / 25), 6)
    expect(psnr(smooth, smooth)).toBe(Number.POSITIVE_INFINITY)
  })

  it('have the PSNR against a truth of which only noisy renders are there', () => {
    const noisy = () => smooth.map((value) => value + (random() - 0.5) * 40)
    const guess = smooth.map((value, index) => value + (Math.floor(index / 300) % 2 ? 3 : -3))
    expect(psnr(guess, noisy())).toBeLessThan(28)
    expect(Math.abs(psnrAgainstNoisy(guess, noisy(), noisy()) - psnr(guess, smooth))).toBeLessThan(0.4)
  })

  it('have the similarity to a truth of which only noisy renders are there', () => {
    const noisy = () => smooth.map((value) => value + (random() - 0.5) * 40)
    const guess = smooth.map((value, index) => value + 8 * Math.sin(index / 11))
    expect(ssim(guess, noisy(), WIDTH, HEIGHT)).toBeLessThan(ssim(guess, smooth, WIDTH, HEIGHT) - 0.1)
    const found = ssimAgainstNoisy(guess, noisy(), noisy(), WIDTH, HEIGHT)
    expect(Math.abs(found - ssim(guess, smooth, WIDTH, HEIGHT))).toBeLessThan(0.03)
  })

  it('lose similarity by noise and blur more than by a change of brightness', () => {
    expect(ssim(smooth, smooth, WIDTH, HEIGHT)).toBeCloseTo(1, 9)
    const brighter = smooth.map((value) => value + 6)
    const noisy = smooth.map((value) => value + (random() - 0.5) * 60)
    expect(ssim(smooth, brighter, WIDTH, HEIGHT)).toBeGreaterThan(0.97)
    expect(ssim(smooth, noisy, WIDTH, HEIGHT)).toBeLessThan(0.8)
  })

  it('have holes where alpha is low, of the pixels that count', () => {
    expect(holes([1, 0.5, 0.95, 0.2], (pixel) => pixel < 3)).toBeCloseTo(1 / 3)
  })

  it('are summed up by mean and tenth part', () => {
    const values = Array.from({ length: 11 }, (_, index) => 10 - index)
    expect([mean(values), percentile(values, 0.1), percentile(values, 0.5)]).toEqual([5, 1, 5])
  })
})

describe('a view warped into another', () => {
  // A painted wall at y = 4, seen from two places: what each sees is known in closed form.
  const [first, second] = [
    lookAt('a', [0, 0, 1.5], [0.3, 4, 1.5], lens),
    lookAt('b', [0.7, 0.3, 1.6], [0.2, 4, 1.4], lens),
  ]
  const paint = (x: number, z: number) => 110 + 45 * Math.sin(x * 9) + 40 * Math.cos(z * 8 + x * 3)
  const view = (camera: typeof first): SeenView => {
    const { pose, intrinsic } = camera
    const depth = new Float32Array(WIDTH * HEIGHT)
    const rgb = new Float32Array(WIDTH * HEIGHT * 3)
    for (let pixel = 0; pixel < depth.length; pixel++) {
      const a = ((pixel % WIDTH) + 0.5 - intrinsic[2]!) / intrinsic[0]!
      const b = (Math.floor(pixel / WIDTH) + 0.5 - intrinsic[5]!) / intrinsic[4]!
      const along = (row: number) => pose[row]! * a + pose[row + 1]! * b + pose[row + 2]!
      depth[pixel] = (4 - pose[7]!) / along(4)
      rgb.fill(
        paint(pose[3]! + depth[pixel]! * along(0), pose[11]! + depth[pixel]! * along(8)),
        3 * pixel,
        3 * pixel + 3,
      )
    }
    return { camera, rgb, depth, instance: new Uint32Array(depth.length).fill(7) }
  }
  const [a, b] = [view(first), view(second)]

  it('agrees where the world is one', () => {
    const { pixels, psnr: ratio, mae, depthError, sameInstance } = warpView(a, b)
    expect(pixels).toBeGreaterThan(10_000)
    expect(ratio).toBeGreaterThan(45)
    expect(mae).toBeLessThan(0.7)
    expect(depthError).toBeLessThan(0.0005)
    expect(sameInstance).toBe(1)
  })

  it('sees a gain of 4 percent between views', () => {
    expect(warpView(withGain(a, 1.04), withGain(b, 0.96)).mae).toBeGreaterThan(2)
  })

  it('sees colours that lie two pixels off', () => {
    expect(warpView(withShift(a, 2), withShift(b, -2)).psnr).toBeLessThan(34)
  })

  it('leaves out what something hides, and sees another thing', () => {
    const hidden = { ...b, depth: Float32Array.from(b.depth, (depth) => depth * 0.9) }
    expect(warpView(a, hidden).pixels).toBe(0)
    const other = { ...b, instance: new Uint32Array(b.depth.length).fill(8) }
    expect(warpView(a, other).sameInstance).toBe(0)
  })
})

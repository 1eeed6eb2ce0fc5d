/** Display values 0 … 255, three per pixel, row-major. */
export type Pixels = ArrayLike<number>

/** Peak signal to noise ratio, dB. Equal pictures: infinite. */
export function psnr(a: Pixels, b: Pixels): number {
  return psnrOf(meanProduct(a, b, b))
}

/**
 * Of a picture against a truth that is known by two noisy renders of its own: their noise, which is independent, falls out of the
 * mean, so few samples say what many would.
 */
export function psnrAgainstNoisy(picture: Pixels, first: Pixels, second: Pixels): number {
  return psnrOf(Math.max(0, meanProduct(picture, first, second)))
}

/** Mean of (a − b) · (a − c). */
function meanProduct(a: Pixels, b: Pixels, c: Pixels): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index]! - b[index]!) * (a[index]! - c[index]!)
  return sum / a.length
}

export function psnrOf(squaredError: number): number {
  return 10 * Math.log10(255 ** 2 / squaredError)
}

/** Constants of Wang et al. 2004, and their gaussian window of 11 pixels. */
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2
const WINDOW = Array.from({ length: 11 }, (_, index) => Math.exp(-((index - 5) ** 2) / (2 * 1.5 ** 2)))
const WINDOW_SUM = WINDOW.reduce((sum, value) => sum + value, 0)

/** Structural similarity of the luma, mean over all whole windows; 1: equal. */
export function ssim(a: Pixels, b: Pixels, width: number, height: number): number {
  return ssimAgainstNoisy(a, b, b, width, height)
}

/** Of a picture against a truth that is known by two noisy renders: their noise falls out of the truth's variances. */
export function ssimAgainstNoisy(
  picture: Pixels,
  first: Pixels,
  second: Pixels,
  width: number,
  height: number,
): number {
  const [x, y, z] = [lumaOf(picture), lumaOf(first), lumaOf(second)]
  const product = (p: Float64Array, q: Float64Array) =>
    blur(
      p.map((value, index) => value * q[index]!),
      width,
      height,
    )
  const [mx, my, mz] = [blur(x, width, height), blur(y, width, height), blur(z, width, height)]
  const [xx, yz, xy, xz] = [product(x, x), product(y, z), product(x, y), product(x, z)]
  let sum = 0
  for (let index = 0; index < mx.length; index++) {
    const [p, q] = [mx[index]!, (my[index]! + mz[index]!) / 2]
    const covariance = (xy[index]! + xz[index]!) / 2 - p * q
    const spread = xx[index]! - p * p + Math.max(0, yz[index]! - my[index]! * mz[index]!)
    sum += ((2 * p * q + C1) * (2 * covariance + C2)) / ((p * p + q * q + C1) * (spread + C2))
  }
  return sum / mx.length
}

function lumaOf(pixels: Pixels): Float64Array {
  return Float64Array.from({ length: pixels.length / 3 }, (_, pixel) => {
    return 0.299 * pixels[3 * pixel]! + 0.587 * pixels[3 * pixel + 1]! + 0.114 * pixels[3 * pixel + 2]!
  })
}

/** Windows that lie whole in the picture: 10 fewer each way. */
function blur(values: Float64Array, width: number, height: number): Float64Array {
  const across = new Float64Array((width - 10) * height)
  for (let row = 0; row < height; row++)
    for (let x = 0; x < width - 10; x++)
      across[row * (width - 10) + x] = windowed((step) => values[row * width + x + step]!)
  const both = new Float64Array((width - 10) * (height - 10))
  for (let row = 0; row < height - 10; row++)
    for (let x = 0; x < width - 10; x++)
      both[row * (width - 10) + x] = windowed((step) => across[(row + step) * (width - 10) + x]!)
  return both
}

function windowed(at: (step: number) => number): number {
  let sum = 0
  for (let step = 0; step < 11; step++) sum += WINDOW[step]! * at(step)
  return sum / WINDOW_SUM
}

/** Part of the pixels with less alpha than this. @param counts Pixels that count: those that the truth hits. */
export function holes(alpha: ArrayLike<number>, counts: (pixel: number) => boolean, least = 0.9): number {
  let [seen, open] = [0, 0]
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    if (!counts(pixel)) continue
    seen++
    if (alpha[pixel]! < least) open++
  }
  return seen > 0 ? open / seen : 0
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** @param part 0 … 1; 0.1: a tenth of the values lie below. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = part * (sorted.length - 1)
  const low = Math.floor(place)
  return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!)
}

import type { Exposure } from '../views/display.ts'
import type { ViewGuides } from './view-guides.ts'

/** Removes the noise of a part of a view. Planes, one after another; both sides are multiples of 16. */
export type Denoiser = {
  /**
   * @param light Radiance × exposure / base colour, 3 planes. @param guides Base colour 3, normal 3, nearness 1.
   * @returns As `light`, without noise.
   */
  denoise(light: Float32Array, guides: Float32Array, width: number, height: number): Promise<Float32Array>
}

export const DENOISER_FORMAT = 'enfilade.denoiser/1'

/** Darker base colours would blow the noise up. The training has the same number. */
const LEAST_ALBEDO = 0.02
/** Pixels that are kept of a part, and pixels round it that are only looked at: memory stays the same for any size. */
const PART = 256
const MARGIN = 32

/**
 * A view of few paths as it would look with many.
 *
 * @param color Radiance, kcd/m², three a pixel. @returns The same, new.
 */
export async function denoiseView(
  color: Float32Array,
  guides: ViewGuides,
  exposure: Exposure,
  denoiser: Denoiser,
): Promise<Float32Array> {
  const { width, height } = guides
  const result = new Float32Array(color.length)
  for (let top = 0; top < height; top += PART)
    for (let left = 0; left < width; left += PART) {
      const part = partAt(left, top, width, height)
      const [light, told] = readPart(color, guides, exposure, part)
      const clean = await denoiser.denoise(light, told, part.width, part.height)
      writePart(clean, guides, exposure, part, result)
    }
  return result
}

/** Of the picture: what is read from x, y on, beyond the edges the last pixel again; what is kept lies in `kept`. */
type Part = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly kept: readonly [left: number, top: number, right: number, bottom: number]
}

function partAt(left: number, top: number, width: number, height: number): Part {
  const [right, bottom] = [Math.min(width, left + PART), Math.min(height, top + PART)]
  const [x, y] = [Math.max(0, left - MARGIN), Math.max(0, top - MARGIN)]
  const upTo = (from: number, end: number) => 16 * Math.ceil((end - from) / 16)
  return {
    x,
    y,
    width: upTo(x, Math.min(width, right + MARGIN)),
    height: upTo(y, Math.min(height, bottom + MARGIN)),
    kept: [left, top, right, bottom],
  }
}

function readPart(
  color: Float32Array,
  { width, height, albedo, normal, nearness }: ViewGuides,
  exposure: Exposure,
  part: Part,
): [light: Float32Array, guides: Float32Array] {
  const size = part.width * part.height
  const light = new Float32Array(3 * size)
  const told = new Float32Array(7 * size)
  for (let at = 0; at < size; at++) {
    const x = Math.min(width - 1, part.x + (at % part.width))
    const y = Math.min(height - 1, part.y + Math.floor(at / part.width))
    const pixel = y * width + x
    for (let channel = 0; channel < 3; channel++) {
      const base = albedo[3 * pixel + channel]!
      light[channel * size + at] = (color[3 * pixel + channel]! * exposure[channel]!) / Math.max(LEAST_ALBEDO, base)
      told[channel * size + at] = base
      told[(3 + channel) * size + at] = normal[3 * pixel + channel]!
    }
    told[6 * size + at] = nearness[pixel]!
  }
  return [light, told]
}

function writePart(
  clean: Float32Array,
  { width, albedo }: ViewGuides,
  exposure: Exposure,
  part: Part,
  into: Float32Array,
): void {
  const size = part.width * part.height
  const [left, top, right, bottom] = part.kept
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y - part.y) * part.width + x - part.x
      for (let channel = 0; channel < 3; channel++) {
        const to = 3 * (y * width + x) + channel
        into[to] = (clean[channel * size + at]! * Math.max(LEAST_ALBEDO, albedo[to]!)) / exposure[channel]!
      }
    }
}

/** How radiance becomes what a screen shows; every view of a space goes through these. */

import type { Rgb } from '../scene/trace-scene.ts'

/** Radiance × exposure = 0.18 is middle grey, per kcd/m²; the three channels differ by the white balance. */
export type Exposure = Rgb

/** The radiance, kcd/m², that shows at least as bright as `level` in the most sensitive channel. */
export const radianceAt = (level: number, exposure: Exposure): number => level / Math.max(...exposure)

/**
 * Linear light to display values, 0 … 1 with the sRGB transfer function.
 *
 * @param color Radiance, kcd/m², rgb from `from`. @param into Mutated: rgb from `to`.
 */
export function toDisplay(
  color: ArrayLike<number>,
  from: number,
  exposure: Exposure,
  into: { [index: number]: number },
  to: number,
): void {
  const red = color[from]! * exposure[0]
  const green = color[from + 1]! * exposure[1]
  const blue = color[from + 2]! * exposure[2]
  const shared = CROSSTALK * (red + green + blue)
  const filmRed = filmic((1 - 3 * CROSSTALK) * red + shared)
  const filmGreen = filmic((1 - 3 * CROSSTALK) * green + shared)
  const filmBlue = filmic((1 - 3 * CROSSTALK) * blue + shared)
  const gone = CROSSTALK_OUT * (filmRed + filmGreen + filmBlue)
  into[to] = encode((filmRed - gone) * OUT_SCALE)
  into[to + 1] = encode((filmGreen - gone) * OUT_SCALE)
  into[to + 2] = encode((filmBlue - gone) * OUT_SCALE)
}

/**
 * Some of each channel goes into the others before the curve and comes out after it, so that bright colours fade to white
 * instead of shifting in hue, as on film. Grey stays grey.
 */
const CROSSTALK = 0.06
const CROSSTALK_OUT = CROSSTALK * 0.85
const OUT_SCALE = 1 / (1 - 3 * CROSSTALK_OUT)

/** Scene values up to here, in units of diffuse white, still show a difference. */
const WHITE = 6
const SHOULDER = 0.42

/** Straight in the middle, a shoulder towards white; 0.18 gives about 0.18. */
function filmic(value: number): number {
  if (!(value > 0)) return 0
  if (value <= SHOULDER) return value
  const rest = 1 - SHOULDER
  const over = (value - SHOULDER) / rest
  const top = (WHITE - SHOULDER) / rest
  return Math.min(1, SHOULDER + (rest * (over * (1 + over / (top * top)))) / (1 + over))
}

/** Linear to the sRGB transfer function, cut to 0 … 1; from a table over the square root, to 1e-6. */
function encode(value: number): number {
  if (!(value > 0)) return 0
  if (value >= 1) return 1
  const place = Math.sqrt(value) * CELLS
  const cell = Math.floor(place)
  const low = encoded[cell]!
  return low + (encoded[cell + 1]! - low) * (place - cell)
}

const CELLS = 4096
const encoded = Float64Array.from({ length: CELLS + 2 }, (_, cell) => transfer((cell / CELLS) ** 2))

function transfer(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}

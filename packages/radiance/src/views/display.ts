/** How radiance becomes what a screen shows; every view of a space goes through these. */

/** Radiance × exposure = 0.18 is middle grey. Per kcd/m². */
export type Exposure = number

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
  const red = color[from]! * exposure
  const green = color[from + 1]! * exposure
  const blue = color[from + 2]! * exposure
  for (let channel = 0; channel < 3; channel++) {
    const mixed = INTO_FILM[channel]![0]! * red + INTO_FILM[channel]![1]! * green + INTO_FILM[channel]![2]! * blue
    film[channel] = filmic(mixed)
  }
  for (let channel = 0; channel < 3; channel++) {
    const row = OUT_OF_FILM[channel]!
    into[to + channel] = encode(row[0]! * film[0]! + row[1]! * film[1]! + row[2]! * film[2]!)
  }
}

const film = new Float64Array(3)

/**
 * Some of each channel goes into the others before the curve and comes out after it, so that bright colours fade to white
 * instead of shifting in hue, as on film. Rows sum to 1: grey stays grey.
 */
const CROSSTALK = 0.06
const INTO_FILM = [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? 1 - 2 * CROSSTALK : CROSSTALK)))
const OUT_OF_FILM = invertCrosstalk(CROSSTALK * 0.85)

function invertCrosstalk(mix: number): number[][] {
  const scale = 1 / (1 - 3 * mix)
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => (row === column ? (1 - mix) * scale : -mix * scale)))
}

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

/** Linear to the sRGB transfer function, cut to 0 … 1. */
function encode(value: number): number {
  if (!(value > 0)) return 0
  if (value >= 1) return 1
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}

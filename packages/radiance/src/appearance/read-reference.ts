import {
  type AppearanceBrief,
  emptyBrief,
  type LightWish,
  type PictureColor,
  type PictureReading,
} from './appearance-brief.ts'
import { clusterColors } from './cluster-colors.ts'
import { hexOfLab, type Lab, labOfLinear, toLinearChannel } from './oklab.ts'

/** Pixels as a screen shows them: sRGB bytes, three per pixel, row-major, top row first. */
export type ReferencePicture = { readonly width: number; readonly height: number; readonly rgb: ArrayLike<number> }

/** Samples along the longer side. */
const GRID = 110
/** Part of the light's tint that is taken out of the colours: eyes adapt, but not wholly. */
const ADAPTED = 0.6

/** A sample: place 0 … 1 from the upper left, colour, and how much lightness changes to its neighbours. */
type Sample = { readonly u: number; readonly v: number; lab: Lab; edge: number }

/**
 * What a reference picture shows: its palette by area, what floor, walls, ceiling and large furniture are likely to look
 * like by where they are, its accents, light and contrast. Any picture gives a reading; one without shapes (black, of one
 * colour, a single pixel) says nothing about places.
 *
 * @throws RangeError when the pixels are not width × height × 3.
 */
export function readReference(picture: ReferencePicture): PictureReading {
  const { width, height, rgb } = picture
  if (!(width > 0 && height > 0 && rgb.length >= width * height * 3))
    throw new RangeError(`readReference: ${rgb.length} bytes are no ${width} × ${height} picture`)
  const samples = takeSamples(picture)
  const light = balance(samples)
  const lightness = samples.map(({ lab }) => lab[0]).sort((a, b) => a - b)
  const at = (share: number) => lightness[Math.min(lightness.length - 1, Math.floor(share * lightness.length))]!
  const contrast = at(0.95) - at(0.05)
  const key = lightness.reduce((sum, l) => sum + l, 0) / lightness.length
  const clusters = clusterColors(
    samples.map(({ lab }) => lab),
    8,
  )
  const palette: PictureColor[] = clusters.map(({ lab, share }) => ({ color: hexOfLab(lab), share: round(share) }))
  const common = {
    palette,
    warmth: round(light),
    contrast: round(Math.min(1, Math.max(0, contrast))),
    key: round(key),
  }
  const isBlank = clusters.length < 2 || contrast < 0.04
  if (isBlank) return { ...common, accents: [], wood: 0, metal: 0, fabric: 0 }
  // In a dark picture things look darker than they are.
  const lift = Math.max(0, 0.5 - key) * 0.55
  const paint = (lab: Lab | undefined) => lab && hexOfLab([Math.min(0.97, lab[0] + lift), lab[1], lab[2]])
  const floor = dominant(samples, ({ u, v }) => v > 0.8 && u > 0.08 && u < 0.92)
  const ceiling = dominant(samples, ({ v }) => v < 0.1)
  const walls =
    dominant(samples, ({ v, edge }) => v > 0.12 && v < 0.5 && edge < 0.03) ?? dominant(samples, ({ v }) => v < 0.5)
  const furniture = dominant(
    samples,
    ({ u, v, lab }) =>
      v > 0.42 && v < 0.86 && u > 0.15 && u < 0.85 && isApart(lab, floor, 0.07) && isApart(lab, walls, 0.07),
  )
  const woods = samples.filter(({ lab, v }) => isWoody(lab) && v > 0.2)
  const wood = dominant(woods, () => true)
  const accents = accentsOf(samples, [floor, walls, furniture])
  return {
    ...common,
    ...defined({ floor: paint(floor), walls: paint(walls), ceiling: paint(ceiling), furniture: paint(furniture) }),
    ...(wood && woods.length > samples.length * 0.04 ? { woodColor: paint(wood)! } : {}),
    accents: accents.map((lab) => paint(lab)!),
    wood: round(Math.min(1, (woods.length / samples.length) * 2.2)),
    metal: round(
      shareOf(samples, ({ lab, edge }) => edge > 0.16 && Math.hypot(lab[1], lab[2]) < 0.05 && lab[0] > 0.45) * 12,
    ),
    fabric: round(shareOf(samples, ({ edge, v }) => v > 0.3 && edge > 0.006 && edge < 0.045) * 1.6),
  }
}

/** A brief with a picture beside the words; where both speak the words win. */
export function withPicture(brief: AppearanceBrief | undefined, picture: PictureReading): AppearanceBrief {
  const words = brief ?? emptyBrief
  return { ...words, picture, light: { ...lightOf(picture), ...words.light } }
}

/** A dark picture with bright spots was taken at night by lamps. */
function lightOf({ key, contrast, warmth }: PictureReading): LightWish {
  if (key < 0.3 && contrast > 0.08) return { time: warmth < -0.3 ? 'dusk' : 'night', lamps: 'on' }
  if (key < 0.42 && warmth > 0.25) return { time: 'evening' }
  return contrast < 0.35 && key > 0.5 ? { sky: 'overcast' } : {}
}

const round = (value: number) => Math.round(Math.min(1, Math.max(-1, value)) * 1000) / 1000

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

const shareOf = (samples: readonly Sample[], test: (sample: Sample) => boolean) =>
  samples.filter(test).length / samples.length

function takeSamples({ width, height, rgb }: ReferencePicture): Sample[] {
  const scale = Math.min(1, GRID / Math.max(width, height))
  const [columns, rows] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const samples: Sample[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [u, v] = [(column + 0.5) / columns, (row + 0.5) / rows]
      samples.push({
        u,
        v,
        lab: meanOf(rgb, width, height, column / columns, row / rows, 1 / columns, 1 / rows),
        edge: 0,
      })
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = samples[row * columns + column]!
      const right = samples[row * columns + Math.min(columns - 1, column + 1)]!
      const below = samples[Math.min(rows - 1, row + 1) * columns + column]!
      here.edge = Math.max(Math.abs(right.lab[0] - here.lab[0]), Math.abs(below.lab[0] - here.lab[0]))
    }
  }
  return samples
}

/** Mean of up to 3 × 3 pixels of a cell, in linear light. */
function meanOf(
  rgb: ArrayLike<number>,
  width: number,
  height: number,
  u: number,
  v: number,
  du: number,
  dv: number,
): Lab {
  const sum = [0, 0, 0]
  for (let k = 0; k < 9; k++) {
    const x = Math.min(width - 1, Math.floor((u + (du * ((k % 3) + 0.5)) / 3) * width))
    const y = Math.min(height - 1, Math.floor((v + (dv * (Math.floor(k / 3) + 0.5)) / 3) * height))
    for (let channel = 0; channel < 3; channel++)
      sum[channel]! += toLinearChannel(rgb[(y * width + x) * 3 + channel]! / 255)
  }
  return labOfLinear(sum[0]! / 9, sum[1]! / 9, sum[2]! / 9)
}

/**
 * Takes the light's tint out of the samples, as far as eyes do.
 *
 * @param samples Mutated.
 * @returns Warmth of the light: −1 blue … 1 orange.
 */
function balance(samples: readonly Sample[]): number {
  // What is bright and nearly grey shows the light itself.
  const bright = samples.filter(({ lab }) => Math.hypot(lab[1], lab[2]) < 0.07 && lab[0] < 0.985)
  bright.sort((p, q) => q.lab[0] - p.lab[0])
  const whites = bright.slice(0, Math.max(1, Math.floor(samples.length * 0.15)))
  if (whites.length === 0 || whites[0]!.lab[0] < 0.12) return 0
  const a = whites.reduce((sum, { lab }) => sum + lab[1], 0) / whites.length
  const b = whites.reduce((sum, { lab }) => sum + lab[2], 0) / whites.length
  const spread = Math.max(...samples.map(({ lab }) => lab[0])) - Math.min(...samples.map(({ lab }) => lab[0]))
  // A card of one colour says nothing of the light.
  if (spread < 0.04) return 0
  for (const sample of samples) {
    const [l, sa, sb] = sample.lab
    const share = ADAPTED * Math.min(1, l / Math.max(0.2, whites[0]!.lab[0]))
    sample.lab = [l, sa - a * share, sb - b * share]
  }
  return b / 0.05 + a / 0.12
}

/** The commonest colour among the samples that pass. */
function dominant(samples: readonly Sample[], test: (sample: Sample) => boolean): Lab | undefined {
  const chosen = samples.filter(test)
  if (chosen.length < Math.max(3, samples.length * 0.004)) return undefined
  return clusterColors(
    chosen.map(({ lab }) => lab),
    4,
  )[0]?.lab
}

const isApart = (lab: Lab, other: Lab | undefined, least: number) =>
  !other || Math.hypot(lab[0] - other[0], lab[1] - other[1], lab[2] - other[2]) > least

function isWoody([l, a, b]: Lab): boolean {
  const chroma = Math.hypot(a, b)
  const hue = Math.atan2(b, a)
  return chroma > 0.03 && chroma < 0.14 && hue > 0.75 && hue < 1.55 && l > 0.25 && l < 0.86
}

/** Lively colours that are neither floor, walls nor the large furniture, and differ from each other. */
function accentsOf(samples: readonly Sample[], taken: readonly (Lab | undefined)[]): Lab[] {
  const lively = samples.filter(({ lab }) => Math.hypot(lab[1], lab[2]) > 0.055 && !isWoody(lab))
  const found = clusterColors(
    lively.map(({ lab }) => lab),
    6,
  )
    .filter(({ share }) => share * lively.length > samples.length * 0.003)
    .sort((p, q) => strength(q) - strength(p))
  const accents: Lab[] = []
  for (const { lab } of found)
    if ([...taken, ...accents].every((other) => isApart(lab, other, 0.08)) && accents.length < 3) accents.push(lab)
  return accents
}

const strength = ({ lab, share }: { lab: Lab; share: number }) => Math.hypot(lab[1], lab[2]) * Math.sqrt(share)

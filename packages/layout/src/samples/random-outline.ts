import { isSimplePolygon, type Random } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'

/** Forms of outline that the generator draws, with how often of ten. */
const forms = [
  ['rectangle', 4],
  ['L', 2],
  ['U', 1],
  ['T', 1],
  ['slanted', 1],
  ['cut', 1],
] as const

export type OutlineForm = (typeof forms)[number][0]

export type RandomOutline = { readonly form: OutlineForm; readonly points: readonly Point2[] }

/** Least length of a side, metres. */
const LEAST_SIDE = 1.7

/** Of forms that take a bite out of the rectangle: how much larger the rectangle is than the floor. */
const GROWTH: { readonly [form in OutlineForm]: number } = {
  rectangle: 1,
  L: 1.25,
  U: 1.25,
  T: 1.35,
  slanted: 1,
  cut: 1.1,
}

/** A simple outline of about `area` m², counter-clockwise, to the centimetre, in any of four orientations. */
export const drawOutline = (area: number, random: Random): RandomOutline => {
  for (let attempt = 0; attempt < 20; attempt++) {
    const form = pickForm(random)
    const ratio = Math.exp((random() - 0.5) * 1.1)
    const width = Math.max(LEAST_SIDE, Math.sqrt(area * ratio * GROWTH[form]))
    const depth = Math.max(LEAST_SIDE, (area * GROWTH[form]) / width)
    const points = turned(tidy(ringOf(form, width, depth, random)), random.int(4))
    if (isSimplePolygon(points)) return { form, points }
  }
  return { form: 'rectangle', points: tidy(rectangle(Math.sqrt(area), Math.sqrt(area))) }
}

const pickForm = (random: Random): OutlineForm => {
  let draw = random() * forms.reduce((sum, [, share]) => sum + share, 0)
  for (const [form, share] of forms) {
    draw -= share
    if (draw < 0) return form
  }
  return 'rectangle'
}

const rectangle = (width: number, depth: number): Point2[] => [
  [0, 0],
  [width, 0],
  [width, depth],
  [0, depth],
]

const ringOf = (form: OutlineForm, width: number, depth: number, random: Random): Point2[] => {
  const share = (low: number, high: number): number => random.between(low, high)
  switch (form) {
    case 'L': {
      const [x, y] = [width * share(0.5, 0.72), depth * share(0.5, 0.72)]
      return [
        [0, 0],
        [width, 0],
        [width, y],
        [x, y],
        [x, depth],
        [0, depth],
      ]
    }
    case 'U': {
      const [from, to] = [width * share(0.34, 0.43), width * share(0.57, 0.66)]
      const deep = depth * share(0.18, 0.42)
      return [
        [0, 0],
        [width, 0],
        [width, depth],
        [to, depth],
        [to, depth - deep],
        [from, depth - deep],
        [from, depth],
        [0, depth],
      ]
    }
    case 'T': {
      const [left, right] = [width * share(0.17, 0.31), width * share(0.69, 0.83)]
      const bar = depth * share(0.48, 0.66)
      return [
        [left, 0],
        [right, 0],
        [right, depth - bar],
        [width, depth - bar],
        [width, depth],
        [0, depth],
        [0, depth - bar],
        [left, depth - bar],
      ]
    }
    case 'slanted': {
      const slant = (): number => share(-0.14, 0.14) * Math.min(width, depth)
      return [
        [0, 0],
        [width, 0],
        [width + slant(), depth + slant()],
        [slant() * 0.5, depth],
      ]
    }
    case 'cut': {
      const [x, y] = [width * share(0.6, 0.8), depth * share(0.6, 0.8)]
      return [
        [0, 0],
        [width, 0],
        [width, y],
        [x, depth],
        [0, depth],
      ]
    }
    default:
      return rectangle(width, depth)
  }
}

const tidy = (points: readonly Point2[]): Point2[] =>
  points.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100])

/** By quarter turns, counter-clockwise. */
const turned = (points: readonly Point2[], quarters: number): Point2[] =>
  points.map(([x, y]) => {
    const turn: readonly Point2[] = [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x],
    ]
    const [u, v] = turn[quarters]!
    return [u + 0, v + 0]
  })

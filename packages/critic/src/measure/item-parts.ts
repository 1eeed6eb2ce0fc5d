import type { Size3 } from '@enfilade/scene'
import { cornerSofas, openTables, sofas, tableSeats } from '../categories.ts'

/** A filled box in the item's own frame: middle, width, depth, yaw, underside and top. Metres, radians. */
export type LocalPart = readonly [
  x: number,
  y: number,
  width: number,
  depth: number,
  bottom: number,
  top: number,
  yaw?: number,
]

/**
 * box: one box · corner: the two arms of an L · round: six boxes that make up a twelve-cornered disc · oval: three boxes
 * within an ellipse · tiers: boxes over one another (a seat and its back, a table top).
 */
export type ShapeForm = 'box' | 'corner' | 'round' | 'oval' | 'tiers'

/** Thickness of a table top with its apron, metres. */
const TABLE_TOP = 0.09
/** A bench's seat with its rail; baskets and shoes stand below. */
const BENCH_TOP = 0.13
/** Seat height over which only the back of a chair rises. */
const SEAT_TOP = 0.5
/** Share of a chair's depth that its back takes. */
const CHAIR_BACK = 0.16

export type Parts = { readonly form: ShapeForm; readonly parts: readonly LocalPart[] }

const PLAIN: Parts = { form: 'box', parts: [] }

/** What of an item's box is really filled; no parts: all of it. `shape` is the form seen from above. */
export const localParts = (category: string, size: Size3, shape?: string, variant?: string): Parts => {
  const [width, depth, height] = size
  const corner = cornerArm(category, size, shape, variant)
  if (corner) return { form: 'corner', parts: corner }
  if (tableSeats.has(category) && height > SEAT_TOP + 0.1) {
    const back = depth * CHAIR_BACK
    return {
      form: 'tiers',
      parts: [
        [0, 0, width, depth, 0, SEAT_TOP],
        [0, depth / 2 - back / 2, width, back, SEAT_TOP, height],
      ],
    }
  }
  const isTable = (openTables.has(category) || category === 'bench') && height > 0.4
  const bottom = isTable ? Math.max(0, height - (category === 'bench' ? BENCH_TOP : TABLE_TOP)) : 0
  if (shape === 'round' || shape === 'oval') {
    const isRound = Math.abs(width - depth) < 0.02 * Math.max(width, depth)
    return isRound
      ? { form: 'round', parts: disc(Math.min(width, depth) / 2, bottom, height) }
      : { form: 'oval', parts: ellipse(width / 2, depth / 2, bottom, height) }
  }
  if (isTable) return { form: 'tiers', parts: [[0, 0, width, depth, bottom, height]] }
  return PLAIN
}

/** Pairs of opposite sides of the twelve-cornered disc. */
const DISC_SIDES = 6
/** A twelve-cornered disc of the circle's own area. */
const DISC_FIT = 0.9885

/** The strips between opposite sides of a regular polygon are the polygon. */
const disc = (radius: number, bottom: number, top: number): LocalPart[] => {
  const apothem = radius * DISC_FIT
  const side = 2 * apothem * Math.tan(Math.PI / (DISC_SIDES * 2))
  return Array.from({ length: DISC_SIDES }, (_, index) => [
    0,
    0,
    apothem * 2,
    side,
    bottom,
    top,
    (index * Math.PI) / DISC_SIDES,
  ])
}

const ellipse = (a: number, b: number, bottom: number, top: number): LocalPart[] =>
  [Math.PI / 8, Math.PI / 4, (3 * Math.PI) / 8].map((angle) => [
    0,
    0,
    2 * a * Math.cos(angle),
    2 * b * Math.sin(angle),
    bottom,
    top,
  ])

/** Width that one person takes on a sofa, and the measures of its arms, as the catalogue builds it. Metres. */
const SEAT_WIDTH = 0.66
/** Depth of a corner desk's plates. */
const DESK_DEPTH = 0.6

/** The two boxes of an L: along the back, and forward on one side. Left is the item's local −x. */
const cornerArm = (
  category: string,
  size: Size3,
  shape?: string,
  variant?: string,
): readonly LocalPart[] | undefined => {
  const isSofa = cornerSofas.has(category) || (sofas.has(category) && shape === 'l')
  const isDesk = category === 'l_desk' || (category === 'desk' && shape === 'l')
  if (!isSofa && !isDesk) return undefined
  const [width, depth, height] = size
  const back = isDesk ? Math.min(DESK_DEPTH, depth) : Math.min(1, depth * 0.62)
  const arm = isDesk ? Math.min(DESK_DEPTH, width) : chaiseWidth(width)
  if (depth - back < 0.05) return undefined
  const side = variant === 'left' ? -1 : 1
  const bottom = isDesk ? Math.max(0, height - TABLE_TOP) : 0
  return [
    [0, depth / 2 - back / 2, width, back, bottom, height],
    [side * (width / 2 - arm / 2), -back / 2, arm, depth - back, bottom, height],
  ]
}

const chaiseWidth = (width: number): number => {
  const arm = Math.min(0.2, Math.max(0.1, width * 0.085))
  const inner = width - arm * 2
  return inner / Math.max(2, Math.round(inner / SEAT_WIDTH)) + arm
}

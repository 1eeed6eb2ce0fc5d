import type { Point2 } from '@enfilade/scene'
import { boxCorners, type OrientedBox, toBoxFrame } from './oriented-box.ts'

export type Side = 'front' | 'back' | 'left' | 'right'

/** Share of a side's width that must be free: a foot of the neighbour at the very corner disturbs nobody. */
const USED_WIDTH = 0.86

/** The side's outward normal (local), the half width of the side and its distance from the centre. */
const sideFrame = (box: OrientedBox, side: Side): { nx: number; ny: number; half: number; offset: number } => {
  if (side === 'front') return { nx: 0, ny: -1, half: box.halfWidth, offset: box.halfDepth }
  if (side === 'back') return { nx: 0, ny: 1, half: box.halfWidth, offset: box.halfDepth }
  if (side === 'left') return { nx: -1, ny: 0, half: box.halfDepth, offset: box.halfWidth }
  return { nx: 1, ny: 0, half: box.halfDepth, offset: box.halfWidth }
}

/**
 * How deep the floor in front of a side is free: the distance to the first obstacle or wall that a strip as wide as the
 * side would meet.
 *
 * @param rings Outlines of obstacles (their inside is taken).
 * @param walls Room outlines (their lines are taken).
 * @param limit What counts as free enough; also the depth searched.
 * @returns metres, 0 … limit.
 */
export const clearDepth = (
  box: OrientedBox,
  side: Side,
  rings: Iterable<readonly Point2[]>,
  walls: Iterable<readonly Point2[]>,
  limit: number,
): number => {
  const { nx, ny, half, offset } = sideFrame(box, side)
  const width = half * USED_WIDTH
  let depth = limit
  const scan = (ring: readonly Point2[], behind: number): void => {
    for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
      const a = toBoxFrame(box, ring[last]![0], ring[last]![1])
      const b = toBoxFrame(box, ring[index]![0], ring[index]![1])
      // Along: outwards from the side. Across: along the side.
      depth = Math.min(
        depth,
        nearestAlong(
          a[0] * nx + a[1] * ny - offset,
          across(a, nx),
          b[0] * nx + b[1] * ny - offset,
          across(b, nx),
          width,
          behind,
        ),
      )
    }
  }
  for (const ring of rings) scan(ring, BEHIND_THING)
  for (const ring of walls) scan(ring, BEHIND_WALL)
  return Math.max(0, depth)
}

const across = (point: Point2, nx: number): number => (nx === 0 ? point[0] : point[1])

/** Smallest `along` past `behind` of the part of a segment whose `across` lies within ±width; Infinity when none does. */
const nearestAlong = (
  along1: number,
  across1: number,
  along2: number,
  across2: number,
  width: number,
  behind: number,
): number => {
  let low = 0
  let high = 1
  const slope = across2 - across1
  if (Math.abs(slope) < 1e-9) {
    if (Math.abs(across1) >= width) return Number.POSITIVE_INFINITY
  } else {
    const first = (-width - across1) / slope
    const second = (width - across1) / slope
    low = Math.max(low, Math.min(first, second))
    high = Math.min(high, Math.max(first, second))
    if (low >= high) return Number.POSITIVE_INFINITY
  }
  const from = along1 + (along2 - along1) * low
  const to = along1 + (along2 - along1) * high
  // A line wholly behind the side (the far edge of the box itself, the wall at its back) is no obstacle.
  if (Math.max(from, to) < behind) return Number.POSITIVE_INFINITY
  return Math.max(0, Math.min(from, to))
}

/** Farther back than this, metres, a wall is at the thing's back and a neighbour beside it. */
const BEHIND_WALL = -0.01
const BEHIND_THING = 0.001

/** The strip of given depth in front of a side, as a box. */
export const sideStrip = (box: OrientedBox, side: Side, depth: number): OrientedBox => {
  const { nx, ny, half, offset } = sideFrame(box, side)
  const middle = offset + depth / 2
  const x = nx * middle
  const y = ny * middle
  const acrossX = nx === 0
  return {
    ...box,
    x: box.x + x * box.cos - y * box.sin,
    y: box.y + x * box.sin + y * box.cos,
    halfWidth: acrossX ? half * USED_WIDTH : depth / 2,
    halfDepth: acrossX ? depth / 2 : half * USED_WIDTH,
    bottom: 0,
  }
}

/** Outlines of boxes, for `clearDepth`. */
export const boxRings = (boxes: Iterable<OrientedBox>): Point2[][] => [...boxes].map((box) => [...boxCorners(box)])

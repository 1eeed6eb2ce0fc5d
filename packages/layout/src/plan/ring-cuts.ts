import type { Point2 } from '@enfilade/geometry'
import type { InnerWall, Rect } from './home-tree.ts'
import { OUTER_WALL } from './shell.ts'

/** A right-angled outline cut into rectangles; the walls along the cuts are as thick as those outside. */
export type Cut = { readonly wings: readonly Rect[]; readonly walls: readonly InnerWall[] }

const EPSILON = 1e-6
const half = OUTER_WALL / 2

/** Whether every edge of a ring runs along x or y. */
export const isRightAngled = (ring: readonly Point2[]): boolean =>
  ring.every(([x, y], index) => {
    const [u, v] = ring[(index + 1) % ring.length]!
    return Math.abs(u - x) < EPSILON || Math.abs(v - y) < EPSILON
  })

/** Number of ways that `cutRing` tells apart: two for every corner that points inwards. */
export const waysToCut = (ring: readonly Point2[]): number =>
  2 ** Math.min(6, tidyRing(ring).filter((_, index, all) => isInward(all, index)).length)

/**
 * Cuts a right-angled outline into rectangles, each cut running on from a corner that points inwards: its faces go on
 * with the outline's, so that outer wall and cut are one line.
 *
 * @param ring Inner faces, counter-clockwise, metres.
 * @param way From 0 below `waysToCut`: bit by bit, which of the two edges of a corner is run on.
 */
export const cutRing = (ring: readonly Point2[], way: number): Cut => {
  const wings: Rect[] = []
  const walls: InnerWall[] = []
  const open: (readonly Point2[])[] = [tidyRing(ring)]
  let bits = way
  for (let part = open.pop(); part; part = open.pop()) {
    const at = part.findIndex((_, index) => isInward(part!, index))
    if (at < 0 || wings.length + open.length > 12) {
      wings.push(boundsOf(part))
      continue
    }
    const halves = cutAt(part, at, (bits & 1) === 1)
    bits >>= 1
    if (!halves) {
      wings.push(boundsOf(part))
      continue
    }
    walls.push(halves.wall)
    open.push(tidyRing(halves.rest), tidyRing(halves.whole))
  }
  return { wings, walls }
}

const boundsOf = (ring: readonly Point2[]): Rect => {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const direction = ([x, y]: Point2, [u, v]: Point2): Point2 => [
  Math.abs(u - x) < EPSILON ? 0 : Math.sign(u - x),
  Math.abs(v - y) < EPSILON ? 0 : Math.sign(v - y),
]

const isInward = (ring: readonly Point2[], index: number): boolean => {
  const count = ring.length
  const [before, at, after] = [ring[(index + count - 1) % count]!, ring[index]!, ring[(index + 1) % count]!]
  const [a, b] = [direction(before, at), direction(at, after)]
  return a[0] * b[1] - a[1] * b[0] < 0
}

/** Without points that are there twice or lie on a straight line. */
const tidyRing = (ring: readonly Point2[]): readonly Point2[] => {
  const apart = ring.filter(([x, y], index) => {
    const [u, v] = ring[(index + 1) % ring.length]!
    return Math.hypot(u - x, v - y) > EPSILON
  })
  return apart.filter((at, index) => {
    const a = direction(apart[(index + apart.length - 1) % apart.length]!, at)
    const b = direction(at, apart[(index + 1) % apart.length]!)
    return Math.abs(a[0] * b[1] - a[1] * b[0]) > EPSILON
  })
}

/** `whole` keeps the edge that is run on; the other part loses the thickness of the wall. */
const cutAt = (ring: readonly Point2[], at: number, isBack: boolean) => {
  const count = ring.length
  const from = (index: number, steps: number) =>
    Array.from({ length: steps }, (_, step) => ring[(index + step) % count]!)
  const corner = ring[at]!
  const into = direction(ring[(at + count - 1) % count]!, corner)
  const onward = direction(corner, ring[(at + 1) % count]!)
  const ray: Point2 = isBack ? [-onward[0], -onward[1]] : into
  const hit = firstHit(ring, corner, ray)
  if (!hit) return undefined
  const { point, edge } = hit
  // Steps from the corner to the end of the edge that was hit, and from there back to the corner.
  const ahead = (edge - at + count) % count
  const aside: Point2 = isBack ? [-into[0], -into[1]] : onward
  const shift = ([x, y]: Point2): Point2 => [x + aside[0] * OUTER_WALL, y + aside[1] * OUTER_WALL]
  const first = [...from(at + 1, ahead), point]
  const second = [point, ...from(edge + 1, count - ahead - 1)]
  const whole = isBack ? first : [...second, corner]
  const rest = isBack
    ? [shift(point), ...from(edge + 1, count - ahead - 1), shift(corner)]
    : [shift(corner), ...from(at + 1, ahead), shift(point)]
  const axis = ray[0] === 0 ? 0 : 1
  const line = corner[axis]! + aside[axis]! * half
  const along = (1 - axis) as 0 | 1
  const ends = [corner[along]! - ray[along]! * half, point[along]! + ray[along]! * half]
  const wall: InnerWall = {
    axis: axis as 0 | 1,
    at: line,
    from: Math.min(...ends),
    to: Math.max(...ends),
    thickness: OUTER_WALL,
  }
  return { whole, rest, wall }
}

const firstHit = (ring: readonly Point2[], corner: Point2, ray: Point2) => {
  const across = ray[0] === 0 ? 0 : 1
  const along = (1 - across) as 0 | 1
  let best: { point: Point2; edge: number; distance: number } | undefined
  ring.forEach((a, edge) => {
    const b = ring[(edge + 1) % ring.length]!
    if (Math.abs(a[along]! - b[along]!) > EPSILON) return
    const distance = (a[along]! - corner[along]!) * ray[along]!
    const [low, high] = [Math.min(a[across]!, b[across]!), Math.max(a[across]!, b[across]!)]
    const isBeside = corner[across]! > low - EPSILON && corner[across]! < high + EPSILON
    if (distance < EPSILON || !isBeside || (best && best.distance <= distance)) return
    const point: Point2 = across === 0 ? [corner[0], a[1]] : [a[0], corner[1]]
    best = { point, edge, distance }
  })
  return best
}

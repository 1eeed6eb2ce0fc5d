import { isSimplePolygon, type Point2, polygonArea } from '@enfilade/geometry'
import type { Text } from '../result.ts'

/** Most walls for which the turns are worked out: 2^14 ways. */
const MOST_FREE_TURNS = 14
const CLOSED = 0.02

/**
 * The corners of a room said wall by wall, all angles right: the first wall runs east. Turns that are not said are
 * those that close the outline best. What does not close is closed by the last two walls, and said.
 */
export const closeWallList = (
  lengths: readonly number[],
  turns: readonly ('left' | 'right')[] = [],
): { readonly points: readonly Point2[]; readonly problem?: Text } => {
  const best = bestWalk(lengths, turns)
  if (best) return { points: best }
  const mended = mendWalk(lengths, turns)
  const gap = mended.gap.toFixed(2)
  return {
    points: mended.points,
    problem: {
      en: `the ${lengths.length} walls do not close: ${gap} m are missing; the last two were changed`,
      zh: `这 ${lengths.length} 面墙不能闭合：相差 ${gap} 米；已调整最后两面`,
    },
  }
}

const walk = (lengths: readonly number[], turns: readonly number[]): Point2[] => {
  const points: Point2[] = [[0, 0]]
  let direction = 0
  for (const [index, length] of lengths.entries()) {
    const [x, y] = points.at(-1)!
    points.push([x + length * [1, 0, -1, 0][direction]!, y + length * [0, 1, 0, -1][direction]!])
    direction = (direction + (turns[index] ?? 1) + 4) % 4
  }
  return points
}

/** Of the ways to turn that close, the one with the largest area (the plainest shape). */
const bestWalk = (lengths: readonly number[], said: readonly ('left' | 'right')[]): Point2[] | undefined => {
  const count = lengths.length
  if (count > MOST_FREE_TURNS)
    return closed(
      walk(
        lengths,
        said.map((turn) => (turn === 'left' ? 1 : -1)),
      ),
    )
  let best: Point2[] | undefined
  for (let bits = 0; bits < 1 << (count - 1); bits++) {
    const turns = lengths.map((_, index) => ((bits >> index) & 1 ? -1 : 1))
    if (said.some((turn, index) => index < count && turns[index] !== (turn === 'left' ? 1 : -1))) continue
    const ring = closed(walk(lengths, turns))
    if (ring && (!best || Math.abs(polygonArea(ring)) > Math.abs(polygonArea(best)) + 1e-9)) best = ring
  }
  return best
}

const closed = (points: readonly Point2[]): Point2[] | undefined => {
  const [x, y] = points.at(-1)!
  if (Math.hypot(x, y) > CLOSED) return undefined
  const ring = points.slice(0, -1)
  return ring.length >= 3 && isSimplePolygon(ring) && Math.abs(polygonArea(ring)) > 0.5 ? ring : undefined
}

/** As few walls changed as can be: the last two take what is missing, else a rectangle of the first two is drawn. */
const mendWalk = (lengths: readonly number[], said: readonly ('left' | 'right')[]) => {
  const count = lengths.length
  let best: { points: Point2[]; gap: number } | undefined
  for (let bits = 0; bits < 1 << Math.min(MOST_FREE_TURNS, count - 1); bits++) {
    const turns = lengths.map((_, index) => ((bits >> index) & 1 ? -1 : 1))
    if (said.some((turn, index) => index < count && turns[index] !== (turn === 'left' ? 1 : -1))) continue
    const points = walk(lengths, turns).slice(0, -1)
    const [before, last] = [points.at(-2)!, points.at(-1)!]
    // The last wall runs back to the start: its first corner lies square to both.
    const isVertical = Math.abs(before[0] - last[0]) < 1e-9
    const corner: Point2 = isVertical ? [before[0], 0] : [0, before[1]]
    const ring = [...points.slice(0, -1), corner]
    if (ring.length < 4 || !isSimplePolygon(ring) || Math.abs(polygonArea(ring)) < 0.5) continue
    const gap = Math.hypot(corner[0] - last[0], corner[1] - last[1])
    if (!best || gap < best.gap - 1e-9) best = { points: ring, gap }
  }
  if (best) return best
  const [width = 4, depth = 3] = lengths
  return {
    points: [
      [0, 0],
      [width, 0],
      [width, depth],
      [0, depth],
    ] as Point2[],
    gap: Math.abs((lengths[2] ?? width) - width) + Math.abs((lengths[3] ?? depth) - depth),
  }
}

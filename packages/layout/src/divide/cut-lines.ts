import type { Point2 } from '@enfilade/scene'
import type { Site } from '../site.ts'

/** A straight way through a room from wall face to wall face, and the two rings that it leaves. */
export type CutLine = {
  /** Ends on the room's outline. */
  readonly from: Point2
  readonly to: Point2
  /** Unit vector from → to. */
  readonly along: Point2
  readonly length: number
  /** Left of the line first. Counter-clockwise, without the wall's own thickness. */
  readonly rings: readonly [readonly Point2[], readonly Point2[]]
}

/** Metres between one line and the next. */
const STEP = 0.05
/** A wall meets another at this angle or a squarer one: the sine. */
const LEAST_SINE = 0.85

/**
 * Lines along the room's main directions, every few centimetres and besides in line with its corners, so that a wall can
 * go on where another ends.
 *
 * @param thickness Of the wall to be, metres: in line with a corner means that the faces lie in one plane.
 */
export const cutLines = ({ room, axes }: Site, thickness: number): CutLine[] => {
  const lines: CutLine[] = []
  for (const axis of axes) {
    for (const angle of [axis, axis + Math.PI / 2]) {
      const along: Point2 = [Math.cos(angle), Math.sin(angle)]
      const offsets = room.polygon.map(([x, y]) => y * along[0] - x * along[1])
      for (const offset of stations(offsets, thickness / 2)) lines.push(...linesAt(room.polygon, along, offset))
    }
  }
  return lines
}

/** Distances from the origin at which lines are tried, ascending. */
const stations = (offsets: readonly number[], half: number): number[] => {
  const [low, high] = [Math.min(...offsets), Math.max(...offsets)]
  const all = offsets.flatMap((offset) => [offset - half, offset + half])
  for (let offset = low + STEP; offset < high; offset += STEP) all.push(offset)
  return all.filter((offset) => offset > low + 0.3 && offset < high - 0.3).sort((a, b) => a - b)
}

type Hit = { readonly edge: number; readonly at: number; readonly point: Point2; readonly sine: number }

const linesAt = (ring: readonly Point2[], along: Point2, offset: number): CutLine[] => {
  const hits: Hit[] = []
  for (const [edge, a] of ring.entries()) {
    const b = ring[(edge + 1) % ring.length]!
    const [sideA, sideB] = [a, b].map(([x, y]) => y * along[0] - x * along[1] - offset) as [number, number]
    if (sideA > 0 === sideB > 0) continue
    const share = sideA / (sideA - sideB)
    const point: Point2 = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const sine = Math.abs((b[0] - a[0]) * along[1] - (b[1] - a[1]) * along[0]) / length
    hits.push({ edge, at: point[0] * along[0] + point[1] * along[1], point, sine })
  }
  hits.sort((a, b) => a.at - b.at)
  const lines: CutLine[] = []
  for (let index = 0; index + 1 < hits.length; index += 2) {
    const [from, to] = [hits[index]!, hits[index + 1]!]
    if (from.sine < LEAST_SINE || to.sine < LEAST_SINE || to.at - from.at < 0.9) continue
    lines.push({ from: from.point, to: to.point, along, length: to.at - from.at, rings: ringsOf(ring, from, to) })
  }
  return lines
}

/** A counter-clockwise ring cut from one hit to another: what lies left of the way, and what lies right of it. */
const ringsOf = (ring: readonly Point2[], from: Hit, to: Hit): CutLine['rings'] => {
  const walk = (start: Hit, end: Hit): Point2[] => {
    const points: Point2[] = [start.point]
    let edge = start.edge
    while (edge !== end.edge) {
      edge = (edge + 1) % ring.length
      points.push(ring[edge]!)
    }
    return [...points, end.point]
  }
  return [walk(to, from), walk(from, to)]
}

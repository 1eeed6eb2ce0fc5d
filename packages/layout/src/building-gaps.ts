import { boxCorners, type OrientedBox, pointToBox } from '@enfilade/critic'
import { closestPointOnSegment } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { RelationTarget } from './brief.ts'
import { innerCorners } from './building-parts.ts'
import type { Edge, Site } from './site.ts'

/** Least distance in plan between a box and a wall's face. */
export const gapToEdge = (box: OrientedBox, edge: Pick<Edge, 'a' | 'b'>): number => {
  let gap = Number.POSITIVE_INFINITY
  for (const corner of boxCorners(box)) {
    const near = closestPointOnSegment(corner, edge.a, edge.b)
    gap = Math.min(gap, Math.hypot(near[0] - corner[0], near[1] - corner[1]))
  }
  for (const end of [edge.a, edge.b]) gap = Math.min(gap, pointToBox(box, end[0], end[1]))
  return gap
}

/** Least distance in plan between a box and an opening. */
export const gapToOpening = (
  box: OrientedBox,
  opening: { readonly at: Point2; readonly width: number; readonly inward: Point2 },
): number => {
  const half = opening.width / 2
  const ax: Point2 = [opening.at[0] - opening.inward[1] * half, opening.at[1] + opening.inward[0] * half]
  const bx: Point2 = [opening.at[0] + opening.inward[1] * half, opening.at[1] - opening.inward[0] * half]
  let gap = Math.min(
    pointToBox(box, ax[0], ax[1]),
    pointToBox(box, bx[0], bx[1]),
    pointToBox(box, opening.at[0], opening.at[1]),
  )
  for (const corner of boxCorners(box)) {
    const near = closestPointOnSegment(corner, ax, bx)
    gap = Math.min(gap, Math.hypot(near[0] - corner[0], near[1] - corner[1]))
  }
  return gap
}

/** Distance from being right under the window: off the wall, or off to its side. */
export const underWindow = (
  box: OrientedBox,
  window: { readonly at: Point2; readonly width: number; readonly inward: Point2; readonly sill: number },
): number => {
  let depth = Number.POSITIVE_INFINITY
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [x, y] of boxCorners(box)) {
    const dx = x - window.at[0]
    const dy = y - window.at[1]
    depth = Math.min(depth, dx * window.inward[0] + dy * window.inward[1])
    const across = dx * window.inward[1] - dy * window.inward[0]
    low = Math.min(low, across)
    high = Math.max(high, across)
  }
  const half = window.width / 2
  const shared = Math.min(high, half) - Math.max(low, -half)
  const enough = Math.min(high - low, window.width) * 0.65
  const tall = Math.max(0, box.top - Math.max(window.sill, 0.6) - 0.2)
  return Math.max(0, depth) + 2 * Math.max(0, enough - shared) + tall + (depth < -0.2 ? 5 : 0)
}

/** The larger of the gaps to the two walls of the nearest corner. */
export const cornerGap = (site: Site, box: OrientedBox, target: RelationTarget | undefined): number => {
  let least = Number.POSITIVE_INFINITY
  for (const { before, corner, after } of innerCorners(site, target)) {
    const reach = pointToBox(box, corner[0], corner[1])
    if (reach > least + 1) continue
    const first = gapToEdge(box, { a: before, b: corner })
    const second = gapToEdge(box, { a: corner, b: after })
    // Across the corner a thing still stands in it: its middle is what keeps off.
    least = Math.min(least, Math.max(first, second, reach * 0.5))
  }
  return least
}

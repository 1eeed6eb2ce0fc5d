import { closestPointOnSegment, isPointInRegion } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { CompassSide, RelationTarget } from './brief.ts'
import type { Edge, Site } from './site.ts'

/** Edges that a building target means; all of them when it names none. */
export const targetEdges = (site: Site, target: RelationTarget | undefined): readonly Edge[] => {
  if (target?.kind !== 'building') return site.edges
  if (target.part === 'column') return site.edges.filter((edge) => edge.isColumn)
  let edges = site.edges.filter((edge) => !edge.isColumn)
  const { id, side, choose } = target
  if (id !== undefined) edges = edges.filter((edge) => isEdgeOfWall(site, edge, id))
  if (side) {
    const [sx, sy] = sideDirection(site, side)
    // The north wall looks south; where none does, the one that comes nearest.
    const off = (edge: Edge): number => edge.inward[0] * sx + edge.inward[1] * sy
    const most = Math.max(-0.76, Math.min(...edges.map(off)) + 0.05)
    edges = edges.filter((edge) => off(edge) <= most)
  }
  if (choose === 'longest' || choose === 'largest') {
    const most = Math.max(...edges.map(({ length }) => length))
    edges = edges.filter(({ length }) => length >= most * 0.98)
  }
  if (choose === 'shortest') edges = [...edges].sort((a, b) => a.length - b.length).slice(0, 1)
  return edges
}

const isEdgeOfWall = (site: Site, edge: Edge, id: string): boolean => {
  const wall = site.scene.byId.get(id)
  if (!wall || !('kind' in wall) || wall.kind !== 'wall') return false
  const middle: Point2 = [(edge.a[0] + edge.b[0]) / 2, (edge.a[1] + edge.b[1]) / 2]
  const near = closestPointOnSegment(middle, wall.start, wall.end)
  return Math.hypot(near[0] - middle[0], near[1] - middle[1]) < wall.thickness / 2 + 0.05
}

const HALF = Math.SQRT1_2

const diagonals: { readonly [side: string]: Point2 } = {
  northeast: [HALF, HALF],
  northwest: [-HALF, HALF],
  southeast: [HALF, -HALF],
  southwest: [-HALF, -HALF],
}

/** Unit vector towards a side of the room: compass, or as seen on entering by the first door. */
export const sideDirection = (site: Site, side: CompassSide): Point2 => {
  if (side === 'north') return [0, 1]
  if (side === 'south') return [0, -1]
  if (side === 'east') return [1, 0]
  if (side === 'west') return [-1, 0]
  const diagonal = diagonals[side]
  if (diagonal) return diagonal
  const ahead = site.plan.doors[0]?.inward ?? [0, 1]
  if (side === 'back') return [ahead[0], ahead[1]]
  if (side === 'front') return [-ahead[0], -ahead[1]]
  return side === 'left' ? [-ahead[1], ahead[0]] : [ahead[1], -ahead[0]]
}

export type Opening = Site['plan']['doors'][number]

/** Openings that a target means, all of the kind when it names none. */
export const targetOpenings = (
  site: Site,
  target: RelationTarget | undefined,
  part: 'window' | 'door',
): readonly Opening[] => {
  const list = part === 'window' ? site.plan.windows : site.plan.doors
  if (target?.kind !== 'building') return list
  const named = target.id === undefined ? list : list.filter((opening) => opening.id === target.id)
  const wide = target.choose === 'largest' ? [...named].sort((a, b) => b.width - a.width).slice(0, 1) : named
  if (!target.side) return wide
  const [sx, sy] = sideDirection(site, target.side)
  const there = wide.filter(({ inward }) => inward[0] * sx + inward[1] * sy < -0.6)
  return there.length > 0 ? there : wide
}

/** Points that may be called the middle of the room. */
export const middlesOf = (site: Site): Point2[] => {
  const { bare } = site
  const middle: Point2 = [bare.minX + (bare.columns * bare.cell) / 2, bare.minY + (bare.rows * bare.cell) / 2]
  const isApart = Math.hypot(middle[0] - site.center[0], middle[1] - site.center[1]) > 0.2
  return isApart && isInRoom(site, middle) ? [site.center, middle] : [site.center]
}

export type Corner = { readonly before: Point2; readonly corner: Point2; readonly after: Point2 }

/** Corners that point out of the room's middle, those of a side when the target names one. */
export const innerCorners = (site: Site, target: RelationTarget | undefined): Corner[] => {
  const { polygon } = site.plan
  const wanted = target?.kind === 'building' && target.side ? sideDirection(site, target.side) : undefined
  const found: Corner[] = []
  for (let index = 0; index < polygon.length; index++) {
    const before = polygon[(index + polygon.length - 1) % polygon.length]!
    const corner = polygon[index]!
    const after = polygon[(index + 1) % polygon.length]!
    const [ix, iy] = [corner[0] - before[0], corner[1] - before[1]]
    const [ox, oy] = [after[0] - corner[0], after[1] - corner[1]]
    const turn = (ix * oy - iy * ox) / Math.max(1e-9, Math.hypot(ix, iy) * Math.hypot(ox, oy))
    // The bends of a round wall are no corners.
    if (turn < 0.45) continue
    found.push({ before, corner, after })
  }
  if (!wanted) return found
  const out = ({ corner }: Corner): number =>
    (corner[0] - site.center[0]) * wanted[0] + (corner[1] - site.center[1]) * wanted[1]
  const isDiagonal = Math.abs(wanted[0] * wanted[1]) > 0.1
  if (isDiagonal) return [...found].sort((a, b) => out(b) - out(a)).slice(0, 1)
  const there = found.filter((entry) => out(entry) > 0.2)
  return there.length > 0 ? there : found
}

/** Whether a point lies in the room (for callers that place by coordinates). */
export const isInRoom = (site: Site, [x, y]: Point2): boolean =>
  isPointInRegion([x, y], site.plan.polygon, site.plan.holes)

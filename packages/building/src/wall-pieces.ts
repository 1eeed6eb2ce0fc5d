import { axisFrame, type Point2, projectOnAxis, type SceneOpening, type SceneWall } from '@enfilade/scene'
import { direction, dot, leftOf, subtract } from './plane.ts'

/** An upright block of a wall. */
export type WallPiece = {
  /** Counter-clockwise. */
  readonly ring: readonly Point2[]
  readonly bottom: number
  readonly top: number
  /** The whole height beside openings, or what is left below a sill or above a head. */
  readonly part: 'full' | 'below' | 'above'
}

/** A line in the plan; what lies to its left is kept. */
type Cut = { readonly point: Point2; readonly along: Point2 }

const least = 1e-4

/** Cuts a wall's mitred outline into blocks around its openings. */
export function cutWall(wall: SceneWall, openings: readonly SceneOpening[]): WallPiece[] {
  const height = wall.resolvedHeight
  const pieces: WallPiece[] = []
  const add = (ring: readonly Point2[], bottom: number, top: number, part: WallPiece['part']) => {
    if (ring.length >= 3 && top - bottom > least && Math.abs(ringArea(ring)) > 1e-7)
      pieces.push({ ring, bottom, top, part })
  }
  const sorted = [...openings].sort((a, b) => a.along - b.along || (a.id < b.id ? -1 : 1))
  let from: number | undefined
  for (const opening of sorted) {
    const start = opening.along - opening.width / 2
    const end = opening.along + opening.width / 2
    // Openings that overlap share the later start.
    const low = from === undefined ? start : Math.max(start, from)
    if (end - low < least) continue
    add(slab(wall, from, low), 0, height, 'full')
    const hole = slab(wall, low, end)
    add(hole, 0, Math.min(opening.sill, height), 'below')
    add(hole, Math.min(opening.sill + opening.height, height), height, 'above')
    from = end
  }
  add(from === undefined ? wall.outline : slab(wall, from, undefined), 0, height, 'full')
  return pieces
}

/** The outline between two distances along the axis; undefined: to the wall's end. */
export function slab(wall: SceneWall, from: number | undefined, to: number | undefined): readonly Point2[] {
  let ring = wall.outline
  if (from !== undefined) ring = clip(ring, cutAt(wall, from, false))
  if (to !== undefined) ring = clip(ring, cutAt(wall, to, true))
  return ring
}

/** The line square to the axis at a distance along it. */
function cutAt(wall: SceneWall, along: number, keepsStart: boolean): Cut {
  const { point, direction: unit } = axisFrame(wall, along)
  const left = leftOf(unit)
  // Left of the cut line's direction is what stays.
  return { point, along: keepsStart ? left : [-left[0], -left[1]] }
}

/** Sutherland–Hodgman against one line. */
function clip(ring: readonly Point2[], cut: Cut): readonly Point2[] {
  const normal = leftOf(cut.along)
  const result: Point2[] = []
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const da = dot(subtract(a, cut.point), normal)
    const db = dot(subtract(b, cut.point), normal)
    if (da >= 0) result.push(a)
    if (da >= 0 !== db >= 0) {
      const t = da / (da - db)
      result.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t])
    }
  }
  return result
}

function ringArea(ring: readonly Point2[]): number {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Which face of the wall an outline edge belongs to. */
export function edgeSide(wall: SceneWall, a: Point2, b: Point2): 'left' | 'right' | 'end' {
  const along = direction(a, b)
  const middle: Point2 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const axis = axisFrame(wall, projectOnAxis(wall, middle).along).direction
  // Outlines run counter-clockwise: the right face along the axis, the left face against it.
  const lean = dot(along, axis)
  if (lean > 0.8) return 'right'
  return lean < -0.8 ? 'left' : 'end'
}

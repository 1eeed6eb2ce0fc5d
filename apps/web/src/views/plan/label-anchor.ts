import { distancePointToSegment, interiorPoint, isPointInPolygon, polygonBounds } from '@enfilade/geometry'
import type { Point2, SceneItem, SceneRoom } from '@enfilade/scene'
import { toItemFrame } from '../../interaction/support.ts'

/** Where a room's label goes, and how much air there is to the room's edges, metres. */
export type LabelAnchor = { readonly at: Point2; readonly clear: number }

/** Half a label at a usual zoom, metres. */
const half = { width: 0.55, height: 0.28 }
/** Candidates along the longer side. */
const steps = 18
/** More air than this around a label is no better. */
const enough = 1

/** A place inside the room that is free of furniture, as far from the edges as it takes; else the room's middle. */
export function findLabelAnchor(room: SceneRoom, items: readonly SceneItem[]): LabelAnchor {
  const rings = [room.polygon, ...room.holes]
  const middle = interiorPoint(room.polygon, room.holes)
  const bounds = polygonBounds(room.polygon)
  const near = items.filter(
    (item) =>
      item.level === room.level &&
      item.size[2] > 0.05 &&
      item.worldPose.x > bounds.minX &&
      item.worldPose.x < bounds.maxX &&
      item.worldPose.y > bounds.minY &&
      item.worldPose.y < bounds.maxY,
  )
  let best: LabelAnchor = { at: middle, clear: edgeDistance(middle, rings) }
  if (near.length === 0) return best
  let bestScore = score(best, near, middle)
  const step = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) / steps
  for (let x = bounds.minX + step / 2; x < bounds.maxX; x += step) {
    for (let y = bounds.minY + step / 2; y < bounds.maxY; y += step) {
      const at: Point2 = [x, y]
      if (!isPointInPolygon(at, room.polygon) || room.holes.some((hole) => isPointInPolygon(at, hole))) continue
      const anchor = { at, clear: edgeDistance(at, rings) }
      const value = score(anchor, near, middle)
      if (value > bestScore) {
        best = anchor
        bestScore = value
      }
    }
  }
  return best
}

function score(anchor: LabelAnchor, items: readonly SceneItem[], middle: Point2): number {
  let air = Math.min(anchor.clear, enough) - (anchor.clear < half.height ? 2 : 0)
  for (const item of items) air -= cover(anchor.at, item)
  // Of equal places, the one nearer to the room's middle.
  return air - Math.hypot(anchor.at[0] - middle[0], anchor.at[1] - middle[1]) * 0.08
}

/** How much of the label lies on an item, 0 … 3. */
function cover(at: Point2, item: SceneItem): number {
  let covered = 0
  for (const dx of [-1, -0.5, 0, 0.5, 1]) {
    for (const dy of [-1, 0, 1]) {
      const local = toItemFrame(item.worldPose, [at[0] + dx * half.width, at[1] + dy * half.height])
      if (Math.abs(local[0]) < item.size[0] / 2 && Math.abs(local[1]) < item.size[1] / 2) covered++
    }
  }
  return covered / 5
}

function edgeDistance(point: Point2, rings: readonly (readonly Point2[])[]): number {
  let best = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      best = Math.min(best, distancePointToSegment(point, ring[i]!, ring[(i + 1) % ring.length]!))
    }
  }
  return best
}

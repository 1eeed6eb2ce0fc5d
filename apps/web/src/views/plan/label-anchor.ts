import { distancePointToSegment, interiorPoint, isPointInPolygon, polygonBounds, type Ring } from '@enfilade/geometry'
import type { Point2, SceneItem, SceneRoom } from '@enfilade/scene'
import { toItemFrame } from '../../interaction/support.ts'

/** Where a room's label goes, and how much air there is to the room's edges, metres. */
export type LabelAnchor = { readonly at: Point2; readonly clear: number }

/** What a label keeps off besides furniture: the areas that doors sweep. */
export type LabelSetting = { readonly swings?: readonly Ring[]; readonly halfWidth?: number }

/** Half a label at a usual zoom, metres. */
const half = { width: 0.55, height: 0.3 }
/** Candidates along the longer side. */
const steps = 22
/** More air than this around a label is no better. */
const enough = 0.5
/** Things no higher than this lie flat: a label may lie on them, but not across their edge. */
const flat = 0.05
const edgeBand = 0.07

type Obstacle = (point: Point2) => number

/** A place inside the room that is free of furniture, as far from the edges as it takes; else the room's middle. */
export function findLabelAnchor(
  room: SceneRoom,
  items: readonly SceneItem[],
  { swings = [], halfWidth = half.width }: LabelSetting = {},
): LabelAnchor {
  const rings = [room.polygon, ...room.holes]
  const middle = interiorPoint(room.polygon, room.holes)
  const bounds = polygonBounds(room.polygon)
  const obstacles = [...items.flatMap((item) => itemObstacle(item, room.level, bounds)), ...swings.map(swingObstacle)]
  let best: LabelAnchor = { at: middle, clear: edgeDistance(middle, rings) }
  if (obstacles.length === 0) return best
  const score = (anchor: LabelAnchor) => scoreOf(anchor, obstacles, middle, halfWidth)
  let bestScore = score(best)
  const step = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) / steps
  for (let x = bounds.minX + step / 2; x < bounds.maxX; x += step) {
    for (let y = bounds.minY + step / 2; y < bounds.maxY; y += step) {
      const at: Point2 = [x, y]
      if (!isPointInPolygon(at, room.polygon) || room.holes.some((hole) => isPointInPolygon(at, hole))) continue
      const anchor = { at, clear: edgeDistance(at, rings) }
      const value = score(anchor)
      if (value > bestScore) {
        best = anchor
        bestScore = value
      }
    }
  }
  return best
}

type Bounds = ReturnType<typeof polygonBounds>

function itemObstacle(item: SceneItem, level: string, bounds: Bounds): Obstacle[] {
  const { x, y } = item.worldPose
  if (item.level !== level || x < bounds.minX || x > bounds.maxX || y < bounds.minY || y > bounds.maxY) return []
  const [width, depth, height] = item.size
  return [
    (point) => {
      const local = toItemFrame(item.worldPose, point)
      const out = Math.max(Math.abs(local[0]) - width / 2, Math.abs(local[1]) - depth / 2)
      if (height > flat) return out < 0.03 ? 1 : 0
      return Math.abs(out) < edgeBand ? 0.6 : 0
    },
  ]
}

function swingObstacle(swing: Ring): Obstacle {
  return (point) => (isPointInPolygon(point, swing) ? 0.5 : 0)
}

function scoreOf(anchor: LabelAnchor, obstacles: readonly Obstacle[], middle: Point2, halfWidth: number): number {
  const air = Math.min(anchor.clear, enough) - (anchor.clear < half.height ? 2 : 0)
  // Of equal places, the one nearer to the room's middle.
  const away = Math.hypot(anchor.at[0] - middle[0], anchor.at[1] - middle[1]) * 0.08
  return air - coverOf(anchor.at, obstacles, halfWidth) - away
}

/** How much of the label lies on something, 0 … 3 for each thing. */
function coverOf(at: Point2, obstacles: readonly Obstacle[], halfWidth: number): number {
  let covered = 0
  for (const dx of [-1, -0.5, 0, 0.5, 1]) {
    for (const dy of [-1, 0, 1]) {
      const point: Point2 = [at[0] + dx * halfWidth, at[1] + dy * half.height]
      for (const obstacle of obstacles) covered += obstacle(point)
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

import { closestPointOnSegment, distancePointToSegment } from '@enfilade/geometry'
import { type LayoutContext, type LayoutResult, moveItem, type RelationTarget } from '@enfilade/layout'
import { type Point2, readScene, type Scene, type SceneItem } from '@enfilade/scene'
import { gapBetween } from '../find-items.ts'
import { roomOfItem } from '../find-rooms.ts'

/** How far "closer" and "away" go where no length was said, metres. */
const usual = 0.4

/** Moves a thing closer to a target or away from it along the line between them, as far as asked or as there is room. */
export function moveAlong(
  item: SceneItem,
  target: RelationTarget,
  isAway: boolean,
  distance: number | undefined,
  words: string,
  context: LayoutContext,
): LayoutResult | undefined {
  const scene = readScene(context.document)
  const goal = pointOf(scene, item, target)
  if (!goal) return undefined
  const { x, y } = item.worldPose
  const [dx, dy] = [goal.at[0] - x, goal.at[1] - y]
  const length = Math.hypot(dx, dy)
  if (length < 1e-6) return undefined
  const sign = isAway ? -1 : 1
  const wished = distance ?? (isAway ? usual : Math.min(usual * 1.5, Math.max(0.05, goal.gap * 0.6)))
  let first: LayoutResult | undefined
  const straight: Point2 = [dx / length, dy / length]
  // What was asked for exactly has to be met exactly: where the straight way is barred, along the thing's own side.
  const tries =
    distance === undefined
      ? [1, 0.75, 0.5, 0.3].map((share) => ({ share, way: straight }))
      : [straight, sideTowards(item, straight)].map((way) => ({ share: 1, way }))
  for (const { share, way } of tries) {
    const by = sign * wished * share
    const to: Point2 = [x + way[0] * by, y + way[1] * by]
    const moved = moveItem({ ...context, id: item.id, words, to: { to } })
    if (moved.groups.length > 0) return moved
    first ??= moved
  }
  return first
}

/** The direction of the thing's sides that comes nearest to a way. */
function sideTowards({ worldPose: { yaw } }: SceneItem, [dx, dy]: Point2): Point2 {
  const sides = [0, 1, 2, 3].map((turn): Point2 => {
    const angle = yaw + (turn * Math.PI) / 2
    return [Math.cos(angle), Math.sin(angle)]
  })
  return sides.reduce((a, b) => (b[0] * dx + b[1] * dy > a[0] * dx + a[1] * dy + 1e-9 ? b : a))
}

function pointOf(scene: Scene, item: SceneItem, target: RelationTarget): { at: Point2; gap: number } | undefined {
  const { x, y } = item.worldPose
  const nearest = (points: readonly Point2[]) =>
    points.map((at) => ({ at, gap: Math.hypot(at[0] - x, at[1] - y) })).sort((a, b) => a.gap - b.gap)[0]
  if (target.kind === 'item') {
    const other = scene.items.find(({ id }) => id === target.id)
    return other && { at: [other.worldPose.x, other.worldPose.y], gap: gapBetween(item, other) }
  }
  if (target.kind !== 'building') return undefined
  const room = roomOfItem(scene, item)
  if (target.part === 'window' || target.part === 'door')
    return nearest(
      scene.openings
        .filter(({ id, type }) => type === target.part && (!room || room.openings.includes(id)))
        .map(({ center }) => [center[0], center[1]] as const),
    )
  const ring = room?.polygon ?? []
  if (target.part === 'corner') return nearest(ring)
  if (target.part === 'wall') {
    const edges = ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length]! }))
    const back = backOf(item)
    const best = edges.sort(
      (a, b) => distancePointToSegment(back, a.a, a.b) - distancePointToSegment(back, b.a, b.b),
    )[0]
    return best && nearest([closestPointOnSegment([x, y], best.a, best.b)])
  }
  const sum = ring.reduce<[number, number]>(([sx, sy], [px, py]) => [sx + px, sy + py], [0, 0])
  return ring.length > 0 ? nearest([[sum[0] / ring.length, sum[1] / ring.length]]) : undefined
}

const backOf = ({ worldPose: { x, y, yaw }, size }: SceneItem): Point2 => [
  x - (Math.sin(yaw) * size[1]) / 2,
  y + (Math.cos(yaw) * size[1]) / 2,
]

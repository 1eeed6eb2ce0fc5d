import { type ItemShape, shapeItem } from '@enfilade/critic'
import { closestPointOnSegment, isPointInPolygon, type Point2, type Ring } from '@enfilade/geometry'
import { type Id, itemFootprint, type Operation, type Pose, type SceneItem } from '@enfilade/scene'
import { tidyPose } from '../placed.ts'
import type { Cluster } from './movable.ts'

/** The rigid motion that takes `from` to `to`, applied to a pose. */
export const carryPose = (from: Pose, to: Pose, pose: Pose): Pose => {
  const turn = to.yaw - from.yaw
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const dx = pose.x - from.x
  const dy = pose.y - from.y
  return tidyPose({
    x: to.x + dx * cos - dy * sin,
    y: to.y + dx * sin + dy * cos,
    z: pose.z + to.z - from.z,
    yaw: pose.yaw + turn,
  })
}

/** Where a companion goes. What lies flat ends inside the room; where it can't, it stays. */
const companionPose = ({ main, floors }: Cluster, to: Pose, item: SceneItem): Pose => {
  const pose = carryPose(main.worldPose, to, item.worldPose)
  const floor = shapeItem(item).role === 'flat' && floors.find((ring) => isPointInPolygon([to.x, to.y], ring))
  return floor ? (slideInside(item, pose, floor) ?? item.worldPose) : pose
}

/** The nearest found place at which a footprint lies in the ring; undefined where it does not fit. */
const slideInside = (item: SceneItem, from: Pose, ring: Ring): Pose | undefined => {
  let pose = from
  for (let step = 0; step < 24; step += 1) {
    const corners = itemFootprint({ ...item, worldPose: pose })
    const ways = corners.filter((corner) => !isPointInPolygon(corner, ring)).map((corner) => wayInside(corner, ring))
    const [farthest] = ways.sort((a, b) => Math.hypot(...b) - Math.hypot(...a))
    if (!farthest || Math.hypot(...farthest) < 0.002) return tidyPose(pose)
    pose = { ...pose, x: pose.x + farthest[0], y: pose.y + farthest[1] }
  }
  return undefined
}

const wayInside = (point: Point2, ring: Ring): [number, number] => {
  const ways = ring.map((a, index): [number, number] => {
    const [x, y] = closestPointOnSegment(point, a, ring[(index + 1) % ring.length]!)
    return [x - point[0], y - point[1]]
  })
  return ways.sort((one, other) => Math.hypot(...one) - Math.hypot(...other))[0]!
}

/** Shapes of all things of the cluster when its main thing stands at `to`. */
export const clusterShapes = (cluster: Cluster, to: Pose): ItemShape[] =>
  [cluster.main, ...cluster.companions, ...cluster.carried].map((item) =>
    shapeItem({ ...item, worldPose: companionPose(cluster, to, item) }),
  )

/** The operation that moves main thing and companions; what stands on them goes along by itself. */
export const moveOperation = (cluster: Cluster, to: Pose): Operation => {
  const moves: { [id: Id]: Pose } = { [cluster.main.id]: tidyPose(to) }
  for (const item of cluster.companions) moves[item.id] = companionPose(cluster, to, item)
  return { type: 'items-moved', moves }
}

/** How far a pose lies from another, metres. */
export const wayBetween = (a: Pose, b: Pose): number => Math.hypot(a.x - b.x, a.y - b.y)

import { type ItemShape, shapeItem } from '@enfilade/critic'
import type { Id, Operation, Pose } from '@enfilade/scene'
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

/** Shapes of all things of the cluster when its main thing stands at `to`. */
export const clusterShapes = (cluster: Cluster, to: Pose): ItemShape[] =>
  [cluster.main, ...cluster.companions, ...cluster.carried].map((item) =>
    shapeItem({ ...item, worldPose: carryPose(cluster.main.worldPose, to, item.worldPose) }),
  )

/** The operation that moves main thing and companions; what stands on them goes along by itself. */
export const moveOperation = (cluster: Cluster, to: Pose): Operation => {
  const moves: { [id: Id]: Pose } = { [cluster.main.id]: tidyPose(to) }
  for (const item of cluster.companions) moves[item.id] = carryPose(cluster.main.worldPose, to, item.worldPose)
  return { type: 'items-moved', moves }
}

/** How far a pose lies from another, metres. */
export const wayBetween = (a: Pose, b: Pose): number => Math.hypot(a.x - b.x, a.y - b.y)

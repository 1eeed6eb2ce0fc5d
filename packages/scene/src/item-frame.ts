import { composePoses, IDENTITY_POSE } from './pose.ts'
import type { GroupRecord, Pose } from './records.ts'
import { type Axis, axisFrame, axisLength } from './wall-axis.ts'

/** What carries an item, as far as its pose needs it. */
export type Carrier =
  | { readonly on: 'floor' }
  | { readonly on: 'ceiling'; readonly height: number }
  | { readonly on: 'wall'; readonly axis: Axis }
  | { readonly on: 'item'; readonly pose: Pose }

/** A pose in the frame of its support and group, in plan coordinates with z above the level's floor. */
export function poseToWorld(pose: Pose, carrier: Carrier, group?: Pick<GroupRecord, 'pose'>): Pose {
  switch (carrier.on) {
    case 'floor':
      return group ? composePoses(group.pose, pose) : pose
    case 'ceiling': {
      const placed = group ? composePoses(group.pose, pose) : pose
      return { ...placed, z: placed.z + carrier.height }
    }
    case 'wall':
      return composePoses(wallPose(carrier.axis, pose.x), { ...pose, x: 0 })
    case 'item':
      return composePoses(carrier.pose, pose)
  }
}

/** The way back: a world pose in the frame of support and group. */
export function poseFromWorld(world: Pose, carrier: Carrier, group?: Pick<GroupRecord, 'pose'>): Pose {
  switch (carrier.on) {
    case 'floor':
      return group ? relative(group.pose, world) : world
    case 'ceiling': {
      const hung = { ...world, z: world.z - carrier.height }
      return group ? relative(group.pose, hung) : hung
    }
    case 'wall':
      return poseOnWall(carrier.axis, world)
    case 'item':
      return relative(carrier.pose, world)
  }
}

function relative(frame: Pose, pose: Pose): Pose {
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  const dx = pose.x - frame.x
  const dy = pose.y - frame.y
  const turned = composePoses({ ...IDENTITY_POSE, yaw: -frame.yaw }, { ...pose, x: 0, y: 0 })
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin, z: pose.z - frame.z, yaw: turned.yaw }
}

/** The frame of a wall `along` metres from corner a: x along the axis there, y to its left. */
function wallPose(axis: Axis, along: number): Pose {
  const { point, direction } = axisFrame(axis, along)
  return { x: point[0], y: point[1], z: 0, yaw: Math.atan2(direction[1], direction[0]) }
}

/** On an arc x is the distance along it of the nearest axis point; beyond the ends the axis goes on straight. */
function poseOnWall(axis: Axis, world: Pose): Pose {
  if (!axis.bulge) return relative(wallPose(axis, 0), world)
  let along = axisLength(axis) / 2
  // Newton steps: the offset along the tangent goes to zero, at once on a line and quickly on an arc.
  for (let i = 0; i < 50; i++) {
    const frame = wallPose(axis, along)
    const local = relative(frame, world)
    const curvature = (4 * Math.atan(axis.bulge)) / axisLength(axis)
    const stretch = Math.max(0.1, 1 + curvature * local.y)
    if (Math.abs(local.x) < 1e-13) break
    along += local.x / stretch
  }
  return { ...relative(wallPose(axis, along), world), x: along }
}

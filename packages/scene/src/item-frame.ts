import { arcThrough } from '@enfilade/geometry'
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

/**
 * The pose on a wall: x is the place along the axis whose normal the pose lies on, y its distance. On an arc more than
 * one place may do (ahead and behind the centre, beyond either end); the nearest one is taken.
 */
function poseOnWall(axis: Axis, world: Pose): Pose {
  const arc = arcThrough(axis.start, axis.end, axis.bulge ?? 0)
  if (!arc) return relative(wallPose(axis, 0), world)
  const length = axisLength(axis)
  const turn = 2 * Math.PI
  const way = Math.sign(arc.sweep)
  const angle = Math.atan2(world.y - arc.center[1], world.x - arc.center[0])
  const places = [angle, angle + Math.PI].map((side) => {
    const swept = ((((side - arc.startAngle) * way) % turn) + turn) % turn
    return swept * arc.radius
  })
  const along = [
    ...places.filter((place) => place <= length),
    Math.min(0, relative(wallPose(axis, 0), world).x),
    length + Math.max(0, relative(wallPose(axis, length), world).x),
  ]
  const poses = along.map((x) => ({
    ...relative(wallPose(axis, x), world),
    x,
    off: relative(wallPose(axis, x), world).x,
  }))
  const exact = poses.filter(({ off }) => Math.abs(off) < 1e-6)
  const best = (exact.length > 0 ? exact : poses).reduce((a, b) => (Math.abs(b.y) < Math.abs(a.y) ? b : a))
  return { x: best.x, y: best.y, z: best.z, yaw: best.yaw }
}

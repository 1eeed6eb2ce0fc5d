import { normalizeAngle } from '@enfilade/geometry'
import type { Pose } from './records.ts'

export const IDENTITY_POSE: Pose = { x: 0, y: 0, z: 0, yaw: 0 }

/** The pose, given in `frame`, in the frame that `frame` itself is given in. */
export function composePoses(frame: Pose, pose: Pose): Pose {
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  return {
    x: frame.x + pose.x * cos - pose.y * sin,
    y: frame.y + pose.x * sin + pose.y * cos,
    z: frame.z + pose.z,
    yaw: normalizeAngle(frame.yaw + pose.yaw),
  }
}

/** The pose that undoes this one: composed either way they give the identity. */
export function invertPose(pose: Pose): Pose {
  const cos = Math.cos(pose.yaw)
  const sin = Math.sin(pose.yaw)
  return {
    x: -pose.x * cos - pose.y * sin,
    y: pose.x * sin - pose.y * cos,
    z: -pose.z,
    yaw: normalizeAngle(-pose.yaw),
  }
}

/** The pose, given beside `frame`, as seen from `frame`. */
export function relativePose(frame: Pose, pose: Pose): Pose {
  return composePoses(invertPose(frame), pose)
}

/** Whether two poses are the same to a hundredth of a micrometre and a nanoradian. */
export function isSamePose(a: Pose, b: Pose): boolean {
  const near = (p: number, q: number) => Math.abs(p - q) <= 1e-8
  return near(a.x, b.x) && near(a.y, b.y) && near(a.z, b.z) && Math.abs(normalizeAngle(a.yaw - b.yaw)) <= 1e-9
}

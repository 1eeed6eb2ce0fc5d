import type { Camera } from './camera.ts'

/**
 * A camera's rays.
 *
 * @param x, y Pixels from the upper left corner; pixel centres at + 0.5. @param rays Mutated: world origin and unit
 * direction, six numbers from `at`.
 */
export type AimRay = (x: number, y: number, rays: Float32Array, at: number) => void

/** @throws RangeError when size, intrinsic or pose make no camera. */
export function createAim(camera: Camera): AimRay {
  checkCamera(camera)
  const { width, height, intrinsic, pose, projection } = camera
  const p = Float64Array.from(pose)
  const [fx, skew, cx, fy, cy] = [intrinsic[0]!, intrinsic[1]!, intrinsic[2]!, intrinsic[4]!, intrinsic[5]!]
  return (x, y, rays, at) => {
    let [a, b, c] = [0, 0, 1]
    if (projection === 'equirectangular') {
      const [turn, rise] = [(x / width - 0.5) * 2 * Math.PI, (0.5 - y / height) * Math.PI]
      a = Math.cos(rise) * Math.sin(turn)
      b = -Math.sin(rise)
      c = Math.cos(rise) * Math.cos(turn)
    } else {
      b = (y - cy) / fy
      a = (x - cx - skew * b) / fx
    }
    const dx = p[0]! * a + p[1]! * b + p[2]! * c
    const dy = p[4]! * a + p[5]! * b + p[6]! * c
    const dz = p[8]! * a + p[9]! * b + p[10]! * c
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
    rays[at] = p[3]!
    rays[at + 1] = p[7]!
    rays[at + 2] = p[11]!
    rays[at + 3] = dx / length
    rays[at + 4] = dy / length
    rays[at + 5] = dz / length
  }
}

/** Depth of a hit: of pinholes along the camera's z axis, of panoramas along the ray. */
export function depthOf({ pose, projection }: Camera, distance: number, dx: number, dy: number, dz: number): number {
  if (projection === 'equirectangular') return distance
  return distance * (dx * pose[2]! + dy * pose[6]! + dz * pose[10]!)
}

const MAX_SIDE = 16384

function checkCamera({ id, width, height, intrinsic, pose, projection }: Camera): void {
  const isSide = (value: number) => Number.isInteger(value) && value > 0 && value <= MAX_SIDE
  if (!isSide(width) || !isSide(height)) throw new RangeError(`camera ${id}: ${width} × ${height} is no size in pixels`)
  if (pose.length !== 16 || !pose.every(Number.isFinite))
    throw new RangeError(`camera ${id}: the pose is not 16 numbers`)
  if (projection === 'equirectangular') return
  const isFocal = (value: number | undefined) => value !== undefined && Math.abs(value) > 1e-6
  if (intrinsic.length !== 9 || !intrinsic.every(Number.isFinite) || !isFocal(intrinsic[0]) || !isFocal(intrinsic[4]))
    throw new RangeError(`camera ${id}: the intrinsic is no 3 × 3 matrix of a camera`)
}

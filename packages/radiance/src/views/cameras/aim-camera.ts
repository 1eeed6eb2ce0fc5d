import type { Vector3 } from '../../scene/trace-scene.ts'
import type { Camera } from '../camera.ts'

/** Picture size in pixels and horizontal field of view, radians. */
export type Lens = { readonly width: number; readonly height: number; readonly fov: number }

/** A wide lens as interiors are photographed with: 75° across, 4 : 3. */
export const INTERIOR_LENS: Lens = { width: 640, height: 480, fov: (75 / 180) * Math.PI }

/** Row-major 3 × 3 of a lens with square pixels, its axis through the picture's middle. */
export function intrinsicOf({ width, height, fov }: Lens): readonly number[] {
  const focal = width / 2 / Math.tan(fov / 2)
  return [focal, 0, width / 2, 0, focal, height / 2, 0, 0, 1]
}

/** A camera at `eye` that looks at `target`, upright. Straight up or down, the picture's top is +y or −y of the world. */
export function lookAt(id: string, eye: Vector3, target: Vector3, lens: Lens = INTERIOR_LENS): Camera {
  const forward = unit([target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]]) ?? [0, 1, 0]
  const right = unit(cross(forward, [0, 0, 1])) ?? [1, 0, 0]
  const down = cross(forward, right)
  return {
    id,
    width: lens.width,
    height: lens.height,
    intrinsic: intrinsicOf(lens),
    pose: [
      ...[right[0], down[0], forward[0], eye[0]],
      ...[right[1], down[1], forward[1], eye[1]],
      ...[right[2], down[2], forward[2], eye[2]],
      ...[0, 0, 0, 1],
    ],
  }
}

/** A camera by direction: yaw counter-clockwise from +x, pitch over the horizon, radians. */
export function lookAlong(id: string, eye: Vector3, yaw: number, pitch = 0, lens: Lens = INTERIOR_LENS): Camera {
  const flat = Math.cos(pitch)
  const ahead: Vector3 = [eye[0] + Math.cos(yaw) * flat, eye[1] + Math.sin(yaw) * flat, eye[2] + Math.sin(pitch)]
  return lookAt(id, eye, ahead, lens)
}

/** Names that sort in order: `0000`, `0001`, … */
export function frameId(index: number): string {
  return index.toString().padStart(4, '0')
}

function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function unit(v: Vector3): Vector3 | undefined {
  const length = Math.hypot(...v)
  return length > 1e-9 ? [v[0] / length, v[1] / length, v[2] / length] : undefined
}

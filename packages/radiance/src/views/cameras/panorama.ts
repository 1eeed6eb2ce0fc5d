import type { Vector3 } from '../../scene/trace-scene.ts'
import type { Camera } from '../camera.ts'
import { lookAlong } from './aim-camera.ts'

/** Faces of a cube of pictures, each 90° wide: `front` looks along yaw, the others lie around it. */
export type CubeFace = 'front' | 'left' | 'back' | 'right' | 'up' | 'down'

/** @param size Pixels a side. @param yaw What the front face looks along, radians counter-clockwise from +x. */
export function cubeCameras(eye: Vector3, size: number, yaw = 0): { readonly [face in CubeFace]: Camera } {
  const lens = { width: size, height: size, fov: Math.PI / 2 }
  const side = (id: CubeFace, turn: number) => lookAlong(id, eye, yaw + turn, 0, lens)
  return {
    front: side('front', 0),
    left: side('left', Math.PI / 2),
    back: side('back', Math.PI),
    right: side('right', -Math.PI / 2),
    up: pole('up', side('front', 0), 1),
    down: pole('down', side('front', 0), -1),
  }
}

/** The front camera nodded straight up or down, so that its edge continues the front face's. */
function pole(id: CubeFace, { pose: p, ...front }: Camera, up: 1 | -1): Camera {
  const row = (k: number) => [p[k * 4]!, p[k * 4 + 2]! * up, p[k * 4 + 1]! * -up, p[k * 4 + 3]!]
  return { ...front, id, pose: [...row(0), ...row(1), ...row(2), 0, 0, 0, 1] }
}

/** The whole sphere in one picture, twice as wide as high; its middle looks along yaw. */
export function panoramaCamera(id: string, eye: Vector3, height: number, yaw = 0): Camera {
  const { pose } = lookAlong(id, eye, yaw)
  const intrinsic = [1, 0, 0, 0, 1, 0, 0, 0, 1]
  return { id, width: height * 2, height, intrinsic, pose, projection: 'equirectangular' }
}

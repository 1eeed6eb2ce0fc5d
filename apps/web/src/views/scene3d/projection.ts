import { type PerspectiveCamera, Vector3 } from 'three'

const scratch = new Vector3()

/** Pixel of a point; undefined when it lies behind the eye. */
export function projectPoint(
  camera: PerspectiveCamera,
  x: number,
  y: number,
  z: number,
  width: number,
  height: number,
): readonly [number, number] | undefined {
  scratch.set(x, y, z).project(camera)
  if (scratch.z > 1 || scratch.z < -1) return undefined
  return [((scratch.x + 1) / 2) * width, ((1 - scratch.y) / 2) * height]
}

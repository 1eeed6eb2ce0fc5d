import type { Camera, Channel, View } from '../views/camera.ts'
import { SPARK } from './convention.ts'
import type { Gaussians } from './gaussians.ts'
import { createRasteriser } from './rasteriser.ts'
import { readView } from './render-gaussians.ts'

/**
 * Pictures of gaussians with the channels that other views have. Colour is `display`, as gaussians hold no radiance; a normal
 * is the thinnest axis of the gaussian in front, towards the camera.
 */
export function createGaussianPainter(gaussians: Gaussians): (camera: Camera, channels: readonly Channel[]) => View {
  const rasteriser = createRasteriser(gaussians)
  return (camera, channels) => {
    const painted = rasteriser.draw(camera, SPARK)
    const { width, height, display, depth, instance, semantic } = readView(gaussians, camera, painted)
    const normal = channels.includes('normal') ? normalsOf(gaussians, camera, painted.row, painted.stride) : undefined
    return { width, height, display, depth, instance, semantic, ...(normal ? { normal } : {}) }
  }
}

function normalsOf(gaussians: Gaussians, camera: Camera, rows: ArrayLike<number>, stride: number): Float32Array {
  const { width, height, pose } = camera
  const normals = new Float32Array(3 * width * height)
  const axis = new Float64Array(3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const row = rows[y * stride + x]! - 1
      if (row < 0) continue
      thinAxis(gaussians, row, axis)
      let towards = 0
      for (let k = 0; k < 3; k++) towards += axis[k]! * (pose[4 * k + 3]! - gaussians.positions[3 * row + k]!)
      for (let k = 0; k < 3; k++) normals[3 * (y * width + x) + k] = towards < 0 ? -axis[k]! : axis[k]!
    }
  }
  return normals
}

/** World direction of the axis along which a gaussian is thinnest. @param axis Mutated. */
function thinAxis({ scales, rotations }: Gaussians, row: number, axis: Float64Array): void {
  const [a, b, c] = [scales[3 * row]!, scales[3 * row + 1]!, scales[3 * row + 2]!]
  const [x, y, z, w] = [0, 1, 2, 3].map((k) => rotations[4 * row + k]!) as [number, number, number, number]
  if (a <= b && a <= c) axis.set([1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)])
  else if (b <= c) axis.set([2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)])
  else axis.set([2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)])
}

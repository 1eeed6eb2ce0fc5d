import type { Camera } from '@enfilade/radiance'
import { type Pixels, psnrOf } from './compare-pictures.ts'

export type SeenView = {
  readonly camera: Camera
  /** Display values 0 … 255, three per pixel. */
  readonly rgb: Pixels
  /** Along the camera's axis, metres; 0: nothing. */
  readonly depth: ArrayLike<number>
  readonly instance: ArrayLike<number>
}

export type WarpResult = {
  /** Pixels of the first view that the second one sees too. */
  readonly pixels: number
  readonly psnr: number
  /** Mean absolute difference, of 255. */
  readonly mae: number
  /** Mean relative difference of depths. */
  readonly depthError: number
  /** Part of the pixels that show the same thing. */
  readonly sameInstance: number
}

/** Beyond this relative difference of depths the second view sees something else in front. */
const SAME_DEPTH = 0.015

/**
 * Carries each pixel of a view by its depth into another view and compares what is there: a pixel that agrees in depth should agree
 * in colour. Pixels at edges of depth, where four neighbours do not lie on one surface, are left out.
 */
export function warpView(from: SeenView, to: SeenView): WarpResult {
  const toWorld = unprojector(from.camera)
  const toPixel = projector(to.camera)
  const { width } = from.camera
  let [pixels, squares, sum, depths, same] = [0, 0, 0, 0, 0]
  for (let pixel = 0; pixel < from.depth.length; pixel++) {
    if (!(from.depth[pixel]! > 0)) continue
    const point = toWorld((pixel % width) + 0.5, Math.floor(pixel / width) + 0.5, from.depth[pixel]!)
    const found = look(to, toPixel(point))
    if (!found) continue
    pixels++
    depths += found.depthError
    if (from.instance[pixel] === found.instance) same++
    for (let channel = 0; channel < 3; channel++) {
      const difference = from.rgb[3 * pixel + channel]! - found.rgb[channel]!
      squares += difference ** 2
      sum += Math.abs(difference)
    }
  }
  const count = Math.max(1, pixels)
  return {
    pixels,
    psnr: psnrOf(squares / (3 * count)),
    mae: sum / (3 * count),
    depthError: depths / count,
    sameInstance: same / count,
  }
}

type Point = readonly [number, number, number]

function unprojector({ intrinsic, pose }: Camera): (x: number, y: number, depth: number) => Point {
  const [fx, , cx, , fy, cy] = intrinsic
  return (x, y, depth) => {
    const [a, b] = [((x - cx!) / fx!) * depth, ((y - cy!) / fy!) * depth]
    return [0, 4, 8].map(
      (row) => pose[row]! * a + pose[row + 1]! * b + pose[row + 2]! * depth + pose[row + 3]!,
    ) as unknown as Point
  }
}

/** Pixel coordinates and depth; undefined behind the camera. */
function projector({ intrinsic, pose }: Camera): (point: Point) => Point | undefined {
  const [fx, , cx, , fy, cy] = intrinsic
  return (point) => {
    const away = [point[0] - pose[3]!, point[1] - pose[7]!, point[2] - pose[11]!]
    const along = (column: number) =>
      away[0]! * pose[column]! + away[1]! * pose[4 + column]! + away[2]! * pose[8 + column]!
    const depth = along(2)
    return depth > 0.05 ? [(along(0) / depth) * fx! + cx!, (along(1) / depth) * fy! + cy!, depth] : undefined
  }
}

/** Mixed from the four pixels round a place, where all four lie at about the expected depth. */
function look({ camera, rgb, depth, instance }: SeenView, place: Point | undefined) {
  if (!place) return undefined
  const [x, y, expected] = [place[0] - 0.5, place[1] - 0.5, place[2]]
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left + 1 >= camera.width || top + 1 >= camera.height) return undefined
  const [right, down] = [x - left, y - top]
  const corners = [0, 1, camera.width, camera.width + 1].map((step) => top * camera.width + left + step)
  if (corners.some((pixel) => Math.abs(depth[pixel]! - expected) > SAME_DEPTH * expected)) return undefined
  const shares = [(1 - right) * (1 - down), right * (1 - down), (1 - right) * down, right * down]
  const mixed = (values: ArrayLike<number>, width: number, channel: number) =>
    corners.reduce((total, pixel, corner) => total + shares[corner]! * values[width * pixel + channel]!, 0)
  return {
    rgb: [mixed(rgb, 3, 0), mixed(rgb, 3, 1), mixed(rgb, 3, 2)],
    // Depth's inverse is what changes evenly over a plane.
    depthError:
      Math.abs(1 / corners.reduce((total, pixel, corner) => total + shares[corner]! / depth[pixel]!, 0) - expected) /
      expected,
    instance: instance[corners[shares.indexOf(Math.max(...shares))]!]!,
  }
}

/** Controls: the measure has to see both. */
export function withGain(view: SeenView, gain: number): SeenView {
  return { ...view, rgb: Float32Array.from(view.rgb, (value) => Math.min(255, value * gain)) }
}

/** The colours lie so many pixels to the right of where they belong. */
export function withShift(view: SeenView, pixels: number): SeenView {
  const { width } = view.camera
  const rgb = Float32Array.from(view.rgb, (_, index) => {
    const pixel = Math.floor(index / 3)
    const x = Math.min(width - 1, Math.max(0, (pixel % width) - pixels))
    return view.rgb[3 * (pixel - (pixel % width) + x) + (index % 3)]!
  })
  return { ...view, rgb }
}

import type { Vector3 } from '../scene/trace-scene.ts'

/**
 * A rectangle as seen from a point: its solid angle, and directions spread evenly over it.
 * Ureña, Fajardo and King: An area-preserving parametrization for spherical rectangles, 2013.
 */
export type SphericalRectangle = {
  /** Steradians. */
  solidAngle: number
  /** Sets the point. Corner, edges and edge lengths as `prepareRectangle` gives them. */
  look(rectangle: Rectangle, x: number, y: number, z: number): void
  /** @param u, v Random, 0 … 1. @param into Mutated: a point on the rectangle, relative to the place. */
  sample(u: number, v: number, into: Float64Array): void
}

export type Rectangle = {
  readonly corner: Vector3
  /** Unit vectors along the edges and across both. */
  readonly x: Vector3
  readonly y: Vector3
  readonly z: Vector3
  /** Metres. */
  readonly width: number
  readonly height: number
}

export function prepareRectangle(corner: Vector3, edgeA: Vector3, edgeB: Vector3): Rectangle {
  const [width, height] = [Math.hypot(...edgeA), Math.hypot(...edgeB)]
  const x = edgeA.map((value) => value / width) as unknown as Vector3
  const y = edgeB.map((value) => value / height) as unknown as Vector3
  const z: Vector3 = [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]
  return { corner, x, y, z, width, height }
}

const clamp = (value: number): number => Math.min(1, Math.max(-1, value))

export function createSphericalRectangle(): SphericalRectangle {
  let from: Rectangle | undefined
  // The paper's names: corner and opposite corner in the rectangle's frame, b0, b1, k.
  let [x0, y0, z0, x1, y1, b0, b1, k, side] = [0, 0, 0, 0, 0, 0, 0, 0, 1]
  const view: SphericalRectangle = { solidAngle: 0, look, sample }
  return view

  function look(rectangle: Rectangle, x: number, y: number, z: number): void {
    from = rectangle
    const { corner, width, height } = rectangle
    const [dx, dy, dz] = [corner[0] - x, corner[1] - y, corner[2] - z]
    x0 = dx * rectangle.x[0] + dy * rectangle.x[1] + dz * rectangle.x[2]
    y0 = dx * rectangle.y[0] + dy * rectangle.y[1] + dz * rectangle.y[2]
    // Turned so that the rectangle lies below the point.
    const across = dx * rectangle.z[0] + dy * rectangle.z[1] + dz * rectangle.z[2]
    side = across > 0 ? -1 : 1
    z0 = -Math.max(1e-6, Math.abs(across))
    x1 = x0 + width
    y1 = y0 + height
    const square = z0 * z0
    // Of the normals of the four sides only z matters: neighbours have nothing else in common.
    const n0 = -y0 / Math.sqrt(square + y0 * y0)
    const n1 = x1 / Math.sqrt(square + x1 * x1)
    const n2 = y1 / Math.sqrt(square + y1 * y1)
    const n3 = -x0 / Math.sqrt(square + x0 * x0)
    b0 = n0
    b1 = n2
    k = 2 * Math.PI - Math.acos(clamp(-n2 * n3)) - Math.acos(clamp(-n3 * n0))
    view.solidAngle = Math.max(0, Math.acos(clamp(-n0 * n1)) + Math.acos(clamp(-n1 * n2)) - k)
  }

  function sample(u: number, v: number, into: Float64Array): void {
    const angle = u * view.solidAngle + k
    const f = (Math.cos(angle) * b0 - b1) / Math.sin(angle)
    const c = clamp((f > 0 ? 1 : -1) / Math.sqrt(f * f + b0 * b0))
    const px = Math.min(x1, Math.max(x0, -(c * z0) / Math.sqrt(Math.max(1e-12, 1 - c * c))))
    const square = px * px + z0 * z0
    const low = y0 / Math.sqrt(square + y0 * y0)
    const high = y1 / Math.sqrt(square + y1 * y1)
    const h = low + v * (high - low)
    const py = h * h < 1 - 1e-9 ? (h * Math.sqrt(square)) / Math.sqrt(1 - h * h) : y1
    for (let axis = 0; axis < 3; axis++)
      into[axis] = px * from!.x[axis]! + py * from!.y[axis]! + z0 * side * from!.z[axis]!
  }
}

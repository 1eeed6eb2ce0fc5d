/** [x, y] in metres. */
export type Point2 = readonly [number, number]

/** A polygon's outline: first point not repeated. Outer rings run counter-clockwise, holes clockwise. */
export type Ring = readonly Point2[]

/** Axis-aligned bounds in the plan, metres. */
export type Bounds = { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }

/** The point turned counter-clockwise by `angle` about `center`. */
export function rotatePoint(point: Point2, angle: number, center: Point2 = [0, 0]): Point2 {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const x = point[0] - center[0]
  const y = point[1] - center[1]
  return [center[0] + x * cos - y * sin, center[1] + x * sin + y * cos]
}

/** The same direction in (−π, π]. */
export function normalizeAngle(angle: number): number {
  if (angle > -Math.PI && angle <= Math.PI) return angle
  const turn = 2 * Math.PI
  const rest = angle - turn * Math.floor((angle + Math.PI) / turn)
  return rest <= -Math.PI ? rest + turn : rest
}

export function pointDistance(a: Point2, b: Point2): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

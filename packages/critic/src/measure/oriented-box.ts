import type { Point2 } from '@enfilade/scene'

/** An upright box: a turned rectangle in plan with a bottom and a top. Metres; `cos`, `sin` are of its yaw. */
export type OrientedBox = {
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly cos: number
  readonly sin: number
  readonly halfWidth: number
  readonly halfDepth: number
  readonly bottom: number
  readonly top: number
}

export const createBox = (
  x: number,
  y: number,
  yaw: number,
  width: number,
  depth: number,
  bottom = 0,
  top = 1,
): OrientedBox => ({
  x,
  y,
  yaw,
  cos: Math.cos(yaw),
  sin: Math.sin(yaw),
  halfWidth: width / 2,
  halfDepth: depth / 2,
  bottom,
  top,
})

/** The box at `(x, y, yaw)` of a frame that itself stands at `(frame.x, frame.y)` turned by `frame.yaw`. */
export const placeBox = (
  frame: { readonly x: number; readonly y: number; readonly yaw: number },
  x: number,
  y: number,
  yaw: number,
  width: number,
  depth: number,
  bottom = 0,
  top = 1,
): OrientedBox => {
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  return createBox(frame.x + x * cos - y * sin, frame.y + x * sin + y * cos, frame.yaw + yaw, width, depth, bottom, top)
}

/** Corners counter-clockwise from local (−, −). */
export const boxCorners = (box: OrientedBox): [Point2, Point2, Point2, Point2] => {
  const { x, y, cos, sin, halfWidth: w, halfDepth: d } = box
  return [
    [x - w * cos + d * sin, y - w * sin - d * cos],
    [x + w * cos + d * sin, y + w * sin - d * cos],
    [x + w * cos - d * sin, y + w * sin + d * cos],
    [x - w * cos - d * sin, y - w * sin + d * cos],
  ]
}

/** Unit vector to which the box faces (its local −y). */
export const boxFront = (box: OrientedBox): Point2 => [box.sin, -box.cos]

/**
 * How deep two rectangles overlap in plan: the shortest push that parts them. Negative when apart: minus a lower bound
 * of the gap.
 */
export const planPenetration = (a: OrientedBox, b: OrientedBox): number => {
  const dx = b.x - a.x
  const dy = b.y - a.y
  // Cosine and sine of the turn from a to b; the four separating axes are the sides of both.
  const c = Math.abs(a.cos * b.cos + a.sin * b.sin)
  const s = Math.abs(a.cos * b.sin - a.sin * b.cos)
  const first = a.halfWidth + b.halfWidth * c + b.halfDepth * s - Math.abs(dx * a.cos + dy * a.sin)
  if (first <= -1) return first
  const second = a.halfDepth + b.halfWidth * s + b.halfDepth * c - Math.abs(dy * a.cos - dx * a.sin)
  const third = b.halfWidth + a.halfWidth * c + a.halfDepth * s - Math.abs(dx * b.cos + dy * b.sin)
  const fourth = b.halfDepth + a.halfWidth * s + a.halfDepth * c - Math.abs(dy * b.cos - dx * b.sin)
  return Math.min(first, second, third, fourth)
}

/** How far two boxes share height; negative: the gap between them. */
export const heightOverlap = (a: OrientedBox, b: OrientedBox): number =>
  Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom)

/** Shortest way from a point to a rectangle in plan, 0 inside. */
export const pointToBox = (box: OrientedBox, x: number, y: number): number => {
  const dx = x - box.x
  const dy = y - box.y
  const u = Math.abs(dx * box.cos + dy * box.sin) - box.halfWidth
  const v = Math.abs(dy * box.cos - dx * box.sin) - box.halfDepth
  if (u <= 0) return Math.max(v, 0)
  return v <= 0 ? u : Math.sqrt(u * u + v * v)
}

/** Free gap between two rectangles in plan, 0 when they touch or overlap. */
export const planGap = (a: OrientedBox, b: OrientedBox): number => {
  if (planPenetration(a, b) > 0) return 0
  let gap = Number.POSITIVE_INFINITY
  for (const [x, y] of boxCorners(a)) gap = Math.min(gap, pointToBox(b, x, y))
  for (const [x, y] of boxCorners(b)) gap = Math.min(gap, pointToBox(a, x, y))
  return gap
}

/** Plan coordinates of a local point of the box. */
export const boxPoint = (box: OrientedBox, x: number, y: number): Point2 => [
  box.x + x * box.cos - y * box.sin,
  box.y + x * box.sin + y * box.cos,
]

/** Local coordinates of a plan point in the frame of the box. */
export const toBoxFrame = (box: OrientedBox, x: number, y: number): Point2 => {
  const dx = x - box.x
  const dy = y - box.y
  return [dx * box.cos + dy * box.sin, dy * box.cos - dx * box.sin]
}

import type { Point2 } from '@enfilade/scene'

export const subtract = (a: Point2, b: Point2): Point2 => [a[0] - b[0], a[1] - b[1]]
export const add = (a: Point2, b: Point2): Point2 => [a[0] + b[0], a[1] + b[1]]
export const scale = (a: Point2, factor: number): Point2 => [a[0] * factor, a[1] * factor]
export const dot = (a: Point2, b: Point2): number => a[0] * b[0] + a[1] * b[1]
export const distance = (a: Point2, b: Point2): number => Math.hypot(a[0] - b[0], a[1] - b[1])
/** A quarter turn counter-clockwise: the left side of a direction. */
export const leftOf = (direction: Point2): Point2 => [-direction[1], direction[0]]

/** Unit vector from a to b; [1, 0] where they coincide. */
export function direction(a: Point2, b: Point2): Point2 {
  const length = distance(a, b)
  return length > 1e-9 ? [(b[0] - a[0]) / length, (b[1] - a[1]) / length] : [1, 0]
}

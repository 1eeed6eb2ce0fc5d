import type { Point } from './film-path.ts'

/**
 * A monotone cubic through points of ascending x (Fritsch and Carlson, 1980): no overshoot, no jump in slope; level where
 * neighbours are equal.
 *
 * @param ends `level`: slope 0 at both ends.
 */
export function monotoneCurve(
  xs: readonly number[],
  ys: readonly number[],
  ends: 'level' | 'free',
): (x: number) => number {
  const rises = xs.slice(1).map((x, index) => (ys[index + 1]! - ys[index]!) / (x - xs[index]!))
  const slopes = xs.map((_, index) => {
    const [before, after] = [rises[index - 1], rises[index]]
    if (before === undefined || after === undefined) return ends === 'level' ? 0 : (before ?? after ?? 0)
    if (before * after <= 0) return 0
    const [left, right] = [xs[index]! - xs[index - 1]!, xs[index + 1]! - xs[index]!]
    return (3 * (left + right)) / ((2 * right + left) / before + (right + 2 * left) / after)
  })
  return (x) => {
    const from = segmentOf(xs, x)
    const width = xs[from + 1]! - xs[from]!
    const t = Math.min(1, Math.max(0, (x - xs[from]!) / width))
    const [start, end] = [ys[from]!, ys[from + 1]!]
    const [a, b] = [slopes[from]! * width, slopes[from + 1]! * width]
    return start + t * (a + t * (3 * (end - start) - 2 * a - b + t * (2 * (start - end) + a + b)))
  }
}

/** Straight lines between points of ascending x. */
export function straightCurve(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  return (x) => {
    const from = segmentOf(xs, x)
    const t = Math.min(1, Math.max(0, (x - xs[from]!) / (xs[from + 1]! - xs[from]!)))
    return ys[from]! * (1 - t) + ys[from + 1]! * t
  }
}

/** Index of the last point at or before x; the last segment for all beyond. */
function segmentOf(xs: readonly number[], x: number): number {
  let low = 0
  let high = xs.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (xs[middle]! <= x) low = middle
    else high = middle - 1
  }
  return low
}

/** Steps that a stretch between two points is measured in. */
const STEPS = 48
/** Nearer points are one: the camera stands still. */
const SAME = 1e-6

export type Course = {
  /** Metres from the start at each point. */
  readonly lengths: readonly number[]
  /** Where one is after so many metres. */
  readonly at: (length: number) => Point
}

/** A smooth way through all points: a centripetal Catmull-Rom curve (no loops, no cusps), measured by its length. */
export function smoothCourse(points: readonly Point[]): Course {
  const lengths = [0]
  const marks: { length: number; point: Point }[] = [{ length: 0, point: points[0]! }]
  let length = 0
  let last = points[0]!
  for (let index = 0; index + 1 < points.length; index++) {
    const stretch = stretchBetween(points, index)
    for (let step = 1; step <= STEPS; step++) {
      const point = step === STEPS ? points[index + 1]! : stretch(step / STEPS)
      length += Math.hypot(point[0] - last[0], point[1] - last[1], point[2] - last[2])
      marks.push({ length, point })
      last = point
    }
    lengths.push(length)
  }
  return { lengths, at: (wanted) => placeAt(marks, wanted) }
}

function placeAt(marks: readonly { length: number; point: Point }[], wanted: number): Point {
  let low = 0
  let high = marks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.length < wanted) low = middle + 1
    else high = middle
  }
  const after = marks[low]!
  const before = marks[Math.max(0, low - 1)]!
  const span = after.length - before.length
  const t = span > 0 ? Math.min(1, Math.max(0, (wanted - before.length) / span)) : 1
  return mix(before.point, after.point, 1 - t, t)
}

function mix(a: Point, b: Point, atA: number, atB: number): Point {
  return [a[0] * atA + b[0] * atB, a[1] * atA + b[1] * atB, a[2] * atA + b[2] * atB]
}

/** Barry and Goldman's pyramid with knots by the root of the distance; missing neighbours are mirrored. */
function stretchBetween(points: readonly Point[], index: number): (fraction: number) => Point {
  const [b, c] = [points[index]!, points[index + 1]!]
  const knot = (from: Point, to: Point) => Math.sqrt(Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]))
  const width = knot(b, c)
  if (width < SAME) return () => b
  const mirrored = (near: Point, far: Point) => mix(near, far, 2, -1)
  const a = distinct(points[index - 1], b) ?? mirrored(b, c)
  const d = distinct(points[index + 2], c) ?? mirrored(c, b)
  const [t0, t1, t2, t3] = [-knot(a, b), 0, width, width + knot(c, d)] as const
  const between = (from: Point, to: Point, start: number, end: number, t: number) =>
    mix(from, to, (end - t) / (end - start), (t - start) / (end - start))
  return (fraction) => {
    const t = fraction * width
    const [ab, bc, cd] = [between(a, b, t0, t1, t), between(b, c, t1, t2, t), between(c, d, t2, t3, t)]
    return between(between(ab, bc, t0, t2, t), between(bc, cd, t1, t3, t), t1, t2, t)
  }
}

/** A neighbour at the same place says no direction: the camera stopped there. */
function distinct(neighbour: Point | undefined, point: Point): Point | undefined {
  const isNear =
    neighbour && Math.hypot(neighbour[0] - point[0], neighbour[1] - point[1], neighbour[2] - point[2]) < SAME
  return isNear ? undefined : neighbour
}

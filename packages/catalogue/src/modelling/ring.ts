import type { Range } from './geometry.ts'

export type Point = readonly [number, number]

/** Plan outlines, counter-clockwise, first point not repeated. */

export function rectangle(x: Range, y: Range): Point[] {
  return [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ]
}

/** `radius` is cut down to half the short side; four corners of `segments` pieces each. */
export function roundedRectangle(x: Range, y: Range, radius: number, segments = 4): Point[] {
  const r = Math.min(radius, (x[1] - x[0]) * 0.49, (y[1] - y[0]) * 0.49)
  if (r <= 1e-5) return rectangle(x, y)
  return [
    ...arc(x[1] - r, y[0] + r, r, r, -Math.PI / 2, 0, segments),
    ...arc(x[1] - r, y[1] - r, r, r, 0, Math.PI / 2, segments),
    ...arc(x[0] + r, y[1] - r, r, r, Math.PI / 2, Math.PI, segments),
    ...arc(x[0] + r, y[0] + r, r, r, Math.PI, Math.PI * 1.5, segments),
  ]
}

/** Open arc of an ellipse, both ends included. */
export function arc(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  from: number,
  to: number,
  segments: number,
): Point[] {
  return Array.from({ length: segments + 1 }, (_, k): Point => {
    const angle = from + ((to - from) * k) / segments
    return [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry]
  })
}

/** `segments` should be a multiple of four, so that the outline touches all four sides of its box. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, segments = 24): Point[] {
  return arc(cx, cy, rx, ry, 0, Math.PI * 2, segments).slice(0, -1)
}

/** Between an ellipse (power 2) and its box (power → ∞). */
export function superellipse(cx: number, cy: number, rx: number, ry: number, power: number, segments = 24): Point[] {
  const bend = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / power)
  return Array.from({ length: segments }, (_, k): Point => {
    const angle = (Math.PI * 2 * k) / segments
    return [cx + bend(Math.cos(angle)) * rx, cy + bend(Math.sin(angle)) * ry]
  })
}

/** Top shape of a table: round, oval, half round (straight at the back), octagonal, else a rectangle with eased corners. */
export function tableRing(shape: string | undefined, x: Range, y: Range, corner = 0.02): Point[] {
  const cx = (x[0] + x[1]) / 2
  const cy = (y[0] + y[1]) / 2
  const rx = (x[1] - x[0]) / 2
  const ry = (y[1] - y[0]) / 2
  if (shape === 'round') return ellipse(cx, cy, rx, ry, 40)
  if (shape === 'oval') return superellipse(cx, cy, rx, ry, 2.6, 40)
  if (shape === 'half_round') return arc(cx, y[1], rx, ry * 2, Math.PI, Math.PI * 2, 24)
  if (shape === 'octagonal') {
    const [a, b] = [rx * 0.42, ry * 0.42]
    return [
      [cx + a, y[0]],
      [x[1], cy - b],
      [x[1], cy + b],
      [cx + a, y[1]],
      [cx - a, y[1]],
      [x[0], cy + b],
      [x[0], cy - b],
      [cx - a, y[0]],
    ]
  }
  return roundedRectangle(x, y, corner, 4)
}

/** A smooth closed outline through points (counter-clockwise), by Catmull-Rom pieces. */
export function smoothRing(points: readonly Point[], pieces = 4): Point[] {
  const n = points.length
  return points.flatMap((b, k) => {
    const [a, c, d] = [points[(k + n - 1) % n]!, points[(k + 1) % n]!, points[(k + 2) % n]!]
    return Array.from({ length: pieces }, (_, j): Point => {
      const t = j / pieces
      const at = (i: 0 | 1) =>
        0.5 *
        (2 * b[i] +
          (c[i] - a[i]) * t +
          (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
          (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t)
      return [at(0), at(1)]
    })
  })
}

/** A whole outline from its right half, bottom to top; points on the axis (x = 0) are kept once. */
export function symmetricRing(right: readonly Point[]): Point[] {
  const left = right.filter(([x]) => x > 1e-9).map(([x, y]): Point => [-x, y])
  return [...right, ...left.reverse()]
}

/** Pulls a ring towards a point: for insets of convex outlines. */
export function shrink(ring: readonly Point[], distance: number): Point[] {
  const n = ring.length
  return ring.map((p, k): Point => {
    const a = ring[(k + n - 1) % n]!
    const b = ring[(k + 1) % n]!
    const e = normalOf(a, p)
    const f = normalOf(p, b)
    const bx = e[0] + f[0]
    const by = e[1] + f[1]
    const scale = distance / Math.max(0.35, (bx * bx + by * by) / 2)
    return [p[0] - bx * scale, p[1] - by * scale]
  })
}

/** Outward unit normal of the edge a → b of a counter-clockwise ring. */
export function normalOf(a: Point, b: Point): Point {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.hypot(dx, dy) || 1
  return [dy / length, -dx / length]
}

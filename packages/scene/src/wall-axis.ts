import {
  arcLength,
  arcThrough,
  closestPointOnSegment,
  flattenArc,
  type Point2,
  segmentParameter,
} from '@enfilade/geometry'
import { ARC_TOLERANCE } from './limits.ts'

/** The line or arc that a wall follows. */
export type Axis = { readonly start: Point2; readonly end: Point2; readonly bulge?: number }

/** A place on an axis: the point, and the unit direction from a to b there. */
export type AxisFrame = { readonly point: Point2; readonly direction: Point2 }

export function axisLength(axis: Axis): number {
  return arcLength(axis.start, axis.end, axis.bulge ?? 0)
}

/** The place `along` metres from the start; beyond the ends the axis goes on straight. */
export function axisFrame(axis: Axis, along: number): AxisFrame {
  const { start, end } = axis
  const arc = arcThrough(start, end, axis.bulge ?? 0)
  if (!arc) {
    const length = Math.hypot(end[0] - start[0], end[1] - start[1])
    const direction: Point2 = length > 0 ? [(end[0] - start[0]) / length, (end[1] - start[1]) / length] : [1, 0]
    return { point: [start[0] + direction[0] * along, start[1] + direction[1] * along], direction }
  }
  const length = arc.radius * Math.abs(arc.sweep)
  const on = Math.min(length, Math.max(0, along))
  const way = Math.sign(arc.sweep)
  const angle = arc.startAngle + (way * on) / arc.radius
  const direction: Point2 = [-Math.sin(angle) * way, Math.cos(angle) * way]
  const beyond = along - on
  return {
    point: [
      arc.center[0] + arc.radius * Math.cos(angle) + direction[0] * beyond,
      arc.center[1] + arc.radius * Math.sin(angle) + direction[1] * beyond,
    ],
    direction,
  }
}

/** The distance along the axis of its point nearest to `point`, with that nearest distance. */
export function projectOnAxis(axis: Axis, point: Point2): { readonly along: number; readonly distance: number } {
  const { start, end } = axis
  const arc = arcThrough(start, end, axis.bulge ?? 0)
  if (!arc) {
    const near = closestPointOnSegment(point, start, end)
    const length = Math.hypot(end[0] - start[0], end[1] - start[1])
    const along = segmentParameter(point, start, end) * length
    return { along, distance: Math.hypot(point[0] - near[0], point[1] - near[1]) }
  }
  const angle = Math.atan2(point[1] - arc.center[1], point[0] - arc.center[0])
  const turn = 2 * Math.PI
  const way = Math.sign(arc.sweep)
  const swept = ((((angle - arc.startAngle) * way) % turn) + turn) % turn
  const sweep = Math.abs(arc.sweep)
  if (swept <= sweep) {
    const radial = Math.hypot(point[0] - arc.center[0], point[1] - arc.center[1])
    return { along: swept * arc.radius, distance: Math.abs(radial - arc.radius) }
  }
  const toStart = Math.hypot(point[0] - start[0], point[1] - start[1])
  const toEnd = Math.hypot(point[0] - end[0], point[1] - end[1])
  return toStart <= toEnd ? { along: 0, distance: toStart } : { along: sweep * arc.radius, distance: toEnd }
}

/** The axis as a polyline from start to end. */
export function flattenAxis(axis: Axis): readonly Point2[] {
  return flattenArc(axis.start, axis.end, axis.bulge ?? 0, ARC_TOLERANCE)
}

/** Where a straight segment crosses the axis, as distances along it. */
export function crossAxis(axis: Axis, from: Point2, to: Point2): number[] {
  const arc = arcThrough(axis.start, axis.end, axis.bulge ?? 0)
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const square = dx * dx + dy * dy
  if (!(square > 0)) return []
  if (!arc) {
    const ax = axis.end[0] - axis.start[0]
    const ay = axis.end[1] - axis.start[1]
    const cross = ax * dy - ay * dx
    if (cross === 0) return []
    const ox = from[0] - axis.start[0]
    const oy = from[1] - axis.start[1]
    const t = (ox * dy - oy * dx) / cross
    const s = (ox * ay - oy * ax) / cross
    return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? [t * Math.hypot(ax, ay)] : []
  }
  const ox = from[0] - arc.center[0]
  const oy = from[1] - arc.center[1]
  const half = ox * dx + oy * dy
  const root = half * half - square * (ox * ox + oy * oy - arc.radius * arc.radius)
  if (root < 0) return []
  const alongs: number[] = []
  for (const sign of root === 0 ? [0] : [-1, 1]) {
    const s = (-half + sign * Math.sqrt(root)) / square
    if (s < 0 || s > 1) continue
    const hit = projectOnAxis(axis, [from[0] + dx * s, from[1] + dy * s])
    if (hit.distance < 1e-9) alongs.push(hit.along)
  }
  return alongs
}

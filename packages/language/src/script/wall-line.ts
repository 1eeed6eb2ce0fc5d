import type { Point2 } from '@enfilade/scene'

/** A wall's axis: from `start` to `end`, bulging to the left by `bulge` half chords (0: straight). */
export type Axis = { readonly start: Point2; readonly end: Point2; readonly bulge: number }

type Arc = { readonly center: Point2; readonly radius: number; readonly from: number; readonly sweep: number }

/** Below this the arc is within a nanometre of its chord for any wall one can build. */
const STRAIGHT = 1e-9

/** The point on the axis at a distance from its start; beyond the ends the axis goes on as it is. */
export function pointAlong(axis: Axis, along: number): Point2 {
  const arc = arcOf(axis)
  if (arc) {
    const angle = arc.from + (along / arc.radius) * Math.sign(arc.sweep)
    return [arc.center[0] + arc.radius * Math.cos(angle), arc.center[1] + arc.radius * Math.sin(angle)]
  }
  const [dx, dy] = direction(axis)
  return [axis.start[0] + dx * along, axis.start[1] + dy * along]
}

/** Distance along the axis of its point nearest to a plan point (on the extended line; on the arc's nearer end outside it). */
export function alongOf(axis: Axis, point: Point2): number {
  const arc = arcOf(axis)
  if (!arc) {
    const [dx, dy] = direction(axis)
    return (point[0] - axis.start[0]) * dx + (point[1] - axis.start[1]) * dy
  }
  const turn = 2 * Math.PI
  const angle = Math.atan2(point[1] - arc.center[1], point[0] - arc.center[0])
  const way = ((((angle - arc.from) * Math.sign(arc.sweep)) % turn) + turn) % turn
  const sweep = Math.abs(arc.sweep)
  if (way <= sweep) return way * arc.radius
  return way - sweep < turn - way ? sweep * arc.radius : 0
}

/** Length of the axis, along the arc if it is one. */
export function axisLength(axis: Axis): number {
  const arc = arcOf(axis)
  return arc ? Math.abs(arc.sweep) * arc.radius : Math.hypot(axis.end[0] - axis.start[0], axis.end[1] - axis.start[1])
}

/** Unit vector from start to end; along x where they coincide. */
export function direction(axis: Axis): Point2 {
  const dx = axis.end[0] - axis.start[0]
  const dy = axis.end[1] - axis.start[1]
  const length = Math.hypot(dx, dy)
  return length > 0 ? [dx / length, dy / length] : [1, 0]
}

/** The circle of a bulging axis: an arc that rises `bulge` half chords to the left of its chord. */
function arcOf(axis: Axis): Arc | undefined {
  const { start, end, bulge } = axis
  const half = Math.hypot(end[0] - start[0], end[1] - start[1]) / 2
  if (Math.abs(bulge) < STRAIGHT || half === 0) return undefined
  const [dx, dy] = direction(axis)
  const radius = (half * (1 + bulge * bulge)) / (2 * Math.abs(bulge))
  // Signed distance of the centre to the left of the chord.
  const offset = (half * (bulge * bulge - 1)) / (2 * bulge)
  const center: Point2 = [(start[0] + end[0]) / 2 - dy * offset, (start[1] + end[1]) / 2 + dx * offset]
  const from = Math.atan2(start[1] - center[1], start[0] - center[0])
  return { center, radius, from, sweep: -4 * Math.atan(bulge) }
}

import type { Point2 } from './point.ts'

/** Below this an arc of any sensible length is straight to a tenth of a millimetre. */
const STRAIGHT_BULGE = 1e-6
/** A full circle in quarter-degree steps: more never shows. */
const MAX_ARC_STEPS = 1440

/** Centre, radius and sweep of the arc from a to b. Sweep is positive counter-clockwise (the middle is to the right). */
export type Arc = {
  readonly center: Point2
  readonly radius: number
  readonly startAngle: number
  readonly sweep: number
}

/**
 * The circle arc from a to b.
 *
 * @param bulge Middle offset over the half chord, positive to the left of a → b.
 * @returns Undefined when the bulge is too small for an arc, or a and b are the same point.
 */
export function arcThrough(a: Point2, b: Point2, bulge: number): Arc | undefined {
  const chordX = b[0] - a[0]
  const chordY = b[1] - a[1]
  const half = Math.hypot(chordX, chordY) / 2
  if (!(half > 0) || Math.abs(bulge) < STRAIGHT_BULGE) return undefined
  // The centre is on the chord's perpendicular; `rise` is its signed offset to the left.
  const rise = (half * (bulge * bulge - 1)) / (2 * bulge)
  const leftX = -chordY / (2 * half)
  const leftY = chordX / (2 * half)
  const center: Point2 = [(a[0] + b[0]) / 2 + leftX * rise, (a[1] + b[1]) / 2 + leftY * rise]
  return {
    center,
    radius: (half * (1 + bulge * bulge)) / (2 * Math.abs(bulge)),
    startAngle: Math.atan2(a[1] - center[1], a[0] - center[0]),
    sweep: -4 * Math.atan(bulge),
  }
}

/** Length of the arc from a to b, or of the straight line where there is no bulge. */
export function arcLength(a: Point2, b: Point2, bulge: number): number {
  const arc = arcThrough(a, b, bulge)
  return arc ? arc.radius * Math.abs(arc.sweep) : Math.hypot(b[0] - a[0], b[1] - a[1])
}

/**
 * A polyline along the arc from a to b, both ends included and exact.
 *
 * @param bulge Middle offset over the half chord, positive to the left of a → b; 0 is the straight line.
 * @param tolerance Greatest distance between arc and polyline, metres.
 */
export function flattenArc(a: Point2, b: Point2, bulge: number, tolerance: number): Point2[] {
  const arc = arcThrough(a, b, bulge)
  if (!arc) return [a, b]
  const ratio = Math.min(1, Math.max(0, tolerance) / arc.radius)
  const stepAngle = 2 * Math.acos(1 - ratio)
  const wanted = stepAngle > 0 ? Math.ceil(Math.abs(arc.sweep) / stepAngle) : MAX_ARC_STEPS
  const steps = Math.min(MAX_ARC_STEPS, Math.max(2, wanted))
  const points: Point2[] = [a]
  for (let i = 1; i < steps; i++) {
    const angle = arc.startAngle + (arc.sweep * i) / steps
    points.push([arc.center[0] + arc.radius * Math.cos(angle), arc.center[1] + arc.radius * Math.sin(angle)])
  }
  points.push(b)
  return points
}

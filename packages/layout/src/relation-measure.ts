import { boxFront, type OrientedBox } from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import type { Bounds } from './brief.ts'

/**
 * How far a relation is from holding. `miss`: beyond what still counts, 0 holds; `ideal`: beyond what is clearly so, 0 is
 * comfortable (never below `miss`). Metres; angles count their radians as metres.
 */
export type RelationMeasure = {
  readonly miss: number
  readonly ideal: number
  readonly measured: number
  readonly demanded: number
  readonly unit: 'm' | 'rad'
}

/** A said distance holds within this, metres. */
const EXACT = 0.03
/** Half way from what counts to what is exactly so. */
const EXACT_GOAL = 0.01

export const holds = (measured: number, demanded: number, unit: 'm' | 'rad' = 'm'): RelationMeasure => ({
  miss: 0,
  ideal: 0,
  measured,
  demanded,
  unit,
})

/** At most `limit`, rather at most `goal`. */
export const atMost = (
  measured: number,
  limit: number,
  goal = limit * 0.6,
  unit: 'm' | 'rad' = 'm',
): RelationMeasure => ({
  miss: Math.max(0, measured - limit),
  ideal: Math.max(0, measured - goal),
  measured,
  demanded: limit,
  unit,
})

/** At least `limit`, rather at least `goal`. */
export const atLeast = (measured: number, limit: number, goal = limit * 1.15): RelationMeasure => ({
  miss: Math.max(0, limit - measured),
  ideal: Math.max(0, goal - measured),
  measured,
  demanded: limit,
  unit: 'm',
})

export const withinBounds = (measured: number, { exact, min, max }: Bounds): RelationMeasure => {
  if (exact !== undefined) {
    const off = Math.abs(measured - exact)
    return {
      miss: Math.max(0, off - EXACT),
      ideal: Math.max(0, off - EXACT_GOAL),
      measured,
      demanded: exact,
      unit: 'm',
    }
  }
  if (min !== undefined && measured < min + 0.02) return { ...atLeast(measured, min, min + 0.02) }
  const most = max ?? Number.POSITIVE_INFINITY
  return { ...atMost(measured, most, Math.max(most - 0.02, (min ?? 0) + 0.01)) }
}

/** The worse of two measures leads; what both miss adds up. */
export const both = (first: RelationMeasure, second: RelationMeasure): RelationMeasure => {
  const lead = second.miss > first.miss ? second : first
  return { ...lead, miss: first.miss + second.miss, ideal: first.ideal + second.ideal }
}

/** A measure with a further demand: `extra` metres beyond what counts, `goal` metres beyond what is comfortable. */
export const worse = (first: RelationMeasure, extra: number, goal = extra): RelationMeasure => ({
  ...first,
  miss: first.miss + Math.max(0, extra),
  ideal: first.ideal + Math.max(0, extra, goal),
})

export const negate = (measure: RelationMeasure): RelationMeasure =>
  measure.miss > 0.1
    ? { ...measure, miss: 0, ideal: Math.max(0, 0.4 - measure.miss) }
    : { ...measure, miss: 0.5, ideal: 0.9 }

/** Angle between the front of a box and the way to a point, 0 … π. */
export const angleTo = (box: OrientedBox, point: Point2): number => {
  const front = boxFront(box)
  const dx = point[0] - box.x
  const dy = point[1] - box.y
  const length = Math.hypot(dx, dy)
  return length < 1e-6 ? 0 : Math.acos(Math.max(-1, Math.min(1, (dx * front[0] + dy * front[1]) / length)))
}

/** What still counts as facing, and what clearly is. */
export const FACING = 0.44
export const FACING_GOAL = 0.14

/** Random shapes for tests only: no other module imports this. */
import * as fc from 'fast-check'
import type { Point2, Ring } from './point.ts'
import { createRandom, type Random } from './random.ts'

/** One fixed seed by default, so that a run repeats; FUZZ_SEED tries others. Fast-check prints it when a property fails. */
export const fuzz = { seed: Number(process.env.FUZZ_SEED ?? 20_261), numRuns: Number(process.env.FUZZ_RUNS ?? 200) }

/** A counter-clockwise star-shaped polygon round a point: simple, seldom convex. */
export function starRing(random: Random, count: number, center: Point2 = [0, 0], size = 5): Ring {
  const angles = Array.from({ length: count }, (_, i) => ((i + 0.9 * random()) / count) * 2 * Math.PI)
  return angles.map((angle) => {
    const radius = size * (0.2 + 0.8 * random())
    return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)]
  })
}

/** A counter-clockwise staircase polygon with axis-parallel edges on a coarse grid: many collinear and touching cases. */
export function stairRing(random: Random, steps: number): Ring {
  const tops: number[] = Array.from({ length: steps }, () => 1 + random.int(4))
  const ring: Point2[] = [
    [0, 0],
    [steps, 0],
  ]
  for (let i = steps - 1; i >= 0; i--) {
    ring.push([i + 1, tops[i]!], [i, tops[i]!])
  }
  return ring.filter((p, i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!
    return p[0] !== before[0] || p[1] !== before[1]
  })
}

/** A property over a seeded source of randomness. */
export function forAll(check: (random: Random) => void, numRuns = fuzz.numRuns): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => check(createRandom(seed))),
    { seed: fuzz.seed, numRuns },
  )
}

/** Point in polygon by the sum of angles: an answer that shares nothing with ours. */
export function windsRound(point: Point2, ring: Ring): boolean {
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const [ax, ay, bx, by] = [a[0] - point[0], a[1] - point[1], b[0] - point[0], b[1] - point[1]]
    sum += Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
  }
  return Math.abs(sum) > Math.PI
}

/** Nearest distance from a point to an outline by dense sampling; at most `step` / 2 too large. */
export function sampledDistance(point: Point2, ring: Ring, step: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step))
    for (let k = 0; k <= count; k++) {
      const t = k / count
      best = Math.min(best, Math.hypot(a[0] + (b[0] - a[0]) * t - point[0], a[1] + (b[1] - a[1]) * t - point[1]))
    }
  }
  return best
}

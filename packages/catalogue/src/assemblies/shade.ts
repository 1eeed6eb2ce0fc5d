import type { Geometry } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import type { Point } from '../modelling/ring.ts'

/** An open lamp shade: a thin wall between two heights, drum or cone. */
export function shade(
  x: number,
  y: number,
  from: number,
  to: number,
  radius: number,
  topRadius: number,
  segments = 24,
): Geometry {
  const t = 0.004
  const profile: Point[] = [
    [radius - t, from],
    [radius, from],
    [topRadius, to],
    [topRadius - t, to],
    [radius - t, from],
  ]
  return lathe(x, y, profile, segments)
}

/** A dome that is open below, thickness included: pendant bells, bowls upside down. */
export function dome(
  x: number,
  y: number,
  from: number,
  to: number,
  radius: number,
  neck: number,
  segments = 24,
): Geometry {
  const t = 0.006
  const steps = 7
  const height = to - from
  const outer = Array.from({ length: steps + 1 }, (_, k): Point => {
    const a = (Math.PI / 2) * (k / steps)
    return [neck + (radius - neck) * Math.cos(a), from + height * Math.sin(a)]
  })
  const inner = Array.from({ length: steps + 1 }, (_, k): Point => {
    const a = (Math.PI / 2) * (1 - k / steps)
    return [Math.max(0, neck + (radius - neck) * Math.cos(a) - t), from + (height - t) * Math.sin(a)]
  })
  return lathe(x, y, [...outer, [0, to], [0, to - t], ...inner, [radius, from]], segments)
}

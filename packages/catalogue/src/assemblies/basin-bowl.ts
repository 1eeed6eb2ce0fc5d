import type { Geometry } from '../modelling/geometry.ts'
import { loft, section } from '../modelling/loft.ts'
import { type Point, superellipse } from '../modelling/ring.ts'

export type Bowl = {
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry: number
  readonly power?: number
}

export function bowlRing({ x, y, rx, ry, power = 3 }: Bowl, grow = 0, segments = 28): Point[] {
  return superellipse(x, y, rx + grow, ry + grow, power, segments)
}

/** The hollow of a basin seen from above: from the rim at `top` down to a flat floor. One-sided; its outside is hidden. */
export function hollow(bowl: Bowl, top: number, depth: number): Geometry {
  const scaled = (k: number) => bowlRing({ ...bowl, rx: bowl.rx * k, ry: bowl.ry * k })
  return loft(
    [
      section(bowlRing(bowl), top),
      section(scaled(0.94), top - depth * 0.55),
      section(scaled(0.8), top - depth * 0.92),
      section(scaled(0.55), top - depth),
    ],
    { caps: 'end', creaseDeg: 70 },
  )
}

/** A free-standing bowl: foot, outer wall, rim and hollow. */
export function vessel(bowl: Bowl, from: number, to: number, wall = 0.016, foot = 0.6): Geometry {
  const at = (k: number, grow = 0) => bowlRing({ ...bowl, rx: bowl.rx * k, ry: bowl.ry * k }, grow)
  const h = to - from
  const deep = to - h * 0.82
  return loft(
    [
      section(at(foot), from),
      section(at(foot + (1 - foot) * 0.55), from + h * 0.3),
      section(at(foot + (1 - foot) * 0.85), from + h * 0.62),
      section(at(1, -0.002), to - 0.004),
      section(at(1, -0.004), to),
      section(at(1, -wall), to),
      section(at(0.86, -wall), to - h * 0.4),
      section(at(0.62, -wall), deep + h * 0.06),
      section(at(0.4, -wall), deep),
    ],
    { creaseDeg: 60 },
  )
}

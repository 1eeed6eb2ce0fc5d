import type { Model } from '../mesh.ts'
import { hexahedron } from '../modelling/box.ts'
import type { Geometry, Range, Vector3 } from '../modelling/geometry.ts'
import { section } from '../modelling/loft.ts'
import { rectangle } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'

export type LegOptions = {
  /** Thickness at the top, metres; feet are 60 % of it. */
  readonly thickness: number
  /** How far feet stand outside their tops, metres. */
  readonly splay?: number
  readonly round?: boolean
}

/** Four legs whose feet stand in the corners of the given rectangle. */
export function addLegs(model: Model, slot: string, x: Range, y: Range, z: Range, options: LegOptions): void {
  for (const [px, sx] of [
    [x[0], 1],
    [x[1], -1],
  ] as const) {
    for (const [py, sy] of [
      [y[0], 1],
      [y[1], -1],
    ] as const)
      model.add(slot, leg([px, py], [sx, sy], z, options))
  }
}

/** One leg: its foot touches the corner `at`; `inward` says towards which side the body lies (±1, or 0: centred). */
export function leg(
  at: readonly [number, number],
  inward: readonly [number, number],
  z: Range,
  options: LegOptions,
): Geometry {
  const top = options.thickness
  const foot = top * 0.6
  const splay = options.splay ?? 0
  const fx = at[0] + (inward[0] * foot) / 2
  const fy = at[1] + (inward[1] * foot) / 2
  const tx = at[0] + inward[0] * (top / 2 + splay)
  const ty = at[1] + inward[1] * (top / 2 + splay)
  if (options.round) {
    // The end discs of a slanting tube dip below its path.
    const slant = Math.hypot(tx - fx, ty - fy)
    const sine = slant / Math.hypot(slant, z[1] - z[0])
    const rise = (foot / 2) * sine
    return tube(
      [
        [fx, fy, z[0] + rise],
        [tx, ty, z[1] - (top / 2) * sine],
      ] satisfies Vector3[],
      foot / 2,
      { endRadius: top / 2, segments: 10 },
    )
  }
  const square = (cx: number, cy: number, side: number) =>
    rectangle([cx - side / 2, cx + side / 2], [cy - side / 2, cy + side / 2])
  return hexahedron(section(square(fx, fy, foot), z[0]), section(square(tx, ty, top), z[1]))
}

import type { Model } from '../mesh.ts'
import type { Range } from '../modelling/geometry.ts'
import { rod } from '../modelling/prism.ts'
import type { Point } from '../modelling/ring.ts'

export type BarsOptions = { readonly pitch?: number; readonly radius?: number; readonly rail?: number }

/** Upright bars between two rails from one point in plan to another: gates, pens, cages, guard rails. */
export function addBars(
  model: Model,
  slot: string,
  from: Point,
  to: Point,
  z: Range,
  { pitch = 0.07, radius = 0.007, rail = 0.014 }: BarsOptions = {},
): void {
  const count = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / pitch))
  for (const at of [z[0] + rail, z[1] - rail])
    model.add(slot, rod([from[0], from[1], at], [to[0], to[1], at], rail, { segments: 6 }))
  for (let k = 0; k <= count; k++) {
    const t = k / count
    const [x, y] = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    model.add(slot, rod([x, y, z[0] + rail], [x, y, z[1] - rail], radius, { segments: 5 }))
  }
}

import type { BuildParameters } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline, type SymbolPath } from '../symbol.ts'

/** A wide soft chair with three rolls to lean on. Slots `base`, `upholstery`. */
export function reclinerShape(model: Model, { size: [w, d, h] }: BuildParameters): void {
  const arm = w * 0.19
  const seat = 0.46
  const x: Range = [-w / 2, w / 2]
  const y: Range = [-d / 2, d / 2]
  model.add('base', box([x[0] + 0.08, x[1] - 0.08], [y[0] + 0.12, y[1] - 0.1], [0, 0.06], 0.005))
  const soft = (a: Range, b: Range, z: Range, radius: number, crown = 0) =>
    model.add('upholstery', softBox(a, b, z, { radius, segments: 2, crown }))
  for (const a of [
    [x[0], x[0] + arm],
    [x[1] - arm, x[1]],
  ] as const)
    soft(a, [y[0] + 0.03, y[1] - 0.06], [0.06, seat + 0.18], 0.06, 0.015)
  const inner: Range = [x[0] + arm + 0.003, x[1] - arm - 0.003]
  soft(inner, [y[0] + 0.02, y[1] - 0.2], [0.08, seat * 0.62], 0.03)
  soft(inner, [y[0], y[1] - 0.2], [seat * 0.6, seat], 0.06, 0.03)
  const lean = 0.2
  const thick = 0.2
  const high = (h - 0.3) / Math.cos(lean) - thick * Math.sin(lean) * 0.5
  const cushions: [number, number][] = [
    [0, 0.36],
    [0.36, 0.68],
    [0.68, 1],
  ]
  for (const [from, to] of cushions) {
    const g = softBox([inner[0] - 0.03, inner[1] + 0.03], [-thick, 0], [high * from + 0.003, high * to], {
      radius: 0.06,
      crown: 0.04,
      face: 'front',
      segments: 2,
    })
    model.add(
      'upholstery',
      move(turn(g, 'x', -lean), 0, y[1] - high * Math.sin(lean) - 0.002, h - high * Math.cos(lean) - 0.002),
    )
  }
}

export function reclinerSymbol({ size: [w, d] }: BuildParameters): SymbolPath[] {
  return [
    outline(footprint(w, d, 0.08)),
    detail(block([-w * 0.31, w * 0.31], [-d / 2 + 0.01, d / 2 - d * 0.28], 0.05)),
    detail(block([-w * 0.34, w * 0.34], [d / 2 - d * 0.27, d / 2 - 0.02], 0.06)),
    detail(block([-w * 0.31, w * 0.31], [-d / 2 + 0.01, -d / 2 + d * 0.18], 0.04)),
  ]
}

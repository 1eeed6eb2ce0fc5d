import type { BuildParameters } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { dashed, footprint, outline, type SymbolPath, stroke } from '../symbol.ts'
import { addBedding, drawBedding } from './bedding.ts'
import { fieldsFor } from './cabinet.ts'

const POST = 0.055
const RAIL = 0.025

/** Two beds over each other, or (variant loft) one over free space; the ladder is on the right, near the foot. */
export function bunkShape(model: Model, { size: [w, d, h], variant }: BuildParameters): void {
  const x: Range = [-w / 2, w / 2]
  const y: Range = [-d / 2, d / 2]
  for (const px of [x[0], x[1] - POST])
    for (const py of [y[0], y[1] - POST]) model.add('frame', box([px, px + POST], [py, py + POST], [0, h], 0.005))
  const upper = h - 0.37
  const decks = variant === 'loft' ? [upper] : [Math.min(0.24, h * 0.15), upper]
  for (const [k, z] of decks.entries()) {
    const rail: Range = [z, z + 0.12]
    for (const px of [x[0] + 0.012, x[1] - 0.012 - RAIL])
      model.add('frame', box([px, px + RAIL], [y[0] + POST, y[1] - POST], rail, 0.003))
    for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
      model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], rail, 0.003))
    model.add('frame', box([x[0] + 0.03, x[1] - 0.03], [y[0] + 0.03, y[1] - 0.03], [z + 0.02, z + 0.045], 0))
    addBedding(model, {
      x: [x[0] + POST * 0.8, x[1] - POST * 0.8],
      y: [y[0] + POST, y[1] - POST],
      z: [z + 0.045, z + 0.045 + 0.14],
      throw: k === 0,
    })
  }
  // Guard rails around the upper bed leave a gap for the ladder on the right, near the foot.
  const ladder: Range = [y[0] + POST + 0.02, y[0] + POST + 0.42]
  for (const z of [upper + 0.2, h - 0.055]) {
    const bar: Range = [z, z + 0.045]
    model.add('frame', box([x[0] + 0.012, x[0] + 0.012 + RAIL], [y[0] + POST, y[1] - POST], bar, 0.004))
    model.add('frame', box([x[1] - 0.012 - RAIL, x[1] - 0.012], [ladder[1], y[1] - POST], bar, 0.004))
    for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
      model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], bar, 0.004))
  }
  for (const side of ladder)
    model.add('frame', box([x[1] - 0.03, x[1] - 0.002], span(side, 0.04), [0, h - 0.02], 0.004))
  const rungs = fieldsFor(upper, 0.26)
  for (let k = 1; k <= rungs; k++)
    model.add('frame', box([x[1] - 0.028, x[1] - 0.004], ladder, span((upper * k) / (rungs + 0.3), 0.035), 0.004))
  if (variant === 'loft') return
  for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
    model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], [decks[0]! + 0.2, decks[0]! + 0.34], 0.004))
}

export function bunkSymbol({ size: [w, d] }: BuildParameters): SymbolPath[] {
  return [
    outline(footprint(w, d)),
    ...drawBedding([-w / 2 + POST, w / 2 - POST], [-d / 2 + POST, d / 2 - POST]),
    dashed(footprint(w - 0.05, d - 0.05)),
    ...[0, 1, 2, 3].map((k) => stroke([w / 2 - 0.14, -d / 2 + 0.1 + k * 0.1], [w / 2, -d / 2 + 0.1 + k * 0.1])),
  ]
}

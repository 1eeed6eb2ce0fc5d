import type { BuildParameters } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { tableRing } from '../modelling/ring.ts'
import { outline, type SymbolPath } from '../symbol.ts'
import { addLegs } from './legs.ts'

/** Edge that one diner takes, metres. */
const PLACE = 0.6

/** People around a table: by edge length; the head ends of a table under 0.75 m stay free. */
export function tableSeats({ size: [w, d], shape }: BuildParameters): number {
  if (shape === 'round') return Math.max(2, Math.floor((Math.PI * Math.min(w, d)) / (PLACE * 1.05)))
  const long = Math.max(w, d)
  const short = Math.min(w, d)
  const sides = Math.max(1, Math.floor((long - 0.1) / PLACE)) * 2
  return sides + (short >= 0.85 && long >= 1.6 ? 2 : short >= 0.75 && sides === 2 ? 2 : 0)
}

export function addTableTop(
  model: Model,
  { size: [w, d, h], shape }: BuildParameters,
  thickness: number,
  corner = 0.03,
): void {
  model.add(
    'top',
    extrude(tableRing(shape, span(0, w), span(0, d), corner), [h - thickness, h], {
      bevel: Math.min(0.006, thickness * 0.3),
    }),
  )
}

/** Four legs with an apron; a round table up to 1.15 m and every small oval stands on a pedestal, a very long one on two. */
export function addTableLegs(model: Model, p: BuildParameters, thickness: number): void {
  const [w, d, h] = p.size
  const under = h - thickness
  if (p.shape === 'round' || p.shape === 'octagonal') addPedestal(model, 0, under, Math.min(w, d))
  else if (p.shape === 'oval') {
    const reach = w - d * 0.75
    if (reach < 0.5) addPedestal(model, 0, under, Math.min(w, d))
    else for (const side of [-1, 1]) addPedestal(model, (side * reach) / 2, under, d * 0.72)
  } else {
    const inset = 0.05
    const thick = w > 1.9 ? 0.08 : 0.065
    const x: Range = [-w / 2 + inset, w / 2 - inset]
    const y: Range = [-d / 2 + inset, d / 2 - inset]
    addLegs(model, 'legs', x, y, [0, under], { thickness: thick })
    const apron: Range = [under - 0.07, under]
    for (const side of [y[0] + 0.02, y[1] - 0.04])
      model.add('legs', box([x[0] + thick, x[1] - thick], [side, side + 0.02], apron, 0.002))
    for (const side of [x[0] + 0.02, x[1] - 0.04])
      model.add('legs', box([side, side + 0.02], [y[0] + thick, y[1] - thick], apron, 0.002))
  }
}

/** A turned column on a wide foot. */
export function addPedestal(model: Model, x: number, height: number, diameter: number, slot = 'legs'): void {
  const foot = diameter * 0.27
  const neck = Math.min(0.075, diameter * 0.08)
  const plate = diameter * 0.2
  model.add(
    slot,
    lathe(
      x,
      0,
      [
        [0, 0],
        [foot - 0.004, 0],
        [foot, 0.006],
        [foot * 0.97, 0.018],
        [foot * 0.45, 0.045],
        [neck * 1.15, 0.12],
        [neck, height * 0.45],
        [neck * 1.2, height - 0.09],
        [plate, height - 0.012],
        [plate, height],
        [0, height],
      ],
      28,
    ),
  )
}

export function drawTable({ size: [w, d], shape }: BuildParameters): SymbolPath[] {
  return [outline(tableRing(shape, span(0, w), span(0, d)))]
}

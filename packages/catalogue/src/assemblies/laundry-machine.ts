import type { BuildParameters } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { ellipse, type Point } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline, type SymbolPath } from '../symbol.ts'

/** A front loader: housing, round door, panel with a knob; `hasTray`: with a detergent tray (a washer, not a dryer). */
export function addLaundryMachine(model: Model, { size: [w, d, h], states }: BuildParameters, hasTray: boolean): void {
  const face = -d / 2 + 0.035
  const panel = h - Math.min(0.13, h * 0.15)
  model.add(
    'body',
    softBox([-w / 2, w / 2], [face, d / 2], [0.01, h], { radius: 0.012 }),
    box([-w / 2 + 0.03, w / 2 - 0.03], [face + 0.03, d / 2 - 0.03], [0, 0.012], 0),
  )
  model.add(
    'panel',
    box([-w / 2 + 0.012, w / 2 - 0.012], [face - 0.002, face + 0.01], [panel + 0.006, h - 0.014], 0.003),
  )
  if (hasTray)
    model.add(
      'body',
      box([-w / 2 + 0.03, -w / 2 + w * 0.32], [face - 0.006, face + 0.004], [panel + 0.02, h - 0.03], 0.003),
    )
  const knob = cylinder(0, 0, 0, 0.022, Math.min(0.03, (h - panel) * 0.3), 0.026, 20)
  model.add('ring', move(turn(knob, 'x', Math.PI / 2), w * 0.1, face, (panel + h) / 2))
  model.add('glass', box([w * 0.2, w * 0.42], [face - 0.003, face + 0.004], [panel + 0.035, h - 0.04], 0))
  const r = Math.min(w * 0.33, panel * 0.3)
  const cz = panel * 0.54
  const ring: Point[] = [
    [r, 0],
    [r, 0.012],
    [r * 0.93, 0.03],
    [r * 0.78, 0.034],
    [r * 0.72, 0.016],
  ]
  const window: Point[] = [
    [r * 0.74, 0.016],
    [r * 0.6, 0.026],
    [r * 0.3, 0.031],
    [0, 0.0325],
  ]
  const open = states?.open ?? 0
  const swing = (g: Geometry) => (open > 0.01 ? turn(g, 'z', -open * 1.8, [-r, face, 0]) : g)
  const stand = (g: Geometry) => swing(move(turn(g, 'x', Math.PI / 2), 0, face, cz))
  model.add('ring', stand(lathe(0, 0, ring, 32)))
  model.add('glass', stand(lathe(0, 0, window, 32)))
  if (open > 0.01)
    model.add('glass', move(turn(cylinder(0, 0, 0, 0.004, r * 0.8, r * 0.8, 28), 'x', Math.PI / 2), 0, face, cz))
  const kick: Range = [0.03, 0.09]
  model.add('body', box([w * 0.26, w * 0.42], [face - 0.002, face + 0.004], kick, 0.001))
}

export function drawLaundryMachine({ size: [w, d] }: BuildParameters, letter: 'W' | 'D'): SymbolPath[] {
  const r = Math.min(w, d) * 0.3
  const m = r * 0.42
  const strokes: Point[] =
    letter === 'W'
      ? [
          [-m, m],
          [-m / 2, -m],
          [0, m * 0.5],
          [m / 2, -m],
          [m, m],
        ]
      : [
          [-m * 0.7, -m],
          [0, -m],
          [m * 0.7, -m * 0.4],
          [m * 0.7, m * 0.4],
          [0, m],
          [-m * 0.7, m],
          [-m * 0.7, -m],
        ]
  return [
    outline(footprint(w, d, 0.015)),
    detail(ellipse(0, 0, r, r, 28)),
    detail(block([-w / 2, w / 2], [-d / 2, -d / 2 + 0.05])),
    { points: strokes, closed: false, style: 'detail' },
  ]
}

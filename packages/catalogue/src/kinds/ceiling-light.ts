import { drawCeilingLamp } from '../assemblies/draw-lamp.ts'
import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ellipse, roundedRectangle } from '../modelling/ring.ts'
import { dashed, diagonals, footprint } from '../symbol.ts'

export const ceilingLight = defineKind({
  id: 'ceiling_light',
  names: {
    en: [
      'Ceiling light',
      'ceiling lamp',
      'flush light',
      'illumination',
      'downlight',
      'light fixture',
      'recessed light',
    ],
    zh: ['吸顶灯', '顶灯', '照明灯具', '平板灯', '筒灯', '灯具'],
  },
  group: 'lighting',
  size: { typical: [0.5, 0.5, 0.1], min: [0.08, 0.08, 0.03], max: [1.2, 1.2, 0.3] },
  source: 'trade sizes',
  shapes: ['round', 'rectangular'],
  mount: 'ceiling',
  wallAffinity: 'ceiling',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 3, movable: false, friction: 0.5, centerOfMass: 0.5 },
  light: { lumens: 2400, kelvin: 3500, height: 0 },
  companions: [],
  finishes: { shade: { material: 'frosted_glass', color: '#f7f2e8' }, body: { material: 'painted_metal' } },
  shape(model, { size: [w, d, h], shape, states }) {
    if (states?.on) model.shine('shade', 1)
    const ring = (k: number) =>
      shape === 'rectangular'
        ? roundedRectangle(span(0, w * k), span(0, d * k), 0.04 * k, 4)
        : ellipse(0, 0, (w / 2) * k, (d / 2) * k, 40)
    model.add(
      'shade',
      extrude(ring(0.94), [0, h * 0.62], {
        bevel: shape === 'rectangular' ? Math.min(h * 0.26, w * 0.06, d * 0.06, 0.03) : h * 0.26,
      }),
    )
    model.add('body', extrude(ring(1), [h * 0.55, h], { bevel: h * 0.06 }))
  },
  symbol: ({ size: [w, d], shape }) =>
    shape === 'rectangular'
      ? [dashed(footprint(w, d, 0.04)), ...diagonals([-w / 2, w / 2], [-d / 2, d / 2])]
      : drawCeilingLamp(w, d),
})

import { addLegs } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { tableRing } from '../modelling/ring.ts'
import { detail, outline } from '../symbol.ts'

export const sideTable = defineKind({
  id: 'side_table',
  names: {
    en: ['Side table', 'end table', 'lamp table', 'occasional table', 'accent table', 'tea trolley table'],
    zh: ['边几', '角几', '小边桌', '边桌', '沙发边桌', '床边几'],
  },
  group: 'tables',
  size: { typical: [0.45, 0.45, 0.55], min: [0.25, 0.25, 0.3], max: [0.75, 0.7, 0.8] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  shapes: ['round', 'rectangular', 'oval', 'octagonal', 'half_round'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.3, recommended: 0.45 }, side: 0 },
  rooms: ['living_room', 'bedroom', 'balcony', 'study'],
  physics: { mass: 8, movable: true, friction: 0.4, centerOfMass: 0.65 },
  companions: [
    { category: 'table_lamp', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'sofa', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.305 } },
  ],
  finishes: { top: { material: 'walnut' }, legs: { material: 'black_metal' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.04,
      depth: d - 0.04,
      clear: Infinity,
      ...(shape === 'rectangular' ? {} : { round: true }),
    },
  ],
  shape(model, { size: [w, d, h], shape }) {
    if (shape === 'rectangular') {
      model.add('top', box(span(0, w), span(0, d), [h - 0.024, h], 0.004))
      addLegs(model, 'legs', [-w / 2 + 0.015, w / 2 - 0.015], [-d / 2 + 0.015, d / 2 - 0.015], [0, h - 0.024], {
        thickness: 0.028,
      })
      model.add('top', box(span(0, w - 0.05), span(0, d - 0.05), [h * 0.28, h * 0.28 + 0.016], 0.003))
      return
    }
    const r = Math.min(w, d) / 2
    model.add('top', extrude(tableRing(shape ?? 'round', span(0, w), span(0, d)), [h - 0.022, h], { bevel: 0.006 }))
    model.add(
      'legs',
      lathe(
        0,
        0,
        [
          [0, 0],
          [r * 0.68, 0],
          [r * 0.7, 0.004],
          [r * 0.7, 0.012],
          [r * 0.2, 0.024],
          [0, 0.024],
        ],
        32,
      ),
      cylinder(0, 0, 0.02, h - 0.022, 0.014, 0.014, 14),
      cylinder(0, 0, h - 0.034, h - 0.022, r * 0.3, r * 0.3, 20),
    )
  },
  symbol: ({ size: [w, d], shape }) => [
    outline(tableRing(shape ?? 'round', span(0, w), span(0, d))),
    detail(tableRing(shape ?? 'round', span(0, w * 0.84), span(0, d * 0.84))),
  ],
})

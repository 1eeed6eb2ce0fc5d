import { defineKind, type Surface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import { tube } from '../modelling/tube.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const trolley = defineKind({
  id: 'trolley',
  names: {
    en: ['Trolley', 'cart', 'serving cart', 'rolling cart', 'bar cart', 'kitchen cart', 'utility cart'],
    zh: ['小推车', '推车', '收纳推车', '餐车', '置物推车'],
  },
  group: 'storage',
  size: { typical: [0.42, 0.32, 0.78], min: [0.26, 0.19, 0.55], max: [0.8, 0.5, 0.98] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.6 }, side: 0 },
  rooms: ['kitchen', 'bathroom', 'dining_room', 'study'],
  physics: { mass: 6, movable: true, friction: 0.1, centerOfMass: 0.45, wheels: true },
  companions: [],
  finishes: { frame: { material: 'painted_metal', color: '#98a38f' }, wheels: { material: 'rubber' } },
  surfaces: ({ size: [w, d, h] }) =>
    trays(h).map(
      (z, k, all): Surface => ({
        x: 0,
        y: 0,
        z: z + 0.004,
        width: w - 0.06,
        depth: d - 0.06,
        clear: (all[k + 1] ?? h) - z - 0.02,
        inside: true,
      }),
    ),
  shape(model, { size: [w, d, h] }) {
    const r = 0.009
    const wheel = 0.03
    for (const x of [-w / 2 + wheel, w / 2 - wheel])
      for (const y of [-d / 2 + wheel, d / 2 - wheel])
        model.add('wheels', ball(x, y, wheel, wheel * 0.98, wheel * 2, 12))
    for (const x of [-w / 2 + r, w / 2 - r]) {
      model.add(
        'frame',
        tube(
          [
            [x, -d / 2 + r + 0.012, wheel],
            [x, -d / 2 + r + 0.012, h - r],
            [x, d / 2 - r - 0.012, h - r],
            [x, d / 2 - r - 0.012, wheel],
          ],
          r,
          { segments: 8 },
        ),
      )
    }
    for (const z of trays(h)) {
      const wall = Math.min(0.08, h * 0.11)
      model.add('frame', box([-w / 2 + r * 2, w / 2 - r * 2], [-d / 2 + 0.004, d / 2 - 0.004], [z, z + 0.004], 0))
      for (const y of [-d / 2 + 0.002, d / 2 - 0.002])
        model.add('frame', box([-w / 2 + r, w / 2 - r], span(y, 0.004), [z, z + wall], 0))
      for (const x of [-w / 2 + r * 2, w / 2 - r * 2])
        model.add('frame', box(span(x, 0.004), [-d / 2 + 0.004, d / 2 - 0.004], [z, z + wall], 0))
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.015)),
    detail(footprint(w - 0.05, d - 0.04)),
    ...[-1, 1].flatMap((s) =>
      [-1, 1].map((t) =>
        detail([
          [s * (w / 2 - 0.02), t * (d / 2 - 0.02)],
          [s * (w / 2 - 0.05), t * (d / 2 - 0.02)],
          [s * (w / 2 - 0.05), t * (d / 2 - 0.05)],
          [s * (w / 2 - 0.02), t * (d / 2 - 0.05)],
        ]),
      ),
    ),
  ],
})

/** Three trays, or two in a low one. */
function trays(h: number): number[] {
  return h > 0.65 ? [h * 0.12, h * 0.44, h * 0.76] : [h * 0.14, h * 0.6]
}

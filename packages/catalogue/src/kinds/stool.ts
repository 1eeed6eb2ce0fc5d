import { addLegs } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { roundedRectangle, superellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline } from '../symbol.ts'

export const stool = defineKind({
  id: 'stool',
  names: {
    en: ['Stool', 'low stool', 'vanity stool', 'step stool', 'wooden stool'],
    zh: ['凳子', '圆凳', '梳妆凳', '板凳', '矮凳', '小凳', '方凳'],
  },
  group: 'seating',
  size: { typical: [0.4, 0.38, 0.45], min: [0.26, 0.26, 0.2], max: [0.55, 0.55, 0.6] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  presets: [
    {
      id: 'vanity_stool',
      names: { en: ['Vanity stool', 'dressing stool'], zh: ['梳妆凳'] },
      size: [0.45, 0.36, 0.45],
      shape: 'rectangular',
    },
  ],
  shapes: ['round', 'rectangular'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.45 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 4, movable: true, friction: 0.4, centerOfMass: 0.65 },
  companions: [
    {
      category: 'dressing_table',
      relation: 'front',
      count: { min: 0, max: 1 },
      gap: { min: -0.2, best: 0.05, max: 0.15 },
    },
  ],
  finishes: { seat: { material: 'oak' }, legs: { material: 'oak' } },
  surfaces: (p) => [{ ...topSurface(p, 0.03), round: p.shape !== 'rectangular' }],
  seats: () => 1,
  shape(model, { size: [w, d, h], shape }) {
    const isSquare = shape === 'rectangular'
    const ring = isSquare
      ? roundedRectangle(span(0, w), span(0, d), 0.05, 5)
      : superellipse(0, 0, w / 2, d / 2, 2.1, 36)
    model.add('seat', extrude(ring, [h - 0.036, h], { bevel: 0.01 }))
    const k = isSquare ? 0.03 : Math.min(w, d) * 0.1
    const x = [-w / 2 + k, w / 2 - k] as const
    const y = [-d / 2 + k, d / 2 - k] as const
    addLegs(model, 'legs', x, y, [0, h - 0.03], { thickness: 0.036, splay: 0.045, round: true })
    const rung = h * 0.34
    const s = 0.03
    model.add(
      'legs',
      tube(
        [
          [x[0] + s, y[0] + s, rung],
          [x[1] - s, y[0] + s, rung],
        ],
        0.009,
        { segments: 8 },
      ),
      tube(
        [
          [x[0] + s, y[1] - s, rung],
          [x[1] - s, y[1] - s, rung],
        ],
        0.009,
        { segments: 8 },
      ),
    )
    model.add(
      'legs',
      tube(
        [
          [x[0] + s, y[0] + s, rung + 0.05],
          [x[0] + s, y[1] - s, rung + 0.05],
        ],
        0.009,
        { segments: 8 },
      ),
      tube(
        [
          [x[1] - s, y[0] + s, rung + 0.05],
          [x[1] - s, y[1] - s, rung + 0.05],
        ],
        0.009,
        { segments: 8 },
      ),
    )
  },
  symbol: ({ size: [w, d], shape }) =>
    shape === 'rectangular'
      ? [
          outline(roundedRectangle(span(0, w), span(0, d), 0.05)),
          detail(roundedRectangle(span(0, w - 0.06), span(0, d - 0.06), 0.04)),
        ]
      : [outline(superellipse(0, 0, w / 2, d / 2, 2.1, 32)), detail(superellipse(0, 0, w * 0.42, d * 0.42, 2.1, 32))],
})

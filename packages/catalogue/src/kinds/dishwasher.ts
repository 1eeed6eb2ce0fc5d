import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { span } from '../modelling/geometry.ts'
import { turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const dishwasher = defineKind({
  id: 'dishwasher',
  names: { en: ['Dishwasher', 'dish washer'], zh: ['洗碗机', '自动洗碗机'] },
  group: 'kitchen',
  size: { typical: [0.6, 0.6, 0.83], min: [0.42, 0.5, 0.45], max: [0.65, 0.68, 0.95] },
  source: 'kitchen appliance trade sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0 },
  rooms: ['kitchen'],
  physics: { mass: 48, movable: false, friction: 0.5, centerOfMass: 0.45 },
  opens: 'doors',
  companions: [
    {
      category: 'sink_cabinet',
      relation: 'counter_run',
      count: { min: 0, max: 1 },
      gap: { min: 0, best: 0, max: 0.3 },
    },
  ],
  finishes: {
    front: { material: 'steel' },
    body: { material: 'painted_metal' },
    glass: { material: 'black_glass' },
    handles: { material: 'aluminium' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    const face: Range = [-d / 2 + 0.03, -d / 2 + 0.055]
    const open = states?.open ?? 0
    model.add(
      'body',
      box([-w / 2, w / 2], [face[1], d / 2], [0.09, h - 0.02], 0.002),
      box([-w / 2, w / 2], [face[1] + 0.04, d / 2], [0, 0.09], 0),
    )
    model.add('body', box([-w / 2, w / 2], [face[0], d / 2], [h - 0.02, h], 0.003))
    if (open > 0.01)
      model.add('glass', box([-w / 2 + 0.03, w / 2 - 0.03], [face[1] - 0.002, face[1] + 0.001], [0.12, h - 0.05], 0))
    const split = h - 0.02 - Math.min(0.1, h * 0.13)
    const strip = box([-w / 2 + 0.003, w / 2 - 0.003], face, [split + 0.002, h - 0.024], 0.003)
    const panel = box([-w / 2 + 0.003, w / 2 - 0.003], face, [0.1, split - 0.002], 0.003)
    const bar = box(span(0, w * 0.7), [-d / 2, -d / 2 + 0.014], [split - 0.055, split - 0.037], 0.005)
    const posts = [-1, 1].map((s) =>
      box(span(s * w * 0.3, 0.014), [-d / 2 + 0.014, face[0]], [split - 0.053, split - 0.039], 0),
    )
    const display = box(span(0, 0.12), [face[0] - 0.001, face[0] + 0.002], [split + 0.03, split + 0.055], 0)
    for (const [slot, g] of [
      ['front', strip],
      ['front', panel],
      ['handles', bar],
      ['handles', posts[0]!],
      ['handles', posts[1]!],
      ['glass', display],
    ] as const) {
      model.add(slot, open > 0.01 ? turn(g, 'x', open * 1.45, [0, face[1], 0.1]) : g)
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block([-w / 2, w / 2], [-d / 2, -d / 2 + 0.055])),
    detail(block([-w * 0.36, w * 0.36], [-d * 0.28, d * 0.36], 0.04)),
    {
      points: [
        [-w * 0.36, -d * 0.28],
        [w * 0.36, d * 0.36],
      ],
      closed: false,
      style: 'detail',
    },
  ],
})

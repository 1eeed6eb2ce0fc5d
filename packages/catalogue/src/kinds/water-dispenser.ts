import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const waterDispenser = defineKind({
  id: 'water_dispenser',
  names: { en: ['Water dispenser', 'water cooler', 'drinking fountain'], zh: ['饮水机', '净饮机', '茶吧机'] },
  group: 'electronics',
  size: { typical: [0.31, 0.34, 1.25], min: [0.24, 0.26, 0.8], max: [0.42, 0.45, 1.5] },
  source: 'appliance trade sizes; with its bottle',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0 },
  rooms: ['living_room', 'kitchen', 'study'],
  physics: { mass: 11, movable: true, friction: 0.5, centerOfMass: 0.55 },
  companions: [],
  finishes: {
    body: { material: 'plastic', color: '#efeeea' },
    recess: { material: 'plastic', color: '#4a4d4e' },
    bottle: { material: 'water', color: '#9cc3d6' },
    taps: { material: 'plastic', color: '#7f8c7b' },
  },
  shape(model, { size: [w, d, h] }) {
    const top = h * 0.72
    model.add(
      'body',
      softBox([-w / 2, w / 2], [-d / 2 + 0.006, d / 2], [0.01, top], { radius: 0.03, segments: 2 }),
      box(span(0, w - 0.06), span(0, d - 0.06), [0, 0.012], 0),
    )
    model.add(
      'recess',
      box(span(0, w * 0.76), [-d / 2 + 0.002, -d / 2 + 0.012], [top * 0.58, top * 0.92], 0.004),
      box(span(0, w * 0.7), [-d / 2, -d / 2 + 0.012], [top * 0.06, top * 0.5], 0.003),
    )
    for (const x of [-w * 0.17, w * 0.17])
      model.add('taps', box(span(x, 0.034), [-d / 2, -d / 2 + 0.03], [top * 0.8, top * 0.87], 0.006))
    const r = Math.min(w, d) * 0.43
    model.add(
      'bottle',
      lathe(
        0,
        0,
        [
          [0, top - 0.01],
          [r * 0.3, top - 0.01],
          [r * 0.32, top + 0.01],
          [r * 0.92, top + 0.06],
          [r, top + 0.08],
          [r, h * 0.86],
          [r * 0.95, h * 0.865],
          [r, h * 0.88],
          [r, h - 0.02],
          [r * 0.9, h],
          [0, h],
        ],
        24,
      ),
    )
    model.add('body', cylinder(0, 0, top - 0.005, top + 0.02, r * 0.75, r * 0.6, 24))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.03)),
    detail(ellipse(0, 0, Math.min(w, d) * 0.4, Math.min(w, d) * 0.4, 24)),
    detail(ellipse(0, -d * 0.44, 0.015, 0.015, 10)),
  ],
})

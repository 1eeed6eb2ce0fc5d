import { defineKind } from '../kind.ts'
import { box, hexahedron } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { section } from '../modelling/loft.ts'
import { rectangle } from '../modelling/ring.ts'
import { block, dashed, footprint } from '../symbol.ts'

export const rangeHood = defineKind({
  id: 'range_hood',
  names: {
    en: ['Range hood', 'cooker hood', 'extractor hood', 'extractor', 'kitchen hood', 'hood', 'exhaust hood'],
    zh: ['抽油烟机', '油烟机', '吸油烟机', '烟机'],
  },
  group: 'kitchen',
  size: { typical: [0.9, 0.48, 0.5], min: [0.5, 0.28, 0.12], max: [1.2, 0.6, 1.1] },
  source: 'kitchen appliance trade sizes',
  mount: 'wall',
  mountHeight: 1.6,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['kitchen'],
  physics: { mass: 22, movable: false, friction: 0.6, centerOfMass: 0.4 },
  light: { lumens: 300, kelvin: 4000, height: 0 },
  companions: [],
  finishes: {
    body: { material: 'steel' },
    filter: { material: 'aluminium' },
    lamps: { material: 'frosted_glass', color: '#fff6e4' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('lamps', 1)
    const skirt = Math.min(0.06, h * 0.3)
    const chimney: Range = span(0, Math.min(0.3, w * 0.4))
    const depth: Range = [d / 2 - Math.min(0.28, d * 0.6), d / 2]
    const slope = h > 0.25 ? skirt + Math.min(0.22, (h - skirt) * 0.55) : h
    model.add('body', box([-w / 2, w / 2], [-d / 2, d / 2], [0.006, skirt], 0.003))
    model.add('filter', box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.06, d / 2 - 0.03], [0.002, 0.008], 0))
    for (const x of [-w * 0.3, w * 0.3])
      model.add('lamps', box(span(x, 0.07), [-d / 2 + 0.02, -d / 2 + 0.05], [0, 0.008], 0))
    model.add(
      'body',
      hexahedron(
        section(rectangle([-w / 2, w / 2], [-d / 2, d / 2]), skirt),
        section(rectangle(chimney, depth), slope),
      ),
    )
    if (slope < h) model.add('body', box(chimney, depth, [slope, h], 0.002))
  },
  symbol: ({ size: [w, d] }) => [
    dashed(footprint(w, d)),
    dashed(block(span(0, Math.min(0.3, w * 0.4)), [d / 2 - Math.min(0.28, d * 0.6), d / 2])),
  ],
})

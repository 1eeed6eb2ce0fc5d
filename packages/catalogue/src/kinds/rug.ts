import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { rectangle, shrink, tableRing } from '../modelling/ring.ts'
import { dashed, stroke } from '../symbol.ts'

const FRINGE = 0.05

export const rug = defineKind({
  id: 'rug',
  names: {
    en: ['Rug', 'carpet', 'area rug', 'floor rug', 'runner'],
    zh: ['地毯', '圆地毯', '客厅地毯', '脚垫'],
  },
  group: 'decor',
  size: { typical: [2.4, 1.7, 0.012], min: [0.5, 0.4, 0.004], max: [4.5, 4, 0.05] },
  source: 'catalogue sizes; trade sizes 1.2 × 1.8 to 3 × 4 m',
  presets: [
    {
      id: 'rug_round',
      names: { en: ['Round rug'], zh: ['圆形地毯', '圆地毯'] },
      size: [1.8, 1.8, 0.012],
      shape: 'round',
    },
  ],
  shapes: ['rectangular', 'round', 'oval', 'octagonal'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['living_room', 'bedroom', 'dining_room', 'kids_room', 'study'],
  physics: { mass: 9, movable: true, friction: 0.7, centerOfMass: 0.5, softness: 0.5 },
  walkable: true,
  finishes: {
    pile: { material: 'wool', color: '#d8d0c1' },
    border: { material: 'wool', color: '#8f9a84' },
    fringe: { material: 'cotton', color: '#e9e2d4' },
  },
  shape(model, { size: [w, d, h], shape }) {
    const isRound = shape !== undefined && shape !== 'rectangular'
    const fringe = isRound ? 0 : Math.min(FRINGE, w * 0.06)
    const x: Range = [-w / 2 + fringe, w / 2 - fringe]
    const border = Math.min(0.12, Math.min(w, d) * 0.1)
    const ring = isRound ? tableRing(shape, span(0, w), span(0, d)) : rectangle(x, [-d / 2, d / 2])
    const inner = shrink(ring, border)
    const line = shrink(ring, border * 1.7)
    model.add('border', extrude(ring, [0, h], { bevel: h * 0.3, holes: [[...inner].reverse()] }))
    model.add('pile', extrude(inner, [0, h * 0.98], { holes: [[...line].reverse()] }))
    const narrow = shrink(ring, border * 1.95)
    model.add('border', extrude(line, [0, h * 0.97], { holes: [[...narrow].reverse()] }))
    model.add('pile', extrude(narrow, [0, h * 0.98]))
    if (fringe === 0) return
    const count = Math.max(4, Math.round(d / 0.05))
    const step = d / count
    for (let k = 0; k < count; k++) {
      const y: Range = [-d / 2 + step * (k + 0.2), -d / 2 + step * (k + 0.8)]
      model.add('fringe', box([-w / 2, x[0]], y, [0, h * 0.5], 0), box([x[1], w / 2], y, [0, h * 0.5], 0))
    }
  },
  symbol: ({ size: [w, d], shape }) => {
    if (shape !== undefined && shape !== 'rectangular') {
      const ring = tableRing(shape, span(0, w), span(0, d))
      return [dashed(ring), dashed(shrink(ring, Math.min(w, d) * 0.06))]
    }
    const fringe = Math.min(FRINGE, w * 0.06)
    const count = Math.max(4, Math.round(d / 0.12))
    const ends = Array.from({ length: count + 1 }, (_, k) => -d / 2 + (d * k) / count)
    return [
      dashed(rectangle([-w / 2 + fringe, w / 2 - fringe], [-d / 2, d / 2])),
      ...ends.flatMap((y) => [stroke([-w / 2, y], [-w / 2 + fringe, y]), stroke([w / 2 - fringe, y], [w / 2, y])]),
    ]
  },
})

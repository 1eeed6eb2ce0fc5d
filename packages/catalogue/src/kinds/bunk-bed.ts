import { addBedding, drawBedding } from '../assemblies/bedding.ts'
import { fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { dashed, footprint, outline, stroke } from '../symbol.ts'

const POST = 0.055
const RAIL = 0.025

export const bunkBed = defineKind({
  id: 'bunk_bed',
  names: {
    en: ['Bunk bed', 'bunk', 'loft bed', 'double-decker bed', 'bunks'],
    zh: ['高低床', '上下床', '双层床', '上下铺', '子母床', '高架床'],
  },
  group: 'kids',
  size: { typical: [1.0, 2.05, 1.65], min: [0.85, 1.8, 1.4], max: [1.6, 2.2, 2.1] },
  source: 'retailer price list quantiles; catalogue sizes',
  variants: ['bunk', 'loft'],
  mount: 'floor',
  wallAffinity: 'side',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.6 },
  rooms: ['kids_room', 'bedroom'],
  physics: { mass: 90, movable: true, friction: 0.5, centerOfMass: 0.45, softness: 0.3 },
  companions: [{ category: 'desk', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.4, best: 0.9, max: 2 } }],
  finishes: {
    frame: { material: 'pine' },
    mattress: { material: 'cotton' },
    blanket: { material: 'cotton', color: '#c7cfbd' },
    sheet: { material: 'cotton', color: '#f6f3ee' },
    throw: { material: 'wool', color: '#b98a6b' },
    pillows: { material: 'cotton', color: '#f4f0e9' },
  },
  seats: ({ variant }) => (variant === 'loft' ? 1 : 2),
  shape(model, { size: [w, d, h], variant }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    for (const px of [x[0], x[1] - POST])
      for (const py of [y[0], y[1] - POST]) model.add('frame', box([px, px + POST], [py, py + POST], [0, h], 0.005))
    const upper = h - 0.37
    const decks = variant === 'loft' ? [upper] : [Math.min(0.24, h * 0.15), upper]
    for (const [k, z] of decks.entries()) {
      const rail: Range = [z, z + 0.12]
      for (const px of [x[0] + 0.012, x[1] - 0.012 - RAIL])
        model.add('frame', box([px, px + RAIL], [y[0] + POST, y[1] - POST], rail, 0.003))
      for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
        model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], rail, 0.003))
      model.add('frame', box([x[0] + 0.03, x[1] - 0.03], [y[0] + 0.03, y[1] - 0.03], [z + 0.02, z + 0.045], 0))
      addBedding(model, {
        x: [x[0] + POST * 0.8, x[1] - POST * 0.8],
        y: [y[0] + POST, y[1] - POST],
        z: [z + 0.045, z + 0.045 + 0.14],
        throw: k === 0,
      })
    }
    // Guard rails around the upper bed leave a gap for the ladder on the right, near the foot.
    const ladder: Range = [y[0] + POST + 0.02, y[0] + POST + 0.42]
    for (const z of [upper + 0.2, h - 0.055]) {
      const bar: Range = [z, z + 0.045]
      model.add('frame', box([x[0] + 0.012, x[0] + 0.012 + RAIL], [y[0] + POST, y[1] - POST], bar, 0.004))
      model.add('frame', box([x[1] - 0.012 - RAIL, x[1] - 0.012], [ladder[1], y[1] - POST], bar, 0.004))
      for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
        model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], bar, 0.004))
    }
    for (const side of ladder)
      model.add('frame', box([x[1] - 0.03, x[1] - 0.002], span(side, 0.04), [0, h - 0.02], 0.004))
    const rungs = fieldsFor(upper, 0.26)
    for (let k = 1; k <= rungs; k++)
      model.add('frame', box([x[1] - 0.028, x[1] - 0.004], ladder, span((upper * k) / (rungs + 0.3), 0.035), 0.004))
    if (variant === 'loft') return
    for (const py of [y[0] + 0.012, y[1] - 0.012 - RAIL])
      model.add('frame', box([x[0] + POST, x[1] - POST], [py, py + RAIL], [decks[0]! + 0.2, decks[0]! + 0.34], 0.004))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...drawBedding([-w / 2 + POST, w / 2 - POST], [-d / 2 + POST, d / 2 - POST]),
    dashed(footprint(w - 0.05, d - 0.05)),
    ...[0, 1, 2, 3].map((k) => stroke([w / 2 - 0.14, -d / 2 + 0.1 + k * 0.1], [w / 2, -d / 2 + 0.1 + k * 0.1])),
  ],
})

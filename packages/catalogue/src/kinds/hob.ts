import { addGasBurners, addGlassRings, drawBurners } from '../assemblies/burners.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { footprint, outline } from '../symbol.ts'

export const hob = defineKind({
  id: 'hob',
  names: {
    en: ['Hob', 'cooktop', 'gas stove', 'gas hob', 'induction hob', 'induction cooktop', 'stovetop'],
    zh: ['燃气灶', '灶台', '煤气灶', '电磁炉', '燃气灶(台面)', '电陶炉'],
  },
  group: 'kitchen',
  size: { typical: [0.73, 0.43, 0.1], min: [0.3, 0.3, 0.02], max: [0.95, 0.56, 0.18] },
  source: 'kitchen appliance trade sizes',
  variants: ['gas', 'induction'],
  mount: 'surface',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0.15 },
  rooms: ['kitchen'],
  physics: { mass: 12, movable: false, friction: 0.6, centerOfMass: 0.5 },
  companions: [
    { category: 'range_hood', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.65, best: 0.7, max: 0.75 } },
  ],
  finishes: {
    plate: { material: 'black_glass' },
    grates: { material: 'black_metal' },
    knobs: { material: 'aluminium' },
    rings: { material: 'plastic', color: '#8c9092' },
  },
  shape(model, { size: [w, d, h], variant }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    if (variant === 'induction') {
      model.add('plate', box(x, y, [0, h - 0.001], 0.003))
      addGlassRings(model, x, y, h - 0.001)
      return
    }
    const plate = h * 0.45
    model.add('plate', box(x, y, [0, plate], 0.005))
    addGasBurners(model, [x[0] + 0.03, x[1] - 0.03], [y[0] + 0.05, y[1] - 0.02], [plate, h])
    for (const at of [-0.05, 0.05])
      model.add('knobs', cylinder(at, y[0] + 0.045, plate, plate + h * 0.25, 0.019, 0.017))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.02)),
    ...drawBurners([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.05, d / 2 - 0.02]),
  ],
})

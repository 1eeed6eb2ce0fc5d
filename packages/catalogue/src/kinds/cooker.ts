import { addGasBurners, drawBurners } from '../assemblies/burners.ts'
import { addOvenDoor } from '../assemblies/oven-door.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const cooker = defineKind({
  id: 'cooker',
  names: {
    en: [
      'Cooker',
      'stove',
      'range',
      'kitchen range',
      'range cooker',
      'integrated stove',
      'gas cooker',
      'electric cooker',
    ],
    zh: ['一体灶', '炉灶', '集成灶', '灶具', '炉具', '烤箱灶'],
  },
  group: 'kitchen',
  size: { typical: [0.6, 0.6, 0.88], min: [0.5, 0.5, 0.8], max: [1.1, 0.75, 1.0] },
  source: 'kitchen appliance trade sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0.15 },
  rooms: ['kitchen'],
  physics: { mass: 55, movable: false, friction: 0.6, centerOfMass: 0.45 },
  companions: [
    { category: 'range_hood', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.65, best: 0.7, max: 0.75 } },
  ],
  finishes: {
    body: { material: 'steel' },
    glass: { material: 'black_glass' },
    grates: { material: 'black_metal' },
    handles: { material: 'aluminium' },
  },
  surfaces: () => [],
  shape(model, p) {
    const [w, d, h] = p.size
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2 + 0.045, d / 2]
    const plate = h - 0.045
    model.add(
      'body',
      box(x, [y[0] + 0.02, y[1]], [0.06, plate], 0.003),
      box([x[0] + 0.02, x[1] - 0.02], [y[0] + 0.06, y[1] - 0.03], [0, 0.06], 0),
    )
    model.add(
      'body',
      box(x, y, [plate, plate + 0.012], 0.004),
      box(x, [y[0] - 0.004, y[0] + 0.02], [plate - 0.1, plate], 0.004),
    )
    const knobs = Math.max(4, Math.round(w / 0.13))
    for (let k = 0; k < knobs; k++) {
      const at = -w / 2 + (w * (k + 0.5)) / knobs
      model.add('handles', box([at - 0.018, at + 0.018], [y[0] - 0.03, y[0]], [plate - 0.068, plate - 0.032], 0.01))
    }
    addOvenDoor(model, [x[0] + 0.01, x[1] - 0.01], [-d / 2, y[0] + 0.02], [0.19, plate - 0.11], p.states?.open ?? 0)
    model.add('body', box([x[0] + 0.01, x[1] - 0.01], [y[0], y[0] + 0.02], [0.07, 0.18], 0.003))
    addGasBurners(model, [x[0] + 0.02, x[1] - 0.02], [y[0] + 0.03, y[1] - 0.03], [plate + 0.012, h])
  },
  opens: 'doors',
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...drawBurners([-w / 2 + 0.02, w / 2 - 0.02], [-d / 2 + 0.075, d / 2 - 0.03]),
    detail(block([-w / 2, w / 2], [-d / 2, -d / 2 + 0.045])),
  ],
})

import { addOvenDoor } from '../assemblies/oven-door.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const oven = defineKind({
  id: 'oven',
  names: { en: ['Oven', 'built-in oven', 'wall oven', 'baking oven'], zh: ['烤箱', '嵌入式烤箱', '蒸烤箱', '蒸箱'] },
  group: 'kitchen',
  size: { typical: [0.595, 0.57, 0.595], min: [0.4, 0.35, 0.3], max: [0.9, 0.65, 0.9] },
  source: 'kitchen appliance trade sizes',
  mount: 'surface',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0 },
  rooms: ['kitchen'],
  physics: { mass: 34, movable: false, friction: 0.5, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [],
  finishes: { body: { material: 'steel' }, glass: { material: 'black_glass' }, handles: { material: 'aluminium' } },
  surfaces: () => [],
  shape(model, { size: [w, d, h], states }) {
    const x: Range = [-w / 2, w / 2]
    const face = -d / 2 + 0.045
    model.add('body', box(x, [face + 0.02, d / 2], [0, h], 0.003))
    const panel = h - Math.min(0.11, h * 0.2)
    model.add('glass', box(x, [face - 0.002, face + 0.02], [panel + 0.002, h], 0.003))
    addOvenDoor(model, x, [-d / 2, face + 0.02], [0.004, panel - 0.002], states?.open ?? 0, 'glass')
    const r = Math.min(0.018, (h - panel) * 0.3)
    for (const at of [-w * 0.3, w * 0.3]) {
      const knob = cylinder(0, 0, 0, 0.026, r, r * 0.9)
      model.add('handles', move(turn(knob, 'x', Math.PI / 2), at, face, (panel + h) / 2))
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block([-w * 0.38, w * 0.38], [-d / 2 + 0.06, d / 2 - 0.04], 0.03)),
  ],
})

import { shade } from '../assemblies/shade.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { block, dashed, outline, stroke } from '../symbol.ts'

export const wallLamp = defineKind({
  id: 'wall_lamp',
  names: { en: ['Wall lamp', 'sconce', 'wall light', 'wall sconce'], zh: ['壁灯', '墙灯', '床头壁灯'] },
  group: 'lighting',
  size: { typical: [0.16, 0.2, 0.3], min: [0.08, 0.1, 0.14], max: [0.4, 0.35, 0.6] },
  source: 'trade sizes',
  mount: 'wall',
  mountHeight: 1.5,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bedroom', 'living_room', 'hallway', 'bathroom', 'entrance'],
  physics: { mass: 1.2, movable: false, friction: 0.5, centerOfMass: 0.5 },
  light: { lumens: 350, kelvin: 2700, height: 0.6 },
  companions: [],
  finishes: {
    shade: { material: 'linen', color: '#f0e7d8' },
    frame: { material: 'brass' },
    bulb: { material: 'frosted_glass', color: '#fff3dc' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) {
      model.shine('bulb', 1)
      model.shine('shade', 0.55)
    }
    const r = Math.min(w / 2, (d - 0.03) / 2)
    const y = -d / 2 + r
    const high = h * 0.66
    model.add(
      'frame',
      box(span(0, Math.min(0.09, w * 0.8)), [d / 2 - 0.018, d / 2], [0, Math.min(0.16, h * 0.6)], 0.006),
    )
    model.add(
      'frame',
      tube(
        [
          [0, d / 2 - 0.015, h * 0.2],
          [0, y, h * 0.2],
          [0, y, h * 0.36],
        ],
        0.007,
        { segments: 8 },
      ),
    )
    model.add('shade', shade(0, y, h - high, h, r, r * 0.72, 24))
    model.add('bulb', ball(0, y, h * 0.6, r * 0.32))
    if (w / 2 > r + 0.01)
      for (const side of [-1, 1])
        model.add('frame', box(span(side * (w / 2 - 0.01), 0.02), [d / 2 - 0.012, d / 2], [0.02, 0.1], 0.003))
  },
  symbol: ({ size: [w, d] }) => {
    const r = Math.min(w / 2, (d - 0.03) / 2)
    const y = -d / 2 + r
    return [
      dashed(ellipse(0, y, r, r, 24)),
      outline(block(span(0, Math.min(0.09, w * 0.8)), [d / 2 - 0.018, d / 2])),
      stroke([0, y], [0, d / 2 - 0.018]),
    ]
  },
})

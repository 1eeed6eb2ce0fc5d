import { drawCeilingLamp } from '../assemblies/draw-lamp.ts'
import { dome, shade } from '../assemblies/shade.ts'
import { defineKind } from '../kind.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { scale } from '../modelling/transform.ts'

export const pendantLight = defineKind({
  id: 'pendant_light',
  names: {
    en: ['Pendant light', 'pendant lamp', 'hanging lamp', 'pendant', 'hanging light', 'suspension lamp'],
    zh: ['吊灯', '餐吊灯', '单头吊灯', '吊线灯'],
  },
  group: 'lighting',
  size: { typical: [0.45, 0.45, 0.6], min: [0.15, 0.15, 0.2], max: [1.0, 1.0, 1.8] },
  source: 'catalogue sizes; trade sizes; the height includes the cord',
  variants: ['dome', 'globe', 'drum'],
  mount: 'ceiling',
  wallAffinity: 'ceiling',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['dining_room', 'living_room', 'kitchen', 'bedroom'],
  physics: { mass: 3, movable: false, friction: 0.5, centerOfMass: 0.3 },
  light: { lumens: 1000, kelvin: 2700, height: 0.12 },
  companions: [
    {
      category: 'dining_table',
      relation: 'above',
      count: { min: 0, max: 1 },
      gap: { min: 0.7, best: 0.75, max: 0.85 },
    },
  ],
  finishes: {
    shade: { material: 'painted_metal', color: '#a9b1a0' },
    cord: { material: 'black_metal' },
    bulb: { material: 'frosted_glass', color: '#fff3dc' },
  },
  shape(model, { size: [w, d, h], variant, states }) {
    const r = w / 2
    const squash = d / w
    if (states?.on) {
      model.shine('bulb', 1)
      if (variant === 'drum') model.shine('shade', 0.5)
    }
    const body = Math.min(h - 0.06, variant === 'globe' ? w : variant === 'drum' ? w * 0.55 : w * 0.58)
    model.add(
      'cord',
      cylinder(0, 0, h - 0.025, h, Math.min(0.055, r * 0.6), Math.min(0.05, r * 0.55), 20),
      cylinder(0, 0, body - 0.01, h - 0.02, 0.004, 0.004, 6),
    )
    if (variant === 'globe') {
      model.add('bulb', scale(ball(0, 0, body / 2, r, body, 24), 1, squash, 1))
      model.add('shade', cylinder(0, 0, body - 0.03, body + 0.03, r * 0.18, r * 0.16, 16))
      return
    }
    if (variant === 'drum') model.add('shade', scale(shade(0, 0, 0, body, r, r * 0.94, 32), 1, squash, 1))
    else
      model.add(
        'shade',
        scale(dome(0, 0, 0, body * 0.86, r, r * 0.12, 32), 1, squash, 1),
        cylinder(0, 0, body * 0.84, body, r * 0.13, r * 0.1, 16),
      )
    model.add('bulb', ball(0, 0, body * 0.34, Math.min(0.06, r * 0.3)))
  },
  symbol: ({ size: [w, d] }) => drawCeilingLamp(w, d),
})

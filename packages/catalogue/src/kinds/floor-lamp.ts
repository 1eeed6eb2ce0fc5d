import { drawLamp } from '../assemblies/draw-lamp.ts'
import { shade } from '../assemblies/shade.ts'
import { defineKind } from '../kind.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { roundedPath, tube } from '../modelling/tube.ts'
import { outline, stroke } from '../symbol.ts'

export const floorLamp = defineKind({
  id: 'floor_lamp',
  names: {
    en: ['Floor lamp', 'standing lamp', 'lamp', 'torchiere', 'reading lamp', 'arc lamp', 'standard lamp'],
    zh: ['落地灯', '立灯', '阅读灯', '钓鱼灯'],
  },
  group: 'lighting',
  size: { typical: [0.45, 0.45, 1.6], min: [0.22, 0.22, 1.1], max: [1.1, 0.7, 2.1] },
  source: 'box sizes of simulated homes; catalogue sizes',
  variants: ['drum', 'arc'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0.2, recommended: 0.3 }, side: 0 },
  rooms: ['living_room', 'bedroom', 'study'],
  physics: { mass: 6, movable: true, friction: 0.5, centerOfMass: 0.35 },
  light: { lumens: 900, kelvin: 2700, height: 0.86 },
  companions: [
    { category: 'sofa', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.19, max: 0.5 } },
  ],
  finishes: {
    shade: { material: 'linen', color: '#efe6d6' },
    stand: { material: 'brass' },
    bulb: { material: 'frosted_glass', color: '#fff3dc' },
  },
  shape(model, { size: [w, d, h], variant, states }) {
    const r = Math.min(w, d) / 2
    if (states?.on) {
      model.shine('bulb', 1)
      model.shine('shade', 0.55)
    }
    if (variant === 'arc') {
      const foot = Math.min(0.15, r * 0.8)
      const lamp = Math.min(0.16, d / 2, w * 0.25)
      const base = -w / 2 + foot
      const reach = w / 2 - lamp
      model.add('stand', cylinder(base, 0, 0, 0.04, foot, foot, 28))
      const path = roundedPath(
        [
          [base, 0, 0.04],
          [base, 0, h - 0.012],
          [reach, 0, h - 0.012],
          [reach, 0, h - 0.16],
        ],
        Math.min(0.6, w * 0.7),
        9,
      )
      model.add('stand', tube(path, 0.011, { segments: 8 }))
      model.add('shade', shade(reach, 0, h - 0.34, h - 0.15, lamp, lamp * 0.5))
      model.add('bulb', ball(reach, 0, h - 0.27, lamp * 0.4))
      return
    }
    const drum = Math.min(0.32, h * 0.19)
    model.add(
      'stand',
      cylinder(0, 0, 0, 0.022, r * 0.62, r * 0.62, 28),
      cylinder(0, 0, 0.022, h - drum * 0.45, 0.011, 0.011, 10),
    )
    model.add('shade', shade(0, 0, h - drum, h, r, r * 0.82, 28))
    model.add('bulb', ball(0, 0, h - drum * 0.55, Math.min(0.045, r * 0.4)))
  },
  symbol: ({ size: [w, d], variant }) => {
    const r = Math.min(w, d) / 2
    if (variant === 'arc') {
      const lamp = Math.min(0.16, d / 2, w * 0.25)
      const foot = Math.min(0.15, r * 0.8)
      return [
        outline(ellipse(w / 2 - lamp, 0, lamp, lamp)),
        outline(ellipse(-w / 2 + foot, 0, foot, foot)),
        stroke([-w / 2 + foot, 0], [w / 2 - lamp, 0]),
      ]
    }
    return drawLamp(w, d)
  },
})

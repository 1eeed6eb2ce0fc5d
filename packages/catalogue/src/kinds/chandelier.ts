import { drawCeilingLamp } from '../assemblies/draw-lamp.ts'
import { defineKind } from '../kind.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { dashed } from '../symbol.ts'

export const chandelier = defineKind({
  id: 'chandelier',
  names: {
    en: ['Chandelier', 'multi-arm lamp', 'branched lamp', 'sputnik lamp'],
    zh: ['枝形吊灯', '水晶灯', '多头吊灯', '客厅吊灯', '大吊灯'],
  },
  group: 'lighting',
  size: { typical: [0.75, 0.75, 0.65], min: [0.4, 0.4, 0.35], max: [1.3, 1.3, 1.5] },
  source: 'trade sizes',
  mount: 'ceiling',
  wallAffinity: 'ceiling',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['living_room', 'dining_room'],
  physics: { mass: 8, movable: false, friction: 0.5, centerOfMass: 0.3, fragile: true },
  light: { lumens: 3000, kelvin: 2700, height: 0.15 },
  companions: [],
  finishes: { frame: { material: 'brass' }, bulbs: { material: 'frosted_glass', color: '#fff3dc' } },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('bulbs', 1)
    const arms = armsOf(w)
    const bulb = Math.min(0.06, w * 0.085)
    const hub = Math.min(h * 0.34, 0.22)
    model.add(
      'frame',
      cylinder(0, 0, h - 0.025, h, 0.06, 0.055, 20),
      cylinder(0, 0, hub, h - 0.02, 0.009, 0.009, 10),
      ball(0, 0, hub, 0.035, 0.07, 14),
    )
    for (let k = 0; k < arms; k++) {
      const a = (Math.PI * 2 * k) / arms
      const at = (t: number, z: number): Vector3 => [
        Math.cos(a) * (w / 2 - bulb) * t,
        Math.sin(a) * (d / 2 - bulb) * t,
        z,
      ]
      const base = bulb * 1.1
      model.add(
        'frame',
        tube(
          [
            at(0.04, hub),
            at(0.45, hub - Math.min(0.06, hub * 0.4)),
            at(0.85, hub - Math.min(0.05, hub * 0.3)),
            at(1, base + bulb * 0.9),
          ],
          0.007,
          { segments: 7 },
        ),
      )
      const tip = at(1, base)
      model.add('frame', cylinder(tip[0], tip[1], base + bulb * 0.7, base + bulb * 1.2, bulb * 0.5, bulb * 0.4, 12))
      model.add('bulbs', ball(tip[0], tip[1], bulb, bulb, bulb * 2, 14))
    }
  },
  symbol: ({ size: [w, d] }) => [
    ...drawCeilingLamp(w * 0.5, d * 0.5),
    ...Array.from({ length: armsOf(w) }, (_, k) => {
      const a = (Math.PI * 2 * k) / armsOf(w)
      return dashed(ellipse(Math.cos(a) * w * 0.42, Math.sin(a) * d * 0.42, w * 0.08, d * 0.08, 14))
    }),
  ],
})

/** More arms on a wider one. */
function armsOf(w: number): number {
  return Math.max(5, Math.min(12, Math.round((w * Math.PI) / 0.38)))
}

import { drawLamp } from '../assemblies/draw-lamp.ts'
import { shade } from '../assemblies/shade.ts'
import { defineKind } from '../kind.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'

export const deskLamp = defineKind({
  id: 'desk_lamp',
  names: {
    en: ['Desk lamp', 'task lamp', 'study lamp', 'work lamp', 'architect lamp'],
    zh: ['书桌灯', '护眼灯', '工作灯', '学习灯', '办公台灯'],
  },
  group: 'lighting',
  size: { typical: [0.2, 0.42, 0.48], min: [0.12, 0.25, 0.3], max: [0.4, 0.6, 0.85] },
  source: 'box sizes of simulated homes',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['study', 'bedroom', 'kids_room'],
  physics: { mass: 1.8, movable: true, friction: 0.5, centerOfMass: 0.35 },
  light: { lumens: 500, kelvin: 4000, height: 0.7 },
  companions: [{ category: 'desk', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    shade: { material: 'painted_metal', color: '#8f9a86' },
    stand: { material: 'black_metal' },
    bulb: { material: 'frosted_glass', color: '#fff6e4' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('bulb', 1)
    const foot = Math.min(w / 2, d * 0.26)
    const back = d / 2 - foot
    const elbow: Vector3 = [0, d / 2 - 0.012, h * 0.56]
    const cone = Math.min(w / 2, 0.09)
    // The shade tips forward; its rim touches the front of the box.
    const head: Vector3 = [0, -d / 2 + cone + 0.03, h - 0.02]
    model.add('stand', cylinder(0, back, 0, 0.02, foot, foot * 0.97, 28))
    model.add(
      'stand',
      tube([[0, back, 0.02], elbow], 0.007, { segments: 8 }),
      ball(elbow[0], elbow[1] - 0.003, elbow[2], 0.0145, 0.029, 10),
      tube([elbow, [0, head[1] + 0.02, head[2]]], 0.007, { segments: 8 }),
    )
    const tilt = -0.45
    const lift = (g: ReturnType<typeof shade>) => move(turn(g, 'x', tilt), head[0], head[1] + 0.02, head[2] - 0.012)
    model.add(
      'shade',
      lift(shade(0, 0, -cone * 1.5, 0, cone * 0.94, cone * 0.3, 24)),
      lift(cylinder(0, 0, -0.02, 0.004, cone * 0.3, cone * 0.26, 18)),
    )
    model.add('bulb', lift(ball(0, 0, -cone * 0.95, cone * 0.36, cone * 0.8, 12)))
  },
  symbol: ({ size: [w, d] }) => drawLamp(w, d),
})

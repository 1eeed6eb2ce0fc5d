import { drawLamp } from '../assemblies/draw-lamp.ts'
import { shade } from '../assemblies/shade.ts'
import { defineKind } from '../kind.ts'
import { ball, lathe } from '../modelling/lathe.ts'

export const tableLamp = defineKind({
  id: 'table_lamp',
  names: {
    en: ['Table lamp', 'bedside lamp', 'nightstand lamp', 'accent lamp'],
    zh: ['台灯', '床头灯', '桌灯'],
  },
  group: 'lighting',
  size: { typical: [0.28, 0.28, 0.46], min: [0.12, 0.12, 0.2], max: [0.5, 0.5, 0.8] },
  source: 'box sizes of simulated homes',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bedroom', 'living_room', 'study'],
  physics: { mass: 2, movable: true, friction: 0.5, centerOfMass: 0.4, fragile: true },
  light: { lumens: 470, kelvin: 2700, height: 0.72 },
  companions: [{ category: 'nightstand', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    shade: { material: 'linen', color: '#f0e7d8' },
    base: { material: 'stoneware', color: '#b79a83' },
    stem: { material: 'brass' },
    bulb: { material: 'frosted_glass', color: '#fff3dc' },
  },
  shape(model, { size: [w, d, h], states }) {
    const r = Math.min(w, d) / 2
    if (states?.on) {
      model.shine('bulb', 1)
      model.shine('shade', 0.55)
    }
    const body = h * 0.46
    model.add(
      'base',
      lathe(
        0,
        0,
        [
          [0, 0],
          [r * 0.38, 0],
          [r * 0.42, h * 0.012],
          [r * 0.62, body * 0.3],
          [r * 0.66, body * 0.45],
          [r * 0.55, body * 0.7],
          [r * 0.22, body * 0.93],
          [r * 0.16, body],
          [0, body],
        ],
        24,
      ),
    )
    model.add(
      'stem',
      lathe(
        0,
        0,
        [
          [0, body],
          [r * 0.07, body],
          [r * 0.07, h * 0.62],
          [0, h * 0.62],
        ],
        10,
      ),
    )
    model.add('shade', shade(0, 0, h * 0.5, h, r, r * 0.74, 28))
    model.add('bulb', ball(0, 0, h * 0.7, r * 0.26))
  },
  symbol: ({ size: [w, d] }) => drawLamp(w, d),
})

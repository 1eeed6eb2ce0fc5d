import { defineKind } from '../kind.ts'
import { lathe } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline, stroke } from '../symbol.ts'

export const cup = defineKind({
  id: 'cup',
  names: { en: ['Cup', 'mug', 'coffee cup', 'tea cup', 'glass'], zh: ['杯子', '水杯', '马克杯', '咖啡杯', '茶杯'] },
  group: 'decor',
  size: { typical: [0.115, 0.085, 0.095], min: [0.07, 0.05, 0.05], max: [0.16, 0.13, 0.2] },
  source: 'box sizes of simulated homes',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 0.3, movable: true, friction: 0.4, centerOfMass: 0.45, fragile: true },
  companions: [{ category: 'coffee_table', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { body: { material: 'stoneware', color: '#e6ded0' }, drink: { material: 'water', color: '#6b4a33' } },
  shape(model, { size: [w, d, h] }) {
    const r = Math.min(d, w * 0.82) / 2
    const x = -w / 2 + r
    const t = Math.min(0.005, r * 0.12)
    model.add(
      'body',
      lathe(
        x,
        0,
        [
          [0, 0],
          [r * 0.8, 0],
          [r * 0.86, h * 0.05],
          [r, h * 0.4],
          [r, h - 0.001],
          [r - t * 0.4, h],
          [r - t, h - 0.001],
          [r - t, h * 0.4],
          [r * 0.76, h * 0.1],
          [0, h * 0.09],
        ],
        24,
      ),
    )
    model.add(
      'drink',
      lathe(
        x,
        0,
        [
          [r - t - 0.0005, h * 0.8],
          [0, h * 0.8],
        ],
        20,
      ),
    )
    const reach = w / 2 - (x + r)
    if (reach > 0.012)
      model.add(
        'body',
        tube(
          [
            [x + r - 0.003, 0, h * 0.78],
            [x + r + reach * 0.55, 0, h * 0.8],
            [x + r + reach - 0.005, 0, h * 0.6],
            [x + r + reach - 0.008, 0, h * 0.4],
            [x + r - 0.006, 0, h * 0.22],
          ],
          0.005,
          { segments: 7 },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => {
    const body = Math.min(d, w * 0.82)
    const x = -w / 2 + body / 2
    return [
      outline(ellipse(x, 0, body / 2, d / 2, 24)),
      detail(ellipse(x, 0, body * 0.4, d * 0.4, 20)),
      stroke([x + body / 2, d * 0.1], [w / 2, d * 0.1], [w / 2, -d * 0.1], [x + body / 2, -d * 0.1]),
    ]
  },
})

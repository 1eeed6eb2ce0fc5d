import { defineKind } from '../kind.ts'
import { ball, lathe } from '../modelling/lathe.ts'
import { leaf } from '../modelling/leaf.ts'
import type { Point } from '../modelling/ring.ts'
import { ellipse } from '../modelling/ring.ts'
import { scale } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline } from '../symbol.ts'

export const vase = defineKind({
  id: 'vase',
  names: {
    en: ['Vase', 'flower vase', 'ornaments', 'decoration', 'jug'],
    zh: ['花瓶', '花器', '装饰品', '摆设'],
  },
  group: 'decor',
  size: { typical: [0.2, 0.2, 0.42], min: [0.06, 0.06, 0.08], max: [0.45, 0.45, 1.0] },
  source: 'box sizes of simulated homes',
  variants: ['twigs', 'empty'],
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 1.2, movable: true, friction: 0.45, centerOfMass: 0.35, fragile: true },
  companions: [],
  finishes: {
    body: { material: 'stoneware', color: '#d8cfc2' },
    twigs: { material: 'bark', color: '#8a755c' },
    leaves: { material: 'plant', color: '#90a083' },
  },
  shape(model, { size: [w, d, h], variant }) {
    const isEmpty = variant === 'empty' || h < 0.16
    const high = isEmpty ? h : h * 0.56
    const r = (w / 2) * (isEmpty ? 1 : 0.62)
    const neck = r * 0.36
    const profile: Point[] = [
      [0, 0],
      [r * 0.5, 0],
      [r * 0.55, high * 0.012],
      [r * 0.86, high * 0.22],
      [r, high * 0.42],
      [r * 0.9, high * 0.6],
      [neck * 1.15, high * 0.82],
      [neck, high * 0.9],
      [neck * 1.25, high * 0.99],
      [neck * 1.2, high],
      [neck * 1.0, high * 0.99],
      [neck * 0.8, high * 0.9],
      [neck, high * 0.78],
      [0, high * 0.7],
    ]
    model.add('body', scale(lathe(0, 0, profile, 26), 1, d / w, 1))
    if (isEmpty) return
    const tips = [
      [0.99, 0.1, 1],
      [-0.7, 0.75, 0.92],
      [0.1, -0.99, 0.88],
      [-0.35, -0.5, 0.97],
      [-0.99, -0.05, 0.8],
      [0.4, 0.97, 0.84],
    ] as const
    for (const [k, [tx, ty, tz]] of tips.entries()) {
      const inset = Math.min(0.012, w * 0.08)
      const tip = [tx * (w / 2 - inset), ty * (d / 2 - inset), h * tz - inset] as const
      model.add(
        'twigs',
        tube([[0, 0, high * 0.75], [tip[0] * 0.25, tip[1] * 0.25, high * 1.05], tip], Math.max(0.0012, w * 0.008), {
          segments: 5,
          endRadius: Math.max(0.0008, w * 0.004),
        }),
      )
      for (const t of [0.45, 0.62, 0.8, 1]) {
        const at = [
          tip[0] * (0.25 + 0.75 * t),
          tip[1] * (0.25 + 0.75 * t),
          high * 1.05 + (tip[2] - high * 1.05) * t,
        ] as const
        model.add(
          'leaves',
          t === 1
            ? ball(at[0], at[1], at[2], inset * 0.95, inset * 1.9, 7)
            : leaf({
                base: at,
                yaw: k * 2.4 + t * 9,
                length: w * 0.17,
                width: w * 0.1,
                rise: 0.6,
                droop: 0.5,
                pieces: 3,
              }),
        )
      }
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0, w / 2, d / 2, 28)),
    detail(ellipse(0, 0, w * 0.3, d * 0.3, 20)),
    detail(ellipse(0, 0, w * 0.14, d * 0.14, 16)),
  ],
})

import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const recliner = defineKind({
  id: 'recliner',
  names: {
    en: ['Recliner', 'reclining chair', 'lift chair', 'riser recliner', 'massage chair', 'recliner lift chair'],
    zh: ['功能沙发', '助起沙发', '电动沙发', '按摩椅', '头等舱沙发', '助站椅'],
  },
  group: 'seating',
  size: { typical: [0.85, 0.95, 1.08], min: [0.7, 0.8, 0.9], max: [1.0, 1.1, 1.2] },
  source: 'trade sizes; seat height 0.43–0.48 m',
  presets: [
    {
      id: 'recliner_lift_chair',
      names: { en: ['Lift chair', 'riser recliner'], zh: ['助起沙发', '助站椅'] },
      size: [0.85, 0.95, 1.08],
    },
  ],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.2 }, side: 0.15 },
  rooms: ['living_room', 'bedroom'],
  physics: { mass: 55, movable: true, friction: 0.55, centerOfMass: 0.42, softness: 0.7 },
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.3 } },
  ],
  finishes: { upholstery: { material: 'leather', color: '#a5825f' }, base: { material: 'black_metal' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const arm = w * 0.19
    const seat = 0.46
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    model.add('base', box([x[0] + 0.08, x[1] - 0.08], [y[0] + 0.12, y[1] - 0.1], [0, 0.06], 0.005))
    const soft = (a: Range, b: Range, z: Range, radius: number, crown = 0) =>
      model.add('upholstery', softBox(a, b, z, { radius, segments: 2, crown }))
    for (const a of [
      [x[0], x[0] + arm],
      [x[1] - arm, x[1]],
    ] as const)
      soft(a, [y[0] + 0.03, y[1] - 0.06], [0.06, seat + 0.18], 0.06, 0.015)
    const inner: Range = [x[0] + arm + 0.003, x[1] - arm - 0.003]
    soft(inner, [y[0] + 0.02, y[1] - 0.2], [0.08, seat * 0.62], 0.03)
    soft(inner, [y[0], y[1] - 0.2], [seat * 0.6, seat], 0.06, 0.03)
    const lean = 0.2
    const thick = 0.2
    const high = (h - 0.3) / Math.cos(lean) - thick * Math.sin(lean) * 0.5
    const cushions: [number, number][] = [
      [0, 0.36],
      [0.36, 0.68],
      [0.68, 1],
    ]
    for (const [from, to] of cushions) {
      const g = softBox([inner[0] - 0.03, inner[1] + 0.03], [-thick, 0], [high * from + 0.003, high * to], {
        radius: 0.06,
        crown: 0.04,
        face: 'front',
        segments: 2,
      })
      model.add(
        'upholstery',
        move(turn(g, 'x', -lean), 0, y[1] - high * Math.sin(lean) - 0.002, h - high * Math.cos(lean) - 0.002),
      )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.08)),
    detail(block([-w * 0.31, w * 0.31], [-d / 2 + 0.01, d / 2 - d * 0.28], 0.05)),
    detail(block([-w * 0.34, w * 0.34], [d / 2 - d * 0.27, d / 2 - 0.02], 0.06)),
    detail(block([-w * 0.31, w * 0.31], [-d / 2 + 0.01, -d / 2 + d * 0.18], 0.04)),
  ],
})

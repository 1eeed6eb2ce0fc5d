import { defineKind } from '../kind.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { roundedPath, tube } from '../modelling/tube.ts'
import { detail, outline, stroke } from '../symbol.ts'

export const walker = defineKind({
  id: 'walker',
  names: {
    en: ['Walker', 'walking frame', 'zimmer frame', 'walking aid'],
    zh: ['助行器', '助步器', '步行器', '学步车'],
  },
  group: 'care',
  size: { typical: [0.58, 0.52, 0.86], min: [0.48, 0.4, 0.74], max: [0.7, 0.7, 1.0] },
  source: 'care practice; trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['back'],
  clearance: { front: { min: 0, recommended: 0.6 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 3, movable: true, friction: 0.5, centerOfMass: 0.5 },
  companions: [],
  finishes: { frame: { material: 'aluminium' }, grips: { material: 'rubber' } },
  shape(model, { size: [w, d, h] }) {
    const r = 0.0125
    const tip = 0.02
    for (const side of [-1, 1]) {
      const foot = side * (w / 2 - tip)
      const hand = side * (w / 2 - 0.06)
      const path: Vector3[] = [
        [foot, -d / 2 + tip, 0.03],
        [hand, -d / 2 + 0.08, h - r - 0.004],
        [hand, d / 2 - 0.07, h - r - 0.004],
        [foot, d / 2 - tip, 0.03],
      ]
      model.add('frame', tube(roundedPath(path, 0.08, 5), r, { segments: 8 }))
      model.add(
        'grips',
        tube(
          [
            [hand, -d * 0.1, h - r - 0.004],
            [hand, d / 2 - 0.14, h - r - 0.004],
          ],
          r + 0.004,
          { segments: 10 },
        ),
      )
      for (const y of [-d / 2 + tip, d / 2 - tip]) model.add('grips', cylinder(foot, y, 0, 0.05, tip, tip * 0.8, 12))
      const at = (t: number): number => foot + (hand - foot) * t
      model.add(
        'frame',
        tube(
          [
            [at(0.45), -d / 2 + 0.045, h * 0.45],
            [at(0.45), d / 2 - 0.042, h * 0.45],
          ],
          0.009,
          { segments: 7 },
        ),
      )
    }
    for (const [z, k] of [
      [h * 0.45, 0.45],
      [h * 0.72, 0.72],
    ] as const) {
      const x = w / 2 - tip + (-0.06 + tip) * k
      const y = -d / 2 + tip + 0.06 * k
      model.add(
        'frame',
        tube(
          [
            [-x, y, z],
            [x, y, z],
          ],
          0.01,
          { segments: 7 },
        ),
      )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline([
      [-w / 2, -d / 2],
      [w / 2, -d / 2],
      [w / 2, d / 2],
      [w / 2 - 0.05, d / 2],
      [w / 2 - 0.05, -d / 2 + 0.05],
      [-w / 2 + 0.05, -d / 2 + 0.05],
      [-w / 2 + 0.05, d / 2],
      [-w / 2, d / 2],
    ]),
    ...[-1, 1].flatMap((s) =>
      [-1, 1].map((t) => detail(ellipse(s * (w / 2 - 0.025), t * (d / 2 - 0.025), 0.02, 0.02, 10))),
    ),
    stroke([-w / 2 + 0.05, -d / 2 + 0.09], [w / 2 - 0.05, -d / 2 + 0.09]),
  ],
})

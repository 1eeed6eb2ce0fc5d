import { defineKind } from '../kind.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { ellipse, type Point } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { scale } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline } from '../symbol.ts'

export const basket = defineKind({
  id: 'basket',
  names: {
    en: ['Basket', 'storage basket', 'wicker basket', 'toy basket', 'woven basket', 'storage box'],
    zh: ['篮子', '收纳篮', '藤编篮', '储物篮', '收纳筐', '储物箱'],
  },
  group: 'storage',
  size: { typical: [0.4, 0.4, 0.45], min: [0.18, 0.18, 0.12], max: [0.65, 0.6, 0.8] },
  source: 'catalogue sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.3, recommended: 0.45 }, side: 0 },
  rooms: ['bathroom', 'laundry', 'bedroom', 'living_room', 'kids_room'],
  physics: { mass: 2, movable: true, friction: 0.5, centerOfMass: 0.45 },
  companions: [],
  finishes: {
    body: { material: 'rattan' },
    rim: { material: 'jute' },
    cloth: { material: 'cotton', color: '#ece5d8' },
  },
  shape(model, { size: [w, d, h] }) {
    const handle = Math.min(0.03, h * 0.12)
    const top = h - handle
    const r = w / 2 - 0.008
    const bands = Math.max(4, Math.round(top / 0.06))
    const side: Point[] = [
      [0, 0],
      [r * 0.8, 0],
    ]
    for (let k = 0; k < bands; k++) {
      const t = (k + 0.5) / bands
      side.push(
        [r * (0.8 + 0.2 * Math.sin((t * Math.PI) / 2)) + 0.003, top * t],
        [r * (0.8 + 0.2 * Math.sin((((k + 1) / bands) * Math.PI) / 2)) - 0.002, (top * (k + 1)) / bands],
      )
    }
    const inner: Point[] = [
      [r - 0.016, top],
      [r * 0.93 - 0.016, top * 0.5],
      [r * 0.8 - 0.014, 0.02],
      [0, 0.02],
    ]
    const squash = d / w
    model.add('body', scale(lathe(0, 0, [...side, ...inner], 28), 1, squash, 1))
    const rim = ellipse(0, 0, r - 0.006, (r - 0.006) * squash, 28).map(([x, y]): Vector3 => [x, y, top - 0.004])
    model.add('rim', tube(rim, 0.0125, { segments: 7, closed: true }))
    for (const s of [-1, 1]) {
      const x = s * (w / 2 - 0.016)
      model.add(
        'rim',
        tube(
          [
            [x, -0.07, top - 0.02],
            [x, -0.045, h - 0.009],
            [x, 0.045, h - 0.009],
            [x, 0.07, top - 0.02],
          ],
          0.008,
          { segments: 7 },
        ),
      )
    }
    model.add(
      'cloth',
      softBox([-r * 0.72, r * 0.62], [-d * 0.33, d * 0.3], [top * 0.6, top * 0.97], {
        radius: 0.05,
        crown: Math.min(0.04, h * 0.08),
      }),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0, w / 2, d / 2, 32)),
    detail(ellipse(0, 0, w * 0.42, d * 0.42, 32)),
    detail(ellipse(0, 0, w * 0.3, d * 0.3, 24)),
  ],
})

import { leg } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { arc, type Point, superellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline } from '../symbol.ts'

export const barStool = defineKind({
  id: 'bar_stool',
  names: {
    en: ['Bar stool', 'bar chair', 'counter stool', 'high stool', 'barstool'],
    zh: ['吧凳', '吧椅', '高脚凳', '高脚椅', '吧台椅'],
  },
  group: 'seating',
  size: { typical: [0.43, 0.47, 0.92], min: [0.34, 0.34, 0.58], max: [0.58, 0.58, 1.2] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.6 }, side: 0 },
  rooms: ['kitchen', 'dining_room'],
  physics: { mass: 7, movable: true, friction: 0.4, centerOfMass: 0.6 },
  companions: [
    {
      category: 'kitchen_island',
      relation: 'around',
      count: { min: 0, max: 1 },
      gap: { min: -0.25, best: 0.05, max: 0.15 },
    },
  ],
  finishes: { seat: { material: 'leather' }, frame: { material: 'black_metal' }, back: { material: 'leather' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const hasBack = h > 0.8
    const seat = hasBack ? h - Math.min(0.26, h * 0.27) : h
    for (const x of [-1, 1])
      for (const y of [-1, 1])
        model.add(
          'frame',
          leg([(x * w) / 2, (y * d) / 2], [-x, -y], [0, seat - 0.04], { thickness: 0.03, splay: 0.05, round: true }),
        )
    const rung = seat * 0.34
    const inset = 0.028
    const [rx, ry] = [w / 2 - inset, d / 2 - inset]
    model.add(
      'frame',
      tube(
        [
          [-rx, -ry, rung],
          [rx, -ry, rung],
          [rx, ry, rung],
          [-rx, ry, rung],
        ],
        0.009,
        { segments: 8, closed: true },
      ),
    )
    model.add(
      'seat',
      softBox([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.02, d / 2 - 0.03], [seat - 0.05, seat], {
        radius: 0.024,
        crown: 0.008,
        segments: 2,
      }),
    )
    if (!hasBack) return
    for (const side of [-1, 1])
      model.add(
        'frame',
        tube(
          [
            [side * (w / 2 - 0.08), d / 2 - 0.06, seat - 0.04],
            [side * (w / 2 - 0.075), d / 2 - 0.016, h - 0.06],
          ],
          0.011,
          { segments: 8 },
        ),
      )
    const board: Point[] = [
      ...arc(0, d / 2 - 0.004 - 0.6, 0.6, 0.6, Math.PI / 2 - 0.36 * (w / 0.43), Math.PI / 2 + 0.36 * (w / 0.43), 8),
      ...arc(0, d / 2 - 0.004 - 0.6, 0.575, 0.575, Math.PI / 2 + 0.36 * (w / 0.43), Math.PI / 2 - 0.36 * (w / 0.43), 8),
    ]
    model.add('back', extrude(board, [h - 0.15, h], { bevel: 0.008 }))
  },
  symbol: ({ size: [w, d, h] }) => [
    outline(superellipse(0, 0, w / 2, d / 2, 3, 32)),
    detail(superellipse(0, 0, w * 0.4, d * 0.4, 2.4, 28)),
    ...(h > 0.8
      ? [
          {
            points: arc(0, 0, w * 0.46, d * 0.46, Math.PI * 0.2, Math.PI * 0.8, 10),
            closed: false,
            style: 'detail' as const,
          },
        ]
      : []),
  ],
})

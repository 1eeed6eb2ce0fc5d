import { addLegs } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { roundedRectangle } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const highChair = defineKind({
  id: 'high_chair',
  names: { en: ['High chair', 'highchair', 'baby chair', 'feeding chair'], zh: ['儿童餐椅', '宝宝餐椅', '婴儿餐椅'] },
  group: 'kids',
  size: { typical: [0.56, 0.6, 1.0], min: [0.45, 0.48, 0.8], max: [0.68, 0.72, 1.12] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.45, recommended: 0.6 }, side: 0 },
  rooms: ['dining_room', 'kitchen'],
  physics: { mass: 6, movable: true, friction: 0.4, centerOfMass: 0.5 },
  companions: [
    { category: 'dining_table', relation: 'around', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.15 } },
  ],
  finishes: {
    seat: { material: 'plastic', color: '#f1efe9' },
    legs: { material: 'beech' },
    cushion: { material: 'cotton', color: '#b6c1ab' },
  },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const seat = h * 0.56
    addLegs(model, 'legs', [-w / 2, w / 2], [-d / 2, d / 2], [0, seat - 0.02], {
      thickness: 0.036,
      splay: w * 0.14,
      round: true,
    })
    model.add(
      'legs',
      tube(
        [
          [-w * 0.34, -d * 0.35, h * 0.26],
          [w * 0.34, -d * 0.35, h * 0.26],
        ],
        0.012,
        { segments: 8 },
      ),
    )
    const sx = span(0, w * 0.62)
    model.add('seat', softBox(sx, [-d * 0.28, d * 0.3], [seat - 0.04, seat], { radius: 0.02 }))
    for (const side of [-1, 1])
      model.add(
        'seat',
        softBox([side * w * 0.31 - 0.014, side * w * 0.31 + 0.014], [-d * 0.24, d * 0.3], [seat - 0.02, seat + 0.2], {
          radius: 0.013,
        }),
      )
    const lean = 0.14
    const high = (h - seat) / Math.cos(lean) - 0.004
    model.add(
      'seat',
      move(
        turn(softBox(sx, [-0.035, 0], [0, high], { radius: 0.017, segments: 2 }), 'x', -lean),
        0,
        d / 2 - 0.015 - high * Math.sin(lean),
        seat - 0.004,
      ),
    )
    model.add(
      'cushion',
      softBox(span(0, w * 0.52), [-d * 0.2, d * 0.28], [seat - 0.005, seat + 0.03], { radius: 0.014, crown: 0.006 }),
    )
    model.add(
      'cushion',
      move(
        turn(
          softBox(span(0, w * 0.5), [-0.055, -0.03], [0.05, high * 0.86], {
            radius: 0.012,
            crown: 0.008,
            face: 'front',
          }),
          'x',
          -lean,
        ),
        0,
        d / 2 - 0.015 - high * Math.sin(lean),
        seat,
      ),
    )
    const tray = roundedRectangle(span(0, w * 0.86), [-d * 0.47, -d * 0.14], 0.09, 5)
    model.add('seat', extrude(tray, [seat + 0.19, seat + 0.21], { bevel: 0.006 }))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.03)),
    detail(block([-w * 0.31, w * 0.31], [-d * 0.14, d * 0.42], 0.05)),
    detail(block([-w * 0.43, w * 0.43], [-d * 0.47, -d * 0.14], 0.08)),
  ],
})

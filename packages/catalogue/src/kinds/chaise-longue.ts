import { addLegs } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import type { Range } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const chaiseLongue = defineKind({
  id: 'chaise_longue',
  names: {
    en: ['Chaise longue', 'chaise', 'recamier', 'fainting couch'],
    zh: ['贵妃榻', '贵妃椅', '美人榻'],
  },
  group: 'seating',
  size: { typical: [0.85, 1.6, 0.83], min: [0.6, 1.35, 0.65], max: [1.4, 1.9, 1.05] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front', 'left', 'right'],
  clearance: { front: { min: 0.45, recommended: 0.76 }, side: 0.1 },
  rooms: ['living_room', 'bedroom', 'balcony'],
  physics: { mass: 40, movable: true, friction: 0.55, centerOfMass: 0.4, softness: 0.7 },
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.3 } },
  ],
  finishes: { upholstery: { material: 'velvet', color: '#7f8e7b' }, legs: { material: 'walnut' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    const seat = Math.min(0.42, h * 0.52)
    const legs = seat * 0.36
    addLegs(model, 'legs', [x[0] + 0.04, x[1] - 0.04], [y[0] + 0.06, y[1] - 0.08], [0, legs + 0.01], {
      thickness: 0.042,
      splay: 0.02,
      round: true,
    })
    model.add(
      'upholstery',
      softBox([x[0] + 0.012, x[1] - 0.012], [y[0] + 0.02, y[1] - 0.03], [legs, seat * 0.72], { radius: 0.03 }),
    )
    model.add(
      'upholstery',
      softBox(x, [y[0], y[1] - 0.12], [seat * 0.7, seat], { radius: 0.05, crown: 0.02, segments: 2 }),
    )
    const lean = 0.42
    const thick = 0.16
    const high = (h - seat * 0.55) / Math.cos(lean) - thick * Math.tan(lean)
    const rest = softBox(x, [-thick, 0], [0, high], { radius: 0.06, crown: 0.02, face: 'front', segments: 2 })
    model.add('upholstery', move(turn(rest, 'x', -lean), 0, y[1] - high * Math.sin(lean), seat * 0.55))
    const bolster = 0.09
    model.add(
      'upholstery',
      move(
        turn(
          lathe(
            0,
            0,
            [
              [0, -w * 0.38],
              [bolster * 0.85, -w * 0.375],
              [bolster, -w * 0.34],
              [bolster, w * 0.34],
              [bolster * 0.85, w * 0.375],
              [0, w * 0.38],
            ],
            16,
          ),
          'y',
          Math.PI / 2,
        ),
        0,
        y[1] - high * Math.sin(lean) - thick * 0.9,
        seat + bolster * 0.85,
      ),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.06)),
    detail(block([-w / 2 + 0.02, w / 2 - 0.02], [d / 2 - d * 0.24, d / 2 - 0.02], 0.05)),
    detail(block([-w * 0.38, w * 0.38], [d / 2 - d * 0.34, d / 2 - d * 0.25], 0.04)),
  ],
})

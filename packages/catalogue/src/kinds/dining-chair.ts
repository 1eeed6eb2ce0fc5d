import { leg } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Range } from '../modelling/geometry.ts'
import { arc, type Point } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

const SEAT_TOP = 0.46

export const diningChair = defineKind({
  id: 'dining_chair',
  names: {
    en: ['Dining chair', 'chair', 'side chair', 'kitchen chair', 'wooden chair', 'seat'],
    zh: ['餐椅', '椅子', '靠背椅', '木椅', '座椅'],
  },
  group: 'seating',
  size: { typical: [0.47, 0.53, 0.82], min: [0.38, 0.4, 0.7], max: [0.65, 0.65, 1.05] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  variants: ['plain', 'arms'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.6 }, side: 0 },
  rooms: ['dining_room', 'kitchen', 'study'],
  physics: { mass: 6, movable: true, friction: 0.4, centerOfMass: 0.5 },
  companions: [
    {
      category: 'dining_table',
      relation: 'around',
      count: { min: 0, max: 1 },
      gap: { min: -0.3, best: 0.05, max: 0.15 },
    },
  ],
  finishes: { seat: { material: 'linen', color: '#cfc5b5' }, frame: { material: 'oak' } },
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: -0.02, z: Math.min(SEAT_TOP, h * 0.58), width: w - 0.08, depth: d - 0.12, clear: Infinity },
  ],
  seats: () => 1,
  shape(model, { size: [w, d, h], variant }) {
    const seat = Math.min(SEAT_TOP, h * 0.58)
    const y: Range = [-d / 2, d / 2]
    const thick = 0.036
    const rake = 0.05
    for (const side of [-1, 1]) {
      const x = (side * w) / 2
      model.add(
        'frame',
        leg([x, y[0] + 0.01], [-side, 1], [0, seat - 0.03], { thickness: thick, splay: 0.018, round: true }),
      )
      const post = x - side * (thick * 0.55 + 0.016)
      const foot = x - side * thick * 0.55
      model.add(
        'frame',
        tube(
          [
            [foot, y[1] - 0.014, 0.003],
            [post, y[1] - 0.06, seat - 0.02],
            [post, y[1] - 0.06, seat + 0.03],
            [post, y[1] - 0.06 + rake * 0.9, h - 0.02],
          ],
          0.0135,
          { segments: 8, endRadius: 0.0115 },
        ),
      )
      model.add(
        'frame',
        box(
          [x - side * 0.03 - 0.009, x - side * 0.03 + 0.009],
          [y[0] + 0.05, y[1] - 0.07],
          [seat - 0.065, seat - 0.03],
          0.003,
        ),
      )
      if (variant === 'arms') {
        model.add(
          'frame',
          tube(
            [
              [post, y[1] - 0.05, seat + 0.22],
              [x - side * 0.014, y[0] + 0.1, seat + 0.2],
              [x - side * 0.02, y[0] + 0.06, seat - 0.03],
            ],
            0.0125,
            { segments: 8 },
          ),
        )
      }
    }
    for (const at of [y[0] + 0.045, y[1] - 0.075])
      model.add(
        'frame',
        box([-w / 2 + 0.04, w / 2 - 0.04], [at - 0.009, at + 0.009], [seat - 0.06, seat - 0.03], 0.003),
      )
    model.add(
      'seat',
      softBox([-w / 2 + 0.006, w / 2 - 0.006], [y[0], y[1] - 0.055], [seat - 0.034, seat], {
        radius: 0.014,
        crown: 0.008,
      }),
    )
    // The back rest is a board bent around the sitter.
    const bend = 0.022
    const rest = backBoard(w * 0.96, 0.018, bend)
    const high = Math.min(0.19, (h - seat) * 0.5)
    const board = extrude(rest, [0, high], { bevel: 0.005 })
    model.add('frame', move(turn(board, 'x', -0.1), 0, y[1] - 0.019 - high * 0.1, h - high * 0.995))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.05)),
    detail(block([-w / 2 + 0.02, w / 2 - 0.02], [d / 2 - 0.07, d / 2 - 0.02], 0.02)),
  ],
})

/** A curved board in plan, its hollow towards the sitter; the ends reach forward. */
function backBoard(width: number, thickness: number, bend: number): Point[] {
  const radius = (width * width) / (8 * bend) + bend / 2
  const half = Math.asin(width / 2 / radius)
  const top = Math.PI / 2
  const outer = arc(0, -radius, radius, radius, top - half, top + half, 8)
  const inner = arc(0, -radius, radius - thickness, radius - thickness, top + half * 0.998, top - half * 0.998, 8)
  return [...outer, ...inner]
}

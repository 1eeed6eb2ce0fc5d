import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span, type Vector3 } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, outline, stroke } from '../symbol.ts'

export const rockingChair = defineKind({
  id: 'rocking_chair',
  names: { en: ['Rocking chair', 'rocker', 'nursing chair'], zh: ['摇椅', '摇摇椅', '哺乳椅'] },
  group: 'seating',
  size: { typical: [0.67, 0.92, 0.95], min: [0.55, 0.7, 0.78], max: [0.8, 1.1, 1.15] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.5, recommended: 0.76 }, side: 0.15 },
  rooms: ['living_room', 'bedroom', 'balcony', 'kids_room'],
  physics: { mass: 12, movable: true, friction: 0.4, centerOfMass: 0.45, softness: 0.4 },
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.1, max: 0.3 } },
  ],
  finishes: { cushion: { material: 'linen', color: '#d6cdbd' }, frame: { material: 'beech' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const seat = h * 0.43
    const seatY: Range = [-d * 0.36, d * 0.16]
    const lean = 0.3
    const restFoot = seatY[1] - 0.02
    const rest = (h - seat - 0.014) / Math.cos(lean)
    const tip: Vector3 = [0, restFoot + rest * Math.sin(lean), h - 0.014]
    for (const side of [-1, 1]) {
      const px = side * (w / 2 - 0.018)
      const runner: Vector3[] = Array.from({ length: 13 }, (_, k) => {
        const t = (k / 12) * 2 - 1
        return [px, (t * (d - 0.036)) / 2, 0.018 + 0.11 * t * t]
      })
      model.add('frame', tube(runner, 0.017, { segments: 8 }))
      model.add(
        'frame',
        tube(
          [
            [px, seatY[0] + 0.06, 0.06],
            [px, seatY[0] + 0.03, seat + 0.2],
          ],
          0.015,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        tube(
          [
            [px, seatY[1] - 0.02, 0.05],
            [px, restFoot, seat],
            [px, tip[1], tip[2]],
          ],
          0.015,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        softBox([px - 0.018, px + 0.018], [seatY[0] - 0.02, restFoot + 0.1], [seat + 0.19, seat + 0.215], {
          radius: 0.01,
        }),
      )
    }
    const inner: Range = [-w / 2 + 0.034, w / 2 - 0.034]
    for (const py of [seatY[0] + 0.045, seatY[1] - 0.02])
      model.add('frame', box([inner[0] - 0.01, inner[1] + 0.01], span(py, 0.024), [seat - 0.08, seat - 0.04], 0.004))
    model.add('frame', box([inner[0] - 0.01, inner[1] + 0.01], span(tip[1] - 0.012, 0.022), [h - 0.1, h - 0.02], 0.005))
    model.add(
      'cushion',
      softBox(inner, seatY, [seat - 0.05, seat + 0.05], { radius: 0.035, crown: 0.015, segments: 2 }),
    )
    const pad = softBox(inner, [-0.09, 0], [0.04, rest - 0.05], {
      radius: 0.04,
      crown: 0.02,
      face: 'front',
      segments: 2,
    })
    model.add('cushion', move(turn(pad, 'x', -lean), 0, restFoot + 0.005, seat))
  },
  symbol: ({ size: [w, d] }) => [
    outline(block([-w / 2 + 0.034, w / 2 - 0.034], [-d * 0.38, d * 0.42], 0.06)),
    detail(block([-w / 2 + 0.05, w / 2 - 0.05], [d * 0.16, d * 0.4], 0.05)),
    stroke([-w / 2 + 0.01, -d / 2], [-w / 2 + 0.01, d / 2]),
    stroke([w / 2 - 0.01, -d / 2], [w / 2 - 0.01, d / 2]),
  ],
})

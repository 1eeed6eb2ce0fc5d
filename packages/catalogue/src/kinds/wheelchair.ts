import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span, type Vector3 } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, outline, stroke } from '../symbol.ts'

export const wheelchair = defineKind({
  id: 'wheelchair',
  names: {
    en: ['Wheelchair', 'wheel chair', 'manual wheelchair', 'power wheelchair', 'electric wheelchair'],
    zh: ['轮椅', '手动轮椅', '电动轮椅'],
  },
  group: 'care',
  size: { typical: [0.65, 1.1, 0.92], min: [0.55, 0.9, 0.82], max: [0.75, 1.3, 1.15] },
  source: 'GB 50763-2012; ADA 2010',
  presets: [
    {
      id: 'power_wheelchair',
      names: { en: ['Power wheelchair', 'electric wheelchair'], zh: ['电动轮椅'] },
      size: [0.66, 1.15, 1.0],
    },
  ],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 15, movable: true, friction: 0.1, centerOfMass: 0.4, wheels: true, softness: 0.3 },
  companions: [],
  finishes: {
    seat: { material: 'felt', color: '#4f5a58' },
    frame: { material: 'aluminium' },
    tyres: { material: 'rubber' },
  },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const r = Math.min(0.305, h * 0.34, d * 0.28)
    const axle = d / 2 - r
    const seat = Math.min(0.5, h * 0.54)
    const inner = w / 2 - 0.075
    const seatY: Range = [axle - 0.36, axle + 0.06]
    for (const side of [-1, 1]) {
      const px = side * (w / 2 - 0.03)
      const circle = (radius: number, cx: number): Vector3[] =>
        Array.from({ length: 28 }, (_, k) => {
          const a = (Math.PI * 2 * k) / 28
          return [cx, axle + Math.cos(a) * radius, r + Math.sin(a) * radius]
        })
      model.add('tyres', tube(circle(r - 0.016, px - side * 0.012), 0.016, { segments: 7, closed: true }))
      model.add('frame', tube(circle(r - 0.06, px + side * 0.02), 0.0085, { segments: 6, closed: true }))
      model.add(
        'frame',
        move(turn(cylinder(0, 0, -0.03, 0.03, 0.03, 0.03, 14), 'y', Math.PI / 2), px - side * 0.012, axle, r),
      )
      for (let k = 0; k < 6; k++) {
        const a = (Math.PI * k) / 6
        model.add(
          'frame',
          tube(
            [
              [px - side * 0.012, axle + Math.cos(a) * (r - 0.02), r + Math.sin(a) * (r - 0.02)],
              [px - side * 0.012, axle - Math.cos(a) * (r - 0.02), r - Math.sin(a) * (r - 0.02)],
            ],
            0.003,
            { segments: 4 },
          ),
        )
      }
      const caster: Vector3 = [side * (inner - 0.01), seatY[0] - 0.02, 0.08]
      model.add('tyres', move(turn(cylinder(0, 0, -0.014, 0.014, 0.08, 0.08, 16), 'y', Math.PI / 2), ...caster))
      const fx = side * inner
      model.add(
        'frame',
        tube(
          [
            [fx, axle, r],
            [fx, axle + 0.02, seat],
            [fx, axle + 0.06, h - 0.07],
            [fx, axle + 0.2, h - 0.014],
          ],
          0.012,
          { segments: 8 },
        ),
      )
      model.add(
        'tyres',
        tube(
          [
            [fx, axle + 0.12, h - 0.046],
            [fx, axle + 0.22, h - 0.0165],
          ],
          0.0155,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        tube(
          [
            [fx, axle + 0.02, seat - 0.03],
            [fx, seatY[0] - 0.02, seat - 0.03],
            [fx, seatY[0] - 0.14, 0.14],
            [fx, -d / 2 + 0.09, 0.11],
          ],
          0.012,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        tube(
          [
            [fx, axle, r],
            [fx, seatY[0] - 0.02, 0.16],
          ],
          0.011,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        box(
          [Math.min(fx, fx - side * 0.15), Math.max(fx, fx - side * 0.15)],
          [-d / 2, -d / 2 + 0.15],
          [0.085, 0.105],
          0.006,
        ),
      )
      model.add(
        'seat',
        softBox([fx - 0.024, fx + 0.024], [seatY[0] + 0.04, axle + 0.03], [seat + 0.19, seat + 0.225], {
          radius: 0.012,
        }),
      )
      model.add(
        'frame',
        tube(
          [
            [fx, seatY[0] + 0.08, seat - 0.02],
            [fx, seatY[0] + 0.08, seat + 0.19],
          ],
          0.01,
          { segments: 6 },
        ),
      )
    }
    model.add(
      'seat',
      softBox(span(0, inner * 2 - 0.02), seatY, [seat - 0.045, seat + 0.015], { radius: 0.02, crown: 0.01 }),
    )
    const back = softBox(span(0, inner * 2 - 0.01), [-0.035, 0], [0, h - seat - 0.1], { radius: 0.016 })
    model.add('seat', move(turn(back, 'x', -0.1), 0, axle + 0.035, seat + 0.02))
    model.add(
      'frame',
      tube(
        [
          [-w / 2 + 0.04, axle, r],
          [w / 2 - 0.04, axle, r],
        ],
        0.01,
        { segments: 6 },
      ),
    )
  },
  symbol: ({ size: [w, d, h] }) => {
    const r = Math.min(0.305, h * 0.34, d * 0.28)
    const axle = d / 2 - r
    const inner = w / 2 - 0.075
    return [
      outline(block([-inner, inner], [axle - 0.36, axle + 0.09], 0.03)),
      ...[-1, 1].map((s) => outline(block(span(s * (w / 2 - 0.03), 0.06), [axle - r, axle + r], 0.02))),
      ...[-1, 1].map((s) => detail(block(span(s * (inner - 0.075), 0.15), [-d / 2, -d / 2 + 0.15]))),
      stroke([-inner, axle + 0.06], [inner, axle + 0.06]),
    ]
  },
})

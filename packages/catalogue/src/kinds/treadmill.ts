import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const treadmill = defineKind({
  id: 'treadmill',
  names: { en: ['Treadmill', 'running machine'], zh: ['跑步机', '走步机'] },
  group: 'other',
  size: { typical: [0.8, 1.8, 1.35], min: [0.6, 1.3, 1.0], max: [1.0, 2.2, 1.65] },
  source: 'trade sizes; free run-off behind it by manufacturer guidance',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['back'],
  clearance: { front: { min: 1.0, recommended: 2.0 }, side: 0.5 },
  rooms: ['gym', 'living_room', 'balcony'],
  physics: { mass: 90, movable: true, friction: 0.6, centerOfMass: 0.3 },
  companions: [],
  finishes: {
    frame: { material: 'painted_metal', color: '#43494a' },
    belt: { material: 'rubber' },
    grips: { material: 'rubber' },
    screen: { material: 'screen' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('screen', 0.35)
    // The runner looks towards −y and steps on from behind.
    const deck = 0.14
    for (const side of [-1, 1]) {
      model.add(
        'frame',
        softBox(span(side * (w / 2 - 0.055), 0.11), [-d / 2 + 0.25, d / 2], [0.02, deck + 0.015], { radius: 0.015 }),
      )
      const x = side * (w / 2 - 0.05)
      model.add(
        'frame',
        tube(
          [
            [x, -d / 2 + 0.42, 0.06],
            [x, -d / 2 + 0.3, h * 0.78],
            [x, -d / 2 + 0.24, h - 0.13],
          ],
          0.03,
          { segments: 10 },
        ),
      )
      model.add(
        'grips',
        tube(
          [
            [x, -d / 2 + 0.28, h * 0.78],
            [x, -d / 2 + 0.68, h * 0.74],
          ],
          0.022,
          { segments: 10 },
        ),
      )
      for (const y of [-d / 2 + 0.12, d / 2 - 0.08])
        model.add('grips', box(span(side * (w / 2 - 0.08), 0.06), span(y, 0.08), [0, 0.03], 0.005))
    }
    model.add('belt', box(span(0, w - 0.22), [-d / 2 + 0.3, d / 2 - 0.02], [0.05, deck], 0.02))
    model.add(
      'frame',
      softBox(span(0, w * 0.94), [-d / 2, -d / 2 + 0.42], [0.02, deck + 0.1], { radius: 0.04, segments: 2 }),
    )
    const tilt = -0.35
    const panel = softBox([-w / 2, w / 2], [-0.03, 0.03], [0, 0.3], { radius: 0.025 })
    model.add('frame', move(turn(panel, 'x', tilt), 0, -d / 2 + 0.24, h - 0.3))
    model.add(
      'screen',
      move(turn(box([-w * 0.24, w * 0.24], [0.026, 0.034], [0.08, 0.26], 0.003), 'x', tilt), 0, -d / 2 + 0.24, h - 0.3),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.04)),
    detail(block(span(0, w - 0.22), [-d / 2 + 0.42, d / 2 - 0.02])),
    detail(block(span(0, w * 0.9), [-d / 2 + 0.2, -d / 2 + 0.32], 0.03)),
    ...[1, 2, 3, 4].map((k) =>
      stroke([-w / 2 + 0.11, -d / 2 + 0.42 + ((d - 0.5) * k) / 5], [w / 2 - 0.11, -d / 2 + 0.42 + ((d - 0.5) * k) / 5]),
    ),
  ],
})

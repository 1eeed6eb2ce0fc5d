import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span, type Vector3 } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, outline, stroke } from '../symbol.ts'

export const exerciseBike = defineKind({
  id: 'exercise_bike',
  names: {
    en: ['Exercise bike', 'stationary bike', 'spinning bike', 'fitness bike', 'exercise machine', 'fitness equipment'],
    zh: ['动感单车', '健身车', '健身单车', '健身器材'],
  },
  group: 'other',
  size: { typical: [0.55, 1.1, 1.15], min: [0.42, 0.85, 0.95], max: [0.7, 1.3, 1.4] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['left', 'right'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0.5 },
  rooms: ['gym', 'study', 'balcony', 'living_room'],
  physics: { mass: 36, movable: true, friction: 0.5, centerOfMass: 0.35 },
  companions: [{ category: 'mat', relation: 'under', count: { min: 0, max: 1 } }],
  finishes: {
    frame: { material: 'painted_metal', color: '#4a504e' },
    wheel: { material: 'steel' },
    grips: { material: 'rubber' },
    screen: { material: 'screen' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('screen', 0.35)
    const y: Range = [-d / 2, d / 2]
    // The rider looks towards −y: flywheel and handlebar in front, saddle behind.
    for (const py of [y[0] + 0.04, y[1] - 0.04])
      model.add(
        'frame',
        box([-w / 2, w / 2], span(py, 0.08), [0.015, 0.065], 0.012),
        ...[-1, 1].map((s) => box(span(s * (w / 2 - 0.03), 0.05), span(py, 0.08), [0, 0.03], 0.006)),
      )
    const r = Math.min(0.24, h * 0.22)
    const hub: Vector3 = [0, y[0] + r + 0.06, r + 0.13]
    model.add('wheel', move(turn(cylinder(0, 0, -0.02, 0.02, r, r, 36), 'y', Math.PI / 2), ...hub))
    model.add('frame', move(turn(cylinder(0, 0, -0.035, 0.035, 0.05, 0.05, 16), 'y', Math.PI / 2), ...hub))
    const crank: Vector3 = [0, -0.02, 0.34]
    model.add('frame', move(turn(cylinder(0, 0, -0.045, 0.045, 0.13, 0.13, 28), 'y', Math.PI / 2), ...crank))
    const post: Vector3 = [0, y[1] - d * 0.26, h * 0.72]
    const neck: Vector3 = [0, y[0] + d * 0.26, h * 0.78]
    const beam = (a: Vector3, b: Vector3, radius: number) => model.add('frame', tube([a, b], radius, { segments: 10 }))
    beam([0, y[0] + 0.05, 0.05], [0, y[1] - 0.05, 0.05], 0.028)
    beam([0, hub[1], hub[2]], [0, crank[1], 0.36], 0.028)
    beam([0, crank[1] + 0.02, 0.3], post, 0.026)
    beam([0, y[1] - 0.1, 0.06], [0, crank[1] + 0.12, 0.4], 0.024)
    beam([0, hub[1] + 0.05, 0.3], neck, 0.026)
    model.add(
      'grips',
      softBox(span(0, 0.2), [post[1] - 0.06, post[1] + 0.14], [post[2], post[2] + 0.06], {
        radius: 0.025,
        segments: 2,
      }),
      softBox(span(0, 0.07), [post[1] - 0.16, post[1] - 0.02], [post[2] + 0.005, post[2] + 0.05], {
        radius: 0.02,
        segments: 2,
      }),
    )
    const bar = h - 0.06
    for (const side of [-1, 1]) {
      model.add(
        'frame',
        tube(
          [
            [0, neck[1], neck[2] - 0.01],
            [side * 0.14, neck[1], bar - 0.04],
            [side * (w / 2 - 0.05), neck[1] - 0.02, bar - 0.02],
            [side * (w / 2 - 0.06), neck[1] - 0.16, bar],
          ],
          0.014,
          { segments: 8 },
        ),
      )
      model.add(
        'grips',
        tube(
          [
            [side * (w / 2 - 0.053), neck[1] - 0.05, bar - 0.016],
            [side * (w / 2 - 0.06), neck[1] - 0.17, bar + 0.003],
          ],
          0.018,
          { segments: 8 },
        ),
      )
      const lift = side * 0.16
      const pedal: Vector3 = [side * 0.14, crank[1] + lift * 0.5, crank[2] + lift * 0.8]
      model.add(
        'frame',
        tube([[side * 0.06, crank[1], crank[2]], [side * 0.07, pedal[1], pedal[2]], pedal], 0.012, { segments: 7 }),
      )
      model.add('grips', box(span(side * 0.15, 0.09), span(pedal[1], 0.09), span(pedal[2], 0.022), 0.005))
    }
    model.add('screen', box(span(0, 0.18), span(neck[1] - 0.1, 0.016), [h - 0.1, h], 0.004))
  },
  symbol: ({ size: [w, d] }) => [
    outline(block([-w / 2, w / 2], [-d / 2, -d / 2 + 0.08])),
    outline(block([-w / 2, w / 2], [d / 2 - 0.08, d / 2])),
    outline(block(span(0, 0.09), [-d / 2 + 0.08, d / 2 - 0.08])),
    detail(ellipse(0, d * 0.24, 0.1, 0.13, 20), true),
    stroke([-w / 2 + 0.05, -d * 0.26], [w / 2 - 0.05, -d * 0.26]),
    stroke([-0.17, -0.02], [0.17, -0.02]),
  ],
})

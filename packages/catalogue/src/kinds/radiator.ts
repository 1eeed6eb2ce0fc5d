import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { span } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { tube } from '../modelling/tube.ts'
import { footprint, outline, stroke } from '../symbol.ts'

/** Width of one section, metres. */
const SECTION = 0.06

export const radiator = defineKind({
  id: 'radiator',
  names: { en: ['Radiator', 'heating radiator'], zh: ['暖气片', '散热器', '暖气'] },
  group: 'other',
  size: { typical: [1.0, 0.1, 0.6], min: [0.3, 0.06, 0.25], max: [2.0, 0.2, 2.0] },
  source: 'trade sizes',
  mount: 'wall',
  mountHeight: 0.12,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.1, recommended: 0.3 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 25, movable: false, friction: 0.5, centerOfMass: 0.5 },
  companions: [],
  finishes: { body: { material: 'painted_metal', color: '#efece6' }, valve: { material: 'chrome' } },
  shape(model, { size: [w, d, h] }) {
    const y: readonly [number, number] = [-d / 2, d / 2 - Math.min(0.03, d * 0.3)]
    for (const [a, b] of divide([-w / 2, w / 2], fieldsFor(w, SECTION)))
      model.add('body', softBox([a + 0.004, b - 0.004], y, [0, h], { radius: 0.016, segments: 1 }))
    for (const z of [h * 0.08, h * 0.92])
      model.add(
        'body',
        softBox([-w / 2 + 0.01, w / 2 - 0.01], span((y[0] + y[1]) / 2, (y[1] - y[0]) * 0.6), span(z, 0.04), {
          radius: 0.015,
          segments: 1,
        }),
      )
    for (const x of [-w * 0.36, w * 0.36])
      model.add(
        'valve',
        tube(
          [
            [x, y[1] - 0.01, h * 0.85],
            [x, d / 2 - 0.0, h * 0.85],
          ],
          0.008,
          { segments: 6 },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...divide([-w / 2, w / 2], fieldsFor(w, SECTION))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, d / 2])),
  ],
})

import { addBedding, drawBedding } from '../assemblies/bedding.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const careBed = defineKind({
  id: 'care_bed',
  names: {
    en: ['Care bed', 'nursing bed', 'hospital bed', 'adjustable bed', 'medical bed'],
    zh: ['护理床', '医用床', '病床', '老人护理床', '养老床'],
  },
  group: 'care',
  size: { typical: [1.0, 2.15, 0.85], min: [0.85, 1.95, 0.6], max: [1.2, 2.3, 1.15] },
  source: 'care practice; mattress top 0.45 m (GB 50763-2012)',
  mount: 'floor',
  wallAffinity: 'head',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.9, recommended: 1.2 }, side: 0.9 },
  rooms: ['bedroom'],
  physics: { mass: 100, movable: true, friction: 0.3, centerOfMass: 0.4, wheels: true, softness: 0.5 },
  companions: [
    { category: 'nightstand', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.4 } },
  ],
  finishes: {
    frame: { material: 'painted_metal', color: '#d9d8d3' },
    panel: { material: 'beech' },
    mattress: { material: 'cotton', color: '#d4dbd5' },
    blanket: { material: 'cotton', color: '#cfd8cd' },
    sheet: { material: 'cotton' },
    pillows: { material: 'cotton' },
    wheels: { material: 'rubber' },
  },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    const top = Math.min(0.5, h * 0.6)
    for (const [py, high] of [
      [y[0], h * 0.86],
      [y[1] - 0.03, h],
    ] as const) {
      model.add('panel', box([x[0] + 0.03, x[1] - 0.03], [py + 0.004, py + 0.026], [top * 0.5, high], 0.008))
      for (const px of [x[0] + 0.03, x[1] - 0.03])
        model.add('frame', box(span(px, 0.03), [py, py + 0.03], [0.1, high - 0.02], 0.006))
      for (const px of [x[0] + 0.05, x[1] - 0.05])
        model.add(
          'wheels',
          move(
            turn(cylinder(0, 0, -0.014, 0.014, 0.05, 0.05, 16), 'y', Math.PI / 2),
            px,
            py < 0 ? py + 0.052 : py - 0.022,
            0.05,
          ),
        )
    }
    model.add('frame', box([x[0] + 0.05, x[1] - 0.05], [y[0] + 0.03, y[1] - 0.03], [top - 0.2, top - 0.14], 0.004))
    for (const py of [-d * 0.28, d * 0.28])
      for (const px of [x[0] + 0.12, x[1] - 0.12])
        model.add('frame', box(span(px, 0.04), span(py, 0.06), [0.06, top - 0.2], 0.003))
    model.add('frame', box([x[0] + 0.08, x[1] - 0.08], span(0, d * 0.75), [0.09, 0.13], 0.004))
    addBedding(model, {
      x: [x[0] + 0.04, x[1] - 0.04],
      y: [y[0] + 0.035, y[1] - 0.035],
      z: [top - 0.14, top],
      throw: false,
    })
    // Side rails in pairs that fold down; shown raised at the head.
    for (const side of [-1, 1]) {
      const px = side * (w / 2 - 0.013)
      const high = Math.min(top + 0.28, h - 0.02)
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [px, d * 0.04, top - 0.12],
              [px, d * 0.04, high],
              [px, d * 0.4, high],
              [px, d * 0.4, top - 0.12],
            ],
            0.08,
            5,
          ),
          0.012,
          { segments: 8 },
        ),
      )
      for (const py of [d * 0.16, d * 0.28])
        model.add(
          'frame',
          tube(
            [
              [px, py, top - 0.1],
              [px, py, high - 0.005],
            ],
            0.007,
            { segments: 6 },
          ),
        )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.02)),
    detail(block([-w / 2 + 0.03, w / 2 - 0.03], [d / 2 - 0.03, d / 2])),
    detail(block([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2, -d / 2 + 0.03])),
    ...drawBedding([-w / 2 + 0.04, w / 2 - 0.04], [-d / 2 + 0.035, d / 2 - 0.035]),
    stroke([-w / 2 + 0.02, d * 0.04], [-w / 2 + 0.02, d * 0.4]),
    stroke([w / 2 - 0.02, d * 0.04], [w / 2 - 0.02, d * 0.4]),
  ],
})

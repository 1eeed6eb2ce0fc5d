import { divide } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { pillow, softBox } from '../modelling/soft-box.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

/** Bars of a cot stand 45–65 mm apart (EN 716). */
const BAR_PITCH = 0.085

export const crib = defineKind({
  id: 'crib',
  names: {
    en: ['Crib', 'cot', 'baby bed', 'baby crib', "baby's bed"],
    zh: ['婴儿床', '宝宝床', 'BB床'],
  },
  group: 'kids',
  size: { typical: [0.7, 1.3, 0.95], min: [0.55, 0.9, 0.75], max: [0.85, 1.5, 1.15] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'side',
  functionalSides: ['left', 'right'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0.6 },
  rooms: ['bedroom', 'kids_room'],
  physics: { mass: 25, movable: true, friction: 0.5, centerOfMass: 0.45 },
  companions: [
    { category: 'armchair', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.4, best: 0.8, max: 2 } },
  ],
  finishes: {
    frame: { material: 'beech' },
    mattress: { material: 'cotton' },
    blanket: { material: 'cotton', color: '#bcc7b2' },
    pillow: { material: 'cotton', color: '#f4f0e9' },
  },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const post = 0.045
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    for (const px of [x[0], x[1] - post])
      for (const py of [y[0], y[1] - post]) model.add('frame', box([px, px + post], [py, py + post], [0, h], 0.008))
    const low = h * 0.3
    const rails: Range[] = [
      [low - 0.03, low + 0.02],
      [h - 0.06, h - 0.015],
    ]
    const inner: Range = [rails[0]![1], rails[1]![0]]
    for (const px of [x[0] + 0.01, x[1] - 0.035]) {
      for (const rail of rails) model.add('frame', box([px, px + 0.025], [y[0] + post, y[1] - post], rail, 0.005))
      for (const [, at] of divide([y[0] + post, y[1] - post], Math.round((d - post * 2) / BAR_PITCH)).slice(0, -1))
        model.add('frame', box([px + 0.006, px + 0.019], span(at, 0.013), inner, 0))
    }
    for (const py of [y[0] + 0.01, y[1] - 0.035]) {
      for (const rail of rails) model.add('frame', box([x[0] + post, x[1] - post], [py, py + 0.025], rail, 0.005))
      for (const [, at] of divide([x[0] + post, x[1] - post], Math.round((w - post * 2) / BAR_PITCH)).slice(0, -1))
        model.add('frame', box(span(at, 0.013), [py + 0.006, py + 0.019], inner, 0))
    }
    const bed: [Range, Range] = [
      [x[0] + 0.04, x[1] - 0.04],
      [y[0] + 0.04, y[1] - 0.04],
    ]
    model.add('frame', box(bed[0], bed[1], [low - 0.02, low], 0))
    model.add('mattress', softBox(bed[0], bed[1], [low, low + 0.11], { radius: 0.03 }))
    model.add(
      'blanket',
      softBox([bed[0][0] + 0.005, bed[0][1] - 0.005], [bed[1][0] + 0.02, y[0] + d * 0.55], [low + 0.06, low + 0.128], {
        radius: 0.02,
      }),
    )
    model.add('pillow', pillow([-w * 0.28, w * 0.28], [y[1] - d * 0.26, y[1] - 0.07], [low + 0.1, low + 0.17], 6))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.02)),
    detail(block([-w / 2 + 0.04, w / 2 - 0.04], [-d / 2 + 0.04, d / 2 - 0.04])),
    detail(block([-w * 0.28, w * 0.28], [d * 0.24, d / 2 - 0.08], 0.04)),
    stroke([-w / 2 + 0.04, d * 0.1], [w / 2 - 0.04, d * 0.1]),
    ...Array.from({ length: Math.round(d / 0.1) - 1 }, (_, k) => -d / 2 + 0.1 * (k + 1)).flatMap((y) => [
      stroke([-w / 2, y], [-w / 2 + 0.04, y]),
      stroke([w / 2 - 0.04, y], [w / 2, y]),
    ]),
  ],
})

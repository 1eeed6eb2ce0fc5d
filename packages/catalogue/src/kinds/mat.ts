import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { roundedRectangle } from '../modelling/ring.ts'
import { dashed, footprint, stroke } from '../symbol.ts'

export const mat = defineKind({
  id: 'mat',
  names: {
    en: ['Mat', 'floor mat', 'kitchen mat', 'anti-slip mat', 'anti-fatigue mat'],
    zh: ['地垫', '防滑垫', '厨房地垫', '走道垫'],
  },
  group: 'decor',
  size: { typical: [0.78, 0.49, 0.02], min: [0.4, 0.3, 0.004], max: [2.6, 2.4, 0.05] },
  source: 'catalogue sizes; trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bathroom', 'kids_room', 'entrance', 'gym', 'living_room'],
  physics: { mass: 1.2, movable: true, friction: 0.8, centerOfMass: 0.5, softness: 0.6 },
  walkable: true,
  companions: [],
  finishes: { body: { material: 'cotton', color: '#cdd3c4' } },
  shape(model, { size: [w, d, h] }) {
    const radius = Math.min(0.04, w * 0.08)
    model.add(
      'body',
      extrude(roundedRectangle(span(0, w), span(0, d), radius, 4), [0, h * 0.8], { bevel: Math.min(h * 0.3, 0.006) }),
    )
    const ribs = Math.max(3, Math.round(d / 0.07))
    const step = (d - 0.06) / ribs
    for (let k = 0; k < ribs; k++)
      model.add(
        'body',
        extrude(
          roundedRectangle([-w / 2 + 0.03, w / 2 - 0.03], span(-d / 2 + 0.03 + step * (k + 0.5), step * 0.8), 0.008, 2),
          [h * 0.4, h],
          { bevel: Math.min(h * 0.2, 0.003) },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [
    dashed(footprint(w, d, Math.min(0.04, w * 0.08))),
    stroke([-w / 2 + 0.03, -d / 2 + 0.03], [w / 2 - 0.03, -d / 2 + 0.03]),
    stroke([-w / 2 + 0.03, d / 2 - 0.03], [w / 2 - 0.03, d / 2 - 0.03]),
  ],
})

import { addLegs } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import { span } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { ellipse, type Point } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { scale } from '../modelling/transform.ts'
import { detail, footprint, outline, stroke } from '../symbol.ts'

export const ottoman = defineKind({
  id: 'ottoman',
  names: {
    en: ['Ottoman', 'footstool', 'foot rest'],
    zh: ['脚凳', '脚踏', '沙发凳', '搁脚凳', '皮墩'],
  },
  group: 'seating',
  size: { typical: [0.6, 0.58, 0.42], min: [0.35, 0.35, 0.25], max: [1.1, 0.9, 0.5] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  shapes: ['rectangular', 'round'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.45 }, side: 0 },
  rooms: ['living_room', 'bedroom'],
  physics: { mass: 10, movable: true, friction: 0.55, centerOfMass: 0.5, softness: 0.7 },
  companions: [
    { category: 'armchair', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.25, best: 0.4, max: 0.5 } },
  ],
  finishes: { upholstery: { material: 'velvet', color: '#b3886c' }, legs: { material: 'walnut' } },
  surfaces: (p) => [topSurface(p, 0.06)],
  seats: () => 1,
  shape(model, { size: [w, d, h], shape }) {
    if (shape === 'round') {
      const r = w / 2
      const profile: Point[] = [
        [0, 0],
        [r * 0.9, 0],
        [r * 0.97, 0.02],
        [r, h * 0.3],
        [r, h * 0.62],
        [r * 0.97, h * 0.66],
        [r, h * 0.72],
        [r * 0.98, h * 0.88],
        [r * 0.9, h * 0.97],
        [r * 0.6, h * 0.995],
        [0, h],
      ]
      model.add('upholstery', scale(lathe(0, 0, profile, 32), 1, d / w, 1))
      return
    }
    const legs = h * 0.28
    addLegs(model, 'legs', [-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03], [0, legs + 0.01], {
      thickness: 0.04,
      splay: 0.02,
      round: true,
    })
    model.add('upholstery', softBox(span(0, w - 0.02), span(0, d - 0.02), [legs, h * 0.62], { radius: 0.02 }))
    model.add('upholstery', softBox(span(0, w), span(0, d), [h * 0.6, h], { radius: 0.05, crown: 0.02, segments: 2 }))
  },
  symbol: ({ size: [w, d], shape }) =>
    shape === 'round'
      ? [outline(ellipse(0, 0, w / 2, d / 2, 32)), detail(ellipse(0, 0, w * 0.42, d * 0.42, 32))]
      : [
          outline(footprint(w, d, 0.06)),
          stroke([-w / 2 + 0.06, -d / 2 + 0.06], [w / 2 - 0.06, d / 2 - 0.06]),
          stroke([-w / 2 + 0.06, d / 2 - 0.06], [w / 2 - 0.06, -d / 2 + 0.06]),
        ],
})

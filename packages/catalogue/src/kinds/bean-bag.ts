import { defineKind } from '../kind.ts'
import { loft, section } from '../modelling/loft.ts'
import { ellipse, superellipse } from '../modelling/ring.ts'
import { detail, outline } from '../symbol.ts'

export const beanBag = defineKind({
  id: 'bean_bag',
  names: {
    en: ['Bean bag', 'beanbag', 'bean bag chair', 'sack chair'],
    zh: ['懒人沙发', '豆袋', '豆袋沙发', '榻榻米沙发'],
  },
  group: 'seating',
  size: { typical: [0.85, 0.85, 0.75], min: [0.5, 0.5, 0.35], max: [1.1, 1.1, 1.0] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.45, recommended: 0.6 }, side: 0 },
  rooms: ['living_room', 'kids_room'],
  physics: { mass: 6, movable: true, friction: 0.6, centerOfMass: 0.35, softness: 1 },
  companions: [],
  finishes: { cover: { material: 'cotton', color: '#b5876a' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    // The sitter's hollow: sections slide back as they rise.
    const ring = (k: number, shift: number, z: number) =>
      section(superellipse(0, d * shift, (w / 2) * k, (d / 2 - Math.abs(d * shift) * 0.6) * k, 2.3, 32), z)
    model.add(
      'cover',
      loft(
        [
          ring(0.72, 0, 0),
          ring(0.94, 0, h * 0.07),
          ring(1, 0, h * 0.2),
          ring(0.95, 0.02, h * 0.38),
          ring(0.82, 0.08, h * 0.55),
          ring(0.66, 0.15, h * 0.7),
          ring(0.48, 0.2, h * 0.84),
          ring(0.3, 0.23, h * 0.95),
          ring(0.12, 0.24, h),
        ],
        { creaseDeg: 75 },
      ),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0, w / 2, d / 2, 32)),
    detail(ellipse(0, d * 0.12, w * 0.3, d * 0.26, 28)),
    detail(ellipse(0, d * 0.22, w * 0.1, d * 0.1, 16)),
  ],
})

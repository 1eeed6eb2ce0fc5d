import { defineKind } from '../kind.ts'
import { pillow } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const cushion = defineKind({
  id: 'cushion',
  names: {
    en: ['Cushion', 'throw pillow', 'scatter cushion', 'sofa cushion', 'seat cushion', 'chair cushion'],
    zh: ['靠垫', '抱枕', '靠枕'],
  },
  group: 'decor',
  size: { typical: [0.45, 0.16, 0.45], min: [0.25, 0.08, 0.05], max: [0.75, 0.75, 0.7] },
  source: 'trade sizes; a floor cushion lies flat',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['living_room', 'bedroom', 'kids_room'],
  physics: { mass: 0.6, movable: true, friction: 0.7, centerOfMass: 0.5, softness: 1 },
  companions: [{ category: 'sofa', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { cover: { material: 'linen', color: '#a5ad97' } },
  shape(model, { size: [w, d, h] }) {
    if (h < d) model.add('cover', pillow([-w / 2, w / 2], [-d / 2, d / 2], [0, h], 10))
    else
      model.add(
        'cover',
        move(turn(pillow([-w / 2, w / 2], [-h / 2, h / 2], [-d / 2, d / 2], 10), 'x', Math.PI / 2), 0, 0, h / 2),
      )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, Math.min(w, d) * 0.2)),
    detail(footprint(w * 0.8, d * 0.8, Math.min(w, d) * 0.15)),
  ],
})

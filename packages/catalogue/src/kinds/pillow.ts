import { defineKind } from '../kind.ts'
import { pillow as pillowMesh } from '../modelling/soft-box.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const pillow = defineKind({
  id: 'pillow',
  names: { en: ['Pillow', 'bed pillow', 'sleeping pillow'], zh: ['枕头', '睡枕', '床枕'] },
  group: 'decor',
  size: { typical: [0.65, 0.42, 0.15], min: [0.3, 0.22, 0.06], max: [0.95, 0.6, 0.25] },
  source: 'box sizes of simulated homes; trade sizes',
  mount: 'surface',
  wallAffinity: 'head',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bedroom', 'kids_room'],
  physics: { mass: 0.8, movable: true, friction: 0.7, centerOfMass: 0.5, softness: 1 },
  companions: [{ category: 'double_bed', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { cover: { material: 'cotton' } },
  shape(model, { size: [w, d, h] }) {
    model.add('cover', pillowMesh([-w / 2, w / 2], [-d / 2, d / 2], [0, h], 10))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, Math.min(w, d) * 0.25)),
    detail(footprint(w * 0.82, d * 0.76, Math.min(w, d) * 0.18)),
  ],
})

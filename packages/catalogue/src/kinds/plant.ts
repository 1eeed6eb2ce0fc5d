import { drawPlant } from '../assemblies/draw-plant.ts'
import { broadLeaves, fronds, pot, swordLeaves } from '../assemblies/foliage.ts'
import { defineKind } from '../kind.ts'
import { fit } from '../modelling/transform.ts'

export const plant = defineKind({
  id: 'plant',
  names: {
    en: [
      'Plant',
      'large plant',
      'house plant',
      'houseplant',
      'indoor tree',
      'fiddle leaf fig',
      'palm',
      'floor plant',
      'greenery',
    ],
    zh: ['绿植', '大型绿植', '植物', '落地绿植', '室内绿植', '琴叶榕', '龟背竹'],
  },
  group: 'decor',
  size: { typical: [0.55, 0.55, 1.4], min: [0.28, 0.28, 0.6], max: [1.1, 1.1, 2.3] },
  source: 'box sizes of simulated homes; catalogue sizes',
  variants: ['fig', 'palm', 'snake'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0.15, recommended: 0.3 }, side: 0 },
  rooms: ['living_room', 'entrance', 'balcony', 'study', 'bedroom'],
  physics: { mass: 12, movable: true, friction: 0.5, centerOfMass: 0.22 },
  finishes: {
    leaves: { material: 'plant' },
    stems: { material: 'bark' },
    pot: { material: 'stoneware', color: '#d9d1c5' },
    soil: { material: 'soil' },
  },
  shape(model, { size: [w, d, h], variant }) {
    const potHigh = Math.min(0.36, h * 0.27)
    const radius = Math.min(w, d) * 0.33
    const vessel = pot(0, potHigh, radius)
    model.add('pot', vessel.pot)
    model.add('soil', vessel.soil)
    const low = [-w / 2, -d / 2, potHigh * 0.86] as const
    const high = [w / 2, d / 2, h] as const
    const z = [potHigh * 0.86, h] as const
    if (variant === 'snake') model.add('leaves', fit(swordLeaves(z, Math.min(w, d), 16), low, high))
    else if (variant === 'palm') model.add('leaves', fit(fronds(z, Math.min(w, d), 18), low, high))
    else {
      const { leaves, stems } = broadLeaves(z, Math.min(w, d), Math.round(20 + h * 10))
      model.add('leaves', fit(leaves, [low[0], low[1], potHigh * 1.2], high))
      model.add('stems', stems)
    }
  },
  symbol: ({ size: [w, d] }) => drawPlant(w, d),
})

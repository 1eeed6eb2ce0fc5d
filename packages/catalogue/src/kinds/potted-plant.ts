import { drawPlant } from '../assemblies/draw-plant.ts'
import { fronds, pot, rosette, swordLeaves } from '../assemblies/foliage.ts'
import { defineKind } from '../kind.ts'
import { fit } from '../modelling/transform.ts'

export const pottedPlant = defineKind({
  id: 'potted_plant',
  names: {
    en: [
      'Potted plant',
      'small plant',
      'pot plant',
      'bonsai',
      'potted bonsai',
      'succulent',
      'table plant',
      'flowers',
      'herb',
    ],
    zh: ['盆栽', '小型绿植', '小盆栽', '多肉', '盆景', '花盆', '花', '桌面绿植', '绿萝'],
  },
  group: 'decor',
  size: { typical: [0.24, 0.24, 0.38], min: [0.07, 0.07, 0.08], max: [0.5, 0.5, 0.75] },
  source: 'box sizes of simulated homes',
  variants: ['leafy', 'fern', 'snake'],
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 2, movable: true, friction: 0.5, centerOfMass: 0.3, fragile: true },
  companions: [],
  finishes: {
    leaves: { material: 'plant', color: '#6b8c60' },
    pot: { material: 'stoneware', color: '#c08a6c' },
    soil: { material: 'soil' },
  },
  shape(model, { size: [w, d, h], variant }) {
    const high = h * 0.4
    const vessel = pot(0, high, Math.min(w, d) * 0.34)
    model.add('pot', vessel.pot)
    model.add('soil', vessel.soil)
    const z = [high * 0.86, h] as const
    const spread = Math.min(w, d)
    const leaves =
      variant === 'fern'
        ? fronds(z, spread, 16)
        : variant === 'snake'
          ? swordLeaves(z, spread, 10)
          : rosette(z, spread, 22)
    model.add('leaves', fit(leaves, [-w / 2, -d / 2, z[0]], [w / 2, d / 2, h]))
  },
  symbol: ({ size: [w, d] }) => drawPlant(w, d),
})

import { addLaundryMachine, drawLaundryMachine } from '../assemblies/laundry-machine.ts'
import { defineKind, topSurface } from '../kind.ts'

export const dryer = defineKind({
  id: 'dryer',
  names: { en: ['Dryer', 'tumble dryer', 'clothes dryer'], zh: ['干衣机', '烘干机', '烘衣机'] },
  group: 'electronics',
  size: { typical: [0.6, 0.6, 0.85], min: [0.5, 0.45, 0.6], max: [0.7, 0.7, 1.05] },
  source: 'appliance trade sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.02 },
  rooms: ['laundry', 'balcony', 'bathroom'],
  physics: { mass: 46, movable: true, friction: 0.6, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [
    {
      category: 'washing_machine',
      relation: 'beside',
      count: { min: 0, max: 1 },
      gap: { min: 0.01, best: 0.03, max: 0.1 },
    },
  ],
  finishes: {
    body: { material: 'painted_metal' },
    ring: { material: 'plastic', color: '#c9cbc9' },
    glass: { material: 'plastic', color: '#e7e7e3' },
    panel: { material: 'black_glass' },
  },
  surfaces: (p) => [topSurface(p)],
  shape: (model, p) => addLaundryMachine(model, p, false),
  symbol: (p) => drawLaundryMachine(p, 'D'),
})

import { addLaundryMachine, drawLaundryMachine } from '../assemblies/laundry-machine.ts'
import { defineKind, topSurface } from '../kind.ts'

export const washingMachine = defineKind({
  id: 'washing_machine',
  names: {
    en: ['Washing machine', 'washer', 'laundry machine', 'front loader'],
    zh: ['洗衣机', '滚筒洗衣机', '洗烘一体机'],
  },
  group: 'electronics',
  size: { typical: [0.6, 0.58, 0.85], min: [0.5, 0.4, 0.6], max: [0.7, 0.7, 1.05] },
  source: 'appliance trade sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.02 },
  rooms: ['laundry', 'bathroom', 'balcony', 'kitchen'],
  physics: { mass: 66, movable: true, friction: 0.6, centerOfMass: 0.45 },
  opens: 'doors',
  companions: [
    { category: 'dryer', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.01, best: 0.03, max: 0.1 } },
  ],
  finishes: {
    body: { material: 'painted_metal' },
    ring: { material: 'chrome' },
    glass: { material: 'black_glass', color: '#2b3136' },
    panel: { material: 'plastic', color: '#d6d7d4' },
  },
  surfaces: (p) => [topSurface(p)],
  shape: (model, p) => addLaundryMachine(model, p, true),
  symbol: (p) => drawLaundryMachine(p, 'W'),
})

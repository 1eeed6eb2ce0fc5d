import { addLegs } from '../assemblies/legs.ts'
import { addTableTop, drawTable } from '../assemblies/table.ts'
import { defineKind } from '../kind.ts'

export const kidsTable = defineKind({
  id: 'kids_table',
  names: {
    en: ['Kids table', "children's table", 'play table', 'activity table', 'toddler table'],
    zh: ['儿童桌', '游戏桌', '宝宝桌', '儿童学习桌'],
  },
  group: 'kids',
  size: { typical: [0.7, 0.55, 0.48], min: [0.45, 0.4, 0.4], max: [1.2, 0.8, 0.58] },
  source: 'retailer price list quantiles',
  shapes: ['rectangular', 'round'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.45, recommended: 0.6 }, side: 0.45 },
  rooms: ['kids_room', 'living_room'],
  physics: { mass: 7, movable: true, friction: 0.4, centerOfMass: 0.7 },
  companions: [
    {
      category: 'kids_chair',
      relation: 'around',
      count: { min: 1, max: 4 },
      gap: { min: -0.2, best: 0.03, max: 0.1 },
      pitch: 0.42,
    },
  ],
  finishes: { top: { material: 'white_lacquer' }, legs: { material: 'pine' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.04,
      depth: d - 0.04,
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  seats: ({ size }) => (size[0] > 0.6 ? 4 : 2),
  tuckDepth: ({ size }) => size[1] * 0.4,
  shape(model, p) {
    const [w, d, h] = p.size
    addTableTop(model, p, 0.024, 0.06)
    const k = p.shape === 'round' ? 0.14 : 0.03
    addLegs(model, 'legs', [-w / 2 + w * k, w / 2 - w * k], [-d / 2 + d * k, d / 2 - d * k], [0, h - 0.024], {
      thickness: 0.05,
      splay: 0.025,
      round: true,
    })
  },
  symbol: drawTable,
})

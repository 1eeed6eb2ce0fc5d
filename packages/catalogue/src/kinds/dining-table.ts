import { addTableLegs, addTableTop, drawTable, tableSeats } from '../assemblies/table.ts'
import { defineKind } from '../kind.ts'

export const diningTable = defineKind({
  id: 'dining_table',
  names: {
    en: ['Dining table', 'table', 'kitchen table', 'dinner table', 'dining table combination', 'breakfast table'],
    zh: ['餐桌', '饭桌', '桌子', '餐台', '餐桌椅组合', '休闲桌椅组合'],
  },
  group: 'tables',
  size: { typical: [1.4, 0.85, 0.75], min: [0.65, 0.65, 0.7], max: [2.8, 1.6, 0.8] },
  source: 'retailer price list quantiles; 0.60 m of edge per diner after Neufert; box sizes of simulated homes',
  presets: [
    {
      id: 'dining_table_4',
      names: {
        en: ['Four-seat dining table', '4 seat dining table', 'dining table for four'],
        zh: ['四人餐桌', '四人位餐桌'],
      },
      size: [1.3, 0.8, 0.75],
    },
    {
      id: 'dining_table_6',
      names: {
        en: ['Six-seat dining table', '6 seat dining table', 'dining table for six'],
        zh: ['六人餐桌', '六人位餐桌', '长餐桌'],
      },
      size: [1.7, 0.9, 0.75],
    },
    {
      id: 'dining_table_8',
      names: { en: ['Eight-seat dining table', 'dining table for eight'], zh: ['八人餐桌'] },
      size: [2.2, 1.0, 0.75],
    },
    {
      id: 'dining_table_round',
      names: { en: ['Round dining table', 'round table'], zh: ['圆餐桌', '圆桌', '圆形餐桌'] },
      size: [1.2, 1.2, 0.75],
      shape: 'round',
    },
  ],
  shapes: ['rectangular', 'round', 'oval', 'octagonal'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.76, recommended: 0.91 }, side: 0.76 },
  rooms: ['dining_room', 'kitchen', 'living_room'],
  physics: { mass: 40, movable: true, friction: 0.45, centerOfMass: 0.75 },
  companions: [
    {
      category: 'dining_chair',
      relation: 'around',
      count: { min: 2, max: 8 },
      gap: { min: -0.3, best: 0.05, max: 0.15 },
      pitch: 0.6,
    },
    {
      category: 'pendant_light',
      relation: 'above',
      count: { min: 0, max: 2 },
      gap: { min: 0.7, best: 0.75, max: 0.85 },
    },
    { category: 'rug', relation: 'under', count: { min: 0, max: 1 } },
    { category: 'sideboard', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.9, best: 1.1, max: 2.5 } },
    { category: 'vase', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: { top: { material: 'oak' }, legs: { material: 'oak' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.08,
      depth: d - 0.08,
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  seats: (p) => tableSeats(p),
  tuckDepth: ({ size }) => Math.min(0.4, size[1] * 0.42),
  shape(model, p) {
    addTableTop(model, p, 0.03)
    addTableLegs(model, p, 0.03)
  },
  symbol: drawTable,
})

import { sofaSeats, sofaShape, sofaSurfaces, sofaSymbol } from '../assemblies/sofa.ts'
import { defineKind } from '../kind.ts'

export const sofa = defineKind({
  id: 'sofa',
  names: {
    en: ['Sofa', 'couch', 'settee', 'loveseat', 'sectional', 'combination sofa', 'divan'],
    zh: ['沙发', '布艺沙发', '皮沙发', '长沙发', '组合沙发'],
  },
  group: 'seating',
  size: { typical: [2.25, 0.96, 0.84], min: [1.3, 0.75, 0.65], max: [3.6, 2.6, 1.05] },
  source:
    'retailer price list quantiles per seat count; box sizes of simulated homes; seat distances after Merrell 2011',
  presets: [
    {
      id: 'sofa_2',
      names: {
        en: ['Two-seat sofa', '2-seat sofa', 'two seater', 'two seater sofa', '2 seater', '2 seater sofa', 'loveseat'],
        zh: ['双人沙发', '两人沙发', '二人沙发', '小沙发'],
      },
      size: [1.7, 0.94, 0.86],
    },
    {
      id: 'sofa_3',
      names: {
        en: ['Three-seat sofa', '3-seat sofa', 'three seater', 'three seater sofa', '3 seater', '3 seater sofa'],
        zh: ['三人沙发', '三人位沙发'],
      },
      size: [2.25, 0.96, 0.84],
    },
    {
      id: 'sofa_4',
      names: { en: ['Four-seat sofa', '4-seat sofa', 'four seater'], zh: ['四人沙发'] },
      size: [2.95, 0.98, 0.84],
    },
    {
      id: 'sofa_l',
      names: {
        en: ['Corner sofa', 'L-shaped sofa', 'sectional sofa', 'chaise sofa', 'l sofa'],
        zh: ['L形转角沙发', '转角沙发', '贵妃沙发', 'L型沙发', 'L形沙发', '组合沙发'],
      },
      size: [2.7, 1.65, 0.85],
      shape: 'l',
    },
  ],
  variants: ['right', 'left'],
  shapes: ['straight', 'l'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.45, recommended: 0.76 }, side: 0.1 },
  rooms: ['living_room', 'study'],
  physics: { mass: 72, movable: true, friction: 0.55, centerOfMass: 0.4, softness: 0.7 },
  companions: [
    { category: 'coffee_table', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.45, max: 0.6 } },
    { category: 'tv_stand', relation: 'opposite', count: { min: 0, max: 1 }, gap: { min: 2, best: 2.6, max: 4 } },
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 2 }, gap: { min: 0, best: 0.05, max: 0.305 } },
    {
      category: 'armchair',
      relation: 'beside_angled',
      count: { min: 0, max: 2 },
      gap: { min: 0.2, best: 0.32, max: 0.8 },
    },
    { category: 'rug', relation: 'under', count: { min: 0, max: 1 } },
    { category: 'floor_lamp', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.19, max: 0.5 } },
    { category: 'picture', relation: 'above', count: { min: 0, max: 3 }, gap: { min: 0.15, best: 0.2, max: 0.35 } },
    { category: 'cushion', relation: 'on_top', count: { min: 0, max: 4 } },
  ],
  finishes: {
    upholstery: { material: 'linen', color: '#c9bfb0' },
    cushions: { material: 'linen', color: '#d3cabc' },
    accent: { material: 'velvet', color: '#8b9a83' },
    accent_2: { material: 'linen', color: '#b88a6c' },
    legs: { material: 'oak' },
  },
  surfaces: sofaSurfaces,
  seats: sofaSeats,
  shape: sofaShape,
  symbol: sofaSymbol,
})

import { bedSeats, bedShape, bedSurfaces, bedSymbol } from '../assemblies/bed.ts'
import { defineKind } from '../kind.ts'

export const singleBed = defineKind({
  id: 'single_bed',
  names: {
    en: ['Single bed', 'twin bed', 'small bed', 'guest bed', "child's bed", 'kids bed', 'cot bed'],
    zh: ['单人床', '小床', '客床', '儿童床', '一人床', '1.2米床'],
  },
  group: 'beds',
  size: { typical: [0.98, 2.05, 0.9], min: [0.8, 1.6, 0.35], max: [1.3, 2.15, 1.2] },
  source: 'mattress trade sizes 0.8–1.2 m; box sizes of simulated homes; retailer price list quantiles',
  variants: ['wood', 'upholstered'],
  mount: 'floor',
  wallAffinity: 'head',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0.6 },
  rooms: ['bedroom', 'kids_room'],
  physics: { mass: 65, movable: true, friction: 0.5, centerOfMass: 0.35, softness: 0.6 },
  companions: [
    { category: 'nightstand', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.3 } },
    { category: 'rug', relation: 'under', count: { min: 0, max: 1 } },
    { category: 'wardrobe', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.75, best: 0.9, max: 3 } },
  ],
  finishes: {
    frame: { material: 'oak' },
    headboard: { material: 'linen', color: '#c4cabb' },
    mattress: { material: 'cotton' },
    blanket: { material: 'cotton', color: '#d9ddd0' },
    sheet: { material: 'cotton', color: '#f6f3ee' },
    throw: { material: 'wool', color: '#b98a6b' },
    pillows: { material: 'cotton', color: '#f4f0e9' },
  },
  surfaces: bedSurfaces,
  seats: bedSeats,
  shape: bedShape,
  symbol: bedSymbol,
})

import { bedSeats, bedShape, bedSurfaces, bedSymbol } from '../assemblies/bed.ts'
import { roundBedShape, roundBedSurfaces, roundBedSymbol } from '../assemblies/round-bed.ts'
import { defineKind } from '../kind.ts'

export const doubleBed = defineKind({
  id: 'double_bed',
  names: {
    en: [
      'Double bed',
      'bed',
      'queen bed',
      'king bed',
      'full bed',
      'bed for two',
      'large bed',
      'platform bed',
      'multifunctional combination bed',
    ],
    zh: ['双人床', '床', '大床', '婚床', '榻榻米床', '多功能组合床'],
  },
  group: 'beds',
  size: { typical: [1.58, 2.1, 1.0], min: [1.3, 1.9, 0.35], max: [2.2, 2.35, 1.4] },
  source: 'mattress trade sizes 1.4–2.0 m; box sizes of simulated homes; retailer price list quantiles',
  presets: [
    {
      id: 'double_bed_150',
      names: { en: ['1.5 m bed', 'queen size bed'], zh: ['双人床1.5m', '1.5米床', '一米五的床'] },
      size: [1.58, 2.1, 1.0],
    },
    {
      id: 'double_bed_180',
      names: { en: ['1.8 m bed', 'king size bed'], zh: ['双人床1.8m', '1.8米床', '一米八的床', '加大双人床'] },
      size: [1.9, 2.15, 1.05],
    },
    {
      id: 'double_bed_round',
      names: { en: ['round bed', 'circular bed'], zh: ['圆床', '圆形床', '圆形双人床'] },
      size: [2.2, 2.2, 1.0],
      shape: 'round',
    },
  ],
  variants: ['wood', 'upholstered'],
  shapes: ['rectangular', 'round'],
  mount: 'floor',
  wallAffinity: 'head',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0.6 },
  rooms: ['bedroom'],
  physics: { mass: 105, movable: true, friction: 0.5, centerOfMass: 0.35, softness: 0.6 },
  companions: [
    { category: 'nightstand', relation: 'beside', count: { min: 0, max: 2 }, gap: { min: 0, best: 0.05, max: 0.3 } },
    { category: 'bench', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.3 } },
    { category: 'rug', relation: 'under', count: { min: 0, max: 1 } },
    { category: 'wardrobe', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.75, best: 0.9, max: 3 } },
    { category: 'picture', relation: 'above', count: { min: 0, max: 2 }, gap: { min: 0.15, best: 0.25, max: 0.4 } },
    { category: 'tv_stand', relation: 'opposite', count: { min: 0, max: 1 }, gap: { min: 1.8, best: 2.6, max: 4 } },
  ],
  finishes: {
    frame: { material: 'oak' },
    headboard: { material: 'linen', color: '#cfc4b4' },
    mattress: { material: 'cotton' },
    blanket: { material: 'cotton', color: '#e9e4da' },
    sheet: { material: 'cotton', color: '#f6f3ee' },
    throw: { material: 'wool', color: '#9aa58f' },
    pillows: { material: 'cotton', color: '#f4f0e9' },
  },
  surfaces: (p) => (p.shape === 'round' ? roundBedSurfaces(p) : bedSurfaces(p)),
  seats: bedSeats,
  shape: (model, p) => (p.shape === 'round' ? roundBedShape(model, p) : bedShape(model, p)),
  symbol: (p) => (p.shape === 'round' ? roundBedSymbol(p) : bedSymbol(p)),
})

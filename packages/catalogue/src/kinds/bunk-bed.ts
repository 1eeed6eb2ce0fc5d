import { bunkShape, bunkSymbol } from '../assemblies/bunk.ts'
import { defineKind } from '../kind.ts'

const BUNK_FINISHES = {
  frame: { material: 'pine' },
  mattress: { material: 'cotton' },
  blanket: { material: 'cotton', color: '#c7cfbd' },
  sheet: { material: 'cotton', color: '#f6f3ee' },
  throw: { material: 'wool', color: '#b98a6b' },
  pillows: { material: 'cotton', color: '#f4f0e9' },
} as const

export const bunkBed = defineKind({
  id: 'bunk_bed',
  names: {
    en: ['Bunk bed', 'bunk', 'double-decker bed', 'triple bunk bed'],
    zh: ['高低床', '上下床', '双层床', '上下铺', '子母床'],
  },
  group: 'kids',
  size: { typical: [1.0, 2.05, 1.65], min: [0.85, 1.8, 1.4], max: [1.6, 2.2, 2.1] },
  source: 'retailer price list quantiles; catalogue sizes',
  variants: ['bunk', 'loft'],
  mount: 'floor',
  wallAffinity: 'side',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.6 },
  rooms: ['kids_room', 'bedroom'],
  physics: { mass: 90, movable: true, friction: 0.5, centerOfMass: 0.45, softness: 0.3 },
  companions: [{ category: 'desk', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.4, best: 0.9, max: 2 } }],
  finishes: BUNK_FINISHES,
  seats: ({ variant }) => (variant === 'loft' ? 1 : 2),
  shape: bunkShape,
  symbol: bunkSymbol,
})

export const loftBed = defineKind({
  id: 'loft_bed',
  names: {
    en: ['Loft bed', 'high sleeper', 'mid sleeper', 'cabin bed', 'elevated bed'],
    zh: ['高架床', '阁楼床', '上床下桌', '高架单人床', '半高床'],
  },
  group: 'kids',
  size: { typical: [1.0, 2.05, 1.85], min: [0.85, 1.8, 1.3], max: [1.6, 2.2, 2.3] },
  source: 'retailer price list quantiles; trade sizes',
  mount: 'floor',
  wallAffinity: 'side',
  functionalSides: ['left', 'right', 'front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.6 },
  rooms: ['kids_room', 'bedroom'],
  physics: { mass: 70, movable: true, friction: 0.5, centerOfMass: 0.6, softness: 0.2 },
  companions: [{ category: 'desk', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.4, best: 0.9, max: 2 } }],
  finishes: BUNK_FINISHES,
  seats: () => 1,
  shape: (model, p) => bunkShape(model, { ...p, variant: 'loft' }),
  symbol: bunkSymbol,
})

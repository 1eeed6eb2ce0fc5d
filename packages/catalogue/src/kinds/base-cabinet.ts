import { addBaseUnit, baseCells, drawBaseUnit, KITCHEN_FINISHES } from '../assemblies/kitchen-unit.ts'
import { defineKind, topSurface } from '../kind.ts'

export const baseCabinet = defineKind({
  id: 'base_cabinet',
  names: {
    en: [
      'Base cabinet',
      'kitchen cabinet',
      'kitchen counter',
      'counter',
      'countertop',
      'worktop',
      'kitchen unit',
      'floor cabinet',
      'cupboard',
    ],
    zh: ['地柜', '橱柜', '厨柜', '操作台', '厨房台面', '灶台柜'],
  },
  group: 'kitchen',
  size: { typical: [0.6, 0.6, 0.85], min: [0.3, 0.5, 0.75], max: [3.0, 0.7, 0.95] },
  source: 'kitchen unit trade sizes; NKBA guidelines',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0 },
  rooms: ['kitchen'],
  physics: { mass: 35, movable: false, friction: 0.6, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [
    { category: 'wall_cabinet', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.5, best: 0.6, max: 0.7 } },
    {
      category: 'sink_cabinet',
      relation: 'counter_run',
      count: { min: 0, max: 1 },
      gap: { min: 0, best: 0, max: 0.02 },
    },
  ],
  finishes: KITCHEN_FINISHES,
  surfaces: (p) => [topSurface(p)],
  shape(model, p) {
    addBaseUnit(model, p, baseCells([-p.size[0] / 2, p.size[0] / 2], p.size[2], true))
  },
  symbol: drawBaseUnit,
})

import { addCabinet, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { baseCells, PLINTH } from '../assemblies/kitchen-unit.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { dashed, footprint, outline } from '../symbol.ts'

/** The far side of the top reaches out over stools, metres. */
const OVERHANG = 0.25

export const kitchenIsland = defineKind({
  id: 'kitchen_island',
  names: {
    en: ['Kitchen island', 'island', 'breakfast bar', 'island counter', 'bar counter', 'bar'],
    zh: ['中岛台', '岛台', '厨房岛台', '吧台', '早餐台'],
  },
  group: 'kitchen',
  size: { typical: [1.5, 0.9, 0.9], min: [0.7, 0.5, 0.82], max: [3, 1.3, 1.1] },
  source: 'retailer price list quantiles; NKBA aisles',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.9, recommended: 1.07 }, side: 0.9 },
  rooms: ['kitchen', 'dining_room'],
  physics: { mass: 110, movable: false, friction: 0.6, centerOfMass: 0.55 },
  opens: 'doors',
  companions: [
    {
      category: 'bar_stool',
      relation: 'around',
      count: { min: 0, max: 4 },
      gap: { min: -0.25, best: 0.05, max: 0.15 },
      pitch: 0.6,
    },
    {
      category: 'pendant_light',
      relation: 'above',
      count: { min: 0, max: 3 },
      gap: { min: 0.7, best: 0.75, max: 0.85 },
    },
  ],
  finishes: {
    front: { material: 'oak' },
    top: { material: 'marble' },
    body: { material: 'oak' },
    plinth: { material: 'black_oak' },
    handles: { material: 'black_metal' },
  },
  surfaces: (p) => [topSurface(p, 0.04)],
  tuckDepth: ({ size }) => overhangOf(size[1]),
  shape(model, p) {
    const [w, d, h] = p.size
    const x: Range = [-w / 2 + 0.03, w / 2 - 0.03]
    const y: Range = [-d / 2 + HANDLE_DEPTH + 0.005, d / 2 - 0.02 - overhangOf(d)]
    model.add('plinth', box([x[0] + 0.03, x[1] - 0.03], [y[0] + 0.05, y[1] - 0.05], [0, PLINTH], 0))
    addCabinet(model, {
      y: [y[0], y[1] - 0.018],
      open: p.states?.open,
      cells: baseCells([x[0] + 0.018, x[1] - 0.018], h + 0.0, true),
    })
    for (const side of [
      [x[0], x[0] + 0.018],
      [x[1] - 0.018, x[1]],
    ] as const)
      model.add('body', box(side, [y[0], y[1]], [PLINTH, h - 0.04], 0.002, 'z'))
    model.add('body', box([x[0] + 0.018, x[1] - 0.018], [y[1] - 0.018, y[1]], [PLINTH, h - 0.04], 0, 'z'))
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - 0.04, h], 0.004))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.01)),
    dashed(
      [
        [-w / 2 + 0.03, d / 2 - 0.02 - overhangOf(d)],
        [w / 2 - 0.03, d / 2 - 0.02 - overhangOf(d)],
      ],
      false,
    ),
  ],
})

function overhangOf(depth: number): number {
  return depth > 0.72 ? Math.min(OVERHANG, depth - 0.55) : 0
}

import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind, type Surface, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { tube } from '../modelling/tube.ts'
import { diagonals, footprint, outline, stroke } from '../symbol.ts'

const POST = 0.028
const BOARD = 0.022

export const shelvingUnit = defineKind({
  id: 'shelving_unit',
  names: {
    en: ['Shelving unit', 'shelf', 'shelves', 'open shelf', 'rack', 'storage rack', 'shelf unit', 'storage shelf'],
    zh: ['置物架', '架子', '货架', '层架', '收纳架', '多层架'],
  },
  group: 'storage',
  size: { typical: [0.92, 0.38, 1.5], min: [0.35, 0.22, 0.5], max: [2.4, 0.55, 2.2] },
  source: 'retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.61, recommended: 0.75 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 30, movable: true, friction: 0.5, centerOfMass: 0.48 },
  companions: [
    { category: 'basket', relation: 'inside', count: { min: 0, max: 4 } },
    { category: 'potted_plant', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: { boards: { material: 'oak' }, frame: { material: 'black_metal' } },
  surfaces: (p) => [topSurface(p), ...shelves(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const columns = columnsOf(w)
    const xs = [-w / 2 + POST / 2, ...divide([-w / 2 + POST / 2, w / 2 - POST / 2], columns).map((f) => f[1])]
    for (const x of xs) {
      for (const y of [-d / 2 + POST / 2, d / 2 - POST / 2])
        model.add('frame', box(span(x, POST), span(y, POST), [0, h - BOARD], 0.003))
      for (const z of [0.06, h - BOARD - 0.03])
        model.add('frame', box(span(x, POST * 0.6), [-d / 2 + POST, d / 2 - POST], span(z, POST * 0.6), 0))
    }
    for (const z of heights(h))
      model.add('boards', box([-w / 2 + 0.003, w / 2 - 0.003], [-d / 2 + 0.004, d / 2 - 0.004], [z - BOARD, z], 0.003))
    model.add('boards', box([-w / 2, w / 2], [-d / 2, d / 2], [h - BOARD, h], 0.003))
    // Two crossed rods behind keep the frame square.
    const back = d / 2 - POST / 2
    model.add(
      'frame',
      tube(
        [
          [-w / 2 + POST, back, 0.1],
          [w / 2 - POST, back, h - 0.1],
        ],
        0.004,
        { segments: 6 },
      ),
      tube(
        [
          [-w / 2 + POST, back - 0.008, h - 0.1],
          [w / 2 - POST, back - 0.008, 0.1],
        ],
        0.004,
        { segments: 6 },
      ),
    )
  },
  symbol: (p) => {
    const [w, d] = p.size
    return [
      outline(footprint(w, d)),
      ...diagonals([-w / 2, w / 2], [-d / 2, d / 2]),
      ...divide([-w / 2, w / 2], columnsOf(w))
        .slice(1)
        .map(([x]) => stroke([x, -d / 2], [x, d / 2])),
    ]
  },
})

function columnsOf(w: number): number {
  return Math.max(1, Math.ceil((w - 0.1) / 1.0))
}

/** Upper faces of the shelves under the top one: the lowest near the floor, the rest about 0.38 m apart. */
function heights(h: number): number[] {
  const low = Math.min(0.14, h * 0.2)
  const count = fieldsFor(h - low, 0.38)
  return Array.from({ length: count }, (_, k) => low + ((h - low) * k) / count)
}

function shelves(p: BuildParameters): Surface[] {
  const [w, d, h] = p.size
  const all = [...heights(h), h]
  return all.slice(0, -1).map(
    (z, k): Surface => ({
      x: 0,
      y: 0,
      z,
      width: w - POST * 2 - 0.02,
      depth: d - 0.03,
      clear: all[k + 1]! - z - BOARD,
      inside: true,
    }),
  )
}

import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const shoeCabinet = defineKind({
  id: 'shoe_cabinet',
  names: {
    en: ['Shoe cabinet', 'shoe storage', 'shoe cupboard', 'shoe closet'],
    zh: ['鞋柜', '鞋橱', '玄关鞋柜', '鞋帽柜'],
  },
  group: 'storage',
  size: { typical: [1.0, 0.35, 1.05], min: [0.5, 0.18, 0.45], max: [1.8, 0.45, 2.4] },
  source: 'trade sizes; a pair of shoes is 0.3 m long',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0 },
  rooms: ['entrance', 'hallway', 'balcony'],
  physics: { mass: 38, movable: true, friction: 0.5, centerOfMass: 0.48 },
  opens: 'doors',
  companions: [
    { category: 'bench', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.6, max: 1.2 } },
    { category: 'mirror', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.3, max: 0.6 } },
  ],
  finishes: {
    front: { material: 'painted_wood', color: '#ded9ce' },
    body: { material: 'oak' },
    handles: { material: 'black_metal' },
    shoes: { material: 'leather', color: '#6b4c38' },
    shoes_2: { material: 'cotton', color: '#dcd8cf' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const bay = bayOf(h)
    for (const x of [
      [-w / 2, -w / 2 + 0.02],
      [w / 2 - 0.02, w / 2],
    ] as const)
      model.add('body', box(x, [y[0] - 0.004, y[1]], [0, h - 0.022], 0.003, 'z'))
    model.add(
      'body',
      box([-w / 2, w / 2], [y[0] - 0.008, y[1]], [h - 0.022, h], 0.003),
      box([-w / 2 + 0.02, w / 2 - 0.02], [y[0], y[1]], [bay - 0.02, bay], 0.002),
      box([-w / 2 + 0.02, w / 2 - 0.02], [y[1] - 0.01, y[1]], [0, bay], 0),
    )
    addCabinet(model, { y, open: p.states?.open, handle: 'groove', cells: cellsOf(p) })
    // The shoes of the day stand in the open bay on the floor.
    const step = 0.28
    const count = Math.floor((w - 0.12) / step)
    for (let k = 0; k < count; k++) {
      const x = -w / 2 + 0.1 + k * step
      const long = Math.min(0.24, d * 0.75)
      const front = y[0] + 0.02
      for (const side of [0, 0.1]) {
        const slot = k % 2 ? 'shoes_2' : 'shoes'
        model.add(
          slot,
          box([x + side, x + side + 0.078], [front, front + long], [0, 0.03], 0.012),
          box([x + side + 0.006, x + side + 0.072], [front + long * 0.42, front + long], [0.024, 0.075], 0.014),
        )
      }
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    stroke([-w / 2, -d / 2 + 0.035], [w / 2, -d / 2 + 0.035]),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.42))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, d / 2])),
  ],
})

function bayOf(h: number): number {
  return h > 0.7 ? 0.19 : 0.12
}

/** Doors; a cabinet under 0.26 m depth has tilting flaps, one per 0.36 m. */
function cellsOf({ size: [w, d, h] }: BuildParameters): Cell[] {
  const fields = divide([-w / 2 + 0.02, w / 2 - 0.02], fieldsFor(w, 0.42))
  const z: Range = [bayOf(h), h - 0.022]
  if (d < 0.26)
    return fields.flatMap((x) =>
      divide(z, fieldsFor(z[1] - z[0], 0.36)).map((row): Cell => ({ type: 'flap', x, z: row })),
    )
  const rows: Range[] =
    h > 1.7
      ? [
          [z[0], h * 0.55],
          [h * 0.55, z[1]],
        ]
      : [z]
  return fields.flatMap((x, k) =>
    rows.map((row): Cell => ({ type: 'door', x, z: row, hinge: doorHinge(k, fields.length), shelves: 4 })),
  )
}

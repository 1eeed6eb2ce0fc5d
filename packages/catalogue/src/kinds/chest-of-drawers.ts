import { addCabinet, type Cell, divide, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { footprint, outline, stroke } from '../symbol.ts'

const LEGS = 0.12

export const chestOfDrawers = defineKind({
  id: 'chest_of_drawers',
  names: {
    en: ['Chest of drawers', 'dresser', 'drawer chest', 'bureau', 'tallboy', 'drawers', 'drawer unit'],
    zh: ['斗柜', '五斗柜', '抽屉柜', '五斗橱', '六斗柜', '储物斗柜'],
  },
  group: 'storage',
  size: { typical: [0.8, 0.47, 0.85], min: [0.4, 0.38, 0.5], max: [1.8, 0.58, 1.35] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.76, recommended: 0.9 }, side: 0 },
  rooms: ['bedroom', 'living_room', 'entrance', 'kids_room', 'hallway'],
  physics: { mass: 45, movable: true, friction: 0.5, centerOfMass: 0.48 },
  opens: 'drawers',
  companions: [
    { category: 'mirror', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.15, max: 0.3 } },
    { category: 'vase', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: { front: { material: 'oak' }, body: { material: 'oak' }, handles: { material: 'black_metal' } },
  surfaces: (p) => [topSurface(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const y = [-d / 2 + HANDLE_DEPTH, d / 2] as const
    addLegs(model, 'body', [-w / 2 + 0.02, w / 2 - 0.02], [y[0] + 0.02, y[1] - 0.02], [0, LEGS], {
      thickness: 0.045,
      splay: 0.01,
    })
    model.add('body', box([-w / 2, w / 2], [y[0] - 0.008, y[1]], [h - 0.025, h], 0.004))
    model.add(
      'body',
      box([-w / 2, -w / 2 + 0.016], y, [LEGS - 0.01, h - 0.025], 0.002),
      box([w / 2 - 0.016, w / 2], y, [LEGS - 0.01, h - 0.025], 0.002),
    )
    addCabinet(model, { y, open: p.states?.open, cells: drawerCells(p) })
  },
  symbol: (p) => {
    const [w, d] = p.size
    const columns = columnCount(w)
    return [
      outline(footprint(w, d)),
      stroke([-w / 2, -d / 2 + 0.03], [w / 2, -d / 2 + 0.03]),
      ...divide([-w / 2, w / 2], columns)
        .slice(1)
        .map(([x]) => stroke([x, -d / 2], [x, -d / 2 + 0.03])),
      ...divide([-w / 2, w / 2], columns).map(([a, b]) =>
        stroke([a + (b - a) * 0.35, -d / 2 + 0.015], [a + (b - a) * 0.65, -d / 2 + 0.015]),
      ),
    ]
  },
})

function columnCount(width: number): number {
  return fieldsFor(width, 0.75)
}

/** Rows of about 0.2 m; the top row of a broad chest is split once more. */
function drawerCells({ size: [w, , h] }: BuildParameters): Cell[] {
  const x = [-w / 2 + 0.016, w / 2 - 0.016] as const
  const rows = divide([LEGS - 0.01, h - 0.025], fieldsFor(h - LEGS, 0.2, 2))
  return rows.flatMap((z, row) => {
    const isTop = row === rows.length - 1
    const columns = columnCount(w) * (isTop && w / columnCount(w) > 0.62 && rows.length > 2 ? 2 : 1)
    return divide(x, columns).map((field): Cell => ({ type: 'drawer', x: field, z }))
  })
}

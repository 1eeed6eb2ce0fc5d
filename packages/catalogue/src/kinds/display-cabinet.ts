import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { tube } from '../modelling/tube.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const displayCabinet = defineKind({
  id: 'display_cabinet',
  names: {
    en: ['Display cabinet', 'glass cabinet', 'china cabinet', 'vitrine', 'curio cabinet', 'wine cabinet'],
    zh: ['展示柜', '玻璃柜', '陈列柜', '酒柜', '手办柜'],
  },
  group: 'storage',
  size: { typical: [0.8, 0.4, 1.75], min: [0.4, 0.28, 0.9], max: [1.8, 0.6, 2.2] },
  source: 'retailer price list quantiles; trade sizes',
  presets: [
    {
      id: 'wine_cabinet',
      names: { en: ['Wine cabinet'], zh: ['酒柜', '红酒柜'] },
      size: [0.6, 0.55, 1.5],
      variant: 'wine',
    },
  ],
  variants: ['glass', 'wine'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.61, recommended: 0.8 }, side: 0 },
  rooms: ['living_room', 'dining_room'],
  physics: { mass: 55, movable: true, friction: 0.5, centerOfMass: 0.48, fragile: true },
  opens: 'doors',
  companions: [],
  finishes: {
    front: { material: 'black_oak' },
    body: { material: 'black_oak' },
    glass: { material: 'glass' },
    handles: { material: 'brass' },
    wares: { material: 'ceramic' },
    wares_2: { material: 'stoneware' },
    bottles: { material: 'glass', color: '#4d5b46' },
  },
  shape(model, p) {
    const [w, d, h] = p.size
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const foot = 0.12
    addLegs(model, 'body', [-w / 2 + 0.03, w / 2 - 0.03], [y[0] + 0.03, y[1] - 0.03], [0, foot], { thickness: 0.038 })
    model.add('body', box([-w / 2, w / 2], [y[0], y[1]], [h - 0.02, h], 0.003))
    const cells = cellsOf(p, foot)
    addCabinet(model, { y, open: p.states?.open, handle: 'knob', cells })
    for (const cell of cells) {
      if (cell.type !== 'glass') continue
      const rows = (cell.shelves ?? 0) + 1
      divide(cell.z, rows).forEach((row, k) => {
        if (p.variant === 'wine') addBottles(model, cell.x, y, row)
        else addWares(model, cell.x, (y[0] + y[1]) / 2 + 0.02, row, k)
      })
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    stroke([-w / 2, -d / 2 + 0.03], [w / 2, -d / 2 + 0.03]),
    stroke([-w / 2, -d / 2 + 0.045], [w / 2, -d / 2 + 0.045]),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.42))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, -d / 2 + 0.045])),
  ],
})

function cellsOf({ size: [w, , h], variant }: BuildParameters, foot: number): Cell[] {
  const fields = divide([-w / 2, w / 2], fieldsFor(w, 0.42))
  const split = h > 1.3 && variant !== 'wine' ? foot + 0.42 : foot
  return fields.flatMap((x, k): Cell[] => {
    const hinge = doorHinge(k, fields.length)
    const shelves = fieldsFor(h - split, variant === 'wine' ? 0.18 : 0.34, 2) - 1
    const glass: Cell = { type: 'glass', x, z: [split, h - 0.02], hinge, shelves }
    return split > foot ? [{ type: 'door', x, z: [foot, split], hinge }, glass] : [glass]
  })
}

function addWares(model: Model, x: Range, y: number, z: Range, index: number): void {
  const base = z[0] + (index === 0 ? 0.018 : 0.009)
  const at = (t: number) => x[0] + (x[1] - x[0]) * t
  const room = z[1] - base - 0.03
  const r = Math.min(0.05, (x[1] - x[0]) * 0.13)
  const bowl = Math.min(0.07, room)
  const tall = Math.min(0.2, room * 0.85)
  model.add(
    'wares',
    lathe(
      at(0.3 + (index % 2) * 0.1),
      y,
      [
        [0, base],
        [r * 0.5, base],
        [r * 1.2, base + bowl],
        [r * 1.1, base + bowl],
        [0, base + 0.015],
      ],
      14,
    ),
  )
  model.add(
    'wares_2',
    lathe(
      at(0.72 - (index % 3) * 0.06),
      y,
      [
        [0, base],
        [r * 0.6, base],
        [r * 0.95, base + tall * 0.4],
        [r * 0.4, base + tall * 0.8],
        [r * 0.5, base + tall],
        [0, base + tall],
      ],
      14,
    ),
  )
}

/** Lying bottles, necks to the front. */
function addBottles(model: Model, x: Range, y: Range, z: Range): void {
  const count = Math.max(2, Math.floor((x[1] - x[0] - 0.06) / 0.1))
  const r = 0.036
  const low = z[0] + 0.03 + r
  for (const field of divide([x[0] + 0.03, x[1] - 0.03], count)) {
    const cx = (field[0] + field[1]) / 2
    const long = Math.min(0.3, y[1] - y[0] - 0.08)
    model.add(
      'bottles',
      tube(
        [
          [cx, y[1] - 0.03, low],
          [cx, y[1] - 0.03 - long * 0.68, low],
        ],
        r,
        { segments: 7 },
      ),
      tube(
        [
          [cx, y[1] - 0.03 - long * 0.68, low],
          [cx, y[1] - 0.03 - long * 0.72, low],
          [cx, y[1] - 0.03 - long, low],
        ],
        0.014,
        { segments: 6 },
      ),
    )
  }
  model.add('body', box([x[0] + 0.02, x[1] - 0.02], span(y[1] - 0.12, 0.02), [z[0] + 0.01, z[0] + 0.03], 0))
}

import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const cabinet = defineKind({
  id: 'cabinet',
  names: {
    en: [
      'Cabinet',
      'storage cabinet',
      'low cabinet',
      'decorative cabinet',
      'entrance cabinet',
      'locker',
      'storage unit',
      'hall cabinet',
    ],
    zh: ['储物柜', '柜子', '柜', '装饰柜', '玄关柜', '收纳柜', '矮柜'],
  },
  group: 'storage',
  size: { typical: [0.85, 0.4, 1.1], min: [0.35, 0.28, 0.45], max: [2.4, 0.65, 2.4] },
  source: 'retailer price list quantiles',
  presets: [
    { id: 'low_cabinet', names: { en: ['Low cabinet'], zh: ['矮柜'] }, size: [0.85, 0.4, 0.75] },
    {
      id: 'entrance_cabinet',
      names: { en: ['Entrance cabinet', 'hall cabinet'], zh: ['玄关柜'] },
      size: [1.2, 0.38, 2.1],
    },
  ],
  variants: ['doors', 'drawers'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.61, recommended: 0.75 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 40, movable: true, friction: 0.5, centerOfMass: 0.48 },
  opens: 'doors',
  companions: [],
  finishes: {
    front: { material: 'painted_wood', color: '#c9cdbf' },
    body: { material: 'painted_wood', color: '#d6d9cd' },
    handles: { material: 'brass' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const plinth = 0.06
    model.add('body', box([-w / 2 + 0.01, w / 2 - 0.01], [y[0] + 0.04, y[1]], [0, plinth], 0))
    model.add('body', box([-w / 2, w / 2], [y[0] - 0.006, y[1]], [h - 0.022, h], 0.003))
    addCabinet(model, { y, open: p.states?.open, cells: cellsOf(p, plinth) })
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    stroke([-w / 2, -d / 2 + 0.04], [w / 2, -d / 2 + 0.04]),
    stroke([-w / 2, d / 2], [w / 2, -d / 2 + 0.04]),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.45))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, -d / 2 + 0.04])),
  ],
})

/** Doors per 0.45 m; an open bay above them in tall ones; or drawers only. */
function cellsOf({ size: [w, , h], variant }: BuildParameters, plinth: number): Cell[] {
  const x: Range = [-w / 2, w / 2]
  const z: Range = [plinth, h - 0.022]
  if (variant === 'drawers')
    return divide(x, fieldsFor(w, 0.7)).flatMap((field) =>
      divide(z, fieldsFor(z[1] - z[0], 0.3)).map((row): Cell => ({ type: 'drawer', x: field, z: row })),
    )
  const fields = divide(x, fieldsFor(w, 0.45))
  const bay: Range | undefined =
    h > 1.5 ? [h * 0.45, h * 0.45 + 0.36] : h > 0.95 ? [h - 0.022 - 0.26, h - 0.022] : undefined
  const doors: Range[] = bay
    ? bay[1] < z[1] - 0.05
      ? [
          [z[0], bay[0]],
          [bay[1], z[1]],
        ]
      : [[z[0], bay[0]]]
    : [z]
  const cells = fields.flatMap((field, k) =>
    doors.map((row): Cell => ({ type: 'door', x: field, z: row, hinge: doorHinge(k, fields.length), shelves: 1 })),
  )
  return bay
    ? [...cells, ...divide(x, fieldsFor(w, 0.9)).map((field): Cell => ({ type: 'niche', x: field, z: bay }))]
    : cells
}

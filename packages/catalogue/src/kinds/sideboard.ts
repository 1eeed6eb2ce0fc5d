import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const sideboard = defineKind({
  id: 'sideboard',
  names: {
    en: ['Sideboard', 'buffet', 'credenza', 'dining cabinet', 'server'],
    zh: ['餐边柜', '边柜', '备餐柜', '餐柜'],
  },
  group: 'storage',
  size: { typical: [1.5, 0.42, 0.85], min: [0.8, 0.32, 0.65], max: [2.4, 0.55, 1.05] },
  source: 'trade sizes; retailer price list quantiles',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.76, recommended: 0.9 }, side: 0 },
  rooms: ['dining_room', 'living_room', 'entrance'],
  physics: { mass: 55, movable: true, friction: 0.5, centerOfMass: 0.48 },
  opens: 'doors',
  companions: [
    { category: 'vase', relation: 'on_top', count: { min: 0, max: 2 } },
    { category: 'table_lamp', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'picture', relation: 'above', count: { min: 0, max: 2 }, gap: { min: 0.15, best: 0.25, max: 0.4 } },
  ],
  finishes: {
    body: { material: 'walnut' },
    front: { material: 'rattan' },
    legs: { material: 'walnut' },
    handles: { material: 'brass' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const foot = footOf(h)
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    addLegs(model, 'legs', [-w / 2 + 0.05, w / 2 - 0.05], [y[0] + 0.03, y[1] - 0.03], [0, foot], {
      thickness: 0.042,
      splay: 0.02,
      round: true,
    })
    const t = 0.022
    model.add(
      'body',
      box([-w / 2, w / 2], [y[0] - 0.008, y[1]], [h - t, h], 0.004),
      box([-w / 2, w / 2], [y[0] - 0.004, y[1]], [foot, foot + t], 0.004),
    )
    for (const x of [
      [-w / 2, -w / 2 + t],
      [w / 2 - t, w / 2],
    ] as const)
      model.add('body', box(x, [y[0] - 0.004, y[1]], [foot + t, h - t], 0.003, 'z'))
    addCabinet(model, { y, open: p.states?.open, handle: 'knob', cells: cellsOf(p) })
    // Woven panels sit in wooden frames.
    if ((p.states?.open ?? 0) > 0.01) return
    for (const { x, z } of cellsOf(p)) {
      const f = 0.03
      const face: Range = [y[0] - 0.004, y[0] + 0.004]
      model.add(
        'body',
        box([x[0] + 0.002, x[0] + f], face, [z[0] + 0.002, z[1] - 0.002], 0.002, 'z'),
        box([x[1] - f, x[1] - 0.002], face, [z[0] + 0.002, z[1] - 0.002], 0.002, 'z'),
      )
      model.add(
        'body',
        box([x[0] + f, x[1] - f], face, [z[0] + 0.002, z[0] + f], 0.002, 'x'),
        box([x[0] + f, x[1] - f], face, [z[1] - f, z[1] - 0.002], 0.002, 'x'),
      )
    }
  },
  symbol: ({ size: [w, d] }) => {
    const fields = divide([-w / 2, w / 2], fieldsFor(w, 0.46, 2))
    return [
      outline(footprint(w, d)),
      stroke([-w / 2, -d / 2 + 0.035], [w / 2, -d / 2 + 0.035]),
      ...fields.slice(1).map(([x]) => stroke([x, -d / 2], [x, -d / 2 + 0.035])),
    ]
  },
})

function footOf(h: number): number {
  return Math.min(0.18, h * 0.22)
}

function cellsOf({ size: [w, , h] }: BuildParameters): Cell[] {
  const fields = divide([-w / 2 + 0.022, w / 2 - 0.022], fieldsFor(w, 0.46, 2))
  return fields.map(
    (x, k): Cell => ({
      type: 'door',
      x,
      z: [footOf(h) + 0.022, h - 0.022],
      hinge: doorHinge(k, fields.length),
      shelves: 1,
    }),
  )
}

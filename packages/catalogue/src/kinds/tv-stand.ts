import { addCabinet, type Cell, divide, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const tvStand = defineKind({
  id: 'tv_stand',
  names: {
    en: [
      'TV stand',
      'tv bench',
      'tv cabinet',
      'tv unit',
      'media console',
      'media unit',
      'television stand',
      'tv table',
      'television cabinet',
    ],
    zh: ['电视柜', '电视机柜', '影视柜', '电视台'],
  },
  group: 'storage',
  size: { typical: [1.6, 0.41, 0.5], min: [0.8, 0.3, 0.3], max: [2.8, 0.55, 0.75] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0 },
  rooms: ['living_room', 'bedroom'],
  physics: { mass: 40, movable: true, friction: 0.5, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [
    { category: 'television', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'sofa', relation: 'opposite', count: { min: 0, max: 1 }, gap: { min: 2, best: 2.6, max: 4 } },
    { category: 'potted_plant', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: {
    body: { material: 'oak' },
    front: { material: 'oak' },
    handles: { material: 'black_metal' },
    legs: { material: 'black_metal' },
  },
  surfaces: (p) => [topSurface(p), ...niches(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const foot = legsOf(h)
    const y: Range = [-d / 2 + 0.008, d / 2]
    addLegs(model, 'legs', [-w / 2 + 0.06, w / 2 - 0.06], [y[0] + 0.04, y[1] - 0.03], [0, foot], { thickness: 0.03 })
    const z: Range = [foot, h]
    for (const side of [
      [-w / 2, -w / 2 + 0.02],
      [w / 2 - 0.02, w / 2],
    ] as const)
      model.add('body', box(side, [-d / 2, d / 2], z, 0.003, 'z'))
    const x: Range = [-w / 2 + 0.02, w / 2 - 0.02]
    model.add(
      'body',
      box(x, [-d / 2, d / 2], [h - 0.022, h], 0.003),
      box(x, [-d / 2, d / 2], [foot, foot + 0.02], 0.003),
    )
    addCabinet(model, { y, open: p.states?.open, handle: 'groove', cells: cellsOf(p) })
  },
  symbol: (p) => {
    const [w, d] = p.size
    return [
      outline(footprint(w, d)),
      stroke([-w / 2, -d / 2 + HANDLE_DEPTH], [w / 2, -d / 2 + HANDLE_DEPTH]),
      ...divide([-w / 2, w / 2], fieldsFor(w, 0.5, 2))
        .slice(1)
        .map(([x]) => stroke([x, -d / 2], [x, -d / 2 + HANDLE_DEPTH])),
    ]
  },
})

function legsOf(h: number): number {
  return Math.min(0.14, h * 0.26)
}

/** Fields of about 0.5 m; the outer ones are doors, the inner ones open bays over a drawer. */
function cellsOf({ size: [w, , h] }: BuildParameters): Cell[] {
  const z: Range = [legsOf(h) + 0.02, h - 0.022]
  const middle = z[0] + (z[1] - z[0]) * 0.45
  const fields = divide([-w / 2 + 0.02, w / 2 - 0.02], fieldsFor(w, 0.5, 2))
  return fields.flatMap((x, k): Cell[] => {
    if (k === 0) return [{ type: 'door', x, z, hinge: 'left' }]
    if (k === fields.length - 1) return [{ type: 'door', x, z, hinge: 'right' }]
    return [
      { type: 'drawer', x, z: [z[0], middle] },
      { type: 'niche', x, z: [middle, z[1]] },
    ]
  })
}

function niches(p: BuildParameters) {
  return cellsOf(p)
    .filter((cell) => cell.type === 'niche')
    .map(({ x, z }) => ({
      x: (x[0] + x[1]) / 2,
      y: 0,
      z: z[0] + 0.018,
      width: x[1] - x[0] - 0.05,
      depth: p.size[1] - 0.05,
      clear: z[1] - z[0] - 0.036,
      inside: true,
    }))
}

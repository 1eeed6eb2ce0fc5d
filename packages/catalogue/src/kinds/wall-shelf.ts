import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { dashed, footprint, stroke } from '../symbol.ts'

export const wallShelf = defineKind({
  id: 'wall_shelf',
  names: {
    en: ['Wall shelf', 'floating shelf', 'wall-mounted shelf', 'ledge'],
    zh: ['墙上搁板', '搁板', '隔板', '一字隔板', '壁架'],
  },
  group: 'storage',
  size: { typical: [0.8, 0.25, 0.14], min: [0.25, 0.1, 0.02], max: [1.6, 0.4, 1.2] },
  source: 'retailer price list quantiles',
  mount: 'wall',
  mountHeight: 1.35,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.3, recommended: 0.6 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 5, movable: true, friction: 0.5, centerOfMass: 0.6 },
  companions: [
    { category: 'potted_plant', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'book', relation: 'on_top', count: { min: 0, max: 3 } },
  ],
  finishes: { board: { material: 'oak' }, brackets: { material: 'black_metal' } },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h] }) {
    const boards = Math.max(1, Math.round(h / 0.32))
    const t = Math.min(0.025, h)
    const x = [-w / 2 + Math.min(0.12, w * 0.15), w / 2 - Math.min(0.12, w * 0.15)]
    for (const [, top] of divide([0, h], boards))
      model.add('board', box([-w / 2, w / 2], [-d / 2, d / 2], [top - t, top], 0.003))
    if (h < 0.06) return
    const arms = fieldsFor(w, 0.9)
    for (let k = 0; k <= arms; k++) {
      const at = x[0]! + ((x[1]! - x[0]!) * k) / arms
      model.add('brackets', box(span(at, 0.02), [d / 2 - 0.012, d / 2], [0, h - t], 0.002))
      for (const [, top] of divide([0, h], boards))
        model.add('brackets', box(span(at, 0.02), [-d * 0.3, d / 2 - 0.012], [top - t - 0.014, top - t], 0.002))
    }
  },
  symbol: ({ size: [w, d] }) => [dashed(footprint(w, d)), stroke([-w / 2, d / 2], [w / 2, d / 2])],
})

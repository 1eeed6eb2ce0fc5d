import { type Bowl, bowlRing, vessel } from '../assemblies/basin-bowl.ts'
import { addCabinet, type Cell, divide, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addTap } from '../assemblies/tap.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { ellipse } from '../modelling/ring.ts'
import { detail, footprint, outline, stroke } from '../symbol.ts'

const BASIN = 0.12
const SLAB = 0.03
/** From this width on there are two basins, metres. */
const TWO_BASINS = 1.25

export const vanity = defineKind({
  id: 'vanity',
  names: {
    en: [
      'Vanity',
      'bathroom vanity',
      'vanity unit',
      'bathroom cabinet',
      'basin vanity',
      'washstand',
      'bathroom sink cabinet',
      'double vanity',
    ],
    zh: ['浴室柜', '浴室柜洗面台', '洗手台', '洗漱台', '洗脸台', '卫浴柜', '台盆柜'],
  },
  group: 'bathroom',
  size: { typical: [0.8, 0.5, 0.85], min: [0.45, 0.36, 0.6], max: [2.0, 0.65, 1.0] },
  source: 'sanitary ware trade sizes; the height includes the basin on the slab',
  presets: [{ id: 'basin_vanity', names: { en: ['Basin vanity'], zh: ['浴室柜洗面台'] }, size: [0.8, 0.5, 0.85] }],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.76 }, side: 0.1 },
  rooms: ['bathroom'],
  physics: { mass: 38, movable: false, friction: 0.6, centerOfMass: 0.55 },
  opens: 'drawers',
  companions: [
    { category: 'mirror', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.2, max: 0.3 } },
    { category: 'towel_rack', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.3, max: 1 } },
  ],
  finishes: {
    front: { material: 'oak' },
    body: { material: 'oak' },
    top: { material: 'terrazzo', color: '#e2ded6' },
    basin: { material: 'ceramic' },
    tap: { material: 'brass' },
    handles: { material: 'brass' },
    legs: { material: 'oak' },
  },
  surfaces: (p) => {
    const [w, d, h] = p.size
    if (w < 0.75) return []
    const bowl = bowlsOf(p)[0]!
    const free = w / 2 - (bowl.x + bowl.rx) - 0.04
    return free < 0.1 || bowlsOf(p).length > 1
      ? []
      : [{ x: w / 2 - free / 2 - 0.02, y: 0, z: h - BASIN, width: free, depth: d - 0.06, clear: Infinity }]
  },
  shape(model, p) {
    const [w, d, h] = p.size
    const slab = h - BASIN
    const foot = Math.min(0.22, slab * 0.3)
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    for (const x of [
      [-w / 2 + 0.01, -w / 2 + 0.045],
      [w / 2 - 0.045, w / 2 - 0.01],
    ] as const) {
      for (const ly of [
        [y[0] + 0.01, y[0] + 0.045],
        [y[1] - 0.045, y[1] - 0.01],
      ] as const)
        model.add('legs', box(x, ly, [0, foot], 0.003))
    }
    model.add('body', box([-w / 2 + 0.002, w / 2 - 0.002], [y[0] + 0.02, y[1]], [foot, foot + 0.02], 0.002))
    addCabinet(model, { y, cells: cellsOf(w, [foot + 0.02, slab - SLAB]), open: p.states?.open })
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [slab - SLAB, slab], 0.003))
    for (const bowl of bowlsOf(p)) {
      model.add('basin', vessel(bowl, slab, h - 0.012, 0.014, 0.66))
      addTap(model, [bowl.x, d / 2 - 0.045, slab], BASIN, Math.min(0.13, d * 0.28))
    }
  },
  symbol: (p) => {
    const [w, d] = p.size
    return [
      outline(footprint(w, d)),
      ...bowlsOf(p).flatMap((bowl) => [
        detail(bowlRing(bowl)),
        detail(ellipse(bowl.x, bowl.y, bowl.rx * 0.88, bowl.ry * 0.86, 24)),
        detail(ellipse(bowl.x, bowl.y, 0.02, 0.02, 12)),
        detail(ellipse(bowl.x, d / 2 - 0.045, 0.018, 0.018, 12)),
        stroke([bowl.x, d / 2 - 0.045], [bowl.x, d / 2 - 0.045 - Math.min(0.13, d * 0.28)]),
      ]),
    ]
  },
})

function bowlsOf({ size: [w, d] }: BuildParameters): Bowl[] {
  const ry = Math.min(0.18, d * 0.36)
  const y = -d / 2 + ry + 0.035
  if (w < TWO_BASINS) return [{ x: w > 0.95 ? -w * 0.1 : 0, y, rx: Math.min(0.24, w * 0.38), ry, power: 2.6 }]
  return [-1, 1].map((side) => ({ x: (side * w) / 4, y, rx: Math.min(0.23, w * 0.18), ry, power: 2.6 }))
}

function cellsOf(w: number, z: Range): Cell[] {
  return divide([-w / 2 + 0.002, w / 2 - 0.002], fieldsFor(w, 0.8)).flatMap((x): Cell[] =>
    divide(z, z[1] - z[0] > 0.34 ? 2 : 1).map((row) => ({ type: 'drawer', x, z: row })),
  )
}

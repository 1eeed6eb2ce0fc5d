import { defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { ellipse, rectangle } from '../modelling/ring.ts'
import { roundedPath, tube } from '../modelling/tube.ts'
import { block, detail, diagonals, footprint, outline, stroke } from '../symbol.ts'

const TRAY = 0.045
const POST = 0.025

export const shower = defineKind({
  id: 'shower',
  names: {
    en: [
      'Shower',
      'shower cabin',
      'shower room',
      'shower enclosure',
      'shower cubicle',
      'walk-in shower',
      'shower stall',
    ],
    zh: ['淋浴房', '淋浴', '淋浴间', '花洒', '淋浴隔断', '步入式淋浴'],
  },
  group: 'bathroom',
  size: { typical: [0.9, 0.9, 2.0], min: [0.7, 0.7, 1.8], max: [1.8, 1.4, 2.3] },
  source: 'sanitary ware trade sizes',
  presets: [
    { id: 'shower_cabin', names: { en: ['Shower cabin'], zh: ['淋浴房'] }, size: [0.9, 0.9, 2.0] },
    {
      id: 'walk_in_shower',
      names: { en: ['Walk-in shower', 'wet room shower', 'level-access shower'], zh: ['步入式淋浴', '无门淋浴'] },
      size: [1.2, 0.9, 2.0],
      variant: 'walk_in',
    },
  ],
  variants: ['corner', 'walk_in'],
  mount: 'floor',
  wallAffinity: 'corner',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.76 }, side: 0 },
  rooms: ['bathroom'],
  physics: { mass: 55, movable: false, friction: 0.6, centerOfMass: 0.4, fragile: true },
  opens: 'doors',
  companions: [],
  finishes: {
    tray: { material: 'ceramic', color: '#eceae5' },
    glass: { material: 'glass' },
    frame: { material: 'black_metal' },
    fittings: { material: 'chrome' },
  },
  shape(model, { size: [w, d, h], variant, states }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    const ledge = 0.05
    const inner = rectangle([x[0] + ledge, x[1] - ledge], [y[0] + ledge, y[1] - ledge])
    model.add(
      'tray',
      extrude(rectangle(x, y), [0, TRAY], { holes: [[...inner].reverse()] }),
      box([x[0] + ledge, x[1] - ledge], [y[0] + ledge, y[1] - ledge], [0, TRAY * 0.5], 0),
    )
    model.add('fittings', cylinder(0, 0, TRAY * 0.5, TRAY * 0.6, 0.045, 0.045, 18))
    const top = h - POST
    const bar = (a: Range, b: Range, z: Range) => model.add('frame', box(a, b, z, 0.002))
    // The back and the left side stand at walls; glass closes the right side and the front.
    bar([x[1] - POST, x[1]], [y[0], y[0] + POST], [TRAY, h])
    bar([x[1] - POST, x[1]], [y[1] - POST, y[1]], [TRAY, h])
    bar([x[1] - POST, x[1]], [y[0] + POST, y[1] - POST], [top, h])
    model.add('glass', box(span(x[1] - POST / 2, 0.008), [y[0] + POST, y[1] - POST], [TRAY, top], 0))
    if (variant !== 'walk_in') {
      bar([x[0], x[0] + POST], [y[0], y[0] + POST], [TRAY, h])
      bar([x[0] + POST, x[1] - POST], [y[0], y[0] + POST], [top, h])
      const middle = x[0] + w * 0.5
      const open = (states?.open ?? 0) * (w * 0.42)
      model.add('glass', box([middle - 0.02, x[1] - POST], span(y[0] + POST * 0.7, 0.007), [TRAY, top], 0))
      model.add(
        'glass',
        box([x[0] + POST + open, middle + 0.02 + open], span(y[0] + POST * 0.25, 0.007), [TRAY + 0.005, top], 0),
      )
      model.add('fittings', box(span(middle - 0.04 + open, 0.012), [y[0], y[0] + POST * 0.5], [0.95, 1.2], 0.002))
    }
    addRainShower(model, w, y[1], h)
  },
  symbol: ({ size: [w, d], variant }) => {
    const inner: Range = [-w / 2 + 0.05, w / 2 - 0.05]
    const paths = [
      outline(footprint(w, d)),
      detail(block(inner, [-d / 2 + 0.05, d / 2 - 0.05])),
      ...diagonals(inner, [-d / 2 + 0.05, d / 2 - 0.05]),
      detail(ellipse(0, 0, 0.045, 0.045, 14), true),
    ]
    return variant === 'walk_in'
      ? paths
      : [
          ...paths,
          stroke([-w / 2 + 0.02, -d / 2 + 0.018], [0, -d / 2 + 0.018]),
          stroke([-0.02, -d / 2 + 0.032], [w / 2 - 0.02, -d / 2 + 0.032]),
        ]
  },
})

function addRainShower(model: Model, w: number, wall: number, h: number): void {
  const x = -w * 0.08
  const top = Math.min(h - 0.04, 2.1)
  const y = wall - 0.035
  model.add(
    'fittings',
    tube(
      roundedPath(
        [
          [x, y, 1.0],
          [x, y, top],
          [x, y - 0.32, top],
        ],
        0.08,
        5,
      ),
      0.011,
      { segments: 8 },
    ),
  )
  model.add(
    'fittings',
    cylinder(x, y - 0.32, top - 0.05, top - 0.03, 0.11, 0.1, 24),
    cylinder(x, y - 0.32, top - 0.03, top, 0.012, 0.012, 8),
  )
  model.add('fittings', box(span(x, 0.26), [wall - 0.065, wall], [0.98, 1.03], 0.01))
  model.add(
    'fittings',
    tube(
      [
        [x + 0.1, y - 0.05, 1.5],
        [x + 0.06, y - 0.02, 1.3],
      ],
      0.014,
      { segments: 8 },
    ),
  )
}

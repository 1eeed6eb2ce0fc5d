import type { Size3 } from '@enfilade/scene'
import { addCabinet, divide, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { arc, ellipse } from '../modelling/ring.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const nightstand = defineKind({
  id: 'nightstand',
  names: {
    en: ['Nightstand', 'bedside table', 'bedside cabinet', 'night table', 'night stand', 'bed table'],
    zh: ['床头柜', '床边柜', '床头桌'],
  },
  group: 'storage',
  size: { typical: [0.46, 0.4, 0.55], min: [0.3, 0.3, 0.35], max: [0.7, 0.5, 0.75] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  shapes: ['rectangular', 'round'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.45, recommended: 0.6 }, side: 0 },
  rooms: ['bedroom', 'kids_room'],
  physics: { mass: 14, movable: true, friction: 0.45, centerOfMass: 0.5 },
  opens: 'drawers',
  companions: [
    { category: 'table_lamp', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'book', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'double_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.3 } },
  ],
  finishes: { body: { material: 'oak' }, front: { material: 'oak' }, handles: { material: 'brass' } },
  surfaces: (p) => [
    topSurface(p),
    {
      x: 0,
      y: 0,
      z: legHeight(p.size[2]) + 0.018,
      width: p.size[0] - 0.06,
      depth: p.size[1] - 0.06,
      clear: shelfHeight(p.size[2]),
      inside: true,
    },
  ],
  shape(model, { size: [w, d, h], shape, states }) {
    if (shape === 'round') {
      addDrum(model, [w, d, h])
      return
    }
    const foot = legHeight(h)
    const y = [-d / 2 + HANDLE_DEPTH, d / 2] as const
    const x = [-w / 2, w / 2] as const
    addLegs(model, 'body', [x[0] + 0.02, x[1] - 0.02], [y[0] + 0.02, y[1] - 0.02], [0, foot], { thickness: 0.035 })
    const inner = [x[0] + 0.006, x[1] - 0.006] as const
    const niche = [foot, foot + shelfHeight(h) + 0.036] as const
    const drawers = [niche[1], h - 0.02] as const
    addCabinet(model, {
      y,
      open: states?.open,
      handle: 'knob',
      cells: [
        { type: 'niche', x: inner, z: niche },
        ...divide(drawers, drawerCount(h)).map((z) => ({ type: 'drawer' as const, x: inner, z })),
      ],
    })
    model.add('body', box(x, [y[0] - 0.006, y[1]], [h - 0.02, h], 0.004))
  },
  symbol: ({ size: [w, d], shape }) =>
    shape === 'round'
      ? [outline(ellipse(0, 0, w / 2, d / 2, 40)), detail(ellipse(0, 0, w * 0.44, d * 0.44, 40))]
      : [
          outline(footprint(w, d, 0.01)),
          detail(block([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03])),
          stroke([-w * 0.1, -d / 2 + 0.03], [-w * 0.1, -d / 2], [w * 0.1, -d / 2], [w * 0.1, -d / 2 + 0.03]),
        ],
})

/** A drum on short legs with a drawer front let into it. */
function addDrum(model: Model, [w, d, h]: Size3): void {
  const foot = legHeight(h)
  const disc = (k: number) => ellipse(0, 0, (w / 2) * k, (d / 2) * k, 40)
  for (let k = 0; k < 4; k++) {
    const a = (Math.PI * (k + 0.5)) / 2
    model.add('body', cylinder(Math.cos(a) * w * 0.36, Math.sin(a) * d * 0.36, 0, foot + 0.01, 0.012, 0.018, 12))
  }
  model.add(
    'body',
    extrude(disc(0.95), [foot, h - 0.02], { bevel: 0.004 }),
    extrude(disc(1), [h - 0.022, h], { bevel: 0.005 }),
  )
  const split = foot + (h - foot) * 0.5
  for (const z of [
    [foot + 0.02, split - 0.006],
    [split + 0.006, h - 0.035],
  ] as const) {
    model.add(
      'front',
      extrude(arc(0, 0, w * 0.48, d * 0.48, -Math.PI * 0.74, -Math.PI * 0.26, 14), z, { bevel: 0.003 }),
    )
    model.add('handles', ball(0, -d * 0.482, (z[0] + z[1]) / 2, 0.011, 0.022, 10))
  }
}

function legHeight(h: number): number {
  return Math.min(0.14, h * 0.24)
}

function shelfHeight(h: number): number {
  return h > 0.42 ? h * 0.24 : h * 0.12
}

/** One drawer per 0.22 m of what the open shelf leaves. */
function drawerCount(h: number): number {
  return h > 0.62 ? 2 : 1
}

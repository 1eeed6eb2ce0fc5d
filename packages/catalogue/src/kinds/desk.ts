import { addCabinet, divide } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import type { Point } from '../modelling/ring.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

const TOP = 0.028
/** A desk over this width has a drawer block under one end, metres. */
const DRAWERS_FROM = 1.15
const RETURN_DEPTH = 0.6

export const desk = defineKind({
  id: 'desk',
  names: {
    en: [
      'Desk',
      'writing desk',
      'work desk',
      'study desk',
      'computer desk',
      'office desk',
      'work table',
      'workstation',
      'study table',
    ],
    zh: ['书桌', '写字台', '办公桌', '电脑桌', '写字桌', '工作台', '学习桌'],
  },
  group: 'tables',
  size: { typical: [1.25, 0.6, 0.75], min: [0.7, 0.45, 0.65], max: [2.2, 1.8, 1.25] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  presets: [
    {
      id: 'l_desk',
      names: { en: ['Corner desk', 'L-shaped desk', 'l desk'], zh: ['转角书桌', 'L形书桌', '转角办公桌'] },
      size: [1.6, 1.4, 0.75],
      shape: 'l',
    },
    {
      id: 'standing_desk',
      names: {
        en: ['Standing desk', 'sit-stand desk', 'height adjustable desk'],
        zh: ['升降桌', '升降书桌', '站立办公桌'],
      },
      size: [1.4, 0.7, 0.75],
      variant: 'standing',
    },
  ],
  variants: ['plain', 'standing'],
  shapes: ['rectangular', 'l'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.1 },
  rooms: ['study', 'bedroom', 'kids_room', 'living_room'],
  physics: { mass: 30, movable: true, friction: 0.45, centerOfMass: 0.7 },
  opens: 'drawers',
  companions: [
    {
      category: 'office_chair',
      relation: 'front',
      count: { min: 1, max: 1 },
      gap: { min: -0.3, best: 0.05, max: 0.15 },
    },
    { category: 'monitor', relation: 'on_top', count: { min: 0, max: 2 } },
    { category: 'laptop', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'desk_lamp', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'bookcase', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.8, max: 1.5 } },
  ],
  finishes: {
    top: { material: 'oak' },
    legs: { material: 'black_metal' },
    body: { material: 'painted_wood' },
    front: { material: 'painted_wood' },
    handles: { material: 'black_metal' },
  },
  surfaces: ({ size: [w, d, h], shape }) => {
    if (shape !== 'l') return [{ x: 0, y: 0, z: h, width: w - 0.04, depth: d - 0.04, clear: Infinity }]
    const r = returnDepth(w, d)
    return [
      { x: 0, y: d / 2 - r / 2, z: h, width: w - 0.04, depth: r - 0.04, clear: Infinity },
      { x: w / 2 - r / 2, y: -r / 2, z: h, width: r - 0.04, depth: d - r - 0.04, clear: Infinity },
    ]
  },
  seats: () => 1,
  tuckDepth: ({ size, shape }) => Math.min(0.45, (shape === 'l' ? returnDepth(size[0], size[1]) : size[1]) * 0.75),
  shape(model, p) {
    if (p.shape === 'l') addCornerDesk(model, p)
    else if (p.variant === 'standing') addStandingDesk(model, p)
    else addPlainDesk(model, p)
  },
  symbol: (p) => {
    const [w, d] = p.size
    if (p.shape === 'l') return [outline(cornerTop(w, d))]
    const paths = [outline(footprint(w, d, 0.015))]
    if (hasDrawers(p)) paths.push(detail(block(drawerRange(w), [-d / 2 + 0.02, d / 2 - 0.02])))
    return paths
  },
})

function hasDrawers({ size, variant, shape }: BuildParameters): boolean {
  return size[0] >= DRAWERS_FROM && variant !== 'standing' && shape !== 'l'
}

function drawerRange(w: number): Range {
  return [w / 2 - 0.02 - Math.min(0.42, w * 0.3), w / 2 - 0.02]
}

function addPlainDesk(model: Model, p: BuildParameters): void {
  const [w, d, h] = p.size
  model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - TOP, h], 0.004))
  const x: Range = [-w / 2 + 0.03, w / 2 - 0.03]
  const y: Range = [-d / 2 + 0.03, d / 2 - 0.03]
  addLegs(model, 'legs', x, y, [0, h - TOP], { thickness: 0.042 })
  for (const at of [y[0] + 0.02, y[1] - 0.02])
    model.add('legs', box([x[0] + 0.02, x[1] - 0.02], [at - 0.01, at + 0.01], [h - TOP - 0.03, h - TOP], 0.002))
  for (const at of [x[0] + 0.021, x[1] - 0.021])
    model.add('legs', box([at - 0.01, at + 0.01], [y[0] + 0.02, y[1] - 0.02], [h - TOP - 0.03, h - TOP], 0.002))
  if (!hasDrawers(p)) return
  const block = drawerRange(w)
  const count = block[1] - block[0] > 0.3 ? 3 : 2
  addCabinet(model, {
    y: [-d / 2 + 0.03, d / 2 - 0.05],
    open: p.states?.open,
    handle: 'groove',
    cells: divide([h * 0.28, h - TOP], count).map((z) => ({ type: 'drawer' as const, x: block, z })),
  })
}

function addStandingDesk(model: Model, { size: [w, d, h] }: BuildParameters): void {
  model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - TOP, h], 0.004))
  for (const side of [-1, 1]) {
    const x = side * (w / 2 - Math.min(0.22, w * 0.16))
    model.add('legs', box(span(x, 0.07), [-d / 2 + 0.03, d / 2 - 0.03], [0, 0.028], 0.004))
    model.add(
      'legs',
      box(span(x, 0.075), span(0.03, 0.05), [0.028, h * 0.55], 0.004),
      box(span(x, 0.06), span(0.03, 0.038), [h * 0.55, h - TOP], 0.003),
    )
    model.add('legs', box(span(x, 0.05), [-d / 2 + 0.06, d / 2 - 0.06], [h - TOP - 0.02, h - TOP], 0.002))
  }
  model.add('legs', box([-w / 2 + 0.2, w / 2 - 0.2], span(0.03, 0.05), [h - TOP - 0.05, h - TOP], 0.003))
  model.add('handles', box([w / 2 - 0.22, w / 2 - 0.12], [-d / 2, -d / 2 + 0.03], [h - TOP - 0.016, h - TOP], 0.002))
}

function returnDepth(w: number, d: number): number {
  return Math.min(RETURN_DEPTH, w * 0.45, d * 0.6)
}

/** Seen from the front, the return lies along the right wall and comes forward. */
function cornerTop(w: number, d: number): Point[] {
  const r = returnDepth(w, d)
  return [
    [-w / 2, d / 2 - r],
    [w / 2 - r - 0.06, d / 2 - r],
    [w / 2 - r, d / 2 - r - 0.06],
    [w / 2 - r, -d / 2],
    [w / 2, -d / 2],
    [w / 2, d / 2],
    [-w / 2, d / 2],
  ]
}

function addCornerDesk(model: Model, { size: [w, d, h] }: BuildParameters): void {
  model.add('top', extrude(cornerTop(w, d), [h - TOP, h], { bevel: 0.003 }))
  const r = returnDepth(w, d)
  const post = (x: number, y: number) => model.add('legs', box(span(x, 0.04), span(y, 0.04), [0, h - TOP], 0.003))
  for (const [x, y] of [
    [-w / 2 + 0.04, d / 2 - 0.04],
    [-w / 2 + 0.04, d / 2 - r + 0.04],
    [w / 2 - 0.04, d / 2 - 0.04],
    [w / 2 - 0.04, -d / 2 + 0.04],
    [w / 2 - r + 0.04, -d / 2 + 0.04],
  ] as const)
    post(x, y)
  model.add('legs', box([-w / 2 + 0.03, w / 2 - 0.03], span(d / 2 - 0.04, 0.02), [h - TOP - 0.05, h - TOP], 0.002))
  model.add('legs', box(span(w / 2 - 0.04, 0.02), [-d / 2 + 0.03, d / 2 - 0.03], [h - TOP - 0.05, h - TOP], 0.002))
  addCabinet(model, {
    y: [-d / 2 + 0.05, -d / 2 + Math.min(0.5, d - r)],
    handle: 'groove',
    cells: divide([h * 0.3, h - TOP], 3).map((z) => ({
      type: 'drawer' as const,
      x: [w / 2 - r + 0.08, w / 2 - 0.08] as const,
      z,
    })),
  })
}

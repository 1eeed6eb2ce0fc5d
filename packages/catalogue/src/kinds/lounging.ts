import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { sofaSeats, sofaShape, sofaSurfaces, sofaSymbol } from '../assemblies/sofa.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, fixed, movable, onFloor } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { lathe } from '../modelling/lathe.ts'
import { ellipse, tableRing } from '../modelling/ring.ts'
import { pillow, softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, dashed, detail, footprint, outline } from '../symbol.ts'

export const sofaBed = defineKind({
  id: 'sofa_bed',
  names: {
    en: ['Sofa bed', 'sleeper sofa', 'futon', 'pull-out sofa', 'convertible sofa', 'sofabed'],
    zh: ['沙发床', '折叠沙发床', '两用沙发', '多功能沙发床', '可拉伸沙发床'],
  },
  group: 'seating',
  size: { typical: [2.0, 0.95, 0.86], min: [1.4, 0.82, 0.72], max: [2.7, 1.15, 1.02] },
  source: 'retailer price list quantiles; furniture size table',
  ...atWall(1.4, 1.6, 0.1),
  rooms: ['living_room', 'study', 'bedroom', 'office'],
  physics: movable(75, { friction: 0.55, softness: 0.6 }),
  opens: 'drawers',
  companions: [
    { category: 'coffee_table', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.45, max: 0.6 } },
    { category: 'rug', relation: 'under', count: { min: 0, max: 1 } },
    { category: 'cushion', relation: 'on_top', count: { min: 0, max: 2 } },
  ],
  finishes: {
    upholstery: { material: 'linen', color: '#a9adac' },
    cushions: { material: 'linen', color: '#a9adac' },
    legs: { material: 'black_metal' },
    accent: { material: 'cotton', color: '#d8b98c' },
    accent_2: { material: 'linen', color: '#e4ddcf' },
    mattress: { material: 'cotton' },
  },
  surfaces: (p) => sofaSurfaces({ ...p, shape: 'straight' }),
  seats: sofaSeats,
  shape(model, p) {
    sofaShape(model, { ...p, shape: 'straight' })
    const [w, d, h] = p.size
    // The bed under the seat: its front with a pull strap; opened, it reaches forward.
    const out = (p.states?.open ?? 0) * 1.05
    const x: Range = [-w / 2 + w * 0.1, w / 2 - w * 0.1]
    const low = h * 0.13
    model.add(
      'upholstery',
      softBox(x, [-d / 2 + 0.002 - out, -d / 2 + 0.06 - out], [low, low + h * 0.16], { radius: 0.015 }),
    )
    model.add(
      'legs',
      box(span(0, 0.16), [-d / 2 - 0.002 - out, -d / 2 + 0.01 - out], [low + h * 0.09, low + h * 0.115], 0.002),
    )
    if (out > 0.02)
      model.add(
        'mattress',
        softBox(x, [-d / 2 + 0.03 - out, -d / 2 + 0.1], [low + 0.02, low + h * 0.2], { radius: 0.03 }),
      )
  },
  symbol: (p) => [
    ...sofaSymbol({ ...p, shape: 'straight' }),
    dashed(block([-p.size[0] * 0.4, p.size[0] * 0.4], [-p.size[1] / 2, p.size[1] * 0.1])),
  ],
})

export const daybed = defineKind({
  id: 'daybed',
  names: {
    en: ['Daybed', 'day bed', 'trundle bed', 'luohan bed', 'opium bed'],
    zh: ['罗汉床', '坐卧两用床', '贵妃床', '日式沙发床', '拖床'],
  },
  group: 'beds',
  size: { typical: [2.0, 0.92, 0.78], min: [1.7, 0.75, 0.55], max: [2.3, 1.5, 1.0] },
  source: 'retailer price list quantiles; trade sizes',
  ...atWall(0.6, 0.9),
  rooms: ['living_room', 'study', 'bedroom', 'balcony'],
  physics: movable(55, { softness: 0.5 }),
  companions: [
    { category: 'coffee_table', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.45, max: 0.6 } },
  ],
  finishes: {
    frame: { material: 'walnut' },
    cushion: { material: 'linen', color: '#d9d1c2' },
    bolster: { material: 'linen', color: '#a58a6b' },
    panel: { material: 'rattan' },
  },
  seats: ({ size }) => Math.max(1, Math.round(size[0] / 0.7)),
  shape(model, { size: [w, d, h] }) {
    const deck = Math.min(0.34, h * 0.46)
    addLegs(model, 'frame', [-w / 2, w / 2], [-d / 2, d / 2], [0, deck - 0.06], { thickness: 0.07 })
    model.add('frame', box([-w / 2, w / 2], [-d / 2, d / 2], [deck - 0.07, deck], 0.008))
    const t = 0.035
    const arm = deck + (h - deck) * 0.72
    const back: Range = [d / 2 - t, d / 2]
    for (const s of [-1, 1]) {
      const x = span(s * (w / 2 - t / 2), t)
      model.add(
        'frame',
        box(x, [-d / 2, d / 2], [arm - 0.04, arm], 0.006),
        box(x, [-d / 2, -d / 2 + t], [deck, arm], 0.006),
        box(x, back, [deck, h], 0.006),
      )
      model.add('panel', box(span(s * (w / 2 - t / 2), 0.012), [-d / 2 + t, d / 2 - t], [deck, arm - 0.04], 0))
    }
    model.add('frame', box([-w / 2, w / 2], back, [h - 0.045, h], 0.006))
    for (const x of divide([-w / 2, w / 2], fieldsFor(w, 0.66)).slice(1))
      model.add('frame', box(span(x[0], 0.03), back, [deck, h - 0.045], 0.004))
    model.add('panel', box([-w / 2 + t, w / 2 - t], span(d / 2 - t / 2, 0.012), [deck, h - 0.045], 0))
    const soft = Math.min(0.13, (h - deck) * 0.35)
    model.add(
      'cushion',
      softBox([-w / 2 + t + 0.004, w / 2 - t - 0.004], [-d / 2 + 0.01, d / 2 - t - 0.004], [deck, deck + soft], {
        radius: 0.035,
        crown: 0.012,
        segments: 2,
      }),
    )
    for (const s of [-1, 1]) {
      const r = Math.min(0.09, (arm - deck - soft) * 0.6 + 0.03)
      model.add(
        'bolster',
        move(
          turn(
            lathe(
              0,
              0,
              [
                [0, 0],
                [r * 0.8, 0.004],
                [r, 0.03],
                [r, d * 0.62],
                [r * 0.8, d * 0.65],
                [0, d * 0.66],
              ],
              20,
            ),
            'x',
            -Math.PI / 2,
          ),
          s * (w / 2 - t - r - 0.004),
          -d * 0.36,
          deck + soft + r * 0.92,
        ),
      )
    }
    for (const x of divide([-w / 2 + 0.24, w / 2 - 0.24], Math.max(2, fieldsFor(w - 0.48, 0.6)))) {
      const side = Math.min(0.46, x[1] - x[0] - 0.04, (h - deck - soft) * 1.15)
      const g = turn(pillow([-side / 2, side / 2], [-side / 2, side / 2], [-0.06, 0.06], 6), 'x', Math.PI / 2 - 0.25)
      model.add('bolster', move(g, (x[0] + x[1]) / 2, d / 2 - t - 0.13, deck + soft + side * 0.4))
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block([-w / 2 + 0.035, w / 2 - 0.035], [-d / 2 + 0.01, d / 2 - 0.035])),
    detail(block([-w / 2 + 0.04, -w / 2 + 0.2], [-d * 0.36, d * 0.3], 0.05)),
    detail(block([w / 2 - 0.2, w / 2 - 0.04], [-d * 0.36, d * 0.3], 0.05)),
  ],
})

export const pouf = defineKind({
  id: 'pouf',
  names: {
    en: ['Pouf', 'pouffe', 'hassock', 'knitted pouf', 'moroccan pouf', 'tuffet'],
    zh: ['蒲团凳', '豆袋凳', '懒人凳', '软墩', '坐墩'],
  },
  group: 'seating',
  size: { typical: [0.5, 0.5, 0.36], min: [0.32, 0.32, 0.22], max: [0.9, 0.8, 0.5] },
  source: 'retailer price list quantiles',
  shapes: ['round', 'rectangular'],
  ...onFloor(0.3, 0.45),
  rooms: ['living_room', 'bedroom', 'kids_room', 'playroom', 'nursery'],
  physics: movable(4, { softness: 0.8 }),
  finishes: { upholstery: { material: 'wool', color: '#c8a98b' }, seam: { material: 'wool', color: '#a78a6d' } },
  seats: () => 1,
  surfaces: (p) => [{ ...topSurface(p, 0.06), ...(p.shape === 'rectangular' ? {} : { round: true }) }],
  shape(model, { size: [w, d, h], shape }) {
    if (shape === 'rectangular') {
      model.add(
        'upholstery',
        softBox([-w / 2, w / 2], [-d / 2, d / 2], [0, h], {
          radius: Math.min(0.07, h * 0.2),
          crown: 0.02,
          segments: 3,
        }),
      )
      for (const z of [h * 0.2, h * 0.78])
        model.add(
          'seam',
          extrude(tableRing('rectangular', span(0, w + 0.002), span(0, d + 0.002), 0.06), [z, z + 0.008]),
        )
      return
    }
    const r = w / 2
    model.add(
      'upholstery',
      lathe(
        0,
        0,
        [
          [0, 0],
          [r * 0.72, 0],
          [r * 0.92, h * 0.1],
          [r * 0.99, h * 0.35],
          [r * 0.985, h * 0.62],
          [r * 0.9, h * 0.88],
          [r * 0.62, h * 0.985],
          [r * 0.15, h * 0.985],
          [0, h * 0.97],
        ],
        36,
        d / w,
      ),
    )
    const panels = 12
    for (let k = 0; k < panels; k++) {
      const a = (Math.PI * 2 * k) / panels
      const path = [
        [0.12, 0.985],
        [0.62, 0.99],
        [0.91, 0.88],
        [1, 0.62],
        [1, 0.35],
        [0.93, 0.1],
      ].map(([q, z]) => [Math.cos(a) * r * q! * 0.995, Math.sin(a) * (d / 2) * q! * 0.995, h * z!] as const)
      model.add('seam', tube(path, 0.005, { segments: 5 }))
    }
    model.add('seam', extrude(ellipse(0, 0, r * 0.12, d * 0.06, 20), [h * 0.97, h]))
  },
  symbol: sketch('shape', ['disc', 0, 0, 0.12, 0.12], ['line', -0.7, -0.7, 0.7, 0.7], ['line', -0.7, 0.7, 0.7, -0.7]),
})

export const kang = defineKind({
  id: 'kang',
  names: {
    en: ['Kang', 'heated brick bed', 'kang bed', 'tatami bed', 'tatami platform', 'tatami'],
    zh: ['炕', '火炕', '土炕', '榻榻米', '地台床', '地台'],
  },
  group: 'beds',
  size: { typical: [2.2, 1.9, 0.5], min: [1.5, 1.2, 0.3], max: [4.0, 2.6, 0.75] },
  source: 'building practice of northern China; trade sizes',
  mount: 'floor',
  wallAffinity: 'corner',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0 },
  rooms: ['bedroom', 'living_room', 'study', 'balcony'],
  physics: fixed(600, { softness: 0.2 }),
  companions: [{ category: 'tea_table', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'oak' },
    mat: { material: 'jute', color: '#cdb88a' },
    edge: { material: 'linen', color: '#55604f' },
    bedding: { material: 'cotton', color: '#b9503f' },
    table: { material: 'walnut' },
  },
  seats: ({ size }) => Math.max(2, Math.round(size[0] / 0.8)),
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: -d * 0.05, z: h * 0.86, width: w * 0.8, depth: d * 0.5, clear: h * 0.5 + 0.5 },
  ],
  shape: sculpt((model, { size: [w, d, h] }) => {
    const deck = h * 0.86
    model.add('body', box([-w / 2, w / 2], [-d / 2, d / 2], [0, deck - 0.02], 0.01))
    for (const x of divide([-w / 2 + 0.05, w / 2 - 0.05], fieldsFor(w, 0.6)))
      model.add('body', box([x[0] + 0.02, x[1] - 0.02], [-d / 2 - 0.008, -d / 2 + 0.01], [0.05, deck - 0.09], 0.004))
    model.add('body', box([-w / 2, w / 2], [-d / 2 - 0.012, -d / 2 + 0.06], [deck - 0.05, deck], 0.008))
    for (const x of divide([-w / 2 + 0.02, w / 2 - 0.02], fieldsFor(w, 0.9))) {
      model.add('mat', box([x[0] + 0.02, x[1] - 0.02], [-d / 2 + 0.06, d / 2], [deck - 0.03, deck + 0.008], 0.003))
      for (const at of [x[0] + 0.012, x[1] - 0.012])
        model.add('edge', box(span(at, 0.022), [-d / 2 + 0.06, d / 2], [deck - 0.03, deck + 0.009], 0.002))
    }
    for (const [k, x] of divide([-w / 2 + 0.1, w / 2 - 0.1], Math.max(2, fieldsFor(w, 1.1))).entries())
      for (let j = 0; j < 2; j++)
        model.add(
          k % 2 === j % 2 ? 'bedding' : 'mat',
          softBox(
            [x[0] + 0.05, x[0] + Math.min(0.8, x[1] - x[0])],
            [d / 2 - 0.42, d / 2 - 0.02],
            [deck + 0.008 + j * h * 0.08, deck + 0.01 + (j + 1) * h * 0.08],
            { radius: h * 0.035 },
          ),
        )
  }),
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.9)).map((x) =>
      detail(block([x[0] + 0.02, x[1] - 0.02], [-d / 2 + 0.06, d / 2 - 0.02])),
    ),
  ],
})

import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { addTableTop, drawTable } from '../assemblies/table.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, movable, onFloor, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { frontPrism, hoop } from '../modelling/prism.ts'
import { ellipse, tableRing } from '../modelling/ring.ts'

export const nestingTables = defineKind({
  id: 'nesting_tables',
  names: {
    en: ['Nesting tables', 'nest of tables', 'nesting side tables', 'stacking tables'],
    zh: ['套几', '子母桌', '组合边几', '套桌', '子母茶几'],
  },
  group: 'tables',
  size: sizeRange([0.72, 0.48, 0.5], 0.75, 1.45),
  source: 'retailer price list quantiles',
  shapes: ['rectangular', 'round'],
  ...onFloor(0.3, 0.45, ['front']),
  rooms: ['living_room', 'bedroom', 'study'],
  physics: movable(12, { centerOfMass: 0.65 }),
  companions: [
    { category: 'sofa', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.3 } },
  ],
  finishes: { top: { material: 'walnut' }, legs: { material: 'black_metal' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: -w * 0.18,
      y: 0,
      z: h,
      width: Math.min(w * 0.6, d),
      depth: Math.min(w * 0.6, d),
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  shape(model, { size: [w, d, h], shape }) {
    // The taller one stands to the left, the lower one slides half under it from the right.
    for (const [x, wide, deep, top] of [
      [-w * 0.16, w * 0.68, d, h],
      [w * 0.24, w * 0.52, d * 0.8, h * 0.78],
    ] as const) {
      const ring = tableRing(shape, span(x, wide), span(0, deep), 0.03)
      model.add('top', extrude(ring, [top - 0.022, top], { bevel: 0.005 }))
      const k = shape === 'round' ? 0.33 : 0.46
      const r = 0.009
      for (const s of [-1, 1]) {
        for (const t of [-1, 1])
          model.add('legs', box(span(x + s * wide * k, r * 2), span(t * deep * k, r * 2), [0, top - 0.022], 0.002))
        model.add('legs', box(span(x + s * wide * k, r * 2), [-deep * k, deep * k], [0, r * 2], 0.002))
      }
    }
  },
  symbol: sketch('soft', ['box', -1, 0.36, -1, 1], ['box', -0.04, 1, -0.8, 0.8]),
})

export const teaTable = defineKind({
  id: 'tea_table',
  names: {
    en: [
      'Chinese tea table',
      'tea ceremony table',
      'gongfu tea table',
      'tea desk',
      'chabudai',
      'kang table',
      'floor table',
    ],
    zh: ['茶台', '茶桌', '功夫茶桌', '茶道桌', '炕桌', '榻榻米桌', '泡茶桌'],
  },
  group: 'tables',
  size: { typical: [1.5, 0.7, 0.72], min: [0.6, 0.4, 0.25], max: [2.4, 1.0, 0.8] },
  source: 'trade sizes',
  ...onFloor(0.6, 0.76, ['front', 'back'], 0.3),
  rooms: ['living_room', 'study', 'balcony', 'dining_room', 'office'],
  physics: movable(48, { centerOfMass: 0.65 }),
  companions: [
    { category: 'tea_set', relation: 'on_top', count: { min: 1, max: 1 } },
    {
      category: 'stool',
      relation: 'around',
      count: { min: 2, max: 5 },
      gap: { min: -0.25, best: 0.05, max: 0.2 },
      pitch: 0.6,
    },
  ],
  finishes: {
    top: { material: 'walnut' },
    legs: { material: 'walnut' },
    tray: { material: 'granite', color: '#3b3a38' },
    metal: { material: 'brass' },
  },
  surfaces: ({ size: [w, d, h] }) => [{ x: -w * 0.12, y: 0, z: h, width: w * 0.66, depth: d - 0.08, clear: Infinity }],
  seats: ({ size }) => Math.max(2, Math.round(size[0] / 0.6) + 1),
  tuckDepth: ({ size }) => Math.min(0.35, size[1] * 0.4),
  shape(model, { size: [w, d, h] }) {
    const t = 0.05
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - t, h - 0.004], 0.008, 'x'))
    // Turned-up ends, as on an altar table.
    for (const s of [-1, 1]) {
      const end = s * (w / 2 - 0.03)
      model.add(
        'top',
        frontPrism(
          s > 0
            ? [
                [end - 0.05, h - 0.012],
                [end + 0.03, h - 0.012],
                [end + 0.03, h],
                [end + 0.016, h],
              ]
            : [
                [end - 0.03, h - 0.012],
                [end + 0.05, h - 0.012],
                [end - 0.016, h],
                [end - 0.03, h],
              ],
          [-d / 2, d / 2],
        ),
      )
    }
    const inset = Math.min(0.12, w * 0.08)
    for (const s of [-1, 1]) {
      const x = s * (w / 2 - inset)
      for (const y of [-d / 2 + 0.06, d / 2 - 0.06])
        model.add('legs', box(span(x, 0.06), span(y, 0.06), [0, h - t], 0.006, 'z'))
      model.add('legs', box(span(x, 0.03), [-d / 2 + 0.06, d / 2 - 0.06], [h * 0.12, h * 0.12 + 0.04], 0.004))
      const brace = [
        [x, h - t - 0.1],
        [x, h - t],
        [x - s * 0.14, h - t],
      ] as const
      model.add('legs', frontPrism(s > 0 ? brace : [...brace].reverse(), [-d / 2 + 0.05, -d / 2 + 0.07]))
    }
    for (const y of [-d / 2 + 0.06, d / 2 - 0.06])
      model.add('legs', box([-w / 2 + inset, w / 2 - inset], span(y, 0.025), [h - t - 0.07, h - t], 0.004))
    // The draining tray with its kettle ring, let in on the right.
    const x = w * 0.3
    model.add('tray', box(span(x, w * 0.26), span(0, d * 0.6), [h - 0.02, h - 0.001], 0.004))
    for (let k = -3; k <= 3; k++)
      model.add('legs', box(span(x + k * w * 0.032, 0.006), span(0, d * 0.5), [h - 0.004, h], 0))
    model.add('metal', hoop('z', [x + w * 0.08, d * 0.16, h - 0.004], Math.min(0.05, d * 0.1), 0.004, 20))
  },
  symbol: sketch('box', ['box', 0.34, 0.86, -0.6, 0.6], ['line', -0.94, -1, -0.94, 1], ['line', 0.94, -1, 0.94, 1]),
})

export const shrine = defineKind({
  id: 'shrine',
  names: {
    en: [
      'Shrine',
      'altar',
      'buddhist altar',
      'household altar',
      'butsudan',
      'prayer altar',
      'altar cabinet',
      'altar table',
    ],
    zh: ['佛龛', '神龛', '供桌', '佛柜', '神台', '佛台', '供台'],
  },
  group: 'decor',
  size: { typical: [0.8, 0.45, 1.7], min: [0.4, 0.3, 0.5], max: [1.5, 0.65, 2.3] },
  source: 'trade sizes',
  ...atWall(0.8, 1.1),
  rooms: ['living_room', 'study', 'entrance', 'bedroom'],
  physics: movable(60),
  light: { lumens: 80, kelvin: 2200, height: 0.6 },
  companions: [
    { category: 'candle', relation: 'on_top', count: { min: 0, max: 2 } },
    { category: 'floor_cushion', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.2, best: 0.4, max: 0.8 } },
  ],
  finishes: {
    body: { material: 'walnut', color: '#5b2d1e' },
    gold: { material: 'brass' },
    lamp: { material: 'frosted_glass', color: '#e0553c' },
    back: { material: 'velvet', color: '#8a2a22' },
  },
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: -d * 0.2, z: h * 0.47, width: w * 0.66, depth: d * 0.36, clear: h * 0.4 },
  ],
  shape: sculpt((model, { states }) => {
    model.add(
      'body',
      box([-0.4, 0.4], [-0.22, 0.22], [0.06, 0.76], 0.006),
      box([-0.42, 0.42], [-0.235, 0.225], [0.76, 0.8], 0.008),
      box([-0.38, 0.38], [-0.2, 0.2], [0, 0.06], 0),
    )
    for (const s of [-1, 1])
      model.add('body', box(s > 0 ? [0.008, 0.37] : [-0.37, -0.008], [-0.232, -0.215], [0.12, 0.72], 0.004))
    for (const s of [-1, 1])
      model.add(
        'gold',
        cylinder(s * 0.03, -0.236, 0.4, 0.44, 0.009),
        box(span(s * 0.19, 0.2), [-0.237, -0.228], span(0.42, 0.36), 0.003),
      )
    // The niche: posts, back, curved roof, and a sitting figure between two red lamps.
    for (const s of [-1, 1])
      model.add(
        'body',
        box(span(s * 0.35, 0.05), [-0.14, -0.09], [0.8, 1.45], 0.006),
        box(span(s * 0.37, 0.02), [-0.14, 0.2], [0.8, 1.45], 0),
      )
    model.add('back', box([-0.37, 0.37], [0.17, 0.2], [0.8, 1.45], 0))
    model.add(
      'body',
      box([-0.4, 0.4], [-0.16, 0.21], [1.43, 1.5], 0.006),
      frontPrism(
        [
          [-0.46, 1.53],
          [-0.36, 1.5],
          [0.36, 1.5],
          [0.46, 1.53],
          [0.44, 1.56],
          [0.22, 1.6],
          [0.05, 1.7],
          [-0.05, 1.7],
          [-0.22, 1.6],
          [-0.44, 1.56],
        ],
        [-0.2, 0.21],
        0.006,
      ),
    )
    model.add('gold', box([-0.3, 0.3], [-0.165, -0.155], [1.44, 1.48], 0.003))
    model.add('body', box([-0.16, 0.16], [-0.05, 0.14], [0.8, 0.92], 0.006))
    model.add(
      'gold',
      lathe(
        0,
        0.05,
        [
          [0, 0.92],
          [0.11, 0.92],
          [0.12, 0.96],
          [0.07, 1.0],
          [0.075, 1.1],
          [0.05, 1.16],
          [0.028, 1.18],
          [0.046, 1.21],
          [0.046, 1.25],
          [0.02, 1.29],
          [0, 1.31],
        ],
        24,
      ),
    )
    model.add('gold', frontPrism(ellipse(0, 1.2, 0.11, 0.11, 24), [0.1, 0.108]))
    for (const s of [-1, 1]) {
      model.add('gold', cylinder(s * 0.25, -0.02, 0.8, 0.83, 0.035))
      model.add(
        'lamp',
        lathe(
          s * 0.25,
          -0.02,
          [
            [0, 0.83],
            [0.02, 0.83],
            [0.035, 0.88],
            [0.02, 0.95],
            [0, 0.96],
          ],
          16,
        ),
      )
    }
    if (states?.on) model.shine('lamp', 1)
    model.add(
      'gold',
      lathe(
        0,
        -0.14,
        [
          [0, 0.8],
          [0.04, 0.8],
          [0.06, 0.84],
          [0.055, 0.87],
          [0.05, 0.87],
          [0.04, 0.83],
          [0, 0.83],
        ],
        20,
      ),
    )
  }),
  symbol: sketch('box', ['box', -0.85, 0.85, -0.4, 0.95], ['disc', 0, 0.25, 0.25, 0.35]),
})

export const plantStand = defineKind({
  id: 'plant_stand',
  names: {
    en: ['Plant stand', 'flower stand', 'plant shelf', 'flower rack', 'plant rack', 'plant pedestal'],
    zh: ['花架', '花几', '植物架', '花台', '多层花架'],
  },
  group: 'storage',
  size: { typical: [0.4, 0.4, 0.75], min: [0.22, 0.22, 0.25], max: [1.2, 0.5, 1.6] },
  source: 'trade sizes; furniture catalogue sizes',
  shapes: ['round', 'rectangular'],
  ...onFloor(0.2, 0.4, ['front']),
  rooms: ['living_room', 'balcony', 'study', 'terrace', 'entrance', 'hallway'],
  physics: movable(4, { centerOfMass: 0.6 }),
  companions: [{ category: 'potted_plant', relation: 'on_top', count: { min: 1, max: 2 } }],
  finishes: { top: { material: 'bamboo' }, legs: { material: 'black_metal' } },
  surfaces: (p) => [{ ...topSurface(p, 0.02), ...(p.shape === 'rectangular' ? {} : { round: true }) }],
  shape(model, { size: [w, d, h], shape }) {
    const round = shape !== 'rectangular'
    const ring = (k: number) => tableRing(round ? 'round' : undefined, span(0, w * k), span(0, d * k), 0.01)
    const levels = h > 0.5 ? [h, h * 0.34] : [h]
    for (const [k, z] of levels.entries())
      model.add('top', extrude(ring(k === 0 ? 1 : 0.84), [z - 0.02, z], { bevel: 0.004 }))
    if (!round) {
      addLegs(model, 'legs', [-w / 2, w / 2], [-d / 2, d / 2], [0, h - 0.02], { thickness: 0.026 })
      return
    }
    for (let k = 0; k < 4; k++) {
      const a = (Math.PI * (k + 0.5)) / 2
      model.add(
        'legs',
        box(span(Math.cos(a) * w * 0.4, 0.016), span(Math.sin(a) * d * 0.4, 0.016), [0, h - 0.02], 0.003),
      )
    }
    model.add('legs', extrude(ring(0.92), [h - 0.034, h - 0.02], { holes: [[...ring(0.86)].reverse()] }))
  },
  symbol: sketch('shape', ['disc', 0, 0, 0.6, 0.6]),
})

export const outdoorTable = defineKind({
  id: 'outdoor_table',
  names: {
    en: ['Outdoor table', 'garden table', 'patio table', 'balcony table', 'bistro table', 'picnic table'],
    zh: ['户外桌', '阳台桌', '花园桌', '休闲桌', '露台桌', '庭院桌'],
  },
  group: 'outdoor',
  size: { typical: [0.7, 0.7, 0.72], min: [0.45, 0.45, 0.45], max: [2.0, 1.0, 0.78] },
  source: 'retailer price list quantiles',
  shapes: ['round', 'rectangular'],
  ...onFloor(0.6, 0.75, undefined, 0.6),
  rooms: ['balcony', 'terrace'],
  physics: movable(14, { centerOfMass: 0.75 }),
  companions: [
    {
      category: 'outdoor_chair',
      relation: 'around',
      count: { min: 2, max: 6 },
      gap: { min: -0.2, best: 0.05, max: 0.2 },
      pitch: 0.6,
    },
  ],
  finishes: { top: { material: 'oak', color: '#b3875a' }, legs: { material: 'painted_metal', color: '#4b514d' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.06,
      depth: d - 0.06,
      clear: Infinity,
      ...(shape === 'rectangular' ? {} : { round: true }),
    },
  ],
  seats: ({ size }) => Math.max(2, Math.floor((size[0] - 0.1) / 0.6) * 2),
  tuckDepth: ({ size }) => Math.min(0.35, size[1] * 0.4),
  shape(model, p) {
    const [w, d, h] = p.size
    if (p.shape === 'rectangular') {
      for (const y of divide([-d / 2, d / 2], fieldsFor(d, 0.085)))
        model.add('top', box([-w / 2, w / 2], [y[0] + 0.003, y[1] - 0.003], [h - 0.024, h], 0.003, 'x'))
      addLegs(model, 'legs', [-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03], [0, h - 0.024], {
        thickness: 0.04,
      })
      for (const s of [-1, 1])
        model.add(
          'legs',
          box(span(s * (w / 2 - 0.06), 0.025), [-d / 2 + 0.04, d / 2 - 0.04], [h - 0.06, h - 0.024], 0.002),
          box([-w / 2 + 0.04, w / 2 - 0.04], span(s * (d / 2 - 0.06), 0.025), [h - 0.06, h - 0.024], 0.002),
        )
      return
    }
    addTableTop(model, { ...p, shape: 'round' }, 0.024)
    model.add('legs', hoop('z', [0, 0, h - 0.03], (Math.min(w, d) / 2) * 0.9, 0.01, 36))
    const feet = (Math.min(w, d) / 2) * 0.8
    for (let k = 0; k < 4; k++) {
      const a = (Math.PI * (k + 0.5)) / 2
      const [c, s] = [Math.cos(a) * feet, Math.sin(a) * feet]
      model.add('legs', box(span(c * 0.98, 0.022), span(s * 0.98, 0.022), [0, h - 0.024], 0.003))
    }
    model.add('legs', hoop('z', [0, 0, h * 0.3], feet * 0.98, 0.008, 32))
  },
  symbol: (p) => drawTable({ ...p, shape: p.shape ?? 'round' }),
})

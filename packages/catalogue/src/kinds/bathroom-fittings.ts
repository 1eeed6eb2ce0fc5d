import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition, topSurface } from '../kind.ts'
import { atWall, fixed, movable, onFloor, onSurface, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { drapery } from '../modelling/drapery.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { superellipse, tableRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const fitting: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'bathroom',
  source: 'sanitary ware trade sizes; box sizes of simulated homes',
  rooms: ['bathroom'],
}

export const bidet = defineKind({
  ...fitting,
  id: 'bidet',
  names: { en: ['Bidet', 'bidet basin'], zh: ['净身盆', '妇洗器', '坐浴盆'] },
  size: sizeRange([0.37, 0.56, 0.4], 0.9, 1.15),
  ...atWall(0.55, 0.76, 0.2),
  physics: fixed(22, { fragile: true }),
  companions: [
    { category: 'toilet', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.2, best: 0.3, max: 0.6 } },
  ],
  finishes: { body: { material: 'ceramic' }, tap: { material: 'chrome' } },
  seats: () => 1,
  shape: sculpt((model) => {
    const ring = (k: number, j: number, y: number) => superellipse(0, y, 0.185 * k, 0.27 * j, 2.5, 32)
    model.add(
      'body',
      loft(
        [
          section(ring(0.62, 0.7, 0.05), 0),
          section(ring(0.66, 0.74, 0.04), 0.15),
          section(ring(0.98, 0.98, 0), 0.34),
          section(ring(1, 1, 0), 0.385),
          section(ring(0.98, 0.985, 0), 0.392),
          section(ring(0.72, 0.62, -0.04), 0.392),
          section(ring(0.62, 0.52, -0.04), 0.32),
          section(ring(0.35, 0.3, -0.04), 0.25),
        ],
        { caps: 'both', creaseDeg: 50 },
      ),
    )
    model.add(
      'tap',
      cylinder(0, 0.2, 0.39, 0.43, 0.022, 0.02),
      tube(
        roundedPath(
          [
            [0, 0.2, 0.42],
            [0, 0.19, 0.47],
            [0, 0.1, 0.46],
          ],
          0.04,
          4,
        ),
        0.011,
      ),
    )
    model.add('tap', rod([0, 0.2, 0.44], [0, 0.24, 0.475], 0.006))
  }),
  symbol: sketch('soft', ['disc', 0, -0.15, 0.7, 0.6], ['disc', 0, 0.75, 0.12, 0.08]),
})

export const heatedTowelRail = defineKind({
  ...fitting,
  id: 'heated_towel_rail',
  names: {
    en: ['Heated towel rail', 'heated towel rack', 'towel warmer', 'towel radiator'],
    zh: ['电热毛巾架', '毛巾加热架', '电热毛巾杆'],
  },
  size: { typical: [0.5, 0.12, 0.9], min: [0.35, 0.07, 0.5], max: [0.75, 0.2, 1.8] },
  ...onWall(0.6, 0.45),
  physics: fixed(9),
  finishes: { frame: { material: 'chrome' }, towel: { material: 'cotton', color: '#dfe6e2' } },
  shape: sculpt((model, { size: [w, d, h] }) => {
    const r = 0.012
    for (const x of [-w / 2 + 0.018, w / 2 - 0.018]) {
      model.add('frame', rod([x, 0, 0], [x, 0, h], 0.018, { segments: 12 }))
      for (const z of [h * 0.12, h * 0.9]) model.add('frame', rod([x, 0, z], [x, d * 0.5, z], 0.01))
    }
    const bars = Math.max(6, Math.round(h / 0.075))
    for (let k = 0; k < bars; k++) {
      if (k % 6 === 4) continue
      const z = 0.05 + ((h - 0.1) * k) / (bars - 1)
      model.add('frame', rod([-w / 2 + 0.018, -0.004, z], [w / 2 - 0.018, -0.004, z], r, { segments: 10 }))
    }
    model.add(
      'towel',
      softBox([-w * 0.34, w * 0.3], [-0.03, -0.016], [h * 0.34, h * 0.82], { radius: 0.006 }),
      softBox([-w * 0.34, w * 0.3], [0.01, 0.022], [h * 0.42, h * 0.82], { radius: 0.005 }),
    )
    model.add('towel', softBox([-w * 0.34, w * 0.3], [-0.03, 0.022], [h * 0.8, h * 0.83], { radius: 0.01 }))
  }),
  symbol: sketch('box', ['line', -1, -0.2, 1, -0.2], ['box', -0.65, 0.6, -0.9, 0]),
})

export const toiletPaperHolder = defineKind({
  ...fitting,
  id: 'toilet_paper_holder',
  names: {
    en: ['Toilet paper holder', 'toilet roll holder', 'toilet paper', 'toilet roll', 'tissue holder'],
    zh: ['厕纸架', '卷纸架', '纸巾架', '卫生纸', '纸巾盒'],
  },
  size: sizeRange([0.16, 0.12, 0.13], 0.75, 1.5),
  ...onWall(0.65),
  physics: fixed(0.6),
  companions: [
    { category: 'toilet', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.25, max: 0.5 } },
  ],
  finishes: { frame: { material: 'chrome' }, paper: { material: 'paper', color: '#f8f6f1' } },
  shape: sculpt((model) => {
    model.add(
      'frame',
      wheel('y', [-0.07, 0.055, 0.1], 0.024, 0.01),
      tube(
        roundedPath(
          [
            [-0.07, 0.055, 0.1],
            [-0.07, -0.002, 0.1],
            [0.07, -0.002, 0.1],
          ],
          0.02,
          4,
        ),
        0.006,
      ),
    )
    model.add(
      'paper',
      wheel('x', [0.005, -0.002, 0.085], 0.056, 0.1, 30),
      box([-0.045, 0.055], [-0.059, -0.056], [0, 0.085], 0),
    )
    model.add('frame', rod([-0.07, -0.002, 0.095], [0.072, -0.002, 0.095], 0.014))
  }),
  symbol: sketch('soft', ['box', -0.7, 0.7, -1, 0.6]),
})

export const soapDispenser = defineKind({
  ...fitting,
  id: 'soap_dispenser',
  names: {
    en: ['Soap dispenser', 'soap dish', 'soap bottle', 'hand soap', 'toothbrush holder', 'soap'],
    zh: ['皂液器', '肥皂盒', '洗手液', '肥皂', '牙刷杯', '漱口杯'],
  },
  size: sizeRange([0.09, 0.1, 0.19], 0.6, 1.4),
  ...onSurface,
  rooms: ['bathroom', 'kitchen'],
  physics: movable(0.5),
  companions: [
    { category: 'vanity', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'basin', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: { body: { material: 'ceramic', color: '#cfd6cf' }, pump: { material: 'brass' } },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.035, 0],
          [0.038, 0.006],
          [0.038, 0.11],
          [0.03, 0.125],
          [0.014, 0.13],
          [0, 0.13],
        ],
        28,
      ),
    )
    model.add(
      'pump',
      cylinder(0, 0, 0.128, 0.145, 0.016),
      cylinder(0, 0, 0.14, 0.175, 0.006),
      tube(
        roundedPath(
          [
            [0, 0.012, 0.176],
            [0, -0.05, 0.178],
            [0, -0.058, 0.16],
          ],
          0.012,
          4,
        ),
        0.006,
      ),
    )
    model.add('pump', cylinder(0, 0, 0.17, 0.186, 0.013))
  }),
  symbol: sketch('soft', ['disc', 0, 0.1, 0.75, 0.7], ['line', 0, 0.1, 0, -1]),
})

export const showerCurtain = defineKind({
  ...fitting,
  id: 'shower_curtain',
  names: { en: ['Shower curtain', 'bath curtain', 'shower curtain rail'], zh: ['浴帘', '淋浴帘', '浴帘杆'] },
  size: { typical: [1.6, 0.12, 2.0], min: [0.7, 0.06, 1.5], max: [2.2, 0.3, 2.3] },
  ...onWall(0.05),
  physics: fixed(2, { softness: 0.8 }),
  companions: [{ category: 'bathtub', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: { cloth: { material: 'cotton', color: '#dfe7e4' }, rail: { material: 'chrome' } },
  shape: sculpt((model, { size: [w, d, h], states }) => {
    const drawn = states?.open === undefined ? 0.62 : 1 - states.open * 0.75
    const reach = (w - 0.04) * drawn
    model.add(
      'cloth',
      drapery(
        [-w / 2 + 0.02, -w / 2 + 0.02 + reach],
        [-d / 2, d / 2],
        [0, h - 0.05],
        Math.max(4, Math.round(reach / 0.11)),
      ),
    )
    model.add('rail', rod([-w / 2, 0, h - 0.014], [w / 2, 0, h - 0.014], 0.013))
    for (const s of [-1, 1]) model.add('rail', wheel('x', [s * (w / 2 - 0.006), 0, h - 0.025], 0.025, 0.012))
    const rings = Math.max(5, Math.round(reach / 0.12))
    for (let k = 0; k < rings; k++)
      model.add('rail', hoop('x', [-w / 2 + 0.04 + ((reach - 0.04) * k) / (rings - 1), 0, h - 0.03], 0.022, 0.002, 12))
  }),
  symbol: sketch(
    'above',
    ['line', -1, 0, -0.8, 0.8, -0.6, -0.8, -0.4, 0.8, -0.2, -0.8, 0, 0.8, 0.2, -0.8, 0.25, 0],
    ['line', -1, 0, 1, 0],
  ),
})

export const laundryBasket = defineKind({
  ...fitting,
  id: 'laundry_basket',
  names: {
    en: ['Laundry basket', 'laundry hamper', 'hamper', 'laundry bag', 'clothes hamper', 'washing basket'],
    zh: ['脏衣篮', '洗衣篮', '脏衣篓', '脏衣桶', '洗衣筐'],
  },
  rooms: ['bathroom', 'laundry', 'bedroom', 'walk_in_closet'],
  size: { typical: [0.42, 0.42, 0.56], min: [0.28, 0.26, 0.35], max: [0.65, 0.55, 0.8] },
  shapes: ['round', 'rectangular'],
  ...onFloor(0.3, 0.45, ['front']),
  physics: movable(2),
  finishes: {
    body: { material: 'rattan' },
    cloth: { material: 'cotton', color: '#ece5d8' },
    handles: { material: 'leather' },
  },
  shape: sculpt((model, { size: [w, d, h], shape }) => {
    const ring = (k: number) => tableRing(shape ?? 'round', span(0, w * k), span(0, d * k), 0.06)
    const bands = Math.max(7, Math.round(h / 0.05))
    for (let k = 0; k < bands; k++) {
      const bulge = 0.88 + 0.12 * Math.sin((Math.PI * (k + 1)) / (bands * 1.7))
      model.add(
        'body',
        extrude(ring(k % 2 ? bulge : bulge * 0.975), [(h * 0.95 * k) / bands, (h * 0.95 * (k + 1)) / bands], {
          bevel: 0.008,
        }),
      )
    }
    model.add('cloth', extrude(ring(0.985), [h * 0.86, h * 0.965], { bevel: 0.01 }))
    model.add('cloth', softBox(span(0.02, w * 0.5), span(-0.01, d * 0.45), [h * 0.9, h], { radius: 0.03, crown: 0.01 }))
    for (const s of [-1, 1])
      model.add(
        'handles',
        tube(
          roundedPath(
            [
              [s * w * 0.49, -0.06, h * 0.84],
              [s * w * 0.5, -0.05, h * 0.74],
              [s * w * 0.5, 0.05, h * 0.74],
              [s * w * 0.49, 0.06, h * 0.84],
            ],
            0.03,
            3,
          ),
          0.008,
        ),
      )
  }),
  symbol: sketch('shape', ['disc', 0, 0, 0.75, 0.75]),
})

export const toiletBrush = defineKind({
  ...fitting,
  id: 'toilet_brush',
  names: { en: ['Toilet brush', 'loo brush', 'plunger'], zh: ['马桶刷', '厕所刷', '皮搋子'] },
  size: sizeRange([0.11, 0.11, 0.42], 0.8, 1.4),
  ...onFloor(0, 0.2, ['front']),
  physics: movable(0.7),
  companions: [
    { category: 'toilet', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.1, max: 0.3 } },
  ],
  finishes: { body: { material: 'ceramic' }, handle: { material: 'steel' } },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.05, 0],
          [0.055, 0.01],
          [0.05, 0.14],
          [0.044, 0.145],
          [0.02, 0.15],
          [0, 0.15],
        ],
        24,
      ),
    )
    model.add('handle', rod([0, 0, 0.14], [0, 0, 0.38], 0.007), cylinder(0, 0, 0.36, 0.42, 0.01, 0.012))
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.3, 0.3]),
})

export const towel = defineKind({
  ...fitting,
  id: 'towel',
  names: { en: ['Towel', 'bath towel', 'folded towels', 'hand towel'], zh: ['毛巾', '浴巾', '叠好的毛巾', '擦手巾'] },
  size: sizeRange([0.34, 0.24, 0.16], 0.5, 1.5),
  ...onSurface,
  rooms: ['bathroom', 'laundry', 'walk_in_closet'],
  physics: movable(0.9, { softness: 0.8 }),
  companions: [{ category: 'shelving_unit', relation: 'inside', count: { min: 0, max: 2 } }],
  finishes: { cloth: { material: 'cotton', color: '#e9e2d5' }, cloth_2: { material: 'cotton', color: '#a9b8ad' } },
  shape: sculpt((model) => {
    const layers = 3
    for (let k = 0; k < layers; k++) {
      for (let j = 0; j < 3; j++) {
        const z = k * 0.054 + j * 0.018
        const inset = 0.004 * ((k * 2 + j) % 3)
        model.add(
          k % 2 ? 'cloth_2' : 'cloth',
          softBox([-0.17 + inset, 0.17 - inset], [-0.12 + (j ? 0.003 : 0), 0.12], [z, z + 0.019], { radius: 0.009 }),
        )
      }
    }
  }),
  symbol: sketch('soft', ['line', -0.9, -0.7, 0.9, -0.7]),
})

export const medicineCabinet = defineKind({
  ...fitting,
  id: 'medicine_cabinet',
  names: {
    en: ['Medicine cabinet', 'first aid cabinet', 'medicine chest', 'bathroom wall cabinet'],
    zh: ['药柜', '医药箱', '急救箱', '浴室壁柜'],
  },
  rooms: ['bathroom', 'hallway', 'bedroom'],
  size: { typical: [0.42, 0.15, 0.55], min: [0.28, 0.1, 0.3], max: [0.8, 0.25, 0.9] },
  ...onWall(1.25, 0.55),
  physics: fixed(7),
  companions: [
    { category: 'basin', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.4, max: 0.6 } },
  ],
  finishes: {
    front: { material: 'white_lacquer' },
    body: { material: 'painted_wood' },
    sign: { material: 'painted_metal', color: '#c0392f' },
    handles: { material: 'chrome' },
  },
  surfaces: (p) => [topSurface(p, 0.01)],
  shape: sculpt((model, { size: [w, d, h] }) => {
    model.add('body', box([-w / 2, w / 2], [-d / 2 + 0.02, d / 2], [0, h], 0.003))
    model.add('front', box([-w / 2 + 0.003, w / 2 - 0.003], [-d / 2, -d / 2 + 0.022], [0.003, h - 0.003], 0.004))
    const s = Math.min(w, h) * 0.2
    model.add(
      'sign',
      box(span(0, s), [-d / 2 - 0.003, -d / 2 + 0.001], span(h / 2, s * 0.32), 0.001),
      box(span(0, s * 0.32), [-d / 2 - 0.003, -d / 2 + 0.001], span(h / 2, s), 0.001),
    )
    model.add('handles', rod([w * 0.42, -d / 2 - 0.008, h * 0.42], [w * 0.42, -d / 2 - 0.008, h * 0.58], 0.005))
  }),
  symbol: sketch('box', ['line', -1, -0.75, 1, -0.75]),
})

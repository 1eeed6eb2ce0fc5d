import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { movable, standing } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ellipse, tableRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'

const flat: Pick<KindDefinition, 'walkable' | 'source'> & typeof standing = {
  ...standing,
  walkable: true,
  source: 'furniture catalogue sizes; trade sizes',
}

export const bathMat = defineKind({
  ...flat,
  id: 'bath_mat',
  names: {
    en: ['Bath mat', 'bathroom rug', 'bathroom mat', 'shower mat'],
    zh: ['浴室地垫', '浴室脚垫', '浴垫', '卫生间地垫'],
  },
  group: 'bathroom',
  size: { typical: [0.78, 0.49, 0.02], min: [0.45, 0.35, 0.005], max: [1.2, 0.7, 0.04] },
  shapes: ['rectangular', 'round', 'oval'],
  rooms: ['bathroom'],
  physics: movable(1, { friction: 0.8, softness: 0.7 }),
  companions: [
    { category: 'shower', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.03, max: 0.2 } },
    { category: 'bathtub', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.03, max: 0.2 } },
  ],
  finishes: { body: { material: 'cotton', color: '#cfd9d6' }, stripe: { material: 'cotton', color: '#eef0ec' } },
  shape(model, { size: [w, d, h], shape }) {
    model.add('body', extrude(tableRing(shape, span(0, w), span(0, d), 0.05), [0, h * 0.8], { bevel: h * 0.3 }))
    model.add(
      'stripe',
      extrude(tableRing(shape, span(0, w * 0.82), span(0, d * 0.74), 0.03), [h * 0.3, h], { bevel: h * 0.2 }),
    )
  },
  symbol: sketch('shape', ['box', -0.6, 0.6, -0.5, 0.5]),
})

export const yogaMat = defineKind({
  ...flat,
  id: 'yoga_mat',
  names: {
    en: ['Yoga mat', 'exercise mat', 'gym mat', 'fitness mat', 'pilates mat'],
    zh: ['瑜伽垫', '健身垫', '运动垫', '体操垫'],
  },
  group: 'fitness',
  size: { typical: [0.61, 1.83, 0.006], min: [0.55, 1.5, 0.003], max: [1.2, 2.1, 0.03] },
  rooms: ['gym', 'living_room', 'bedroom', 'balcony', 'study'],
  physics: movable(1.2, { friction: 0.9, softness: 0.5 }),
  finishes: { body: { material: 'rubber', color: '#7b6a9a' }, stripe: { material: 'rubber', color: '#9c8dba' } },
  shape(model, { size: [w, d, h] }) {
    model.add('body', extrude(tableRing('rectangular', span(0, w), span(0, d), 0.015), [0, h * 0.9]))
    for (const x of [-w * 0.42, w * 0.42])
      model.add('stripe', box(span(x, w * 0.02), [-d * 0.47, d * 0.47], [h * 0.5, h], 0))
  },
  symbol: sketch('box', ['line', -0.84, -0.95, -0.84, 0.95], ['line', 0.84, -0.95, 0.84, 0.95]),
})

export const playMat = defineKind({
  ...flat,
  id: 'play_mat',
  names: {
    en: ['Play mat', 'crawling mat', 'baby mat', 'puzzle mat', 'foam mat', 'playmat', 'activity mat'],
    zh: ['游戏垫', '爬行垫', '爬爬垫', '宝宝地垫', '拼图地垫'],
  },
  group: 'kids',
  size: { typical: [1.5, 1.5, 0.02], min: [0.9, 0.9, 0.005], max: [2.6, 2.4, 0.05] },
  shapes: ['rectangular', 'round'],
  rooms: ['nursery', 'kids_room', 'playroom', 'living_room'],
  physics: movable(3, { friction: 0.8, softness: 0.8 }),
  finishes: {
    body: { material: 'rubber', color: '#efe9dc' },
    tile: { material: 'rubber', color: '#c9d8cf' },
    tile_2: { material: 'rubber', color: '#ecc9b4' },
  },
  shape(model, { size: [w, d, h], shape }) {
    model.add('body', extrude(tableRing(shape, span(0, w), span(0, d), 0.04), [0, h * 0.9], { bevel: h * 0.25 }))
    if (shape === 'round') {
      model.add('tile', extrude(ellipse(0, 0, w * 0.36, d * 0.36, 40), [h * 0.5, h * 0.96]))
      model.add('tile_2', extrude(ellipse(0, 0, w * 0.2, d * 0.2, 40), [h * 0.5, h]))
      return
    }
    const [columns, rows] = [Math.max(2, Math.round(w / 0.4)), Math.max(2, Math.round(d / 0.4))]
    for (let i = 0; i < columns; i++)
      for (let j = 0; j < rows; j++)
        if ((i + j) % 2 === 0)
          model.add(
            i % 2 ? 'tile' : 'tile_2',
            box(
              span(-w / 2 + (w * (i + 0.5)) / columns, (w / columns) * 0.9),
              span(-d / 2 + (d * (j + 0.5)) / rows, (d / rows) * 0.9),
              [h * 0.5, h],
              0,
            ),
          )
  },
  symbol: sketch(
    'shape',
    ['line', -0.33, -0.8, -0.33, 0.8],
    ['line', 0.33, -0.8, 0.33, 0.8],
    ['line', -0.8, -0.33, 0.8, -0.33],
    ['line', -0.8, 0.33, 0.8, 0.33],
  ),
})

export const doormat = defineKind({
  ...flat,
  id: 'doormat',
  names: { en: ['Doormat', 'door mat', 'entrance mat', 'welcome mat'], zh: ['门垫', '入户地垫', '门口地垫'] },
  group: 'decor',
  size: { typical: [0.75, 0.45, 0.02], min: [0.4, 0.3, 0.006], max: [1.5, 0.9, 0.04] },
  shapes: ['rectangular', 'half_round'],
  rooms: ['entrance', 'hallway', 'balcony'],
  physics: movable(1.8, { friction: 0.9 }),
  finishes: { body: { material: 'jute', color: '#a9865a' }, border: { material: 'rubber', color: '#3a3835' } },
  shape(model, { size: [w, d, h], shape }) {
    model.add('border', extrude(tableRing(shape, span(0, w), span(0, d), 0.01), [0, h * 0.6]))
    model.add('body', extrude(tableRing(shape, span(0, w * 0.94), span(0, d * 0.9), 0.01), [h * 0.3, h]))
  },
  symbol: sketch('shape', ['box', -0.7, 0.7, -0.6, 0.6]),
})

export const floorCushion = defineKind({
  id: 'floor_cushion',
  names: {
    en: ['Floor cushion', 'meditation cushion', 'zafu', 'floor pillow', 'zabuton'],
    zh: ['坐垫', '蒲团', '坐垫/蒲团', '榻榻米坐垫', '地板坐垫', '打坐垫'],
  },
  group: 'seating',
  size: { typical: [0.55, 0.55, 0.12], min: [0.38, 0.38, 0.05], max: [0.75, 0.75, 0.28] },
  source: 'furniture size table; trade sizes',
  shapes: ['round', 'rectangular'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.45 }, side: 0 },
  rooms: ['living_room', 'kids_room', 'playroom', 'study', 'balcony'],
  physics: movable(1.5, { friction: 0.7, softness: 0.9 }),
  finishes: { body: { material: 'linen', color: '#c9a98a' }, button: { material: 'linen', color: '#8d6f55' } },
  seats: () => 1,
  shape(model, { size: [w, d, h], shape }) {
    if (shape === 'rectangular')
      model.add(
        'body',
        softBox([-w / 2, w / 2], [-d / 2, d / 2], [0, h], { radius: h * 0.45, crown: h * 0.15, segments: 3 }),
      )
    else
      for (const [z0, z1, k] of [
        [0, 0.45, 0.97],
        [0.3, 0.75, 1],
        [0.55, 1, 0.96],
      ] as const)
        model.add('body', extrude(ellipse(0, 0, (w / 2) * k, (d / 2) * k, 32), [h * z0, h * z1], { bevel: h * 0.18 }))
    model.add('button', extrude(ellipse(0, 0, w * 0.05, d * 0.05, 16), [h * 0.9, h], { bevel: h * 0.03 }))
  },
  symbol: sketch('shape', ['disc', 0, 0, 0.1, 0.1]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { movable, onSurface, sizeRange } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { sidePrism } from '../modelling/prism.ts'
import { type Point, tableRing } from '../modelling/ring.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const ware: Pick<KindDefinition, 'group' | 'source' | 'rooms'> &
  Pick<KindDefinition, 'mount' | 'wallAffinity' | 'functionalSides' | 'clearance'> = {
  group: 'kitchen',
  source: 'box sizes of simulated homes',
  rooms: ['kitchen', 'dining_room'],
  ...onSurface,
}
const onDiningTable = [{ category: 'dining_table', relation: 'on_top', count: { min: 0, max: 1 } }] as const
const onWorktop = [{ category: 'base_cabinet', relation: 'on_top', count: { min: 0, max: 1 } }] as const

/** A round dish: foot, flaring wall of a given steepness, hollow. */
function dish(radius: number, height: number, foot: number, wall: number): Point[] {
  return [
    [0, 0],
    [foot, 0],
    [foot, height * 0.08],
    [radius * 0.82, height * 0.5],
    [radius, height],
    [radius - wall, height],
    [radius * 0.8 - wall, height * 0.5],
    [foot, height * 0.08 + wall],
    [0, height * 0.08 + wall],
  ]
}

/** Fruit piled in a bowl whose rim is at a height. */
function addFruit(model: Model, z: number): void {
  const places = [
    [-0.06, -0.03, 0, 'red'],
    [0.05, -0.05, 0.004, 'green'],
    [0.07, 0.05, 0, 'orange'],
    [-0.02, 0.07, 0.002, 'red'],
    [0.0, 0.0, 0.05, 'orange'],
    [-0.075, 0.045, 0.012, 'green'],
  ] as const
  for (const [x, y, rise, slot] of places) model.add(slot, ball(x, y, z + rise, 0.042, 0.08, 16))
}

export const fruitBowl = defineKind({
  ...ware,
  id: 'fruit_bowl',
  names: {
    en: ['Fruit bowl', 'bowl of fruit', 'fruit basket', 'fruit'],
    zh: ['水果盘', '果盘', '水果篮', '水果碗', '水果'],
  },
  size: sizeRange([0.3, 0.3, 0.15], 0.6, 1.4),
  physics: movable(1.8),
  companions: onDiningTable,
  finishes: {
    body: { material: 'stoneware', color: '#d9cfbd' },
    red: { material: 'plant', color: '#b63a30' },
    green: { material: 'plant', color: '#8fa94b' },
    orange: { material: 'plant', color: '#e0913a' },
  },
  shape: sculpt((model) => {
    model.add('body', lathe(0, 0, dish(0.15, 0.085, 0.06, 0.006), 36))
    addFruit(model, 0.085)
  }),
  symbol: sketch(
    'round',
    ['disc', -0.3, -0.2, 0.25, 0.25],
    ['disc', 0.3, -0.25, 0.25, 0.25],
    ['disc', 0.1, 0.35, 0.25, 0.25],
  ),
})

export const bowl = defineKind({
  ...ware,
  id: 'bowl',
  names: {
    en: ['Bowl', 'key bowl', 'salad bowl', 'decorative bowl', 'dish'],
    zh: ['碗', '钥匙碗', '沙拉碗', '装饰碗', '钵'],
  },
  size: { typical: [0.2, 0.2, 0.075], min: [0.08, 0.08, 0.035], max: [0.42, 0.42, 0.2] },
  rooms: ['kitchen', 'dining_room', 'entrance', 'living_room'],
  physics: movable(0.6, { fragile: true }),
  companions: [{ category: 'console_table', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { body: { material: 'ceramic', color: '#dfe3de' } },
  shape: sculpt((model) => model.add('body', lathe(0, 0, dish(0.1, 0.075, 0.042, 0.005), 36))),
  symbol: sketch('round', ['disc', 0, 0, 0.82, 0.82]),
})

export const plate = defineKind({
  ...ware,
  id: 'plate',
  names: {
    en: ['Plate', 'dinner plate', 'place setting', 'tableware', 'dinnerware'],
    zh: ['盘子', '餐盘', '餐具', '碟子'],
  },
  size: { typical: [0.34, 0.27, 0.026], min: [0.2, 0.16, 0.012], max: [0.5, 0.4, 0.05] },
  physics: movable(0.7, { fragile: true }),
  companions: onDiningTable,
  finishes: { body: { material: 'ceramic' }, cutlery: { material: 'steel' } },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.075, 0],
          [0.08, 0.004],
          [0.13, 0.02],
          [0.135, 0.023],
          [0.13, 0.025],
          [0.09, 0.012],
          [0, 0.01],
        ],
        44,
      ),
    )
    for (const [x, s] of [
      [-0.155, 1],
      [0.15, 0.8],
      [0.165, 0.6],
    ] as const) {
      model.add(
        'cutlery',
        box(span(x, 0.006), [-0.1, 0.04], [0, 0.004], 0.001),
        box(span(x, 0.016 * s), [0.03, 0.1], [0, 0.004], 0.001),
      )
    }
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.78, 1], ['disc', 0, 0, 0.5, 0.64]),
})

export const bottle = defineKind({
  ...ware,
  id: 'bottle',
  names: {
    en: ['Bottle', 'wine bottle', 'wine', 'water bottle', 'carafe', 'decanter'],
    zh: ['瓶子', '酒瓶', '红酒', '水瓶', '醒酒器'],
  },
  size: { typical: [0.08, 0.08, 0.31], min: [0.05, 0.05, 0.16], max: [0.18, 0.18, 0.42] },
  physics: movable(1.2, { fragile: true, centerOfMass: 0.4 }),
  companions: onDiningTable,
  finishes: {
    body: { material: 'glass', color: '#2f4a34' },
    label: { material: 'paper' },
    cap: { material: 'painted_metal', color: '#7c2a2c' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.036, 0],
          [0.039, 0.004],
          [0.039, 0.18],
          [0.034, 0.2],
          [0.018, 0.23],
          [0.0145, 0.25],
          [0.0145, 0.3],
          [0, 0.3],
        ],
        28,
      ),
    )
    model.add(
      'label',
      lathe(
        0,
        0,
        [
          [0.039, 0.06],
          [0.0395, 0.06],
          [0.0395, 0.15],
          [0.039, 0.15],
        ],
        28,
      ),
    )
    model.add('cap', cylinder(0, 0, 0.252, 0.305, 0.0152, 0.015, 20))
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.38, 0.38]),
})

export const cookingPot = defineKind({
  ...ware,
  id: 'cooking_pot',
  names: {
    en: ['Cooking pot', 'pot', 'saucepan', 'casserole', 'frying pan', 'pan', 'wok'],
    zh: ['锅', '汤锅', '炒锅', '平底锅', '砂锅', '炖锅'],
  },
  size: sizeRange([0.34, 0.25, 0.19], 0.65, 1.5),
  physics: movable(2.2),
  companions: [{ category: 'hob', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'painted_metal', color: '#a6432f' },
    handles: { material: 'steel' },
    inside: { material: 'ceramic', color: '#efe9de' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.108, 0],
          [0.118, 0.012],
          [0.122, 0.12],
          [0.125, 0.125],
          [0, 0.125],
        ],
        36,
      ),
    )
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0.125],
          [0.126, 0.126],
          [0.124, 0.134],
          [0.09, 0.152],
          [0.03, 0.162],
          [0, 0.163],
        ],
        36,
      ),
    )
    model.add(
      'handles',
      lathe(
        0,
        0,
        [
          [0, 0.16],
          [0.01, 0.162],
          [0.012, 0.172],
          [0.026, 0.178],
          [0.026, 0.186],
          [0, 0.19],
        ],
        20,
      ),
    )
    for (const s of [-1, 1])
      model.add(
        'handles',
        tube(
          roundedPath(
            [
              [s * 0.118, -0.035, 0.1],
              [s * 0.168, -0.035, 0.104],
              [s * 0.168, 0.035, 0.104],
              [s * 0.118, 0.035, 0.1],
            ],
            0.02,
            4,
          ),
          0.007,
        ),
      )
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.72, 1], ['disc', 0, 0, 0.12, 0.16]),
})

export const knifeBlock = defineKind({
  ...ware,
  id: 'knife_block',
  names: { en: ['Knife block', 'knife holder', 'knives', 'knife set'], zh: ['刀架', '刀座', '刀具'] },
  size: sizeRange([0.12, 0.22, 0.34], 0.75, 1.4),
  physics: movable(2),
  companions: onWorktop,
  finishes: {
    body: { material: 'beech' },
    handles: { material: 'plastic', color: '#232425' },
    blades: { material: 'steel' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      sidePrism(
        [
          [-0.1, 0],
          [0.1, 0],
          [0.1, 0.12],
          [-0.02, 0.24],
          [-0.1, 0.16],
        ],
        [-0.055, 0.055],
        0.004,
      ),
    )
    for (const [x, t, long] of [
      [-0.03, 0.25, 0.11],
      [0.0, 0.25, 0.12],
      [0.03, 0.25, 0.1],
      [-0.018, 0.7, 0.09],
      [0.02, 0.7, 0.09],
    ] as const) {
      const [y, z] = [-0.1 + 0.08 * t, 0.16 + 0.08 * t]
      model.add(
        'handles',
        tube(
          [
            [x, y, z],
            [x, y - long * 0.7, z + long * 0.7],
          ],
          0.011,
          { segments: 8, endRadius: 0.013 },
        ),
      )
      model.add(
        'blades',
        tube(
          [
            [x, y, z],
            [x, y - 0.012, z + 0.012],
          ],
          0.013,
          { segments: 8 },
        ),
      )
    }
  }),
  symbol: sketch('box', ['box', -0.6, 0.6, -0.7, 0.1]),
})

export const spiceRack = defineKind({
  ...ware,
  id: 'spice_rack',
  names: { en: ['Spice rack', 'spice shelf', 'spice jars'], zh: ['调料架', '香料架', '调味架', '调料罐'] },
  size: sizeRange([0.4, 0.12, 0.3], 0.6, 1.5),
  rooms: ['kitchen'],
  physics: movable(3),
  companions: onWorktop,
  finishes: {
    frame: { material: 'oak' },
    jars: { material: 'glass' },
    spice: { material: 'soil', color: '#a9642f' },
    spice_2: { material: 'soil', color: '#6d7a3c' },
    lids: { material: 'steel' },
  },
  shape: sculpt((model) => {
    for (const x of [-0.194, 0.194]) model.add('frame', box(span(x, 0.012), [-0.06, 0.06], [0, 0.3], 0.003, 'z'))
    for (const z of [0, 0.15]) {
      model.add(
        'frame',
        box([-0.188, 0.188], [-0.055, 0.06], [z, z + 0.012], 0.002),
        box([-0.188, 0.188], [-0.06, -0.052], [z, z + 0.035], 0.002),
      )
      for (let k = 0; k < 6; k++) {
        const x = -0.155 + k * 0.062
        model.add('jars', cylinder(x, 0, z + 0.012, z + 0.09, 0.025, 0.025, 14))
        model.add(k % 2 ? 'spice' : 'spice_2', cylinder(x, 0, z + 0.014, z + 0.06 + (k % 3) * 0.008, 0.022, 0.022, 12))
        model.add('lids', cylinder(x, 0, z + 0.09, z + 0.108, 0.0255, 0.025, 14))
      }
    }
  }),
  symbol: sketch('box', ...Array.from({ length: 6 }, (_, k) => ['disc', -0.78 + k * 0.31, 0, 0.12, 0.42] as const)),
})

export const tray = defineKind({
  ...ware,
  id: 'tray',
  names: { en: ['Tray', 'serving tray', 'coffee table tray'], zh: ['托盘', '茶盘', '收纳盘'] },
  size: { typical: [0.42, 0.3, 0.045], min: [0.2, 0.15, 0.02], max: [0.65, 0.5, 0.08] },
  shapes: ['rectangular', 'round', 'oval'],
  rooms: ['kitchen', 'dining_room', 'living_room', 'bedroom'],
  physics: movable(0.9),
  companions: [{ category: 'coffee_table', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { body: { material: 'walnut' }, handles: { material: 'brass' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h * 0.25,
      width: w - 0.05,
      depth: d - 0.05,
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  shape(model, { size: [w, d, h], shape }) {
    const wall = 0.012
    const ring = (inset: number) => tableRing(shape, span(0, w - inset * 2), span(0, d - inset * 2), 0.03)
    const handle = Math.min(0.012, h * 0.3)
    model.add('body', extrude(ring(0), [0, h - handle], { holes: [[...ring(wall)].reverse()] }))
    model.add('body', extrude(ring(wall * 0.5), [0.001, Math.min(0.012, h * 0.25)]))
    for (const s of [-1, 1])
      model.add(
        'handles',
        tube(
          [
            [s * (w / 2 - 0.008), -d * 0.14, h - handle * 0.5],
            [s * (w / 2 - 0.008), d * 0.14, h - handle * 0.5],
          ],
          handle * 0.5,
        ),
      )
  },
  symbol: sketch('shape', ['line', -0.9, -0.25, -0.9, 0.25], ['line', 0.9, -0.25, 0.9, 0.25]),
})

export const teaSet = defineKind({
  ...ware,
  id: 'tea_set',
  names: { en: ['Tea set', 'teapot', 'tea service', 'gongfu tea set'], zh: ['茶具', '茶壶', '功夫茶具', '茶杯套装'] },
  size: sizeRange([0.36, 0.24, 0.15], 0.7, 1.4),
  rooms: ['living_room', 'dining_room', 'study', 'balcony'],
  physics: movable(1.6, { fragile: true }),
  companions: [{ category: 'tea_table', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'stoneware', color: '#7a4630' },
    tray: { material: 'bamboo' },
    tea: { material: 'water', color: '#b7772f' },
  },
  shape: sculpt((model) => {
    model.add('tray', box([-0.18, 0.18], [-0.12, 0.12], [0, 0.02], 0.005))
    const at = [-0.06, 0.02] as const
    model.add(
      'body',
      lathe(
        ...at,
        [
          [0, 0.02],
          [0.035, 0.02],
          [0.06, 0.045],
          [0.064, 0.075],
          [0.045, 0.105],
          [0.03, 0.11],
          [0, 0.112],
        ],
        28,
      ),
    )
    model.add(
      'body',
      lathe(
        ...at,
        [
          [0, 0.11],
          [0.03, 0.11],
          [0.026, 0.12],
          [0.008, 0.125],
          [0.012, 0.138],
          [0, 0.144],
        ],
        20,
      ),
    )
    model.add(
      'body',
      tube(
        [
          [-0.005, 0.02, 0.065],
          [0.025, 0.02, 0.08],
          [0.045, 0.02, 0.108],
        ],
        0.014,
        { endRadius: 0.007 },
      ),
    )
    model.add(
      'body',
      tube(
        roundedPath(
          [
            [-0.115, 0.02, 0.1],
            [-0.165, 0.02, 0.098],
            [-0.16, 0.02, 0.05],
            [-0.118, 0.02, 0.05],
          ],
          0.03,
          4,
        ),
        0.007,
      ),
    )
    for (const [x, y] of [
      [0.06, -0.07],
      [0.12, -0.06],
      [0.13, 0.02],
      [0.1, 0.08],
    ] as const) {
      model.add(
        'body',
        lathe(
          x,
          y,
          [
            [0, 0.02],
            [0.014, 0.02],
            [0.027, 0.055],
            [0.024, 0.055],
            [0.012, 0.028],
            [0, 0.028],
          ],
          18,
        ),
      )
      model.add('tea', cylinder(x, y, 0.04, 0.046, 0.02, 0.021, 16))
    }
  }),
  symbol: sketch(
    'box',
    ['disc', -0.33, 0.15, 0.35, 0.5],
    ['disc', 0.35, -0.6, 0.14, 0.2],
    ['disc', 0.7, 0.15, 0.14, 0.2],
  ),
})

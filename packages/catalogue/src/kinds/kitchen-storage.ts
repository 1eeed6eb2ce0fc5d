import { addCabinet, type Cell, divide, doorHinge, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { KITCHEN_FINISHES, kitchenColumns, PLINTH } from '../assemblies/kitchen-unit.ts'
import { addLegs } from '../assemblies/legs.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type Surface, topSurface } from '../kind.ts'
import { atWall, fixed, movable } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'

export const tallCabinet = defineKind({
  id: 'tall_cabinet',
  names: {
    en: ['Tall cabinet', 'pantry cabinet', 'pantry', 'larder', 'kitchen tall unit', 'larder unit', 'broom cupboard'],
    zh: ['高柜', '厨房高柜', '食品柜', '储藏柜', '橱柜高柜'],
  },
  group: 'kitchen',
  size: { typical: [0.6, 0.6, 2.1], min: [0.3, 0.35, 1.6], max: [1.2, 0.65, 2.5] },
  source: 'kitchen unit trade sizes',
  ...atWall(0.75, 0.9),
  rooms: ['kitchen', 'laundry', 'storage_room', 'hallway'],
  physics: fixed(60),
  opens: 'doors',
  companions: [
    {
      category: 'base_cabinet',
      relation: 'counter_run',
      count: { min: 0, max: 1 },
      gap: { min: 0, best: 0, max: 0.1 },
    },
  ],
  finishes: {
    front: KITCHEN_FINISHES.front,
    body: KITCHEN_FINISHES.body,
    plinth: KITCHEN_FINISHES.plinth,
    handles: KITCHEN_FINISHES.handles,
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const columns = divide([-w / 2, w / 2], kitchenColumns(w))
    const split = h * 0.62
    model.add('plinth', box([-w / 2, w / 2], [y[0] + 0.05, y[1]], [0, PLINTH], 0))
    const cells = columns.flatMap((x, k): Cell[] => [
      { type: 'door', x, z: [PLINTH, split], hinge: doorHinge(k, columns.length), shelves: 3 },
      { type: 'door', x, z: [split, h], hinge: doorHinge(k, columns.length), shelves: 2 },
    ])
    addCabinet(model, { y, cells, open: states?.open })
    // The handle bars reach the front edge of the box on their own; a thin filler keeps the footprint of an open one.
    model.add('plinth', box(span(0, w * 0.5), [-d / 2, y[0] + 0.06], [0, 0.012], 0))
  },
  symbol: sketch('box', ['line', -1, -0.9, 1, -0.9], ['line', -1, -0.9, 1, 1], ['line', -1, 1, 1, -0.9]),
})

/** Heights of the shelf boards of a bar cabinet's open upper part. */
const barShelf = (h: number) => h * 0.62

export const barCabinet = defineKind({
  id: 'bar_cabinet',
  names: {
    en: ['Bar cabinet', 'drinks cabinet', 'liquor cabinet', 'home bar', 'cocktail cabinet'],
    zh: ['吧柜', '酒吧柜', '家庭吧台', '洋酒柜'],
  },
  group: 'storage',
  size: { typical: [0.9, 0.42, 1.35], min: [0.5, 0.32, 0.9], max: [1.6, 0.55, 2.0] },
  source: 'trade sizes',
  ...atWall(0.6, 0.8),
  rooms: ['living_room', 'dining_room'],
  physics: movable(48),
  opens: 'doors',
  companions: [
    { category: 'bottle', relation: 'inside', count: { min: 0, max: 3 } },
    { category: 'bar_stool', relation: 'near', count: { min: 0, max: 2 }, gap: { min: 0.3, best: 0.6, max: 1.2 } },
  ],
  finishes: {
    front: { material: 'walnut' },
    body: { material: 'walnut' },
    handles: { material: 'brass' },
    legs: { material: 'brass' },
    bottles: { material: 'glass', color: '#3d5b41' },
    bottles_2: { material: 'glass', color: '#a8672e' },
  },
  surfaces: (p) => [
    topSurface(p),
    {
      x: 0,
      y: -0.02,
      z: barShelf(p.size[2]) + 0.02,
      width: p.size[0] - 0.06,
      depth: p.size[1] - 0.08,
      clear: p.size[2] * 0.3,
      inside: true,
    },
  ],
  shape(model, { size: [w, d, h], states }) {
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const feet = 0.14
    const shelf = barShelf(h)
    addLegs(model, 'legs', [-w / 2 + 0.03, w / 2 - 0.03], [y[0] + 0.02, y[1] - 0.02], [0, feet], {
      thickness: 0.03,
      round: true,
    })
    const doors = divide([-w / 2, w / 2], 2)
    const cells = doors.map((x, k): Cell => ({ type: 'door', x, z: [feet, shelf], hinge: doorHinge(k, 2), shelves: 1 }))
    addCabinet(model, {
      y,
      cells: [...cells, { type: 'niche', x: [-w / 2, w / 2], z: [shelf, h] }],
      open: states?.open,
      handle: 'knob',
    })
    const count = Math.max(4, Math.round(w / 0.13))
    for (let k = 0; k < count; k++) {
      const x = -w / 2 + 0.09 + ((w - 0.18) * k) / (count - 1)
      const tall = Math.min(0.3, (h - shelf) * 0.72) * (0.8 + 0.2 * ((k * 3) % 4) * 0.33)
      const z = shelf + 0.018
      model.add(
        k % 3 ? 'bottles' : 'bottles_2',
        lathe(
          x,
          d * 0.16,
          [
            [0, z],
            [0.034, z],
            [0.036, z + tall * 0.6],
            [0.013, z + tall * 0.76],
            [0.013, z + tall],
            [0, z + tall],
          ],
          14,
        ),
      )
    }
  },
  symbol: sketch(
    'box',
    ['line', 0, -1, 0, -0.8],
    ['disc', -0.5, 0.3, 0.1, 0.2],
    ['disc', 0, 0.3, 0.1, 0.2],
    ['disc', 0.5, 0.3, 0.1, 0.2],
  ),
})

/** Rows and columns of bottles in a rack. */
const grid = ([w, , h]: readonly [number, number, number]) => ({
  columns: Math.max(2, Math.round(w / 0.13)),
  rows: Math.max(2, Math.round(h / 0.13)),
})

export const wineRack = defineKind({
  id: 'wine_rack',
  names: { en: ['Wine rack', 'bottle rack', 'wine shelf'], zh: ['红酒架', '酒架', '葡萄酒架'] },
  group: 'storage',
  size: { typical: [0.55, 0.28, 0.85], min: [0.3, 0.22, 0.28], max: [1.3, 0.4, 2.0] },
  source: 'trade sizes; a bottle takes 0.10 m',
  ...atWall(0.5, 0.7),
  rooms: ['dining_room', 'kitchen', 'living_room', 'storage_room'],
  physics: movable(20),
  finishes: {
    frame: { material: 'oak' },
    bottles: { material: 'glass', color: '#31402f' },
    caps: { material: 'painted_metal', color: '#7c2a2c' },
  },
  surfaces: (p): Surface[] => [topSurface(p)],
  shape(model, { size }) {
    const [w, d, h] = size
    const { columns, rows } = grid(size)
    const t = 0.014
    for (let k = 0; k <= rows; k++)
      model.add('frame', box([-w / 2, w / 2], [-d / 2 + 0.03, d / 2], span(t / 2 + ((h - t) * k) / rows, t), 0.002))
    for (let k = 0; k <= columns; k++)
      model.add(
        'frame',
        box(span(-w / 2 + t / 2 + ((w - t) * k) / columns, t), [-d / 2 + 0.03, d / 2], [0, h], 0.002, 'z'),
      )
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if ((row * 3 + column * 5) % 7 === 2) continue
        const x = -w / 2 + t / 2 + ((w - t) * (column + 0.5)) / columns
        const r = Math.min(0.038, (w / columns) * 0.32, (h / rows) * 0.36)
        const z = t + ((h - t) * row) / rows + r
        const long = d * 0.72
        const profile = lathe(
          0,
          0,
          [
            [0, 0],
            [r, 0],
            [r, long * 0.75],
            [r * 0.4, long],
            [0, long],
          ],
          12,
        )
        model.add('bottles', move(turn(profile, 'x', Math.PI / 2), x, d / 2 - 0.01, z))
        model.add(
          'caps',
          move(turn(cylinder(0, 0, 0, d * 0.26, r * 0.4, r * 0.4, 10), 'x', Math.PI / 2), x, -d / 2 + d * 0.26, z),
        )
      }
    }
  },
  symbol: sketch(
    'box',
    ...Array.from({ length: 4 }, (_, k) => ['box', -0.85 + k * 0.45, -0.5 + k * 0.45, -0.9, 0.9] as const),
  ),
})

import { divide } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { movable, onFloor, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { frontPrism, rod, wheel } from '../modelling/prism.ts'

const game: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'other',
  source: 'furniture size table; rules of the game; trade sizes',
  rooms: ['playroom', 'living_room', 'office', 'balcony', 'home_cinema'],
}

export const poolTable = defineKind({
  ...game,
  id: 'pool_table',
  names: {
    en: ['Pool table', 'billiard table', 'snooker table', 'billiards table'],
    zh: ['台球桌', '桌球台', '斯诺克球台', '台球台', '撞球桌'],
  },
  size: { typical: [2.54, 1.42, 0.8], min: [1.9, 1.05, 0.74], max: [3.7, 2.05, 0.9] },
  ...onFloor(1.2, 1.5, undefined, 1.2),
  physics: movable(280, { friction: 0.6, centerOfMass: 0.65 }),
  companions: [
    { category: 'pendant_light', relation: 'above', count: { min: 0, max: 3 }, gap: { min: 0.75, best: 0.85, max: 1 } },
  ],
  finishes: {
    frame: { material: 'walnut' },
    cloth: { material: 'felt', color: '#2f6b4c' },
    pockets: { material: 'leather', color: '#1f1c1a' },
    balls: { material: 'plastic', color: '#b8352d' },
    balls_2: { material: 'plastic', color: '#e4b83c' },
    cue_ball: { material: 'plastic', color: '#f5f2ea' },
  },
  shape(model, { size: [w, d, h] }) {
    const bed = h - 0.05
    const rail = Math.min(0.14, d * 0.1)
    addLegs(model, 'frame', [-w / 2 + 0.12, w / 2 - 0.12], [-d / 2 + 0.12, d / 2 - 0.12], [0, h - 0.24], {
      thickness: 0.16,
    })
    model.add('frame', box([-w / 2 + 0.06, w / 2 - 0.06], [-d / 2 + 0.06, d / 2 - 0.06], [h - 0.28, bed - 0.02], 0.01))
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        box([-w / 2, w / 2], span(s * (d / 2 - rail * 0.35), rail * 0.7), [bed - 0.05, h], 0.015),
        box(
          span(s * (w / 2 - rail * 0.35), rail * 0.7),
          [-d / 2 + rail * 0.5, d / 2 - rail * 0.5],
          [bed - 0.05, h],
          0.015,
        ),
      )
      for (const x of [
        [-w / 2 + rail, -rail * 0.4],
        [rail * 0.4, w / 2 - rail],
      ] as const)
        model.add('cloth', box(x, span(s * (d / 2 - rail * 0.85), rail * 0.3), [bed - 0.005, h - 0.008], 0.006))
      model.add(
        'cloth',
        box(
          span(s * (w / 2 - rail * 0.85), rail * 0.3),
          [-d / 2 + rail, d / 2 - rail],
          [bed - 0.005, h - 0.008],
          0.006,
        ),
      )
    }
    model.add(
      'cloth',
      box([-w / 2 + rail * 0.6, w / 2 - rail * 0.6], [-d / 2 + rail * 0.6, d / 2 - rail * 0.6], [bed - 0.02, bed], 0),
    )
    for (const x of [-w / 2 + rail * 0.75, 0, w / 2 - rail * 0.75])
      for (const s of [-1, 1])
        model.add(
          'pockets',
          cylinder(x, s * (d / 2 - rail * (x === 0 ? 0.62 : 0.75)), h - 0.09, h - 0.004, rail * 0.42, rail * 0.42, 20),
        )
    const r = 0.028
    for (let row = 0; row < 5; row++)
      for (let k = 0; k <= row; k++)
        model.add(
          (row + k) % 2 ? 'balls' : 'balls_2',
          ball(w * 0.2 + row * r * 1.75, (k - row / 2) * r * 2.02, bed + r, r, r * 2, 12),
        )
    model.add('cue_ball', ball(-w * 0.25, 0, bed + r, r, r * 2, 12))
    model.add(
      'frame',
      rod([-w * 0.1, -d * 0.2, bed + 0.012], [w * 0.26, -d * 0.32, bed + 0.016], 0.006, { endRadius: 0.013 }),
    )
  },
  symbol: sketch(
    'soft',
    ['box', -0.89, 0.89, -0.8, 0.8],
    ['disc', -0.9, -0.82, 0.04, 0.07],
    ['disc', 0.9, -0.82, 0.04, 0.07],
    ['disc', -0.9, 0.82, 0.04, 0.07],
    ['disc', 0.9, 0.82, 0.04, 0.07],
    ['disc', 0, -0.86, 0.04, 0.07],
    ['disc', 0, 0.86, 0.04, 0.07],
  ),
})

export const tableTennisTable = defineKind({
  ...game,
  id: 'table_tennis_table',
  names: {
    en: ['Table tennis table', 'ping pong table', 'ping-pong table', 'table tennis'],
    zh: ['乒乓球桌', '乒乓球台', '乒乓桌'],
  },
  rooms: ['gym', 'playroom', 'office', 'terrace'],
  size: { typical: [2.74, 1.525, 0.91], min: [1.8, 1.0, 0.78], max: [2.8, 1.6, 0.95] },
  ...onFloor(1.2, 2, ['left', 'right'], 0.6),
  physics: movable(70, { wheels: true, centerOfMass: 0.75 }),
  finishes: {
    top: { material: 'painted_wood', color: '#2c5f86' },
    lines: { material: 'white_lacquer' },
    legs: { material: 'black_metal' },
    net: { material: 'mesh_fabric', color: '#3d4143' },
    bat: { material: 'rubber', color: '#b0352d' },
  },
  shape(model, { size: [w, d, h] }) {
    const top = h - 0.1525
    for (const s of [-1, 1]) {
      model.add('top', box(s > 0 ? [0.004, w / 2] : [-w / 2, -0.004], [-d / 2 + 0.0, d / 2], [top - 0.025, top], 0.003))
      for (const y of [-d / 2 + 0.012, d / 2 - 0.012])
        model.add(
          'lines',
          box(s > 0 ? [0.01, w / 2 - 0.002] : [-w / 2 + 0.002, -0.01], span(y, 0.02), [top - 0.001, top + 0.0012], 0),
        )
      model.add('lines', box(span(s * (w / 2 - 0.012), 0.02), [-d / 2, d / 2], [top - 0.001, top + 0.0012], 0))
      for (const x of [0.25, w / 2 - 0.25])
        for (const y of [-d / 2 + 0.22, d / 2 - 0.22])
          model.add('legs', box(span(s * x, 0.04), span(y, 0.04), [0, top - 0.02], 0.004))
      for (const y of [-d / 2 + 0.22, d / 2 - 0.22])
        model.add(
          'legs',
          box(s > 0 ? [0.2, w / 2 - 0.2] : [-w / 2 + 0.2, -0.2], span(y, 0.03), [top - 0.09, top - 0.025], 0.003),
        )
      model.add(
        'legs',
        box(span(s * 0.25, 0.03), [-d / 2 + 0.22, d / 2 - 0.22], [0.16, 0.2], 0.003),
        box(span(s * (w / 2 - 0.25), 0.03), [-d / 2 + 0.22, d / 2 - 0.22], [top - 0.12, top - 0.08], 0.003),
      )
    }
    model.add('lines', box([-w / 2, w / 2], span(0, 0.006), [top - 0.001, top + 0.0011], 0))
    model.add('net', box(span(0, 0.004), [-d / 2 + 0.01, d / 2 - 0.01], [top + 0.004, h - 0.016], 0))
    model.add('lines', box(span(0, 0.006), [-d / 2, d / 2], [h - 0.018, h], 0.001))
    for (const s of [-1, 1])
      model.add('legs', box(span(0, 0.02), span(s * (d / 2 - 0.012), 0.02), [top - 0.03, h], 0.003))
    model.add(
      'bat',
      cylinder(w * 0.3, -d * 0.2, top + 0.002, top + 0.016, 0.08, 0.08, 24),
      box([w * 0.3 + 0.07, w * 0.3 + 0.18], span(-d * 0.2, 0.028), [top + 0.002, top + 0.022], 0.005),
    )
    model.add('lines', ball(w * 0.2, d * 0.12, top + 0.022, 0.02, 0.04, 12))
  },
  symbol: sketch('box', ['line', 0, -1, 0, 1], ['line', -1, 0, 1, 0], ['box', -0.97, 0.97, -0.96, 0.96]),
})

export const foosballTable = defineKind({
  ...game,
  id: 'foosball_table',
  names: {
    en: ['Foosball table', 'table football', 'table soccer', 'football table', 'air hockey table'],
    zh: ['桌上足球', '桌式足球', '足球桌', '空气曲棍球桌'],
  },
  size: { typical: [1.4, 1.1, 0.9], min: [1.0, 0.8, 0.75], max: [1.6, 1.3, 0.98] },
  ...onFloor(0.9, 1.1, ['front', 'back'], 0.3),
  physics: movable(60, { centerOfMass: 0.65 }),
  finishes: {
    body: { material: 'black_oak' },
    field: { material: 'felt', color: '#3d7a4d' },
    rods: { material: 'chrome' },
    red: { material: 'plastic', color: '#b8352d' },
    blue: { material: 'plastic', color: '#2f5f9e' },
    lines: { material: 'white_lacquer' },
  },
  shape: sculpt((model) => {
    const [w, d, h] = [1.4, 0.74, 0.9]
    addLegs(model, 'body', [-w / 2 + 0.04, w / 2 - 0.04], [-d / 2 + 0.02, d / 2 - 0.02], [0, 0.6], { thickness: 0.12 })
    const z: Range = [0.58, h - 0.02]
    for (const s of [-1, 1])
      model.add(
        'body',
        box([-w / 2, w / 2], span(s * (d / 2 - 0.015), 0.03), z, 0.006),
        box(span(s * (w / 2 - 0.015), 0.03), [-d / 2, d / 2], z, 0.006),
      )
    model.add('field', box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03], [0.74, 0.76], 0))
    model.add(
      'lines',
      box(span(0, 0.01), [-d / 2 + 0.03, d / 2 - 0.03], [0.755, 0.7612], 0),
      cylinder(0, 0, 0.755, 0.761, 0.1, 0.1, 28),
    )
    model.add('field', cylinder(0, 0, 0.755, 0.7616, 0.09, 0.09, 28))
    const men = [1, 2, 3, 5, 5, 3, 2, 1]
    men.forEach((count, k) => {
      const x = -w / 2 + 0.1 + ((w - 0.2) * k) / 7
      const reach = k % 2 ? 1 : -1
      model.add('rods', rod([x, -d / 2 - 0.12, 0.85], [x, d / 2 + 0.12, 0.85], 0.008))
      model.add('body', rod([x, reach * (d / 2 + 0.08), 0.85], [x, reach * (d / 2 + 0.2), 0.85], 0.017))
      for (let j = 0; j < count; j++) {
        const y = count === 1 ? 0 : -d * 0.34 + (d * 0.68 * j) / (count - 1)
        const slot = [0, 1, 3, 5].includes(k) ? 'red' : 'blue'
        model.add(slot, box(span(x, 0.022), span(y, 0.034), [0.775, 0.88], 0.006), ball(x, y, 0.9, 0.017, 0.034, 10))
      }
    })
  }),
  symbol: sketch(
    'box',
    ['box', -1, 1, -0.67, 0.67],
    ...Array.from({ length: 8 }, (_, k) => ['line', -0.86 + k * 0.245, -1, -0.86 + k * 0.245, 1] as const),
  ),
})

export const chessTable = defineKind({
  ...game,
  id: 'chess_table',
  names: {
    en: ['Chess table', 'chess set', 'chessboard', 'chess board', 'board game table', 'go table'],
    zh: ['棋桌', '国际象棋桌', '棋盘', '象棋桌', '围棋桌', '棋盘桌'],
  },
  rooms: ['living_room', 'study', 'library', 'balcony', 'playroom'],
  size: sizeRange([0.65, 0.65, 0.78], 0.7, 1.5),
  ...onFloor(0.6, 0.75, ['front', 'back'], 0.2),
  physics: movable(14, { centerOfMass: 0.7 }),
  companions: [
    { category: 'armchair', relation: 'around', count: { min: 0, max: 2 }, gap: { min: -0.05, best: 0.1, max: 0.3 } },
  ],
  finishes: { frame: { material: 'walnut' }, light: { material: 'ash' }, dark: { material: 'black_oak' } },
  seats: () => 2,
  tuckDepth: ({ size }) => size[1] * 0.3,
  shape: sculpt((model) => {
    model.add(
      'frame',
      box([-0.33, 0.33], [-0.33, 0.33], [0.66, 0.69], 0.006),
      box([-0.29, 0.29], [-0.29, 0.29], [0.6, 0.66], 0.004),
    )
    addLegs(model, 'frame', [-0.3, 0.3], [-0.3, 0.3], [0, 0.62], { thickness: 0.05 })
    const cells = divide([-0.26, 0.26], 8)
    cells.forEach((x, i) => {
      cells.forEach((y, j) => {
        model.add((i + j) % 2 ? 'light' : 'dark', box(x, y, [0.68, 0.694], 0))
        const isWhite = j < 2
        if ((j > 1 && j < 6) || (i * 3 + j) % 5 === 4) return
        const [cx, cy] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2]
        const tall = j === 0 || j === 7 ? 0.07 + 0.01 * (i % 3) : 0.045
        model.add(
          isWhite ? 'light' : 'dark',
          lathe(
            cx,
            cy,
            [
              [0, 0.694],
              [0.02, 0.694],
              [0.02, 0.702],
              [0.009, 0.712],
              [0.008, 0.694 + tall * 0.7],
              [0.014, 0.694 + tall * 0.82],
              [0, 0.694 + tall],
            ],
            12,
          ),
        )
      })
    })
  }),
  symbol: sketch(
    'box',
    ['box', -0.8, 0.8, -0.8, 0.8],
    ...[-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6].flatMap((t) => [
      ['line', t, -0.8, t, 0.8] as const,
      ['line', -0.8, t, 0.8, t] as const,
    ]),
  ),
})

export const mahjongTable = defineKind({
  ...game,
  id: 'mahjong_table',
  names: {
    en: ['Mahjong table', 'mah-jong table', 'card table', 'poker table', 'games table'],
    zh: ['麻将桌', '自动麻将机', '麻将机', '牌桌', '棋牌桌'],
  },
  rooms: ['living_room', 'dining_room', 'playroom', 'study'],
  size: sizeRange([0.95, 0.95, 0.78], 0.85, 1.2),
  ...onFloor(0.76, 0.9, undefined, 0.76),
  physics: movable(55, { centerOfMass: 0.65 }),
  companions: [
    {
      category: 'dining_chair',
      relation: 'around',
      count: { min: 4, max: 4 },
      gap: { min: -0.2, best: 0.05, max: 0.15 },
    },
  ],
  finishes: {
    frame: { material: 'walnut' },
    cloth: { material: 'felt', color: '#35674f' },
    tiles: { material: 'ceramic', color: '#f1ece0' },
    tile_backs: { material: 'plastic', color: '#3f7f63' },
    center: { material: 'plastic', color: '#2a2b2d' },
  },
  seats: () => 4,
  tuckDepth: ({ size }) => size[1] * 0.3,
  shape: sculpt((model) => {
    model.add(
      'frame',
      box([-0.36, 0.36], [-0.36, 0.36], [0.5, 0.7], 0.02),
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.34, 0],
          [0.34, 0.03],
          [0.12, 0.08],
          [0.1, 0.42],
          [0.2, 0.5],
          [0, 0.5],
        ],
        4,
      ),
    )
    for (const s of [-1, 1])
      model.add(
        'frame',
        box([-0.47, 0.47], span(s * 0.44, 0.06), [0.69, 0.76], 0.014),
        box(span(s * 0.44, 0.06), [-0.41, 0.41], [0.69, 0.76], 0.014),
      )
    model.add('cloth', box([-0.42, 0.42], [-0.42, 0.42], [0.7, 0.74], 0))
    model.add('center', cylinder(0, 0, 0.735, 0.748, 0.085, 0.08, 28))
    for (let side = 0; side < 4; side++) {
      const [c, s] = [Math.round(Math.cos((Math.PI / 2) * side)), Math.round(Math.sin((Math.PI / 2) * side))]
      for (let k = 0; k < 13; k++) {
        const t = -0.19 + k * 0.031
        const [x, y] = [c * t - s * 0.34, s * t + c * 0.34]
        const [wx, wy] = [Math.abs(c) ? 0.028 : 0.022, Math.abs(c) ? 0.022 : 0.028]
        model.add('tiles', box(span(x, wx), span(y, wy), [0.74, 0.775], 0.003))
        if (k % 2)
          model.add(
            'tile_backs',
            box(span(c * t - s * 0.22, wx), span(s * t + c * 0.22, wy * 1.4), [0.74, 0.765], 0.003),
          )
      }
    }
  }),
  symbol: sketch('soft', ['box', -0.85, 0.85, -0.85, 0.85], ['disc', 0, 0, 0.18, 0.18]),
})

export const dartboard = defineKind({
  ...game,
  id: 'dartboard',
  names: { en: ['Dartboard', 'dart board', 'darts'], zh: ['飞镖盘', '镖盘', '飞镖靶'] },
  size: sizeRange([0.46, 0.06, 0.46], 0.7, 1.4),
  ...onWall(1.5, 1.2),
  physics: movable(4.5),
  finishes: {
    frame: { material: 'black_metal' },
    dark: { material: 'cork', color: '#211f1e' },
    light: { material: 'cork', color: '#e3d5b4' },
    red: { material: 'cork', color: '#b3372d' },
    green: { material: 'cork', color: '#3c7a4d' },
  },
  shape: sculpt((model) => {
    model.add('frame', wheel('y', [0, 0.012, 0.23], 0.23, 0.036, 40))
    const ring = (r0: number, r1: number, y: number, slots: readonly [string, string]) => {
      for (let k = 0; k < 20; k++) {
        const [a, b] = [((k - 0.5) * Math.PI) / 10, ((k + 0.5) * Math.PI) / 10]
        const at = (r: number, t: number) => [Math.cos(t) * r, Math.sin(t) * r] as const
        const [p, q, r, s] = [at(r0, a), at(r1, a), at(r1, b), at(r0, b)]
        model.add(
          slots[k % 2]!,
          frontPrism(
            [p, q, r, s].map(([x, z]) => [x, z + 0.23] as const),
            [y, 0],
          ),
        )
      }
    }
    ring(0.02, 0.16, -0.0075, ['dark', 'light'])
    ring(0.1, 0.112, -0.0082, ['red', 'green'])
    ring(0.16, 0.172, -0.008, ['red', 'green'])
    model.add('green', wheel('y', [0, -0.006, 0.23], 0.022, 0.006, 20))
    model.add('red', wheel('y', [0, -0.0075, 0.23], 0.01, 0.006, 16))
    model.add(
      'frame',
      rod([0.06, -0.012, 0.27], [0.063, -0.05, 0.272], 0.005),
      rod([-0.05, -0.012, 0.19], [-0.052, -0.05, 0.192], 0.005),
    )
  }),
  symbol: sketch('box', ['line', -1, 0.2, 1, 0.2]),
})

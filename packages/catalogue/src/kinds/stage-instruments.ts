import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, movable, onFloor, sizeRange } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Geometry, span, type Vector3 } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { frontPrism, hoop, rod, wheel } from '../modelling/prism.ts'
import { rectangle } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'

const ROOMS = ['music_room', 'living_room', 'study', 'bedroom'] as const
const SOURCE = 'instrument makers’ standard sizes'

/** A drum on its axis from z0 to z1 with skins and hoops. */
function addDrum(model: Model, place: (g: Geometry) => Geometry, radius: number, from: number, to: number): void {
  model.add('body', place(cylinder(0, 0, from, to, radius, radius, 18)))
  model.add('skin', place(cylinder(0, 0, to - 0.002, to + 0.004, radius * 0.95, radius * 0.95, 18)))
  for (const z of [from, to]) model.add('metal', place(hoop('z', [0, 0, z], radius, 0.008, 16)))
  for (let k = 0; k < 6; k++) {
    const a = (Math.PI * k) / 3
    const [x, y] = [Math.cos(a) * (radius + 0.008), Math.sin(a) * (radius + 0.008)]
    model.add('metal', place(rod([x, y, from], [x, y, to], 0.005, { segments: 4 })))
  }
}

function addCymbal(model: Model, [x, y, z]: Vector3, radius: number, tilt: number): void {
  const disc = lathe(
    0,
    0,
    [
      [0, -0.004],
      [radius, -0.006],
      [radius, -0.003],
      [radius * 0.25, 0.008],
      [radius * 0.12, 0.025],
      [0, 0.027],
    ],
    32,
  )
  model.add('cymbals', move(turn(disc, 'x', tilt), x, y, z))
  model.add('metal', rod([x, y, 0.12], [x, y, z + 0.04], 0.011))
  for (let k = 0; k < 3; k++) {
    const a = (Math.PI * 2 * k) / 3 + 0.5
    model.add('metal', rod([x, y, 0.28], [x + Math.cos(a) * 0.2, y + Math.sin(a) * 0.2, 0.012], 0.009))
  }
}

export const drumKit = defineKind({
  id: 'drum_kit',
  names: {
    en: ['Drum kit', 'drum set', 'drums', 'drum', 'electronic drum kit'],
    zh: ['架子鼓', '爵士鼓', '架子鼓套装', '电子鼓', '套鼓'],
  },
  group: 'music',
  source: SOURCE,
  rooms: ROOMS,
  size: sizeRange([1.6, 1.4, 1.2], 0.75, 1.3),
  ...onFloor(0.3, 0.6, ['back']),
  physics: movable(45, { centerOfMass: 0.4 }),
  finishes: {
    body: { material: 'white_lacquer', color: '#7c1f1c' },
    skin: { material: 'paper', color: '#f4f1ea' },
    metal: { material: 'chrome' },
    cymbals: { material: 'brass' },
    seat: { material: 'leather', color: '#222223' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    const lying = (g: Geometry) => move(turn(g, 'x', Math.PI / 2), 0, 0, 0.29)
    addDrum(model, lying, 0.28, -0.05, 0.38)
    const placed = (x: number, y: number, z: number, tilt: number) => (g: Geometry) => move(turn(g, 'x', tilt), x, y, z)
    addDrum(model, placed(-0.2, -0.02, 0.62, 0.3), 0.15, 0, 0.2)
    addDrum(model, placed(0.2, -0.02, 0.62, 0.3), 0.16, 0, 0.22)
    addDrum(model, placed(-0.5, 0.35, 0.12, 0), 0.2, 0, 0.42)
    addDrum(model, placed(0.42, 0.4, 0.52, 0.05), 0.18, 0, 0.14)
    for (const [x, y] of [
      [-0.64, 0.35],
      [-0.4, 0.2],
      [-0.4, 0.5],
      [0.34, 0.34],
      [0.5, 0.34],
      [0.42, 0.5],
    ] as const)
      model.add('metal', rod([x, y, 0], [x, y, 0.5], 0.008))
    for (const x of [-0.2, 0.2]) model.add('metal', rod([x, 0, 0.5], [0, -0.1, 0.5], 0.012))
    addCymbal(model, [-0.58, -0.2, 1.15], 0.25, 0.22)
    addCymbal(model, [0.58, -0.16, 1.05], 0.22, 0.2)
    addCymbal(model, [0.7, 0.28, 0.84], 0.17, 0)
    model.add('seat', cylinder(0, 0.68, 0.44, 0.52, 0.16, 0.15, 24))
    model.add('metal', rod([0, 0.68, 0.1], [0, 0.68, 0.45], 0.016))
    for (let k = 0; k < 3; k++) {
      const a = (Math.PI * 2 * k) / 3
      model.add('metal', rod([0, 0.68, 0.22], [Math.cos(a) * 0.18, 0.68 + Math.sin(a) * 0.18, 0.012], 0.01))
    }
  }),
  symbol: sketch(
    'soft',
    ['box', -0.35, 0.35, -0.5, 0.1],
    ['disc', -0.6, 0.45, 0.26, 0.3],
    ['disc', 0.5, 0.5, 0.22, 0.25],
    ['disc', -0.24, -0.05, 0.18, 0.22],
    ['disc', 0.26, -0.05, 0.2, 0.22],
    ['disc', -0.68, -0.6, 0.28, 0.32],
    ['disc', 0.7, -0.5, 0.26, 0.3],
  ),
})

export const harp = defineKind({
  id: 'harp',
  names: { en: ['Harp', 'concert harp', 'lever harp', 'konghou'], zh: ['竖琴', '箜篌'] },
  group: 'music',
  source: SOURCE,
  rooms: ROOMS,
  size: sizeRange([0.5, 0.95, 1.75], 0.7, 1.1),
  ...onFloor(0.6, 0.9, ['back']),
  physics: movable(35, { fragile: true }),
  finishes: {
    frame: { material: 'brass', color: '#b98b45' },
    board: { material: 'pine', color: '#c99a5c' },
    strings: { material: 'cotton' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    // The column stands to the front, the sound box slants to the player at the back.
    model.add('frame', cylinder(0, -0.4, 0.1, 1.62, 0.035, 0.03, 14), cylinder(0, -0.4, 1.56, 1.75, 0.05, 0.065, 14))
    model.add('frame', cylinder(0, -0.4, 0.08, 0.2, 0.065, 0.045, 14))
    const neck: Vector3[] = [
      [0, -0.4, 1.66],
      [0, -0.28, 1.6],
      [0, -0.12, 1.42],
      [0, 0.08, 1.34],
      [0, 0.26, 1.42],
      [0, 0.38, 1.5],
      [0, 0.44, 1.46],
    ]
    model.add('frame', tube(neck, 0.038, { segments: 8 }))
    const lower = section(rectangle(span(0, 0.36), span(-0.2, 0.16)), 0.08)
    const upper = section(rectangle(span(0, 0.1), span(0.4, 0.08)), 1.46)
    model.add('board', loft([lower, upper], { creaseDeg: 5 }))
    model.add('frame', box(span(0, 0.46), [-0.48, -0.04], [0, 0.1], 0.02))
    for (let k = 0; k < 22; k++) {
      const t = k / 21
      const foot: Vector3 = [0, -0.26 + t * 0.55, 0.14 + t * 1.12]
      const y = foot[1] - 0.06
      const z = 1.6 - Math.sin(Math.min(1, Math.max(0, (y + 0.34) / 0.42)) * (Math.PI / 2)) * 0.24
      if (z - foot[2] > 0.06) model.add('strings', rod(foot, [0, y, z], 0.0022, { segments: 4 }))
    }
  }),
  symbol: sketch('soft', ['disc', 0, -0.84, 0.2, 0.1], ['line', 0, -0.8, 0, 0.9], ['box', -0.7, 0.7, -1, -0.1]),
})

export const guzheng = defineKind({
  id: 'guzheng',
  names: { en: ['Guzheng', 'chinese zither', 'zither', 'guqin', 'koto'], zh: ['古筝', '古琴', '七弦琴'] },
  group: 'music',
  source: SOURCE,
  rooms: [...ROOMS, 'balcony'],
  size: { typical: [1.63, 0.36, 0.78], min: [1.1, 0.2, 0.6], max: [1.75, 0.45, 0.95] },
  ...atWall(0.75, 0.95, 0.1),
  physics: movable(14, { fragile: true, centerOfMass: 0.7 }),
  companions: [
    {
      category: 'piano_bench',
      relation: 'front',
      count: { min: 1, max: 1 },
      gap: { min: -0.15, best: 0.05, max: 0.2 },
    },
  ],
  finishes: {
    body: { material: 'walnut', color: '#4a2618' },
    board: { material: 'pine', color: '#b98d57' },
    bridges: { material: 'ceramic', color: '#efe7d6' },
    strings: { material: 'cotton', color: '#e8e2d2' },
  },
  seats: () => 1,
  tuckDepth: ({ size }) => size[1] * 0.6,
  shape(model, { size: [w, d, h] }) {
    const deck = h - 0.075
    // An arched sound board between dark ends.
    const arch = (x0: number, x1: number, grow: number, slot: string) =>
      model.add(
        slot,
        softBox([x0, x1], [-d / 2 - grow, d / 2 + grow], [deck - 0.075, deck + 0.02 + grow], {
          radius: 0.01,
          crown: 0.02,
        }),
      )
    arch(-w / 2 + 0.13, w / 2 - 0.19, -0.004, 'board')
    arch(-w / 2, -w / 2 + 0.14, 0, 'body')
    arch(w / 2 - 0.2, w / 2, 0, 'body')
    model.add(
      'body',
      box([-w / 2, w / 2], [-d / 2, -d / 2 + 0.014], [deck - 0.08, deck - 0.005], 0.003),
      box([-w / 2, w / 2], [d / 2 - 0.014, d / 2], [deck - 0.08, deck - 0.005], 0.003),
    )
    const count = 21
    for (let k = 0; k < count; k++) {
      const t = k / (count - 1)
      const y = -d * 0.42 + t * d * 0.84
      const z = deck + 0.052
      model.add(
        'strings',
        rod([-w / 2 + 0.1, y, deck + 0.026], [w / 2 - 0.06, y, deck + 0.026], 0.0016, { segments: 4 }),
      )
      const x = w / 2 - 0.36 - (1 - t) * 0.1 - t * w * 0.42
      model.add(
        'bridges',
        frontPrism(
          [
            [x - 0.018, deck + 0.012],
            [x + 0.018, deck + 0.012],
            [x + 0.003, z],
            [x - 0.003, z],
          ],
          [y - 0.006, y + 0.006],
        ),
      )
    }
    for (const side of [-1, 1]) {
      const x = side * w * 0.36
      for (const s of [-1, 1]) model.add('body', rod([x, s * d * 0.42, 0.015], [x, -s * d * 0.34, deck - 0.075], 0.016))
      model.add(
        'body',
        box(span(x, 0.05), [-d * 0.46, d * 0.46], [deck - 0.1, deck - 0.075], 0.004),
        box(span(x, 0.035), [-d / 2, d / 2], [0, 0.03], 0.004),
      )
    }
  },
  symbol: sketch(
    'soft',
    ['line', -0.82, -1, -0.82, 1],
    ['line', 0.75, -1, 0.75, 1],
    ...Array.from({ length: 7 }, (_, k) => ['line', -0.82, -0.72 + k * 0.24, 0.75, -0.72 + k * 0.24] as const),
  ),
})

/** Three slanting legs around a pole. */
function addTripod(model: Model, slot: string, height: number, reach: number, foot = 0.012): void {
  for (let k = 0; k < 3; k++) {
    const a = (Math.PI * 2 * k) / 3 - Math.PI / 2
    model.add(slot, rod([0, 0, height], [Math.cos(a) * reach, Math.sin(a) * reach, foot], foot * 0.8))
  }
}

export const musicStand = defineKind({
  id: 'music_stand',
  names: {
    en: ['Music stand', 'sheet music stand', 'lectern', 'note stand'],
    zh: ['谱架', '乐谱架', '讲台', '琴谱架'],
  },
  group: 'music',
  source: SOURCE,
  rooms: ROOMS,
  size: { typical: [0.5, 0.45, 1.25], min: [0.35, 0.3, 0.6], max: [0.7, 0.65, 1.6] },
  ...onFloor(0.45, 0.6, ['front']),
  physics: movable(3, { centerOfMass: 0.5 }),
  finishes: { frame: { material: 'black_metal' }, sheet: { material: 'paper' } },
  shape: sculpt((model) => {
    model.add('frame', rod([0, 0, 0.2], [0, 0, 1.02], 0.012))
    addTripod(model, 'frame', 0.3, 0.24)
    const tilt = (g: Geometry) => move(turn(g, 'x', -0.35), 0, -0.02, 0.95)
    model.add(
      'frame',
      tilt(box(span(0, 0.5), [0, 0.006], [0, 0.32], 0.003)),
      tilt(box(span(0, 0.5), [-0.05, 0.006], [-0.006, 0.004], 0.002)),
    )
    for (const x of [-0.112, 0.112]) model.add('sheet', tilt(box(span(x, 0.215), [-0.008, -0.001], [0.006, 0.29], 0)))
  }),
  symbol: sketch('soft', ['box', -1, 1, -0.2, 0.2], ['line', 0, 0, 0, 1]),
})

export const microphoneStand = defineKind({
  id: 'microphone_stand',
  names: { en: ['Microphone stand', 'microphone', 'mic stand', 'mic'], zh: ['麦克风架', '麦克风', '话筒架', '话筒'] },
  group: 'music',
  source: SOURCE,
  rooms: ROOMS,
  size: sizeRange([0.5, 0.55, 1.5], 0.6, 1.2),
  ...onFloor(0.3, 0.6, ['front']),
  physics: movable(3),
  finishes: { frame: { material: 'black_metal' }, head: { material: 'steel' } },
  shape: sculpt((model) => {
    model.add('frame', rod([0, 0.1, 0.2], [0, 0.1, 1.3], 0.012), rod([0, 0.3, 1.2], [0, -0.2, 1.48], 0.009))
    for (let k = 0; k < 3; k++) {
      const a = (Math.PI * 2 * k) / 3 - Math.PI / 2
      model.add('frame', rod([0, 0.1, 0.28], [Math.cos(a) * 0.27, 0.1 + Math.sin(a) * 0.27, 0.012], 0.01))
    }
    model.add('frame', rod([0, -0.18, 1.47], [0, -0.3, 1.42], 0.013, { endRadius: 0.018 }))
    model.add(
      'head',
      move(
        turn(
          lathe(
            0,
            0,
            [
              [0, -0.03],
              [0.02, -0.024],
              [0.028, 0],
              [0.02, 0.024],
              [0, 0.03],
            ],
            14,
          ),
          'x',
          1.2,
        ),
        0,
        -0.32,
        1.41,
      ),
    )
  }),
  symbol: sketch('soft', ['disc', 0, 0.2, 0.1, 0.1], ['line', 0, 0.6, 0, -0.9]),
})

export const amplifier = defineKind({
  id: 'amplifier',
  names: {
    en: ['Amplifier', 'amp', 'guitar amp', 'guitar amplifier', 'bass amp'],
    zh: ['音箱放大器', '吉他音箱', '功放', '扩音器'],
  },
  group: 'music',
  source: SOURCE,
  rooms: ROOMS,
  size: sizeRange([0.5, 0.28, 0.48], 0.6, 1.6),
  ...atWall(0.3, 0.6),
  physics: movable(15),
  finishes: {
    body: { material: 'leather', color: '#23211f' },
    grille: { material: 'mesh_fabric', color: '#8f8a7e' },
    panel: { material: 'aluminium', color: '#c9a85f' },
    knobs: { material: 'plastic', color: '#191919' },
  },
  surfaces: (p) => [topSurface(p, 0.03)],
  shape(model, { size: [w, d, h] }) {
    model.add('body', softBox([-w / 2, w / 2], [-d / 2 + 0.012, d / 2], [0.012, h - 0.02], { radius: 0.012 }))
    const split = h * 0.78
    model.add(
      'grille',
      box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.008, -d / 2 + 0.02], [0.045, split - 0.01], 0.002),
    )
    model.add('panel', box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.006, -d / 2 + 0.02], [split, h - 0.06], 0.002))
    for (let k = 0; k < 6; k++)
      model.add(
        'knobs',
        wheel('y', [-w * 0.36 + k * w * 0.11, -d / 2 + 0.003, (split + h - 0.06) / 2], h * 0.022, 0.012, 12),
      )
    model.add('knobs', box([-w * 0.18, w * 0.18], span(0, 0.03), [h - 0.014, h], 0.005))
    for (const x of [-w * 0.17, w * 0.17])
      model.add('knobs', box(span(x, 0.02), span(0, 0.03), [h - 0.024, h - 0.006], 0))
    for (const x of [-w / 2 + 0.04, w / 2 - 0.04])
      for (const y of [-d / 2 + 0.05, d / 2 - 0.04]) model.add('knobs', cylinder(x, y, 0, 0.014, 0.016))
  },
  symbol: sketch('box', ['line', -1, -0.7, 1, -0.7]),
})

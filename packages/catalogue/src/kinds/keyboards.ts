import { addLegs } from '../assemblies/legs.ts'
import { addPianoKeys } from '../assemblies/piano-keys.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, movable, onFloor } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { rod } from '../modelling/prism.ts'
import type { Point } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { turn } from '../modelling/transform.ts'
import { outline, stroke } from '../symbol.ts'

const KEY_FINISHES = {
  keys: { material: 'white_lacquer' },
  black_keys: { material: 'plastic', color: '#1d1d1e' },
} as const

/** A wing in plan: straight on the left (bass), curved on the right; in half widths and half depths, front −1. */
const WING: readonly Point[] = [
  [-1, -1],
  [1, -1],
  [1, -0.4],
  [0.97, -0.22],
  [0.86, -0.05],
  [0.66, 0.1],
  [0.48, 0.25],
  [0.36, 0.42],
  [0.25, 0.66],
  [0.05, 0.87],
  [-0.25, 0.98],
  [-0.55, 1],
  [-0.85, 0.94],
  [-1, 0.8],
]

const wing = (w: number, d: number, k = 1, from = -1): Point[] =>
  WING.map(([x, y]): Point => [(x * w * k) / 2, (Math.max(from, y * k) * d) / 2])

export const grandPiano = defineKind({
  id: 'grand_piano',
  names: {
    en: ['Grand piano', 'baby grand piano', 'baby grand', 'concert grand'],
    zh: ['三角钢琴', '大三角钢琴', '平台钢琴'],
  },
  group: 'music',
  size: { typical: [1.5, 1.7, 1.02], min: [1.4, 1.4, 0.9], max: [1.6, 2.8, 1.75] },
  source: 'piano makers’ sizes: baby grand 1.5 m to concert grand 2.75 m',
  presets: [
    {
      id: 'concert_grand_piano',
      names: { en: ['Concert grand piano'], zh: ['音乐会三角钢琴'] },
      size: [1.57, 2.7, 1.02],
    },
  ],
  variants: ['closed', 'open'],
  ...onFloor(0.95, 1.1, ['front'], 0.3),
  rooms: ['living_room', 'music_room'],
  physics: movable(320, { friction: 0.6, centerOfMass: 0.7 }),
  companions: [
    { category: 'piano_bench', relation: 'front', count: { min: 1, max: 1 }, gap: { min: -0.2, best: 0.05, max: 0.2 } },
  ],
  finishes: {
    body: { material: 'white_lacquer', color: '#1b1b1c' },
    ...KEY_FINISHES,
    frame: { material: 'brass' },
  },
  seats: () => 1,
  tuckDepth: () => 0.2,
  surfaces: ({ size: [w, d, h], variant }) =>
    variant === 'open' ? [] : [{ x: -w * 0.15, y: d * 0.05, z: h, width: w * 0.5, depth: d * 0.5, clear: Infinity }],
  shape: sculpt((model, { size: [w, d, h], variant }) => {
    const rim = h > 1.2 ? 1.0 : h
    const bed = 0.62
    const keys = Math.min(0.22, d * 0.14)
    const lid = rim - 0.03
    model.add('body', extrude(wing(w, d, 1, -1 + (keys * 2 + 0.06) / d), [bed + 0.02, lid], { bevel: 0.004 }))
    model.add('body', box([-w / 2, w / 2], [-d / 2 + 0.02, -d / 2 + keys + 0.1], [bed - 0.05, bed + 0.02], 0.006))
    for (const side of [-1, 1])
      model.add(
        'body',
        box(span(side * (w / 2 - 0.05), 0.1), [-d / 2 + 0.02, -d / 2 + keys + 0.1], [bed, bed + 0.11], 0.01),
      )
    addPianoKeys(model, [-w / 2 + 0.1, w / 2 - 0.1], [-d / 2 + 0.03, -d / 2 + keys], bed + 0.02)
    const top = extrude(wing(w, d, 1, -1 + (keys * 2 + 0.05) / d), [lid, rim], { bevel: 0.006 })
    if (variant === 'open') {
      model.add('frame', extrude(wing(w, d, 0.9, -1 + (keys * 2 + 0.3) / d), [lid - 0.02, lid + 0.004]))
      model.add('body', turn(top, 'y', -0.62, [-w / 2, 0, lid]))
      model.add('body', rod([w * 0.28, 0, lid - 0.02], [w * 0.2, 0, lid + 0.5], 0.012))
    } else model.add('body', top)
    model.add('body', box(span(0, w * 0.5), [-d / 2 + keys + 0.04, -d / 2 + keys + 0.06], [lid, lid + 0.2], 0.004))
    for (const [x, y] of [
      [-w * 0.4, -d * 0.3],
      [w * 0.4, -d * 0.3],
      [-w * 0.18, d * 0.34],
    ] as const) {
      model.add('body', cylinder(x, y, 0.06, bed + 0.03, 0.04, 0.075, 16))
      model.add('frame', cylinder(x, y, 0, 0.06, 0.022, 0.03, 12))
    }
    model.add('body', box(span(0, 0.26), span(-d * 0.28, 0.06), [0.12, bed], 0.004))
    for (const x of [-0.08, 0, 0.08])
      model.add('frame', box(span(x, 0.03), span(-d * 0.28 - 0.07, 0.12), [0.12, 0.135], 0.003))
  }),
  symbol: ({ size: [w, d] }) => {
    const keys = -d / 2 + Math.min(0.22, d * 0.14)
    return [
      outline(wing(w, d)),
      stroke([-w / 2, keys], [w / 2, keys]),
      ...Array.from({ length: 15 }, (_, k) => -w / 2 + 0.1 + ((w - 0.2) * k) / 14).map((x) =>
        stroke([x, -d / 2], [x, keys]),
      ),
    ]
  },
})

export const electronicKeyboard = defineKind({
  id: 'electronic_keyboard',
  names: {
    en: [
      'Electronic keyboard',
      'keyboard piano',
      'synthesizer',
      'synth',
      'music keyboard',
      'keyboard instrument',
      'stage piano',
    ],
    zh: ['电子琴', '电子键盘', '合成器', '键盘琴'],
  },
  group: 'music',
  size: { typical: [1.0, 0.38, 0.85], min: [0.8, 0.28, 0.7], max: [1.45, 0.5, 1.05] },
  source: 'instrument makers’ sizes, 61 to 88 keys, on a cross stand',
  ...atWall(0.75, 0.95),
  rooms: ['music_room', 'living_room', 'study', 'bedroom', 'kids_room'],
  physics: movable(12, { centerOfMass: 0.75 }),
  companions: [
    { category: 'piano_bench', relation: 'front', count: { min: 0, max: 1 }, gap: { min: -0.2, best: 0.05, max: 0.2 } },
  ],
  finishes: {
    body: { material: 'plastic', color: '#26272a' },
    ...KEY_FINISHES,
    stand: { material: 'black_metal' },
    screen: { material: 'screen', color: '#6f93a8' },
  },
  seats: () => 1,
  tuckDepth: ({ size }) => size[1] * 0.6,
  shape(model, { size: [w, d, h] }) {
    const bed = h - 0.1
    model.add('body', softBox([-w / 2, w / 2], [-d / 2, d / 2], [bed, h - 0.034], { radius: 0.015 }))
    model.add('body', box([-w / 2, w / 2], [0, d / 2], [h - 0.05, h], 0.012))
    addPianoKeys(model, [-w / 2 + 0.06, w / 2 - 0.06], [-d / 2 + 0.015, -0.005], h - 0.05)
    model.add('screen', box(span(0, w * 0.18), [d * 0.14, d * 0.34], [h - 0.002, h + 0.0005], 0))
    for (const side of [-1, 1]) {
      const y = side * d * 0.3
      model.add(
        'stand',
        rod([-w * 0.3, y * 1.5, 0.014], [w * 0.3, y, bed], 0.014),
        rod([w * 0.3, y * 1.5, 0.014], [-w * 0.3, y, bed], 0.014),
      )
    }
    for (const x of [-w * 0.3, w * 0.3]) model.add('stand', rod([x, -d * 0.48, 0.014], [x, d * 0.48, 0.014], 0.014))
  },
  symbol: sketch(
    'soft',
    ['box', -0.88, 0.88, -0.9, 0],
    ...Array.from({ length: 13 }, (_, k) => ['line', -0.76 + k * 0.125, -0.9, -0.76 + k * 0.125, 0] as const),
  ),
})

export const pianoBench = defineKind({
  id: 'piano_bench',
  names: { en: ['Piano bench', 'piano stool', 'keyboard bench', 'guzheng bench'], zh: ['琴凳', '钢琴凳', '古筝凳'] },
  group: 'music',
  size: { typical: [0.75, 0.36, 0.49], min: [0.4, 0.3, 0.42], max: [1.1, 0.42, 0.58] },
  source: 'trade sizes',
  ...onFloor(0.3, 0.6, ['front', 'back']),
  rooms: ['music_room', 'living_room', 'study'],
  physics: movable(11, { centerOfMass: 0.65 }),
  finishes: { seat: { material: 'leather', color: '#26231f' }, legs: { material: 'black_oak' } },
  seats: ({ size }) => (size[0] > 0.9 ? 2 : 1),
  surfaces: (p) => [topSurface(p, 0.03)],
  shape(model, { size: [w, d, h] }) {
    const deck = h - 0.07
    addLegs(model, 'legs', [-w / 2 + 0.01, w / 2 - 0.01], [-d / 2 + 0.01, d / 2 - 0.01], [0, deck], { thickness: 0.05 })
    model.add('legs', box([-w / 2 + 0.01, w / 2 - 0.01], [-d / 2 + 0.01, d / 2 - 0.01], [deck - 0.07, deck], 0.004))
    model.add(
      'seat',
      softBox([-w / 2, w / 2], [-d / 2, d / 2], [deck, h], { radius: 0.025, crown: 0.015, segments: 2 }),
    )
    for (const x of [-w * 0.3, 0, w * 0.3])
      for (const y of [-d * 0.18, d * 0.18]) model.add('seat', cylinder(x, y, h - 0.016, h - 0.003, 0.012, 0.008, 10))
  },
  symbol: sketch('soft', ['box', -0.9, 0.9, -0.8, 0.8]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, movable, onFloor, sizeRange } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box, hexahedron } from '../modelling/box.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { frontPrism, rod, sidePrism, wheel } from '../modelling/prism.ts'
import { smoothRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'

const play: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'kids',
  source: 'furniture size table; toy trade sizes; box sizes of simulated homes',
  rooms: ['kids_room', 'playroom', 'nursery', 'living_room'],
}

export const playTent = defineKind({
  ...play,
  id: 'play_tent',
  names: {
    en: ['Play tent', 'teepee', 'tipi', 'kids tent', 'play house', 'playhouse', 'indoor tent'],
    zh: ['儿童帐篷', '游戏帐篷', '帐篷', '印第安帐篷', '游戏屋'],
  },
  size: { typical: [1.2, 1.2, 1.5], min: [0.85, 0.85, 1.05], max: [1.6, 1.6, 1.9] },
  ...onFloor(0.6, 0.9, ['front']),
  physics: movable(3, { softness: 0.4, centerOfMass: 0.35 }),
  finishes: {
    cloth: { material: 'cotton', color: '#efe6d6' },
    poles: { material: 'pine' },
    cushion: { material: 'linen', color: '#a8b79f' },
    flags: { material: 'cotton', color: '#d98c6b' },
  },
  shape: sculpt((model) => {
    const peak = 1.24
    const at = (x: number, y: number, t: number): Vector3 => [
      x * (1 - t) * 0.56 + x * t * 0.03,
      y * (1 - t) * 0.56 + y * t * 0.03,
      t * peak,
    ]
    // Three cloth sides and two flaps that leave the entrance open in front.
    const side = (a: readonly [number, number], b: readonly [number, number]) => {
      const inward = (p: Vector3): Vector3 => [p[0] * 0.985, p[1] * 0.985, p[2] * 0.995]
      const quad = [at(...a, 0.0), at(...b, 0.0), at(...b, 1), at(...a, 1)]
      model.add(
        'cloth',
        hexahedron(
          [quad[0]!, quad[1]!, inward(quad[1]!), inward(quad[0]!)],
          [quad[3]!, quad[2]!, inward(quad[2]!), inward(quad[3]!)],
        ),
      )
    }
    side([1, -1], [1, 1])
    side([1, 1], [-1, 1])
    side([-1, 1], [-1, -1])
    const flap = (s: number) => {
      const front =
        s > 0
          ? [
              [0.42, -1],
              [1, -1],
            ]
          : [
              [-1, -1],
              [-0.42, -1],
            ]
      side(front[0] as [number, number], front[1] as [number, number])
    }
    flap(1)
    flap(-1)
    for (const [x, y] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const)
      model.add('poles', rod([x * 0.575, y * 0.575, 0.01], [-x * 0.06, -y * 0.06, 1.5], 0.014))
    model.add('cushion', softBox([-0.4, 0.4], [-0.35, 0.4], [0, 0.07], { radius: 0.03, crown: 0.015 }))
    for (let k = 0; k < 7; k++) {
      const x = -0.36 + k * 0.12
      model.add(
        'flags',
        frontPrism(
          [
            [x - 0.04, 0.5],
            [x, 0.4],
            [x + 0.04, 0.5],
          ],
          [-0.5, -0.494],
        ),
      )
    }
  }),
  symbol: sketch('box', ['line', -1, -1, 1, 1], ['line', -1, 1, 1, -1], ['disc', 0, 0, 0.08, 0.08]),
})

export const dollhouse = defineKind({
  ...play,
  id: 'dollhouse',
  names: {
    en: ['Dollhouse', 'dolls house', 'doll house', "doll's house"],
    zh: ['娃娃屋', '玩具屋', '过家家玩具屋', '娃娃房'],
  },
  size: sizeRange([0.8, 0.34, 0.95], 0.55, 1.4),
  ...atWall(0.5, 0.8),
  physics: movable(9),
  finishes: {
    walls: { material: 'painted_wood', color: '#f2ebe0' },
    roof: { material: 'painted_wood', color: '#c77d6d' },
    floors: { material: 'pine' },
    inside: { material: 'painted_wood', color: '#bcd0cc' },
    things: { material: 'painted_wood', color: '#d8a95c' },
  },
  shape: sculpt((model) => {
    for (const x of [-0.38, 0, 0.38]) model.add('walls', box(span(x, 0.014), [-0.15, 0.16], [0, 0.62], 0.002))
    model.add(
      'inside',
      box([-0.38, 0.38], [0.15, 0.165], [0, 0.62], 0),
      frontPrism(
        [
          [-0.38, 0.62],
          [0.38, 0.62],
          [0, 0.9],
        ],
        [0.15, 0.165],
      ),
    )
    for (const z of [0, 0.3, 0.61]) model.add('floors', box([-0.39, 0.39], [-0.17, 0.165], [z, z + 0.016], 0.002))
    model.add(
      'roof',
      frontPrism(
        [
          [0, 0.92],
          [0.4, 0.62],
          [0.4, 0.65],
          [0, 0.95],
        ],
        [-0.17, 0.17],
      ),
      frontPrism(
        [
          [0, 0.92],
          [0, 0.95],
          [-0.4, 0.65],
          [-0.4, 0.62],
        ],
        [-0.17, 0.17],
      ),
    )
    model.add(
      'things',
      softBox([-0.32, -0.18], [-0.02, 0.1], [0.016, 0.07], { radius: 0.01 }),
      box([0.1, 0.3], [0, 0.12], [0.12, 0.13], 0),
      cylinder(0.2, 0.06, 0.016, 0.12, 0.02),
      softBox([-0.3, -0.1], [-0.02, 0.1], [0.316, 0.36], { radius: 0.012 }),
      box([0.08, 0.14], [0.06, 0.12], [0.316, 0.5], 0.003),
      softBox([-0.08, 0.08], [0.02, 0.1], [0.626, 0.68], { radius: 0.012 }),
    )
    for (const [x, z] of [
      [-0.19, 0.17],
      [0.19, 0.17],
      [-0.19, 0.47],
      [0.19, 0.47],
    ] as const)
      model.add('walls', box(span(x, 0.09), [0.146, 0.152], span(z + 0.06, 0.1), 0))
  }),
  symbol: sketch('box', ['line', -1, 0, 1, 0], ['line', 0, -1, 0, 1]),
})

export const easel = defineKind({
  ...play,
  id: 'easel',
  names: {
    en: ['Easel', 'painting easel', 'art easel', 'drawing board', 'kids easel', 'chalkboard easel'],
    zh: ['画架', '画板', '儿童画板', '写生架'],
  },
  rooms: ['kids_room', 'playroom', 'study', 'living_room', 'balcony'],
  size: { typical: [0.62, 0.6, 1.25], min: [0.42, 0.35, 0.85], max: [1.0, 0.9, 2.35] },
  ...onFloor(0.6, 0.9, ['front']),
  physics: movable(6),
  finishes: {
    frame: { material: 'beech' },
    canvas: { material: 'paper', color: '#f6f3ec' },
    paint: { material: 'paper', color: '#7a9fb5' },
    paint_2: { material: 'paper', color: '#d9a35b' },
  },
  shape: sculpt((model, { size: [, , h] }) => {
    for (const s of [-1, 1])
      model.add('frame', rod([s * 0.29, -0.26, 0.012], [s * 0.07, 0.02, h], 0.017, { segments: 6 }))
    model.add('frame', rod([0, 0.3, 0.012], [0, 0.03, h * 0.94], 0.017, { segments: 6 }))
    const tray = h * 0.4
    const tilt = (z: number) => -0.26 + (0.28 * z) / h
    model.add(
      'frame',
      box(span(0, 0.52), [tilt(tray) - 0.06, tilt(tray) + 0.02], [tray - 0.02, tray], 0.003),
      rod([-0.2, tilt(h * 0.22), h * 0.22], [0.2, tilt(h * 0.22), h * 0.22], 0.012),
    )
    const lean = Math.atan2(0.28, h)
    const high = h * 0.48
    const place = (g: ReturnType<typeof box>) => move(turn(g, 'x', -lean), 0, tilt(tray) - 0.012, tray)
    model.add('canvas', place(box([-0.3, 0.3], [-0.02, 0], [0, high], 0.002)))
    model.add(
      'paint',
      place(
        frontPrism(
          smoothRing([
            [-0.22, 0.08],
            [0, 0.05],
            [0.2, 0.1],
            [0.24, 0.2],
            [0.05, 0.26],
            [-0.16, 0.2],
          ]),
          [-0.023, -0.019],
        ),
      ),
    )
    model.add('paint_2', place(wheel('y', [0.12, -0.021, high * 0.74], 0.06, 0.004, 24)))
  }),
  symbol: sketch('soft', ['line', -1, -0.9, 0, 0.1, 1, -0.9], ['line', 0, 0.1, 0, 1], ['line', -1, -0.3, 1, -0.3]),
})

/** Head, ears, body and limbs of an animal that sits with its face to the front. */
function addBear(model: Model): void {
  model.add('fur', ball(0, 0, 0.15, 0.13, 0.28, 20), ball(0, -0.01, 0.36, 0.105, 0.2, 20))
  for (const s of [-1, 1]) {
    model.add('fur', ball(s * 0.085, 0.01, 0.445, 0.042, 0.075, 14))
    model.add(
      'fur',
      tube(
        [
          [s * 0.08, -0.06, 0.06],
          [s * 0.13, -0.2, 0.055],
        ],
        0.055,
        { segments: 10, endRadius: 0.06 },
      ),
      ball(s * 0.132, -0.21, 0.056, 0.06, 0.112, 14),
    )
    model.add(
      'fur',
      tube(
        [
          [s * 0.1, -0.01, 0.24],
          [s * 0.19, -0.08, 0.15],
        ],
        0.042,
        { segments: 10 },
      ),
      ball(s * 0.19, -0.08, 0.15, 0.044, 0.085, 12),
    )
    model.add('muzzle', wheel('y', [s * 0.135, -0.262, 0.056], 0.034, 0.02, 16))
    model.add('eyes', ball(s * 0.04, -0.098, 0.385, 0.011, 0.022, 10))
    model.add('muzzle', ball(s * 0.085, -0.022, 0.445, 0.026, 0.045, 12))
  }
  model.add('muzzle', ball(0, -0.085, 0.335, 0.05, 0.075, 16))
  model.add('eyes', ball(0, -0.133, 0.348, 0.015, 0.02, 10))
}

export const stuffedToy = defineKind({
  ...play,
  id: 'stuffed_toy',
  names: {
    en: ['Stuffed toy', 'teddy bear', 'soft toy', 'plush toy', 'stuffed animal', 'teddy', 'doll'],
    zh: ['毛绒玩具', '泰迪熊', '玩偶', '布娃娃', '毛绒熊', '公仔'],
  },
  size: sizeRange([0.38, 0.38, 0.48], 0.4, 2.2),
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['kids_room', 'playroom', 'nursery', 'bedroom'],
  physics: movable(0.5, { softness: 0.9, friction: 0.7 }),
  companions: [
    { category: 'single_bed', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'toy_box', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: {
    fur: { material: 'wool', color: '#b58a5e' },
    muzzle: { material: 'wool', color: '#e3cfae' },
    eyes: { material: 'plastic', color: '#201c1a' },
  },
  shape: sculpt(addBear),
  symbol: sketch('round', ['disc', 0, 0, 0.5, 0.5], ['disc', -0.4, 0.45, 0.2, 0.2], ['disc', 0.4, 0.45, 0.2, 0.2]),
})

export const buildingBlocks = defineKind({
  ...play,
  id: 'building_blocks',
  names: {
    en: ['Building blocks', 'toy blocks', 'toy', 'wooden blocks', 'toys', 'toy train', 'toy car'],
    zh: ['积木', '玩具', '儿童玩具', '玩具车', '玩具火车'],
  },
  size: sizeRange([0.36, 0.3, 0.24], 0.5, 1.8),
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  physics: movable(1.5),
  companions: [
    { category: 'kids_table', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'play_mat', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: {
    wood: { material: 'beech' },
    red: { material: 'painted_wood', color: '#c7503f' },
    blue: { material: 'painted_wood', color: '#4f7fa6' },
    yellow: { material: 'painted_wood', color: '#e2b04a' },
    green: { material: 'painted_wood', color: '#7a9a62' },
  },
  shape: sculpt((model) => {
    const cube = (slot: string, x: number, y: number, z: number, side = 0.06) =>
      model.add(slot, box(span(x, side), span(y, side), [z, z + side], 0.004))
    cube('red', -0.1, 0.06, 0)
    cube('blue', 0.03, 0.06, 0)
    cube('yellow', -0.1, 0.06, 0.12)
    cube('wood', 0.12, -0.1, 0)
    cube('green', -0.14, -0.1, 0)
    model.add('wood', box([-0.15, 0.08], [0.03, 0.09], [0.06, 0.12], 0.004))
    model.add(
      'green',
      frontPrism(
        [
          [-0.02, 0.12],
          [0.08, 0.12],
          [0.03, 0.18],
        ],
        [0.03, 0.09],
      ),
    )
    model.add('blue', cylinder(-0.1, 0.06, 0.18, 0.235, 0.025), cylinder(0.02, -0.11, 0, 0.06, 0.03))
    model.add(
      'red',
      frontPrism(
        [
          [-0.17, 0.06],
          [-0.11, 0.06],
          [-0.14, 0.1],
        ],
        [-0.13, -0.07],
      ),
    )
    model.add(
      'yellow',
      sidePrism(
        [
          [-0.13, 0.06],
          [-0.07, 0.06],
          [-0.1, 0.1],
        ],
        [0.09, 0.15],
      ),
    )
    model.add('red', wheel('x', [0.15, 0.07, 0.03], 0.03, 0.05))
  }),
  symbol: sketch(
    'soft',
    ['box', -0.7, -0.4, 0.2, 0.6],
    ['box', 0, 0.35, 0.2, 0.6],
    ['box', 0.5, 0.8, -0.8, -0.4],
    ['disc', 0.1, -0.7, 0.17, 0.2],
  ),
})

export const rockingHorse = defineKind({
  ...play,
  id: 'rocking_horse',
  names: { en: ['Rocking horse', 'ride-on horse', 'hobby horse'], zh: ['摇摇马', '木马', '摇马', '骑马玩具'] },
  size: sizeRange([0.34, 0.82, 0.72], 0.75, 1.3),
  ...onFloor(0.4, 0.6, ['left', 'right']),
  physics: movable(7),
  finishes: {
    wood: { material: 'pine' },
    saddle: { material: 'leather', color: '#a4563a' },
    mane: { material: 'wool', color: '#6b4a34' },
    eyes: { material: 'plastic', color: '#1f1b18' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    const runner = Array.from({ length: 13 }, (_, k): readonly [number, number] => {
      const a = -0.62 + (1.24 * k) / 12
      return [Math.sin(a) * 0.7, 0.7 - Math.cos(a) * 0.7 + 0.015]
    })
    for (const x of [-0.14, 0.14])
      model.add(
        'wood',
        tube(
          runner.map(([y, z]): Vector3 => [x, y, z]),
          0.018,
          { segments: 6 },
        ),
      )
    for (const y of [-0.2, 0.22]) {
      model.add('wood', box([-0.15, 0.15], span(y, 0.05), [0.05, 0.07], 0.004))
      for (const s of [-1, 1]) model.add('wood', rod([s * 0.13, y, 0.07], [s * 0.06, y * 0.75, 0.36], 0.022))
    }
    model.add(
      'wood',
      move(
        turn(softBox([-0.08, 0.08], [-0.24, 0.24], [-0.08, 0.08], { radius: 0.075, segments: 3 }), 'x', 0),
        0,
        0.02,
        0.4,
      ),
    )
    const head = smoothRing(
      [
        [-0.14, 0.38],
        [-0.05, 0.46],
        [-0.12, 0.62],
        [-0.18, 0.72],
        [-0.26, 0.69],
        [-0.38, 0.56],
        [-0.39, 0.51],
        [-0.33, 0.5],
        [-0.25, 0.55],
        [-0.24, 0.42],
      ],
      3,
    )
    model.add('wood', sidePrism(head, [-0.04, 0.04], 0.01))
    model.add(
      'mane',
      sidePrism(
        smoothRing(
          [
            [-0.05, 0.47],
            [-0.02, 0.5],
            [-0.08, 0.64],
            [-0.16, 0.74],
            [-0.19, 0.72],
            [-0.11, 0.61],
          ],
          3,
        ),
        [-0.022, 0.022],
        0.004,
      ),
    )
    model.add(
      'mane',
      tube(
        [
          [0, 0.25, 0.42],
          [0, 0.33, 0.38],
          [0, 0.36, 0.26],
        ],
        0.03,
        { endRadius: 0.012 },
      ),
    )
    model.add(
      'saddle',
      softBox([-0.09, 0.09], [-0.08, 0.16], [0.46, 0.5], { radius: 0.02 }),
      rod([-0.15, -0.17, 0.56], [0.15, -0.17, 0.56], 0.013),
    )
    for (const s of [-1, 1]) model.add('eyes', ball(s * 0.042, -0.25, 0.62, 0.011, 0.022, 8))
  }),
  symbol: sketch(
    'soft',
    ['disc', 0, 0.1, 0.5, 0.55],
    ['line', -0.8, -0.9, -0.8, 0.9],
    ['line', 0.8, -0.9, 0.8, 0.9],
    ['line', 0, -0.4, 0, -1],
  ),
})

export const slide = defineKind({
  ...play,
  id: 'slide',
  names: {
    en: ['Slide', 'kids slide', 'indoor slide', 'play slide', 'climbing frame'],
    zh: ['滑梯', '儿童滑梯', '室内滑梯', '攀爬架'],
  },
  rooms: ['playroom', 'kids_room', 'balcony', 'terrace', 'living_room'],
  size: sizeRange([0.55, 1.6, 1.05], 0.75, 1.5),
  ...onFloor(0.6, 1, ['front', 'back']),
  physics: movable(14),
  finishes: {
    chute: { material: 'plastic', color: '#d8a24f' },
    frame: { material: 'plastic', color: '#6f97a8' },
    steps: { material: 'plastic', color: '#eef0ec' },
  },
  shape: sculpt((model) => {
    const run: readonly (readonly [number, number])[] = [
      [0.34, 0.78],
      [0.2, 0.74],
      [-0.3, 0.32],
      [-0.55, 0.14],
      [-0.78, 0.1],
    ]
    for (let k = 0; k + 1 < run.length; k++) {
      const [a, b] = [run[k]!, run[k + 1]!]
      const part = (x0: number, x1: number, low: number, high: number) =>
        sidePrism(
          [
            [b[0], b[1] + low],
            [a[0], a[1] + low],
            [a[0], a[1] + high],
            [b[0], b[1] + high],
          ],
          [x0, x1],
        )
      model.add('chute', part(-0.2, 0.2, -0.03, 0))
      for (const s of [-1, 1]) model.add('chute', part(s > 0 ? 0.2 : -0.24, s > 0 ? 0.24 : -0.2, -0.03, 0.09))
    }
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        rod([s * 0.25, 0.74, 0.02], [s * 0.23, 0.4, 1.02], 0.026),
        rod([s * 0.24, 0.12, 0.02], [s * 0.23, 0.32, 0.78], 0.022),
        rod([s * 0.23, 0.4, 1.02], [s * 0.23, 0.14, 0.86], 0.022),
      )
      model.add('frame', rod([s * 0.24, -0.62, 0.01], [s * 0.22, -0.5, 0.14], 0.02))
    }
    model.add('steps', box([-0.22, 0.22], [0.3, 0.5], [0.76, 0.79], 0.006))
    for (let k = 0; k < 3; k++)
      model.add('steps', box([-0.22, 0.22], span(0.68 - k * 0.075, 0.12), [0.17 + k * 0.2, 0.2 + k * 0.2], 0.006))
  }),
  symbol: sketch(
    'box',
    ['line', -0.7, 0.3, -0.7, -1],
    ['line', 0.7, 0.3, 0.7, -1],
    ['line', -0.8, 0.5, 0.8, 0.5],
    ['line', -0.8, 0.75, 0.8, 0.75],
  ),
})

import { addBars } from '../assemblies/bars.ts'
import { addCabinet, divide, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, fixed, movable, onCeiling, onFloor, sizeRange, standing } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { ellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const nursery: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'kids',
  source: 'furniture size table; nursery trade sizes',
  rooms: ['nursery', 'bedroom', 'kids_room'],
}

export const bassinet = defineKind({
  ...nursery,
  id: 'bassinet',
  names: {
    en: ['Bassinet', 'moses basket', 'cradle', 'bedside crib', 'baby cradle', 'co-sleeper'],
    zh: ['摇篮', '婴儿摇篮', '婴儿提篮', '床边床', '婴儿摇床'],
  },
  size: sizeRange([0.85, 0.5, 0.75], 0.8, 1.2),
  ...onFloor(0.5, 0.7, ['front', 'back']),
  physics: movable(8, { softness: 0.5 }),
  companions: [
    { category: 'double_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.2, max: 0.8 } },
  ],
  finishes: {
    basket: { material: 'rattan' },
    frame: { material: 'beech' },
    linen: { material: 'cotton' },
    hood: { material: 'linen', color: '#d8d3c4' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    const ring = (k: number) => ellipse(0, 0, 0.42 * k, 0.235 * k, 36)
    const wall = [
      section(ring(0.82), 0.36),
      section(ring(0.95), 0.48),
      section(ring(1), 0.6),
      section(ring(0.96), 0.6),
      section(ring(0.9), 0.48),
      section(ring(0.8), 0.4),
    ]
    model.add('basket', loft(wall))
    model.add(
      'linen',
      extrude(ellipse(0, 0, 0.36, 0.19, 32), [0.39, 0.47], { bevel: 0.02 }),
      softBox([0.14, 0.3], [-0.1, 0.1], [0.46, 0.5], { radius: 0.02, crown: 0.01 }),
    )
    // The hood: arches from rim to rim over the head end, each leaning less than the one before.
    for (let k = 0; k < 6; k++) {
      const lean = (k / 5) * 1.35
      const arch = Array.from({ length: 11 }, (_, j): Vector3 => {
        const a = (Math.PI * j) / 10
        const out = Math.sin(a) * 0.3
        return [0.1 + out * Math.cos(lean), Math.cos(a) * 0.225, 0.6 + out * Math.sin(lean)]
      })
      model.add('hood', tube(arch, 0.034, { segments: 6 }))
    }
    for (const x of [-0.26, 0.26]) {
      for (const s of [-1, 1]) model.add('frame', rod([x, s * 0.25, 0.012], [x, -s * 0.2, 0.42], 0.016))
      model.add('frame', box(span(x, 0.03), [-0.22, 0.22], [0.34, 0.37], 0.004))
    }
    model.add('frame', rod([-0.26, 0, 0.2], [0.26, 0, 0.2], 0.012))
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.86, 0.82], ['line', 0.2, -0.8, 0.2, 0.8]),
})

export const changingTable = defineKind({
  ...nursery,
  id: 'changing_table',
  names: {
    en: [
      'Changing table',
      'baby changing table',
      'changing station',
      'nappy table',
      'diaper changing table',
      'changing dresser',
    ],
    zh: ['尿布台', '换尿布台', '婴儿护理台', '护理台', '抚触台'],
  },
  size: { typical: [0.8, 0.55, 0.98], min: [0.6, 0.42, 0.85], max: [1.15, 0.78, 1.1] },
  ...atWall(0.75, 0.9),
  physics: movable(24),
  opens: 'drawers',
  finishes: {
    body: { material: 'beech' },
    front: { material: 'white_lacquer' },
    handles: { material: 'beech' },
    pad: { material: 'cotton', color: '#cfe0dc' },
    boxes: { material: 'linen', color: '#e6ddcd' },
  },
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: -0.02, z: h * 0.12 + 0.018, width: w - 0.08, depth: d - 0.1, clear: h * 0.2, inside: true },
  ],
  shape(model, { size: [w, d, h], states }) {
    const y = [-d / 2 + HANDLE_DEPTH, d / 2] as const
    const deck = h - 0.16
    const foot = h * 0.08
    for (const s of [-1, 1]) model.add('body', box(span(s * (w / 2 - 0.01), 0.02), [-d / 2, d / 2], [0, h], 0.006, 'z'))
    const inner = [-w / 2 + 0.02, w / 2 - 0.02] as const
    addCabinet(model, {
      y,
      cells: divide([h * 0.46, deck], 2).map((z) => ({ type: 'drawer' as const, x: inner, z })),
      open: states?.open,
      handle: 'knob',
    })
    model.add(
      'body',
      box(inner, [y[0], y[1]], [foot, foot + 0.018], 0.002),
      box(inner, [d / 2 - 0.015, d / 2], [foot, h], 0),
      box(inner, [-d / 2, d / 2], [deck, deck + 0.02], 0.002),
    )
    model.add('body', box(inner, [-d / 2, -d / 2 + 0.016], [deck, deck + 0.08], 0.003))
    for (const x of divide(inner, Math.max(2, Math.round(w / 0.36))))
      model.add(
        'boxes',
        softBox([x[0] + 0.015, x[1] - 0.015], [-d / 2 + 0.05, d / 2 - 0.05], [foot + 0.02, h * 0.36], { radius: 0.02 }),
      )
    model.add(
      'pad',
      softBox([inner[0] + 0.03, inner[1] - 0.03], [-d / 2 + 0.03, d / 2 - 0.03], [deck + 0.02, deck + 0.075], {
        radius: 0.025,
      }),
    )
    for (const s of [-1, 1])
      model.add(
        'pad',
        softBox(span(s * (w / 2 - 0.09), 0.09), [-d / 2 + 0.03, d / 2 - 0.03], [deck + 0.02, deck + 0.12], {
          radius: 0.04,
        }),
      )
  },
  symbol: sketch('box', ['box', -0.9, 0.9, -0.9, 0.9], ['box', -0.6, 0.6, -0.8, 0.8]),
})

export const playpen = defineKind({
  ...nursery,
  id: 'playpen',
  names: {
    en: ['Playpen', 'baby playpen', 'play yard', 'baby fence'],
    zh: ['婴儿围栏', '宝宝围栏', '游戏围栏', '爬行围栏'],
  },
  rooms: ['nursery', 'living_room', 'kids_room', 'playroom'],
  size: sizeRange([1.2, 1.2, 0.7], 0.65, 1.7),
  ...onFloor(0.5, 0.7, ['front']),
  physics: movable(14),
  companions: [{ category: 'play_mat', relation: 'inside', count: { min: 0, max: 1 } }],
  finishes: {
    frame: { material: 'beech' },
    mat: { material: 'cotton', color: '#d9e2dc' },
    ball: { material: 'plastic', color: '#d98a6c' },
  },
  shape: sculpt((model, { size: [w, d, h] }) => {
    const [x, y] = [w / 2, d / 2]
    const corners = [
      [-x, -y],
      [x, -y],
      [x, y],
      [-x, y],
    ] as const
    corners.forEach((a, k) => {
      addBars(model, 'frame', a, corners[(k + 1) % 4]!, [0.03, h - 0.01], { pitch: 0.085, radius: 0.008, rail: 0.017 })
      model.add('frame', cylinder(a[0], a[1], 0, h, 0.026, 0.024, 12))
    })
    model.add('mat', softBox([-x, x], [-y, y], [0.02, 0.05], { radius: 0.014 }))
    model.add('ball', ball(w * 0.2, -d * 0.1, 0.11, 0.06))
  }),
  symbol: sketch('box', ['box', -0.94, 0.94, -0.94, 0.94], ['disc', 0.4, -0.2, 0.1, 0.1]),
})

export const babyGate = defineKind({
  ...nursery,
  id: 'baby_gate',
  names: {
    en: ['Baby gate', 'safety gate', 'stair gate', 'child gate', 'pet gate'],
    zh: ['婴儿门栏', '安全门栏', '楼梯护栏', '儿童安全门', '宠物门栏'],
  },
  rooms: ['hallway', 'kitchen', 'nursery', 'kids_room', 'entrance'],
  size: { typical: [0.82, 0.05, 0.78], min: [0.6, 0.03, 0.65], max: [1.6, 0.1, 1.1] },
  ...standing,
  physics: fixed(5),
  finishes: {
    frame: { material: 'painted_metal', color: '#f1f0ec' },
    latch: { material: 'plastic', color: '#7d8a94' },
  },
  shape: sculpt((model, { size: [w, , h] }) => {
    const post = w * 0.06
    for (const s of [-1, 1]) model.add('frame', box(span(s * (w / 2 - 0.014), 0.028), span(0, 0.03), [0, h], 0.006))
    model.add('frame', box([-w / 2, w / 2], span(0, 0.03), [0, 0.025], 0.005))
    addBars(model, 'frame', [-w / 2 + post, 0], [w / 2 - post, 0], [0.05, h], {
      pitch: 0.06,
      radius: 0.006,
      rail: 0.012,
    })
    model.add('latch', box(span(w / 2 - 0.03, 0.06), span(0, 0.045), [h - 0.05, h], 0.006))
  }),
  symbol: sketch('box', ['line', -0.9, 0, 0.9, 0]),
})

export const babyMobile = defineKind({
  ...nursery,
  id: 'baby_mobile',
  names: {
    en: ['Baby mobile', 'crib mobile', 'cot mobile', 'hanging mobile'],
    zh: ['床铃', '婴儿床铃', '吊铃', '旋转床铃'],
  },
  size: sizeRange([0.42, 0.42, 0.6], 0.6, 1.5),
  ...onCeiling,
  physics: fixed(0.4),
  companions: [
    { category: 'crib', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.35, best: 0.5, max: 1 } },
  ],
  finishes: {
    frame: { material: 'beech' },
    felt: { material: 'felt', color: '#e9b8a4' },
    felt_2: { material: 'felt', color: '#a9c4c9' },
    felt_3: { material: 'felt', color: '#ead9a4' },
  },
  shape: sculpt((model) => {
    model.add('frame', rod([0, 0, 0.42], [0, 0, 0.6], 0.003), hoop('z', [0, 0, 0.4], 0.17, 0.007, 28))
    for (let k = 0; k < 3; k++)
      model.add(
        'frame',
        rod([Math.cos(k * 2.094) * 0.17, Math.sin(k * 2.094) * 0.17, 0.4], [0, 0, 0.47], 0.002, { segments: 4 }),
      )
    const slots = ['felt', 'felt_2', 'felt_3']
    for (let k = 0; k < 6; k++) {
      const a = (Math.PI * 2 * k) / 6
      const [x, y] = [Math.cos(a) * 0.17, Math.sin(a) * 0.17]
      const z = 0.1 + (k % 3) * 0.06
      model.add('frame', rod([x, y, z], [x, y, 0.4], 0.0015, { segments: 4 }))
      model.add(
        slots[k % 3]!,
        k % 2
          ? ball(x, y, z, 0.038, 0.06, 14)
          : softBox(span(x, 0.075), span(y, 0.05), span(z, 0.05), { radius: 0.024, segments: 2 }),
      )
    }
    model.add('felt_3', ball(0, 0, 0.05, 0.05, 0.1, 16))
    model.add('frame', rod([0, 0, 0.09], [0, 0, 0.45], 0.0015, { segments: 4 }))
  }),
  symbol: sketch(
    'above_round',
    ['disc', 0.7, 0, 0.18, 0.18],
    ['disc', -0.35, 0.6, 0.18, 0.18],
    ['disc', -0.35, -0.6, 0.18, 0.18],
  ),
})

export const stroller = defineKind({
  ...nursery,
  id: 'stroller',
  names: {
    en: ['Stroller', 'pram', 'pushchair', 'baby carriage', 'buggy'],
    zh: ['婴儿车', '婴儿推车', '童车'],
  },
  rooms: ['entrance', 'hallway', 'nursery', 'balcony'],
  size: sizeRange([0.58, 0.9, 1.05], 0.85, 1.2),
  ...standing,
  physics: movable(10, { wheels: true }),
  finishes: {
    fabric: { material: 'linen', color: '#5b6570' },
    frame: { material: 'aluminium' },
    wheels: { material: 'rubber' },
    hood: { material: 'linen', color: '#474f58' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      const x = s * 0.24
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [x, -0.34, 0.13],
              [x, 0.05, 0.5],
              [x, 0.42, 1.0],
            ],
            0.1,
            4,
          ),
          0.013,
        ),
        rod([x, 0.26, 0.13], [x, -0.1, 0.58], 0.013),
      )
      for (const [y, r] of [
        [-0.34, 0.11],
        [0.28, 0.14],
      ] as const)
        model.add(
          'wheels',
          hoop('x', [x + s * 0.025, y, r], r - 0.018, 0.018, 24),
          wheel('x', [x + s * 0.025, y, r], r * 0.4, 0.03),
        )
    }
    model.add('frame', rod([-0.24, 0.42, 1.0], [0.24, 0.42, 1.0], 0.016))
    const cradle = (z: number, k: number) => section(ellipse(0, -0.02, 0.23 * k, 0.34 * k, 28), z)
    model.add(
      'fabric',
      loft([
        cradle(0.44, 0.7),
        cradle(0.55, 0.96),
        cradle(0.66, 1),
        cradle(0.66, 0.92),
        cradle(0.56, 0.86),
        cradle(0.5, 0.62),
      ]),
    )
    for (let k = 0; k < 5; k++) {
      const t = (k / 4) * 1.7
      const arch = Array.from({ length: 11 }, (_, j): Vector3 => {
        const a = (Math.PI * j) / 10
        return [
          Math.cos(a) * 0.235,
          0.06 + Math.sin(a) * 0.34 * Math.cos(t),
          0.64 + Math.sin(a) * 0.32 * Math.sin(t + 0.12),
        ]
      })
      model.add('hood', tube(arch, 0.03, { segments: 6 }))
    }
    model.add('fabric', softBox([-0.2, 0.2], [-0.16, 0.2], [0.2, 0.3], { radius: 0.03 }))
  }),
  symbol: sketch('soft', ['disc', 0, -0.05, 0.8, 0.7], ['line', -0.8, 0.95, 0.8, 0.95]),
})

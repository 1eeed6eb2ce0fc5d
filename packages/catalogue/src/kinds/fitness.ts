import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, fixed, movable, onCeiling, onFloor, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const gym: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'fitness',
  source: 'makers’ sizes; furniture catalogue sizes',
  rooms: ['gym', 'study', 'bedroom', 'balcony'],
}
const MACHINE = {
  frame: { material: 'painted_metal', color: '#3a3d40' },
  seat: { material: 'leather', color: '#27282a' },
  metal: { material: 'steel' },
  accent: { material: 'plastic', color: '#c2552f' },
} as const

export const rowingMachine = defineKind({
  ...gym,
  id: 'rowing_machine',
  names: { en: ['Rowing machine', 'rower', 'ergometer', 'indoor rower'], zh: ['划船机', '划船器', '室内划船机'] },
  size: sizeRange([0.6, 2.3, 0.95], 0.8, 1.1),
  ...onFloor(0.6, 0.9, ['left', 'right'], 0.5),
  physics: movable(28, { wheels: true }),
  finishes: { ...MACHINE, screen: { material: 'screen', color: '#7fa8b6' } },
  seats: () => 1,
  shape: sculpt((model) => {
    model.add('metal', box(span(0, 0.09), [-0.55, 1.15], [0.32, 0.37], 0.006))
    model.add('frame', wheel('x', [0, -0.85, 0.32], 0.27, 0.14, 36), wheel('x', [0, -0.85, 0.32], 0.1, 0.2, 24))
    model.add('frame', box(span(0, 0.1), [-0.75, -0.45], [0.26, 0.36], 0.02))
    for (const y of [-1.0, 1.08])
      model.add(
        'frame',
        box(span(0, 0.58), span(y, 0.06), [0, 0.05], 0.01),
        rod([0, y, 0.04], [0, y > 0 ? 1.05 : -0.8, 0.33], 0.028),
      )
    model.add('seat', softBox([-0.16, 0.16], [0.25, 0.5], [0.42, 0.48], { radius: 0.025 }))
    model.add('frame', box(span(0, 0.1), [0.3, 0.45], [0.37, 0.42], 0.004))
    for (const s of [-1, 1])
      model.add(
        'accent',
        move(
          turn(softBox([-0.055, 0.055], [-0.02, 0.02], [-0.15, 0.15], { radius: 0.015 }), 'x', -0.6),
          s * 0.13,
          -0.42,
          0.42,
        ),
      )
    model.add(
      'frame',
      rod([0, -0.7, 0.5], [0, -0.62, 0.9], 0.018),
      box(span(0, 0.2), span(-0.6, 0.03), [0.82, 0.95], 0.006),
    )
    model.add('screen', box(span(0, 0.17), [-0.585, -0.58], [0.84, 0.93], 0))
    model.add('accent', rod([-0.25, -0.36, 0.58], [0.25, -0.36, 0.58], 0.016))
    model.add('metal', rod([0, -0.36, 0.58], [0, -0.64, 0.52], 0.004))
  }),
  symbol: sketch('soft', ['box', -0.15, 0.15, -0.5, 1], ['disc', 0, -0.74, 0.24, 0.23], ['box', -0.5, 0.5, 0.2, 0.42]),
})

export const ellipticalTrainer = defineKind({
  ...gym,
  id: 'elliptical_trainer',
  names: {
    en: ['Elliptical trainer', 'elliptical', 'cross trainer', 'elliptical machine', 'stair climber', 'stepper'],
    zh: ['椭圆机', '漫步机', '踏步机', '登山机'],
  },
  size: sizeRange([0.65, 1.7, 1.65], 0.75, 1.2),
  ...onFloor(0.6, 0.9, ['back', 'left', 'right'], 0.5),
  physics: movable(75),
  finishes: { ...MACHINE, screen: { material: 'screen', color: '#7fa8b6' } },
  shape: sculpt((model) => {
    for (const y of [-0.78, 0.78]) model.add('frame', box(span(0, y < 0 ? 0.5 : 0.6), span(y, 0.07), [0, 0.06], 0.012))
    model.add(
      'frame',
      box(span(0, 0.08), [-0.78, 0.78], [0.03, 0.1], 0.01),
      wheel('x', [0, -0.5, 0.36], 0.28, 0.18, 36),
    )
    model.add(
      'frame',
      tube(
        roundedPath(
          [
            [0, -0.5, 0.5],
            [0, -0.35, 1.1],
            [0, -0.38, 1.48],
          ],
          0.15,
          5,
        ),
        0.04,
        { segments: 10 },
      ),
    )
    model.add('frame', softBox([-0.17, 0.17], [-0.44, -0.36], [1.36, 1.6], { radius: 0.02 }))
    model.add('screen', box([-0.14, 0.14], [-0.362, -0.355], [1.42, 1.56], 0))
    for (const s of [-1, 1]) {
      const phase = s * 0.16
      model.add('metal', rod([s * 0.2, -0.5 + phase, 0.34 + phase], [s * 0.2, 0.62, 0.2 - phase * 0.2], 0.022))
      model.add(
        'accent',
        softBox(span(s * 0.2, 0.15), span(0.24 + phase, 0.4), [0.27 - phase * 0.1, 0.32 - phase * 0.1], {
          radius: 0.02,
        }),
      )
      const arm: Vector3[] = [
        [s * 0.22, -0.3 + phase, 0.34],
        [s * 0.26, -0.32, 0.95],
        [s * 0.27, -0.1 + phase, 1.3],
        [s * 0.24, -0.02 + phase, 1.6],
      ]
      model.add('metal', tube(roundedPath(arm, 0.12, 4), 0.018))
      model.add('seat', rod([s * 0.268, -0.09 + phase, 1.32], [s * 0.242, -0.03 + phase, 1.58], 0.024))
    }
  }),
  symbol: sketch('soft', ['disc', 0, -0.6, 0.35, 0.3], ['box', -0.8, -0.45, -0.2, 0.5], ['box', 0.45, 0.8, 0, 0.7]),
})

export const dumbbellRack = defineKind({
  ...gym,
  id: 'dumbbell_rack',
  names: {
    en: ['Dumbbell rack', 'weight rack', 'dumbbells', 'weights', 'dumbbell', 'free weights', 'barbell', 'squat rack'],
    zh: ['哑铃架', '哑铃', '杠铃', '杠铃架', '深蹲架', '力量架'],
  },
  size: { typical: [1.2, 0.5, 0.85], min: [0.6, 0.35, 0.5], max: [2.2, 0.75, 1.4] },
  ...atWall(0.75, 1),
  rooms: ['gym', 'balcony', 'storage_room'],
  physics: movable(140, { centerOfMass: 0.4 }),
  finishes: { frame: MACHINE.frame, weights: { material: 'rubber', color: '#232426' }, metal: { material: 'chrome' } },
  shape: sculpt((model, { size: [w, d, h] }) => {
    for (const s of [-1, 1]) {
      const x = s * (w / 2 - 0.03)
      model.add(
        'frame',
        rod([x, -d / 2 + 0.05, 0.03], [x, d / 2 - 0.06, h - 0.02], 0.03, { segments: 6 }),
        box(span(x, 0.06), [-d / 2, d / 2], [0, 0.04], 0.006),
      )
    }
    const rows = Math.max(2, Math.round(h / 0.3))
    for (let row = 0; row < rows; row++) {
      const z = 0.14 + ((h - 0.28) * row) / (rows - 1)
      const y = -d / 2 + 0.05 + ((d - 0.11) * z) / h
      const tray = move(
        turn(box([-w / 2 + 0.03, w / 2 - 0.03], [-0.16, 0.16], [-0.012, 0.012], 0.003), 'x', 0.25),
        0,
        y,
        z,
      )
      model.add('frame', tray)
      const pairs = Math.max(3, Math.round((w - 0.1) / 0.19))
      for (let k = 0; k < pairs; k++) {
        const x = -w / 2 + 0.06 + ((w - 0.12) * (k + 0.5)) / pairs
        const r = Math.min(0.03 + 0.008 * (k % 4) + 0.008 * (rows - row), ((w - 0.12) / pairs) * 0.42)
        const piece = [wheel('y', [0, -0.085, 0], r, 0.07, 12), wheel('y', [0, 0.085, 0], r, 0.07, 12)]
        for (const g of piece) model.add('weights', move(turn(g, 'x', 0.25), x, y, z + 0.014 + r))
        model.add('metal', move(turn(rod([0, -0.06, 0], [0, 0.06, 0], 0.014), 'x', 0.25), x, y, z + 0.014 + r))
      }
    }
  }),
  symbol: sketch(
    'box',
    ...Array.from({ length: 6 }, (_, k) => ['box', -0.88 + k * 0.31, -0.7 + k * 0.31, -0.7, 0.7] as const),
  ),
})

export const weightBench = defineKind({
  ...gym,
  id: 'weight_bench',
  names: {
    en: ['Weight bench', 'workout bench', 'gym bench', 'bench press', 'exercise bench', 'sit-up bench'],
    zh: ['健身凳', '哑铃凳', '卧推凳', '仰卧板', '健身椅'],
  },
  size: { typical: [0.6, 1.35, 0.95], min: [0.4, 1.0, 0.42], max: [1.3, 1.9, 1.3] },
  ...onFloor(0.6, 0.9, ['left', 'right'], 0.6),
  physics: movable(20),
  finishes: MACHINE,
  seats: () => 1,
  shape: sculpt((model) => {
    model.add('frame', box(span(0, 0.08), [-0.55, 0.5], [0.1, 0.16], 0.008))
    for (const [y, w] of [
      [-0.58, 0.4],
      [0.55, 0.58],
    ] as const)
      model.add('frame', box(span(0, w), span(y, 0.06), [0, 0.05], 0.01), rod([0, y, 0.03], [0, y * 0.9, 0.14], 0.03))
    model.add('frame', rod([0, -0.25, 0.14], [0, -0.25, 0.38], 0.03), rod([0, 0.4, 0.14], [0, 0.3, 0.6], 0.026))
    model.add('seat', softBox([-0.15, 0.15], [-0.5, -0.12], [0.38, 0.45], { radius: 0.025 }))
    model.add(
      'seat',
      move(turn(softBox([-0.15, 0.15], [0, 0.78], [0, 0.07], { radius: 0.025 }), 'x', 0.72), 0, -0.08, 0.4),
    )
    model.add(
      'metal',
      rod([-0.2, -0.58, 0.34], [0.2, -0.58, 0.34], 0.012),
      rod([0, -0.5, 0.2], [0, -0.58, 0.34], 0.018),
    )
    for (const s of [-1, 1]) model.add('seat', wheel('x', [s * 0.14, -0.58, 0.34], 0.05, 0.13, 16))
    model.add('accent', rod([-0.02, 0.36, 0.32], [0.09, 0.36, 0.32], 0.016))
  }),
  symbol: sketch('soft', ['box', -0.5, 0.5, -0.75, -0.2], ['box', -0.5, 0.5, -0.1, 0.8]),
})

export const punchingBag = defineKind({
  ...gym,
  id: 'punching_bag',
  names: {
    en: ['Punching bag', 'punch bag', 'boxing bag', 'heavy bag', 'sandbag'],
    zh: ['沙袋', '拳击沙袋', '拳击袋', '不倒翁沙袋'],
  },
  size: sizeRange([0.38, 0.38, 1.55], 0.7, 1.2),
  ...onCeiling,
  physics: fixed(35, { softness: 0.4 }),
  finishes: {
    body: { material: 'leather', color: '#8a2e26' },
    band: { material: 'leather', color: '#24211f' },
    metal: { material: 'chrome' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.16, 0.005],
          [0.18, 0.03],
          [0.185, 0.5],
          [0.18, 1.0],
          [0.16, 1.03],
          [0, 1.03],
        ],
        32,
      ),
    )
    for (const z of [0.08, 0.5, 0.94])
      model.add(
        'band',
        lathe(
          0,
          0,
          [
            [0.183, z - 0.03],
            [0.19, z - 0.026],
            [0.19, z + 0.026],
            [0.183, z + 0.03],
          ],
          32,
        ),
      )
    for (let k = 0; k < 4; k++) {
      const a = (Math.PI * k) / 2 + 0.4
      model.add('metal', rod([Math.cos(a) * 0.16, Math.sin(a) * 0.16, 1.0], [0, 0, 1.3], 0.006))
    }
    for (let k = 0; k < 5; k++) model.add('metal', hoop(k % 2 ? 'x' : 'y', [0, 0, 1.33 + k * 0.045], 0.02, 0.006, 12))
    model.add('metal', cylinder(0, 0, 1.52, 1.55, 0.06))
  }),
  symbol: sketch('above_round', ['disc', 0, 0, 0.4, 0.4]),
})

export const kettlebell = defineKind({
  ...gym,
  id: 'kettlebell',
  names: { en: ['Kettlebell', 'kettle bell', 'medicine ball'], zh: ['壶铃', '药球', '健身壶铃'] },
  size: sizeRange([0.6, 0.24, 0.28], 0.35, 1.3),
  ...onFloor(0.2, 0.4, ['front']),
  physics: movable(32),
  finishes: {
    body: { material: 'rubber', color: '#2b2d30' },
    body_2: { material: 'rubber', color: '#b3572f' },
    handle: { material: 'steel' },
  },
  shape: sculpt((model) => {
    for (const [x, r, slot] of [
      [-0.19, 0.11, 'body'],
      [0.05, 0.095, 'body_2'],
      [0.235, 0.075, 'body'],
    ] as const) {
      model.add(
        slot,
        lathe(
          x,
          0,
          [
            [0, 0],
            [r * 0.6, 0],
            [r * 0.95, r * 0.5],
            [r, r],
            [r * 0.85, r * 1.55],
            [r * 0.4, r * 1.85],
            [0, r * 1.9],
          ],
          24,
        ),
      )
      model.add(
        'handle',
        tube(
          roundedPath(
            [
              [x - r * 0.55, 0, r * 1.6],
              [x - r * 0.72, 0, r * 2.55],
              [x + r * 0.72, 0, r * 2.55],
              [x + r * 0.55, 0, r * 1.6],
            ],
            r * 0.5,
            5,
          ),
          r * 0.15,
          { segments: 10 },
        ),
      )
    }
  }),
  symbol: sketch('soft', ['disc', -0.63, 0, 0.36, 0.9], ['disc', 0.17, 0, 0.3, 0.78], ['disc', 0.78, 0, 0.22, 0.6]),
})

export const exerciseBall = defineKind({
  ...gym,
  id: 'exercise_ball',
  names: {
    en: ['Exercise ball', 'gym ball', 'yoga ball', 'swiss ball', 'stability ball', 'fitness ball'],
    zh: ['瑜伽球', '健身球', '平衡球', '瑞士球'],
  },
  size: sizeRange([0.65, 0.65, 0.63], 0.6, 1.3),
  ...onFloor(0.3, 0.6),
  rooms: ['gym', 'living_room', 'study', 'bedroom'],
  physics: movable(1.2, { softness: 0.8 }),
  finishes: { body: { material: 'rubber', color: '#7f9fb0' } },
  seats: () => 1,
  shape: sculpt((model) => {
    model.add('body', ball(0, 0, 0.32, 0.325, 0.63, 40))
    for (const k of [-2, -1, 0, 1, 2]) {
      const a = (k * Math.PI) / 9
      model.add('body', hoop('z', [0, 0, 0.32 + Math.sin(a) * 0.315], Math.cos(a) * 0.325, 0.004, 40))
    }
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.5, 0.5]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind } from '../kind.ts'
import { atWall, movable, onFloor, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

export const bicycle = defineKind({
  id: 'bicycle',
  names: {
    en: ['Bicycle', 'bike', 'road bike', 'mountain bike', 'push bike'],
    zh: ['自行车', '单车', '山地车', '公路车', '脚踏车'],
  },
  group: 'other',
  size: sizeRange([0.58, 1.72, 1.05], 0.65, 1.12),
  source: 'makers’ sizes',
  ...atWall(0.5, 0.9),
  wallAffinity: 'side',
  functionalSides: ['left', 'right'],
  rooms: ['entrance', 'hallway', 'balcony', 'storage_room', 'living_room'],
  physics: movable(13, { wheels: true, centerOfMass: 0.55 }),
  finishes: {
    frame: { material: 'painted_metal', color: '#3f6f78' },
    tyres: { material: 'rubber' },
    metal: { material: 'chrome' },
    saddle: { material: 'leather', color: '#6b4630' },
  },
  shape: sculpt((model) => {
    const [rear, front]: Vector3[] = [
      [0, 0.5, 0.34],
      [0, -0.52, 0.34],
    ] as const
    for (const c of [rear!, front!]) {
      model.add('tyres', hoop('x', c, 0.325, 0.017, 40))
      model.add('metal', hoop('x', c, 0.3, 0.009, 36), wheel('x', c, 0.025, 0.08, 14))
      for (let k = 0; k < 14; k++) {
        const a = (Math.PI * 2 * k) / 14
        model.add(
          'metal',
          rod([k % 2 ? 0.02 : -0.02, c[1], c[2]], [0, c[1] + Math.cos(a) * 0.3, c[2] + Math.sin(a) * 0.3], 0.0018, {
            segments: 4,
          }),
        )
      }
    }
    const crank: Vector3 = [0, 0.08, 0.3]
    const seat: Vector3 = [0, 0.26, 0.82]
    const head: Vector3 = [0, -0.32, 0.86]
    const low: Vector3 = [0, -0.36, 0.72]
    const beams: [Vector3, Vector3, number][] = [
      [crank, seat, 0.018],
      [[0, 0.24, 0.76], head, 0.017],
      [crank, low, 0.02],
      [head, low, 0.02],
    ]
    for (const [a, b, r] of beams) model.add('frame', rod(a, b, r))
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        rod([s * 0.02, crank[1], crank[2]], [s * 0.05, rear![1], rear![2]], 0.01),
        rod([s * 0.02, 0.24, 0.76], [s * 0.05, rear![1], rear![2]], 0.009),
        rod([s * 0.03, low[1], low[2]], [s * 0.05, front![1], front![2]], 0.011),
      )
      model.add(
        'metal',
        rod([s * 0.05, crank[1], crank[2]], [s * 0.07, crank[1] - s * 0.12, crank[2] - s * 0.12], 0.01),
      )
      model.add(
        'tyres',
        box(span(s * 0.11, 0.09), span(crank[1] - s * 0.12, 0.06), span(crank[2] - s * 0.12, 0.02), 0.004),
      )
    }
    model.add(
      'metal',
      rod(seat, [0, 0.29, 0.94], 0.013),
      wheel('x', [0.03, crank[1], crank[2]], 0.09, 0.008, 28),
      rod(head, [0, -0.34, 0.98], 0.014),
    )
    model.add(
      'saddle',
      softBox([-0.07, 0.07], [0.18, 0.42], [0.94, 0.99], { radius: 0.024, segments: 2 }),
      softBox([-0.03, 0.03], [0.1, 0.24], [0.945, 0.985], { radius: 0.018 }),
    )
    model.add(
      'metal',
      tube(
        roundedPath(
          [
            [-0.28, -0.22, 1.03],
            [-0.16, -0.34, 1.0],
            [0.16, -0.34, 1.0],
            [0.28, -0.22, 1.03],
          ],
          0.1,
          5,
        ),
        0.012,
      ),
    )
    for (const s of [-1, 1]) model.add('saddle', rod([s * 0.22, -0.285, 1.015], [s * 0.285, -0.215, 1.032], 0.018))
  }),
  symbol: sketch(
    'soft',
    ['box', -0.08, 0.08, -1, -0.25],
    ['box', -0.08, 0.08, 0.2, 1],
    ['line', 0, -0.4, 0, 0.6],
    ['line', -1, -0.25, -0.4, -0.4, 0.4, -0.4, 1, -0.25],
  ),
})

export const suitcase = defineKind({
  id: 'suitcase',
  names: {
    en: ['Suitcase', 'luggage', 'travel bag', 'trolley case', 'trunk'],
    zh: ['行李箱', '旅行箱', '拉杆箱', '手提箱', '皮箱'],
  },
  group: 'storage',
  size: sizeRange([0.46, 0.28, 0.72], 0.7, 1.3),
  source: 'trade sizes',
  ...atWall(0.3, 0.5),
  rooms: ['walk_in_closet', 'bedroom', 'storage_room', 'entrance'],
  physics: movable(6, { wheels: true }),
  finishes: {
    body: { material: 'plastic', color: '#6e8a8c' },
    metal: { material: 'aluminium' },
    dark: { material: 'rubber' },
  },
  shape: sculpt((model) => {
    for (const s of [-1, 1])
      model.add(
        'body',
        softBox([-0.23, 0.23], s > 0 ? [0.004, 0.14] : [-0.14, -0.004], [0.05, 0.66], { radius: 0.045, segments: 2 }),
      )
    for (let k = 0; k < 6; k++)
      for (const y of [-0.141, 0.139])
        model.add('body', box(span(-0.15 + k * 0.06, 0.018), [y - 0.003, y + 0.005], [0.12, 0.59], 0.003))
    model.add('metal', box([-0.232, 0.232], span(0, 0.01), [0.06, 0.65], 0.002))
    for (const x of [-0.09, 0.09]) model.add('metal', rod([x, 0.1, 0.6], [x, 0.1, 0.72], 0.009))
    model.add(
      'dark',
      softBox([-0.11, 0.11], [0.085, 0.115], [0.7, 0.735], { radius: 0.012 }),
      box(span(0, 0.12), [-0.02, 0.02], [0.66, 0.685], 0.006),
    )
    for (const x of [-0.18, 0.18])
      for (const y of [-0.1, 0.1])
        model.add(
          'dark',
          wheel('x', [x, y, 0.028], 0.028, 0.022, 14),
          box(span(x, 0.03), span(y, 0.03), [0.03, 0.06], 0.003),
        )
  }),
  symbol: sketch('soft', ['line', -1, 0, 1, 0], ['box', -0.5, 0.5, 0.5, 0.8]),
})

export const stepLadder = defineKind({
  id: 'step_ladder',
  names: {
    en: ['Step ladder', 'stepladder', 'ladder', 'library ladder', 'folding steps'],
    zh: ['梯子', '人字梯', '折叠梯', '家用梯', '梯凳'],
  },
  group: 'other',
  size: sizeRange([0.46, 0.7, 1.15], 0.6, 1.6),
  source: 'trade sizes',
  ...onFloor(0.4, 0.6, ['front']),
  rooms: ['storage_room', 'library', 'kitchen', 'laundry', 'balcony'],
  physics: movable(6),
  finishes: { frame: { material: 'aluminium' }, steps: { material: 'rubber', color: '#3b3d40' } },
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        rod([s * 0.22, -0.34, 0.01], [s * 0.18, 0.02, 0.95], 0.018, { segments: 6 }),
        rod([s * 0.22, 0.34, 0.01], [s * 0.17, 0.06, 0.9], 0.015, { segments: 6 }),
      )
      model.add('frame', rod([s * 0.18, 0.02, 0.93], [s * 0.17, 0.06, 1.14], 0.014))
      model.add(
        'steps',
        box(span(s * 0.22, 0.05), span(-0.34, 0.05), [0, 0.03], 0.004),
        box(span(s * 0.22, 0.05), span(0.34, 0.05), [0, 0.03], 0.004),
      )
    }
    model.add(
      'frame',
      rod([-0.17, 0.06, 1.14], [0.17, 0.06, 1.14], 0.014),
      rod([-0.2, 0.24, 0.35], [0.2, 0.24, 0.35], 0.01),
    )
    for (let k = 0; k < 4; k++) {
      const z = 0.22 + k * 0.235
      const y = -0.34 + (0.36 * z) / 0.95
      model.add('steps', box([-0.2, 0.2], span(y + 0.03, k === 3 ? 0.22 : 0.12), [z, z + 0.025], 0.005))
    }
  }),
  symbol: sketch('box', ['line', -1, -0.5, 1, -0.5], ['line', -1, -0.1, 1, -0.1], ['line', -1, 0.3, 1, 0.3]),
})

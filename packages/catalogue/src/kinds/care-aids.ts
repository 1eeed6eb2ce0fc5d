import { addBars } from '../assemblies/bars.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition, topSurface } from '../kind.ts'
import { atWall, fixed, movable, onFloor, onWall, sizeRange, standing } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { hoop, rod, sidePrism, wheel } from '../modelling/prism.ts'
import { superellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const care: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'care',
  source: 'furniture size table; care practice; aid makers’ sizes',
  rooms: ['any'],
}
const AID = {
  frame: { material: 'aluminium' },
  soft: { material: 'plastic', color: '#3a4552' },
  rubber: { material: 'rubber' },
} as const

/** A castor: fork and wheel standing on the floor. */
function addCastor(model: Model, x: number, y: number, radius: number): void {
  model.add('rubber', wheel('x', [x, y, radius], radius, radius * 0.5, 18))
  model.add('frame', wheel('x', [x, y, radius], radius * 0.5, radius * 0.6, 12))
}

export const rollator = defineKind({
  ...care,
  id: 'rollator',
  names: {
    en: ['Rollator', 'rolling walker', 'wheeled walker', 'walker with wheels'],
    zh: ['助行车', '四轮助行车', '购物助行车', '带轮助行器', '老人助行车'],
  },
  size: sizeRange([0.62, 0.72, 0.92], 0.85, 1.12),
  ...standing,
  physics: movable(8, { wheels: true }),
  finishes: { ...AID, soft: { material: 'leather', color: '#2f3a45' } },
  seats: () => 1,
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: d * 0.02, z: h * 0.6, width: w * 0.5, depth: d * 0.28, clear: h * 0.3 },
  ],
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      const x = s * 0.26
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [x, -0.3, 0.14],
              [x, -0.1, 0.54],
              [x, 0.16, 0.88],
            ],
            0.08,
            4,
          ),
          0.014,
        ),
        rod([x, 0.28, 0.14], [x, -0.12, 0.56], 0.014),
      )
      model.add('soft', rod([x, 0.14, 0.87], [x, 0.28, 0.9], 0.02, { segments: 10 }))
      model.add('frame', rod([x, 0.13, 0.85], [x, 0.25, 0.82], 0.006))
      for (const y of [-0.3, 0.28]) addCastor(model, x, y, 0.1)
    }
    for (const [y, z] of [
      [-0.12, 0.52],
      [-0.26, 0.2],
    ] as const)
      model.add('frame', rod([-0.26, y, z], [0.26, y, z], 0.011))
    model.add(
      'soft',
      softBox([-0.22, 0.22], [-0.14, 0.12], [0.52, 0.56], { radius: 0.018 }),
      rod([-0.26, -0.2, 0.8], [0.26, -0.2, 0.8], 0.024),
    )
    for (const s of [-1, 1]) model.add('frame', rod([s * 0.26, -0.2, 0.8], [s * 0.26, 0.05, 0.74], 0.01))
    model.add('soft', softBox([-0.2, 0.2], [-0.3, -0.14], [0.28, 0.46], { radius: 0.03 }))
  }),
  symbol: sketch(
    'soft',
    ['box', -0.7, 0.7, -0.3, 0.35],
    ['line', -0.85, -0.9, -0.85, 0.9],
    ['line', 0.85, -0.9, 0.85, 0.9],
  ),
})

export const commodeChair = defineKind({
  ...care,
  id: 'commode_chair',
  names: {
    en: ['Commode chair', 'commode', 'toilet chair', 'bedside commode'],
    zh: ['坐便椅', '移动马桶', '老人坐便器', '座便椅'],
  },
  rooms: ['bedroom', 'bathroom'],
  size: sizeRange([0.55, 0.52, 0.85], 0.88, 1.15),
  ...atWall(0.75, 0.9, 0.15),
  physics: movable(8),
  companions: [
    { category: 'care_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.3, max: 1 } },
  ],
  finishes: {
    ...AID,
    seat: { material: 'plastic', color: '#eef0f0' },
    bucket: { material: 'plastic', color: '#8fa3b1' },
  },
  seats: () => 1,
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      const x = s * 0.25
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [x, -0.23, 0.02],
              [x, -0.21, 0.64],
              [x, 0.19, 0.64],
            ],
            0.06,
            4,
          ),
          0.014,
        ),
        rod([x, 0.22, 0.02], [x, 0.19, 0.85], 0.014),
      )
      model.add('soft', softBox(span(x, 0.045), [-0.2, 0.12], [0.64, 0.67], { radius: 0.014 }))
      for (const y of [-0.23, 0.22]) model.add('rubber', cylinder(x, y, 0, 0.04, 0.02))
      model.add('frame', rod([x, -0.22, 0.4], [x, 0.2, 0.4], 0.012))
    }
    for (const y of [-0.22, 0.2]) model.add('frame', rod([-0.25, y, 0.4], [0.25, y, 0.4], 0.012))
    const ring = superellipse(0, -0.01, 0.225, 0.215, 3, 32)
    model.add(
      'seat',
      extrude(ring, [0.42, 0.455], { bevel: 0.01, holes: [superellipse(0, -0.01, 0.11, 0.13, 2.4, 28).reverse()] }),
    )
    model.add('bucket', cylinder(0, -0.01, 0.2, 0.42, 0.12, 0.15, 28))
    model.add('soft', softBox([-0.24, 0.24], [0.17, 0.2], [0.58, 0.8], { radius: 0.015 }))
  }),
  symbol: sketch(
    'soft',
    ['disc', 0, 0, 0.45, 0.5],
    ['line', -0.9, -0.8, -0.9, 0.5],
    ['line', 0.9, -0.8, 0.9, 0.5],
    ['line', -0.9, 0.75, 0.9, 0.75],
  ),
})

export const raisedToiletSeat = defineKind({
  ...care,
  id: 'raised_toilet_seat',
  names: {
    en: ['Raised toilet seat', 'toilet seat riser', 'toilet safety frame', 'elevated toilet seat', 'toilet frame'],
    zh: ['马桶增高器', '坐便增高垫', '马桶扶手架', '坐便扶手架', '增高坐垫'],
  },
  rooms: ['bathroom'],
  size: sizeRange([0.58, 0.48, 0.7], 0.85, 1.15),
  ...atWall(0.55, 0.76, 0.15),
  physics: movable(5),
  companions: [{ category: 'toilet', relation: 'around', count: { min: 1, max: 1 } }],
  finishes: { ...AID, seat: { material: 'plastic', color: '#f3f3f1' } },
  seats: () => 1,
  shape: sculpt((model) => {
    const ring = superellipse(0, 0, 0.2, 0.22, 2.5, 32)
    model.add(
      'seat',
      extrude(ring, [0.44, 0.53], { bevel: 0.015, holes: [superellipse(0, -0.01, 0.11, 0.14, 2.3, 28).reverse()] }),
    )
    for (const s of [-1, 1]) {
      const x = s * 0.27
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [x, -0.2, 0.02],
              [x, -0.2, 0.68],
              [x, 0.2, 0.68],
              [x, 0.2, 0.02],
            ],
            0.06,
            4,
          ),
          0.014,
        ),
      )
      model.add('soft', rod([x, -0.13, 0.68], [x, 0.13, 0.68], 0.021, { segments: 10 }))
      model.add(
        'frame',
        rod([x, 0.18, 0.46], [s * 0.18, 0.12, 0.46], 0.011),
        rod([x, -0.18, 0.46], [s * 0.18, -0.1, 0.46], 0.011),
      )
      for (const y of [-0.2, 0.2]) model.add('rubber', cylinder(x, y, 0, 0.035, 0.02))
    }
    model.add('frame', rod([-0.27, 0.2, 0.3], [0.27, 0.2, 0.3], 0.012))
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.65, 0.85], ['disc', 0, 0, 0.38, 0.6]),
})

export const bedRail = defineKind({
  ...care,
  id: 'bed_rail',
  names: {
    en: ['Bed rail', 'bed guard', 'bed side rail', 'bed handle', 'bed guard rail'],
    zh: ['床护栏', '床边护栏', '床扶手', '床挡板', '床围栏'],
  },
  rooms: ['bedroom', 'kids_room'],
  size: { typical: [1.2, 0.06, 0.85], min: [0.4, 0.03, 0.5], max: [1.9, 0.12, 1.1] },
  ...standing,
  physics: movable(4),
  companions: [
    { category: 'care_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.01, max: 0.05 } },
    { category: 'single_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.01, max: 0.05 } },
  ],
  finishes: { ...AID, frame: { material: 'painted_metal', color: '#e9e8e4' } },
  shape: sculpt((model, { size: [w, , h] }) => {
    addBars(model, 'frame', [-w / 2 + 0.02, 0], [w / 2 - 0.02, 0], [h * 0.46, h], {
      pitch: 0.12,
      radius: 0.008,
      rail: 0.016,
    })
    for (const s of [-1, 1]) {
      model.add('frame', rod([s * (w / 2 - 0.06), 0, 0.02], [s * (w / 2 - 0.06), 0, h * 0.5], 0.016))
      model.add('rubber', cylinder(s * (w / 2 - 0.06), 0, 0, 0.03, 0.026))
    }
    model.add('soft', rod([-w * 0.3, 0, h - 0.016], [w * 0.3, 0, h - 0.016], 0.022, { segments: 10 }))
  }),
  symbol: sketch('box', ['line', -0.95, 0, 0.95, 0]),
})

export const overbedTable = defineKind({
  ...care,
  id: 'overbed_table',
  names: {
    en: ['Overbed table', 'over-bed table', 'hospital table', 'c table'],
    zh: ['床边桌', '护理餐桌', '移动餐桌', '跨床桌', '床上桌'],
  },
  rooms: ['bedroom', 'living_room'],
  size: { typical: [0.8, 0.42, 0.85], min: [0.55, 0.35, 0.6], max: [1.0, 0.5, 1.15] },
  ...onFloor(0.4, 0.6, ['front']),
  physics: movable(13, { wheels: true, centerOfMass: 0.6 }),
  companions: [
    { category: 'care_bed', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: -0.3, best: 0.05, max: 0.4 } },
  ],
  finishes: {
    top: { material: 'beech' },
    frame: { material: 'painted_metal', color: '#dfe0de' },
    rubber: { material: 'rubber' },
  },
  surfaces: (p) => [topSurface(p)],
  tuckDepth: ({ size }) => size[1] * 0.9,
  shape: sculpt((model, { size: [w, d, h] }) => {
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - 0.03, h], 0.008))
    const x = w / 2 - 0.08
    model.add(
      'frame',
      box(span(x, 0.06), span(0, 0.06), [0.09, h - 0.05], 0.006),
      box(span(x, 0.09), span(0, 0.09), [0.09, h * 0.5], 0.006),
      box([-w * 0.2, x + 0.03], span(0, 0.05), [h - 0.06, h - 0.03], 0.004),
    )
    for (const y of [-d / 2 + 0.04, d / 2 - 0.04])
      model.add('frame', box([-w / 2 + 0.1, w / 2 - 0.04], span(y, 0.035), [0.06, 0.09], 0.005))
    model.add('frame', box(span(x, 0.07), [-d / 2 + 0.03, d / 2 - 0.03], [0.06, 0.095], 0.005))
    for (const px of [-w / 2 + 0.13, w / 2 - 0.07])
      for (const y of [-d / 2 + 0.04, d / 2 - 0.04]) addCastor(model, px, y, 0.032)
  }),
  symbol: sketch('soft', ['line', 0.8, -0.9, 0.8, 0.9], ['line', -0.7, -0.8, 0.9, -0.8], ['line', -0.7, 0.8, 0.9, 0.8]),
})

export const patientLift = defineKind({
  ...care,
  id: 'patient_lift',
  names: {
    en: ['Patient lift', 'patient hoist', 'hoist', 'transfer lift', 'mobile hoist'],
    zh: ['移位机', '护理移位机', '病人吊机', '转移机', '移乘机'],
  },
  rooms: ['bedroom', 'bathroom'],
  size: sizeRange([0.66, 1.2, 1.75], 0.85, 1.15),
  ...onFloor(0.9, 1.2, ['front']),
  physics: movable(40, { wheels: true, centerOfMass: 0.4 }),
  companions: [
    { category: 'care_bed', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.9, max: 2 } },
  ],
  finishes: {
    ...AID,
    frame: { material: 'painted_metal', color: '#d9dcdd' },
    sling: { material: 'mesh_fabric', color: '#5f7d93' },
  },
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      model.add('frame', rod([s * 0.2, 0.45, 0.09], [s * 0.3, -0.55, 0.09], 0.028))
      addCastor(model, s * 0.3, -0.55, 0.045)
      addCastor(model, s * 0.24, 0.5, 0.055)
    }
    model.add('frame', rod([-0.24, 0.47, 0.1], [0.24, 0.47, 0.1], 0.03), rod([0, 0.47, 0.1], [0, 0.36, 1.3], 0.038))
    model.add(
      'frame',
      tube(
        roundedPath(
          [
            [0, 0.37, 1.25],
            [0, 0.2, 1.66],
            [0, -0.45, 1.7],
          ],
          0.15,
          5,
        ),
        0.032,
      ),
    )
    model.add('soft', rod([0, 0.42, 0.7], [0, 0.16, 1.6], 0.022), rod([-0.2, 0.46, 1.0], [0.2, 0.46, 1.0], 0.018))
    for (const s of [-1, 1]) model.add('frame', rod([s * 0.2, 0.46, 1.0], [0, 0.4, 1.0], 0.014))
    model.add(
      'frame',
      rod([0, -0.44, 1.7], [0, -0.44, 1.5], 0.014),
      tube(
        [
          [-0.24, -0.44, 1.4],
          [0, -0.44, 1.52],
          [0.24, -0.44, 1.4],
        ],
        0.016,
      ),
    )
    const sling = (z: number, k: number) => section(superellipse(0, -0.44, 0.24 * k, 0.2 * k, 2.4, 24), z)
    model.add(
      'sling',
      loft([
        sling(0.72, 0.45),
        sling(0.82, 0.85),
        sling(1.0, 1),
        sling(1.0, 0.93),
        sling(0.84, 0.78),
        sling(0.75, 0.4),
      ]),
    )
    for (const s of [-1, 1])
      for (const y of [-0.58, -0.3]) model.add('sling', rod([s * 0.2, y, 0.99], [s * 0.23, -0.44, 1.41], 0.012))
  }),
  symbol: sketch(
    'soft',
    ['line', -0.6, 0.9, -0.9, -1],
    ['line', 0.6, 0.9, 0.9, -1],
    ['line', -0.7, 0.85, 0.7, 0.85],
    ['line', 0, 0.8, 0, -0.7],
    ['disc', 0, -0.7, 0.6, 0.3],
  ),
})

export const ramp = defineKind({
  ...care,
  id: 'ramp',
  names: {
    en: ['Ramp', 'wheelchair ramp', 'threshold ramp', 'access ramp'],
    zh: ['坡道', '无障碍坡道', '轮椅坡道', '门槛坡道', '斜坡板'],
  },
  rooms: ['entrance', 'hallway', 'balcony', 'bathroom'],
  size: { typical: [0.9, 0.9, 0.075], min: [0.7, 0.15, 0.015], max: [1.5, 3.0, 0.4] },
  ...standing,
  walkable: true,
  physics: movable(12, { friction: 0.9 }),
  finishes: { body: { material: 'rubber', color: '#4a4c4e' }, edge: { material: 'painted_metal', color: '#d8b13e' } },
  shape(model, { size: [w, d, h] }) {
    const t = Math.min(0.006, h * 0.3)
    model.add(
      'body',
      sidePrism(
        [
          [-d / 2, 0],
          [d / 2, 0],
          [d / 2, h],
          [-d / 2, t],
        ],
        [-w / 2, w / 2],
      ),
    )
    const ribs = Math.max(3, Math.round(d / 0.09))
    for (let k = 1; k < ribs; k++) {
      const y = -d / 2 + (d * k) / ribs
      const z = t + ((h - t) * k) / ribs
      model.add('edge', box([-w * 0.46, w * 0.46], span(y, 0.012), [z - 0.004, Math.min(h, z + 0.002)], 0))
    }
  },
  symbol: sketch('box', ['line', -0.5, -0.6, 0, 0.7, 0.5, -0.6], ['line', 0, 0.7, 0, -0.9]),
})

export const emergencyCord = defineKind({
  ...care,
  id: 'emergency_cord',
  names: {
    en: ['Emergency cord', 'pull cord', 'emergency button', 'call button', 'nurse call', 'alarm cord', 'panic button'],
    zh: ['紧急拉绳', '紧急呼叫按钮', '呼叫器', '求助按钮', '报警拉绳', '紧急按钮'],
  },
  rooms: ['bathroom', 'bedroom'],
  size: { typical: [0.09, 0.05, 0.95], min: [0.07, 0.03, 0.1], max: [0.14, 0.08, 1.6] },
  ...onWall(0.1),
  physics: fixed(0.3),
  companions: [
    { category: 'toilet', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.3, max: 0.6 } },
  ],
  finishes: {
    body: { material: 'plastic', color: '#f3f2ef' },
    button: { material: 'plastic', color: '#c7362e' },
    cord: { material: 'cotton', color: '#c7362e' },
  },
  shape(model, { size: [w, d, h] }) {
    const plate = Math.min(w, h * 0.9)
    model.add('body', softBox([-w / 2, w / 2], [d * 0.1, d / 2], [h - plate, h], { radius: 0.006 }))
    model.add('button', wheel('y', [0, -d * 0.08, h - plate / 2], plate * 0.3, d * 0.5, 24))
    model.add(
      'cord',
      rod([0, -d / 2 + 0.008, h - plate / 2], [0, -d / 2 + 0.008, 0.01], 0.003),
      hoop('y', [0, -d / 2 + 0.008, Math.min(0.035, h * 0.2)], Math.min(0.026, h * 0.16), 0.004, 20),
    )
    model.add('cord', rod([0, -d / 2 + 0.01, h * 0.45], [0, -d / 2 + 0.01, h * 0.45 + Math.min(0.03, h * 0.1)], 0.01))
  },
  symbol: sketch('box', ['disc', 0, 0, 0.5, 0.6]),
})

export const walkingStick = defineKind({
  ...care,
  id: 'walking_stick',
  names: {
    en: ['Walking stick', 'cane', 'walking cane', 'crutch', 'crutches', 'quad cane'],
    zh: ['拐杖', '手杖', '拐棍', '四脚拐杖', '助行拐杖'],
  },
  size: sizeRange([0.2, 0.24, 0.9], 0.8, 1.5),
  ...standing,
  physics: movable(0.9),
  finishes: { body: { material: 'aluminium', color: '#8b6f5a' }, grip: { material: 'rubber' } },
  shape: sculpt((model) => {
    model.add('body', rod([0, 0, 0.16], [0, 0, 0.86], 0.012), rod([0, 0, 0.5], [0, 0, 0.56], 0.015))
    model.add(
      'grip',
      tube(
        roundedPath(
          [
            [0, 0, 0.84],
            [0, 0, 0.89],
            [0, -0.1, 0.89],
          ],
          0.03,
          4,
        ),
        0.017,
        { segments: 10 },
      ),
    )
    for (const [x, y] of [
      [-0.09, -0.09],
      [0.09, -0.09],
      [-0.09, 0.12],
      [0.09, 0.12],
    ] as const) {
      const path: Vector3[] = [
        [0, 0, 0.2],
        [x * 0.4, y * 0.4, 0.14],
        [x, y, 0.03],
      ]
      model.add('body', tube(path, 0.008))
      model.add('grip', cylinder(x, y, 0, 0.035, 0.014))
    }
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.15, 0.15], ['line', -0.9, -0.9, 0.9, 0.9], ['line', -0.9, 0.9, 0.9, -0.9]),
})

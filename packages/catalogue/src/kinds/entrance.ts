import { divide } from '../assemblies/cabinet.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition, topSurface } from '../kind.ts'
import { atWall, fixed, movable, onFloor, onWall, sizeRange } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span, type Vector3 } from '../modelling/geometry.ts'
import { ball, lathe } from '../modelling/lathe.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const hall: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'storage',
  source: 'trade sizes; furniture catalogue sizes',
  rooms: ['entrance', 'hallway', 'walk_in_closet'],
}

/** A low shoe with its toe to the front. */
function addShoe(model: Model, slot: string, x: number, y: Range, z: number): void {
  const long = y[1] - y[0]
  model.add(
    slot,
    softBox(span(x, 0.08), y, [z, z + 0.05], { radius: 0.02 }),
    softBox(span(x, 0.074), [y[0] + long * 0.5, y[1]], [z + 0.03, z + 0.1], { radius: 0.025 }),
  )
}

const tiers = (h: number) => Math.max(2, Math.round(h / 0.24))

export const shoeRack = defineKind({
  ...hall,
  id: 'shoe_rack',
  names: {
    en: ['Shoe rack', 'shoe shelf', 'shoe stand', 'open shoe rack'],
    zh: ['鞋架', '换鞋架', '多层鞋架', '开放鞋架'],
  },
  size: { typical: [0.8, 0.3, 0.55], min: [0.45, 0.22, 0.3], max: [1.4, 0.4, 1.8] },
  ...atWall(0.5, 0.7),
  physics: movable(7),
  companions: [
    { category: 'doormat', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.4, max: 1.2 } },
  ],
  finishes: {
    frame: { material: 'black_metal' },
    boards: { material: 'bamboo' },
    shoes: { material: 'leather', color: '#6b4c38' },
    shoes_2: { material: 'cotton', color: '#dcd8cf' },
    shoes_3: { material: 'cotton', color: '#5a6a78' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h] }) {
    for (const s of [-1, 1])
      for (const y of [-d / 2 + 0.012, d / 2 - 0.012])
        model.add('frame', box(span(s * (w / 2 - 0.01), 0.02), span(y, 0.02), [0, h], 0.003))
    const count = tiers(h)
    for (let k = 0; k < count; k++) {
      const z = 0.06 + ((h - 0.075) * k) / (count - 1)
      for (const y of divide([-d / 2 + 0.01, d / 2 - 0.01], 4))
        model.add(
          'boards',
          box([-w / 2 + 0.02, w / 2 - 0.02], [y[0] + 0.006, y[1] - 0.006], [z, z + 0.015], 0.002, 'x'),
        )
      if (k === count - 1) continue
      const pairs = Math.max(2, Math.floor((w - 0.1) / 0.24))
      for (let j = 0; j < pairs; j++) {
        if ((j + k * 2) % 4 === 3) continue
        const x = -w / 2 + 0.06 + ((w - 0.12) * (j + 0.5)) / pairs
        for (const s of [-1, 1])
          addShoe(
            model,
            ['shoes', 'shoes_2', 'shoes_3'][(j + k) % 3]!,
            x + s * 0.045,
            [-d / 2 + 0.02, d / 2 - 0.03],
            z + 0.015,
          )
      }
    }
  },
  symbol: sketch(
    'box',
    ['line', -0.95, -0.5, 0.95, -0.5],
    ['line', -0.95, 0, 0.95, 0],
    ['line', -0.95, 0.5, 0.95, 0.5],
  ),
})

export const coatStand = defineKind({
  ...hall,
  id: 'coat_stand',
  names: {
    en: ['Coat stand', 'hat stand', 'coat tree', 'bentwood coat stand'],
    zh: ['落地衣架', '挂衣架', '立式衣帽架', '衣帽树'],
  },
  rooms: ['entrance', 'hallway', 'bedroom', 'office'],
  size: sizeRange([0.5, 0.5, 1.8], 0.75, 1.2),
  ...onFloor(0.5, 0.7, ['front']),
  physics: movable(6, { centerOfMass: 0.4 }),
  finishes: { frame: { material: 'walnut' }, hat: { material: 'felt', color: '#5b544a' } },
  shape: sculpt((model) => {
    model.add(
      'frame',
      lathe(
        0,
        0,
        [
          [0, 0.1],
          [0.022, 0.1],
          [0.02, 0.9],
          [0.017, 1.7],
          [0.024, 1.73],
          [0.012, 1.78],
          [0, 1.8],
        ],
        18,
      ),
    )
    for (let k = 0; k < 4; k++) {
      const a = (Math.PI * k) / 2 + 0.4
      const at = (r: number, z: number): Vector3 => [Math.cos(a) * r, Math.sin(a) * r, z]
      model.add('frame', tube([at(0.015, 0.5), at(0.06, 0.32), at(0.14, 0.16), at(0.22, 0.05), at(0.25, 0.012)], 0.012))
      model.add(
        'frame',
        tube([at(0.015, 1.38), at(0.06, 1.5), at(0.15, 1.56), at(0.22, 1.64), at(0.215, 1.72), at(0.17, 1.75)], 0.011),
      )
      model.add('frame', tube([at(0.02, 1.36), at(0.1, 1.34), at(0.16, 1.4)], 0.009))
    }
    model.add('frame', hoop('z', [0, 0, 0.34], 0.15, 0.008, 28))
    model.add(
      'hat',
      move(
        lathe(
          0,
          0,
          [
            [0, 0],
            [0.15, 0],
            [0.15, 0.008],
            [0.085, 0.014],
            [0.08, 0.09],
            [0.05, 0.105],
            [0, 0.1],
          ],
          28,
        ),
        0.2,
        0.09,
        1.72,
      ),
    )
  }),
  symbol: sketch(
    'round',
    ['disc', 0, 0, 0.1, 0.1],
    ['line', 0, 0, 0.8, 0.35],
    ['line', 0, 0, -0.35, 0.8],
    ['line', 0, 0, -0.8, -0.35],
    ['line', 0, 0, 0.35, -0.8],
  ),
})

export const clothesRail = defineKind({
  ...hall,
  id: 'clothes_rail',
  names: {
    en: ['Clothes rail', 'clothes rack', 'garment rack', 'clothing rack', 'clothes hanger rack'],
    zh: ['挂衣杆', '落地挂衣架', '服装架', '衣服架', '移动衣架'],
  },
  rooms: ['bedroom', 'walk_in_closet', 'entrance', 'laundry'],
  size: { typical: [1.1, 0.45, 1.6], min: [0.6, 0.35, 1.3], max: [1.9, 0.6, 2.0] },
  ...onFloor(0.6, 0.75, ['front']),
  physics: movable(8),
  finishes: {
    frame: { material: 'black_metal' },
    cloth: { material: 'cotton', color: '#b4a796' },
    cloth_2: { material: 'wool', color: '#6f7a83' },
    cloth_3: { material: 'linen', color: '#e3dccf' },
    hangers: { material: 'beech' },
  },
  shape: sculpt((model, { size: [w, d, h] }) => {
    for (const s of [-1, 1]) {
      const x = s * (w / 2 - 0.02)
      model.add('frame', rod([x, 0, 0.03], [x, 0, h - 0.02], 0.013), rod([x, -d / 2, 0.016], [x, d / 2, 0.016], 0.013))
    }
    model.add(
      'frame',
      rod([-w / 2, 0, h - 0.015], [w / 2, 0, h - 0.015], 0.013),
      rod([-w / 2, 0, 0.13], [w / 2, 0, 0.13], 0.012),
    )
    const count = Math.round(w / 0.085)
    for (let k = 0; k < count; k++) {
      if (k % 5 === 4) continue
      const x = -w / 2 + 0.07 + ((w - 0.14) * k) / (count - 1)
      const long = 0.62 + 0.3 * ((k * 7) % 5) * 0.25
      model.add(
        'hangers',
        tube(
          [
            [x, -0.19, h - 0.12],
            [x, 0, h - 0.06],
            [x, 0.19, h - 0.12],
          ],
          0.007,
        ),
        rod([x, 0, h - 0.06], [x, 0, h - 0.01], 0.003),
      )
      model.add(
        ['cloth', 'cloth_2', 'cloth_3'][(k * 2) % 3]!,
        softBox(span(x, 0.05), [-0.2, 0.2], [h - 0.1 - long, h - 0.1], { radius: 0.024 }),
      )
    }
  }),
  symbol: sketch(
    'box',
    ['line', -1, 0, 1, 0],
    ...Array.from({ length: 9 }, (_, k) => ['line', -0.85 + k * 0.2, -0.8, -0.85 + k * 0.2, 0.8] as const),
  ),
})

export const umbrellaStand = defineKind({
  ...hall,
  id: 'umbrella_stand',
  names: { en: ['Umbrella stand', 'umbrella holder', 'umbrella'], zh: ['雨伞架', '伞架', '伞桶', '雨伞'] },
  rooms: ['entrance', 'hallway'],
  size: sizeRange([0.26, 0.26, 0.82], 0.6, 1.2),
  ...onFloor(0.2, 0.4, ['front']),
  physics: movable(3),
  finishes: {
    body: { material: 'black_metal' },
    cloth: { material: 'cotton', color: '#2f4a63' },
    cloth_2: { material: 'cotton', color: '#8f3b32' },
    handles: { material: 'walnut' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.11, 0],
          [0.115, 0.01],
          [0.125, 0.48],
          [0.118, 0.48],
          [0.105, 0.02],
          [0, 0.02],
        ],
        32,
      ),
    )
    for (const [x, y, lean, slot] of [
      [-0.04, 0.02, 0.05, 'cloth'],
      [0.045, -0.02, -0.04, 'cloth_2'],
    ] as const) {
      model.add(
        slot,
        tube(
          [
            [x, y, 0.03],
            [x + lean * 0.5, y, 0.3],
            [x + lean, y, 0.62],
          ],
          0.012,
          { endRadius: 0.042, segments: 10 },
        ),
        tube(
          [
            [x + lean, y, 0.6],
            [x + lean * 1.1, y, 0.66],
          ],
          0.042,
          { endRadius: 0.01, segments: 10 },
        ),
      )
      const top = x + lean * 1.1
      model.add(
        'handles',
        rod([top, y, 0.62], [top, y, 0.76], 0.008),
        tube(
          roundedPath(
            [
              [top, y, 0.74],
              [top, y, 0.82],
              [top, y - 0.06, 0.82],
              [top, y - 0.06, 0.76],
            ],
            0.03,
            4,
          ),
          0.011,
        ),
      )
    }
  }),
  symbol: sketch(
    'round',
    ['disc', 0, 0, 0.82, 0.82],
    ['disc', -0.2, 0.1, 0.15, 0.15],
    ['disc', 0.25, -0.1, 0.15, 0.15],
  ),
})

export const wallHooks = defineKind({
  ...hall,
  id: 'wall_hooks',
  names: {
    en: ['Wall hooks', 'hooks', 'coat hooks', 'hook rail', 'wall coat rack', 'peg rail', 'key hooks', 'hook'],
    zh: ['挂钩', '墙上挂钩', '壁挂衣架', '挂衣钩', '钥匙挂钩', '墙钩'],
  },
  rooms: ['entrance', 'hallway', 'bedroom', 'bathroom', 'kids_room', 'laundry'],
  size: { typical: [0.7, 0.09, 0.14], min: [0.12, 0.05, 0.08], max: [1.6, 0.2, 0.4] },
  ...onWall(1.55, 0.4),
  physics: fixed(1.5),
  companions: [
    { category: 'bench', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.8, best: 1, max: 1.3 } },
  ],
  finishes: { board: { material: 'oak' }, hooks: { material: 'brass' } },
  shape: sculpt((model, { size: [w, d, h] }) => {
    model.add('board', box([-w / 2, w / 2], [d / 2 - Math.min(0.018, d * 0.3), d / 2], [h * 0.2, h], 0.004))
    const count = Math.max(1, Math.round(w / 0.15))
    const r = Math.min(0.007, h * 0.045, d * 0.07)
    for (let k = 0; k < count; k++) {
      const x = -w / 2 + (w * (k + 0.5)) / count
      const y = d / 2 - 0.016
      model.add(
        'hooks',
        tube(
          roundedPath(
            [
              [x, y, h * 0.62],
              [x, -d * 0.2, h * 0.62],
              [x, -d / 2 + r, h * 0.86],
            ],
            Math.min(d, h) * 0.2,
            3,
          ),
          r,
        ),
        rod([x, y, h * 0.5], [x, -d * 0.08, h * 0.04 + r], r),
        rod([x, -d * 0.08, h * 0.04 + r], [x, -d * 0.28, h * 0.3], r),
      )
      model.add(
        'hooks',
        wheel('y', [x, y - 0.002, h * 0.56], Math.min(0.02, h * 0.16), 0.008, 16),
        ball(x, -d / 2 + r * 1.2, h * 0.88, r * 1.8, r * 3.6, 10),
      )
    }
  }),
  symbol: sketch(
    'box',
    ['line', -1, 0.6, 1, 0.6],
    ['line', -0.7, 0.6, -0.7, -0.9],
    ['line', 0, 0.6, 0, -0.9],
    ['line', 0.7, 0.6, 0.7, -0.9],
  ),
})

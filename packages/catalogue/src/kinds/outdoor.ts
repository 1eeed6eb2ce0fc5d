import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { fronds, rosette } from '../assemblies/foliage.ts'
import { addLegs } from '../assemblies/legs.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, fixed, movable, onFloor, sizeRange, standing } from '../kind-roles.ts'
import { box, hexahedron } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Geometry, span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { leaf } from '../modelling/leaf.ts'
import { loft, section } from '../modelling/loft.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { tableRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { fit, move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const outdoors: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'outdoor',
  source: 'garden trade sizes; furniture catalogue sizes',
  rooms: ['balcony', 'terrace'],
}
const TEAK = { material: 'oak', color: '#b3875a' } as const
const CANVAS = { material: 'linen', color: '#e6dfd0' } as const

export const sunLounger = defineKind({
  ...outdoors,
  id: 'sun_lounger',
  names: {
    en: ['Sun lounger', 'lounger', 'deck chair', 'outdoor lounger', 'sunbed', 'chaise lounger'],
    zh: ['躺椅', '户外躺椅', '沙滩椅', '日光浴床', '午休躺椅', '阳台躺椅'],
  },
  size: { typical: [0.66, 1.95, 0.85], min: [0.55, 1.5, 0.5], max: [0.85, 2.15, 1.05] },
  ...onFloor(0.5, 0.7, ['left', 'right', 'front']),
  physics: movable(14, { softness: 0.4 }),
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.3 } },
  ],
  finishes: { cushion: CANVAS, frame: TEAK },
  seats: () => 1,
  shape: sculpt((model) => {
    addLegs(model, 'frame', [-0.3, 0.3], [-0.9, 0.75], [0, 0.28], { thickness: 0.06 })
    for (const s of [-1, 1]) model.add('frame', box(span(s * 0.3, 0.05), [-0.96, 0.82], [0.25, 0.31], 0.008))
    for (const y of divide([-0.94, 0.2], 13))
      model.add('frame', box([-0.3, 0.3], [y[0] + 0.006, y[1] - 0.006], [0.27, 0.295], 0.003))
    const back = (g: Geometry) => move(turn(g, 'x', 0.72), 0, 0.2, 0.3)
    for (const y of divide([0, 0.74], 8))
      model.add('frame', back(box([-0.28, 0.28], [y[0] + 0.006, y[1] - 0.006], [-0.02, 0.004], 0.003)))
    for (const s of [-1, 1])
      model.add(
        'frame',
        back(box(span(s * 0.27, 0.03), [0, 0.76], [-0.05, -0.015], 0.004)),
        rod([s * 0.26, 0.62, 0.28], [s * 0.26, 0.5, 0.54], 0.012),
      )
    for (const y of divide([-0.92, 0.18], 2))
      model.add(
        'cushion',
        softBox([-0.28, 0.28], [y[0] + 0.006, y[1] - 0.006], [0.295, 0.365], { radius: 0.03, crown: 0.008 }),
      )
    model.add(
      'cushion',
      back(softBox([-0.28, 0.28], [0.02, 0.74], [0.004, 0.075], { radius: 0.03, crown: 0.008 })),
      back(softBox([-0.22, 0.22], [0.54, 0.73], [0.06, 0.13], { radius: 0.034 })),
    )
  }),
  symbol: sketch(
    'soft',
    ['box', -0.85, 0.85, -0.95, 0.15],
    ['box', -0.85, 0.85, 0.2, 0.95],
    ['box', -0.65, 0.65, 0.65, 0.9],
  ),
})

export const outdoorChair = defineKind({
  ...outdoors,
  id: 'outdoor_chair',
  names: {
    en: ['Outdoor chair', 'garden chair', 'patio chair', 'balcony chair', 'bistro chair', 'wicker chair'],
    zh: ['户外椅', '阳台椅', '花园椅', '藤椅', '露台椅'],
  },
  size: { typical: [0.58, 0.6, 0.82], min: [0.42, 0.44, 0.7], max: [0.78, 0.8, 1.0] },
  ...onFloor(0.3, 0.6),
  physics: movable(5),
  companions: [
    {
      category: 'outdoor_table',
      relation: 'front',
      count: { min: 0, max: 1 },
      gap: { min: -0.2, best: 0.05, max: 0.2 },
    },
  ],
  finishes: { frame: { material: 'rattan' }, cushion: CANVAS },
  seats: () => 1,
  surfaces: () => [],
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        tube(
          roundedPath(
            [
              [s * 0.25, -0.26, 0.01],
              [s * 0.26, -0.24, 0.62],
              [s * 0.27, 0.1, 0.64],
              [s * 0.22, 0.28, 0.8],
            ],
            0.07,
            4,
          ),
          0.016,
        ),
      )
      model.add('frame', rod([s * 0.24, 0.26, 0.01], [s * 0.22, 0.25, 0.44], 0.016))
      for (let k = 0; k < 5; k++)
        model.add('frame', rod([s * 0.255, -0.2 + k * 0.085, 0.42], [s * 0.265, -0.2 + k * 0.085, 0.63], 0.007))
    }
    // A woven back that bends around the sitter.
    for (let k = 0; k < 9; k++) {
      const z = 0.42 + k * 0.044
      const arch = Array.from({ length: 9 }, (_, j): Vector3 => {
        const a = (Math.PI * j) / 8
        return [Math.cos(a) * 0.25, 0.06 + Math.sin(a) * (0.2 + k * 0.004), z + Math.sin(a) * 0.02]
      })
      model.add('frame', tube(arch, 0.016, { segments: 6 }))
    }
    model.add('frame', box([-0.25, 0.25], [-0.25, 0.25], [0.36, 0.41], 0.012))
    for (const y of [-0.24, 0.25]) model.add('frame', rod([-0.25, y, 0.37], [0.25, y, 0.37], 0.014))
    model.add(
      'cushion',
      softBox([-0.235, 0.235], [-0.25, 0.22], [0.41, 0.48], { radius: 0.03, crown: 0.012, segments: 2 }),
    )
  }),
  symbol: sketch('soft', ['box', -0.8, 0.8, -0.9, 0.55], ['disc', 0, 0.4, 0.85, 0.5]),
})

export const planter = defineKind({
  ...outdoors,
  id: 'planter',
  names: {
    en: ['Planter', 'planter box', 'flower box', 'raised bed', 'plant pot', 'flower pot', 'window box'],
    zh: ['花箱', '种植箱', '花槽', '长条花盆', '阳台花箱'],
  },
  rooms: ['balcony', 'terrace', 'living_room', 'entrance'],
  size: { typical: [0.9, 0.35, 0.75], min: [0.25, 0.2, 0.3], max: [1.8, 0.7, 1.3] },
  shapes: ['rectangular', 'round'],
  ...standing,
  physics: movable(30, { centerOfMass: 0.35 }),
  finishes: {
    body: TEAK,
    soil: { material: 'soil' },
    leaves: { material: 'plant' },
    leaves_2: { material: 'plant', color: '#86a06b' },
    flowers: { material: 'plant', color: '#d98aa0' },
  },
  shape(model, { size: [w, d, h], shape }) {
    const rim = h * 0.5
    const ring = (k: number) => tableRing(shape, span(0, w * k), span(0, d * k), 0.01)
    if (shape === 'round') model.add('body', extrude(ring(1), [0, rim], { bevel: 0.01 }))
    else
      for (const z of divide([0.02, rim], fieldsFor(rim, 0.1)))
        model.add('body', extrude(ring(1), [z[0] + 0.002, z[1] - 0.002], { bevel: 0.004 }))
    model.add('body', extrude(ring(0.96), [0, 0.02]))
    model.add('soil', extrude(ring(0.9), [rim - 0.01, rim + 0.004]))
    const clumps = Math.max(1, Math.round(w / 0.3))
    for (let k = 0; k < clumps; k++) {
      const wide = Math.min(w / clumps, d)
      const x = -w / 2 + (w * (k + 0.5)) / clumps
      const high = (h - rim) * (k % 2 ? 0.8 : 1)
      const bush = k % 2 ? rosette([0, 1], 1, 12) : fronds([0, 1], 1, 14)
      model.add(
        k % 2 ? 'leaves_2' : 'leaves',
        fit(bush, [x - wide / 2, -d / 2, rim], [x + wide / 2, d / 2, rim + high]),
      )
      if (k % 2)
        for (let j = 0; j < 5; j++)
          model.add(
            'flowers',
            ball(
              x + Math.cos(j * 2.4) * wide * 0.28,
              Math.sin(j * 2.4) * d * 0.28,
              rim + high * (0.8 + 0.04 * j) - 0.03,
              Math.min(0.03, wide * 0.09),
            ),
          )
    }
  },
  symbol: sketch('shape', ['disc', -0.6, 0, 0.3, 0.75], ['disc', 0, 0, 0.3, 0.75], ['disc', 0.6, 0, 0.3, 0.75]),
})

export const parasol = defineKind({
  ...outdoors,
  id: 'parasol',
  names: {
    en: ['Parasol', 'patio umbrella', 'garden umbrella', 'sunshade', 'sun umbrella'],
    zh: ['遮阳伞', '阳伞', '户外伞', '庭院伞', '太阳伞'],
  },
  size: sizeRange([2.4, 2.4, 2.4], 0.6, 1.3),
  ...standing,
  physics: movable(28, { centerOfMass: 0.25 }),
  companions: [{ category: 'outdoor_table', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: { canopy: CANVAS, pole: TEAK, base: { material: 'concrete' } },
  shape: sculpt((model) => {
    const ribs = 8
    const ring = (r: number) =>
      Array.from({ length: ribs * 2 }, (_, k) => {
        const a = (Math.PI * k) / ribs
        const q = k % 2 ? r * 0.955 : r
        return [Math.cos(a) * q, Math.sin(a) * q] as const
      })
    model.add(
      'canopy',
      loft([section(ring(1.19), 1.86), section(ring(1.2), 1.88), section(ring(0.6), 2.16), section(ring(0.06), 2.34)], {
        caps: 'both',
        creaseDeg: 20,
      }),
    )
    for (let k = 0; k < ribs; k++) {
      const a = (Math.PI * 2 * k) / ribs
      const [c, s] = [Math.cos(a), Math.sin(a)]
      model.add('pole', rod([c * 0.55, s * 0.55, 1.86], [c * 0.03, s * 0.03, 1.62], 0.011))
    }
    model.add(
      'pole',
      cylinder(0, 0, 0.06, 2.36, 0.024, 0.022, 16),
      ball(0, 0, 2.37, 0.032),
      cylinder(0, 0, 1.58, 1.66, 0.045),
    )
    model.add('base', cylinder(0, 0, 0, 0.07, 0.28, 0.25, 32), cylinder(0, 0, 0.06, 0.34, 0.035, 0.032))
  }),
  symbol: sketch(
    'above_round',
    ['disc', 0, 0, 0.22, 0.22],
    ['line', -0.7, -0.7, 0.7, 0.7],
    ['line', -0.7, 0.7, 0.7, -0.7],
    ['line', -1, 0, 1, 0],
    ['line', 0, -1, 0, 1],
  ),
})

export const barbecue = defineKind({
  ...outdoors,
  id: 'barbecue',
  names: {
    en: ['Barbecue', 'bbq', 'grill', 'barbecue grill', 'gas grill', 'charcoal grill', 'bbq grill'],
    zh: ['烧烤炉', '烧烤架', '户外烤炉', '燃气烤炉', '炭烤炉'],
  },
  size: { typical: [1.2, 0.58, 1.12], min: [0.45, 0.42, 0.8], max: [1.7, 0.75, 1.25] },
  ...atWall(0.9, 1.2, 0.3),
  physics: movable(45, { wheels: true }),
  opens: 'lid',
  finishes: {
    body: { material: 'black_metal' },
    metal: { material: 'steel' },
    shelf: TEAK,
    wheels: { material: 'rubber' },
  },
  surfaces: ({ size: [w, d, h] }) => [
    { x: w * 0.4, y: 0, z: h * 0.76, width: w * 0.18, depth: d * 0.66, clear: Infinity },
  ],
  shape(model, { size: [w, d, h], states }) {
    const half = w * 0.29
    const bed = h * 0.76
    model.add(
      'body',
      box([-half, half], [-d / 2 + 0.04, d / 2 - 0.02], [h * 0.12, h * 0.56], 0.006),
      box([-half * 1.02, half * 1.02], [-d / 2 + 0.02, d / 2], [h * 0.56, bed], 0.01),
    )
    model.add('metal', box([-half * 0.98, half * 0.98], [-d / 2 + 0.012, -d / 2 + 0.03], [h * 0.6, bed - 0.02], 0.004))
    for (let k = 0; k < 3; k++)
      model.add('body', wheel('y', [-half * 0.6 + half * 0.6 * k, -d / 2 + 0.006, h * 0.67], 0.026, 0.024))
    for (let k = 0; k < 14; k++)
      model.add(
        'metal',
        box(span(-half * 0.9 + (half * 1.8 * k) / 13, 0.012), [-d / 2 + 0.06, d / 2 - 0.06], [bed, bed + 0.01], 0),
      )
    const lid = extrude(tableRing('rectangular', [-d / 2 + 0.03, d / 2], [bed + 0.01, h], d * 0.22), [-half, half], {
      bevel: 0.006,
    })
    const hood = turn(turn(lid, 'x', Math.PI / 2), 'z', Math.PI / 2)
    const swing = (g: Geometry) =>
      (states?.open ?? 0) > 0.01 ? turn(g, 'x', -(states?.open ?? 0) * 1.3, [0, d / 2 - 0.02, bed + 0.02]) : g
    model.add('body', swing(hood))
    model.add(
      'metal',
      swing(rod([-half * 0.7, -d / 2 + 0.012, bed + 0.07], [half * 0.7, -d / 2 + 0.012, bed + 0.07], 0.011)),
      swing(wheel('y', [0, -d / 2 + 0.03, bed + 0.16], 0.035, 0.012)),
    )
    for (const s of [-1, 1]) {
      model.add('shelf', box(s > 0 ? [half, w / 2] : [-w / 2, -half], [-d * 0.36, d * 0.4], [bed - 0.03, bed], 0.004))
      for (const y of [-d / 2 + 0.07, d / 2 - 0.05])
        model.add('body', box(span(s * half * 0.92, 0.04), span(y, 0.04), [s > 0 ? 0 : 0.06, h * 0.14], 0.003))
    }
    for (const y of [-d / 2 + 0.07, d / 2 - 0.05]) model.add('wheels', wheel('x', [-half * 0.92, y, 0.07], 0.07, 0.035))
    model.add('metal', box([-0.006, 0.006], [-d / 2 + 0.034, -d / 2 + 0.042], [h * 0.14, h * 0.54], 0))
  },
  symbol: sketch(
    'box',
    ['box', -0.58, 0.58, -0.95, 0.95],
    ['line', -0.45, -0.7, -0.45, 0.7],
    ['line', -0.15, -0.7, -0.15, 0.7],
    ['line', 0.15, -0.7, 0.15, 0.7],
    ['line', 0.45, -0.7, 0.45, 0.7],
  ),
})

export const hangingChair = defineKind({
  ...outdoors,
  id: 'hanging_chair',
  names: {
    en: ['Hanging chair', 'egg chair', 'swing chair', 'hanging egg chair', 'swing', 'hanging basket chair'],
    zh: ['吊椅', '吊篮', '秋千', '鸟巢吊椅', '摇篮椅', '蛋壳椅'],
  },
  rooms: ['balcony', 'terrace', 'living_room', 'bedroom'],
  size: sizeRange([1.05, 1.05, 1.95], 0.85, 1.15),
  ...onFloor(0.6, 0.9, ['front']),
  physics: movable(26, { softness: 0.3 }),
  finishes: { basket: { material: 'rattan' }, cushion: CANVAS, frame: { material: 'black_metal' } },
  seats: () => 1,
  shape: sculpt((model) => {
    model.add(
      'frame',
      tube(
        roundedPath(
          [
            [0, 0.46, 0.03],
            [0, 0.52, 1.2],
            [0, 0.4, 1.9],
            [0, 0.05, 1.92],
            [0, 0, 1.8],
          ],
          0.35,
          8,
        ),
        0.03,
        { segments: 10 },
      ),
    )
    model.add('frame', hoop('z', [0, 0.02, 0.025], 0.48, 0.024, 40), rod([-0.45, 0.2, 0.025], [0.45, 0.2, 0.025], 0.02))
    // An egg, open to the front: rings from bottom to top, each an arc around the back.
    const c: Vector3 = [0, 0, 1.02]
    for (let k = 0; k < 15; k++) {
      const t = -1.2 + (k * 2.5) / 14
      const r = Math.cos(t) * 0.43
      const z = c[2] + Math.sin(t) * 0.62
      const gap = Math.abs(t) > 1 ? 0.1 : 0.95
      const arch = Array.from({ length: 13 }, (_, j): Vector3 => {
        const a = -Math.PI / 2 + gap + ((Math.PI * 2 - gap * 2) * j) / 12
        return [Math.cos(a) * r, Math.sin(a) * r, z]
      })
      model.add('basket', tube(arch, 0.011, { segments: 4 }))
    }
    for (let k = 0; k < 13; k++) {
      const a = -Math.PI / 2 + 0.95 + ((Math.PI * 2 - 1.9) * k) / 12
      const rib = Array.from({ length: 9 }, (_, j): Vector3 => {
        const t = -1.4 + (j * 2.8) / 8
        return [Math.cos(a) * Math.cos(t) * 0.43, Math.sin(a) * Math.cos(t) * 0.43, c[2] + Math.sin(t) * 0.62]
      })
      model.add('basket', tube(rib, k === 0 || k === 12 ? 0.02 : 0.01, { segments: 4 }))
    }
    model.add(
      'cushion',
      lathe(
        0,
        0.02,
        [
          [0, 0.58],
          [0.22, 0.6],
          [0.33, 0.68],
          [0.3, 0.74],
          [0, 0.75],
        ],
        24,
      ),
      softBox([-0.26, 0.26], [0.16, 0.32], [0.72, 1.2], { radius: 0.07, segments: 2 }),
    )
    model.add('frame', rod([0, 0, 1.62], [0, 0, 1.84], 0.008))
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.8, 0.8], ['disc', 0, 0.9, 0.06, 0.06], ['line', -0.5, -0.6, 0.5, -0.6]),
})

export const hammock = defineKind({
  ...outdoors,
  id: 'hammock',
  names: { en: ['Hammock', 'garden hammock', 'hammock with stand'], zh: ['吊床', '室内吊床', '带架吊床'] },
  rooms: ['balcony', 'terrace', 'living_room', 'bedroom'],
  size: sizeRange([2.8, 1.0, 1.15], 0.75, 1.25),
  ...onFloor(0.6, 0.9, ['front', 'back']),
  physics: movable(22, { softness: 0.6 }),
  finishes: { cloth: { material: 'cotton', color: '#d9b98c' }, frame: TEAK, ropes: { material: 'jute' } },
  seats: () => 1,
  shape: sculpt((model) => {
    const arc = Array.from({ length: 15 }, (_, k): Vector3 => {
      const t = -1 + k / 7
      return [t * 1.38, 0, 0.1 + t * t * 1.02]
    })
    model.add('frame', tube(arc, 0.045, { segments: 8 }))
    for (const x of [-0.55, 0.55])
      model.add(
        'frame',
        box(span(x, 0.09), [-0.48, 0.48], [0, 0.08], 0.01),
        box(span(x, 0.08), span(0, 0.1), [0.06, 0.28], 0.006),
      )
    const place = (k: number, j: number, lift: number): Vector3 => {
      const t = -1 + k / 8
      const u = -1 + j / 2.5
      const wide = 0.42 * (1 - t ** 6 * 0.55)
      return [t * 0.95, u * wide, 0.42 + t * t * 0.42 + u * u * 0.12 * (1 - t * t * 0.4) + lift]
    }
    for (let k = 0; k < 16; k++) {
      for (let j = 0; j < 5; j++) {
        const field = (lift: number) => [
          place(k, j, lift),
          place(k + 1, j, lift),
          place(k + 1, j + 1, lift),
          place(k, j + 1, lift),
        ]
        model.add('cloth', hexahedron(field(0), field(0.012)))
      }
    }
    for (const s of [-1, 1]) {
      model.add('frame', rod([s * 0.97, -0.42, 0.9], [s * 0.97, 0.42, 0.9], 0.016))
      for (let j = 0; j < 7; j++)
        model.add('ropes', rod([s * 0.97, -0.36 + j * 0.12, 0.9], [s * 1.32, 0, 1.06], 0.005, { segments: 4 }))
    }
  }),
  symbol: sketch(
    'soft',
    ['disc', 0, 0, 0.7, 0.85],
    ['line', -1, 0, -0.7, 0.6],
    ['line', -1, 0, -0.7, -0.6],
    ['line', 1, 0, 0.7, 0.6],
    ['line', 1, 0, 0.7, -0.6],
  ),
})

export const trellis = defineKind({
  ...outdoors,
  id: 'trellis',
  names: {
    en: ['Trellis', 'climbing plant trellis', 'lattice', 'garden trellis', 'plant trellis'],
    zh: ['花架爬藤架', '爬藤架', '网格架', '格栅', '攀爬植物架'],
  },
  size: { typical: [0.9, 0.25, 1.7], min: [0.4, 0.05, 0.8], max: [2.0, 0.45, 2.3] },
  ...atWall(0.2, 0.4),
  functionalSides: [],
  physics: fixed(9),
  finishes: { frame: TEAK, leaves: { material: 'plant' }, flowers: { material: 'plant', color: '#e3b3c0' } },
  shape: sculpt((model, { size: [w, d, h] }) => {
    const back = d / 2 - 0.02
    for (const s of [-1, 1])
      model.add('frame', box(span(s * (w / 2 - 0.015), 0.03), span(back, 0.03), [0, h], 0.004, 'z'))
    const [nx, nz] = [Math.max(3, Math.round(w / 0.16)), Math.max(5, Math.round(h / 0.18))]
    for (let k = 1; k < nx; k++)
      model.add('frame', box(span(-w / 2 + (w * k) / nx, 0.016), span(back, 0.014), [0.08, h], 0))
    for (let k = 0; k <= nz; k++)
      model.add('frame', box([-w / 2, w / 2], span(back - 0.014, 0.014), span(0.1 + ((h - 0.11) * k) / nz, 0.016), 0))
    for (let k = 0; k < 46; k++) {
      const t = ((k * 37) % 46) / 46
      const x = -w * 0.4 + w * 0.8 * (((k * 29) % 46) / 46) * (0.5 + 0.5 * t) + w * 0.1 * Math.sin(k)
      const g = leaf({
        base: [Math.max(-w * 0.44, Math.min(w * 0.44, x)), back - 0.03, 0.15 + (h - 0.3) * t],
        yaw: -Math.PI / 2 + 0.9 * Math.sin(k * 1.7),
        length: 0.12,
        width: 0.09,
        rise: 0.5,
        droop: 1.1,
        pieces: 4,
      })
      model.add('leaves', g)
      if (k % 6 === 0)
        model.add('flowers', ball(Math.max(-w * 0.44, Math.min(w * 0.44, x)), back - 0.07, 0.2 + (h - 0.35) * t, 0.028))
    }
    model.add('frame', box([-w / 2, w / 2], [-d / 2, d / 2], [0, 0.02], 0.003))
  }),
  symbol: sketch(
    'box',
    ['line', -1, 0.8, 1, 0.8],
    ['disc', -0.5, 0, 0.3, 0.6],
    ['disc', 0.2, 0, 0.35, 0.6],
    ['disc', 0.7, 0, 0.25, 0.5],
  ),
})

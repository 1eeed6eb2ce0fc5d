import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, movable, onFloor, onSurface, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { drapery } from '../modelling/drapery.ts'
import { extrude } from '../modelling/extrude.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { frontPrism, hoop, rod, wheel } from '../modelling/prism.ts'
import { ellipse, smoothRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'

const decor: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'decor',
  source: 'box sizes of simulated homes; trade sizes',
  rooms: ['living_room', 'bedroom', 'study', 'dining_room', 'library', 'entrance'],
}
const onShelves = [
  { category: 'sideboard', relation: 'on_top', count: { min: 0, max: 1 } },
  { category: 'bookcase', relation: 'inside', count: { min: 0, max: 1 } },
] as const

export const globe = defineKind({
  ...decor,
  id: 'globe',
  names: { en: ['Globe', 'desk globe', 'world globe', 'terrestrial globe'], zh: ['地球仪', '世界地球仪', '天球仪'] },
  rooms: ['study', 'library', 'kids_room', 'living_room', 'office'],
  size: sizeRange([0.3, 0.3, 0.4], 0.6, 2.6),
  ...onSurface,
  physics: movable(1.4),
  companions: onShelves,
  finishes: {
    body: { material: 'paper', color: '#7fa6b8' },
    land: { material: 'paper', color: '#b9a878' },
    stand: { material: 'walnut' },
    ring: { material: 'brass' },
  },
  shape: sculpt((model) => {
    const tilt = 0.41
    const c: Vector3 = [0, 0, 0.235]
    model.add(
      'stand',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.095, 0],
          [0.1, 0.01],
          [0.06, 0.03],
          [0.02, 0.045],
          [0.016, 0.075],
          [0, 0.075],
        ],
        28,
      ),
    )
    model.add('body', ball(...c, 0.125, 0.25, 32))
    const patches = [
      [0.2, 0.3, 0.06],
      [0.9, 0.1, 0.045],
      [2.0, 0.5, 0.07],
      [2.7, -0.2, 0.05],
      [3.6, 0.4, 0.06],
      [4.4, -0.4, 0.055],
      [5.3, 0.2, 0.06],
      [1.4, -0.5, 0.04],
    ] as const
    for (const [lon, lat, r] of patches) {
      const [x, y, z] = [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
      model.add('land', ball(c[0] + x * 0.09, c[1] + y * 0.09, c[2] + z * 0.09, r * 0.8, r * 1.5, 12))
    }
    const arch = Array.from({ length: 15 }, (_, k): Vector3 => {
      const a = -Math.PI / 2 + tilt + (Math.PI * k) / 14
      return [c[0] + Math.cos(a) * 0.14, 0, c[2] + Math.sin(a) * 0.14]
    })
    model.add(
      'ring',
      tube(arch, 0.006),
      rod(
        [c[0] + Math.sin(tilt) * 0.15, 0, c[2] - Math.cos(tilt) * 0.15],
        [c[0] - Math.sin(tilt) * 0.15, 0, c[2] + Math.cos(tilt) * 0.15],
        0.004,
      ),
    )
  }),
  symbol: sketch('round', ['line', -1, 0, 1, 0], ['disc', 0, 0, 0.45, 0.95]),
})

export const telescope = defineKind({
  ...decor,
  id: 'telescope',
  names: {
    en: ['Telescope', 'astronomical telescope', 'spyglass', 'refractor'],
    zh: ['望远镜', '天文望远镜', '观星镜'],
  },
  rooms: ['study', 'living_room', 'balcony', 'terrace', 'kids_room', 'library'],
  size: sizeRange([0.85, 1.0, 1.5], 0.55, 1.25),
  ...onFloor(0.4, 0.6, ['back']),
  physics: movable(9, { fragile: true, centerOfMass: 0.6 }),
  companions: [],
  finishes: {
    body: { material: 'painted_metal', color: '#f0efec' },
    stand: { material: 'walnut' },
    metal: { material: 'brass' },
    lens: { material: 'black_glass' },
  },
  shape: sculpt((model) => {
    for (let k = 0; k < 3; k++) {
      const a = (Math.PI * 2 * k) / 3 - Math.PI / 2
      model.add(
        'stand',
        rod([Math.cos(a) * 0.05, Math.sin(a) * 0.05, 0.92], [Math.cos(a) * 0.46, Math.sin(a) * 0.46, 0.02], 0.022, {
          endRadius: 0.014,
          segments: 6,
        }),
      )
      model.add('metal', rod([Math.cos(a) * 0.26, Math.sin(a) * 0.26, 0.47], [0, 0, 0.42], 0.006))
    }
    model.add(
      'metal',
      cylinder(0, 0, 0.4, 0.44, 0.07),
      cylinder(0, 0, 0.9, 0.98, 0.055),
      rod([0, 0, 0.96], [0, 0, 1.08], 0.024),
    )
    const tip: Vector3 = [0, -0.55, 1.44]
    const tail: Vector3 = [0, 0.32, 0.94]
    const at = (t: number): Vector3 => [0, tail[1] + (tip[1] - tail[1]) * t, tail[2] + (tip[2] - tail[2]) * t]
    model.add(
      'body',
      tube([at(0.14), at(0.82)], 0.046, { segments: 24 }),
      tube([at(0.8), at(1)], 0.06, { segments: 24 }),
    )
    model.add(
      'metal',
      tube([at(0.78), at(0.81)], 0.063, { segments: 24 }),
      tube([at(-0.02), at(0.15)], 0.028, { segments: 16 }),
      tube([at(0.985), at(1.002)], 0.063, { segments: 24 }),
    )
    model.add(
      'lens',
      tube([at(0.995), at(1.006)], 0.052, { segments: 24 }),
      tube([at(-0.06), at(-0.01)], 0.02, { segments: 14 }),
    )
    model.add(
      'body',
      tube(
        [
          [0.0, 0.12, 1.14],
          [0, -0.08, 1.255],
        ],
        0.016,
        { segments: 12 },
      ),
    )
    model.add('metal', rod([-0.07, -0.08, 1.16], [0.07, -0.08, 1.16], 0.014))
  }),
  symbol: sketch(
    'soft',
    ['box', -0.1, 0.1, -1, 0.6],
    ['line', 0, -0.1, -0.9, 0.4],
    ['line', 0, -0.1, 0.9, 0.4],
    ['line', 0, -0.1, 0, -0.9],
  ),
})

export const sculpture = defineKind({
  ...decor,
  id: 'sculpture',
  names: {
    en: ['Sculpture', 'statue', 'figurine', 'ornament', 'bust', 'statuette', 'art object'],
    zh: ['雕塑', '雕像', '摆件', '艺术摆件', '装饰摆件', '石膏像'],
  },
  size: { typical: [0.24, 0.18, 0.42], min: [0.08, 0.06, 0.1], max: [0.9, 0.9, 2.0] },
  variants: ['abstract', 'bust', 'rings'],
  ...onSurface,
  physics: movable(4, { fragile: true, centerOfMass: 0.4 }),
  companions: onShelves,
  finishes: { body: { material: 'marble' }, base: { material: 'black_oak' } },
  shape: sculpt((model, { variant }) => {
    model.add('base', box([-0.1, 0.1], [-0.075, 0.075], [0, 0.035], 0.004))
    if (variant === 'bust') {
      model.add(
        'body',
        lathe(
          0,
          0,
          [
            [0, 0.035],
            [0.04, 0.035],
            [0.03, 0.06],
            [0.085, 0.13],
            [0.1, 0.17],
            [0.08, 0.2],
            [0.036, 0.22],
            [0.034, 0.25],
            [0, 0.25],
          ],
          28,
          0.72,
        ),
      )
      model.add(
        'body',
        ball(0, -0.01, 0.31, 0.062, 0.155, 24),
        ball(0, 0.02, 0.335, 0.066, 0.12, 20),
        box(span(0, 0.016), [-0.085, -0.05], [0.29, 0.33], 0.006),
        ball(0, -0.045, 0.262, 0.03, 0.04, 14),
      )
      return
    }
    if (variant === 'rings') {
      model.add(
        'body',
        hoop('y', [0, 0, 0.19], 0.12, 0.026, 36),
        hoop('x', [0.03, 0, 0.26], 0.085, 0.02, 30),
        rod([0, 0, 0.03], [0, 0, 0.08], 0.012),
      )
      return
    }
    // Two leaning forms around a void.
    model.add(
      'body',
      frontPrism(
        smoothRing([
          [-0.05, 0.035],
          [0.03, 0.035],
          [0.02, 0.12],
          [0.06, 0.2],
          [0.115, 0.3],
          [0.1, 0.38],
          [0.03, 0.42],
          [-0.05, 0.39],
          [-0.1, 0.31],
          [-0.11, 0.22],
          [-0.07, 0.13],
        ]),
        [-0.05, 0.05],
        0.024,
      ),
    )
    model.add('base', ball(0.0, 0, 0.29, 0.05, 0.1, 20), wheel('y', [0, 0, 0.29], 0.052, 0.104, 24))
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.6, 0.6]),
})

export const candle = defineKind({
  ...decor,
  id: 'candle',
  names: {
    en: ['Candle', 'candlestick', 'candle holder', 'candelabra', 'scented candle', 'tea light'],
    zh: ['蜡烛', '烛台', '香薰蜡烛', '香薰'],
  },
  rooms: ['any'],
  size: sizeRange([0.2, 0.12, 0.2], 0.35, 1.9),
  ...onSurface,
  physics: movable(0.6),
  light: { lumens: 36, kelvin: 1900, height: 0.95 },
  companions: [
    { category: 'dining_table', relation: 'on_top', count: { min: 0, max: 2 } },
    { category: 'coffee_table', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: {
    wax: { material: 'paper', color: '#f3ead7' },
    holder: { material: 'brass' },
    flame: { material: 'glass', color: '#ffbf5a' },
  },
  shape: sculpt((model, { states }) => {
    for (const [x, y, r, h] of [
      [-0.055, 0.015, 0.035, 0.14],
      [0.03, -0.02, 0.03, 0.1],
      [0.075, 0.03, 0.025, 0.17],
    ] as const) {
      model.add(
        'holder',
        lathe(
          x,
          y,
          [
            [0, 0],
            [r * 1.45, 0],
            [r * 1.5, 0.008],
            [r * 1.1, 0.014],
            [0, 0.014],
          ],
          24,
        ),
      )
      model.add('wax', cylinder(x, y, 0.012, h, r, r, 22))
      model.add('holder', rod([x, y, h], [x, y, h + 0.008], 0.0015, { segments: 4 }))
      model.add(
        'flame',
        lathe(
          x,
          y,
          [
            [0, h + 0.004],
            [0.005, h + 0.01],
            [0.006, h + 0.016],
            [0, h + 0.03],
          ],
          10,
        ),
      )
    }
    if (states?.on) model.shine('flame', 1)
  }),
  symbol: sketch(
    'soft',
    ['disc', -0.55, 0.2, 0.3, 0.5],
    ['disc', 0.3, -0.3, 0.26, 0.42],
    ['disc', 0.7, 0.5, 0.22, 0.36],
  ),
})

export const photoFrame = defineKind({
  ...decor,
  id: 'photo_frame',
  names: {
    en: ['Photo frame', 'picture frame stand', 'table photo frame', 'framed photo', 'family photo'],
    zh: ['相框', '照片', '桌面相框', '摆台', '相片', '全家福'],
  },
  rooms: ['any'],
  size: sizeRange([0.18, 0.12, 0.23], 0.5, 1.6),
  ...onSurface,
  physics: movable(0.4, { fragile: true }),
  companions: onShelves,
  finishes: {
    frame: { material: 'brass' },
    mat: { material: 'paper' },
    photo: { material: 'paper', color: '#8fa3a8' },
    person: { material: 'paper', color: '#c99f80' },
  },
  shape: sculpt((model) => {
    const lean = (g: ReturnType<typeof box>) => turn(g, 'x', -0.2)
    for (const s of [-1, 1])
      model.add(
        'frame',
        lean(box(span(s * 0.084, 0.012), [-0.012, 0.004], [0, 0.23], 0.002)),
        lean(box([-0.09, 0.09], [-0.012, 0.004], s > 0 ? [0.218, 0.23] : [0, 0.012], 0.002)),
      )
    model.add('mat', lean(box([-0.08, 0.08], [-0.006, 0.003], [0.01, 0.22], 0)))
    model.add('photo', lean(box([-0.055, 0.055], [-0.0075, -0.005], [0.035, 0.195], 0)))
    model.add(
      'person',
      lean(wheel('y', [0, -0.0075, 0.13], 0.024, 0.002, 20)),
      lean(frontPrism(ellipse(0, 0.07, 0.04, 0.035, 24), [-0.0085, -0.006])),
    )
    model.add('frame', rod([0, 0.035, 0.16], [0, 0.09, 0.004], 0.006))
  }),
  symbol: sketch('box', ['line', -1, -0.3, 1, -0.3], ['line', 0, -0.3, 0, 1]),
})

export const alarmClock = defineKind({
  ...decor,
  id: 'alarm_clock',
  names: {
    en: ['Alarm clock', 'table clock', 'desk clock', 'mantel clock', 'bedside clock'],
    zh: ['闹钟', '台钟', '座钟', '床头钟', '电子钟'],
  },
  rooms: ['bedroom', 'study', 'kids_room', 'living_room'],
  size: sizeRange([0.14, 0.07, 0.17], 0.6, 2),
  ...onSurface,
  physics: movable(0.4),
  companions: [{ category: 'nightstand', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'brass' },
    face: { material: 'paper', color: '#f6f2ea' },
    hands: { material: 'black_metal' },
  },
  shape: sculpt((model) => {
    model.add('body', wheel('y', [0, 0, 0.075], 0.062, 0.05, 32))
    model.add('face', wheel('y', [0, -0.0255, 0.075], 0.054, 0.004, 32))
    model.add(
      'hands',
      rod([0, -0.029, 0.075], [0.022, -0.029, 0.093], 0.0025),
      rod([0, -0.029, 0.075], [-0.016, -0.029, 0.115], 0.002),
      wheel('y', [0, -0.028, 0.075], 0.005, 0.005, 10),
    )
    for (let k = 0; k < 12; k++)
      model.add(
        'hands',
        wheel(
          'y',
          [Math.cos((k * Math.PI) / 6) * 0.047, -0.028, 0.075 + Math.sin((k * Math.PI) / 6) * 0.047],
          k % 3 ? 0.0018 : 0.003,
          0.002,
          8,
        ),
      )
    for (const s of [-1, 1]) {
      model.add(
        'body',
        move(
          turn(
            lathe(
              0,
              0,
              [
                [0, 0],
                [0.03, 0],
                [0.026, 0.016],
                [0, 0.024],
              ],
              18,
            ),
            'y',
            s * 0.5,
          ),
          s * 0.034,
          0,
          0.135,
        ),
      )
      model.add('body', rod([s * 0.035, 0, 0.03], [s * 0.056, 0, 0], 0.006))
    }
    model.add('body', rod([-0.02, 0, 0.165], [0.02, 0, 0.165], 0.004), rod([0, 0, 0.14], [0, 0, 0.168], 0.004))
  }),
  symbol: sketch('soft', ['line', -0.9, -0.5, 0.9, -0.5]),
})

export const grandfatherClock = defineKind({
  ...decor,
  id: 'grandfather_clock',
  names: {
    en: ['Grandfather clock', 'longcase clock', 'floor clock', 'pendulum clock', 'standing clock'],
    zh: ['落地钟', '落地座钟', '摆钟', '立钟', '老爷钟'],
  },
  size: sizeRange([0.52, 0.3, 2.0], 0.85, 1.15),
  ...atWall(0.4, 0.7),
  physics: movable(38, { fragile: true, centerOfMass: 0.55 }),
  companions: [],
  finishes: {
    body: { material: 'walnut' },
    brass: { material: 'brass' },
    face: { material: 'paper', color: '#f3eddf' },
    glass: { material: 'glass' },
    hands: { material: 'black_metal' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      box([-0.26, 0.26], [-0.15, 0.15], [0, 0.06], 0.006),
      box([-0.24, 0.24], [-0.135, 0.14], [0.06, 0.42], 0.006),
      box([-0.26, 0.26], [-0.15, 0.15], [0.42, 0.46], 0.01),
    )
    for (const s of [-1, 1]) model.add('body', box(span(s * 0.175, 0.05), [-0.11, 0.13], [0.46, 1.4], 0.005))
    model.add(
      'body',
      box([-0.2, 0.2], [0.1, 0.13], [0.46, 1.4], 0),
      box([-0.15, 0.15], [-0.11, 0.13], [0.46, 0.54], 0.003),
      box([-0.15, 0.15], [-0.11, 0.13], [1.33, 1.4], 0.003),
    )
    model.add('glass', box([-0.15, 0.15], [-0.1, -0.095], [0.54, 1.33], 0))
    model.add('brass', rod([0, 0, 1.36], [0, 0, 0.7], 0.006), wheel('y', [0, 0, 0.68], 0.075, 0.016, 28))
    for (const x of [-0.08, 0.08])
      model.add('brass', cylinder(x, 0.03, 0.9 + x, 1.12 + x, 0.02), rod([x, 0.03, 1.1 + x], [x, 0.03, 1.38], 0.003))
    model.add(
      'body',
      box([-0.25, 0.25], [-0.14, 0.14], [1.4, 1.82], 0.008),
      box([-0.27, 0.27], [-0.16, 0.15], [1.78, 1.84], 0.01),
      frontPrism(
        smoothRing(
          [
            [-0.26, 1.83],
            [0, 1.83],
            [0.26, 1.83],
            [0.22, 1.88],
            [0.08, 1.93],
            [0, 1.97],
            [-0.08, 1.93],
            [-0.22, 1.88],
          ],
          3,
        ),
        [-0.13, 0.12],
        0.006,
      ),
    )
    model.add('brass', wheel('y', [0, -0.142, 1.6], 0.17, 0.01, 36), ball(0, -0.01, 1.985, 0.024))
    model.add('face', wheel('y', [0, -0.147, 1.6], 0.15, 0.008, 36))
    for (let k = 0; k < 12; k++)
      model.add(
        'hands',
        wheel(
          'y',
          [Math.cos((k * Math.PI) / 6) * 0.127, -0.152, 1.6 + Math.sin((k * Math.PI) / 6) * 0.127],
          k % 3 ? 0.006 : 0.01,
          0.003,
          8,
        ),
      )
    model.add(
      'hands',
      rod([0, -0.155, 1.6], [0.06, -0.155, 1.65], 0.006),
      rod([0, -0.155, 1.6], [-0.03, -0.155, 1.71], 0.005),
    )
  }),
  symbol: sketch('box', ['box', -0.8, 0.8, -0.75, 0.9], ['disc', 0, -0.1, 0.3, 0.25]),
})

export const tapestry = defineKind({
  ...decor,
  id: 'tapestry',
  names: {
    en: ['Tapestry', 'wall hanging', 'macrame', 'textile wall hanging', 'scroll painting', 'hanging scroll'],
    zh: ['挂毯', '壁毯', '编织挂毯', '卷轴画', '字画', '书法挂轴', '对联'],
  },
  size: { typical: [0.8, 0.05, 1.1], min: [0.25, 0.03, 0.4], max: [2.4, 0.1, 2.0] },
  variants: ['woven', 'scroll'],
  ...onWall(1.0),
  physics: movable(2, { softness: 0.8 }),
  companions: [
    { category: 'sofa', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.25, max: 0.4 } },
  ],
  finishes: {
    cloth: { material: 'wool', color: '#e3d8c3' },
    pattern: { material: 'wool', color: '#b9714f' },
    pattern_2: { material: 'wool', color: '#5f6f64' },
    rod: { material: 'walnut' },
  },
  shape: sculpt((model, { size: [w, , h], variant }) => {
    model.add('rod', rod([-w / 2, 0, h - 0.03], [w / 2, 0, h - 0.03], 0.014))
    if (variant === 'scroll') {
      model.add('cloth', box([-w * 0.44, w * 0.44], [-0.002, 0.002], [0.03, h - 0.03], 0))
      model.add(
        'pattern_2',
        box([-w * 0.44, w * 0.44], [-0.004, 0], [h * 0.8, h * 0.93], 0),
        box([-w * 0.44, w * 0.44], [-0.004, 0], [0.05, h * 0.16], 0),
      )
      model.add('rod', rod([-w / 2, 0, 0.03], [w / 2, 0, 0.03], 0.02))
      for (let k = 0; k < 4; k++)
        model.add(
          'pattern',
          box(span(0, w * 0.22), [-0.004, 0], span(h * (0.7 - k * 0.13), h * 0.018), 0),
          box(span(w * 0.02 * (k - 1.5), w * 0.03), [-0.004, 0], span(h * (0.69 - k * 0.13), h * 0.09), 0),
        )
      return
    }
    model.add('cloth', drapery([-w * 0.46, w * 0.46], [-0.012, 0.012], [h * 0.16, h - 0.03], 4))
    for (let k = 0; k < 4; k++) {
      const z = h * (0.34 + k * 0.16)
      const s = h * 0.065
      for (let j = -2; j <= 2; j++)
        model.add(
          (k + j) % 2 ? 'pattern' : 'pattern_2',
          frontPrism(
            [
              [j * w * 0.17, z - s],
              [j * w * 0.17 + w * 0.075, z],
              [j * w * 0.17, z + s],
              [j * w * 0.17 - w * 0.075, z],
            ],
            [-0.02, 0.0],
          ),
        )
    }
    const fringe = Math.round(w / 0.025)
    for (let k = 0; k < fringe; k++)
      model.add(
        'cloth',
        rod(
          [-w * 0.45 + (w * 0.9 * k) / (fringe - 1), 0, h * 0.18],
          [
            -w * 0.45 + (w * 0.9 * k) / (fringe - 1),
            0,
            h * 0.05 * (1 - Math.abs((2 * k) / (fringe - 1) - 1)) * -1 + h * 0.05,
          ],
          0.003,
          { segments: 4 },
        ),
      )
    for (const s of [-1, 1]) model.add('rod', rod([s * w * 0.4, 0, h - 0.03], [0, 0.0, h], 0.0025))
  }),
  symbol: sketch('box', ['line', -1, 0, 1, 0]),
})

export const magazineRack = defineKind({
  ...decor,
  id: 'magazine_rack',
  names: {
    en: ['Magazine rack', 'magazine holder', 'newspaper rack', 'magazine stand'],
    zh: ['杂志架', '报刊架', '书报架', '杂志篮'],
  },
  group: 'storage',
  size: sizeRange([0.42, 0.28, 0.42], 0.75, 2),
  ...onFloor(0.3, 0.45, ['front']),
  physics: movable(3),
  companions: [
    { category: 'armchair', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.08, max: 0.3 } },
  ],
  finishes: {
    frame: { material: 'oak' },
    sling: { material: 'leather' },
    paper: { material: 'paper' },
    paper_2: { material: 'paper', color: '#c47a5a' },
  },
  shape: sculpt((model) => {
    for (const s of [-1, 1]) {
      model.add(
        'frame',
        rod([s * 0.2, -0.13, 0], [s * 0.2, 0.1, 0.42], 0.011),
        rod([s * 0.2, 0.13, 0], [s * 0.2, -0.1, 0.42], 0.011),
      )
      model.add('frame', rod([-0.2, s * 0.1, 0.41], [0.2, s * 0.1, 0.41], 0.011))
      model.add(
        'sling',
        move(turn(box([-0.185, 0.185], [-0.003, 0.003], [0, 0.34], 0), 'x', s * -0.27), 0, s * 0.005, 0.08),
      )
    }
    for (let k = 0; k < 4; k++)
      model.add(
        k % 2 ? 'paper' : 'paper_2',
        move(
          turn(
            box([-0.14 + k * 0.01, 0.12 + k * 0.01], [-0.004, 0.004], [0, 0.3 + (k % 2) * 0.03], 0.001),
            'x',
            0.18 - k * 0.12,
          ),
          0,
          -0.015 + k * 0.01,
          0.1,
        ),
      )
  }),
  symbol: sketch('box', ['line', -0.9, -0.3, 0.9, -0.3], ['line', -0.9, 0, 0.9, 0], ['line', -0.9, 0.3, 0.9, 0.3]),
})

export const blanketLadder = defineKind({
  ...decor,
  id: 'blanket_ladder',
  names: {
    en: ['Blanket ladder', 'decorative ladder', 'towel ladder', 'ladder shelf'],
    zh: ['毯子梯', '装饰梯', '挂毯梯', '梯形置物架', '毛巾梯'],
  },
  size: sizeRange([0.5, 0.4, 1.7], 0.7, 1.2),
  ...atWall(0.3, 0.5),
  physics: movable(5),
  companions: [{ category: 'blanket', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    frame: { material: 'oak' },
    cloth: { material: 'wool', color: '#c7a98f' },
    cloth_2: { material: 'linen', color: '#8f9b92' },
  },
  shape: sculpt((model) => {
    const at = (z: number) => -0.17 + (0.34 * z) / 1.7
    for (const s of [-1, 1])
      model.add('frame', rod([s * 0.23, at(0), 0.02], [s * 0.2, at(1.7), 1.7], 0.02, { segments: 6 }))
    for (const z of [0.3, 0.64, 0.98, 1.32]) model.add('frame', rod([-0.225, at(z), z], [0.225, at(z), z], 0.014))
    for (const [slot, z, x, drop] of [
      ['cloth', 1.32, 0.02, 0.44],
      ['cloth_2', 0.64, -0.03, 0.34],
    ] as const) {
      model.add(
        slot,
        softBox(span(x, 0.3), [at(z) - 0.04, at(z) - 0.014], [z - drop, z + 0.014], { radius: 0.01 }),
        softBox(span(x, 0.3), [at(z) + 0.014, at(z) + 0.035], [z - drop * 0.75, z + 0.014], { radius: 0.01 }),
        softBox(span(x, 0.3), [at(z) - 0.04, at(z) + 0.035], [z + 0.006, z + 0.03], { radius: 0.01 }),
      )
    }
  }),
  symbol: sketch(
    'box',
    ['line', -0.9, -1, -0.8, 1],
    ['line', 0.9, -1, 0.8, 1],
    ['line', -0.9, -0.3, 0.9, -0.3],
    ['line', -0.85, 0.4, 0.85, 0.4],
  ),
})

export const blanket = defineKind({
  ...decor,
  id: 'blanket',
  names: {
    en: ['Blanket', 'throw', 'throw blanket', 'quilt', 'bedspread', 'duvet'],
    zh: ['毯子', '盖毯', '毛毯', '搭毯', '被子', '休闲毯'],
  },
  rooms: ['bedroom', 'living_room', 'nursery'],
  size: sizeRange([0.5, 0.38, 0.12], 0.6, 1.6),
  ...onSurface,
  physics: movable(1.2, { softness: 1 }),
  companions: [{ category: 'sofa', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { cloth: { material: 'wool', color: '#c2a78c' }, fringe: { material: 'wool', color: '#a68a70' } },
  shape: sculpt((model) => {
    for (let k = 0; k < 4; k++)
      model.add(
        'cloth',
        softBox([-0.24 + 0.004 * (k % 2), 0.24], [-0.19, 0.19 - 0.006 * (k % 2)], [k * 0.03, k * 0.03 + 0.032], {
          radius: 0.015,
        }),
      )
    for (let k = 0; k < 20; k++)
      model.add(
        'fringe',
        rod([-0.24, -0.18 + k * 0.019, 0.1], [-0.262, -0.18 + k * 0.019, 0.06], 0.003, { segments: 4 }),
      )
    model.add(
      'fringe',
      extrude(
        [
          [-0.235, -0.06],
          [0.24, -0.06],
          [0.24, 0.06],
          [-0.235, 0.06],
        ],
        [0.118, 0.124],
      ),
    )
  }),
  symbol: sketch('soft', ['line', -1, -0.3, 1, -0.3], ['line', -1, 0.3, 1, 0.3]),
})

import { addBars } from '../assemblies/bars.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition, topSurface } from '../kind.ts'
import { movable, onCeiling, onFloor, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { hoop, rod } from '../modelling/prism.ts'
import { type Point, superellipse, tableRing } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'

const pet: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = {
  group: 'other',
  source: 'pet trade sizes; box sizes of simulated homes',
  rooms: ['living_room', 'balcony', 'bedroom', 'study', 'hallway'],
}

export const catTree = defineKind({
  ...pet,
  id: 'cat_tree',
  names: {
    en: ['Cat tree', 'cat tower', 'scratching post', 'cat condo', 'cat climber', 'cat scratcher'],
    zh: ['猫爬架', '猫树', '猫抓柱', '猫塔', '猫抓板'],
  },
  size: { typical: [0.55, 0.5, 1.4], min: [0.35, 0.35, 0.5], max: [0.85, 0.7, 2.0] },
  ...onFloor(0.3, 0.5, ['front']),
  physics: movable(16, { centerOfMass: 0.4 }),
  companions: [{ category: 'curtain', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: {
    plush: { material: 'wool', color: '#cfc3b0' },
    rope: { material: 'jute' },
    dark: { material: 'felt', color: '#54493d' },
    toy: { material: 'wool', color: '#c8705a' },
  },
  surfaces: ({ size: [w, d, h] }) => [
    { x: -w * 0.18, y: 0, z: h * 0.9, width: w * 0.4, depth: d * 0.5, clear: Infinity },
  ],
  shape: sculpt((model) => {
    model.add('plush', softBox([-0.27, 0.27], [-0.24, 0.24], [0, 0.05], { radius: 0.02 }))
    for (const [x, y, z0, z1] of [
      [-0.14, 0.05, 0.05, 1.28],
      [0.17, 0.12, 0.05, 0.95],
      [0.17, -0.12, 0.05, 0.36],
    ] as const) {
      const turns = Math.round((z1 - z0) / 0.03)
      const side = Array.from(
        { length: turns * 2 + 1 },
        (_, k): Point => [k % 2 ? 0.05 : 0.042, z0 + ((z1 - z0) * k) / (turns * 2)],
      )
      model.add('rope', lathe(x, y, [[0, z0], ...side, [0, z1]], 14))
    }
    model.add('plush', softBox([-0.02, 0.27], [-0.2, 0.2], [0.34, 0.38], { radius: 0.018 }))
    model.add(
      'plush',
      softBox([0.0, 0.27], [-0.08, 0.22], [0.66, 0.92], { radius: 0.04, segments: 2 }),
      softBox([-0.02, 0.27], [-0.1, 0.24], [0.92, 0.96], { radius: 0.018 }),
    )
    model.add('dark', softBox([0.07, 0.2], [-0.085, -0.06], [0.7, 0.86], { radius: 0.012 }))
    const bowl = (k: number, z: number) => section(superellipse(-0.13, 0.03, 0.19 * k, 0.18 * k, 2.4, 28), z)
    model.add('plush', loft([bowl(0.85, 1.26), bowl(1, 1.33), bowl(0.98, 1.4), bowl(0.86, 1.4), bowl(0.8, 1.31)]))
    model.add('rope', rod([0.02, -0.06, 1.3], [0.02, -0.1, 1.1], 0.003))
    model.add('toy', ball(0.02, -0.1, 1.08, 0.03))
  }),
  symbol: sketch(
    'soft',
    ['disc', -0.45, 0.1, 0.5, 0.6],
    ['box', 0, 0.95, -0.35, 0.9],
    ['disc', -0.5, 0.15, 0.12, 0.14],
  ),
})

export const petBed = defineKind({
  ...pet,
  id: 'pet_bed',
  names: {
    en: ['Pet bed', 'dog bed', 'cat bed', 'dog basket', 'pet cushion'],
    zh: ['宠物窝', '狗窝', '猫窝', '狗床', '猫床', '宠物床'],
  },
  size: { typical: [0.75, 0.6, 0.22], min: [0.35, 0.35, 0.08], max: [1.2, 1.0, 0.35] },
  shapes: ['oval', 'rectangular', 'round'],
  ...onFloor(0.3, 0.5, ['front']),
  physics: movable(2.5, { softness: 0.9 }),
  finishes: { body: { material: 'felt', color: '#9a8f80' }, cushion: { material: 'wool', color: '#e6ddcf' } },
  shape: sculpt((model, { size: [w, d, h], shape }) => {
    const ring = (k: number) =>
      tableRing(
        shape === 'rectangular' ? undefined : shape === 'round' ? 'round' : 'oval',
        span(0, w * k),
        span(0, d * k),
        0.1,
      )
    const wall = h * 0.95
    model.add(
      'body',
      loft(
        [
          section(ring(0.94), 0),
          section(ring(1), wall * 0.35),
          section(ring(0.99), wall * 0.75),
          section(ring(0.92), wall),
          section(ring(0.84), wall),
          section(ring(0.78), wall * 0.72),
          section(ring(0.76), wall * 0.3),
        ],
        { creaseDeg: 70 },
      ),
    )
    model.add('cushion', extrude(ring(0.76), [h * 0.1, h * 0.52], { bevel: h * 0.16 }))
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.74, 0.74]),
})

export const dogCrate = defineKind({
  ...pet,
  id: 'dog_crate',
  names: {
    en: ['Dog crate', 'dog cage', 'pet cage', 'dog kennel', 'pet crate', 'rabbit cage', 'hamster cage'],
    zh: ['狗笼', '宠物笼', '猫笼', '狗屋', '兔笼', '仓鼠笼'],
  },
  size: { typical: [0.9, 0.6, 0.68], min: [0.4, 0.3, 0.35], max: [1.3, 0.9, 1.0] },
  ...onFloor(0.5, 0.7, ['front']),
  physics: movable(14),
  finishes: {
    frame: { material: 'black_metal' },
    tray: { material: 'plastic', color: '#3b3d40' },
    cushion: { material: 'wool', color: '#c9bda9' },
    top: { material: 'oak' },
  },
  surfaces: (p) => [topSurface(p)],
  shape: sculpt((model, { size: [w, d, h] }) => {
    const [x, y] = [w / 2 - 0.012, d / 2 - 0.012]
    const z = [0.02, h - 0.02] as const
    const corners = [
      [-x, -y],
      [x, -y],
      [x, y],
      [-x, y],
    ] as const
    for (const [k, a] of corners.entries())
      addBars(model, 'frame', a, corners[(k + 1) % 4]!, z, { pitch: 0.055, radius: 0.003, rail: 0.006 })
    for (const [a, b] of corners) model.add('frame', rod([a, b, 0], [a, b, h - 0.02], 0.009))
    for (const t of [0.34, 0.67])
      for (const s of [-1, 1]) model.add('frame', rod([-x, s * y, h * t], [x, s * y, h * t], 0.004))
    for (const s of [0.05, 0.5])
      model.add('frame', rod([s * w * 0.9, -y - 0.004, 0.06], [s * w * 0.9, -y - 0.004, h * 0.86], 0.006))
    model.add('tray', box([-x, x], [-y, y], [0.012, 0.045], 0.006))
    model.add(
      'cushion',
      softBox([-x + 0.03, x - 0.03], [-y + 0.03, y - 0.03], [0.045, 0.11], { radius: 0.03, crown: 0.01 }),
    )
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - 0.022, h], 0.004))
  }),
  symbol: sketch(
    'box',
    ...Array.from({ length: 9 }, (_, k) => ['line', -0.8 + k * 0.2, -1, -0.8 + k * 0.2, -0.85] as const),
    ['box', -0.85, 0.85, -0.75, 0.75],
  ),
})

export const litterBox = defineKind({
  ...pet,
  id: 'litter_box',
  names: {
    en: ['Litter box', 'cat litter box', 'litter tray', 'cat toilet', 'kitty litter'],
    zh: ['猫砂盆', '猫厕所', '猫砂箱', '宠物厕所'],
  },
  rooms: ['bathroom', 'balcony', 'laundry', 'hallway'],
  size: sizeRange([0.42, 0.55, 0.4], 0.8, 1.3),
  ...onFloor(0.4, 0.6, ['front']),
  physics: movable(6),
  finishes: {
    body: { material: 'plastic', color: '#e9e6e0' },
    base: { material: 'plastic', color: '#8f9aa0' },
    sand: { material: 'soil', color: '#cfc6b4' },
    dark: { material: 'plastic', color: '#3b3d3f' },
  },
  shape: sculpt((model) => {
    const ring = (k: number) => superellipse(0, 0, 0.2 * k, 0.265 * k, 4, 32)
    model.add(
      'base',
      loft([
        section(ring(0.9), 0),
        section(ring(0.98), 0.14),
        section(ring(1.02), 0.15),
        section(ring(0.94), 0.15),
        section(ring(0.85), 0.02),
      ]),
    )
    model.add('sand', extrude(ring(0.9), [0.03, 0.09], { bevel: 0.012 }))
    model.add(
      'body',
      loft([section(ring(1), 0.15), section(ring(0.98), 0.28), section(ring(0.85), 0.37), section(ring(0.55), 0.4)], {
        caps: 'both',
      }),
    )
    model.add('dark', softBox([-0.1, 0.1], [-0.268, -0.2], [0.14, 0.31], { radius: 0.03, segments: 2 }))
    model.add('base', softBox([-0.06, 0.06], [-0.02, 0.02], [0.385, 0.42], { radius: 0.012 }))
  }),
  symbol: sketch('soft', ['box', -0.5, 0.5, -1, -0.75], ['disc', 0, 0.1, 0.6, 0.5]),
})

export const petBowl = defineKind({
  ...pet,
  id: 'pet_bowl',
  names: {
    en: ['Pet bowl', 'dog bowl', 'cat bowl', 'pet feeder', 'food bowl'],
    zh: ['宠物碗', '猫碗', '狗碗', '猫粮碗', '喂食器', '狗食盆'],
  },
  rooms: ['kitchen', 'living_room', 'balcony', 'dining_room'],
  size: sizeRange([0.42, 0.2, 0.1], 0.6, 1.4),
  ...onFloor(0.2, 0.4, ['front']),
  physics: movable(1.2),
  finishes: {
    body: { material: 'beech' },
    bowl: { material: 'steel' },
    food: { material: 'soil', color: '#8a5d3b' },
    water: { material: 'water' },
  },
  shape: sculpt((model) => {
    model.add('body', softBox([-0.21, 0.21], [-0.1, 0.1], [0, 0.085], { radius: 0.02 }))
    for (const [s, slot] of [
      [-1, 'food'],
      [1, 'water'],
    ] as const) {
      model.add(
        'bowl',
        lathe(
          s * 0.1,
          0,
          [
            [0.07, 0.08],
            [0.088, 0.085],
            [0.088, 0.095],
            [0.08, 0.095],
            [0.06, 0.05],
            [0, 0.05],
          ],
          28,
        ),
      )
      model.add(
        slot,
        cylinder(s * 0.1, 0, 0.055, slot === 'food' ? 0.09 : 0.082, 0.066, slot === 'food' ? 0.05 : 0.074, 24),
      )
    }
  }),
  symbol: sketch('soft', ['disc', -0.48, 0, 0.4, 0.84], ['disc', 0.48, 0, 0.4, 0.84]),
})

export const birdCage = defineKind({
  ...pet,
  id: 'bird_cage',
  names: { en: ['Bird cage', 'birdcage', 'parrot cage', 'aviary'], zh: ['鸟笼', '鹦鹉笼', '鸟架'] },
  variants: ['hanging', 'standing'],
  size: sizeRange([0.4, 0.4, 0.75], 0.6, 2.1),
  ...onCeiling,
  physics: movable(4),
  finishes: {
    frame: { material: 'bamboo' },
    perch: { material: 'bark' },
    bird: { material: 'felt', color: '#d8b245' },
  },
  shape: sculpt((model, { variant }) => {
    const foot = variant === 'standing' ? 0.75 : 0
    if (foot) model.add('frame', cylinder(0, 0, 0, 0.03, 0.16, 0.15, 24), rod([0, 0, 0.02], [0, 0, foot], 0.014))
    const bars = 24
    for (let k = 0; k < bars; k++) {
      const a = (Math.PI * 2 * k) / bars
      const at = (r: number, z: number) => [Math.cos(a) * r, Math.sin(a) * r, foot + z] as const
      model.add('frame', rod(at(0.19, 0.04), at(0.19, 0.42), 0.0028, { segments: 4 }))
      for (const [r0, z0, r1, z1] of [
        [0.19, 0.42, 0.16, 0.54],
        [0.16, 0.54, 0.09, 0.62],
        [0.09, 0.62, 0.01, 0.65],
      ] as const)
        model.add('frame', rod(at(r0, z0), at(r1, z1), 0.0028, { segments: 4 }))
    }
    for (const z of [0.05, 0.16, 0.3, 0.42]) model.add('frame', hoop('z', [0, 0, foot + z], 0.191, 0.005, 36))
    model.add(
      'frame',
      cylinder(0, 0, foot, foot + 0.05, 0.2, 0.195, 36),
      hoop('x', [0, 0, foot + 0.69], 0.035, 0.006, 16),
    )
    model.add('perch', rod([-0.19, 0, foot + 0.2], [0.19, 0, foot + 0.2], 0.008))
    model.add(
      'bird',
      ball(0, 0, foot + 0.245, 0.032, 0.075, 12),
      ball(0, -0.02, foot + 0.295, 0.022, 0.044, 12),
      rod([0, 0.01, foot + 0.22], [0, 0.05, foot + 0.16], 0.014, { endRadius: 0.004 }),
    )
  }),
  symbol: sketch('above_round', ['disc', 0, 0, 0.9, 0.9], ['line', -0.9, 0, 0.9, 0]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind } from '../kind.ts'
import { atWall, fixed, movable, onCeiling, onFloor, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ball, cylinder, lathe } from '../modelling/lathe.ts'
import { hoop, rod, wheel } from '../modelling/prism.ts'
import { roundedRectangle, superellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const SOURCE = 'trade sizes; furniture catalogue sizes'
const LIVING = ['living_room', 'bedroom', 'study', 'dining_room', 'office'] as const

export const heater = defineKind({
  id: 'heater',
  names: {
    en: ['Heater', 'electric heater', 'space heater', 'oil radiator', 'oil heater'],
    zh: ['电暖器', '取暖器', '油汀', '暖风机', '小太阳'],
  },
  group: 'electronics',
  size: sizeRange([0.55, 0.26, 0.65], 0.6, 1.4),
  source: SOURCE,
  ...onFloor(0.5, 1, ['front']),
  rooms: [...LIVING, 'bathroom'],
  physics: movable(12, { wheels: true }),
  finishes: {
    body: { material: 'painted_metal', color: '#e8e6e1' },
    panel: { material: 'plastic', color: '#3a3b3d' },
    feet: { material: 'rubber' },
  },
  shape(model, { size: [w, d, h] }) {
    const fins = Math.max(5, Math.round(w / 0.07))
    const pitch = (w * 0.82) / fins
    for (let k = 0; k < fins; k++)
      model.add(
        'body',
        softBox(span(-w / 2 + pitch * (k + 0.5), pitch * 0.62), span(0, d * 0.62), [0.07, h * 0.96], {
          radius: pitch * 0.3,
        }),
      )
    for (const z of [0.14, h * 0.88]) model.add('body', rod([-w / 2 + 0.01, 0, z], [w * 0.4, 0, z], 0.022))
    model.add('panel', softBox([w * 0.34, w / 2], span(0, d * 0.66), [0.07, h], { radius: 0.02 }))
    model.add(
      'body',
      wheel('y', [w * 0.42, -d * 0.34, h * 0.8], 0.028, 0.02),
      wheel('y', [w * 0.42, -d * 0.34, h * 0.66], 0.02, 0.02),
    )
    for (const x of [-w * 0.36, w * 0.36]) {
      model.add('feet', rod([x, -d / 2 + 0.025, 0.03], [x, d / 2 - 0.025, 0.03], 0.012))
      for (const y of [-d / 2 + 0.025, d / 2 - 0.025]) model.add('feet', wheel('x', [x, y, 0.025], 0.025, 0.022, 14))
    }
  },
  symbol: sketch(
    'soft',
    ...Array.from({ length: 7 }, (_, k) => ['line', -0.85 + k * 0.2, -0.6, -0.85 + k * 0.2, 0.6] as const),
  ),
})

export const fan = defineKind({
  id: 'fan',
  names: {
    en: ['Fan', 'electric fan', 'standing fan', 'floor fan', 'pedestal fan', 'tower fan'],
    zh: ['电风扇', '风扇', '落地扇', '立式风扇', '塔扇'],
  },
  group: 'electronics',
  size: { typical: [0.42, 0.42, 1.25], min: [0.2, 0.2, 0.3], max: [0.55, 0.55, 1.5] },
  source: SOURCE,
  variants: ['pedestal', 'tower'],
  ...onFloor(0.3, 0.6, ['front']),
  rooms: LIVING,
  physics: movable(5, { centerOfMass: 0.6 }),
  finishes: {
    body: { material: 'plastic', color: '#f0efec' },
    blades: { material: 'plastic', color: '#b9c4c6' },
    grille: { material: 'aluminium' },
  },
  shape: sculpt((model, { variant }) => {
    model.add('body', cylinder(0, 0, 0, 0.035, 0.19, 0.17, 28))
    if (variant === 'tower') {
      model.add('body', extrude(superellipse(0, 0, 0.11, 0.1, 3, 28), [0.035, 1.0], { bevel: 0.012 }))
      for (let k = 0; k < 26; k++)
        model.add('grille', box(span(0, 0.12), [-0.104, -0.09], span(0.2 + k * 0.026, 0.008), 0.001))
      return
    }
    model.add('body', rod([0, 0, 0.03], [0, 0.02, 1.0], 0.016))
    model.add('body', wheel('y', [0, 0.08, 1.04], 0.07, 0.14, 20))
    for (const [y, r] of [
      [-0.075, 0.14],
      [-0.05, 0.2],
      [0.02, 0.2],
      [-0.08, 0.06],
    ] as const)
      model.add('grille', hoop('y', [0, y, 1.04], r, 0.003, 36))
    for (let k = 0; k < 24; k++) {
      const a = (Math.PI * k) / 12
      const [c, s] = [Math.cos(a), Math.sin(a)]
      model.add(
        'grille',
        tube(
          [
            [c * 0.05, -0.08, 1.04 + s * 0.05],
            [c * 0.14, -0.075, 1.04 + s * 0.14],
            [c * 0.2, -0.05, 1.04 + s * 0.2],
            [c * 0.2, 0.02, 1.04 + s * 0.2],
          ],
          0.0018,
          { segments: 4 },
        ),
      )
    }
    model.add('body', wheel('y', [0, -0.082, 1.04], 0.05, 0.012))
    for (let k = 0; k < 5; k++) {
      const blade = softBox([0.03, 0.185], [-0.006, 0.006], [-0.05, 0.05], { radius: 0.004 })
      model.add('blades', move(turn(turn(blade, 'x', 0.5), 'y', (Math.PI * 2 * k) / 5), 0, -0.02, 1.04))
    }
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.5, 0.5], ['line', -1, 0, 1, 0]),
})

export const ceilingFan = defineKind({
  id: 'ceiling_fan',
  names: { en: ['Ceiling fan', 'ceiling fan light', 'fan light'], zh: ['吊扇', '吊扇灯', '风扇灯'] },
  group: 'lighting',
  size: sizeRange([1.2, 1.2, 0.42], 0.6, 1.3),
  source: SOURCE,
  ...onCeiling,
  rooms: LIVING,
  physics: fixed(7),
  light: { lumens: 1600, kelvin: 3500, height: 0.1 },
  finishes: {
    blades: { material: 'walnut' },
    body: { material: 'brass' },
    lamp: { material: 'frosted_glass', color: '#fdf3df' },
  },
  shape: sculpt((model, { size: [w, d, h], states }) => {
    const squash = d / w
    const r = w / 2
    const hub = h * 0.36
    model.add(
      'body',
      cylinder(0, 0, h - 0.05, h, Math.min(0.07, r * 0.2), Math.min(0.07, r * 0.2), 20),
      rod([0, 0, hub], [0, 0, h - 0.02], 0.016),
    )
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, hub * 0.6],
          [0.1, hub * 0.62],
          [0.12, hub * 0.85],
          [0.1, hub * 1.15],
          [0.03, hub * 1.35],
          [0, hub * 1.35],
        ],
        24,
      ),
    )
    model.add(
      'lamp',
      lathe(
        0,
        0,
        [
          [0, 0],
          [0.06, h * 0.02],
          [0.1, hub * 0.35],
          [0.095, hub * 0.62],
          [0, hub * 0.62],
        ],
        24,
      ),
    )
    if (states?.on) model.shine('lamp', 1)
    const blades = 5
    for (let k = 0; k < blades; k++) {
      const a = (Math.PI * 2 * k) / blades
      const blade = turn(extrude(roundedRectangle([0.15, r], [-0.06, 0.075], 0.05, 4), [-0.004, 0.004]), 'x', 0.18)
      const g = move(turn(blade, 'z', a), 0, 0, hub)
      for (let i = 1; i < g.positions.length; i += 3) g.positions[i] = g.positions[i]! * squash
      model.add('blades', g)
      model.add(
        'body',
        rod(
          [Math.cos(a) * 0.09, Math.sin(a) * 0.09 * squash, hub],
          [Math.cos(a) * 0.2, Math.sin(a) * 0.2 * squash, hub],
          0.009,
        ),
      )
    }
  }),
  symbol: sketch(
    'above_round',
    ['disc', 0, 0, 0.2, 0.2],
    ...Array.from(
      { length: 5 },
      (_, k) => ['line', 0, 0, Math.cos((Math.PI * 2 * k) / 5), Math.sin((Math.PI * 2 * k) / 5)] as const,
    ),
  ),
})

/** A rounded tower with a grille and a panel on top: two appliances share it. */
function airBox(grilles: number) {
  return sculpt((model, { states }) => {
    model.add('body', extrude(roundedRectangle([-0.17, 0.17], [-0.13, 0.13], 0.06, 5), [0.03, 0.62], { bevel: 0.014 }))
    model.add(
      'panel',
      extrude(roundedRectangle([-0.13, 0.13], [-0.09, 0.09], 0.04, 4), [0.61, 0.628], { bevel: 0.002 }),
    )
    for (let k = 0; k < grilles; k++)
      model.add('grille', box(span(0, 0.24), [-0.134, -0.12], span(0.09 + (k * 0.36) / grilles, 0.009), 0.002))
    model.add('light', box(span(0, 0.05), [-0.133, -0.128], span(0.53, 0.012), 0))
    if (states?.on) model.shine('light', 0.8)
    for (const x of [-0.12, 0.12])
      for (const y of [-0.09, 0.09]) model.add('grille', ball(x, y, 0.018, 0.018, 0.036, 10))
  })
}

const AIR_FINISHES = {
  body: { material: 'plastic', color: '#f1f0ed' },
  panel: { material: 'plastic', color: '#d7d6d2' },
  grille: { material: 'plastic', color: '#55585a' },
  light: { material: 'glass', color: '#6fc3ad' },
} as const

export const dehumidifier = defineKind({
  id: 'dehumidifier',
  names: { en: ['Dehumidifier', 'humidifier', 'air dryer'], zh: ['除湿机', '抽湿机', '加湿器'] },
  group: 'electronics',
  size: sizeRange([0.34, 0.26, 0.58], 0.6, 1.3),
  source: SOURCE,
  ...onFloor(0.3, 0.5, ['front']),
  rooms: [...LIVING, 'laundry', 'storage_room'],
  physics: movable(13, { wheels: true }),
  finishes: AIR_FINISHES,
  shape: airBox(9),
  symbol: sketch('soft', ['box', -0.75, 0.75, -0.7, 0.7]),
})

export const airPurifier = defineKind({
  id: 'air_purifier',
  names: { en: ['Air purifier', 'air cleaner', 'air filter'], zh: ['空气净化器', '净化器', '新风机'] },
  group: 'electronics',
  size: sizeRange([0.33, 0.26, 0.68], 0.6, 1.3),
  source: SOURCE,
  ...onFloor(0.3, 0.5, ['front']),
  rooms: [...LIVING, 'kids_room', 'nursery'],
  physics: movable(8),
  finishes: { ...AIR_FINISHES, grille: { material: 'plastic', color: '#c2c3c1' } },
  shape: airBox(22),
  symbol: sketch('soft', ['disc', 0, 0, 0.6, 0.6]),
})

export const robotVacuum = defineKind({
  id: 'robot_vacuum',
  names: {
    en: ['Robot vacuum', 'vacuum robot', 'robotic vacuum', 'robot cleaner', 'robot vacuum cleaner'],
    zh: ['扫地机器人', '扫拖机器人', '扫地机'],
  },
  group: 'electronics',
  size: sizeRange([0.35, 0.35, 0.1], 0.8, 1.3),
  source: SOURCE,
  ...atWall(0.4, 0.8),
  rooms: ['living_room', 'hallway', 'entrance', 'kitchen', 'balcony'],
  physics: movable(3.6, { wheels: true }),
  finishes: {
    body: { material: 'plastic', color: '#efeeec' },
    dark: { material: 'plastic', color: '#2d2f31' },
    brush: { material: 'rubber' },
  },
  shape: sculpt((model) => {
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0.012],
          [0.165, 0.012],
          [0.175, 0.022],
          [0.175, 0.066],
          [0.168, 0.078],
          [0, 0.08],
        ],
        44,
      ),
    )
    model.add(
      'dark',
      lathe(
        0,
        0,
        [
          [0.173, 0.03],
          [0.1765, 0.032],
          [0.1765, 0.05],
          [0.173, 0.052],
        ],
        44,
      ),
    )
    model.add('dark', cylinder(0, 0.05, 0.078, 0.098, 0.042, 0.038, 24), cylinder(0, -0.1, 0.078, 0.083, 0.018))
    for (const x of [-0.12, 0.12]) model.add('brush', wheel('x', [x, 0, 0.026], 0.026, 0.02, 16))
    for (let k = 0; k < 3; k++)
      model.add(
        'brush',
        rod([-0.1, -0.12, 0.008], [-0.1 + Math.cos(k * 2.1) * 0.07, -0.12 + Math.sin(k * 2.1) * 0.07, 0.008], 0.003),
      )
  }),
  symbol: sketch('round', ['disc', 0, 0.28, 0.24, 0.24]),
})

export const vacuumCleaner = defineKind({
  id: 'vacuum_cleaner',
  names: {
    en: ['Vacuum cleaner', 'vacuum', 'hoover', 'stick vacuum', 'handheld vacuum'],
    zh: ['吸尘器', '手持吸尘器', '无线吸尘器'],
  },
  group: 'electronics',
  size: sizeRange([0.26, 0.24, 1.2], 0.8, 1.2),
  source: SOURCE,
  ...atWall(0.3, 0.6),
  rooms: ['storage_room', 'laundry', 'balcony', 'hallway'],
  physics: movable(3),
  finishes: {
    body: { material: 'plastic', color: '#8c97a0' },
    tube: { material: 'aluminium', color: '#b65b3e' },
    dark: { material: 'plastic', color: '#2c2d2f' },
  },
  shape: sculpt((model) => {
    model.add('dark', softBox([-0.13, 0.13], [-0.12, 0.0], [0, 0.06], { radius: 0.02 }))
    model.add('tube', rod([0, -0.05, 0.05], [0, 0.06, 0.9], 0.017))
    model.add('body', rod([0, 0.05, 0.82], [0, 0.075, 1.04], 0.05, { segments: 18 }))
    model.add('dark', rod([0, 0.07, 1.03], [0, 0.08, 1.1], 0.055, { segments: 18 }))
    model.add(
      'dark',
      tube(
        roundedPath(
          [
            [0, 0.06, 1.15],
            [0, -0.04, 1.12],
            [0, -0.05, 0.98],
            [0, 0.02, 0.95],
          ],
          0.05,
          4,
        ),
        0.015,
      ),
    )
    model.add('dark', box(span(0, 0.08), [0.06, 0.12], [0.9, 1.0], 0.01))
  }),
  symbol: sketch('soft', ['disc', 0, 0.4, 0.35, 0.4]),
})

export const waterHeater = defineKind({
  id: 'water_heater',
  names: {
    en: ['Water heater', 'boiler', 'hot water tank', 'gas boiler', 'combi boiler'],
    zh: ['热水器', '电热水器', '燃气热水器', '壁挂炉', '锅炉'],
  },
  group: 'bathroom',
  size: { typical: [0.75, 0.42, 0.42], min: [0.3, 0.18, 0.3], max: [1.1, 0.55, 0.9] },
  source: SOURCE,
  ...onWall(1.75),
  rooms: ['bathroom', 'kitchen', 'balcony', 'laundry'],
  physics: fixed(30),
  finishes: {
    body: { material: 'painted_metal', color: '#f2f1ee' },
    cap: { material: 'plastic', color: '#d9d8d4' },
    display: { material: 'screen', color: '#6fa9c4' },
    pipes: { material: 'chrome' },
  },
  shape: sculpt((model, { size: [w, d, h], states }) => {
    if (h > w) model.add('body', softBox([-w / 2, w / 2], [-d / 2, d / 2], [0.06, h], { radius: 0.03 }))
    else {
      const r = Math.min(d, h - 0.06) / 2
      model.add('body', wheel('x', [0, 0, 0.06 + r], r, w * 0.86, 36))
      for (const side of [-1, 1]) model.add('cap', wheel('x', [side * w * 0.46, 0, 0.06 + r], r * 0.96, w * 0.08, 36))
    }
    model.add('display', box(span(0, w * 0.24), [-d / 2 - 0.004, -d / 2 + 0.02], span(h * 0.56, h * 0.14), 0.003))
    if (states?.on) model.shine('display', 0.5)
    for (const x of [-w * 0.12, w * 0.12]) model.add('pipes', rod([x, 0, 0], [x, 0, h * 0.3], 0.012))
  }),
  symbol: sketch('soft', ['line', -0.85, -1, -0.85, 1], ['line', 0.85, -1, 0.85, 1]),
})

export const sewingMachine = defineKind({
  id: 'sewing_machine',
  names: { en: ['Sewing machine', 'overlocker'], zh: ['缝纫机', '锁边机'] },
  group: 'electronics',
  size: sizeRange([0.42, 0.2, 0.32], 0.8, 1.4),
  source: SOURCE,
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['study', 'bedroom', 'laundry', 'living_room'],
  physics: movable(8),
  companions: [{ category: 'desk', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'painted_metal', color: '#efece6' },
    metal: { material: 'chrome' },
    dial: { material: 'plastic', color: '#9fb4ab' },
    thread: { material: 'cotton', color: '#b4473c' },
  },
  shape: sculpt((model) => {
    model.add('body', softBox([-0.21, 0.21], [-0.09, 0.09], [0, 0.07], { radius: 0.014 }))
    model.add('body', softBox([0.08, 0.19], [-0.06, 0.06], [0.06, 0.29], { radius: 0.02 }))
    model.add('body', softBox([-0.19, 0.19], [-0.055, 0.055], [0.2, 0.3], { radius: 0.026, segments: 2 }))
    model.add('body', softBox([-0.19, -0.11], [-0.05, 0.05], [0.14, 0.24], { radius: 0.016 }))
    model.add(
      'metal',
      rod([-0.15, -0.01, 0.072], [-0.15, -0.01, 0.16], 0.006),
      box(span(-0.15, 0.06), span(-0.01, 0.06), [0.07, 0.074], 0),
    )
    model.add(
      'dial',
      wheel('x', [0.2, 0, 0.24], 0.045, 0.022, 24),
      wheel('y', [0.13, -0.06, 0.23], 0.026, 0.016),
      wheel('y', [0.13, -0.06, 0.15], 0.018, 0.016),
    )
    model.add('thread', cylinder(0.06, 0, 0.3, 0.345, 0.017, 0.017))
  }),
  symbol: sketch('soft', ['box', -0.9, 0.9, -0.5, 0.5], ['disc', -0.7, 0, 0.08, 0.15]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { movable, onSurface, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const appliance: Pick<KindDefinition, 'group' | 'source' | 'rooms' | 'companions'> &
  Pick<KindDefinition, 'mount' | 'wallAffinity' | 'functionalSides' | 'clearance'> = {
  group: 'kitchen',
  source: 'box sizes of simulated homes; trade sizes',
  rooms: ['kitchen', 'dining_room', 'office'],
  companions: [
    { category: 'base_cabinet', relation: 'on_top', count: { min: 0, max: 1 } },
    { category: 'kitchen_island', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  ...onSurface,
}

export const kettle = defineKind({
  ...appliance,
  id: 'kettle',
  names: {
    en: ['Kettle', 'electric kettle', 'tea kettle', 'water kettle'],
    zh: ['水壶', '电热水壶', '烧水壶', '热水壶', '电水壶'],
  },
  size: sizeRange([0.22, 0.17, 0.24], 0.75, 1.3),
  physics: movable(1.1),
  finishes: { body: { material: 'steel' }, dark: { material: 'plastic', color: '#26282a' } },
  shape: sculpt((model) => {
    model.add('dark', cylinder(0, 0, 0, 0.02, 0.085, 0.08, 28))
    model.add(
      'body',
      lathe(
        0,
        0,
        [
          [0, 0.02],
          [0.078, 0.02],
          [0.082, 0.03],
          [0.074, 0.12],
          [0.058, 0.19],
          [0.05, 0.196],
          [0, 0.196],
        ],
        32,
      ),
    )
    model.add(
      'dark',
      lathe(
        0,
        0,
        [
          [0, 0.194],
          [0.05, 0.194],
          [0.044, 0.208],
          [0.012, 0.214],
          [0.012, 0.228],
          [0, 0.23],
        ],
        24,
      ),
    )
    model.add(
      'body',
      tube(
        [
          [0.06, 0, 0.13],
          [0.1, 0, 0.185],
        ],
        0.02,
        { endRadius: 0.01, segments: 12 },
      ),
    )
    model.add(
      'dark',
      tube(
        roundedPath(
          [
            [-0.055, 0, 0.19],
            [-0.115, 0, 0.195],
            [-0.118, 0, 0.08],
            [-0.078, 0, 0.06],
          ],
          0.04,
          5,
        ),
        0.011,
        { segments: 10 },
      ),
    )
  }),
  symbol: sketch('round', ['disc', 0, 0, 0.55, 0.6], ['line', 0.55, 0, 1, 0], ['line', -0.55, 0, -1, 0]),
})

export const toaster = defineKind({
  ...appliance,
  id: 'toaster',
  names: { en: ['Toaster', 'bread toaster'], zh: ['烤面包机', '多士炉', '吐司机'] },
  size: sizeRange([0.3, 0.18, 0.19], 0.75, 1.3),
  physics: movable(1.6),
  finishes: {
    body: { material: 'painted_metal', color: '#a9b8b0' },
    dark: { material: 'plastic', color: '#26282a' },
    metal: { material: 'chrome' },
    bread: { material: 'cork', color: '#d2a267' },
  },
  shape: sculpt((model) => {
    model.add('body', softBox([-0.14, 0.14], [-0.085, 0.085], [0.014, 0.17], { radius: 0.04, segments: 3 }))
    model.add('dark', box([-0.13, 0.13], [-0.075, 0.075], [0, 0.02], 0.004))
    for (const y of [-0.032, 0.032]) {
      model.add('metal', box([-0.105, 0.105], span(y, 0.036), [0.15, 0.172], 0.002))
      model.add('dark', box([-0.1, 0.1], span(y, 0.026), [0.16, 0.1735], 0))
      model.add('bread', softBox([-0.075, 0.075], span(y, 0.016), [0.15, 0.19], { radius: 0.007 }))
    }
    model.add(
      'dark',
      box([0.136, 0.155], span(0, 0.04), [0.1, 0.118], 0.004),
      wheel('x', [0.142, 0, 0.06], 0.016, 0.014),
    )
  }),
  symbol: sketch('soft', ['box', -0.7, 0.7, -0.55, -0.2], ['box', -0.7, 0.7, 0.2, 0.55]),
})

export const coffeeMachine = defineKind({
  ...appliance,
  id: 'coffee_machine',
  names: {
    en: ['Coffee machine', 'coffee maker', 'espresso machine', 'coffeemaker'],
    zh: ['咖啡机', '意式咖啡机', '咖啡壶'],
  },
  size: sizeRange([0.28, 0.36, 0.36], 0.6, 1.4),
  physics: movable(7),
  finishes: {
    body: { material: 'steel' },
    dark: { material: 'plastic', color: '#202224' },
    metal: { material: 'chrome' },
    cup: { material: 'ceramic' },
  },
  shape: sculpt((model, { states }) => {
    model.add('body', softBox([-0.14, 0.14], [0.02, 0.18], [0.012, 0.35], { radius: 0.014 }))
    model.add('body', softBox([-0.14, 0.14], [-0.15, 0.06], [0.25, 0.35], { radius: 0.014 }))
    model.add('dark', softBox([-0.14, 0.14], [-0.18, 0.16], [0, 0.045], { radius: 0.01 }))
    for (let k = 0; k < 7; k++)
      model.add('metal', box(span(-0.105 + k * 0.035, 0.01), [-0.165, 0.0], [0.044, 0.049], 0))
    model.add(
      'metal',
      cylinder(0, -0.07, 0.205, 0.25, 0.034, 0.034, 24),
      cylinder(0, -0.07, 0.17, 0.21, 0.014, 0.03, 18),
    )
    model.add(
      'dark',
      tube(
        [
          [0, -0.09, 0.22],
          [0, -0.19, 0.212],
        ],
        0.012,
        { segments: 10 },
      ),
    )
    model.add(
      'cup',
      lathe(
        0,
        -0.07,
        [
          [0, 0.05],
          [0.022, 0.05],
          [0.036, 0.1],
          [0.032, 0.1],
          [0.02, 0.056],
          [0, 0.056],
        ],
        20,
      ),
    )
    model.add(
      'metal',
      tube(
        [
          [0.1, -0.11, 0.26],
          [0.105, -0.13, 0.12],
        ],
        0.006,
      ),
    )
    for (const x of [-0.09, -0.045]) model.add('dark', wheel('y', [x, -0.15, 0.305], 0.014, 0.012, 14))
    model.add('cup', wheel('y', [0.08, -0.15, 0.305], 0.022, 0.01, 18))
    if (states?.on) model.shine('cup', 0.1)
  }),
  symbol: sketch('soft', ['line', -1, -0.1, 1, -0.1], ['disc', 0, -0.5, 0.25, 0.2]),
})

export const riceCooker = defineKind({
  ...appliance,
  id: 'rice_cooker',
  names: {
    en: ['Rice cooker', 'pressure cooker', 'slow cooker', 'air fryer'],
    zh: ['电饭煲', '电饭锅', '电压力锅', '空气炸锅'],
  },
  size: sizeRange([0.28, 0.34, 0.24], 0.7, 1.3),
  physics: movable(4),
  finishes: {
    body: { material: 'plastic', color: '#f0efec' },
    dark: { material: 'plastic', color: '#3a3c3e' },
    display: { material: 'screen', color: '#7fb0c0' },
  },
  shape: sculpt((model, { states }) => {
    model.add('body', softBox([-0.14, 0.14], [-0.16, 0.16], [0.01, 0.16], { radius: 0.06, segments: 3 }))
    model.add(
      'body',
      softBox([-0.138, 0.138], [-0.155, 0.16], [0.15, 0.235], { radius: 0.05, crown: 0.02, segments: 3 }),
    )
    model.add('dark', box([-0.12, 0.12], [-0.13, 0.14], [0, 0.02], 0.004), cylinder(0, 0.05, 0.225, 0.24, 0.03, 0.026))
    model.add('dark', box(span(0, 0.06), [-0.165, -0.13], [0.165, 0.2], 0.006))
    model.add('display', box(span(0, 0.1), [-0.163, -0.15], [0.06, 0.11], 0.003))
    if (states?.on) model.shine('display', 0.5)
  }),
  symbol: sketch('soft', ['disc', 0, 0.1, 0.75, 0.7]),
})

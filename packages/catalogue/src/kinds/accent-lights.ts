import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { fixed, movable, onCeiling, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { rod, wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { tube } from '../modelling/tube.ts'

const lamp: Pick<KindDefinition, 'group' | 'source'> = { group: 'lighting', source: 'trade sizes' }
const GLOW = { material: 'frosted_glass', color: '#fff3dc' } as const

export const trackLight = defineKind({
  ...lamp,
  id: 'track_light',
  names: {
    en: ['Track light', 'track lighting', 'spotlights', 'rail light', 'ceiling spotlights', 'spotlight'],
    zh: ['轨道灯', '射灯', '磁吸轨道灯', '导轨灯', '聚光灯'],
  },
  size: { typical: [1.2, 0.12, 0.22], min: [0.5, 0.06, 0.1], max: [3.0, 0.25, 0.35] },
  ...onCeiling,
  rooms: ['living_room', 'kitchen', 'study', 'hallway', 'office', 'dining_room', 'walk_in_closet'],
  physics: fixed(2.5),
  light: { lumens: 2200, kelvin: 3000, height: 0.2 },
  finishes: { body: { material: 'black_metal' }, glow: GLOW },
  shape: sculpt((model, { size: [w, d, h], states }) => {
    model.add('body', box([-w / 2, w / 2], span(0, Math.min(0.035, d * 0.4)), [h - Math.min(0.025, h * 0.2), h], 0.003))
    const count = Math.max(2, Math.round(w / 0.35))
    const r = d * 0.26
    for (let k = 0; k < count; k++) {
      const x = -w / 2 + (w * (k + 0.5)) / count
      model.add('body', rod([x, 0, h - 0.02], [x, 0, h * 0.58], 0.008))
      const s = k % 2 ? 1 : -1
      const tip: Vector3 = [x, s * (d / 2 - r * 0.62), r * 0.9]
      const top: Vector3 = [x, -s * d * 0.14, h * 0.6]
      model.add('body', tube([top, tip], r, { segments: 18 }))
      const along: Vector3 = [tip[0] - top[0], tip[1] - top[1], tip[2] - top[2]]
      const length = Math.hypot(...along)
      const end: Vector3 = [tip[0], tip[1] + (along[1] / length) * 0.003, tip[2] + (along[2] / length) * 0.003]
      model.add('glow', tube([tip, end], r * 0.8, { segments: 18 }))
    }
    if (states?.on) model.shine('glow', 1)
  }),
  symbol: sketch(
    'above',
    ['line', -1, 0, 1, 0],
    ['disc', -0.66, 0, 0.06, 0.6],
    ['disc', 0, 0, 0.06, 0.6],
    ['disc', 0.66, 0, 0.06, 0.6],
  ),
})

export const ledStrip = defineKind({
  ...lamp,
  id: 'led_strip',
  names: {
    en: [
      'LED strip',
      'led strip light',
      'strip light',
      'cove light',
      'under-cabinet light',
      'led light bar',
      'linear light',
    ],
    zh: ['灯带', 'LED灯带', '线条灯', '氛围灯带', '橱柜灯', '条形灯'],
  },
  size: { typical: [1.5, 0.03, 0.03], min: [0.3, 0.012, 0.008], max: [5.0, 0.08, 0.08] },
  ...onWall(2.2),
  rooms: ['any'],
  physics: fixed(0.4),
  light: { lumens: 1200, kelvin: 3000, height: 0.5 },
  companions: [{ category: 'tv_stand', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: { glow: GLOW, body: { material: 'aluminium' } },
  shape(model, { size: [w, d, h], states }) {
    model.add(
      'body',
      box([-w / 2, w / 2], [d * 0.1, d / 2], [0, h], 0.001),
      box([-w / 2, w / 2], [-d / 2, d * 0.2], [0, h * 0.14], 0),
    )
    for (const s of [-1, 1]) model.add('body', box(span(s * (w / 2 - 0.004), 0.008), [-d / 2, d / 2], [0, h], 0.001))
    model.add(
      'glow',
      softBox([-w / 2 + 0.008, w / 2 - 0.008], [-d * 0.42, d * 0.15], [h * 0.14, h * 0.96], {
        radius: Math.min(d, h) * 0.3,
      }),
    )
    if (states?.on) model.shine('glow', 1)
  },
  symbol: sketch('above', ['line', -1, 0, 1, 0]),
})

export const nightLight = defineKind({
  ...lamp,
  id: 'night_light',
  names: {
    en: ['Night light', 'nightlight', 'sensor light', 'plug-in light', 'motion sensor light'],
    zh: ['小夜灯', '夜灯', '感应灯', '起夜灯', '感应夜灯'],
  },
  size: sizeRange([0.08, 0.06, 0.1], 0.6, 2),
  ...onWall(0.3),
  rooms: ['bedroom', 'hallway', 'bathroom', 'kids_room', 'nursery'],
  physics: movable(0.15),
  light: { lumens: 20, kelvin: 2400, height: 0.6 },
  companions: [{ category: 'single_bed', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: { glow: { material: 'frosted_glass', color: '#ffe2b0' }, body: { material: 'plastic' } },
  shape: sculpt((model, { states }) => {
    model.add('body', softBox([-0.03, 0.03], [0.01, 0.03], [0, 0.1], { radius: 0.009 }))
    model.add('glow', ball(0, -0.005, 0.06, 0.034, 0.07, 20))
    model.add(
      'body',
      wheel('y', [0, -0.012, 0.012], 0.006, 0.05, 10),
      softBox([-0.028, 0.028], [-0.02, 0.02], [0.0, 0.03], { radius: 0.008 }),
    )
    if (states?.on) model.shine('glow', 1)
  }),
  symbol: sketch('soft', ['disc', 0, -0.2, 0.6, 0.6]),
})

export const stringLights = defineKind({
  ...lamp,
  id: 'string_lights',
  names: {
    en: ['String lights', 'fairy lights', 'festoon lights', 'christmas lights', 'light string', 'lantern string'],
    zh: ['串灯', '灯串', '彩灯', '氛围灯', '星星灯', '灯笼串'],
  },
  size: { typical: [2.4, 0.08, 0.35], min: [0.8, 0.04, 0.12], max: [6.0, 0.2, 0.9] },
  ...onWall(1.9),
  rooms: ['balcony', 'terrace', 'bedroom', 'living_room', 'kids_room'],
  physics: movable(0.5),
  light: { lumens: 250, kelvin: 2400, height: 0.4 },
  finishes: { glow: { material: 'glass', color: '#ffdf9e' }, cable: { material: 'rubber' } },
  shape: sculpt((model, { size: [w, d, h], states }) => {
    const swags = Math.max(2, Math.round(w / 0.9))
    const points = Array.from({ length: swags * 8 + 1 }, (_, k): Vector3 => {
      const t = (k % 8) / 8
      const sag = k === swags * 8 ? 0 : 4 * t * (1 - t)
      return [-w / 2 + (w * k) / (swags * 8), d * 0.3, h - 0.01 - sag * (h - 0.16)]
    })
    model.add('cable', tube(points, 0.005, { segments: 5 }))
    for (const [k, p] of points.entries()) {
      if (k % 2 === 0 && k % 8 !== 0) {
        model.add('cable', cylinder(p[0], p[1], p[2] - 0.04, p[2], 0.012, 0.009, 10))
        model.add('glow', ball(p[0], p[1], p[2] - 0.075, 0.032, 0.075, 14))
      }
      if (k % 8 === 0) model.add('cable', wheel('y', [p[0], d * 0.38, p[2]], 0.01, d * 0.2, 8))
    }
    if (states?.on) model.shine('glow', 1)
  }),
  symbol: sketch(
    'above',
    ['disc', -0.8, 0, 0.04, 0.5],
    ['disc', -0.4, 0, 0.04, 0.5],
    ['disc', 0, 0, 0.04, 0.5],
    ['disc', 0.4, 0, 0.04, 0.5],
    ['disc', 0.8, 0, 0.04, 0.5],
  ),
})

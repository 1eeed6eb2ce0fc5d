import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { addStrungInstrument, type StrungInstrument } from '../assemblies/strung-instrument.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { movable, onFloor, onSurface, sizeRange } from '../kind-roles.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { rod, wheel } from '../modelling/prism.ts'
import { turn } from '../modelling/transform.ts'

const SOURCE = 'instrument makers’ standard sizes'
const ROOMS = ['music_room', 'living_room', 'study', 'bedroom', 'kids_room'] as const

const instrument: Pick<KindDefinition, 'group' | 'source' | 'rooms'> = { group: 'music', source: SOURCE, rooms: ROOMS }

const GUITAR: StrungInstrument = {
  body: [
    [0, 0],
    [0.1, 0.006],
    [0.165, 0.05],
    [0.19, 0.13],
    [0.165, 0.21],
    [0.125, 0.275],
    [0.133, 0.335],
    [0.142, 0.39],
    [0.115, 0.45],
    [0.05, 0.483],
    [0, 0.487],
  ],
  depth: 0.1,
  height: 1.0,
  neck: 0.054,
  strings: 6,
  bridge: 0.14,
  hole: 'round',
  head: 'flat',
}

const VIOLIN: StrungInstrument = {
  body: [
    [0, 0],
    [0.06, 0.004],
    [0.1, 0.05],
    [0.1, 0.1],
    [0.076, 0.13],
    [0.056, 0.17],
    [0.06, 0.21],
    [0.078, 0.235],
    [0.083, 0.28],
    [0.06, 0.335],
    [0.02, 0.354],
    [0, 0.356],
  ],
  depth: 0.045,
  height: 0.6,
  neck: 0.026,
  strings: 4,
  bridge: 0.16,
  hole: 'f',
  head: 'scroll',
}

/** The violin's build, k times as large. */
function enlarged(it: StrungInstrument, k: number, depth: number): StrungInstrument {
  return {
    ...it,
    body: it.body.map(([x, z]) => [x * k, z * k] as const),
    depth,
    height: it.height * k,
    neck: it.neck * k,
    bridge: it.bridge * k,
  }
}

const PIPA: StrungInstrument = {
  body: [
    [0, 0],
    [0.09, 0.012],
    [0.15, 0.08],
    [0.155, 0.17],
    [0.12, 0.32],
    [0.075, 0.48],
    [0.04, 0.62],
    [0, 0.66],
  ],
  depth: 0.05,
  height: 1.02,
  neck: 0.05,
  strings: 4,
  bridge: 0.11,
  hole: 'none',
  head: 'flat',
}

export const guitar = defineKind({
  ...instrument,
  id: 'guitar',
  names: {
    en: ['Guitar', 'acoustic guitar', 'electric guitar', 'classical guitar', 'bass guitar', 'ukulele'],
    zh: ['吉他', '木吉他', '电吉他', '古典吉他', '贝斯', '尤克里里'],
  },
  size: { typical: [0.38, 0.12, 1.0], min: [0.18, 0.05, 0.5], max: [0.45, 0.18, 1.2] },
  ...onFloor(0.3, 0.6, ['front']),
  physics: movable(2, { fragile: true, centerOfMass: 0.35 }),
  companions: [{ category: 'guitar_stand', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'pine', color: '#c98f4e' },
    neck: { material: 'walnut' },
    dark: { material: 'black_oak', color: '#2b211b' },
    strings: { material: 'steel' },
  },
  shape: sculpt((model) => addStrungInstrument(model, GUITAR)),
  symbol: sketch('soft', ['box', -0.14, 0.14, -1, 0.2]),
})

/** Lays an upright form on its back: its head then points to +y. */
function lying(model: Model): Model {
  return {
    ...model,
    add: (slot, ...geometries) => {
      for (const g of geometries) model.add(slot, turn(g, 'x', -Math.PI / 2))
    },
  }
}

export const violin = defineKind({
  ...instrument,
  id: 'violin',
  names: { en: ['Violin', 'fiddle', 'viola'], zh: ['小提琴', '中提琴', '提琴'] },
  size: sizeRange([0.21, 0.6, 0.075], 0.7, 1.2),
  ...onSurface,
  physics: movable(0.5, { fragile: true }),
  finishes: {
    body: { material: 'walnut', color: '#9a5527' },
    neck: { material: 'walnut', color: '#8a4c24' },
    dark: { material: 'black_oak', color: '#221b17' },
    strings: { material: 'steel' },
  },
  shape: sculpt((model) => addStrungInstrument(lying(model), VIOLIN)),
  symbol: sketch('soft', ['box', -0.16, 0.16, -0.2, 1], ['disc', 0, -0.4, 0.9, 0.55]),
})

export const cello = defineKind({
  ...instrument,
  id: 'cello',
  names: { en: ['Cello', 'violoncello', 'double bass', 'upright bass'], zh: ['大提琴', '低音提琴', '倍大提琴'] },
  size: { typical: [0.44, 0.26, 1.28], min: [0.34, 0.18, 1.0], max: [0.72, 0.5, 1.95] },
  ...onFloor(0.6, 0.9, ['front']),
  physics: movable(3, { fragile: true, centerOfMass: 0.4 }),
  companions: [{ category: 'stool', relation: 'near', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'walnut', color: '#9a5527' },
    neck: { material: 'walnut', color: '#8a4c24' },
    dark: { material: 'black_oak', color: '#221b17' },
    strings: { material: 'steel' },
  },
  shape: sculpt((model) => {
    addStrungInstrument(model, enlarged(VIOLIN, 2.08, 0.13), 0.13)
    model.add('strings', rod([0, 0, 0], [0, 0, 0.15], 0.007))
  }),
  symbol: sketch('soft', ['box', -0.14, 0.14, -1, 0.3]),
})

export const pipa = defineKind({
  ...instrument,
  id: 'pipa',
  names: { en: ['Pipa', 'chinese lute', 'lute', 'yueqin'], zh: ['琵琶', '阮', '月琴', '柳琴'] },
  size: sizeRange([0.31, 0.18, 1.02], 0.7, 1.15),
  ...onFloor(0.3, 0.6, ['front']),
  physics: movable(3, { fragile: true }),
  finishes: {
    body: { material: 'walnut', color: '#a8743f' },
    neck: { material: 'black_oak', color: '#3b2417' },
    dark: { material: 'black_oak', color: '#2a1a12' },
    strings: { material: 'cotton' },
  },
  shape: sculpt((model) => {
    addStrungInstrument(model, PIPA)
    // Frets up the neck, and the low stand that holds it upright.
    for (let k = 0; k < 12; k++)
      model.add(
        'strings',
        box(span(0, 0.07 + (12 - k) * 0.006), [-0.033, -0.024], span(0.24 + k * 0.034, 0.008), 0.001),
      )
    model.add(
      'dark',
      box(span(0, 0.16), [-0.07, 0.09], [-0.03, 0.0], 0.004),
      box(span(0, 0.1), [0.035, 0.06], [-0.02, 0.3], 0.004),
    )
  }),
  symbol: sketch('soft', ['disc', 0, -0.1, 0.95, 0.5]),
})

export const erhu = defineKind({
  ...instrument,
  id: 'erhu',
  names: { en: ['Erhu', 'huqin', 'chinese fiddle'], zh: ['二胡', '京胡', '高胡', '胡琴'] },
  size: sizeRange([0.16, 0.24, 0.82], 0.8, 1.15),
  ...onFloor(0.3, 0.6, ['front']),
  physics: movable(1.2, { fragile: true, centerOfMass: 0.25 }),
  finishes: {
    body: { material: 'walnut', color: '#5a2f1e' },
    skin: { material: 'leather', color: '#c9b48a' },
    strings: { material: 'steel' },
    bow: { material: 'bamboo' },
  },
  shape: sculpt((model) => {
    model.add('body', wheel('y', [0, 0, 0.075], 0.048, 0.13, 6))
    model.add('skin', wheel('y', [0, -0.066, 0.075], 0.042, 0.004, 6))
    model.add('body', box(span(0, 0.1), [-0.1, 0.11], [0, 0.03], 0.005))
    model.add('body', rod([0, 0, 0.1], [0, 0, 0.8], 0.011), rod([0, 0, 0.79], [0, -0.05, 0.82], 0.012))
    for (const z of [0.64, 0.7])
      model.add('body', rod([0, -0.005, z], [0, 0.11, z + 0.01], 0.009, { endRadius: 0.014 }))
    for (const x of [-0.004, 0.004]) model.add('strings', rod([x, -0.06, 0.1], [x, -0.012, 0.66], 0.0014))
    model.add('bow', rod([-0.08, -0.075, 0.17], [0.08, -0.075, 0.78], 0.005))
    model.add('strings', rod([-0.066, -0.078, 0.17], [0.082, -0.078, 0.74], 0.002))
  }),
  symbol: sketch('soft', ['disc', 0, 0, 0.3, 0.3]),
})

export const guitarStand = defineKind({
  ...instrument,
  id: 'guitar_stand',
  names: { en: ['Guitar stand', 'instrument stand', 'guitar rack'], zh: ['吉他架', '乐器架', '琴架'] },
  size: sizeRange([0.38, 0.4, 0.68], 0.7, 1.6),
  ...onFloor(0.3, 0.5, ['front']),
  physics: movable(1.5),
  finishes: { frame: { material: 'black_metal' }, pads: { material: 'rubber' } },
  shape: sculpt((model) => {
    model.add('frame', rod([0, 0.05, 0.18], [0, 0.1, 0.68], 0.012))
    for (const side of [-1, 1]) {
      model.add('frame', rod([0, 0.05, 0.2], [side * 0.19, -0.12, 0.012], 0.011))
      model.add(
        'frame',
        rod([0, 0.05, 0.3], [side * 0.1, -0.02, 0.3], 0.009),
        rod([side * 0.1, -0.02, 0.3], [side * 0.1, -0.14, 0.32], 0.009),
      )
      model.add(
        'pads',
        rod([side * 0.1, -0.03, 0.302], [side * 0.1, -0.145, 0.322], 0.014),
        cylinder(side * 0.19, -0.12, 0, 0.02, 0.016),
      )
      model.add('pads', rod([0, 0.1, 0.67], [side * 0.05, 0.04, 0.68], 0.013))
    }
    model.add('frame', rod([0, 0.06, 0.22], [0, 0.2, 0.012], 0.011))
    model.add('pads', cylinder(0, 0.2, 0, 0.02, 0.016))
  }),
  symbol: sketch('soft', ['line', -1, -1, 0, 0.2, 1, -1], ['line', 0, 0.2, 0, 1]),
})

import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, movable, onSurface, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { rod, wheel } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

const SOURCE = 'trade sizes; box sizes of simulated homes'

export const speaker = defineKind({
  id: 'speaker',
  names: {
    en: [
      'Speaker',
      'loudspeaker',
      'floorstanding speaker',
      'bookshelf speaker',
      'subwoofer',
      'stereo speaker',
      'smart speaker',
    ],
    zh: ['音箱', '音响', '落地音箱', '书架音箱', '低音炮', '智能音箱'],
  },
  group: 'music',
  size: { typical: [0.23, 0.34, 1.0], min: [0.1, 0.1, 0.14], max: [0.45, 0.5, 1.3] },
  source: 'furniture catalogue sizes; trade sizes',
  presets: [
    { id: 'bookshelf_speaker', names: { en: ['Bookshelf speaker'], zh: ['书架音箱'] }, size: [0.18, 0.24, 0.3] },
    { id: 'subwoofer', names: { en: ['Subwoofer'], zh: ['低音炮'] }, size: [0.36, 0.4, 0.4] },
  ],
  ...atWall(0.3, 0.6, 0.1),
  rooms: ['living_room', 'music_room', 'home_cinema', 'study', 'bedroom'],
  physics: movable(14, { centerOfMass: 0.45 }),
  companions: [
    { category: 'tv_stand', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.15, max: 0.6 } },
  ],
  finishes: {
    body: { material: 'walnut' },
    baffle: { material: 'felt', color: '#2b2c2d' },
    cone: { material: 'rubber', color: '#4b4d4f' },
    ring: { material: 'aluminium' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h] }) {
    const face = -d / 2 + 0.012
    model.add('body', box([-w / 2, w / 2], [face, d / 2], [0, h], 0.006, 'z'))
    model.add('baffle', box([-w / 2 + 0.01, w / 2 - 0.01], [face - 0.006, face + 0.004], [0.012, h - 0.01], 0.003))
    const r = Math.min(w * 0.38, h * 0.24)
    const cones = h > w * 3 ? [0.84, 0.56, 0.34].map((z) => z * h) : [h * 0.38]
    for (const z of cones) {
      model.add('ring', wheel('y', [0, face - 0.005, z], r, 0.008, 28))
      model.add(
        'cone',
        wheel('y', [0, face - 0.007, z], r * 0.86, 0.009, 28),
        wheel('y', [0, face - 0.009, z], r * 0.3, 0.006, 20),
      )
    }
    model.add(
      'ring',
      wheel('y', [0, face - 0.007, h > w * 3 ? h * 0.94 : h * 0.8], Math.min(r * 0.4, h * 0.035 + 0.01), 0.01, 20),
    )
  },
  symbol: sketch('box', ['line', -1, -0.75, 1, -0.75], ['disc', 0, -0.1, 0.5, 0.35]),
})

export const soundbar = defineKind({
  id: 'soundbar',
  names: { en: ['Soundbar', 'sound bar', 'tv speaker'], zh: ['回音壁', '条形音箱', '电视音响'] },
  group: 'electronics',
  size: { typical: [0.95, 0.1, 0.07], min: [0.5, 0.06, 0.04], max: [1.4, 0.16, 0.12] },
  source: SOURCE,
  ...onSurface,
  rooms: ['living_room', 'home_cinema', 'bedroom'],
  physics: movable(3),
  companions: [{ category: 'tv_stand', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: { body: { material: 'plastic', color: '#232425' }, grille: { material: 'mesh_fabric', color: '#3a3c3d' } },
  shape(model, { size: [w, d, h] }) {
    model.add('body', softBox([-w / 2, w / 2], [-d / 2 + 0.004, d / 2], [0, h], { radius: Math.min(h, d) * 0.25 }))
    model.add(
      'grille',
      softBox([-w / 2 + 0.012, w / 2 - 0.012], [-d / 2, -d / 2 + 0.02], [h * 0.14, h * 0.86], { radius: 0.008 }),
    )
  },
  symbol: sketch('soft', ['line', -0.95, -0.6, 0.95, -0.6]),
})

export const recordPlayer = defineKind({
  id: 'record_player',
  names: {
    en: ['Record player', 'turntable', 'vinyl player', 'gramophone'],
    zh: ['黑胶唱片机', '唱片机', '留声机', '电唱机'],
  },
  group: 'music',
  size: sizeRange([0.45, 0.36, 0.15], 0.75, 1.2),
  source: SOURCE,
  ...onSurface,
  rooms: ['living_room', 'music_room', 'study', 'bedroom'],
  physics: movable(6, { fragile: true }),
  companions: [{ category: 'sideboard', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'walnut' },
    platter: { material: 'plastic', color: '#17181a' },
    label: { material: 'paper', color: '#b5533c' },
    arm: { material: 'aluminium' },
  },
  shape: sculpt((model) => {
    model.add('body', box([-0.225, 0.225], [-0.18, 0.18], [0.02, 0.1], 0.006))
    for (const x of [-0.18, 0.18]) for (const y of [-0.14, 0.14]) model.add('platter', cylinder(x, y, 0, 0.022, 0.024))
    model.add('platter', cylinder(-0.045, 0, 0.1, 0.116, 0.152, 0.15, 40))
    for (const r of [0.13, 0.1]) model.add('platter', cylinder(-0.045, 0, 0.1, 0.1175, r, r, 40))
    model.add('label', cylinder(-0.045, 0, 0.1, 0.119, 0.05, 0.05, 28))
    model.add(
      'arm',
      cylinder(-0.045, 0, 0.1, 0.13, 0.004),
      cylinder(0.17, 0.12, 0.1, 0.145, 0.026),
      cylinder(0.18, -0.13, 0.1, 0.112, 0.018),
    )
    model.add(
      'arm',
      tube(
        roundedPath(
          [
            [0.17, 0.15, 0.137],
            [0.17, -0.05, 0.137],
            [0.08, -0.1, 0.128],
          ],
          0.05,
          5,
        ),
        0.005,
      ),
    )
    model.add('platter', box([0.06, 0.09], [-0.115, -0.09], [0.118, 0.132], 0.002))
  }),
  symbol: sketch(
    'soft',
    ['disc', -0.2, 0, 0.68, 0.85],
    ['disc', -0.2, 0, 0.2, 0.26],
    ['line', 0.75, 0.8, 0.75, -0.2, 0.35, -0.5],
  ),
})

export const gameConsole = defineKind({
  id: 'game_console',
  names: {
    en: ['Game console', 'games console', 'video game console', 'gaming console'],
    zh: ['游戏机', '游戏主机', '电视游戏机'],
  },
  group: 'electronics',
  size: sizeRange([0.4, 0.28, 0.09], 0.6, 1.2),
  source: SOURCE,
  ...onSurface,
  rooms: ['living_room', 'kids_room', 'playroom', 'bedroom'],
  physics: movable(4),
  companions: [{ category: 'tv_stand', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'plastic', color: '#efefee' },
    core: { material: 'plastic', color: '#1b1c1e' },
    light: { material: 'glass', color: '#5aa6e8' },
  },
  shape: sculpt((model, { states }) => {
    model.add('core', softBox([-0.13, 0.2], [-0.13, 0.13], [0.012, 0.078], { radius: 0.012 }))
    for (const z of [0, 0.066])
      model.add('body', softBox([-0.13, 0.2], [-0.14, 0.14], [z, z + 0.024], { radius: 0.011 }))
    model.add('light', box([-0.12, 0.19], [-0.132, -0.128], [0.05, 0.054], 0))
    if (states?.on) model.shine('light', 1)
    // The controller beside it.
    model.add('body', softBox([-0.2, -0.145], [-0.1, 0.04], [0, 0.04], { radius: 0.019, segments: 2 }))
    for (const y of [-0.065, 0.005]) model.add('core', cylinder(-0.172, y, 0.036, 0.052, 0.011))
  }),
  symbol: sketch('soft', ['line', -0.65, -1, -0.65, 1]),
})

export const projector = defineKind({
  id: 'projector',
  names: {
    en: ['Projector', 'beamer', 'home cinema projector', 'video projector'],
    zh: ['投影仪', '投影机', '家庭影院投影'],
  },
  group: 'electronics',
  size: sizeRange([0.34, 0.28, 0.13], 0.5, 1.3),
  source: SOURCE,
  variants: ['table', 'ceiling'],
  ...onSurface,
  rooms: ['living_room', 'home_cinema', 'office', 'bedroom', 'study'],
  physics: movable(4, { fragile: true }),
  companions: [
    {
      category: 'projector_screen',
      relation: 'opposite',
      count: { min: 0, max: 1 },
      gap: { min: 1.5, best: 3, max: 5 },
    },
  ],
  finishes: {
    body: { material: 'plastic', color: '#eceae6' },
    lens: { material: 'black_glass' },
    vent: { material: 'plastic', color: '#8f9091' },
  },
  shape: sculpt((model, { states, variant }) => {
    model.add('body', softBox([-0.17, 0.17], [-0.125, 0.14], [0.015, 0.115], { radius: 0.02, segments: 2 }))
    model.add('vent', wheel('y', [0.08, -0.125, 0.065], 0.042, 0.03, 24))
    model.add('lens', wheel('y', [0.08, -0.138, 0.065], 0.033, 0.012, 24))
    if (states?.on) model.shine('lens', 0.9)
    for (let k = 0; k < 6; k++)
      model.add('vent', box([-0.14, -0.03], [-0.127, -0.12], [0.035 + k * 0.012, 0.039 + k * 0.012], 0))
    if (variant === 'ceiling')
      model.add('vent', rod([0, 0.01, 0.11], [0, 0.01, 0.3], 0.016), cylinder(0, 0.01, 0.3, 0.31, 0.05))
    else
      for (const x of [-0.13, 0.13]) for (const y of [-0.09, 0.11]) model.add('vent', cylinder(x, y, 0, 0.018, 0.014))
  }),
  symbol: sketch('soft', ['disc', 0.47, -0.8, 0.22, 0.2], ['line', 0.47, -0.6, 0.47, 0.2]),
})

export const projectorScreen = defineKind({
  id: 'projector_screen',
  names: { en: ['Projector screen', 'projection screen', 'cinema screen'], zh: ['投影幕布', '幕布', '投影屏幕'] },
  group: 'electronics',
  size: { typical: [2.2, 0.1, 1.4], min: [1.2, 0.06, 0.8], max: [3.6, 0.16, 2.4] },
  source: SOURCE,
  ...onWall(0.7, 1.5),
  rooms: ['living_room', 'home_cinema', 'office', 'bedroom'],
  physics: { mass: 9, movable: false, friction: 0.5, centerOfMass: 0.9 },
  finishes: {
    cloth: { material: 'paper', color: '#f4f4f2' },
    case: { material: 'painted_metal' },
    border: { material: 'plastic', color: '#1f2022' },
  },
  shape(model, { size: [w, d, h] }) {
    const r = Math.min(d * 0.5, 0.06)
    model.add('case', softBox([-w / 2, w / 2], [d / 2 - r * 2, d / 2], [h - r * 2, h], { radius: r * 0.45 }))
    const y = [-d / 2 + 0.01, -d / 2 + 0.014] as const
    model.add('border', box([-w / 2 + 0.03, w / 2 - 0.03], y, [0.03, h - r], 0))
    model.add('cloth', box([-w / 2 + 0.07, w / 2 - 0.07], [y[0] - 0.003, y[0] + 0.001], [0.08, h - 0.16], 0))
    model.add('case', rod([-w / 2 + 0.02, y[0] + 0.002, 0.014], [w / 2 - 0.02, y[0] + 0.002, 0.014], 0.012))
    model.add('case', box([-w / 2 + 0.03, w / 2 - 0.03], [y[0], d / 2 - r], [h - r * 1.3, h - r * 0.9], 0))
  },
  symbol: sketch('box', ['line', -0.95, -0.5, 0.95, -0.5]),
})

export const desktopComputer = defineKind({
  id: 'desktop_computer',
  names: {
    en: ['Desktop computer', 'computer tower', 'pc', 'gaming pc', 'pc tower'],
    zh: ['台式电脑', '台式机', '主机', '电脑主机', '台式电脑主机'],
  },
  group: 'electronics',
  size: sizeRange([0.22, 0.45, 0.46], 0.6, 1.25),
  source: SOURCE,
  ...atWall(0.2, 0.4),
  rooms: ['study', 'office', 'bedroom', 'kids_room'],
  physics: movable(9),
  companions: [{ category: 'desk', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.6 } }],
  finishes: {
    body: { material: 'black_metal' },
    glass: { material: 'black_glass' },
    light: { material: 'glass', color: '#7fd0ff' },
    feet: { material: 'rubber' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    model.add('body', box([-w / 2 + 0.004, w / 2], [-d / 2 + 0.006, d / 2], [0.02, h], 0.005))
    model.add('glass', box([-w / 2, -w / 2 + 0.008], [-d / 2 + 0.02, d / 2 - 0.02], [0.035, h - 0.02], 0.002))
    model.add('glass', box([-w / 2 + 0.02, w / 2 - 0.015], [-d / 2, -d / 2 + 0.01], [0.035, h - 0.02], 0.003))
    for (const z of [0.28, 0.52, 0.76])
      model.add('light', wheel('y', [0, -d / 2 - 0.0002, h * z], Math.min(w, h / 4) * 0.36, 0.003, 24))
    for (const z of [0.28, 0.52, 0.76])
      model.add('glass', wheel('y', [0, -d / 2 - 0.0006, h * z], Math.min(w, h / 4) * 0.31, 0.004, 24))
    if (states?.on) model.shine('light', 0.9)
    for (const x of [-w * 0.36, w * 0.36])
      for (const y of [-d * 0.4, d * 0.4]) model.add('feet', cylinder(x, y, 0, 0.022, 0.016))
  },
  symbol: sketch('box', ['line', -1, -0.9, 1, -0.9]),
})

export const printer = defineKind({
  id: 'printer',
  names: {
    en: ['Printer', 'laser printer', 'photocopier', 'copier', 'scanner', 'inkjet printer'],
    zh: ['打印机', '复印机', '扫描仪', '激光打印机'],
  },
  group: 'electronics',
  size: sizeRange([0.44, 0.38, 0.26], 0.75, 1.5),
  source: SOURCE,
  ...onSurface,
  rooms: ['study', 'office'],
  physics: movable(9),
  companions: [{ category: 'filing_cabinet', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'plastic', color: '#e9e8e4' },
    dark: { material: 'plastic', color: '#35373a' },
    paper: { material: 'paper' },
    display: { material: 'screen', color: '#7fa7b8' },
  },
  shape: sculpt((model, { states }) => {
    model.add('body', softBox([-0.22, 0.22], [-0.15, 0.19], [0.01, 0.2], { radius: 0.014 }))
    model.add('dark', softBox([-0.215, 0.215], [-0.14, 0.18], [0.2, 0.235], { radius: 0.01 }))
    model.add(
      'dark',
      box([-0.16, 0.16], [-0.156, -0.1], [0.08, 0.13], 0.003),
      box([-0.2, 0.2], [-0.13, 0.17], [0, 0.012], 0),
    )
    model.add('body', box([-0.15, 0.15], [-0.19, -0.14], [0.07, 0.08], 0.002))
    model.add('paper', box([-0.105, 0.105], [-0.188, -0.11], [0.08, 0.085], 0))
    model.add('paper', move(turn(box([-0.105, 0.105], [-0.002, 0.002], [0, 0.07], 0), 'x', -0.35), 0, 0.15, 0.2))
    model.add('body', box([0.06, 0.2], [-0.165, -0.14], [0.15, 0.195], 0.004))
    model.add('display', box([0.09, 0.17], [-0.168, -0.16], [0.16, 0.188], 0))
    if (states?.on) model.shine('display', 0.5)
  }),
  symbol: sketch('soft', ['box', -0.75, 0.75, -0.6, 0.7], ['line', -0.7, -0.8, 0.7, -0.8]),
})

export const safe = defineKind({
  id: 'safe',
  names: { en: ['Safe', 'strongbox', 'safe box'], zh: ['保险箱', '保险柜', '保管箱'] },
  group: 'storage',
  size: { typical: [0.4, 0.42, 0.5], min: [0.28, 0.22, 0.2], max: [0.65, 0.6, 1.2] },
  source: SOURCE,
  ...atWall(0.5, 0.7),
  rooms: ['study', 'bedroom', 'walk_in_closet', 'office', 'storage_room'],
  physics: movable(60, { friction: 0.6 }),
  finishes: {
    body: { material: 'painted_metal', color: '#4d5054' },
    door: { material: 'painted_metal', color: '#5c6065' },
    dial: { material: 'chrome' },
    pad: { material: 'screen', color: '#6fb0a0' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h] }) {
    const face = -d / 2 + 0.05
    model.add('body', box([-w / 2, w / 2], [face, d / 2], [0, h], 0.008))
    model.add('door', box([-w / 2 + 0.025, w / 2 - 0.025], [face - 0.014, face + 0.004], [0.025, h - 0.025], 0.006))
    const r = Math.min(w, h) * 0.16
    model.add('dial', wheel('y', [w * 0.12, face - 0.022, h * 0.48], r * 0.5, 0.02, 24))
    for (let k = 0; k < 3; k++) {
      const a = (Math.PI * 2 * k) / 3 + Math.PI / 2
      model.add(
        'dial',
        rod(
          [w * 0.12, face - 0.036, h * 0.48],
          [w * 0.12 + Math.cos(a) * r, face - 0.036, h * 0.48 + Math.sin(a) * r],
          0.008,
        ),
      )
    }
    model.add('dial', wheel('y', [w * 0.12, face - 0.036, h * 0.48], r * 0.22, 0.026, 16))
    model.add('pad', box(span(-w * 0.2, w * 0.2), [face - 0.018, face], span(h * 0.68, h * 0.14), 0.002))
    for (const z of [0.2, 0.8])
      model.add(
        'dial',
        rod([-w / 2 + 0.02, face - 0.008, h * z - 0.03], [-w / 2 + 0.02, face - 0.008, h * z + 0.03], 0.01),
      )
  },
  symbol: sketch('box', ['box', -0.85, 0.85, -1, -0.75]),
})

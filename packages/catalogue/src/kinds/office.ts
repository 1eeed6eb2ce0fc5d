import { addCabinet, type Cell, divide, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { sculpt } from '../assemblies/sculpt.ts'
import { sketch } from '../assemblies/sketch.ts'
import { addTableTop, drawTable, tableSeats } from '../assemblies/table.ts'
import { defineKind, topSurface } from '../kind.ts'
import { atWall, movable, onFloor, onSurface, onWall, sizeRange } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { rod, wheel } from '../modelling/prism.ts'
import { arc, type Point, tableRing } from '../modelling/ring.ts'
import { detail, outline } from '../symbol.ts'

export const filingCabinet = defineKind({
  id: 'filing_cabinet',
  names: {
    en: ['Filing cabinet', 'file cabinet', 'drawer pedestal', 'desk pedestal', 'document cabinet'],
    zh: ['文件柜', '档案柜', '资料柜', '活动柜'],
  },
  group: 'storage',
  size: { typical: [0.42, 0.58, 0.7], min: [0.36, 0.42, 0.5], max: [0.95, 0.68, 1.4] },
  source: 'furniture size table; office trade sizes',
  ...atWall(0.8, 0.95),
  rooms: ['study', 'office', 'library'],
  physics: movable(28),
  opens: 'drawers',
  companions: [
    { category: 'desk', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 1 } },
  ],
  finishes: {
    front: { material: 'painted_metal', color: '#c9cbc7' },
    body: { material: 'painted_metal', color: '#bcbfbb' },
    handles: { material: 'chrome' },
    label: { material: 'paper' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
    const rows = divide([0.04, h - 0.015], fieldsFor(h, 0.34, 2))
    const columns = divide([-w / 2, w / 2], fieldsFor(w, 0.5))
    addCabinet(model, {
      y,
      cells: rows.flatMap((z) => columns.map((x): Cell => ({ type: 'drawer', x, z }))),
      open: states?.open,
    })
    model.add(
      'body',
      box([-w / 2, w / 2], [y[0], y[1]], [h - 0.015, h], 0.004),
      box([-w / 2 + 0.02, w / 2 - 0.02], [y[0] + 0.03, y[1]], [0, 0.04], 0),
    )
    if (!states?.open)
      for (const z of rows)
        for (const x of columns)
          model.add(
            'label',
            box(span((x[0] + x[1]) / 2, 0.07), [y[0] - 0.002, y[0] + 0.002], span(z[0] + (z[1] - z[0]) * 0.5, 0.03), 0),
          )
  },
  symbol: sketch('box', ['line', -1, -0.9, 1, -0.9], ['line', -0.25, -0.96, 0.25, -0.96]),
})

export const deskOrganiser = defineKind({
  id: 'desk_organiser',
  names: {
    en: [
      'Desk organiser',
      'desk organizer',
      'pen holder',
      'pencil holder',
      'pen pot',
      'desk tidy',
      'paper tray',
      'letter tray',
    ],
    zh: ['桌面收纳', '笔筒', '文具收纳', '文件架', '收纳盒'],
  },
  group: 'decor',
  size: sizeRange([0.26, 0.16, 0.17], 0.35, 1.5),
  source: 'box sizes of simulated homes',
  ...onSurface,
  rooms: ['study', 'office', 'bedroom', 'kids_room'],
  physics: movable(0.8),
  companions: [{ category: 'desk', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'oak' },
    pens: { material: 'plastic', color: '#3f6ea3' },
    pens_2: { material: 'plastic', color: '#c8632f' },
    paper: { material: 'paper' },
  },
  shape: sculpt((model) => {
    model.add('body', box([-0.13, 0.13], [-0.08, 0.08], [0, 0.01], 0.002))
    for (const x of [-0.128, -0.03, 0.04, 0.128])
      model.add('body', box(span(x, 0.007), [-0.08, 0.08], [0.01, x < 0 ? 0.11 : 0.07], 0.001))
    for (const y of [-0.077, 0.077])
      model.add(
        'body',
        box([-0.13, -0.03], span(y, 0.007), [0.01, 0.11], 0.001),
        box([-0.03, 0.13], span(y, 0.007), [0.01, 0.06], 0.001),
      )
    for (let k = 0; k < 6; k++) {
      const x = -0.11 + (k % 3) * 0.028
      const y = -0.04 + Math.floor(k / 3) * 0.07
      model.add(
        k % 2 ? 'pens' : 'pens_2',
        rod([x, y, 0.012], [x + 0.012 * ((k % 3) - 1), y + 0.006, 0.155 + 0.006 * (k % 3)], 0.0045, { segments: 6 }),
      )
    }
    model.add(
      'paper',
      box([-0.02, 0.032], [-0.06, 0.06], [0.01, 0.09], 0),
      box([0.05, 0.12], [-0.06, 0.06], [0.01, 0.035], 0),
    )
  }),
  symbol: sketch('box', ['box', -0.95, -0.25, -0.9, 0.9], ['line', 0.3, -1, 0.3, 1]),
})

export const whiteboard = defineKind({
  id: 'whiteboard',
  names: {
    en: ['Whiteboard', 'white board', 'blackboard', 'chalkboard', 'dry erase board'],
    zh: ['白板', '黑板', '磁性白板', '写字板'],
  },
  group: 'decor',
  size: { typical: [1.2, 0.07, 0.9], min: [0.45, 0.04, 0.35], max: [2.4, 0.12, 1.3] },
  source: 'office trade sizes',
  ...onWall(0.95, 0.6),
  rooms: ['study', 'office', 'kids_room', 'playroom'],
  physics: movable(8),
  companions: [
    { category: 'desk', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.3, max: 0.6 } },
  ],
  finishes: {
    board: { material: 'white_lacquer' },
    frame: { material: 'aluminium' },
    pen: { material: 'plastic', color: '#3565a6' },
    pen_2: { material: 'plastic', color: '#b8402f' },
  },
  shape(model, { size: [w, d, h] }) {
    const back: Range = [d / 2 - 0.022, d / 2]
    const t = 0.022
    for (const s of [-1, 1])
      model.add(
        'frame',
        box(span(s * (w / 2 - t / 2), t), back, [0, h], 0.003),
        box([-w / 2 + t, w / 2 - t], back, s > 0 ? [h - t, h] : [0, t], 0.003),
      )
    model.add('board', box([-w / 2 + t, w / 2 - t], [back[0] + 0.005, back[1]], [t, h - t], 0))
    model.add('frame', box(span(0, w * 0.5), [-d / 2, back[1] - 0.01], [0, 0.012], 0.003))
    for (const [slot, x] of [
      ['pen', -w * 0.12],
      ['pen_2', w * 0.06],
    ] as const)
      model.add(slot, rod([x, -d * 0.2, 0.02], [x + w * 0.1, -d * 0.2, 0.02], 0.008))
    // A sketch that somebody left on it.
    model.add(
      'pen',
      box([-w * 0.34, -w * 0.08], [back[0] + 0.003, back[0] + 0.006], span(h * 0.74, 0.008), 0),
      box([-w * 0.34, -w * 0.16], [back[0] + 0.003, back[0] + 0.006], span(h * 0.62, 0.008), 0),
    )
    model.add('pen_2', wheel('y', [w * 0.2, back[0] + 0.0045, h * 0.6], h * 0.13, 0.002, 28))
    model.add('board', wheel('y', [w * 0.2, back[0] + 0.004, h * 0.6], h * 0.117, 0.003, 28))
  },
  symbol: sketch('box', ['line', -1, 0.3, 1, 0.3]),
})

export const pinboard = defineKind({
  id: 'pinboard',
  names: {
    en: [
      'Pinboard',
      'pin board',
      'cork board',
      'corkboard',
      'notice board',
      'bulletin board',
      'pegboard',
      'memo board',
    ],
    zh: ['软木板', '留言板', '公告板', '洞洞板', '照片板', '告示板'],
  },
  group: 'decor',
  size: { typical: [0.9, 0.03, 0.6], min: [0.3, 0.02, 0.3], max: [1.8, 0.06, 1.2] },
  source: 'office trade sizes',
  ...onWall(1.15),
  rooms: ['study', 'office', 'kids_room', 'kitchen', 'bedroom'],
  physics: movable(3),
  companions: [
    { category: 'desk', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.3, max: 0.6 } },
  ],
  finishes: {
    board: { material: 'cork' },
    frame: { material: 'oak' },
    note: { material: 'paper', color: '#f2e3a0' },
    note_2: { material: 'paper', color: '#f5f1e8' },
    note_3: { material: 'paper', color: '#b9d0cf' },
    pins: { material: 'plastic', color: '#b8402f' },
  },
  shape(model, { size: [w, d, h] }) {
    const t = Math.min(0.025, h * 0.08)
    const y: Range = [-d / 2 + d * 0.3, d / 2]
    for (const s of [-1, 1])
      model.add(
        'frame',
        box(span(s * (w / 2 - t / 2), t), y, [0, h], 0.003, 'z'),
        box([-w / 2 + t, w / 2 - t], y, s > 0 ? [h - t, h] : [0, t], 0.003),
      )
    const face = y[0] + d * 0.15
    model.add('board', box([-w / 2 + t, w / 2 - t], [face, d / 2], [t, h - t], 0))
    const notes = [
      [-0.32, 0.7, 0.2, 0.26],
      [-0.08, 0.66, 0.16, 0.34],
      [0.2, 0.72, 0.28, 0.22],
      [-0.24, 0.3, 0.26, 0.3],
      [0.12, 0.28, 0.18, 0.3],
      [0.33, 0.36, 0.14, 0.34],
    ] as const
    notes.forEach(([x, z, nw, nh], k) => {
      model.add(
        ['note', 'note_2', 'note_3'][k % 3]!,
        box(span(x * w, nw * w), [face - d * 0.08, face + 0.001], span(z * h, nh * h), 0),
      )
      model.add(
        'pins',
        wheel('y', [x * w, (face - d / 2) / 2 - d * 0.02, (z + nh * 0.4) * h], 0.008, face + d / 2 + d * 0.04, 10),
      )
    })
  },
  symbol: sketch('box', ['line', -0.97, -0.2, 0.97, -0.2]),
})

export const meetingTable = defineKind({
  id: 'meeting_table',
  names: { en: ['Meeting table', 'conference table', 'boardroom table'], zh: ['会议桌', '会议台', '洽谈桌'] },
  group: 'tables',
  size: { typical: [2.4, 1.1, 0.75], min: [1.0, 0.8, 0.7], max: [4.8, 1.6, 0.8] },
  source: 'office trade sizes; 0.60 m of edge per person after Neufert',
  shapes: ['rectangular', 'oval', 'round'],
  ...onFloor(0.9, 1.1, undefined, 0.9),
  rooms: ['office', 'study', 'library'],
  physics: movable(75, { centerOfMass: 0.75 }),
  companions: [
    {
      category: 'office_chair',
      relation: 'around',
      count: { min: 4, max: 12 },
      gap: { min: -0.25, best: 0.05, max: 0.15 },
      pitch: 0.75,
    },
  ],
  finishes: { top: { material: 'walnut' }, legs: { material: 'black_metal' }, ports: { material: 'aluminium' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.1,
      depth: d - 0.1,
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  seats: (p) => tableSeats({ ...p, size: [p.size[0] * 0.86, p.size[1], p.size[2]] }),
  tuckDepth: ({ size }) => Math.min(0.4, size[1] * 0.4),
  shape(model, p) {
    const [w, d, h] = p.size
    addTableTop(model, p, 0.035, 0.08)
    const panels = p.shape === 'round' ? [0] : w > 3 ? [-w * 0.32, 0, w * 0.32] : [-w * 0.28, w * 0.28]
    for (const x of panels) {
      const wide = Math.min(0.6, d * 0.5)
      model.add('legs', extrude(tableRing('rectangular', span(x, 0.09), span(0, wide), 0.03), [0.012, h - 0.035]))
      model.add(
        'legs',
        extrude(tableRing('rectangular', span(x, 0.3), span(0, Math.min(d * 0.66, wide + 0.2)), 0.04), [0, 0.018], {
          bevel: 0.004,
        }),
      )
    }
    if (panels.length > 1)
      model.add('legs', box([panels[0]!, panels[panels.length - 1]!], span(0, 0.05), [h - 0.16, h - 0.1], 0.004))
    model.add('ports', box(span(0, 0.3), span(0, 0.1), [h - 0.01, h], 0.002))
  },
  symbol: (p) => [...drawTable(p), detail(tableRing('rectangular', span(0, 0.3), span(0, 0.1)))],
})

/** A counter in plan: straight, or bent around the person behind it. */
function counterRing(w: number, d: number, shape: string | undefined, thick: number): Point[] {
  if (shape !== 'curved') return tableRing('rectangular', [-w / 2, w / 2], [-d / 2, -d / 2 + thick], 0.01)
  const outer = arc(0, d / 2, w / 2, d, Math.PI, Math.PI * 2, 28)
  const inner = arc(0, d / 2, w / 2 - thick, d - thick, Math.PI * 2, Math.PI, 28)
  return [...outer, ...inner]
}

export const receptionDesk = defineKind({
  id: 'reception_desk',
  names: {
    en: ['Reception desk', 'reception counter', 'front desk', 'service counter', 'cashier counter'],
    zh: ['前台', '接待台', '收银台', '服务台', '迎宾台'],
  },
  group: 'tables',
  size: { typical: [1.8, 0.75, 1.1], min: [1.0, 0.55, 0.9], max: [3.6, 1.6, 1.25] },
  source: 'office trade sizes',
  shapes: ['straight', 'curved'],
  ...onFloor(0.9, 1.2, ['front', 'back']),
  rooms: ['office', 'entrance', 'living_room'],
  physics: movable(85),
  companions: [
    { category: 'office_chair', relation: 'near', count: { min: 0, max: 2 }, gap: { min: 0, best: 0.3, max: 0.6 } },
  ],
  finishes: {
    front: { material: 'oak' },
    top: { material: 'quartz' },
    desk: { material: 'white_lacquer' },
    light: { material: 'glass', color: '#fff1d6' },
  },
  seats: () => 1,
  surfaces: ({ size: [w, d, h], shape }) =>
    shape === 'curved' ? [] : [{ x: 0, y: -d / 2 + 0.17, z: h, width: w - 0.06, depth: 0.28, clear: Infinity }],
  shape(model, { size: [w, d, h], shape, states }) {
    const curved = shape === 'curved'
    model.add('front', extrude(counterRing(w, d, shape, curved ? 0.1 : 0.06), [0.06, h - 0.04]))
    model.add('light', extrude(counterRing(w - 0.02, d - 0.02, shape, curved ? 0.1 : 0.06), [0, 0.06]))
    if (states?.on) model.shine('light', 0.8)
    model.add('top', extrude(counterRing(w, d, shape, Math.min(0.34, d * 0.5)), [h - 0.04, h]))
    if (curved)
      model.add('desk', extrude(arc(0, d / 2 - 0.05, w / 2 - 0.08, d - 0.14, Math.PI, Math.PI * 2, 20), [0.7, 0.73]))
    else {
      model.add('desk', box([-w / 2 + 0.05, w / 2 - 0.05], [-d / 2 + 0.06, d / 2], [0.7, 0.73], 0.003))
      for (const s of [-1, 1])
        model.add('front', box(span(s * (w / 2 - 0.03), 0.06), [-d / 2 + 0.06, d / 2], [0, h - 0.04], 0.003))
    }
    for (let k = 1; k < Math.round(w / 0.12) && !curved; k++)
      model.add('front', box(span(-w / 2 + k * 0.12, 0.012), [-d / 2 - 0.002, -d / 2 + 0.006], [0.08, h - 0.06], 0.002))
  },
  symbol: ({ size: [w, d], shape }) => [
    outline(counterRing(w, d, shape, shape === 'curved' ? Math.min(0.34, d * 0.5) : d)),
    detail(counterRing(w, d, shape, Math.min(0.34, d * 0.5))),
  ],
})

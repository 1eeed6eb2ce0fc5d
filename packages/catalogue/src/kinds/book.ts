import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

/** Usual thickness of one book, metres. */
const THICKNESS = 0.028
const SLOTS = ['cover', 'cover_2', 'cover_3'] as const

export const book = defineKind({
  id: 'book',
  names: { en: ['Book', 'books', 'stack of books', 'magazine', 'novel'], zh: ['书', '书本', '书籍', '杂志', '一摞书'] },
  group: 'decor',
  size: { typical: [0.15, 0.21, 0.03], min: [0.08, 0.1, 0.006], max: [0.36, 0.42, 0.4] },
  source: 'box sizes of simulated homes; a taller one is a stack',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 0.5, movable: true, friction: 0.4, centerOfMass: 0.5 },
  companions: [{ category: 'bookcase', relation: 'inside', count: { min: 0, max: 1 } }],
  finishes: {
    cover: { material: 'paper', color: '#7f8f7d' },
    cover_2: { material: 'paper', color: '#b98a6b' },
    cover_3: { material: 'paper', color: '#d8cbb4' },
    pages: { material: 'paper', color: '#f3eee2' },
  },
  surfaces: ({ size: [w, d, h] }) => [{ x: 0, y: 0, z: h, width: w - 0.02, depth: d - 0.02, clear: Infinity }],
  shape(model, { size: [w, d, h] }) {
    const count = Math.max(1, Math.round(h / THICKNESS / 1.2))
    const thick = h / count
    for (let k = 0; k < count; k++) {
      const slot = SLOTS[k % SLOTS.length]!
      const small = k === 0 ? 0 : 0.04 + (k % 3) * 0.03
      const x: Range = [(-w / 2) * (1 - small), (w / 2) * (1 - small * 0.6)]
      const y: Range = [(-d / 2) * (1 - small * 0.5), (d / 2) * (1 - small)]
      const z = k * thick
      const board = Math.min(0.0025, thick * 0.15)
      model.add(
        slot,
        box(x, y, [z, z + board], 0),
        box(x, y, [z + thick - board, z + thick], 0),
        box([x[0], x[0] + board], y, [z + board, z + thick - board], 0),
      )
      model.add(
        'pages',
        box([x[0] + board, x[1] - 0.003], [y[0] + 0.003, y[1] - 0.003], [z + board, z + thick - board], 0),
      )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    stroke([-w / 2 + w * 0.08, -d / 2], [-w / 2 + w * 0.08, d / 2]),
  ],
})

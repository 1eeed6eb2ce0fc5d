import { addBooks } from '../assemblies/books.ts'
import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind, type Surface, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { footprint, outline, stroke } from '../symbol.ts'

const BOARD = 0.02
const PLINTH = 0.06

export const bookcase = defineKind({
  id: 'bookcase',
  names: {
    en: ['Bookcase', 'bookshelf', 'book shelf', 'book case', 'library', 'bookrack'],
    zh: ['书柜', '书架', '书橱', '书格'],
  },
  group: 'storage',
  size: { typical: [0.8, 0.31, 2.0], min: [0.35, 0.2, 0.7], max: [2.4, 0.45, 2.6] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  variants: ['filled', 'empty'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.61, recommended: 0.75 }, side: 0 },
  rooms: ['study', 'living_room', 'bedroom', 'kids_room'],
  physics: { mass: 48, movable: true, friction: 0.5, centerOfMass: 0.48 },
  companions: [
    { category: 'book', relation: 'inside', count: { min: 0, max: 12 } },
    { category: 'desk', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.8, max: 1.5 } },
  ],
  finishes: {
    body: { material: 'oak' },
    back: { material: 'painted_wood', color: '#e9e4da' },
    books: { material: 'paper', color: '#b9ab98' },
    books_2: { material: 'paper', color: '#7f8c7b' },
    books_3: { material: 'paper', color: '#a8735a' },
  },
  surfaces: (p) => [topSurface(p), ...shelves(p)],
  shape(model, p) {
    const [w, d, h] = p.size
    const y: Range = [-d / 2, d / 2]
    const { columns, rows } = grid(p)
    const z: Range = [PLINTH, h]
    for (const side of [
      [-w / 2, -w / 2 + BOARD],
      [w / 2 - BOARD, w / 2],
    ] as const)
      model.add('body', box(side, y, [0, h], 0.002, 'z'))
    const x: Range = [-w / 2 + BOARD, w / 2 - BOARD]
    model.add(
      'body',
      box(x, [y[0] + 0.02, y[1]], [0, PLINTH], 0),
      box(x, y, [PLINTH, PLINTH + BOARD], 0.002, 'x'),
      box(x, y, [h - BOARD, h], 0.002, 'x'),
    )
    model.add('back', box(x, [y[1] - 0.008, y[1]], z, 0))
    for (const [at] of divide(x, columns).slice(1))
      model.add(
        'body',
        box([at - BOARD / 2, at + BOARD / 2], [y[0], y[1] - 0.008], [PLINTH + BOARD, h - BOARD], 0.002, 'z'),
      )
    for (const [at] of divide([PLINTH + BOARD / 2, h - BOARD / 2], rows).slice(1)) {
      for (const field of divide(x, columns))
        model.add(
          'body',
          box(
            [field[0] + 0.001, field[1] - 0.001],
            [y[0] + 0.006, y[1] - 0.008],
            [at - BOARD / 2, at + BOARD / 2],
            0.002,
            'x',
          ),
        )
    }
    if (p.variant !== 'empty') for (const [k, shelf] of shelves(p).entries()) addBooks(model, shelf, k)
  },
  symbol: (p) => {
    const [w, d] = p.size
    return [
      outline(footprint(w, d)),
      stroke([-w / 2, d / 2 - 0.03], [w / 2, d / 2 - 0.03]),
      ...divide([-w / 2, w / 2], grid(p).columns)
        .slice(1)
        .map(([x]) => stroke([x, -d / 2], [x, d / 2 - 0.03])),
      ...Array.from({ length: Math.round(w / 0.09) - 1 }, (_, k) =>
        stroke(
          [-w / 2 + 0.09 * (k + 1), d / 2 - 0.03],
          [-w / 2 + 0.09 * (k + 1), d / 2 - d * (0.6 + ((k * 3) % 4) * 0.05)],
        ),
      ),
    ]
  },
})

/** Bays of about 0.8 m, shelves about 0.34 m apart. */
function grid({ size: [w, , h] }: BuildParameters): { columns: number; rows: number } {
  return { columns: Math.max(1, Math.ceil((w - 0.1) / 0.85)), rows: fieldsFor(h - PLINTH, 0.34, 2) }
}

function shelves(p: BuildParameters): Surface[] {
  const [w, d, h] = p.size
  const { columns, rows } = grid(p)
  return divide([PLINTH + BOARD / 2, h - BOARD / 2], rows).flatMap(([low, high]) =>
    divide([-w / 2 + BOARD, w / 2 - BOARD], columns).map((field): Surface => {
      const margin = BOARD / 2 + 0.004
      return {
        x: (field[0] + field[1]) / 2,
        y: 0,
        z: low + BOARD / 2,
        width: field[1] - field[0] - margin * 2,
        depth: d - 0.03,
        clear: high - low - BOARD,
        inside: true,
      }
    }),
  )
}

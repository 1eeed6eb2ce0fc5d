import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { drapery } from '../modelling/drapery.ts'
import type { Range } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import type { Point } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'

/** How far curtains are open where the item does not say: by day they hang at the sides. */
const DRAWN_ASIDE = 0.85

/** Width of one fold, metres. */
const FOLD = 0.11

export const curtain = defineKind({
  id: 'curtain',
  names: {
    en: ['Curtain', 'curtains', 'drapes', 'drape', 'window curtain'],
    zh: ['窗帘', '帘子', '布帘', '纱帘', '遮光帘'],
  },
  group: 'decor',
  size: { typical: [1.8, 0.12, 2.5], min: [0.5, 0.06, 0.6], max: [5, 0.25, 3.2] },
  source: 'trade sizes; rail 0.15–0.3 m wider than the window',
  mount: 'wall',
  mountHeight: 0.02,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 4, movable: true, friction: 0.5, centerOfMass: 0.5, softness: 1 },
  opens: 'doors',
  companions: [],
  finishes: { cloth: { material: 'linen', color: '#d6cdbd' }, rod: { material: 'brass' } },
  shape(model, { size: [w, d, h], states }) {
    const r = Math.min(0.012, d * 0.12)
    const rod = h - Math.max(r, 0.02)
    model.add(
      'rod',
      tube(
        [
          [-w / 2 + 0.02, 0, rod],
          [w / 2 - 0.02, 0, rod],
        ],
        r,
        { segments: 10 },
      ),
    )
    for (const side of [-1, 1]) {
      model.add('rod', ball(side * (w / 2 - 0.02), 0, rod, 0.02, 0.04, 12))
      model.add(
        'rod',
        box([side * w * 0.44 - 0.006, side * w * 0.44 + 0.006], [0, d / 2], [rod - 0.006, rod + 0.006], 0),
      )
    }
    for (const x of leaves(w, states?.open ?? DRAWN_ASIDE))
      model.add('cloth', drapery(x, [-d / 2, d / 2], [0, rod - r - 0.004], foldsOf(w / 2, d)))
  },
  symbol: ({ size: [w, d], states }) =>
    leaves(w, states?.open ?? DRAWN_ASIDE).map(([a, b]) => {
      const folds = foldsOf(w / 2, d)
      const points = Array.from(
        { length: folds * 8 + 1 },
        (_, k): Point => [a + ((b - a) * k) / (folds * 8), Math.sin((k / 8) * Math.PI * 2) * d * 0.4],
      )
      return { points, closed: false, style: 'outline' as const }
    }),
})

/** Two halves that meet in the middle when closed, and bunch up to a third when open. */
function leaves(w: number, open: number): Range[] {
  const half = w / 2 - 0.03
  const width = half * (1 - 0.66 * Math.max(0, Math.min(1, open)))
  return [
    [-w / 2 + 0.03, -w / 2 + 0.03 + width],
    [w / 2 - 0.03 - width, w / 2 - 0.03],
  ]
}

/** Deeper curtains fall in fewer, wider folds. */
function foldsOf(width: number, depth: number): number {
  return Math.max(3, Math.round(width / Math.max(FOLD, depth * 0.9)))
}

import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Point } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { outline, stroke } from '../symbol.ts'

export const ironingBoard = defineKind({
  id: 'ironing_board',
  names: { en: ['Ironing board', 'ironing table'], zh: ['烫衣板', '熨衣板', '烫衣架'] },
  group: 'other',
  size: { typical: [1.25, 0.38, 0.88], min: [0.9, 0.28, 0.6], max: [1.5, 0.5, 1.0] },
  source: 'trade sizes; catalogue sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0 },
  rooms: ['laundry', 'bedroom', 'balcony'],
  physics: { mass: 6, movable: true, friction: 0.4, centerOfMass: 0.7 },
  companions: [],
  finishes: { cover: { material: 'cotton', color: '#a9b5a3' }, frame: { material: 'painted_metal' } },
  surfaces: ({ size: [w, d, h] }) => [{ x: -w * 0.12, y: 0, z: h, width: w * 0.6, depth: d * 0.8, clear: Infinity }],
  shape(model, { size: [w, d, h] }) {
    model.add('cover', extrude(boardRing(w, d), [h - 0.035, h], { bevel: 0.01 }))
    const r = 0.011
    const x = w * 0.34
    for (const y of [-d * 0.26, d * 0.26]) {
      model.add(
        'frame',
        tube(
          [
            [-x, y, r * 2],
            [x * 0.8, y * 0.4, h - 0.035],
          ],
          r,
          { segments: 8 },
        ),
        tube(
          [
            [x, y * 0.9, r * 2],
            [-x * 0.8, y * 0.5, h - 0.035],
          ],
          r,
          { segments: 8 },
        ),
      )
    }
    for (const at of [-x, x])
      model.add(
        'frame',
        tube(
          [
            [at, -d * 0.42, r],
            [at, d * 0.42, r],
          ],
          r,
          { segments: 8 },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [outline(boardRing(w, d)), stroke([-w * 0.4, 0], [w * 0.36, 0])],
})

/** Straight at one end, a rounded nose at the other. */
function boardRing(w: number, d: number): Point[] {
  const ring: Point[] = [
    [-w / 2 + 0.03, -d / 2],
    [w * 0.12, -d / 2],
  ]
  for (let k = 1; k < 12; k++) {
    const a = -Math.PI / 2 + (Math.PI * k) / 12
    ring.push([
      w * 0.12 + Math.cos(a) ** 0.8 * (w * 0.38),
      (Math.sign(Math.sin(a)) * Math.abs(Math.sin(a)) ** 1.25 * d) / 2,
    ])
  }
  ring.push([w * 0.12, d / 2], [-w / 2 + 0.03, d / 2], [-w / 2, d / 2 - 0.03], [-w / 2, -d / 2 + 0.03])
  return ring
}

import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { lathe } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { scale, turn } from '../modelling/transform.ts'
import { detail, outline } from '../symbol.ts'

export const trashBin = defineKind({
  id: 'trash_bin',
  names: {
    en: ['Trash bin', 'trash can', 'garbage can', 'bin', 'waste bin', 'dustbin', 'rubbish bin', 'wastebasket'],
    zh: ['垃圾桶', '垃圾箱', '废纸篓', '纸篓'],
  },
  group: 'other',
  size: { typical: [0.3, 0.3, 0.5], min: [0.18, 0.18, 0.22], max: [0.5, 0.5, 0.75] },
  source: 'trade sizes; catalogue sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.2, recommended: 0.3 }, side: 0 },
  rooms: ['any'],
  physics: { mass: 3, movable: true, friction: 0.5, centerOfMass: 0.4 },
  opens: 'lid',
  companions: [],
  finishes: {
    body: { material: 'steel' },
    lid: { material: 'plastic', color: '#3c3e3f' },
    pedal: { material: 'plastic', color: '#2b2c2d' },
  },
  shape(model, { size: [w, d, h], states }) {
    const r = w / 2
    const squash = (d - 0.02) / w
    const lid = Math.min(0.06, h * 0.14)
    const oval = (g: ReturnType<typeof lathe>) => {
      scale(g, 1, squash, 1)
      for (let k = 1; k < g.positions.length; k += 3) g.positions[k] = g.positions[k]! + 0.01
      return g
    }
    model.add(
      'lid',
      oval(
        lathe(
          0,
          0,
          [
            [0, 0],
            [r * 0.96, 0],
            [r * 0.97, 0.02],
            [0, 0.025],
          ],
          28,
        ),
      ),
    )
    model.add(
      'body',
      oval(
        lathe(
          0,
          0,
          [
            [0, 0.018],
            [r * 0.93, 0.018],
            [r * 0.95, 0.03],
            [r * 0.97, h - lid],
            [r * 0.9, h - lid],
            [r * 0.88, h * 0.3],
            [0, h * 0.3],
          ],
          28,
        ),
      ),
    )
    const top = oval(
      lathe(
        0,
        0,
        [
          [0, h - lid + 0.002],
          [r * 0.99, h - lid + 0.002],
          [r, h - lid + 0.008],
          [r, h - lid * 0.5],
          [r * 0.92, h - lid * 0.2],
          [r * 0.6, h - 0.003],
          [0, h],
        ],
        28,
      ),
    )
    const open = states?.open ?? 0
    model.add('lid', open > 0.01 ? turn(top, 'x', -open * 1.3, [0, d / 2, h - lid]) : top)
    model.add('pedal', box([-w * 0.14, w * 0.14], [-d / 2, -d / 2 + 0.06], [0.008, 0.022], 0.005))
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0.01, w / 2, d / 2 - 0.01, 28)),
    detail(ellipse(0, 0.01, w * 0.38, d * 0.38, 24)),
    detail([
      [-w * 0.14, -d / 2],
      [w * 0.14, -d / 2],
      [w * 0.14, -d * 0.44],
      [-w * 0.14, -d * 0.44],
    ]),
  ],
})

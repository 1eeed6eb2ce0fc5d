import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'
import { footprint, outline } from '../symbol.ts'

export const clock = defineKind({
  id: 'clock',
  names: { en: ['Clock', 'wall clock', 'timepiece'], zh: ['挂钟', '时钟', '钟', '墙钟', '石英钟'] },
  group: 'decor',
  size: { typical: [0.3, 0.05, 0.3], min: [0.1, 0.025, 0.1], max: [0.7, 0.1, 0.7] },
  source: 'trade sizes',
  shapes: ['round'],
  mount: 'wall',
  mountHeight: 1.7,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['living_room', 'dining_room', 'kitchen', 'bedroom', 'study'],
  physics: { mass: 1, movable: true, friction: 0.5, centerOfMass: 0.5, fragile: true },
  companions: [],
  finishes: {
    frame: { material: 'oak' },
    face: { material: 'paper', color: '#f6f2ea' },
    hands: { material: 'black_metal' },
  },
  shape(model, { size: [w, d, h] }) {
    const r = Math.min(w, h) / 2
    const rim = r * 0.1
    const stand = (g: ReturnType<typeof lathe>) => {
      const g2 = turn(g, 'x', Math.PI / 2)
      for (let k = 0; k < g2.positions.length; k += 3) {
        g2.positions[k] = (g2.positions[k]! / r) * (w / 2)
        g2.positions[k + 2] = (g2.positions[k + 2]! / r) * (h / 2)
      }
      return move(g2, 0, d / 2, h / 2)
    }
    model.add(
      'frame',
      stand(
        lathe(
          0,
          0,
          [
            [0, 0],
            [r - 0.003, 0],
            [r, 0.004],
            [r, d - 0.004],
            [r - 0.004, d],
            [r - rim, d],
            [r - rim, d * 0.6],
          ],
          40,
        ),
      ),
    )
    model.add('face', stand(cylinder(0, 0, d * 0.4, d * 0.62, r - rim, r - rim, 40)))
    const front = d / 2 - d * 0.62
    for (let k = 0; k < 12; k++) {
      const long = k % 3 === 0 ? 0.13 : 0.07
      const g = box([-r * 0.014, r * 0.014], [front - 0.0016, front], [r * (0.82 - long), r * 0.82], 0)
      model.add('hands', move(turn(g, 'y', (Math.PI * 2 * k) / 12), 0, 0, h / 2))
    }
    const hand = (length: number, width: number, angle: number, depth: number) =>
      move(
        turn(
          box([-r * width, r * width], [front - depth, front - depth + 0.0015], [-r * 0.1, r * length], 0),
          'y',
          angle,
        ),
        0,
        0,
        h / 2,
      )
    model.add(
      'hands',
      hand(0.45, 0.026, (Math.PI * 2 * 10.15) / 12, 0.003),
      hand(0.68, 0.018, (Math.PI * 2 * 9) / 60, 0.005),
    )
  },
  symbol: ({ size: [w, d] }) => [outline(footprint(w, d, d * 0.3))],
})

import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const toyBox = defineKind({
  id: 'toy_box',
  names: {
    en: ['Toy box', 'toy chest', 'toy storage', 'toy shelf', 'toy organiser', 'toy organizer'],
    zh: ['玩具箱', '玩具柜', '玩具收纳', '玩具架'],
  },
  group: 'kids',
  size: { typical: [0.8, 0.42, 0.55], min: [0.4, 0.3, 0.3], max: [1.6, 0.55, 0.8] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0 },
  rooms: ['kids_room', 'living_room'],
  physics: { mass: 9, movable: true, friction: 0.45, centerOfMass: 0.4 },
  companions: [],
  finishes: {
    frame: { material: 'pine' },
    bin: { material: 'plastic', color: '#f0ede6' },
    bin_2: { material: 'plastic', color: '#a9b79f' },
    bin_3: { material: 'plastic', color: '#cf9f7d' },
    toys: { material: 'plastic', color: '#d9b65f' },
  },
  shape(model, { size: [w, d, h] }) {
    const x: Range = [-w / 2, w / 2]
    const y: Range = [-d / 2, d / 2]
    const t = 0.016
    const columns = divide([x[0] + t, x[1] - t], fieldsFor(w - t * 2, 0.3))
    const rows = fieldsFor(h, 0.24, 1)
    for (const px of [
      [x[0], x[0] + t],
      [x[1] - t, x[1]],
    ] as const)
      model.add('frame', box(px, y, [0, h], 0.004, 'z'))
    model.add('frame', box([x[0] + t, x[1] - t], [y[1] - 0.01, y[1]], [0.02, h - 0.02], 0))
    const slots = ['bin', 'bin_2', 'bin_3'] as const
    // Tilted trays on rungs, one colour after the other.
    divide([0.03, h - 0.015], rows).forEach(([low, high], row) => {
      columns.forEach(([a, b], column) => {
        const slot = slots[(row + column) % 3]!
        const deep = Math.min(d - 0.05, 0.34)
        const tall = (high - low) * 0.62
        const wall = 0.006
        const inner: Range = [a + 0.006, b - 0.006]
        const tray = [
          box(inner, [0, deep], [0, wall], 0),
          box(inner, [0, wall], [0, tall * 0.75], 0.002),
          box(inner, [deep - wall, deep], [0, tall], 0.002),
          box([inner[0], inner[0] + wall], [0, deep], [0, tall * 0.85], 0.002),
          box([inner[1] - wall, inner[1]], [0, deep], [0, tall * 0.85], 0.002),
        ]
        const tilt = Math.min(0.3, ((high - low) * 0.9) / deep)
        for (const g of tray) model.add(slot, move(turn(g, 'x', tilt), 0, y[0] + 0.006 + tall * Math.sin(tilt), low))
        if ((row * 2 + column) % 3 === 0)
          model.add(
            'toys',
            ball(
              (a + b) / 2,
              0,
              low + tall * 0.5 + deep * 0.5 * Math.sin(tilt),
              Math.min(0.06, (b - a) * 0.25),
              undefined,
              12,
            ),
          )
        else
          model.add(
            'toys',
            move(
              turn(softBox([-0.03, 0.03], [-0.03, 0.03], [0, 0.06], { radius: 0.006 }), 'z', row + column),
              (a + b) / 2,
              -0.03,
              low + 0.02 + deep * 0.4 * Math.sin(tilt),
            ),
          )
      })
    })
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    ...divide([-w / 2 + 0.016, w / 2 - 0.016], fieldsFor(w, 0.3)).map(([a, b]) =>
      detail(block([a + 0.015, b - 0.015], [-d / 2 + 0.02, d / 2 - 0.03], 0.02)),
    ),
  ],
})

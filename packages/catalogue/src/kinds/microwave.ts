import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const microwave = defineKind({
  id: 'microwave',
  names: { en: ['Microwave', 'microwave oven', 'micro-wave oven'], zh: ['微波炉', '微蒸烤'] },
  group: 'kitchen',
  size: { typical: [0.5, 0.4, 0.29], min: [0.38, 0.28, 0.22], max: [0.7, 0.52, 0.42] },
  source: 'kitchen appliance trade sizes; box sizes of simulated homes',
  mount: 'surface',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0.05 },
  rooms: ['kitchen'],
  physics: { mass: 13, movable: true, friction: 0.5, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [],
  finishes: {
    body: { material: 'painted_metal', color: '#dcdcd8' },
    glass: { material: 'black_glass' },
    handles: { material: 'aluminium' },
    feet: { material: 'rubber' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    const open = states?.open ?? 0
    const face: Range = [-d / 2 + 0.03, -d / 2 + 0.05]
    const split = w / 2 - w * 0.24
    model.add('body', box([-w / 2, w / 2], [face[1], d / 2], [0.012, h], 0.006))
    for (const x of [-w * 0.4, w * 0.4])
      for (const y of [-d * 0.25, d * 0.4])
        model.add('feet', box([x - 0.012, x + 0.012], [y - 0.012, y + 0.012], [0, 0.014], 0))
    if (open > 0.01)
      model.add('glass', box([-w / 2 + 0.02, split - 0.02], [face[1] - 0.002, face[1] + 0.001], [0.03, h - 0.02], 0))
    const swing = (g: Geometry) => (open > 0.01 ? turn(g, 'z', -open * 1.7, [-w / 2, face[1], 0]) : g)
    model.add('body', swing(box([-w / 2, split - 0.002], face, [0.014, h - 0.002], 0.006)))
    model.add(
      'glass',
      swing(box([-w / 2 + 0.025, split - 0.045], [face[0] - 0.0015, face[0] + 0.004], [0.04, h - 0.03], 0.001)),
    )
    model.add('handles', swing(box([split - 0.034, split - 0.018], [-d / 2, -d / 2 + 0.014], [0.05, h - 0.04], 0.005)))
    for (const z of [0.06, h - 0.065])
      model.add('handles', swing(box([split - 0.03, split - 0.022], [-d / 2 + 0.014, face[0]], [z, z + 0.012], 0)))
    model.add('glass', box([split + 0.002, w / 2], face, [0.014, h - 0.002], 0.006))
    const keys = 0.022
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 2; column++) {
        const x = (split + w / 2) / 2 + (column - 0.5) * keys * 1.6
        const z = 0.05 + row * keys * 1.4
        model.add(
          'handles',
          box([x - keys / 2, x + keys / 2], [face[0] - 0.002, face[0] + 0.002], [z, z + keys * 0.8], 0.001),
        )
      }
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.01)),
    detail(block([-w / 2, w / 2], [-d / 2, -d / 2 + 0.05])),
    detail(block([-w / 2 + 0.03, w / 2 - w * 0.26], [-d / 2 + 0.07, d / 2 - 0.03])),
  ],
})

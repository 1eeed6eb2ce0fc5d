import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { leaf } from '../modelling/leaf.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const fireplace = defineKind({
  id: 'fireplace',
  names: { en: ['Fireplace', 'electric fireplace', 'mantelpiece', 'hearth'], zh: ['壁炉', '电壁炉', '火炉'] },
  group: 'other',
  size: { typical: [1.2, 0.35, 1.1], min: [0.8, 0.18, 0.75], max: [1.8, 0.6, 1.4] },
  source: 'trade sizes; catalogue sizes',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 1.0, recommended: 1.5 }, side: 0.3 },
  rooms: ['living_room'],
  physics: { mass: 90, movable: false, friction: 0.6, centerOfMass: 0.45 },
  light: { lumens: 200, kelvin: 2000, height: 0.25 },
  companions: [
    { category: 'picture', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.25, max: 0.4 } },
  ],
  finishes: {
    body: { material: 'plaster' },
    mantel: { material: 'oak' },
    firebox: { material: 'black_metal' },
    logs: { material: 'bark' },
    fire: { material: 'frosted_glass', color: '#f2a654' },
  },
  surfaces: (p) => [topSurface(p)],
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('fire', 1)
    const mantel = Math.min(0.06, h * 0.06)
    const x: Range = [-w / 2 + 0.05, w / 2 - 0.05]
    const y: Range = [-d / 2 + 0.03, d / 2]
    const hole: Range = [-w * 0.29, w * 0.29]
    const [low, high] = [h * 0.08, h * 0.66]
    model.add('mantel', box([-w / 2, w / 2], [-d / 2, d / 2], [h - mantel, h], 0.004))
    model.add(
      'body',
      box([x[0], hole[0]], y, [low, h - mantel], 0.003),
      box([hole[1], x[1]], y, [low, h - mantel], 0.003),
      box(hole, y, [high, h - mantel], 0.003),
    )
    model.add('body', box([-w / 2 + 0.02, w / 2 - 0.02], [-d / 2, d / 2], [0, low], 0.004))
    const back = y[1] - Math.min(0.05, d * 0.15)
    model.add('firebox', box(hole, [back, y[1]], [low, high], 0), box(hole, [y[0] + 0.02, back], [low, low + 0.012], 0))
    for (const [a, b] of [
      [hole[0], hole[0] + 0.012],
      [hole[1] - 0.012, hole[1]],
    ] as const)
      model.add('firebox', box([a, b], [y[0] + 0.01, back], [low, high], 0))
    const middle = (y[0] + back) / 2
    const r = Math.min(0.035, d * 0.1)
    for (const [k, dy] of [-r, r, 0].entries())
      model.add(
        'logs',
        tube(
          [
            [-w * 0.2, middle + dy, low + 0.02 + r + (k === 2 ? r * 1.6 : 0)],
            [w * 0.2, middle + dy * (k === 2 ? 1 : -0.4), low + 0.02 + r + (k === 2 ? r * 1.6 : 0)],
          ],
          r,
          { segments: 8 },
        ),
      )
    const rise = (high - low) * 0.55
    for (let k = 0; k < 7; k++)
      model.add(
        'fire',
        leaf({
          base: [((k - 3) * w) / 18, middle - r * 0.5 + (k % 2) * r, low + 0.02 + r],
          yaw: k * 2.1,
          length: rise * (1 - Math.abs(k - 3) * 0.16),
          width: w * 0.08,
          rise: 1.5,
          droop: 0.25 * (k % 2 ? 1 : -1),
          belly: 0.3,
        }),
      )
    model.add('firebox', box(span(0, w * 0.4), span(middle, 0.012), [low + 0.012, low + 0.03], 0))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block([-w * 0.29, w * 0.29], [-d / 2 + 0.03, d / 2 - 0.05])),
    detail([
      [-w * 0.29, -d / 2 + 0.03],
      [w * 0.29, -d / 2 + 0.03],
      [w * 0.2, d / 2 - 0.05],
      [-w * 0.2, d / 2 - 0.05],
    ]),
  ],
})

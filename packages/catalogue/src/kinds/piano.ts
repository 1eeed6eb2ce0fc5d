import { addPianoKeys } from '../assemblies/piano-keys.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const piano = defineKind({
  id: 'piano',
  names: {
    en: ['Piano', 'upright piano', 'digital piano', 'pianoforte'],
    zh: ['钢琴', '立式钢琴', '电钢琴', '直立钢琴'],
  },
  group: 'music',
  size: { typical: [1.5, 0.62, 1.22], min: [1.2, 0.4, 0.8], max: [1.6, 0.75, 1.45] },
  source: 'trade sizes; catalogue sizes',
  presets: [{ id: 'upright_piano', names: { en: ['Upright piano'], zh: ['立式钢琴'] }, size: [1.5, 0.62, 1.22] }],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.95, recommended: 1.1 }, side: 0.3 },
  rooms: ['living_room', 'study', 'music_room'],
  physics: { mass: 220, movable: true, friction: 0.6, centerOfMass: 0.45 },
  companions: [
    { category: 'piano_bench', relation: 'front', count: { min: 1, max: 1 }, gap: { min: -0.2, best: 0.05, max: 0.2 } },
  ],
  finishes: {
    body: { material: 'walnut', color: '#5d4433' },
    keys: { material: 'white_lacquer' },
    black_keys: { material: 'plastic', color: '#1d1d1e' },
    pedals: { material: 'brass' },
  },
  surfaces: (p) => [{ ...topSurface(p), y: p.size[1] * 0.2, depth: p.size[1] * 0.5 }],
  seats: () => 1,
  tuckDepth: ({ size }) => size[1] * 0.3,
  shape(model, { size: [w, d, h] }) {
    const x: Range = [-w / 2, w / 2]
    const bed = Math.min(0.62, h * 0.56)
    const back: Range = [d / 2 - d * 0.52, d / 2]
    const shelf: Range = [-d / 2, back[0] + 0.02]
    model.add(
      'body',
      box([x[0] + 0.02, x[1] - 0.02], [back[0] + 0.03, d / 2], [0.03, h - 0.025], 0.004),
      box(x, [back[0], d / 2], [h - 0.025, h], 0.006),
    )
    for (const side of [
      [x[0], x[0] + 0.035],
      [x[1] - 0.035, x[1]],
    ] as const) {
      model.add(
        'body',
        box(side, back, [0, h - 0.025], 0.004),
        box(side, shelf, [bed - 0.07, bed + 0.09], 0.012),
        box(side, [-d / 2 + 0.02, -d / 2 + 0.075], [0, bed - 0.07], 0.006),
        box(side, [-d / 2, back[0]], [0, 0.05], 0.006),
      )
    }
    const inner: Range = [x[0] + 0.035, x[1] - 0.035]
    model.add(
      'body',
      box(inner, [-d / 2 + 0.006, back[0] + 0.03], [bed - 0.06, bed], 0.003),
      box(inner, [back[0] - 0.02, back[0] + 0.03], [bed, bed + 0.12], 0.004),
    )
    const range: Range = [inner[0] + 0.05, inner[1] - 0.05]
    for (const side of [
      [inner[0], range[0]],
      [range[1], inner[1]],
    ] as const)
      model.add('body', box(side, [-d / 2 + 0.01, back[0]], [bed, bed + 0.035], 0.004))
    addPianoKeys(model, range, [-d / 2 + 0.012, back[0] - 0.02], bed)
    model.add(
      'body',
      box([-w * 0.3, w * 0.3], [back[0] - 0.01, back[0] + 0.03], [bed + 0.2, bed + 0.215], 0.003),
      box(
        [-w * 0.3, w * 0.3],
        [back[0] + 0.012, back[0] + 0.028],
        [bed + 0.215, Math.min(h - 0.06, bed + 0.42)],
        0.004,
      ),
    )
    for (const px of [-0.09, 0, 0.09])
      model.add('pedals', box(span(px, 0.03), [back[0] - 0.09, back[0] + 0.04], [0.05, 0.062], 0.004))
  },
  symbol: ({ size: [w, d] }) => {
    const keys: Range = [-d / 2 + 0.012, -d / 2 + d * 0.3]
    return [
      outline(footprint(w, d, 0.01)),
      detail(block([-w / 2 + 0.085, w / 2 - 0.085], keys)),
      ...Array.from({ length: 15 }, (_, k) => -w / 2 + 0.085 + ((w - 0.17) * (k + 1)) / 16).map((x) =>
        stroke([x, keys[0]], [x, keys[1]]),
      ),
      stroke([-w / 2, d / 2 - d * 0.52], [w / 2, d / 2 - d * 0.52]),
    ]
  },
})

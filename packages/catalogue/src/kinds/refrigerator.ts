import { addCabinet, type Cell } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { turn } from '../modelling/transform.ts'
import { footprint, outline, stroke } from '../symbol.ts'

/** From this width on the fridge has two doors side by side, metres. */
const SIDE_BY_SIDE = 0.78

export const refrigerator = defineKind({
  id: 'refrigerator',
  names: {
    en: ['Refrigerator', 'fridge', 'fridge freezer', 'fridge-freezer', 'freezer', 'icebox'],
    zh: ['冰箱', '电冰箱', '冰柜', '冷柜'],
  },
  group: 'kitchen',
  size: { typical: [0.6, 0.65, 1.8], min: [0.45, 0.5, 0.8], max: [1.2, 0.85, 2.1] },
  source: 'kitchen appliance trade sizes; box sizes of simulated homes',
  presets: [
    {
      id: 'fridge_single',
      names: { en: ['Single-door fridge', 'single door refrigerator'], zh: ['单门冰箱', '双门冰箱'] },
      size: [0.6, 0.65, 1.8],
    },
    {
      id: 'fridge_double',
      names: {
        en: ['Side-by-side fridge', 'double door refrigerator', 'american fridge', 'french door refrigerator'],
        zh: ['对开门冰箱', '十字门冰箱', '双开门冰箱'],
      },
      size: [0.91, 0.7, 1.79],
    },
  ],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.03 },
  rooms: ['kitchen', 'dining_room'],
  physics: { mass: 70, movable: true, friction: 0.5, centerOfMass: 0.45 },
  opens: 'doors',
  companions: [
    {
      category: 'sink_cabinet',
      relation: 'counter_run',
      count: { min: 0, max: 1 },
      gap: { min: 0.4, best: 0.9, max: 2.7 },
    },
  ],
  finishes: {
    front: { material: 'painted_metal', color: '#dfe0dc' },
    body: { material: 'painted_metal', color: '#d2d3cf' },
    handles: { material: 'aluminium' },
    feet: { material: 'rubber' },
  },
  surfaces: (p) => (p.size[2] < 1.3 ? [topSurface(p)] : []),
  shape(model, p) {
    const [w, d, h] = p.size
    const open = p.states?.open ?? 0
    const face: Range = [-d / 2 + 0.03, -d / 2 + 0.09]
    const body: Range = [face[1] + 0.008, d / 2]
    if (open > 0.01)
      addCabinet(model, { y: body, cells: leaves(p).map(({ x, z }): Cell => ({ type: 'niche', x, z, shelves: 3 })) })
    else model.add('body', box([-w / 2, w / 2], body, [0.03, h], 0.004))
    model.add('feet', box([-w / 2 + 0.02, w / 2 - 0.02], [body[0] + 0.02, d / 2 - 0.03], [0, 0.03], 0))
    for (const { x, z, hinge } of leaves(p)) {
      const pivot = [hinge === 'left' ? x[0] : x[1], face[1], 0] as const
      const swing = (g: Geometry) => (open > 0.01 ? turn(g, 'z', (hinge === 'left' ? -1 : 1) * open * 1.75, pivot) : g)
      model.add(
        'front',
        swing(softBox([x[0] + 0.002, x[1] - 0.002], face, [z[0] + 0.003, z[1] - 0.003], { radius: 0.012 })),
      )
      const hx = hinge === 'left' ? x[1] - 0.045 : x[0] + 0.045
      const length = Math.min(0.45, (z[1] - z[0]) * 0.6)
      const from = z[0] > 0.5 ? z[0] + 0.04 : z[1] - 0.04 - length
      model.add('handles', swing(box([hx - 0.009, hx + 0.009], [-d / 2, -d / 2 + 0.014], [from, from + length], 0.004)))
      for (const end of [from + 0.02, from + length - 0.035])
        model.add(
          'handles',
          swing(box([hx - 0.006, hx + 0.006], [-d / 2 + 0.014, face[0] + 0.002], [end, end + 0.015], 0)),
        )
    }
  },
  symbol: (p) => {
    const [w, d] = p.size
    const paths = [outline(footprint(w, d)), stroke([-w / 2, -d / 2 + 0.09], [w / 2, -d / 2 + 0.09])]
    if (w >= SIDE_BY_SIDE) paths.push(stroke([0, -d / 2], [0, -d / 2 + 0.09]))
    const m = Math.min(w, d) * 0.2
    // A star of frost: the usual sign for cold.
    for (const a of [0, Math.PI / 3, (Math.PI * 2) / 3])
      paths.push(stroke([Math.cos(a) * m, 0.03 + Math.sin(a) * m], [-Math.cos(a) * m, 0.03 - Math.sin(a) * m]))
    return paths
  },
})

function leaves({ size: [w, , h] }: BuildParameters): { x: Range; z: Range; hinge: 'left' | 'right' }[] {
  const z: Range = [0.03, h]
  if (w >= SIDE_BY_SIDE) {
    const split = h > 1.4 ? h * 0.4 : 0.03
    const rows: Range[] =
      split > 0.03
        ? [
            [0.03, split],
            [split, h],
          ]
        : [z]
    return rows.flatMap((row) => [
      { x: [-w / 2, 0] as const, z: row, hinge: 'left' as const },
      { x: [0, w / 2] as const, z: row, hinge: 'right' as const },
    ])
  }
  if (h < 1.1) return [{ x: [-w / 2, w / 2], z, hinge: 'right' }]
  const split = h * 0.36
  return [
    { x: [-w / 2, w / 2], z: [0.03, split], hinge: 'right' },
    { x: [-w / 2, w / 2], z: [split, h], hinge: 'right' },
  ]
}

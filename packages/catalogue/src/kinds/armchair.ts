import { addLegs } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import type { Range } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const armchair = defineKind({
  id: 'armchair',
  names: {
    en: [
      'Armchair',
      'easy chair',
      'lounge chair',
      'club chair',
      'reading chair',
      'accent chair',
      'single sofa',
      'wing chair',
    ],
    zh: ['单人沙发', '扶手椅', '休闲椅', '沙发椅', '单椅', '阅读椅'],
  },
  group: 'seating',
  size: { typical: [0.82, 0.83, 0.84], min: [0.6, 0.62, 0.68], max: [1.1, 1.05, 1.1] },
  source: 'retailer price list quantiles; box sizes of simulated homes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.45, recommended: 0.76 }, side: 0.15 },
  rooms: ['living_room', 'bedroom', 'study'],
  physics: { mass: 25, movable: true, friction: 0.55, centerOfMass: 0.42, softness: 0.6 },
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.05, max: 0.305 } },
    { category: 'floor_lamp', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0.05, best: 0.19, max: 0.5 } },
    { category: 'ottoman', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.25, best: 0.4, max: 0.5 } },
  ],
  finishes: {
    upholstery: { material: 'boucle', color: '#dcd3c5' },
    cushions: { material: 'boucle', color: '#e3dbce' },
    legs: { material: 'walnut' },
  },
  surfaces: ({ size: [w, d, h] }) => [
    { x: 0, y: -d * 0.12, z: Math.min(0.44, h * 0.54), width: w * 0.6, depth: d * 0.5, clear: Infinity },
  ],
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const legs = h * 0.17
    const seatTop = Math.min(0.44, h * 0.54)
    const arm = Math.min(0.15, w * 0.17)
    const back = Math.min(0.17, d * 0.2)
    const y: Range = [-d / 2, d / 2]
    addLegs(model, 'legs', [-w / 2 + 0.03, w / 2 - 0.03], [y[0] + 0.05, y[1] - 0.04], [0, legs + 0.02], {
      thickness: 0.042,
      splay: 0.045,
      round: true,
    })
    const body = (a: Range, b: Range, z: Range, radius: number) =>
      model.add('upholstery', softBox(a, b, z, { radius, segments: 2 }))
    body([-w / 2 + 0.02, w / 2 - 0.02], [y[0] + 0.05, y[1] - 0.02], [legs, seatTop * 0.7], 0.04)
    body([-w / 2, -w / 2 + arm], [y[0] + 0.03, y[1] - 0.02], [legs + 0.01, seatTop + 0.19], arm * 0.48)
    body([w / 2 - arm, w / 2], [y[0] + 0.03, y[1] - 0.02], [legs + 0.01, seatTop + 0.19], arm * 0.48)
    const lean = 0.14
    const high = (h - legs) / Math.cos(lean) - back * Math.sin(lean)
    const shell = softBox([-w / 2 + arm * 0.35, w / 2 - arm * 0.35], [-back, 0], [0, high], {
      radius: back * 0.48,
      segments: 2,
    })
    model.add('upholstery', move(turn(shell, 'x', -lean), 0, y[1] - high * Math.sin(lean), legs))
    const inner: Range = [-w / 2 + arm + 0.003, w / 2 - arm - 0.003]
    model.add(
      'cushions',
      softBox(inner, [y[0], y[1] - back - high * Math.sin(lean) * 0.55], [seatTop * 0.68, seatTop], {
        radius: 0.05,
        crown: 0.025,
        segments: 2,
      }),
    )
    const pad = softBox([inner[0] + 0.02, inner[1] - 0.02], [-0.12, 0], [0, (h - seatTop) * 0.84], {
      radius: 0.055,
      crown: 0.03,
      face: 'front',
    })
    model.add('cushions', move(turn(pad, 'x', -lean), 0, y[1] - back - high * Math.sin(lean) * 0.72, seatTop - 0.01))
  },
  symbol: ({ size: [w, d] }) => {
    const arm = Math.min(0.15, w * 0.17)
    const back = Math.min(0.17, d * 0.2)
    return [
      outline(footprint(w, d, 0.12)),
      detail(block([-w / 2 + arm, w / 2 - arm], [-d / 2 + 0.01, d / 2 - back], 0.05)),
      detail(block([-w / 2 + arm * 0.35, w / 2 - arm * 0.35], [d / 2 - back, d / 2 - 0.01], 0.06)),
    ]
  },
})

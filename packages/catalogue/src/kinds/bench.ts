import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { softBox } from '../modelling/soft-box.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const bench = defineKind({
  id: 'bench',
  names: {
    en: [
      'Bench',
      'bed bench',
      'entry bench',
      'dining bench',
      'shoe bench',
      'hallway bench',
      'window bench',
      'entrance bench',
    ],
    zh: ['长凳', '床尾凳', '换鞋凳', '长条凳', '餐凳', '玄关凳', '穿鞋凳'],
  },
  group: 'seating',
  size: { typical: [1.1, 0.4, 0.46], min: [0.45, 0.3, 0.38], max: [2.0, 0.55, 0.55] },
  source: 'retailer price list quantiles',
  presets: [
    { id: 'bed_bench', names: { en: ['Bed bench', 'end of bed bench'], zh: ['床尾凳'] }, size: [1.2, 0.42, 0.48] },
    { id: 'shoe_bench', names: { en: ['Shoe bench'], zh: ['换鞋凳'] }, size: [0.8, 0.38, 0.46] },
  ],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0 },
  rooms: ['entrance', 'dining_room', 'bedroom', 'living_room', 'balcony'],
  physics: { mass: 14, movable: true, friction: 0.45, centerOfMass: 0.6 },
  companions: [
    { category: 'shoe_cabinet', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.6, max: 1.2 } },
  ],
  finishes: { frame: { material: 'oak' }, cushion: { material: 'linen', color: '#b7bda9' } },
  surfaces: (p) => [topSurface(p)],
  seats: ({ size }) => Math.max(1, Math.round((size[0] - 0.1) / 0.52)),
  shape(model, { size: [w, d, h] }) {
    const deck = h - 0.045
    addLegs(model, 'frame', [-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.025, d / 2 - 0.025], [0, deck - 0.02], {
      thickness: 0.045,
      splay: 0.02,
      round: true,
    })
    model.add('frame', box([-w / 2, w / 2], [-d / 2, d / 2], [deck - 0.024, deck], 0.005))
    model.add('frame', box([-w / 2 + 0.07, w / 2 - 0.07], [-0.012, 0.012], [deck - 0.075, deck - 0.024], 0.003))
    for (const field of divide([-w / 2 + 0.01, w / 2 - 0.01], fieldsFor(w, 0.6))) {
      model.add(
        'cushion',
        softBox([field[0] + 0.003, field[1] - 0.003], [-d / 2 + 0.01, d / 2 - 0.01], [deck, h], {
          radius: 0.018,
          crown: 0.008,
        }),
      )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.01)),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.6)).map(([a, b]) =>
      detail(block([a + 0.02, b - 0.02], [-d / 2 + 0.02, d / 2 - 0.02], 0.02)),
    ),
  ],
})

import { addLegs } from '../assemblies/legs.ts'
import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { roundedRectangle } from '../modelling/ring.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const kidsChair = defineKind({
  id: 'kids_chair',
  names: { en: ['Kids chair', "children's chair", 'toddler chair', 'small chair'], zh: ['儿童椅', '小椅子', '宝宝椅'] },
  group: 'kids',
  size: { typical: [0.32, 0.31, 0.55], min: [0.25, 0.25, 0.42], max: [0.42, 0.42, 0.72] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.25, recommended: 0.4 }, side: 0 },
  rooms: ['kids_room', 'living_room'],
  physics: { mass: 2, movable: true, friction: 0.4, centerOfMass: 0.5 },
  companions: [
    { category: 'kids_table', relation: 'around', count: { min: 0, max: 1 }, gap: { min: -0.2, best: 0.03, max: 0.1 } },
  ],
  finishes: { seat: { material: 'painted_wood', color: '#a9b79f' }, legs: { material: 'pine' } },
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const seat = h * 0.53
    addLegs(model, 'legs', [-w / 2, w / 2], [-d / 2, d / 2 - 0.01], [0, seat - 0.016], {
      thickness: 0.036,
      splay: 0.02,
      round: true,
    })
    model.add(
      'seat',
      extrude(roundedRectangle(span(0, w - 0.02), span(0, d - 0.03), 0.05, 5), [seat - 0.022, seat], { bevel: 0.006 }),
    )
    const lean = 0.12
    const high = (h - seat) / Math.cos(lean)
    const shape = roundedRectangle(span(0, w * 0.86), [0, high], 0.07, 5)
    model.add(
      'seat',
      move(
        turn(turn(extrude(shape, [0, 0.018], { bevel: 0.004 }), 'x', Math.PI / 2), 'x', -lean),
        0,
        d / 2 - high * Math.sin(lean),
        seat - 0.002,
      ),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.04)),
    detail(block([-w * 0.43, w * 0.43], [d / 2 - 0.05, d / 2 - 0.01], 0.015)),
  ],
})

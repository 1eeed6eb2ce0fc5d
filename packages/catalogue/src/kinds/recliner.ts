import { reclinerShape, reclinerSymbol } from '../assemblies/recliner.ts'
import { defineKind, type KindDefinition } from '../kind.ts'
import { atWall, movable, onFloor } from '../kind-roles.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { rod } from '../modelling/prism.ts'
import { softBox } from '../modelling/soft-box.ts'

export const recliner = defineKind({
  id: 'recliner',
  names: {
    en: ['Recliner', 'reclining chair', 'recliner chair', 'recliner sofa', 'lounge recliner'],
    zh: ['功能沙发', '电动沙发', '头等舱沙发', '躺椅沙发', '可躺沙发'],
  },
  group: 'seating',
  size: { typical: [0.85, 0.95, 1.08], min: [0.7, 0.8, 0.9], max: [1.0, 1.1, 1.2] },
  source: 'trade sizes; seat height 0.43–0.48 m',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.2 }, side: 0.15 },
  rooms: ['living_room', 'bedroom'],
  physics: { mass: 55, movable: true, friction: 0.55, centerOfMass: 0.42, softness: 0.7 },
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.3 } },
  ],
  finishes: { upholstery: { material: 'leather', color: '#a5825f' }, base: { material: 'black_metal' } },
  seats: () => 1,
  shape: reclinerShape,
  symbol: reclinerSymbol,
})

const armchairUse: Pick<KindDefinition, 'seats' | 'symbol' | 'companions'> = {
  seats: () => 1,
  symbol: reclinerSymbol,
  companions: [
    { category: 'side_table', relation: 'beside', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.1, max: 0.3 } },
  ],
}

export const liftChair = defineKind({
  ...armchairUse,
  id: 'lift_chair',
  names: {
    en: [
      'Lift chair',
      'riser recliner',
      'recliner lift chair',
      'power lift recliner',
      'rise and recline chair',
      'stand-up chair',
    ],
    zh: ['助起沙发', '助站椅', '老人助起椅', '电动助起沙发', '起身椅'],
  },
  group: 'care',
  size: { typical: [0.85, 0.95, 1.08], min: [0.72, 0.82, 0.98], max: [1.0, 1.1, 1.2] },
  source: 'furniture size table; seat height 0.43–0.48 m',
  ...onFloor(0.9, 1.2, ['front'], 0.15),
  rooms: ['living_room', 'bedroom'],
  physics: movable(55, { softness: 0.7, friction: 0.55 }),
  finishes: {
    upholstery: { material: 'velvet', color: '#7c6a5c' },
    base: { material: 'black_metal' },
    remote: { material: 'plastic', color: '#2a2b2d' },
  },
  shape(model, p) {
    const [w, d, h] = p.size
    reclinerShape(model, p)
    model.add('base', box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.04, d / 2 - 0.04], [0, 0.035], 0.008))
    model.add(
      'upholstery',
      softBox([w / 2 - 0.03, w / 2 - 0.004], [-d * 0.28, d * 0.08], [h * 0.22, h * 0.42], { radius: 0.012 }),
    )
    model.add(
      'remote',
      softBox([w / 2 - 0.024, w / 2 - 0.008], span(-d * 0.1, 0.06), [h * 0.36, h * 0.49], { radius: 0.007 }),
    )
    model.add('remote', rod([w / 2 - 0.016, -d * 0.1, h * 0.38], [w / 2 - 0.05, 0, 0.08], 0.004))
  },
})

export const massageChair = defineKind({
  ...armchairUse,
  id: 'massage_chair',
  names: {
    en: ['Massage chair', 'massage armchair', 'zero gravity chair'],
    zh: ['按摩椅', '按摩沙发', '零重力按摩椅', '太空舱按摩椅'],
  },
  group: 'seating',
  size: { typical: [0.8, 1.45, 1.2], min: [0.68, 1.1, 1.0], max: [0.95, 1.75, 1.35] },
  source: 'makers’ sizes',
  ...atWall(0.6, 0.9, 0.15),
  wallAffinity: 'free',
  rooms: ['living_room', 'bedroom', 'study', 'gym'],
  physics: movable(95, { softness: 0.5, friction: 0.6 }),
  finishes: {
    upholstery: { material: 'leather', color: '#5d4a3f' },
    base: { material: 'plastic', color: '#28292b' },
    shell: { material: 'plastic', color: '#d8d3c9' },
  },
  shape(model, p) {
    const [w, d, h] = p.size
    const seat = d * 0.68
    reclinerShape(
      {
        ...model,
        add: (slot, ...gs) => {
          for (const g of gs)
            for (let k = 1; k < g.positions.length; k += 3) g.positions[k] = g.positions[k]! + (d - seat) / 2
          model.add(slot, ...gs)
        },
      },
      { ...p, size: [w * 0.94, seat, h] },
    )
    for (const s of [-1, 1])
      model.add(
        'shell',
        softBox(span(s * (w / 2 - 0.03), 0.06), [d / 2 - seat * 0.92, d / 2 - 0.05], [0.05, h * 0.6], {
          radius: 0.028,
          segments: 2,
        }),
      )
    // The foot rest with its two hollows for the calves.
    const front = -d / 2
    model.add('base', softBox([-w * 0.3, w * 0.3], [front + 0.02, d / 2 - seat + 0.1], [0.03, 0.16], { radius: 0.03 }))
    for (const x of [-w * 0.3, 0, w * 0.3])
      model.add(
        'upholstery',
        softBox(span(x, 0.11), [front, d / 2 - seat + 0.05], [0.12, 0.42], { radius: 0.05, segments: 2 }),
      )
    model.add(
      'upholstery',
      softBox([-w * 0.3, w * 0.3], [front + 0.06, d / 2 - seat + 0.05], [0.1, 0.26], { radius: 0.04 }),
    )
    model.add(
      'base',
      rod([w * 0.42, d / 2 - seat + 0.1, h * 0.55], [w * 0.42, d / 2 - seat + 0.16, h * 0.72], 0.01),
      softBox(span(w * 0.42, 0.09), [d / 2 - seat + 0.15, d / 2 - seat + 0.17], [h * 0.7, h * 0.82], { radius: 0.006 }),
    )
  },
})

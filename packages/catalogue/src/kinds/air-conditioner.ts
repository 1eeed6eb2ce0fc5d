import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { cylinder } from '../modelling/lathe.ts'
import { softBox } from '../modelling/soft-box.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const airConditioner = defineKind({
  id: 'air_conditioner',
  names: {
    en: ['Air conditioner', 'ac', 'air conditioning', 'aircon', 'split unit', 'ac unit'],
    zh: ['空调', '壁挂空调', '挂机', '冷气机', '空调挂机'],
  },
  group: 'electronics',
  size: { typical: [0.85, 0.22, 0.3], min: [0.3, 0.17, 0.24], max: [1.2, 0.6, 2.0] },
  source: 'appliance trade sizes',
  presets: [
    { id: 'ac_wall', names: { en: ['Wall air conditioner'], zh: ['壁挂空调', '挂机'] }, size: [0.85, 0.22, 0.3] },
    {
      id: 'ac_floor',
      names: {
        en: ['Floor-standing air conditioner', 'tower air conditioner'],
        zh: ['柜式空调', '立式空调', '空调柜机', '柜机'],
      },
      size: [0.42, 0.42, 1.8],
      variant: 'tower',
    },
  ],
  variants: ['wall', 'tower'],
  mount: 'wall',
  mountHeight: 2.15,
  wallAffinity: 'flush',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0.6 }, side: 0.1 },
  rooms: ['living_room', 'bedroom', 'study', 'dining_room'],
  physics: { mass: 11, movable: false, friction: 0.5, centerOfMass: 0.5 },
  companions: [],
  finishes: {
    body: { material: 'plastic', color: '#f0efeb' },
    vent: { material: 'plastic', color: '#5d6062' },
    trim: { material: 'aluminium' },
  },
  shape(model, { size: [w, d, h] }) {
    if (h > w) {
      const r = Math.min(w, d) / 2
      model.add(
        'body',
        softBox([-w / 2, w / 2], [-d / 2, d / 2], [0.03, h], { radius: r * 0.6, segments: 2 }),
        cylinder(0, 0, 0, 0.035, r * 0.9, r * 0.9, 24),
      )
      model.add('vent', box([-w * 0.14, w * 0.14], [-d / 2 - 0.0, -d / 2 + 0.02], [h * 0.5, h * 0.92], 0.01))
      for (let k = 0; k < 9; k++)
        model.add(
          'trim',
          box([-w * 0.13, w * 0.13], [-d / 2, -d / 2 + 0.006], [h * (0.52 + k * 0.043), h * (0.524 + k * 0.043)], 0),
        )
      model.add('trim', box([-w * 0.09, w * 0.09], [-d / 2, -d / 2 + 0.01], [h * 0.42, h * 0.44], 0.002))
      return
    }
    model.add(
      'body',
      softBox([-w / 2, w / 2], [-d / 2, d / 2], [h * 0.12, h], { radius: Math.min(0.05, h * 0.2), segments: 2 }),
      box([-w / 2 + 0.01, w / 2 - 0.01], [-d * 0.2, d / 2], [0, h * 0.5], 0.01),
    )
    model.add('vent', box([-w * 0.46, w * 0.46], [-d * 0.42, d * 0.1], [h * 0.09, h * 0.16], 0.004))
    model.add('body', box([-w * 0.45, w * 0.45], [-d * 0.46, -d * 0.24], [h * 0.1, h * 0.125], 0.002))
    model.add(
      'trim',
      box([-w * 0.47, w * 0.47], [-d / 2 - 0.0, -d / 2 + 0.004], [h * 0.3, h * 0.315], 0),
      box([w * 0.34, w * 0.42], [-d / 2, -d / 2 + 0.004], [h * 0.42, h * 0.46], 0),
    )
  },
  symbol: ({ size: [w, d, h] }) =>
    h > w
      ? [
          outline(footprint(w, d, Math.min(w, d) * 0.3)),
          detail(block([-w * 0.3, w * 0.3], [-d / 2 + 0.02, -d / 2 + 0.08])),
        ]
      : [
          outline(footprint(w, d, 0.03)),
          stroke([-w * 0.45, -d * 0.3], [w * 0.45, -d * 0.3]),
          stroke([-w * 0.45, -d * 0.38], [w * 0.45, -d * 0.38]),
        ],
})

import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { roundedRectangle } from '../modelling/ring.ts'
import { dashed, footprint, stroke } from '../symbol.ts'

export const mat = defineKind({
  id: 'mat',
  names: {
    en: ['Mat', 'bath mat', 'yoga mat', 'play mat', 'doormat', 'door mat', 'floor mat', 'exercise mat'],
    zh: ['地垫', '浴室地垫', '瑜伽垫', '游戏垫', '门垫', '爬行垫', '防滑垫'],
  },
  group: 'decor',
  size: { typical: [0.78, 0.49, 0.02], min: [0.4, 0.3, 0.004], max: [2.6, 2.4, 0.05] },
  source: 'catalogue sizes; trade sizes',
  presets: [
    {
      id: 'bath_mat',
      names: { en: ['Bath mat', 'bathroom rug'], zh: ['浴室地垫', '浴室脚垫'] },
      size: [0.78, 0.49, 0.02],
    },
    {
      id: 'yoga_mat',
      names: { en: ['Yoga mat', 'exercise mat'], zh: ['瑜伽垫', '健身垫'] },
      size: [0.61, 1.83, 0.006],
    },
    { id: 'play_mat', names: { en: ['Play mat', 'crawling mat'], zh: ['游戏垫', '爬行垫'] }, size: [1.5, 1.5, 0.02] },
  ],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['bathroom', 'kids_room', 'entrance', 'gym', 'living_room'],
  physics: { mass: 1.2, movable: true, friction: 0.8, centerOfMass: 0.5, softness: 0.6 },
  walkable: true,
  companions: [],
  finishes: { body: { material: 'cotton', color: '#cdd3c4' } },
  shape(model, { size: [w, d, h] }) {
    const radius = Math.min(0.04, w * 0.08)
    model.add(
      'body',
      extrude(roundedRectangle(span(0, w), span(0, d), radius, 4), [0, h * 0.8], { bevel: Math.min(h * 0.3, 0.006) }),
    )
    const ribs = Math.max(3, Math.round(d / 0.07))
    const step = (d - 0.06) / ribs
    for (let k = 0; k < ribs; k++)
      model.add(
        'body',
        extrude(
          roundedRectangle([-w / 2 + 0.03, w / 2 - 0.03], span(-d / 2 + 0.03 + step * (k + 0.5), step * 0.8), 0.008, 2),
          [h * 0.4, h],
          { bevel: Math.min(h * 0.2, 0.003) },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [
    dashed(footprint(w, d, Math.min(0.04, w * 0.08))),
    stroke([-w / 2 + 0.03, -d / 2 + 0.03], [w / 2 - 0.03, -d / 2 + 0.03]),
    stroke([-w / 2 + 0.03, d / 2 - 0.03], [w / 2 - 0.03, d / 2 - 0.03]),
  ],
})

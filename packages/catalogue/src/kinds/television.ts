import { addScreen } from '../assemblies/screen.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { block, detail, outline } from '../symbol.ts'

export const television = defineKind({
  id: 'television',
  names: {
    en: ['Television', 'tv', 'tv set', 'flat screen', 'telly', 'smart tv'],
    zh: ['电视', '电视机', '液晶电视', '壁挂电视', '智慧屏'],
  },
  group: 'electronics',
  size: { typical: [1.23, 0.25, 0.78], min: [0.6, 0.03, 0.38], max: [2.0, 0.45, 1.25] },
  source: 'screen trade sizes 32–85 in; box sizes of simulated homes',
  presets: [
    {
      id: 'tv_55',
      names: { en: ['55 inch television', '55 inch tv'], zh: ['55寸电视', '电视(55寸)'] },
      size: [1.23, 0.25, 0.8],
    },
    {
      id: 'tv_wall',
      names: { en: ['Wall-mounted television', 'wall tv', 'wall mounted tv'], zh: ['壁挂电视', '挂墙电视'] },
      size: [1.23, 0.07, 0.71],
      variant: 'wall',
    },
  ],
  variants: ['stand', 'wall'],
  mount: 'surface',
  mountHeight: 0.9,
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.9, recommended: 1.5 }, side: 0 },
  rooms: ['living_room', 'bedroom'],
  physics: { mass: 17, movable: true, friction: 0.5, centerOfMass: 0.55, fragile: true },
  companions: [{ category: 'tv_stand', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'plastic', color: '#26282a' },
    screen: { material: 'screen' },
    stand: { material: 'black_metal' },
  },
  shape(model, { size: [w, d, h], variant, states }) {
    const onWall = variant === 'wall' || d < 0.12
    const foot = onWall ? 0 : Math.min(0.09, h * 0.12)
    const thick = Math.min(0.035, d * 0.6)
    const y = onWall ? -d / 2 : -thick / 2
    addScreen(model, [-w / 2, w / 2], [y, y + thick], [foot, h], states?.on === true)
    if (onWall) {
      model.add('stand', box(span(0, w * 0.4), [y + thick, d / 2], [h * 0.3, h * 0.7], 0.003))
      return
    }
    model.add('body', box(span(0, w * 0.6), [y + thick, y + thick + 0.02], [foot + h * 0.08, h * 0.6], 0.01))
    for (const side of [-1, 1]) {
      const x = side * w * 0.34
      model.add(
        'stand',
        box(span(x, 0.03), [-d / 2, d / 2], [0, 0.012], 0.004),
        box(span(x, 0.024), span(0, 0.02), [0.012, foot + 0.03], 0.003),
      )
    }
  },
  symbol: ({ size: [w, d], variant }) => {
    const onWall = variant === 'wall' || d < 0.12
    const panel = Math.min(0.05, d)
    const y: [number, number] = onWall ? [-d / 2, d / 2] : [-panel / 2, panel / 2]
    return onWall
      ? [outline(block([-w / 2, w / 2], y))]
      : [
          outline(block([-w / 2, w / 2], y)),
          ...[-1, 1].map((s) => detail(block(span(s * w * 0.34, 0.03), [-d / 2, d / 2]))),
        ]
  },
})

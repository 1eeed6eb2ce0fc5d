import { addScreen } from '../assemblies/screen.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { block, detail, outline } from '../symbol.ts'

export const monitor = defineKind({
  id: 'monitor',
  names: {
    en: ['Monitor', 'computer', 'computer monitor', 'display', 'computer screen', 'desktop'],
    zh: ['显示器', '电脑', '电脑屏幕'],
  },
  group: 'electronics',
  size: { typical: [0.61, 0.2, 0.46], min: [0.4, 0.12, 0.3], max: [1.2, 0.32, 0.65] },
  source: 'screen trade sizes 22–49 in',
  mount: 'surface',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.5, recommended: 0.65 }, side: 0 },
  rooms: ['study', 'bedroom'],
  physics: { mass: 5, movable: true, friction: 0.5, centerOfMass: 0.5, fragile: true },
  companions: [{ category: 'desk', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'plastic', color: '#2a2c2e' },
    screen: { material: 'screen' },
    stand: { material: 'aluminium' },
  },
  shape(model, { size: [w, d, h], states }) {
    const foot = h * 0.22
    addScreen(model, [-w / 2, w / 2], [-0.03, 0.0], [foot, h], states?.on === true, 0.008)
    model.add('body', box(span(0, w * 0.5), [0, 0.022], [foot + (h - foot) * 0.25, h - (h - foot) * 0.25], 0.01))
    model.add(
      'stand',
      box(span(0, 0.055), [0.02, 0.034], [0.008, foot + (h - foot) * 0.5], 0.003),
      box(span(0, w * 0.4), [-d / 2, d / 2], [0, 0.01], 0.004),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(block([-w / 2, w / 2], [-0.03, 0.01])),
    detail(block(span(0, w * 0.4), [-d / 2, d / 2])),
  ],
})

import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Geometry } from '../modelling/geometry.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, outline } from '../symbol.ts'

export const laptop = defineKind({
  id: 'laptop',
  names: {
    en: ['Laptop', 'notebook computer', 'laptop computer', 'notebook'],
    zh: ['笔记本电脑', '笔记本', '手提电脑'],
  },
  group: 'electronics',
  size: { typical: [0.34, 0.3, 0.23], min: [0.26, 0.2, 0.15], max: [0.5, 0.4, 0.36] },
  source: 'box sizes of simulated homes',
  mount: 'surface',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.4, recommended: 0.55 }, side: 0 },
  rooms: ['study', 'living_room', 'bedroom'],
  physics: { mass: 1.6, movable: true, friction: 0.5, centerOfMass: 0.25, fragile: true },
  companions: [{ category: 'desk', relation: 'on_top', count: { min: 0, max: 1 } }],
  finishes: {
    body: { material: 'aluminium' },
    screen: { material: 'screen' },
    keys: { material: 'plastic', color: '#3a3c3e' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('screen', 0.35)
    const thick = 0.014
    const lean = 0.3
    const lid = (h - thick) / Math.cos(lean)
    const hinge = d / 2 - lid * Math.sin(lean) - 0.006
    model.add('body', box([-w / 2, w / 2], [-d / 2, hinge], [0, thick], 0.004))
    const base = hinge + d / 2
    model.add(
      'keys',
      box([-w * 0.43, w * 0.43], [-d / 2 + base * 0.42, hinge - base * 0.1], [thick - 0.0005, thick + 0.0012], 0),
      box([-w * 0.15, w * 0.15], [-d / 2 + base * 0.06, -d / 2 + base * 0.36], [thick - 0.0005, thick + 0.0006], 0),
    )
    const stand = (g: Geometry) => move(turn(g, 'x', -lean), 0, hinge, thick * 0.6)
    model.add('body', stand(box([-w / 2, w / 2], [0, 0.006], [0, lid], 0.002)))
    model.add('screen', stand(box([-w / 2 + 0.008, w / 2 - 0.008], [-0.0008, 0.001], [0.014, lid - 0.008], 0)))
  },
  symbol: ({ size: [w, d, h] }) => {
    const hinge = d / 2 - (h - 0.014) * Math.tan(0.3) - 0.006
    return [
      outline(block([-w / 2, w / 2], [-d / 2, d / 2], 0.008)),
      detail(block([-w * 0.43, w * 0.43], [-d / 2 + (hinge + d / 2) * 0.42, hinge - 0.02])),
      detail([
        [-w / 2, hinge],
        [w / 2, hinge],
      ]),
    ]
  },
})

import { addLegs } from '../assemblies/legs.ts'
import { addPedestal, addTableTop } from '../assemblies/table.ts'
import { defineKind } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { tableRing } from '../modelling/ring.ts'
import { detail, outline } from '../symbol.ts'

export const coffeeTable = defineKind({
  id: 'coffee_table',
  names: {
    en: ['Coffee table', 'cocktail table', 'low table', 'centre table', 'center table', 'lounge table'],
    zh: ['茶几', '咖啡桌', '矮桌', '中式茶几'],
  },
  group: 'tables',
  size: { typical: [1.1, 0.6, 0.43], min: [0.5, 0.4, 0.28], max: [1.6, 1.1, 0.55] },
  source: 'retailer price list quantiles; box sizes of simulated homes; reach after Merrell 2011',
  presets: [
    {
      id: 'coffee_table_round',
      names: { en: ['Round coffee table'], zh: ['圆茶几', '圆形茶几'] },
      size: [0.8, 0.8, 0.4],
      shape: 'round',
    },
  ],
  shapes: ['rectangular', 'round', 'oval', 'octagonal'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.4, recommended: 0.46 }, side: 0.3 },
  rooms: ['living_room'],
  physics: { mass: 25, movable: true, friction: 0.45, centerOfMass: 0.6 },
  companions: [
    { category: 'sofa', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 0.45, max: 0.6 } },
    { category: 'book', relation: 'on_top', count: { min: 0, max: 2 } },
    { category: 'vase', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: { top: { material: 'oak' }, legs: { material: 'oak' }, shelf: { material: 'oak' } },
  surfaces: ({ size: [w, d, h], shape }) => [
    {
      x: 0,
      y: 0,
      z: h,
      width: w - 0.04,
      depth: d - 0.04,
      clear: Infinity,
      ...(shape === 'round' ? { round: true } : {}),
    },
  ],
  shape(model, p) {
    const [w, d, h] = p.size
    addTableTop(model, p, 0.028, 0.06)
    if (p.shape === 'round' && w < 0.75) {
      addPedestal(model, 0, h - 0.028, Math.min(w, d) * 1.15)
      return
    }
    const k = p.shape === 'round' || p.shape === 'octagonal' ? 0.15 : p.shape === 'oval' ? 0.1 : 0.04
    addLegs(model, 'legs', [-w / 2 + w * k, w / 2 - w * k], [-d / 2 + d * k, d / 2 - d * k], [0, h - 0.028], {
      thickness: 0.05,
      splay: 0.025,
      round: true,
    })
    const shelf = h * 0.36
    const inset = Math.max(k + 0.04, 0.09)
    model.add(
      'shelf',
      extrude(
        tableRing(p.shape, span(0, w * (1 - inset * 2)), span(0, d * (1 - inset * 2)), 0.04),
        [shelf - 0.016, shelf],
        { bevel: 0.004 },
      ),
    )
  },
  symbol: ({ size: [w, d], shape }) => [
    outline(tableRing(shape, span(0, w), span(0, d), 0.06)),
    detail(tableRing(shape, span(0, w - 0.08), span(0, d - 0.08), 0.04)),
  ],
})

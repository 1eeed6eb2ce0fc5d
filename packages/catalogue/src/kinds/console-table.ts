import { addCabinet, divide, fieldsFor } from '../assemblies/cabinet.ts'
import { addLegs, leg } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { tableRing } from '../modelling/ring.ts'
import { block, detail, outline } from '../symbol.ts'

export const consoleTable = defineKind({
  id: 'console_table',
  names: {
    en: ['Console table', 'console', 'hall table', 'entry table', 'sofa table'],
    zh: ['玄关桌', '玄关台', '条案', '边台'],
  },
  group: 'tables',
  size: { typical: [1.1, 0.36, 0.8], min: [0.6, 0.25, 0.65], max: [1.8, 0.48, 0.95] },
  source: 'retailer price list quantiles',
  shapes: ['rectangular', 'half_round', 'oval'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0 },
  rooms: ['entrance', 'living_room', 'hallway'],
  physics: { mass: 22, movable: true, friction: 0.45, centerOfMass: 0.7 },
  opens: 'drawers',
  companions: [
    { category: 'mirror', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.2, max: 0.4 } },
    { category: 'vase', relation: 'on_top', count: { min: 0, max: 1 } },
  ],
  finishes: {
    top: { material: 'walnut' },
    body: { material: 'walnut' },
    front: { material: 'walnut' },
    handles: { material: 'brass' },
  },
  surfaces: (p) => [
    topSurface(p),
    {
      x: 0,
      y: 0,
      z: p.size[2] * 0.2 + 0.018,
      width: p.size[0] - 0.12,
      depth: p.size[1] - 0.06,
      clear: p.size[2] * 0.5,
      inside: true,
    },
  ],
  shape(model, { size: [w, d, h], shape, states }) {
    if (shape === 'half_round' || shape === 'oval') {
      for (const [k, z] of [
        [1, h],
        [0.8, h * 0.3],
      ] as const)
        model.add(
          'top',
          extrude(
            tableRing(shape, span(0, w * k), [d / 2 - d * (0.5 + 0.5 * k), shape === 'oval' ? d * 0.5 * k : d / 2]),
            [z - 0.024, z],
            { bevel: 0.005 },
          ),
        )
      const reach = shape === 'oval' ? 0.3 : 0.36
      for (const s of [-1, 1]) {
        model.add('body', leg([s * w * reach, d / 2 - 0.03], [0, -1], [0, h - 0.024], { thickness: 0.04 }))
        model.add('body', leg([s * w * 0.2, -d * 0.24], [0, 1], [0, h - 0.024], { thickness: 0.04 }))
      }
      return
    }
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [h - 0.024, h], 0.005))
    addLegs(model, 'body', [-w / 2 + 0.015, w / 2 - 0.015], [-d / 2 + 0.015, d / 2 - 0.015], [0, h - 0.024], {
      thickness: 0.04,
    })
    const fields = divide([-w / 2 + 0.055, w / 2 - 0.055], fieldsFor(w, 0.55))
    addCabinet(model, {
      y: [-d / 2 + 0.028, d / 2 - 0.02],
      open: states?.open,
      handle: 'knob',
      cells: fields.map((x) => ({ type: 'drawer', x, z: [h - 0.15, h - 0.024] })),
    })
    model.add(
      'top',
      box([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03], [h * 0.2, h * 0.2 + 0.018], 0.003),
    )
  },
  symbol: ({ size: [w, d], shape }) => [
    outline(tableRing(shape, span(0, w), span(0, d), 0.005)),
    detail(block([-w / 2 + 0.03, w / 2 - 0.03], [-d / 2 + 0.03, d / 2 - 0.03])),
  ],
})

import { addCabinet, divide, doorHinge, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import { leaf } from '../modelling/leaf.ts'
import { block, detail, footprint, outline, stroke } from '../symbol.ts'

export const aquarium = defineKind({
  id: 'aquarium',
  names: { en: ['Aquarium', 'fish tank'], zh: ['鱼缸', '水族箱', '鱼缸(含柜)'] },
  group: 'decor',
  size: { typical: [1.0, 0.45, 1.3], min: [0.5, 0.3, 0.85], max: [1.8, 0.6, 1.6] },
  source: 'trade sizes; with its cabinet',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0.15 },
  rooms: ['living_room', 'study', 'dining_room'],
  physics: { mass: 250, movable: false, friction: 0.6, centerOfMass: 0.65, fragile: true },
  light: { lumens: 800, kelvin: 6500, height: 0.97 },
  opens: 'doors',
  companions: [],
  finishes: {
    front: { material: 'black_oak' },
    body: { material: 'black_oak' },
    glass: { material: 'glass' },
    water: { material: 'water' },
    gravel: { material: 'travertine' },
    weed: { material: 'plant' },
    fish: { material: 'plastic', color: '#d98c4a' },
    lamp: { material: 'frosted_glass', color: '#eaf3ff' },
    handles: { material: 'black_metal' },
  },
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('lamp', 1)
    const desk = h * 0.55
    const x: Range = [-w / 2, w / 2]
    const fields = divide(x, fieldsFor(w, 0.5))
    addCabinet(model, {
      y: [-d / 2 + 0.008, d / 2],
      handle: 'groove',
      open: states?.open,
      cells: fields.map((field, k) => ({
        type: 'door',
        x: field,
        z: [0.05, desk - 0.03],
        hinge: doorHinge(k, fields.length),
      })),
    })
    model.add(
      'body',
      box([x[0] + 0.02, x[1] - 0.02], [-d / 2 + 0.05, d / 2], [0, 0.05], 0),
      box(x, [-d / 2, d / 2], [desk - 0.03, desk], 0.003),
    )
    const tank: [Range, Range] = [span(0, w - 0.04), span(0, d - 0.04)]
    const top = h - 0.035
    for (const y of [
      [tank[1][0], tank[1][0] + 0.01],
      [tank[1][1] - 0.01, tank[1][1]],
    ] as const)
      model.add('glass', box(tank[0], y, [desk, top], 0))
    for (const a of [
      [tank[0][0], tank[0][0] + 0.01],
      [tank[0][1] - 0.01, tank[0][1]],
    ] as const)
      model.add('glass', box(a, [tank[1][0] + 0.01, tank[1][1] - 0.01], [desk, top], 0))
    const inner: [Range, Range] = [span(0, w - 0.062), span(0, d - 0.062)]
    model.add('gravel', box(inner[0], inner[1], [desk, desk + 0.05], 0.01))
    model.add('water', box(inner[0], inner[1], [desk + 0.05, top - 0.05], 0))
    const room = top - 0.06 - desk - 0.05
    for (let k = 0; k < Math.round(w * 9); k++)
      model.add(
        'weed',
        leaf({
          base: [
            inner[0][0] + 0.05 + (((k * 37) % 100) / 100) * (w - 0.18),
            inner[1][1] - 0.06 - ((k * 53) % 10) * 0.008,
            desk + 0.05,
          ],
          yaw: k * 2.4,
          length: room * (0.45 + ((k * 7) % 5) * 0.1),
          width: 0.03,
          rise: 1.5,
          droop: 0.2,
          pieces: 3,
        }),
      )
    for (let k = 0; k < Math.max(3, Math.round(w * 5)); k++) {
      const at = [
        inner[0][0] + (w - 0.2) * (((k * 61) % 100) / 100) + 0.07,
        inner[1][0] + 0.06 + (k % 3) * 0.05,
        desk + 0.1 + room * (((k * 43) % 10) / 14),
      ] as const
      model.add(
        'fish',
        ball(at[0], at[1], at[2], 0.017, 0.026, 8),
        leaf({
          base: [at[0] + 0.012, at[1], at[2]],
          yaw: 0,
          length: 0.03,
          width: 0.024,
          rise: 0.1,
          droop: 0,
          belly: 0.7,
          pieces: 2,
        }),
      )
    }
    model.add('body', box(x, [-d / 2, d / 2], [top, h], 0.004))
    model.add('lamp', box(span(0, w * 0.8), span(0, d * 0.3), [top - 0.012, top], 0))
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block(span(0, w - 0.06), span(0, d - 0.06))),
    ...[-1, 0, 1].map((k) =>
      stroke(
        ...Array.from(
          { length: 9 },
          (_, j) => [-w * 0.3 + (w * 0.6 * j) / 8, k * d * 0.2 + Math.sin((j / 8) * Math.PI * 4) * d * 0.04] as const,
        ),
      ),
    ),
  ],
})

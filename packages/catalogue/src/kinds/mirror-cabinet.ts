import { addCabinet, divide, doorHinge, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind, topSurface } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const mirrorCabinet = defineKind({
  id: 'mirror_cabinet',
  names: { en: ['Mirror cabinet', 'mirrored cabinet', 'bathroom mirror cabinet'], zh: ['镜柜', '浴室镜柜', '镜箱'] },
  group: 'bathroom',
  size: { typical: [0.7, 0.14, 0.7], min: [0.35, 0.1, 0.45], max: [1.5, 0.2, 0.95] },
  source: 'sanitary ware trade sizes',
  mount: 'wall',
  mountHeight: 1.15,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.76 }, side: 0 },
  rooms: ['bathroom'],
  physics: { mass: 14, movable: false, friction: 0.5, centerOfMass: 0.5, fragile: true },
  light: { lumens: 600, kelvin: 4000, height: 1 },
  opens: 'doors',
  companions: [
    { category: 'vanity', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.2, max: 0.3 } },
  ],
  finishes: {
    mirror: { material: 'mirror' },
    body: { material: 'oak' },
    lamp: { material: 'frosted_glass', color: '#fff6e4' },
    handles: { material: 'brass' },
  },
  surfaces: (p) => [topSurface(p, 0.01)],
  shape(model, { size: [w, d, h], states }) {
    if (states?.on) model.shine('lamp', 1)
    const strip = 0.05
    const shelf = h > 0.6 ? 0.12 : 0
    const fields = divide([-w / 2, w / 2], fieldsFor(w, 0.4))
    addCabinet(model, {
      y: [-d / 2, d / 2],
      open: states?.open,
      handle: 'none',
      front: 'mirror',
      cells: fields.map((x, k) => ({
        type: 'door',
        x,
        z: [shelf, h - strip],
        hinge: doorHinge(k, fields.length),
        shelves: 2,
      })),
    })
    if (shelf)
      addCabinet(model, { y: [-d / 2 + 0.01, d / 2], cells: [{ type: 'niche', x: [-w / 2, w / 2], z: [0, shelf] }] })
    model.add('body', box([-w / 2, w / 2], [-d / 2, d / 2], [h - strip + 0.012, h], 0.003))
    model.add(
      'lamp',
      box([-w / 2 + 0.02, w / 2 - 0.02], [-d / 2 + 0.006, d / 2 - 0.01], [h - strip, h - strip + 0.014], 0.002),
    )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    stroke([-w / 2, -d / 2 + 0.02], [w / 2, -d / 2 + 0.02]),
    ...divide([-w / 2, w / 2], fieldsFor(w, 0.4))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, -d / 2 + 0.02])),
  ],
})

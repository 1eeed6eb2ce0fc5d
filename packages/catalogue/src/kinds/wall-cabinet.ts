import { addCabinet, divide, doorHinge, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { kitchenColumns } from '../assemblies/kitchen-unit.ts'
import { defineKind } from '../kind.ts'
import { dashed, diagonals, footprint } from '../symbol.ts'

export const wallCabinet = defineKind({
  id: 'wall_cabinet',
  names: {
    en: ['Wall cabinet', 'upper cabinet', 'overhead cabinet', 'wall cupboard', 'kitchen wall unit', 'hanging cabinet'],
    zh: ['吊柜', '壁挂柜', '上柜', '挂柜'],
  },
  group: 'kitchen',
  size: { typical: [0.6, 0.35, 0.7], min: [0.3, 0.25, 0.35], max: [2.4, 0.45, 1.0] },
  source: 'kitchen unit trade sizes; NKBA guidelines',
  mount: 'wall',
  mountHeight: 1.45,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0 },
  rooms: ['kitchen', 'bathroom', 'laundry'],
  physics: { mass: 18, movable: false, friction: 0.6, centerOfMass: 0.5 },
  opens: 'doors',
  companions: [],
  finishes: {
    front: { material: 'painted_wood', color: '#e8e4db' },
    body: { material: 'painted_wood', color: '#e4e1da' },
    handles: { material: 'brass' },
  },
  shape(model, { size: [w, d, h], states }) {
    const columns = divide([-w / 2, w / 2], kitchenColumns(w))
    addCabinet(model, {
      y: [-d / 2 + HANDLE_DEPTH, d / 2],
      open: states?.open,
      cells: columns.map((x, k) => ({ type: 'door', x, z: [0, h], hinge: doorHinge(k, columns.length), shelves: 1 })),
    })
  },
  symbol: ({ size: [w, d] }) => [dashed(footprint(w, d)), ...diagonals([-w / 2, w / 2], [-d / 2, d / 2], 'dashed')],
})

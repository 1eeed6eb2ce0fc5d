import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from '../assemblies/cabinet.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline, type SymbolPath, stroke } from '../symbol.ts'

/** A hinged leaf is about this wide, metres; sliding ones twice that. */
const LEAF = 0.47
const PLINTH = 0.07

export const wardrobe = defineKind({
  id: 'wardrobe',
  names: {
    en: ['Wardrobe', 'closet', 'armoire', 'clothes cupboard', 'clothes cabinet', 'garderobe'],
    zh: ['衣柜', '衣橱', '大衣柜', '壁柜', '立柜'],
  },
  group: 'storage',
  size: { typical: [1.5, 0.6, 2.25], min: [0.5, 0.42, 1.6], max: [3.2, 0.7, 2.7] },
  source: 'retailer price list quantiles; clothes hanger 0.45 m plus doors',
  presets: [
    {
      id: 'sliding_wardrobe',
      names: { en: ['Sliding wardrobe', 'sliding door wardrobe'], zh: ['推拉门衣柜', '移门衣柜'] },
      size: [1.8, 0.62, 2.3],
      variant: 'sliding',
    },
  ],
  variants: ['hinged', 'sliding'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0 },
  rooms: ['bedroom', 'kids_room', 'entrance', 'hallway'],
  physics: { mass: 110, movable: true, friction: 0.5, centerOfMass: 0.48 },
  opens: 'doors',
  companions: [{ category: 'mirror', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.3, best: 1, max: 2 } }],
  finishes: {
    front: { material: 'painted_wood', color: '#e6e1d6' },
    body: { material: 'oak' },
    handles: { material: 'brass' },
    rail: { material: 'steel' },
  },
  shape(model, p) {
    const [w, d, h] = p.size
    const open = p.states?.open ?? 0
    const x: Range = [-w / 2 + 0.018, w / 2 - 0.018]
    const y: Range = [-d / 2 + (p.variant === 'sliding' ? 0 : HANDLE_DEPTH), d / 2]
    model.add(
      'body',
      box([-w / 2, x[0]], [y[0] + 0.006, y[1]], [0, h], 0.002),
      box([x[1], w / 2], [y[0] + 0.006, y[1]], [0, h], 0.002),
    )
    model.add('body', box(x, [y[0] + 0.05, y[1]], [0, PLINTH], 0), box(x, [y[0] + 0.006, y[1]], [h - 0.022, h], 0.002))
    if (p.variant === 'sliding') addSliding(model, x, y, [PLINTH, h - 0.022], open)
    else addHinged(model, x, y, [PLINTH, h - 0.022], open)
    if (open > 0.01) {
      const rail = Math.min(h - 0.35, 1.95)
      model.add(
        'rail',
        tube(
          [
            [x[0] + 0.01, 0.02, rail],
            [x[1] - 0.01, 0.02, rail],
          ],
          0.012,
          { segments: 8 },
        ),
      )
    }
  },
  symbol: drawWardrobe,
})

/** Doors over the whole height; tall wardrobes get a second row of small doors on top. */
function addHinged(model: Model, x: Range, y: Range, z: Range, open: number): void {
  const columns = divide(x, fieldsFor(x[1] - x[0], LEAF))
  const split = z[1] > 2.35 ? 1.98 : z[1]
  const cells: Cell[] = []
  columns.forEach((column, k) => {
    const hinge = doorHinge(k, columns.length)
    cells.push({ type: 'door', x: column, z: [z[0], split], hinge })
    if (split < z[1]) cells.push({ type: 'door', x: column, z: [split, z[1]], hinge })
  })
  addCabinet(model, { y, cells, open })
}

function addSliding(model: Model, x: Range, y: Range, z: Range, open: number): void {
  const panels = divide(x, Math.max(2, fieldsFor(x[1] - x[0], LEAF * 2)))
  const back: Range = [y[0] + 0.07, y[1]]
  const cells: Cell[] = panels.map((field) => ({ type: 'niche', x: field, z }))
  if (open > 0.01) addCabinet(model, { y: back, cells })
  else model.add('body', box(x, back, z, 0))
  panels.forEach((field, k) => {
    const isInner = k % 2 === 1
    const shift = isInner ? -open * (field[1] - field[0]) * 0.9 : 0
    const overlap = 0.015
    const px: Range = [Math.max(x[0], field[0] - overlap) + shift, Math.min(x[1], field[1] + overlap) + shift]
    const py: Range = isInner ? [y[0] + 0.034, y[0] + 0.058] : [y[0] + 0.006, y[0] + 0.03]
    model.add('front', box(px, py, [z[0] + 0.004, z[1] - 0.004], 0.002))
    const edge = isInner ? px[0] : px[1] - 0.022
    model.add('handles', box([edge, edge + 0.022], [py[0] - 0.005, py[0] + 0.004], [z[0] + 0.004, z[1] - 0.004], 0.001))
  })
  model.add('handles', box(x, [y[0], y[0] + 0.066], [z[1] - 0.02, z[1]], 0))
}

/** Outline, door lines, the rail and a row of hangers. */
function drawWardrobe(p: BuildParameters): SymbolPath[] {
  const [w, d] = p.size
  const front = -d / 2 + 0.045
  const paths = [outline(footprint(w, d)), stroke([-w / 2, front], [w / 2, front])]
  const leaves = divide(
    [-w / 2, w / 2],
    p.variant === 'sliding' ? Math.max(2, fieldsFor(w, LEAF * 2)) : fieldsFor(w, LEAF),
  )
  if (p.variant === 'sliding') {
    leaves.forEach(([a, b], k) => {
      paths.push(detail(block([a, b], k % 2 ? [-d / 2 + 0.024, front] : [-d / 2, -d / 2 + 0.024])))
    })
  } else for (const [a] of leaves.slice(1)) paths.push(stroke([a, -d / 2], [a, front]))
  paths.push(stroke([-w / 2 + 0.03, 0.02], [w / 2 - 0.03, 0.02]))
  const count = Math.max(3, Math.round(w / 0.14))
  for (let k = 1; k < count; k++) {
    const at = -w / 2 + (w * k) / count
    const lean = ((k * 37) % 5) * 0.008 - 0.016
    paths.push(stroke([at + lean, 0.02 + d * 0.3], [at - lean, 0.02 - d * 0.28]))
  }
  return paths
}

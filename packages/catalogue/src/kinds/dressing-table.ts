import { addCabinet, divide } from '../assemblies/cabinet.ts'
import { addLegs } from '../assemblies/legs.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import { ellipse, shrink } from '../modelling/ring.ts'
import { move, turn } from '../modelling/transform.ts'
import { detail, footprint, outline, stroke } from '../symbol.ts'

const TOP = 0.75

export const dressingTable = defineKind({
  id: 'dressing_table',
  names: {
    en: ['Dressing table', 'makeup table', 'vanity table', 'makeup vanity', 'vanity desk'],
    zh: ['梳妆台', '化妆台', '化妆桌', '妆台'],
  },
  group: 'tables',
  size: { typical: [1.0, 0.45, 1.35], min: [0.6, 0.36, 0.7], max: [1.5, 0.6, 1.6] },
  source: 'trade sizes; the height includes the mirror, the top lies at 0.75 m',
  presets: [
    {
      id: 'dressing_table_low',
      names: { en: ['Dressing table without mirror'], zh: ['无镜梳妆台'] },
      size: [1.0, 0.45, 0.76],
    },
  ],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.75, recommended: 0.9 }, side: 0.1 },
  rooms: ['bedroom'],
  physics: { mass: 30, movable: true, friction: 0.45, centerOfMass: 0.6 },
  opens: 'drawers',
  companions: [
    { category: 'stool', relation: 'front', count: { min: 1, max: 1 }, gap: { min: -0.2, best: 0.05, max: 0.15 } },
  ],
  finishes: {
    top: { material: 'oak' },
    body: { material: 'oak' },
    front: { material: 'painted_wood', color: '#e7e2d8' },
    handles: { material: 'brass' },
    frame: { material: 'brass' },
    glass: { material: 'mirror' },
  },
  surfaces: (p) => [{ x: 0, y: 0, z: topOf(p), width: p.size[0] - 0.04, depth: p.size[1] - 0.1, clear: Infinity }],
  seats: () => 1,
  tuckDepth: ({ size }) => size[1] * 0.7,
  shape(model, p) {
    const [w, d, h] = p.size
    const top = topOf(p)
    model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], [top - 0.024, top], 0.005))
    addLegs(model, 'body', [-w / 2 + 0.015, w / 2 - 0.015], [-d / 2 + 0.015, d / 2 - 0.015], [0, top - 0.024], {
      thickness: 0.04,
      splay: 0.006,
    })
    const x = [-w / 2 + 0.056, w / 2 - 0.056] as const
    addCabinet(model, {
      y: [-d / 2 + 0.028, d / 2 - 0.02],
      open: p.states?.open,
      handle: 'knob',
      cells: divide(x, w > 0.8 ? 3 : 2).map((field) => ({ type: 'drawer', x: field, z: [top - 0.14, top - 0.024] })),
    })
    if (h - top < 0.2) return
    const r = Math.min((h - top) / 2, w * 0.38)
    const rz = (h - top) / 2
    const ring = ellipse(0, rz, r, rz, 44)
    const inner = shrink(ring, 0.014)
    const stand = (g: ReturnType<typeof extrude>) => move(turn(g, 'x', Math.PI / 2), 0, d / 2 - 0.012, top)
    model.add('frame', stand(extrude(ring, [0, 0.026], { holes: [[...inner].reverse()] })))
    model.add('glass', stand(extrude(inner, [0.004, 0.018])))
    model.add('frame', box([-0.09, 0.09], [d / 2 - 0.07, d / 2], [top, top + 0.014], 0.003))
  },
  symbol: (p) => {
    const [w, d] = p.size
    const r = Math.min((p.size[2] - topOf(p)) / 2, w * 0.38)
    return [
      outline(footprint(w, d)),
      ...(r > 0.1
        ? [
            detail([
              [-r, d / 2 - 0.038],
              [r, d / 2 - 0.038],
              [r, d / 2 - 0.012],
              [-r, d / 2 - 0.012],
            ]),
          ]
        : []),
      stroke([-w / 2, -d / 2 + 0.03], [w / 2, -d / 2 + 0.03]),
    ]
  },
})

function topOf({ size: [, , h] }: BuildParameters): number {
  return h > TOP + 0.2 ? TOP : h
}

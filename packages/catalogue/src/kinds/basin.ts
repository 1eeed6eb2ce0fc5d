import { type Bowl, bowlRing, hollow } from '../assemblies/basin-bowl.ts'
import { addTap } from '../assemblies/tap.ts'
import { type BuildParameters, defineKind } from '../kind.ts'
import { cylinder } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { ellipse, roundedRectangle } from '../modelling/ring.ts'
import { detail, footprint, outline, stroke } from '../symbol.ts'

export const basin = defineKind({
  id: 'basin',
  names: {
    en: ['Basin', 'wash basin', 'washbasin', 'hand sink', 'bathroom sink', 'wall basin', 'pedestal sink', 'hand basin'],
    zh: ['洗手盆', '洗面盆', '洗脸盆', '面盆', '壁挂洗面盆', '洗手池', '台盆'],
  },
  group: 'bathroom',
  size: { typical: [0.55, 0.45, 0.24], min: [0.35, 0.28, 0.15], max: [0.8, 0.6, 0.95] },
  source: 'sanitary ware trade sizes; rim 0.80–0.85 m over the floor',
  presets: [{ id: 'wall_basin', names: { en: ['Wall-hung basin'], zh: ['壁挂洗面盆'] }, size: [0.55, 0.45, 0.24] }],
  mount: 'wall',
  mountHeight: 0.66,
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.76 }, side: 0.15 },
  rooms: ['bathroom', 'laundry'],
  physics: { mass: 14, movable: false, friction: 0.5, centerOfMass: 0.6, fragile: true },
  companions: [
    { category: 'mirror', relation: 'above', count: { min: 0, max: 1 }, gap: { min: 0.15, best: 0.2, max: 0.3 } },
    { category: 'towel_rack', relation: 'near', count: { min: 0, max: 1 }, gap: { min: 0.1, best: 0.3, max: 1 } },
  ],
  finishes: { body: { material: 'ceramic' }, tap: { material: 'chrome' } },
  shape(model, p) {
    const [w, d, h] = p.size
    const tap = Math.min(0.12, h * 0.35)
    const rim = h - tap
    const thick = Math.min(0.17, rim)
    const at = (k: number, z: number) =>
      section(roundedRectangle([(-w / 2) * k, (w / 2) * k], [d / 2 - d * (0.5 + 0.5 * k), d / 2], 0.07 * k, 5), z)
    const low = rim - thick
    const bowl = bowlOf(p)
    model.add(
      'body',
      loft(
        [
          at(0.55, low),
          at(0.8, low + thick * 0.35),
          at(0.97, rim - 0.03),
          at(1, rim - 0.02),
          at(1, rim - 0.006),
          at(0.99, rim),
        ],
        { caps: 'start', creaseDeg: 60 },
      ),
    )
    // The flat rim around the bowl, then the bowl.
    const outer = roundedRectangle([(-w / 2) * 0.99, (w / 2) * 0.99], [d / 2 - d * 0.995, d / 2], 0.07, 6)
    model.add(
      'body',
      loft(
        [
          section(outer, rim),
          section(
            outer.map((point) => rimPoint(point, bowl)),
            rim,
          ),
        ],
        { caps: 'none' },
      ),
    )
    model.add('body', hollow(bowl, rim, Math.min(0.12, thick * 0.8)))
    if (low > 0.2)
      model.add(
        'body',
        cylinder(0, d / 2 - d * 0.3, 0, low + 0.02, Math.min(0.1, w * 0.2), Math.min(0.085, w * 0.17), 24),
      )
    addTap(model, [0, d / 2 - d * 0.1, rim], tap, d * 0.24)
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.07)),
    detail(bowlRing({ x: 0, y: -d * 0.07, rx: w * 0.41, ry: d * 0.34, power: 2.8 })),
    detail(ellipse(0, -d * 0.07, 0.02, 0.02, 12)),
    detail(ellipse(0, d * 0.4, Math.min(0.02, d * 0.06), Math.min(0.02, d * 0.06), 12)),
    stroke([0, d * 0.4], [0, d * 0.16]),
  ],
})

function bowlOf({ size: [w, d] }: BuildParameters): Bowl {
  return { x: 0, y: -d * 0.07, rx: w * 0.41, ry: d * 0.34, power: 2.8 }
}

/** The point of the bowl's rim in the direction of an outer point, so that the strip between them has no twist. */
function rimPoint(outer: readonly [number, number], bowl: Bowl): [number, number] {
  const dx = (outer[0] - bowl.x) / bowl.rx
  const dy = (outer[1] - bowl.y) / bowl.ry
  const power = bowl.power ?? 3
  const k = (Math.abs(dx) ** power + Math.abs(dy) ** power) ** (-1 / power)
  return [bowl.x + dx * k * bowl.rx, bowl.y + dy * k * bowl.ry]
}

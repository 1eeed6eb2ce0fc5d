import type { Size3 } from '@enfilade/scene'
import { bowlRing } from '../assemblies/basin-bowl.ts'
import { defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Range } from '../modelling/geometry.ts'
import { loft, section } from '../modelling/loft.ts'
import { arc, ellipse, type Point, roundedRectangle } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const bathtub = defineKind({
  id: 'bathtub',
  names: { en: ['Bathtub', 'bath', 'tub', 'bath tub', 'soaking tub'], zh: ['浴缸', '澡盆', '泡澡桶', '浴盆'] },
  group: 'bathroom',
  size: { typical: [1.6, 0.75, 0.58], min: [1.1, 0.6, 0.42], max: [2.0, 1.5, 0.75] },
  source: 'sanitary ware trade sizes',
  presets: [
    {
      id: 'freestanding_tub',
      names: { en: ['Freestanding bathtub', 'freestanding tub'], zh: ['独立式浴缸', '独立浴缸'] },
      size: [1.65, 0.78, 0.6],
      variant: 'freestanding',
    },
    {
      id: 'corner_bathtub',
      names: { en: ['Corner bath', 'corner bathtub'], zh: ['转角浴缸', '扇形浴缸', '三角浴缸'] },
      size: [1.4, 1.4, 0.58],
      shape: 'corner',
    },
  ],
  variants: ['built_in', 'freestanding'],
  shapes: ['rectangular', 'oval', 'corner'],
  mount: 'floor',
  wallAffinity: 'side',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.76 }, side: 0 },
  rooms: ['bathroom'],
  physics: { mass: 50, movable: false, friction: 0.6, centerOfMass: 0.4 },
  companions: [
    { category: 'bath_mat', relation: 'front', count: { min: 0, max: 1 }, gap: { min: 0, best: 0.02, max: 0.15 } },
  ],
  finishes: { body: { material: 'ceramic' }, tap: { material: 'chrome' } },
  seats: () => 1,
  shape(model, { size: [w, d, h], variant, shape }) {
    if (shape === 'corner') {
      addCornerTub(model, [w, d, h])
      return
    }
    const isFree = variant === 'freestanding' || shape === 'oval'
    const rim = isFree ? h : h - 0.0
    const oval = (k: number, z: number, grow = 0) =>
      section(bowlRing({ x: 0, y: 0, rx: (w / 2) * k, ry: (d / 2) * k, power: 2.5 }, grow, 36), z)
    if (isFree) {
      model.add(
        'body',
        loft(
          [
            oval(0.74, 0),
            oval(0.78, h * 0.06),
            oval(0.88, h * 0.5),
            oval(0.985, h * 0.93),
            oval(1, h * 0.985),
            oval(0.995, h),
            oval(0.95, h - 0.002),
            oval(0.9, h * 0.8),
            oval(0.8, h * 0.4),
            oval(0.68, h * 0.28),
          ],
          { creaseDeg: 65 },
        ),
      )
    } else {
      model.add('body', box([-w / 2 + 0.012, w / 2 - 0.012], [-d / 2 + 0.012, -d / 2 + 0.03], [0, rim - 0.03], 0.002))
      model.add(
        'body',
        box([-w / 2 + 0.012, -w / 2 + 0.03], [-d / 2 + 0.03, d / 2], [0, rim - 0.03], 0.002),
        box([w / 2 - 0.03, w / 2 - 0.012], [-d / 2 + 0.03, d / 2], [0, rim - 0.03], 0.002),
      )
      const inner = (k: number, z: number) => section(innerRing(w, d, k), z)
      model.add(
        'body',
        extrude(roundedRectangle([-w / 2, w / 2], [-d / 2, d / 2], 0.015, 2), [rim - 0.035, rim], {
          holes: [[...innerRing(w, d, 1)].reverse()],
          bevel: 0.006,
        }),
      )
      model.add(
        'body',
        loft(
          [
            inner(1, rim - 0.001),
            inner(0.97, rim - 0.05),
            inner(0.88, h * 0.4),
            inner(0.8, h * 0.26),
            inner(0.6, h * 0.24),
          ],
          { caps: 'end', creaseDeg: 65 },
        ),
      )
    }
    // Overflow and drain at the foot end.
    const x = -w / 2 + w * 0.13
    model.add(
      'tap',
      tube(
        [
          [x - 0.03, 0, h * 0.66],
          [x + 0.012, 0, h * 0.665],
        ],
        0.028,
        { segments: 14 },
      ),
    )
    model.add(
      'tap',
      tube(
        [
          [-w * 0.22, 0, h * 0.25],
          [-w * 0.22, 0, h * (isFree ? 0.295 : 0.262)],
        ],
        0.03,
        { segments: 14 },
      ),
    )
    if (!isFree) {
      const r = 0.014
      const z = h - r - 0.001
      model.add(
        'tap',
        tube(
          [
            [-w / 2 + 0.05, d * 0.34, z],
            [-w / 2 + 0.05, -d * 0.0, z],
          ],
          r,
          { segments: 10 },
        ),
      )
    }
  },
  symbol: ({ size: [w, d], variant, shape }) => {
    if (shape === 'corner') return [outline(cornerRing(w, d, 1)), detail(cornerRing(w, d, 0.84))]
    if (variant === 'freestanding' || shape === 'oval') {
      const ring = (k: number) => bowlRing({ x: 0, y: 0, rx: (w / 2) * k, ry: (d / 2) * k, power: 2.5 }, 0, 40)
      return [outline(ring(1)), detail(ring(0.88)), detail(ellipse(-w * 0.26, 0, 0.028, 0.028, 14))]
    }
    return [
      outline(footprint(w, d, 0.015)),
      detail(innerRing(w, d, 1)),
      detail(ellipse(-w * 0.34, 0, 0.028, 0.028, 14)),
    ]
  },
})

/** The hollow: square towards the drain, round towards the back of the bather. */
function innerRing(w: number, d: number, k: number): Point[] {
  const rim = 0.065
  const x: Range = [(-w / 2 + rim) * k, (w / 2 - rim) * k]
  const y = (d / 2 - rim) * k
  const ring: Point[] = []
  const round = Math.min(y, (x[1] - x[0]) * 0.3)
  for (let j = 0; j <= 14; j++) {
    const a = -Math.PI / 2 + (Math.PI * j) / 14
    ring.push([x[1] - round + Math.cos(a) * round, Math.sin(a) * y])
  }
  const r = Math.min(0.12 * k, y * 0.6)
  for (let j = 0; j <= 5; j++) {
    const a = Math.PI / 2 + (Math.PI / 2) * (j / 5)
    ring.push([x[0] + r + Math.cos(a) * r, y - r + Math.sin(a) * r])
  }
  for (let j = 0; j <= 5; j++) {
    const a = Math.PI + (Math.PI / 2) * (j / 5)
    ring.push([x[0] + r + Math.cos(a) * r, -y + r + Math.sin(a) * r])
  }
  return ring
}

/** A quarter round in plan, its straight sides to the left and the back; k shrinks it towards its middle. */
function cornerRing(w: number, d: number, k: number): Point[] {
  const points = [[-w / 2, d / 2] as Point, ...arc(-w / 2, d / 2, w, d, -Math.PI / 2, 0, 24)]
  const [cx, cy] = [-w * 0.1, d * 0.1]
  return points.map(([x, y]): Point => [cx + (x - cx) * k, cy + (y - cy) * k])
}

function addCornerTub(model: Model, [w, d, h]: Size3): void {
  const inner = (k: number, z: number) => section(cornerRing(w, d, k), z)
  const hole = [...cornerRing(w, d, 0.84)].reverse()
  model.add('body', extrude(cornerRing(w, d, 0.985), [0, h - 0.03], { holes: [hole] }))
  model.add('body', extrude(cornerRing(w, d, 1), [h - 0.035, h], { holes: [hole], bevel: 0.006 }))
  model.add(
    'body',
    loft([inner(0.84, h - 0.001), inner(0.8, h * 0.6), inner(0.7, h * 0.28), inner(0.5, h * 0.24)], {
      caps: 'end',
      creaseDeg: 65,
    }),
  )
  model.add(
    'tap',
    tube(
      [
        [-w * 0.44, d * 0.2, h - 0.01],
        [-w * 0.44, d * 0.2, h - 0.002],
      ],
      0.03,
      { segments: 14 },
    ),
  )
}

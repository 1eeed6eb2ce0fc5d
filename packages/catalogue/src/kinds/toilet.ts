import { defineKind } from '../kind.ts'
import type { Range } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { type Point, superellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { turn } from '../modelling/transform.ts'
import { block, detail, outline } from '../symbol.ts'

export const toilet = defineKind({
  id: 'toilet',
  names: {
    en: ['Toilet', 'wc', 'lavatory', 'water closet', 'loo', 'toilet bowl'],
    zh: ['马桶', '坐便器', '坐便', '智能马桶', '便器'],
  },
  group: 'bathroom',
  size: { typical: [0.39, 0.7, 0.76], min: [0.33, 0.46, 0.34], max: [0.55, 0.85, 0.95] },
  source: 'sanitary ware trade sizes; seat height 0.43–0.48 m',
  presets: [
    {
      id: 'wall_toilet',
      names: { en: ['Wall-hung toilet', 'wall mounted toilet'], zh: ['壁挂坐便器', '壁挂马桶'] },
      size: [0.37, 0.55, 0.44],
      variant: 'wall',
    },
  ],
  variants: ['cistern', 'wall'],
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.55, recommended: 0.76 }, side: 0.2 },
  rooms: ['bathroom'],
  physics: { mass: 38, movable: false, friction: 0.6, centerOfMass: 0.4, fragile: true },
  opens: 'lid',
  companions: [
    { category: 'grab_bar', relation: 'beside', count: { min: 0, max: 2 }, gap: { min: 0.2, best: 0.25, max: 0.3 } },
  ],
  finishes: {
    body: { material: 'ceramic' },
    seat: { material: 'plastic', color: '#f6f5f2' },
    button: { material: 'chrome' },
  },
  seats: () => 1,
  shape(model, p) {
    const [w, d, h] = p.size
    const onWall = p.variant === 'wall'
    const seat = onWall ? h : Math.min(0.44, h * 0.6)
    const tank = onWall ? 0 : Math.min(0.19, d * 0.28)
    const pan: Range = [-d / 2, d / 2 - tank]
    const rim = seat - 0.035
    const ring = (wide: number, front: number, back: number, z: number) =>
      section(
        panRing(w * wide, pan[0] + (pan[1] - pan[0]) * front, pan[1] - (onWall ? 0 : -0.06) - (pan[1] - pan[0]) * back),
        z,
      )
    const low = onWall ? rim * 0.22 : 0
    model.add(
      'body',
      loft(
        [
          ring(onWall ? 0.5 : 0.62, onWall ? 0.4 : 0.3, 0, low),
          ring(onWall ? 0.7 : 0.6, onWall ? 0.2 : 0.28, 0, low + (rim - low) * 0.35),
          ring(0.84, 0.1, 0, low + (rim - low) * 0.7),
          ring(0.97, 0.012, 0, rim - 0.02),
          ring(0.97, 0.012, 0, rim),
        ],
        { creaseDeg: 50 },
      ),
    )
    const lid = (wide: number, z: Range) =>
      loft([
        section(panRing(w * wide, pan[0], pan[1] - 0.02), z[0]),
        section(panRing(w * wide, pan[0], pan[1] - 0.02), z[1] - 0.005),
        section(panRing(w * (wide - 0.04), pan[0] + 0.008, pan[1] - 0.028), z[1]),
      ])
    const open = p.states?.open ?? 0
    const cover = lid(0.985, [rim + 0.02, seat])
    if (open > 0.01) turn(cover, 'x', -open * 1.5, [0, pan[1] - 0.02, rim + 0.03])
    model.add('seat', lid(1, [rim + 0.002, rim + 0.018]), cover)
    if (onWall) {
      model.add('body', softBox([-w * 0.42, w * 0.42], [d / 2 - 0.05, d / 2], [0, rim], { radius: 0.02 }))
      return
    }
    const wide = Math.min(w / 2, 0.22)
    model.add(
      'body',
      softBox([-wide, wide], [pan[1], d / 2], [rim - 0.02, h - 0.045], { radius: 0.025 }),
      softBox([-wide - 0.004 + 0.004, wide], [pan[1] - 0.006, d / 2], [h - 0.043, h - 0.006], { radius: 0.014 }),
    )
    model.add('body', softBox([-w * 0.3, w * 0.3], [pan[1] - 0.1, d / 2 - 0.01], [0, rim], { radius: 0.02 }))
    model.add('button', cylinder(0, (pan[1] + d / 2) / 2, h - 0.008, h, 0.022, 0.02, 18))
  },
  symbol: ({ size: [w, d, h], variant }) => {
    const onWall = variant === 'wall' || h < 0.5
    const tank = onWall ? 0.04 : Math.min(0.19, d * 0.28)
    const pan: Range = [-d / 2, d / 2 - tank]
    return [
      outline(panRing(w, pan[0], pan[1] - 0.005)),
      outline(block([-Math.min(w / 2, 0.22), Math.min(w / 2, 0.22)], [d / 2 - tank, d / 2], 0.02)),
      detail(superellipse(0, pan[0] + (pan[1] - pan[0]) * 0.45, w * 0.3, (pan[1] - pan[0]) * 0.32, 2.2, 24)),
    ]
  },
})

/** A pan from above: round in front, straight towards the wall. */
function panRing(width: number, front: number, back: number): Point[] {
  const r = width / 2
  const middle = Math.min(front + r * 1.15, back - 0.02)
  const points: Point[] = []
  for (let k = 0; k <= 16; k++) {
    const a = Math.PI + (Math.PI * k) / 16
    points.push([Math.cos(a) * r, middle + Math.sin(a) * (middle - front)])
  }
  points.push(
    [r * 0.99, middle + (back - middle) * 0.5],
    [r * 0.9, back],
    [-r * 0.9, back],
    [-r * 0.99, middle + (back - middle) * 0.5],
  )
  return points
}

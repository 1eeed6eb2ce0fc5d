import { defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span, type Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, outline } from '../symbol.ts'

const SPOKES = 5

export const officeChair = defineKind({
  id: 'office_chair',
  names: {
    en: ['Office chair', 'desk chair', 'swivel chair', 'task chair', 'computer chair', 'work chair'],
    zh: ['办公椅', '转椅', '电脑椅', '人体工学椅', '书桌椅', '学习椅'],
  },
  group: 'seating',
  size: { typical: [0.66, 0.66, 1.05], min: [0.52, 0.52, 0.78], max: [0.8, 0.82, 1.4] },
  source: 'retailer price list quantiles; five-star base of trade size',
  presets: [
    {
      id: 'gaming_chair',
      names: { en: ['Gaming chair'], zh: ['电竞椅', '游戏椅'] },
      size: [0.7, 0.7, 1.3],
      variant: 'gaming',
    },
  ],
  variants: ['task', 'gaming'],
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back', 'left', 'right'],
  clearance: { front: { min: 0.3, recommended: 0.6 }, side: 0.1 },
  rooms: ['study', 'bedroom', 'kids_room'],
  physics: { mass: 14, movable: true, friction: 0.1, centerOfMass: 0.42, wheels: true, softness: 0.4 },
  companions: [
    { category: 'desk', relation: 'front', count: { min: 0, max: 1 }, gap: { min: -0.3, best: 0.05, max: 0.15 } },
  ],
  finishes: {
    seat: { material: 'felt', color: '#5c6360' },
    back: { material: 'mesh_fabric', color: '#565c5a' },
    frame: { material: 'black_metal' },
    base: { material: 'aluminium' },
  },
  seats: () => 1,
  shape(model, { size: [w, d, h], variant }) {
    const radius = Math.min(w, d) / 2
    const seat = Math.min(0.48, h * 0.48)
    const isGaming = variant === 'gaming'
    for (let k = 0; k < SPOKES; k++) {
      const a = -Math.PI / 2 + (Math.PI * 2 * k) / SPOKES
      const at = (r: number, z: number): Vector3 => [Math.cos(a) * r, Math.sin(a) * r, z]
      model.add('base', tube([at(0.03, 0.115), at(radius - 0.03, 0.07)], 0.018, { segments: 8, endRadius: 0.012 }))
      const wheel = at(radius - 0.028, 0.027)
      model.add('frame', ball(wheel[0], wheel[1], 0.027, 0.027, 0.054, 10))
    }
    model.add('base', cylinder(0, 0, 0.085, 0.14, 0.032, 0.03), cylinder(0, 0, 0.14, seat - 0.1, 0.016, 0.016, 12))
    model.add('frame', box(span(0, 0.22), span(0.02, 0.24), [seat - 0.1, seat - 0.065], 0.008))
    const sx: Range = [-w * 0.385, w * 0.385]
    const sy: Range = [-d / 2, d / 2 - d * 0.2]
    model.add('seat', softBox(sx, sy, [seat - 0.07, seat], { radius: 0.034, crown: 0.012, segments: 2 }))
    addBack(model, w, d, h, seat, isGaming)
    for (const side of [-1, 1]) {
      const x = side * (w / 2 - 0.03)
      model.add(
        'frame',
        tube(
          [
            [side * w * 0.3, 0, seat - 0.08],
            [x, 0, seat - 0.06],
            [x, 0, seat + 0.17],
          ],
          0.012,
          { segments: 8 },
        ),
      )
      model.add(
        'frame',
        softBox([x - 0.03, x + 0.03], [-d * 0.2, d * 0.16], [seat + 0.165, seat + 0.195], { radius: 0.012 }),
      )
    }
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0, w / 2, d / 2, 24)),
    detail(block([-w * 0.33, w * 0.33], [-d * 0.38, d * 0.22], 0.06)),
    detail(block([-w * 0.3, w * 0.3], [d * 0.26, d * 0.36], 0.03)),
  ],
})

function addBack(model: Model, w: number, d: number, h: number, seat: number, isGaming: boolean): void {
  const lean = 0.13
  const thick = isGaming ? 0.08 : 0.04
  const from = seat + 0.06
  const high = (h - from) / Math.cos(lean) - thick * Math.sin(lean)
  const hinge = d / 2 - high * Math.sin(lean) - 0.004
  const shell = softBox([-w * 0.34, w * 0.34], [-thick, 0], [0, isGaming ? high : high * 0.99], {
    radius: thick * 0.45,
    crown: 0.012,
    face: 'front',
    segments: 2,
  })
  model.add('back', move(turn(shell, 'x', -lean), 0, hinge, from))
  if (isGaming) {
    const rest = softBox([-w * 0.19, w * 0.19], [-thick - 0.05, -thick + 0.01], [high * 0.74, high * 0.92], {
      radius: 0.025,
    })
    model.add('seat', move(turn(rest, 'x', -lean), 0, hinge, from))
  }
  model.add(
    'frame',
    tube(
      [
        [0, 0.06, seat - 0.085],
        [0, hinge - 0.02, seat - 0.07],
        [0, Math.min(hinge + 0.02, d / 2 - 0.018), from + high * 0.12],
        [0, Math.min(hinge + high * 0.3 * Math.sin(lean) + 0.012, d / 2 - 0.016), from + high * 0.3],
      ],
      0.016,
      { segments: 8 },
    ),
  )
}

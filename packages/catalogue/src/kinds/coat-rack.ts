import { defineKind } from '../kind.ts'
import type { Model } from '../mesh.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { ball, cylinder } from '../modelling/lathe.ts'
import { loft, section } from '../modelling/loft.ts'
import { ellipse, superellipse } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { detail, outline, stroke } from '../symbol.ts'

const HOOKS = 6

export const coatRack = defineKind({
  id: 'coat_rack',
  names: {
    en: ['Coat rack', 'coat hanger', 'clothes stand', 'hall tree', 'hat rack'],
    zh: ['衣帽架', '衣架', '挂衣服架', '玄关衣帽架'],
  },
  group: 'storage',
  size: { typical: [0.45, 0.45, 1.75], min: [0.28, 0.28, 1.4], max: [0.8, 0.7, 2.0] },
  source: 'trade sizes; catalogue sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0 },
  rooms: ['entrance', 'bedroom', 'hallway'],
  physics: { mass: 6, movable: true, friction: 0.5, centerOfMass: 0.4 },
  companions: [],
  finishes: { frame: { material: 'oak' }, coat: { material: 'wool', color: '#8b8f80' } },
  shape(model, { size: [w, d, h] }) {
    const r = 0.02
    const at = (a: number, k: number, z: number): Vector3 => [Math.cos(a) * (w / 2) * k, Math.sin(a) * (d / 2) * k, z]
    model.add('frame', cylinder(0, 0, 0.16, h - 0.02, r, r * 0.8, 14), ball(0, 0, h - 0.022, 0.022, 0.044, 12))
    for (let k = 0; k < 4; k++)
      model.add(
        'frame',
        tube([at((Math.PI / 2) * k, 0.05, 0.26), at((Math.PI / 2) * k, 0.94, 0.014)], 0.014, { segments: 8 }),
      )
    for (let k = 0; k < HOOKS; k++) {
      const a = (Math.PI * 2 * k) / HOOKS + 0.4
      const z = h - (k % 2 ? 0.3 : 0.1)
      const tip = at(a, 0.62, z + 0.05)
      model.add(
        'frame',
        tube([at(a, 0.04, z - 0.05), at(a, 0.4, z - 0.01), tip], 0.0095, { segments: 7 }),
        ball(tip[0], tip[1], tip[2], 0.014, 0.028, 8),
      )
    }
    addCoat(model, w, d, h)
  },
  symbol: ({ size: [w, d] }) => [
    outline(ellipse(0, 0, w / 2, d / 2, 32)),
    detail(ellipse(0, 0, 0.025, 0.025, 12), true),
    ...Array.from({ length: HOOKS }, (_, k) => {
      const a = (Math.PI * 2 * k) / HOOKS + 0.4
      return stroke([Math.cos(a) * 0.03, Math.sin(a) * 0.03], [Math.cos(a) * w * 0.34, Math.sin(a) * d * 0.34])
    }),
  ],
})

/** A coat on one hook, so that the thing tells what it is for. */
function addCoat(model: Model, w: number, d: number, h: number): void {
  const x = w * 0.14
  const y = -d * 0.2
  const top = h - 0.3
  const ring = (k: number, rx: number, ry: number, z: number) =>
    section(superellipse(x * k, y, rx, Math.min(ry, d * 0.28), 2.4, 20), z)
  model.add(
    'coat',
    loft(
      [
        ring(1, w * 0.3, 0.1, top - 0.78),
        ring(1, w * 0.28, 0.09, top - 0.4),
        ring(1, w * 0.27, 0.075, top - 0.12),
        ring(1, w * 0.22, 0.06, top - 0.05),
        ring(1, w * 0.06, 0.04, top),
        ring(1, w * 0.04, 0.03, top + 0.01),
      ],
      { creaseDeg: 60 },
    ),
  )
}

import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'
import type { Point } from '../modelling/ring.ts'
import { move, turn } from '../modelling/transform.ts'
import { outline } from '../symbol.ts'

const THICK = 0.022

export const roomDivider = defineKind({
  id: 'room_divider',
  names: {
    en: ['Room divider', 'folding screen', 'screen', 'partition screen', 'privacy screen'],
    zh: ['屏风', '屏风隔断', '隔断', '折叠屏风'],
  },
  group: 'decor',
  size: { typical: [1.6, 0.3, 1.8], min: [0.9, 0.03, 1.3], max: [2.8, 0.6, 2.2] },
  source: 'trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: [],
  clearance: { front: { min: 0, recommended: 0 }, side: 0 },
  rooms: ['living_room', 'bedroom', 'entrance', 'study'],
  physics: { mass: 14, movable: true, friction: 0.4, centerOfMass: 0.5 },
  companions: [],
  finishes: { panel: { material: 'rattan' }, frame: { material: 'oak' } },
  shape(model, { size: [w, d, h] }) {
    for (const { from, yaw, length } of leaves(w, d)) {
      const f = Math.min(0.04, length * 0.12)
      const put = (slot: string, x: Range, z: Range, thick = THICK) =>
        model.add(slot, move(turn(box(x, [-thick / 2, thick / 2], z, 0.003), 'z', yaw), from[0], from[1], 0))
      put('frame', [0.002, f], [0, h])
      put('frame', [length - f, length - 0.002], [0, h])
      for (const z of [0.1, h * 0.62, h - f]) put('frame', [f, length - f], [z, z + f])
      put('panel', [f, length - f], [0.1 + f, h * 0.62], 0.008)
      put('panel', [f, length - f], [h * 0.62 + f, h - f], 0.008)
    }
  },
  symbol: ({ size: [w, d] }) =>
    leaves(w, d).map(({ from, yaw, length }) => {
      const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
      const at = (x: number, y: number): Point => [
        Math.max(-w / 2, Math.min(w / 2, from[0] + x * c - y * s)),
        Math.max(-d / 2, Math.min(d / 2, from[1] + x * s + y * c)),
      ]
      return outline([at(0, -THICK / 2), at(length, -THICK / 2), at(length, THICK / 2), at(0, THICK / 2)])
    }),
})

/** Leaves of about 0.45 m in a zigzag as deep as the box. */
function leaves(w: number, d: number): { from: Point; yaw: number; length: number }[] {
  const fields = divide([-w / 2 + 0.006, w / 2 - 0.006], fieldsFor(w, 0.42, 2))
  const amplitude = Math.max(0, d / 2 - THICK / 2 - 0.002)
  return fields.map(([a, b], k) => {
    const rise = k % 2 ? -2 * amplitude : 2 * amplitude
    return { from: [a, -rise / 2] as const, yaw: Math.atan2(rise, b - a), length: Math.hypot(b - a, rise) }
  })
}

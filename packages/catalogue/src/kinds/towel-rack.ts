import { defineKind } from '../kind.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { tube } from '../modelling/tube.ts'
import { block, detail, footprint, outline } from '../symbol.ts'

export const towelRack = defineKind({
  id: 'towel_rack',
  names: {
    en: ['Towel rack', 'towel rail', 'towel bar', 'towel holder'],
    zh: ['毛巾架', '浴巾架', '毛巾杆'],
  },
  group: 'bathroom',
  size: { typical: [0.6, 0.12, 0.5], min: [0.3, 0.06, 0.08], max: [0.9, 0.28, 1.3] },
  source: 'sanitary ware trade sizes; the height includes a hanging towel',
  mount: 'wall',
  mountHeight: 0.9,
  wallAffinity: 'flush',
  functionalSides: ['front'],
  clearance: { front: { min: 0.45, recommended: 0.6 }, side: 0 },
  rooms: ['bathroom', 'kitchen'],
  physics: { mass: 1.5, movable: false, friction: 0.5, centerOfMass: 0.6 },
  companions: [],
  finishes: {
    frame: { material: 'brass' },
    towel: { material: 'cotton', color: '#a9b3a0' },
    towel_2: { material: 'cotton', color: '#efe9de' },
  },
  shape(model, { size: [w, d, h] }) {
    const r = Math.min(0.009, h * 0.08, d * 0.1)
    const bars = h > 0.75 ? Math.round(h / 0.16) : 1
    const front = -d / 2 + Math.max(r, d * 0.12) + 0.012
    const top = h - r - 0.012
    const step = bars > 1 ? (h - 0.1) / (bars - 1) : 0
    for (let k = 0; k < bars; k++) {
      const z = top - k * step
      model.add(
        'frame',
        tube(
          [
            [-w / 2 + 0.006, front, z],
            [w / 2 - 0.006, front, z],
          ],
          r,
          { segments: 8 },
        ),
      )
    }
    for (const side of [-1, 1]) {
      const x = side * (w / 2 - 0.012)
      if (bars > 1) model.add('frame', box(span(x, 0.024), span(front, 0.022), [0, h], 0.004))
      for (const z of bars > 1 ? [0.1, h - 0.1] : [top]) {
        model.add(
          'frame',
          box(span(x, 0.016), [front, d / 2 - 0.008], span(z, 0.016), 0.003),
          box(span(x, 0.024), [d / 2 - 0.01, d / 2], span(z, Math.min(0.05, h * 0.8)), 0.003),
        )
      }
    }
    if (h < 0.2) return
    const hang = (x: Range, drop: number, slot: string) => {
      const t = 0.011
      model.add(
        slot,
        softBox(x, [front - r - t, front - r + 0.001], [top - drop, top + r + 0.008], { radius: 0.005 }),
        softBox(x, [front + r - 0.001, front + r + t], [top - drop * 0.86, top + r + 0.008], { radius: 0.005 }),
        softBox(x, [front - r - t, front + r + t], [top + r * 0.6, top + r + 0.011], { radius: 0.005 }),
      )
    }
    const drop = Math.min(h - 0.03, 0.52)
    hang([-w * 0.4, -w * 0.02], drop, 'towel')
    hang([w * 0.08, w * 0.36], drop * 0.72, 'towel_2')
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d)),
    detail(block([-w * 0.4, -w * 0.02], [-d / 2 + d * 0.08, -d / 2 + d * 0.5])),
    detail(block([w * 0.08, w * 0.36], [-d / 2 + d * 0.08, -d / 2 + d * 0.5])),
  ],
})

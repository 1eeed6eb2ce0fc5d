import { addLegs } from '../assemblies/legs.ts'
import { defineKind, topSurface } from '../kind.ts'
import { extrude } from '../modelling/extrude.ts'
import { span } from '../modelling/geometry.ts'
import { ellipse, roundedRectangle } from '../modelling/ring.ts'
import { tube } from '../modelling/tube.ts'
import { detail, footprint, outline } from '../symbol.ts'

export const showerSeat = defineKind({
  id: 'shower_seat',
  names: {
    en: ['Shower seat', 'bath seat', 'shower stool', 'shower chair', 'bath stool', 'bath chair', 'folding shower seat'],
    zh: ['浴凳', '洗澡凳', '淋浴座椅', '浴凳/折叠浴座', '沐浴椅', '折叠浴座', '洗澡椅'],
  },
  group: 'care',
  size: { typical: [0.42, 0.4, 0.45], min: [0.32, 0.3, 0.38], max: [0.6, 0.6, 0.95] },
  source: 'GB 50763-2012 (seat 0.45 m); care practice',
  mount: 'floor',
  wallAffinity: 'back',
  functionalSides: ['front'],
  clearance: { front: { min: 0.6, recommended: 0.9 }, side: 0.3 },
  rooms: ['bathroom'],
  physics: { mass: 5, movable: true, friction: 0.7, centerOfMass: 0.6 },
  companions: [],
  finishes: {
    seat: { material: 'plastic', color: '#f0efea' },
    frame: { material: 'aluminium' },
    feet: { material: 'rubber' },
  },
  surfaces: (p) => (p.size[2] < 0.6 ? [topSurface(p)] : []),
  seats: () => 1,
  shape(model, { size: [w, d, h] }) {
    const hasBack = h > 0.6
    const seat = hasBack ? Math.min(0.46, h * 0.55) : h
    const holes = [-1, 0, 1].map((k) => [...ellipse(k * w * 0.22, 0, 0.016, 0.05, 12)].reverse())
    model.add('seat', extrude(roundedRectangle(span(0, w), span(0, d), 0.1, 6), [seat - 0.03, seat], { holes }))
    addLegs(model, 'frame', [-w / 2 + 0.004, w / 2 - 0.004], [-d / 2 + 0.004, d / 2 - 0.004], [0.02, seat - 0.03], {
      thickness: 0.026,
      splay: 0.03,
      round: true,
    })
    addLegs(model, 'feet', [-w / 2, w / 2], [-d / 2, d / 2], [0, 0.05], { thickness: 0.04, round: true })
    for (const y of [-d * 0.3, d * 0.3])
      model.add(
        'frame',
        tube(
          [
            [-w / 2 + 0.03, y, seat * 0.45],
            [w / 2 - 0.03, y, seat * 0.45],
          ],
          0.009,
          { segments: 7 },
        ),
      )
    if (!hasBack) return
    const r = 0.012
    const back = d / 2 - r
    model.add(
      'frame',
      tube(
        [
          [-w * 0.42, back, seat - 0.02],
          [-w * 0.42, back, h - r],
          [w * 0.42, back, h - r],
          [w * 0.42, back, seat - 0.02],
        ],
        r,
        { segments: 8 },
      ),
    )
    model.add(
      'seat',
      extrude(roundedRectangle(span(0, w * 0.8), [d / 2 - 0.03, d / 2 - 0.012], 0.006, 2), [
        seat + (h - seat) * 0.45,
        h - 0.03,
      ]),
    )
    for (const side of [-1, 1])
      model.add(
        'frame',
        tube(
          [
            [side * (w / 2 - r), -d * 0.3, seat - 0.02],
            [side * (w / 2 - r), -d * 0.3, seat + 0.2],
            [side * (w / 2 - r), back, seat + 0.2],
          ],
          r,
          { segments: 8 },
        ),
      )
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.1)),
    ...[-1, 0, 1].map((k) => detail(ellipse(k * w * 0.22, 0, 0.016, 0.05, 12))),
  ],
})

import { divide, fieldsFor } from '../assemblies/cabinet.ts'
import { defineKind } from '../kind.ts'
import { softBox } from '../modelling/soft-box.ts'
import { tube } from '../modelling/tube.ts'
import { footprint, outline, stroke } from '../symbol.ts'

export const dryingRack = defineKind({
  id: 'drying_rack',
  names: {
    en: ['Drying rack', 'clothes airer', 'clothes horse', 'laundry rack', 'clothes drying rack'],
    zh: ['晾衣架', '落地晾衣架', '晒衣架', '晾晒架'],
  },
  group: 'other',
  size: { typical: [1.4, 0.56, 1.05], min: [0.8, 0.42, 0.8], max: [1.9, 0.7, 1.25] },
  source: 'catalogue sizes; trade sizes',
  mount: 'floor',
  wallAffinity: 'free',
  functionalSides: ['front', 'back'],
  clearance: { front: { min: 0.6, recommended: 0.75 }, side: 0 },
  rooms: ['balcony', 'laundry'],
  physics: { mass: 5, movable: true, friction: 0.4, centerOfMass: 0.6 },
  companions: [],
  finishes: {
    frame: { material: 'painted_metal' },
    cloth: { material: 'cotton', color: '#b7c0ac' },
    cloth_2: { material: 'linen', color: '#d8b79b' },
  },
  shape(model, { size: [w, d, h] }) {
    const r = 0.011
    const top = h - r - 0.012
    for (const y of [-d / 2 + r, d / 2 - r])
      model.add(
        'frame',
        tube(
          [
            [-w / 2 + r, y, top],
            [w / 2 - r, y, top],
          ],
          r,
          { segments: 8 },
        ),
      )
    for (const x of [-w / 2 + r, w / 2 - r])
      model.add(
        'frame',
        tube(
          [
            [x, -d / 2 + r, top],
            [x, d / 2 - r, top],
          ],
          r,
          { segments: 8 },
        ),
      )
    for (const [, y] of divide([-d / 2, d / 2], fieldsFor(d, 0.08)).slice(0, -1))
      model.add(
        'frame',
        tube(
          [
            [-w / 2 + r, y, top],
            [w / 2 - r, y, top],
          ],
          0.004,
          { segments: 5 },
        ),
      )
    for (const x of [-w * 0.3, w * 0.3]) {
      model.add(
        'frame',
        tube(
          [
            [x, -d / 2 + r, top],
            [x, d / 2 - r * 2, r * 1.2],
          ],
          r,
          { segments: 8 },
        ),
        tube(
          [
            [x + 0.03, d / 2 - r, top],
            [x + 0.03, -d / 2 + r * 2, r * 1.2],
          ],
          r,
          { segments: 8 },
        ),
      )
    }
    for (const y of [-d / 2 + r * 2, d / 2 - r * 2])
      model.add(
        'frame',
        tube(
          [
            [-w * 0.3, y, r],
            [w * 0.3 + 0.03, y, r],
          ],
          r,
          { segments: 8 },
        ),
      )
    const hang = (slot: string, x: readonly [number, number], y: number, drop: number) => {
      const over = 0.012
      model.add(
        slot,
        softBox(x, [y - over, y - over + 0.007], [top - drop, top + 0.01], { radius: 0.003 }),
        softBox(x, [y + over - 0.007, y + over], [top - drop * 0.8, top + 0.01], { radius: 0.003 }),
        softBox(x, [y - over, y + over], [top + 0.004, h], { radius: 0.003 }),
      )
    }
    hang('cloth', [-w * 0.42, -w * 0.08], -d * 0.22, h * 0.45)
    hang('cloth_2', [-w * 0.02, w * 0.2], -d * 0.22, h * 0.34)
    hang('cloth', [w * 0.1, w * 0.4], d * 0.16, h * 0.4)
  },
  symbol: ({ size: [w, d] }) => [
    outline(footprint(w, d, 0.01)),
    ...divide([-d / 2, d / 2], fieldsFor(d, 0.08))
      .slice(1)
      .map(([y]) => stroke([-w / 2, y], [w / 2, y])),
  ],
})

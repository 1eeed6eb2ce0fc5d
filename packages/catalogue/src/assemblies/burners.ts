import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { cylinder, lathe } from '../modelling/lathe.ts'
import { ellipse } from '../modelling/ring.ts'
import { detail, type SymbolPath } from '../symbol.ts'

/** Centres and radii of the cooking places on a plate: two, or four from 0.5 m of width and 0.45 m of depth on. */
export function cookingPlaces(x: Range, y: Range): { x: number; y: number; r: number }[] {
  const w = x[1] - x[0]
  const d = y[1] - y[0]
  const cx = (x[0] + x[1]) / 2
  const cy = (y[0] + y[1]) / 2
  const r = Math.min(w, d) * 0.17
  if (w > d * 1.5) return [-1, 1].map((s) => ({ x: cx + s * w * 0.26, y: cy + d * 0.06, r: d * 0.27 }))
  return [-1, 1].flatMap((s) =>
    [-1, 1].map((t) => ({ x: cx + s * w * 0.24, y: cy + t * d * 0.23, r: r * (s * t > 0 ? 1.15 : 0.9) })),
  )
}

/** Gas burners under cast grates, their tops at `top`. */
export function addGasBurners(model: Model, x: Range, y: Range, z: Range): void {
  for (const place of cookingPlaces(x, y)) {
    const rise = z[1] - z[0]
    model.add(
      'grates',
      cylinder(place.x, place.y, z[0], z[0] + rise * 0.45, place.r * 0.42, place.r * 0.42, 16),
      cylinder(place.x, place.y, z[0] + rise * 0.45, z[0] + rise * 0.6, place.r * 0.3, place.r * 0.3, 16),
    )
    for (let k = 0; k < 2; k++) {
      const reach = place.r * 2.1
      const bar: Range = [z[1] - rise * 0.3, z[1]]
      model.add(
        'grates',
        k === 0
          ? box(span(place.x, reach), span(place.y, 0.012), bar, 0.002)
          : box(span(place.x, 0.012), span(place.y, reach), bar, 0.002),
      )
    }
    for (const s of [-1, 1]) {
      model.add(
        'grates',
        box(span(place.x + s * place.r * 0.98, 0.01), span(place.y, place.r * 2), [z[0], z[1] - 0.002], 0.002),
      )
    }
  }
}

/** Flat rings on a glass plate. */
export function addGlassRings(model: Model, x: Range, y: Range, z: number): void {
  for (const { x: cx, y: cy, r } of cookingPlaces(x, y)) {
    model.add(
      'rings',
      lathe(
        cx,
        cy,
        [
          [r, z],
          [r, z + 0.0008],
          [r - 0.004, z + 0.0008],
          [r - 0.004, z],
        ],
        28,
      ),
    )
  }
}

export function drawBurners(x: Range, y: Range): SymbolPath[] {
  return cookingPlaces(x, y).flatMap((place) => [
    detail(ellipse(place.x, place.y, place.r, place.r, 24)),
    detail(ellipse(place.x, place.y, place.r * 0.45, place.r * 0.45, 16)),
  ])
}

import type { Model } from '../mesh.ts'
import type { Vector3 } from '../modelling/geometry.ts'
import { cylinder } from '../modelling/lathe.ts'
import { roundedPath, tube } from '../modelling/tube.ts'

/** A mixer tap standing at x, y on z: a neck that bends forward (−y) by `reach`, and a lever. */
export function addTap(model: Model, at: Vector3, height: number, reach: number, slot = 'tap'): void {
  const [x, y, z] = at
  const r = Math.min(0.012, height * 0.06)
  const path = roundedPath(
    [
      [x, y, z],
      [x, y, z + height - r],
      [x, y - reach, z + height - r],
      [x, y - reach, z + height * 0.72],
    ],
    reach * 0.45,
    6,
  )
  model.add(slot, cylinder(x, y, z, z + 0.012, r * 2.1, r * 1.9, 14), tube(path, r, { segments: 8 }))
  model.add(
    slot,
    tube(
      [
        [x, y, z + height * 0.42],
        [x + height * 0.24, y, z + height * 0.52],
      ],
      r * 0.55,
      { segments: 6 },
    ),
  )
}

import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { turn } from '../modelling/transform.ts'
import { tube } from '../modelling/tube.ts'

/** A drop-down door with a dark window and a bar handle; y runs from the handle's front to the door's back. */
export function addOvenDoor(model: Model, x: Range, y: Range, z: Range, open: number, frame = 'body'): void {
  const face = y[1] - 0.022
  const swing = (g: Geometry) => (open > 0.01 ? turn(g, 'x', open * 1.45, [0, y[1], z[0]]) : g)
  model.add(frame, swing(box(x, [face, y[1]], z, 0.004)))
  // Behind an open door: the dark of the oven.
  if (open > 0.01)
    model.add('glass', box([x[0] + 0.03, x[1] - 0.03], [y[1] - 0.002, y[1] + 0.001], [z[0] + 0.03, z[1] - 0.03], 0))
  const h = z[1] - z[0]
  model.add(
    'glass',
    swing(
      box(
        [x[0] + 0.02, x[1] - 0.02],
        [face - 0.002, face + 0.004],
        [z[0] + h * 0.08, z[1] - Math.min(0.085, h * 0.24)],
        0.001,
      ),
    ),
  )
  const bar = z[1] - Math.min(0.045, h * 0.12)
  const r = 0.008
  model.add(
    'handles',
    swing(
      tube(
        [
          [x[0] + 0.05, y[0] + r, bar],
          [x[1] - 0.05, y[0] + r, bar],
        ],
        r,
        { segments: 8 },
      ),
    ),
  )
  for (const at of [x[0] + 0.08, x[1] - 0.08])
    model.add('handles', swing(box([at - 0.006, at + 0.006], [y[0] + r, face], [bar - 0.006, bar + 0.006], 0)))
}

import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Range } from '../modelling/geometry.ts'

/** How brightly a switched-on screen shines against a lamp. */
const SCREEN_GLOW = 0.35

/** A flat panel with a narrow frame, its picture towards −y. Slots `body`, `screen`. */
export function addScreen(model: Model, x: Range, y: Range, z: Range, isOn: boolean, bezel = 0.01): void {
  model.add('body', box(x, y, z, 0.004))
  const sunk = Math.min(0.002, (y[1] - y[0]) * 0.2)
  model.add(
    'screen',
    box([x[0] + bezel, x[1] - bezel], [y[0] - 0.0006, y[0] + sunk], [z[0] + bezel * 1.6, z[1] - bezel], 0),
  )
  if (isOn) model.shine('screen', SCREEN_GLOW)
}

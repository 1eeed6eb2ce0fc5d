import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'

/** Which of the seven white keys of an octave have a black one to their right. */
const BLACK = [true, true, false, true, true, true, false]
/** A white key and its gap, metres. */
const KEY = 0.0255

/** White and black keys over x and y (front at y[0]), their white tops 22 mm over z. Slots `keys`, `black_keys`. */
export function addPianoKeys(model: Model, x: Range, y: Range, z: number): void {
  const count = Math.max(14, Math.round((x[1] - x[0]) / KEY))
  const step = (x[1] - x[0]) / count
  for (let k = 0; k < count; k++) {
    const key: Range = [x[0] + step * k + 0.0006, x[0] + step * (k + 1) - 0.0006]
    model.add('keys', box(key, y, [z, z + 0.022], 0))
  }
  const black: Range = [y[0] + (y[1] - y[0]) * 0.36, y[1]]
  for (let k = 0; k + 1 < count; k++)
    if (BLACK[k % 7])
      model.add('black_keys', box(span(x[0] + step * (k + 1), step * 0.52), black, [z + 0.02, z + 0.034], 0))
}

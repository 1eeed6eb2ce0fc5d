import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { span } from '../modelling/geometry.ts'
import { frontPrism, rod, wheel } from '../modelling/prism.ts'
import { type Point, smoothRing, symmetricRing } from '../modelling/ring.ts'

/** An instrument with a flat-backed body, upright with its strings to the front (−y); metres. */
export type StrungInstrument = {
  /** Right half of the body's outline, [x, z] from the lowest point on the axis to the highest. */
  readonly body: readonly Point[]
  readonly depth: number
  /** Whole height, head included. */
  readonly height: number
  readonly neck: number
  readonly strings: number
  /** Where the strings end on the body. */
  readonly bridge: number
  readonly hole: 'round' | 'f' | 'none'
  readonly head: 'flat' | 'scroll'
}

/** Body, fingerboard, head with pegs, bridge and strings. Slots `body`, `neck`, `dark`, `strings`. */
export function addStrungInstrument(model: Model, it: StrungInstrument, foot = 0): void {
  const top = Math.max(...it.body.map(([, z]) => z)) + foot
  const front = -it.depth / 2
  const ring = smoothRing(symmetricRing(it.body.map(([x, z]): Point => [x, z + foot])))
  const rim = Math.min(0.012, it.depth * 0.12)
  model.add('body', frontPrism(ring, [front, it.depth / 2], rim))
  const height = it.height + foot
  const head = top + (height - top) * 0.72
  const board = front - it.depth * 0.12
  model.add(
    'neck',
    box(span(0, it.neck), [front - it.depth * 0.02, front + it.depth * 0.22], [top - 0.02, head], 0.004),
  )
  const low = it.hole === 'f' ? it.bridge + foot + (top - it.bridge - foot) * 0.45 : top - (top - foot) * 0.16
  model.add('dark', box(span(0, it.neck * 1.04), [board, front - it.depth * 0.01], [low, head], 0.002))
  addHead(model, it, front, head, height)
  const saddle = it.bridge + foot
  model.add('dark', box(span(0, it.neck * 1.7), [board, front + 0.002], span(saddle, it.neck * 0.22), 0.002))
  if (it.hole === 'round')
    model.add('dark', wheel('y', [0, front - 0.0006, (saddle + top) / 2 + it.neck * 0.4], it.neck * 0.85, 0.003, 28))
  if (it.hole === 'f') {
    for (const side of [-1, 1])
      model.add(
        'dark',
        box(
          span(side * it.neck * 1.55, it.neck * 0.2),
          [front - 0.001, front + 0.002],
          span(saddle, it.neck * 2.4),
          0.0005,
        ),
      )
    model.add(
      'dark',
      box(span(0, it.neck * 1.1), [board, front], [foot + (saddle - foot) * 0.12, saddle - it.neck * 0.7], 0.003),
    )
  }
  const gap = (it.neck * 0.72) / Math.max(1, it.strings - 1)
  for (let k = 0; k < it.strings; k++) {
    const x = (k - (it.strings - 1) / 2) * gap
    model.add(
      'strings',
      box(span(x, 0.0022), [board - 0.003, board - 0.001], [saddle - it.neck * 0.3, head + (height - head) * 0.3], 0),
    )
  }
}

function addHead(model: Model, it: StrungInstrument, front: number, from: number, to: number): void {
  const n = it.neck / 2
  if (it.head === 'flat') {
    const ring: Point[] = [
      [-n, from],
      [n, from],
      [n * 1.5, from + (to - from) * 0.3],
      [n * 1.35, to],
      [-n * 1.35, to],
      [-n * 1.5, from + (to - from) * 0.3],
    ]
    model.add('neck', frontPrism(ring, [front, front + it.depth * 0.16], 0.002))
  } else {
    model.add('neck', box(span(0, it.neck * 0.8), [front, front + it.depth * 0.4], [from, to - n], 0.003))
    model.add('neck', wheel('x', [0, front + it.depth * 0.2, to - n * 1.2], n * 1.2, it.neck))
  }
  const pegs = Math.ceil(it.strings / 2)
  for (let k = 0; k < pegs; k++) {
    const z = from + (to - from) * (0.3 + (0.55 * k) / Math.max(1, pegs - 1 || 1))
    const y = front + it.depth * 0.08
    model.add('dark', rod([-n * 2.3, y, z], [n * 2.3, y, z], n * 0.16))
  }
}

import type { Kind } from '../kind.ts'
import { span } from '../modelling/geometry.ts'
import { ellipse, type Point, tableRing } from '../modelling/ring.ts'
import { block, dashed, detail, footprint, outline, type SymbolPath } from '../symbol.ts'

/** The edge of a symbol: the footprint, with soft corners, as an ellipse, after the item's shape, or above the cut plane. */
export type SketchEdge = 'box' | 'soft' | 'round' | 'shape' | 'above' | 'above_round'

/** A thin line inside; numbers are half widths and half depths from the middle, −1 … 1. */
export type SketchLine =
  | readonly ['box', number, number, number, number]
  | readonly ['disc', number, number, number, number]
  | readonly ['line', ...number[]]

/** A plan symbol in the proportions of the footprint. */
export function sketch(edge: SketchEdge, ...lines: readonly SketchLine[]): Kind['symbol'] {
  return ({ size: [w, d], shape }) => {
    const [x, y] = [w / 2, d / 2]
    const draw = (line: SketchLine): SymbolPath => {
      if (line[0] === 'box') {
        const [, x0, x1, y0, y1] = line
        return detail(block([x0 * x, x1 * x], [y0 * y, y1 * y]))
      }
      if (line[0] === 'disc') {
        const [, cx, cy, rx, ry] = line
        return detail(ellipse(cx * x, cy * y, rx * x, ry * y, 24))
      }
      const numbers = line.slice(1) as number[]
      const points = Array.from(
        { length: numbers.length / 2 },
        (_, k): Point => [numbers[k * 2]! * x, numbers[k * 2 + 1]! * y],
      )
      return { points, closed: false, style: 'detail' }
    }
    return [drawEdge(edge, w, d, shape), ...lines.map(draw)]
  }
}

function drawEdge(edge: SketchEdge, w: number, d: number, shape: string | undefined): SymbolPath {
  if (edge === 'round') return outline(ellipse(0, 0, w / 2, d / 2, 40))
  if (edge === 'above_round') return dashed(ellipse(0, 0, w / 2, d / 2, 40))
  if (edge === 'above') return dashed(footprint(w, d))
  if (edge === 'shape') return outline(tableRing(shape, span(0, w), span(0, d), Math.min(w, d) * 0.08))
  return outline(footprint(w, d, edge === 'soft' ? Math.min(w, d) * 0.2 : 0))
}

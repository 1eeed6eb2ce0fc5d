import { ellipse } from '../modelling/ring.ts'
import { detail, outline, type SymbolPath, stroke } from '../symbol.ts'

/** Circle with a cross: the usual sign for a lamp. */
export function drawLamp(w: number, d: number): SymbolPath[] {
  const c = Math.SQRT1_2
  return [
    outline(ellipse(0, 0, w / 2, d / 2, 40)),
    detail(ellipse(0, 0, w * 0.16, d * 0.16, 24)),
    stroke([(-w / 2) * c, (-d / 2) * c], [(w / 2) * c, (d / 2) * c]),
    stroke([(-w / 2) * c, (d / 2) * c], [(w / 2) * c, (-d / 2) * c]),
  ]
}

/** The same sign dashed: it hangs above the cut plane. */
export function drawCeilingLamp(w: number, d: number): SymbolPath[] {
  return drawLamp(w, d).map((path) => ({
    points: path.points,
    closed: path.closed,
    style: path.style === 'outline' ? 'dashed' : path.style,
  }))
}

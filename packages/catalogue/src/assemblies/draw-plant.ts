import type { Point } from '../modelling/ring.ts'
import { ellipse } from '../modelling/ring.ts'
import { detail, outline, type SymbolPath, stroke } from '../symbol.ts'

/** A crown of leaves seen from above around its pot. */
export function drawPlant(w: number, d: number): SymbolPath[] {
  const leaves = 9
  const ring: Point[] = []
  for (let k = 0; k < leaves * 4; k++) {
    const a = (Math.PI * 2 * k) / (leaves * 4)
    const r = [1, 0.9, 0.66, 0.9][k % 4]!
    ring.push([(Math.cos(a) * r * w) / 2, (Math.sin(a) * r * d) / 2])
  }
  const ribs = Array.from({ length: leaves }, (_, k) => {
    const a = (Math.PI * 2 * k) / leaves
    return stroke([Math.cos(a) * w * 0.12, Math.sin(a) * d * 0.12], [Math.cos(a) * w * 0.42, Math.sin(a) * d * 0.42])
  })
  return [outline(ring), detail(ellipse(0, 0, w * 0.12, d * 0.12, 16)), ...ribs]
}

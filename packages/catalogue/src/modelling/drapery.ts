import type { Geometry, Range } from './geometry.ts'
import { addQuad, addVertex, createGeometry } from './geometry.ts'

/**
 * A hanging cloth with folds, thin but closed. Folds deepen from the heading down; `folds` is their number.
 */
export function drapery(x: Range, y: Range, z: Range, folds: number): Geometry {
  const g = createGeometry()
  const columns = folds * 8
  const rows = 3
  const thick = Math.min(0.006, (y[1] - y[0]) * 0.2)
  const amplitude = (y[1] - y[0] - thick) / 2
  const middle = (y[0] + y[1]) / 2
  const width = x[1] - x[0]
  const height = z[1] - z[0]
  const wave = (t: number, down: number) => {
    const phase = t * folds * Math.PI * 2
    return amplitude * (0.62 + 0.38 * down) * Math.sin(phase + 0.35 * Math.sin(t * 9 + down * 1.3))
  }
  for (const side of [-1, 1]) {
    const ids: number[][] = []
    for (let r = 0; r <= rows; r++) {
      const row: number[] = []
      for (let k = 0; k <= columns; k++) {
        const t = k / columns
        const down = 1 - r / rows
        const [before, after] = [Math.max(0, t - 1 / columns), Math.min(1, t + 1 / columns)]
        const slope = (wave(after, down) - wave(before, down)) / ((after - before) * width)
        const py = middle + wave(t, down) + (side * thick) / 2
        row.push(
          addVertex(
            g,
            [x[0] + t * width, py, z[0] + (height * r) / rows],
            [-side * slope, side, 0],
            t * width * 1.6,
            (height * r) / rows,
          ),
        )
      }
      ids.push(row)
    }
    for (let r = 0; r < rows; r++) {
      for (let k = 0; k < columns; k++) {
        const [p, q, s, t] = [ids[r]![k]!, ids[r]![k + 1]!, ids[r + 1]![k + 1]!, ids[r + 1]![k]!]
        if (side < 0) addQuad(g, p, q, s, t)
        else addQuad(g, p, t, s, q)
      }
    }
  }
  return g
}

import { STANDING } from './gather-hits.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { BORROWED } from './layout/bake-layout.ts'

/** Passes over each chart; pass n looks at every 2ⁿ-th cell ("à trous"). */
const PASSES = 3
/** Weights of cells 0, 1 and 2 steps off. */
const KERNEL = [0.375, 0.25, 0.0625] as const
/** Neighbours that differ by as many standard deviations as this count e⁻¹. */
const TOLERANCE = 1.6

/**
 * Smooths noise out of the light in charts, where neighbours differ by no more than their uncertainty explains.
 *
 * @param variance Of the mean, one number a site; it shrinks with every pass. @returns A new array, three numbers a site.
 */
export function smoothIndirect(
  layout: BakeLayout,
  standing: Uint8Array,
  indirect: Float32Array,
  variance: Float32Array,
): Float32Array {
  let light = indirect
  let doubt = variance
  for (let pass = 0; pass < PASSES; pass++) {
    const nextLight = light.slice()
    const nextDoubt = doubt.slice()
    for (let chart = 0; chart < layout.chartGrid.length / 3; chart++) {
      smoothChart(layout, standing, chart, 1 << pass, light, doubt, nextLight, nextDoubt)
    }
    light = nextLight
    doubt = nextDoubt
  }
  return light
}

function smoothChart(
  layout: BakeLayout,
  standing: Uint8Array,
  chart: number,
  step: number,
  light: Float32Array,
  doubt: Float32Array,
  nextLight: Float32Array,
  nextDoubt: Float32Array,
): void {
  const { chartGrid: grid, cells } = layout
  const columns = grid[chart * 3]!
  const rows = grid[chart * 3 + 1]!
  const first = grid[chart * 3 + 2]!
  if (columns * rows <= step) return
  for (let cell = 0; cell < columns * rows; cell++) {
    const site = cells[first + cell]!
    if (site & BORROWED || standing[site] === STANDING.inside) continue
    const x = cell % columns
    const y = (cell - x) / columns
    const own = light[site * 3 + 1]!
    let [sum, red, green, blue, spread] = [0, 0, 0, 0, 0]
    for (let dy = -2; dy <= 2; dy++) {
      const row = y + dy * step
      if (row < 0 || row >= rows) continue
      for (let dx = -2; dx <= 2; dx++) {
        const column = x + dx * step
        if (column < 0 || column >= columns) continue
        const other = cells[first + row * columns + column]!
        if (other & BORROWED || standing[other] === STANDING.inside) continue
        const apart = light[other * 3 + 1]! - own
        const allowed = (doubt[site]! + doubt[other]!) * TOLERANCE * TOLERANCE + 1e-12
        const weight = KERNEL[Math.abs(dx)]! * KERNEL[Math.abs(dy)]! * Math.exp((-apart * apart) / allowed)
        sum += weight
        red += weight * light[other * 3]!
        green += weight * light[other * 3 + 1]!
        blue += weight * light[other * 3 + 2]!
        spread += weight * weight * doubt[other]!
      }
    }
    nextLight[site * 3] = red / sum
    nextLight[site * 3 + 1] = green / sum
    nextLight[site * 3 + 2] = blue / sum
    nextDoubt[site] = spread / (sum * sum)
  }
}

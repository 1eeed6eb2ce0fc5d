import { STANDING } from './gather-hits.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { BORROWED } from './layout/bake-layout.ts'
import { runStage, type StageOptions } from './run-stage.ts'
import { sharedFloats } from './shared-array.ts'

/** Passes over each chart; pass n looks at every 2ⁿ-th cell ("à trous"). */
const PASSES = 4
/** Weights of cells 0, 1 and 2 steps off. */
const KERNEL = [0.375, 0.25, 0.0625] as const
/** Neighbours that differ by as many standard deviations as this count e⁻¹. */
const TOLERANCE = 1.6

/** One pass, as threads do it some charts at a time. */
export type Smoothing = {
  readonly layout: BakeLayout
  readonly standing: Uint8Array
  /** Cells between neighbours. */
  readonly step: number
  readonly light: Float32Array
  /** Variance of the mean, one number a site. */
  readonly doubt: Float32Array
  /** Mutated: the same after the pass. */
  readonly nextLight: Float32Array
  readonly nextDoubt: Float32Array
}

/** Charts that a thread takes at once. */
const STRETCH = 128

/**
 * Smooths noise out of the light in charts, where neighbours differ by no more than their uncertainty explains.
 *
 * @param indirect Three numbers a site; used up. @param variance Of the mean, one number a site; used up.
 * @returns Three numbers a site.
 */
export async function smoothIndirect(
  layout: BakeLayout,
  standing: Uint8Array,
  indirect: Float32Array,
  variance: Float32Array,
  options: StageOptions,
): Promise<Float32Array> {
  let [light, nextLight] = [indirect, sharedFloats(indirect.length)]
  let [doubt, nextDoubt] = [variance, sharedFloats(variance.length)]
  for (let pass = 0; pass < PASSES; pass++) {
    nextLight.set(light)
    nextDoubt.set(doubt)
    const smoothing = { layout, standing, step: 1 << pass, light, doubt, nextLight, nextDoubt }
    const make = (from: number, to: number) => ({ stage: 'smooth', smoothing, from, to }) as const
    await runStage('smooth', layout.chartGrid.length / 3, STRETCH, make, options)
    ;[light, nextLight] = [nextLight, light]
    ;[doubt, nextDoubt] = [nextDoubt, doubt]
  }
  return light
}

export function smoothCharts(smoothing: Smoothing, from: number, to: number): void {
  for (let chart = from; chart < to; chart++) smoothChart(smoothing, chart)
}

function smoothChart(smoothing: Smoothing, chart: number): void {
  const { layout, standing, step, light, doubt, nextLight, nextDoubt } = smoothing
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
    let sum = 0
    let red = 0
    let green = 0
    let blue = 0
    let spread = 0
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

import type { Gaussians } from '../gaussians/gaussians.ts'
import { FileError } from './file-error.ts'

/** Some 90 bytes each in memory; a furnished room needs a third of a million. */
const MAX_GAUSSIANS = 4e6

/** An empty table for `count` rows, as one level. Rotations are 0: a reader fills them. */
export function createTable(count: number, hasHarmonics: boolean): Gaussians {
  return {
    count,
    positions: new Float32Array(count * 3),
    scales: new Float32Array(count * 3),
    rotations: new Float32Array(count * 4),
    opacities: new Float32Array(count),
    colors: new Float32Array(count * 3),
    ...(hasHarmonics ? { harmonics: new Float32Array(count * 9) } : {}),
    instances: new Uint32Array(count),
    semantics: new Uint8Array(count),
    levels: [count],
  }
}

/** @throws FileError before anything is allocated for a number that no file of ours reaches. */
export function checkCount(count: number, name: string): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new FileError(name, `it announces ${count} gaussians`, 'Export it again')
  if (count > MAX_GAUSSIANS)
    throw new FileError(
      name,
      `it announces ${count} gaussians, over ${MAX_GAUSSIANS}`,
      'Split it, or export a coarser level',
    )
}

/** @throws FileError when a row cannot be drawn: a number that is none, or no size. */
export function checkTable(table: Gaussians, name: string): Gaussians {
  const columns = ['positions', 'scales', 'rotations', 'opacities', 'colors', 'harmonics'] as const
  for (const column of columns) {
    const at = table[column]?.findIndex((value) => !Number.isFinite(value)) ?? -1
    if (at < 0) continue
    const row = Math.floor(at / (table[column]!.length / table.count))
    throw new FileError(
      name,
      `gaussian ${row} of ${table.count} has ${table[column]![at]} among its ${column}`,
      'Remove such rows in a splat editor and export it again',
    )
  }
  return table
}

/** The row that holds a file's row order; `order[i]` is the old row of the new row i. */
export function reorderTable(table: Gaussians, order: Uint32Array): Gaussians {
  const result = createTable(order.length, table.harmonics !== undefined)
  const widths = {
    positions: 3,
    scales: 3,
    rotations: 4,
    opacities: 1,
    colors: 3,
    harmonics: 9,
    instances: 1,
    semantics: 1,
  }
  for (const [column, width] of Object.entries(widths) as [keyof typeof widths, number][]) {
    const from = table[column]
    const to = result[column]
    if (!from || !to) continue
    for (let row = 0; row < order.length; row++)
      for (let index = 0; index < width; index++) to[row * width + index] = from[order[row]! * width + index]!
  }
  return { ...result, levels: table.levels }
}

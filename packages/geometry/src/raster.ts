import type { Bounds, Ring } from './point.ts'

/** A grid of cells over a part of the plan. Cell (column, row) is `data[row * columns + column]`; row 0 is at minY. */
export type Raster = {
  readonly minX: number
  readonly minY: number
  /** Edge length of a cell, metres. */
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly data: Uint8Array
}

/** A hall of 100 m at 1 cm: above this a raster is a mistake of units. */
const MAX_CELLS = 100_000_000

/**
 * An all-zero raster that covers the bounds; the last column and row may reach past them.
 *
 * @throws RangeError when the bounds or the cell are not finite, or the raster would have too many cells.
 */
export function createRaster(bounds: Bounds, cell: number): Raster {
  if (!(cell > 0) || !Number.isFinite(cell)) throw new RangeError(`createRaster: cell is ${cell}, needs to be above 0`)
  // A hair less than a whole cell past the end is rounding, not a reason for another row.
  const columns = Math.max(1, Math.ceil((bounds.maxX - bounds.minX) / cell - 1e-9))
  const rows = Math.max(1, Math.ceil((bounds.maxY - bounds.minY) / cell - 1e-9))
  if (!(columns * rows <= MAX_CELLS)) {
    throw new RangeError(`createRaster: ${columns} × ${rows} cells, at most ${MAX_CELLS} are possible`)
  }
  return { minX: bounds.minX, minY: bounds.minY, cell, columns, rows, data: new Uint8Array(columns * rows) }
}

/** Index into `data` of the cell that holds x, y; −1 outside. */
export function cellAt(raster: Raster, x: number, y: number): number {
  const column = Math.floor((x - raster.minX) / raster.cell)
  const row = Math.floor((y - raster.minY) / raster.cell)
  if (column < 0 || row < 0 || column >= raster.columns || row >= raster.rows) return -1
  return row * raster.columns + column
}

/** Centre of a cell by its index. */
export function cellCenter(raster: Raster, index: number): readonly [number, number] {
  const row = Math.floor(index / raster.columns)
  const column = index - row * raster.columns
  return [raster.minX + (column + 0.5) * raster.cell, raster.minY + (row + 0.5) * raster.cell]
}

/** Sets every cell whose centre lies in the ring (even-odd), in place. */
export function fillRing(raster: Raster, ring: Ring, value: number): void {
  if (ring.length < 3) return
  const { minX, minY, cell, columns, rows, data } = raster
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const point of ring) {
    if (point[1] < low) low = point[1]
    if (point[1] > high) high = point[1]
  }
  const firstRow = Math.max(0, Math.ceil((low - minY) / cell - 0.5))
  const lastRow = Math.min(rows - 1, Math.floor((high - minY) / cell - 0.5))
  const crossings: number[] = []
  for (let row = firstRow; row <= lastRow; row++) {
    const y = minY + (row + 0.5) * cell
    crossings.length = 0
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j]!
      const b = ring[i]!
      if (a[1] > y !== b[1] > y) crossings.push(a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1]))
    }
    crossings.sort((p, q) => p - q)
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil((crossings[k]! - minX) / cell - 0.5))
      const to = Math.min(columns - 1, Math.ceil((crossings[k + 1]! - minX) / cell - 0.5) - 1)
      if (from <= to) data.fill(value, row * columns + from, row * columns + to + 1)
    }
  }
}

/**
 * Connected parts (4 neighbours) of the cells that belong.
 *
 * @param belongs Value of the cells that belong (0, the free ones, when left out), or a test of value and index.
 * @returns `labels`: 0 where a cell does not belong, else 1 … count, numbered by first cell; `sizes[label]` in cells.
 */
export function labelComponents(
  raster: Raster,
  belongs: number | ((value: number, index: number) => boolean) = 0,
): { readonly labels: Int32Array; readonly count: number; readonly sizes: readonly number[] } {
  const { columns, rows, data } = raster
  const test = typeof belongs === 'number' ? (value: number) => value === belongs : belongs
  const labels = new Int32Array(data.length)
  for (let i = 0; i < data.length; i++) labels[i] = test(data[i]!, i) ? -1 : 0
  const sizes: number[] = [0]
  const queue = new Int32Array(data.length)
  let count = 0
  for (let seed = 0; seed < data.length; seed++) {
    if (labels[seed] !== -1) continue
    count++
    let head = 0
    let tail = 0
    queue[tail++] = seed
    labels[seed] = count
    while (head < tail) {
      const index = queue[head++]!
      const column = index % columns
      const row = (index - column) / columns
      if (column > 0 && labels[index - 1] === -1) {
        labels[index - 1] = count
        queue[tail++] = index - 1
      }
      if (column + 1 < columns && labels[index + 1] === -1) {
        labels[index + 1] = count
        queue[tail++] = index + 1
      }
      if (row > 0 && labels[index - columns] === -1) {
        labels[index - columns] = count
        queue[tail++] = index - columns
      }
      if (row + 1 < rows && labels[index + columns] === -1) {
        labels[index + columns] = count
        queue[tail++] = index + columns
      }
    }
    sizes.push(tail)
  }
  return { labels, count, sizes }
}

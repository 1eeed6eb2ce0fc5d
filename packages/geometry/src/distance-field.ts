import type { Raster } from './raster.ts'

/**
 * Distance from every cell to the nearest blocked one, centre to centre: the exact Euclidean transform in linear time
 * (P. Felzenszwalb and D. Huttenlocher, "Distance Transforms of Sampled Functions", 2012).
 *
 * @param blocked Value of the blocked cells.
 * @returns Metres, one per cell in the raster's order; 0 on blocked cells, Infinity where none is blocked at all.
 */
export function distanceField(raster: Raster, blocked = 1): Float32Array {
  const { columns, rows, cell, data } = raster
  const squares = new Float64Array(data.length)
  for (let i = 0; i < data.length; i++) squares[i] = data[i] === blocked ? 0 : Number.POSITIVE_INFINITY
  const longest = Math.max(columns, rows)
  const scratch: Scratch = {
    values: new Float64Array(longest),
    hulls: new Int32Array(longest),
    limits: new Float64Array(longest + 1),
  }
  for (let column = 0; column < columns; column++) transformLine(squares, column, columns, rows, scratch)
  for (let row = 0; row < rows; row++) transformLine(squares, row * columns, 1, columns, scratch)
  const metres = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) metres[i] = Math.sqrt(squares[i]!) * cell
  return metres
}

type Scratch = { readonly values: Float64Array; readonly hulls: Int32Array; readonly limits: Float64Array }

/** One line of the transform, in place: the lower envelope of a parabola over each finite cell. */
function transformLine(squares: Float64Array, start: number, stride: number, count: number, scratch: Scratch): void {
  const { values, hulls, limits } = scratch
  let last = -1
  for (let q = 0; q < count; q++) {
    const value = squares[start + q * stride]!
    values[q] = value
    if (value === Number.POSITIVE_INFINITY) continue
    let from = Number.NEGATIVE_INFINITY
    while (last >= 0) {
      const p = hulls[last]!
      from = (value + q * q - values[p]! - p * p) / (2 * (q - p))
      if (from > limits[last]!) break
      last--
    }
    last++
    hulls[last] = q
    limits[last] = last === 0 ? Number.NEGATIVE_INFINITY : from
  }
  if (last < 0) return
  let k = 0
  for (let q = 0; q < count; q++) {
    while (k < last && limits[k + 1]! < q) k++
    const p = hulls[k]!
    squares[start + q * stride] = (q - p) * (q - p) + values[p]!
  }
}

import type { Gaussians } from './gaussians.ts'
import { takeRows } from './order-for-streaming.ts'

/**
 * What can be shown when only the first rows have arrived: they lie spread over the whole space, and are widened to fill the gaps.
 *
 * @param level Index into `levels`; the last is the whole table, unchanged.
 * @throws RangeError when there is no such level.
 */
export function coarseVersion(gaussians: Gaussians, level: number): Gaussians {
  const rows = gaussians.levels[level]
  if (rows === undefined) throw new RangeError(`coarseVersion: level ${level}, there are ${gaussians.levels.length}`)
  if (rows === gaussians.count) return gaussians
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  const coarse = takeRows(gaussians, order, gaussians.levels.slice(0, level + 1))
  const factor = Math.sqrt(gaussians.count / rows)
  for (let row = 0; row < rows; row++) {
    const own = [0, 1, 2].map((k) => coarse.scales[3 * row + k]!)
    const thin = own.indexOf(Math.min(...own))
    for (let k = 0; k < 3; k++) if (k !== thin) coarse.scales[3 * row + k] = own[k]! * factor
  }
  return coarse
}

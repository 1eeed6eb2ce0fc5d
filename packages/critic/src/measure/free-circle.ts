import type { FreeSpace } from './free-space.ts'
import type { ItemShape } from './item-shape.ts'
import { createNearby } from './nearby.ts'
import type { RoomPlan } from './room-plan.ts'

/** Steps of the search for a circle's middle, metres: from half a cell to half a millimetre. */
const STEPS = [0.025, 0.0125, 0.006, 0.003, 0.0015, 0.0007]

/** Cells from whose middle the search goes on. */
const MOST_STARTS = 12

/**
 * Diameter of the largest free circle with its middle in one of the cells, metres, to about a millimetre; not looked for
 * any closer once it is `enough`.
 *
 * @param cells Where the middle may be.
 */
export const largestCircle = (
  plan: RoomPlan,
  solids: readonly ItemShape[],
  space: FreeSpace,
  cells: readonly number[],
  enough: number,
): number => {
  const { clearance, columns, minX, minY, cell: size } = space
  const best = cells.reduce((radius, cell) => Math.max(radius, clearance[cell]!), 0)
  if (best * 2 >= enough) return best * 2
  const eachNear = createNearby(plan, solids)
  const radiusAt = (x: number, y: number): number => {
    let least = Number.POSITIVE_INFINITY
    eachNear(x, y, enough, (dx, dy) => {
      least = Math.min(least, Math.hypot(dx, dy))
    })
    return least
  }
  const starts = cells
    .filter((cell) => clearance[cell]! > best - size)
    .sort((a, b) => clearance[b]! - clearance[a]! || a - b)
    .slice(0, MOST_STARTS)
  let largest = best
  for (const cell of starts) {
    const column = cell % columns
    let [x, y] = [minX + (column + 0.5) * size, minY + ((cell - column) / columns + 0.5) * size]
    let radius = radiusAt(x, y)
    for (const step of STEPS) {
      for (let isBetter = true; isBetter; ) {
        isBetter = false
        for (const [dx, dy] of AROUND) {
          const next = radiusAt(x + dx * step, y + dy * step)
          if (next <= radius + 1e-6) continue
          ;[x, y, radius, isBetter] = [x + dx * step, y + dy * step, next, true]
        }
      }
    }
    largest = Math.max(largest, radius)
  }
  return largest * 2
}

const AROUND = Array.from({ length: 8 }, (_, turn) => {
  const angle = (turn * Math.PI) / 4
  return [Math.cos(angle), Math.sin(angle)] as const
})

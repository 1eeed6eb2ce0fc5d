import { CLEARANCE_LIMIT, copyFreeSpace, type FreeSpace } from './free-space.ts'
import type { ItemShape } from './item-shape.ts'
import { createNearby } from './nearby.ts'
import type { RoomPlan } from './room-plan.ts'

/**
 * The raster reads a gap at the middles of its cells, so it lacks up to a cell. What is asked of a way (0.60 m and the like)
 * is measured here, between the things themselves, to about a millimetre.
 */

/** Farthest that the middle of a gap lies from the middle of some cell of it, in cells, with a margin for slanted gaps. */
const OFF_MIDDLE = 0.72

/**
 * A copy of the raster in which the cells of gaps have half the gap's width, where that makes the difference: where they read
 * less than `radius` by no more than the raster may lack.
 */
export const widenNecks = (
  plan: RoomPlan,
  solids: readonly ItemShape[],
  space: FreeSpace,
  radius: number,
): FreeSpace => {
  const wide = copyFreeSpace(space)
  const { clearance, columns, rows, cell: size } = space
  const least = radius - size * OFF_MIDDLE
  const gapAt = createGauge(plan, solids, space)
  for (let row = 1; row < rows - 1; row++) {
    for (let cell = row * columns + 1; cell < (row + 1) * columns - 1; cell++) {
      const own = clearance[cell]!
      if (own < least || own >= radius || isSlope(clearance, cell, columns, size)) continue
      const gap = gapAt(cell)
      if (gap !== undefined && gap / 2 > own) wide.clearance[cell] = gap / 2
    }
  }
  return wide
}

/** Beside a lone wall the floor gets wider by nearly a cell from one cell to the next; between two things it does not. */
const isSlope = (clearance: Float32Array, cell: number, columns: number, size: number): boolean => {
  const limit = clearance[cell]! + size * 0.9
  for (const row of [cell - columns, cell, cell + columns])
    if (clearance[row - 1]! > limit || clearance[row]! > limit || clearance[row + 1]! > limit) return true
  return false
}

/**
 * Width of the gap that limits a way, metres: of the cells that have its radius the one in the narrowest gap.
 *
 * @param reach How wide a disc rolls to each cell.
 * @param radius One of its values.
 */
export const neckWidth = (
  plan: RoomPlan,
  solids: readonly ItemShape[],
  space: FreeSpace,
  reach: Float32Array,
  radius: number,
): number => {
  const gapAt = createGauge(plan, solids, space)
  let least = Number.POSITIVE_INFINITY
  for (let cell = 0; cell < reach.length; cell++) {
    if (reach[cell] !== radius || space.clearance[cell] !== radius) continue
    // Beside a lone wall a cell may have the same clearance without being the neck.
    least = Math.min(least, gapAt(cell) ?? Number.POSITIVE_INFINITY)
  }
  return least === Number.POSITIVE_INFINITY ? radius * 2 : least
}

/** Measures the gap that a cell lies in; undefined where it lies in none, or not near its middle. */
const createGauge = (plan: RoomPlan, solids: readonly ItemShape[], space: FreeSpace) => {
  const eachNear = createNearby(plan, solids)
  return (cell: number): number | undefined => {
    const column = cell % space.columns
    const x = space.minX + (column + 0.5) * space.cell
    const y = space.minY + ((cell - column) / space.columns + 0.5) * space.cell
    const reach = space.clearance[cell]! + space.cell * 2 * OFF_MIDDLE
    const found: (readonly [dx: number, dy: number, away: number])[] = []
    const offer = (dx: number, dy: number): void => {
      const away = Math.hypot(dx, dy)
      if (away > 0 && away < reach) found.push([dx, dy, away])
    }
    eachNear(x, y, reach, offer)
    const near = found.reduce((best, next) => (next[2] < best[2] ? next : best), found[0] ?? NOWHERE)
    let width = Number.POSITIVE_INFINITY
    for (const far of found)
      if (far[0] * near[0] + far[1] * near[1] < far[2] * near[2] * OPPOSITE)
        width = Math.min(width, Math.hypot(near[0] - far[0], near[1] - far[1]))
    if (width === Number.POSITIVE_INFINITY || near[2] > CLEARANCE_LIMIT) return undefined
    return Math.max(width, space.clearance[cell]! * 2)
  }
}

/** Cosine of the angle from which two sides face each other across a gap; the walls of a corner do not. */
const OPPOSITE = -0.5

const NOWHERE = [0, 0, Number.POSITIVE_INFINITY] as const

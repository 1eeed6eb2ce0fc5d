import { beds, coffeeTables, loungeSeats, lowLegroom, nightstands, openTables, tableSeats } from '../categories.ts'
import { boxRings, clearDepth, type Side } from './clear-depth.ts'
import { type ItemShape, planParts } from './item-shape.ts'
import type { RoomPlan } from './room-plan.ts'

type Walls = Pick<RoomPlan, 'polygon' | 'holes'>

/** Free depth before the front of a thing, not counting what belongs there (its seat, its coffee table), metres. */
export const freeFront = (shape: ItemShape, others: readonly ItemShape[], plan: Walls, limit: number): number =>
  freeSide(shape, 'front', others, plan, limit)

/** Free depth before any side, not counting what belongs to the thing, metres up to `limit`. */
export const freeSide = (
  shape: ItemShape,
  side: Side,
  others: readonly ItemShape[],
  plan: Walls,
  limit: number,
): number => {
  const reach = limit + Math.max(shape.box.halfWidth, shape.box.halfDepth)
  const near = others.filter(
    (other) =>
      other.id !== shape.id &&
      !belongsTo(other, shape) &&
      Math.hypot(other.box.x - shape.box.x, other.box.y - shape.box.y) <
        reach + Math.hypot(other.box.halfWidth, other.box.halfDepth),
  )
  // The front of an L is that of its back arm.
  const main = shape.form === 'corner' ? shape.parts[0]! : shape.box
  return clearDepth(
    main,
    side,
    boxRings(near.flatMap((other) => [...planParts(other)])),
    [plan.polygon, ...plan.holes],
    limit,
  )
}

/** Whether `other` is a usual companion that may stand in the free space of `shape`. */
const belongsTo = (other: ItemShape, shape: ItemShape): boolean => {
  if (openTables.has(shape.category)) return tableSeats.has(other.category)
  if (loungeSeats.has(shape.category)) return coffeeTables.has(other.category) || lowLegroom.has(other.category)
  if (beds.has(shape.category))
    return nightstands.has(other.category) || other.category === 'bed_bench' || other.category === 'bench'
  return false
}

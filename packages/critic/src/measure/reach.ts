import { beds, desks, diningTables, lowLegroom, tableSeats } from '../categories.ts'
import type { Side } from './clear-depth.ts'
import type { FreeSpace } from './free-space.ts'
import type { ItemShape } from './item-shape.ts'
import { planGap } from './oriented-box.ts'
import { bestCell, stripCells } from './strip-cells.ts'

/** Farther from its side a thing is out of reach: a body's radius and a forearm. */
const REACH_DEPTH = 0.5

/** Around a bed, a table or a group of seats: arriving here is arriving at the zone. */
export const ZONE_DEPTH = 1

/** Gap up to which a seat belongs to its table. */
const SEAT_GAP = 0.35

/** Tables and instruments besides dining tables and desks that people reach by the seat before them. */
const seatedAt: ReadonlySet<string> = new Set([
  'piano',
  'grand_piano',
  'electronic_keyboard',
  'guzheng',
  'harp',
  'drum_kit',
  'outdoor_table',
  'chess_table',
  'mahjong_table',
  'tea_table',
  'kitchen_island',
  'reception_desk',
  'sewing_machine',
])

/** Whether a thing is reached once a seat at it is. */
export const isSatAt = (category: string): boolean =>
  diningTables.has(category) || desks.has(category) || seatedAt.has(category)

/** Sides from which people come to a thing; none: nobody has to. */
export const usedSides = (shape: ItemShape): readonly Side[] => {
  if (shape.role !== 'solid' || lowLegroom.has(shape.category)) return []
  if (beds.has(shape.category)) return ['left', 'right']
  const sides = shape.kind?.functionalSides
  return sides ?? ['front', 'left', 'right']
}

type Strip = readonly number[]

/**
 * The floor within reach of a thing's used sides, strip by strip. A table or desk is within reach where a seat at it is.
 *
 * @param others Among them the seats.
 */
export const wayStrips = (shape: ItemShape, space: FreeSpace, others: readonly ItemShape[]): readonly Strip[] => {
  const strips = usedSides(shape).map((side) => stripCells(shape, side, REACH_DEPTH, space))
  if (!isSatAt(shape.category)) return strips
  for (const seat of others) {
    if (!tableSeats.has(seat.category) || planGap(seat.box, shape.box) > SEAT_GAP) continue
    for (const side of ALL_SIDES) strips.push(stripCells(seat, side, REACH_DEPTH, space))
  }
  return strips
}

const ALL_SIDES = ['front', 'back', 'left', 'right'] as const

/** The zone of a main thing: the floor within a metre of any side that people come from. */
export const zoneStrips = (shape: ItemShape, space: FreeSpace): readonly Strip[] =>
  zoneSides(shape).map((side) => stripCells(shape, side, ZONE_DEPTH, space))

/**
 * Width of the widest way from a door to a used side, metres: of the best side, over the floor within reach of it.
 * A table or desk is reached when a seat at it is.
 *
 * @param field Radius of the largest disc that can be rolled to each cell (`rollDiscs`).
 */
export const wayWidth = (
  shape: ItemShape,
  space: FreeSpace,
  field: Float32Array,
  others: readonly ItemShape[],
): number => largest(field, wayStrips(shape, space, others)) * 2

const largest = (field: Float32Array, strips: readonly Strip[]): number => {
  const cell = bestCell(field, strips)
  return cell < 0 ? 0 : field[cell]!
}

/**
 * Width of the widest way from a door to the zone of a main thing, metres: the floor within a metre of any side that
 * people come from. A coffee table may make the last step to the sofa narrower.
 */
export const zoneWayWidth = (shape: ItemShape, space: FreeSpace, field: Float32Array): number =>
  largest(field, zoneStrips(shape, space)) * 2

/** Sides from which a zone is entered: all that are used, and past the arms of a sofa. */
export const zoneSides = (shape: ItemShape): readonly Side[] => {
  const sides = usedSides(shape)
  return sides.length === 0
    ? []
    : beds.has(shape.category)
      ? ['left', 'right', 'front']
      : ['front', 'left', 'right', 'back']
}

/** Width of the widest way to one side alone, metres. */
export const sideWayWidth = (shape: ItemShape, side: Side, space: FreeSpace, field: Float32Array): number =>
  largest(field, [stripCells(shape, side, REACH_DEPTH, space)]) * 2

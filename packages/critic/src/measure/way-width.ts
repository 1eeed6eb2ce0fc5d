import type { RoomContext } from '../room-context.ts'
import type { RoomOpening } from './room-plan.ts'
import { bestCell, isReached } from './strip-cells.ts'

/** Metres that a way may lack without a word. */
export const WAY_SLACK = 0.005

/** The raster lacks at most this of a way's width, in cells: a slanted gap between the middles of cells. */
const RASTER_LACK = 1.44

/** Where a way leads: the cells of one strip of floor or of several. */
type Strips = readonly (readonly number[])[]

/**
 * Width of the widest way from the doors into one of the strips, metres, when it lacks more than `WAY_SLACK` of what is
 * demanded; undefined when it does not. Decided and told to about a millimetre.
 *
 * @param most The widest way that is asked about in this room: wider ones are not told apart.
 */
export const lackingWidth = (
  room: RoomContext,
  doors: readonly RoomOpening[],
  strips: Strips,
  demanded: number,
  most: number,
): number | undefined => {
  const needed = (demanded - WAY_SLACK) / 2
  const { reach } = room.floor.rolled(doors, most / 2)
  if (isReached(reach, strips, needed)) return undefined
  const cell = bestCell(reach, strips)
  const radius = cell < 0 ? 0 : reach[cell]!
  if (radius < needed - (room.free().cell * RASTER_LACK) / 2) return gapOf(room, reach, radius, demanded)
  const exact = room.floor.rolledExactly(doors, demanded / 2)
  if (isReached(exact, strips, needed)) return undefined
  const best = bestCell(exact, strips)
  return gapOf(room, exact, best < 0 ? 0 : exact[best]!, demanded)
}

const gapOf = (room: RoomContext, reach: Float32Array, radius: number, demanded: number): number =>
  radius === 0 ? 0 : Math.min(room.floor.neckOf(reach, radius), demanded - WAY_SLACK)

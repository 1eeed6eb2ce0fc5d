import { copyFreeSpace, createFreeSpace, type FreeSpace, stampBox } from './measure/free-space.ts'
import { type ItemShape, planParts } from './measure/item-shape.ts'
import { restampSpace } from './measure/restamp.ts'
import { eachCellInBox, type Rolled, rerollDiscs, rollDiscs, rollFrom } from './measure/roll-discs.ts'
import { openingPortal, openingStrip, type RoomOpening, type RoomPlan } from './measure/room-plan.ts'

/** The floor of a room with what takes some of it, measured when first asked for. */
export type Floor = {
  readonly solids: readonly ItemShape[]
  readonly free: () => FreeSpace
  /** How wide a disc rolls from these doors to each cell. */
  readonly rolled: (doors: readonly RoomOpening[]) => Rolled
  /** The cell that limits the way from these doors to each cell. */
  readonly necks: (doors: readonly RoomOpening[]) => Int32Array
  readonly isMeasured: () => boolean
  /** Lets go of the floor that this one was made from. */
  readonly forget: () => void
}

/** Depth of the floor before a door where a way begins. */
const START_DEPTH = 0.5

/** @param before The floor of the same plan with other things on it: what they share is not measured again. */
export const createFloor = (plan: RoomPlan, solids: readonly ItemShape[], before?: Floor): Floor => {
  let past = before?.isMeasured() ? before : undefined
  // Or else every floor would keep all that were before it.
  past?.forget()
  const fields = new Map<string, Rolled>()
  const necks = new Map<string, Int32Array>()
  let space: FreeSpace | undefined
  const free = (): FreeSpace => {
    space ??= past ? restampSpace(bareSpace(plan), past, solids) : stampAll(plan, solids)
    return space
  }
  return {
    solids,
    free,
    rolled: (doors) => {
      const key = keyOf(doors)
      const known = fields.get(key)
      if (known) return known
      const starts = startsOf(plan, doors)
      const rolled = past ? rerollDiscs(free(), starts, past.free(), past.rolled(doors)) : rollFrom(free(), starts)
      fields.set(key, rolled)
      return rolled
    },
    necks: (doors) => {
      const key = keyOf(doors)
      const known = necks.get(key)
      if (known) return known
      const found = new Int32Array(free().clearance.length)
      rollDiscs(free(), startsOf(plan, doors), found)
      necks.set(key, found)
      return found
    },
    isMeasured: () => space !== undefined,
    forget: () => {
      past = undefined
    },
  }
}

const keyOf = (doors: readonly RoomOpening[]): string => doors.map(({ id }) => id).join(' ')

const stampAll = (plan: RoomPlan, solids: readonly ItemShape[]): FreeSpace => {
  const space = copyFreeSpace(bareSpace(plan))
  for (const shape of solids) for (const part of planParts(shape)) stampBox(space, part)
  return space
}

const bareSpaces = new WeakMap<RoomPlan, FreeSpace>()

/** The room's own raster, without a thing in it. Shared: copy it before stamping. */
export const bareSpace = (plan: RoomPlan): FreeSpace => {
  const known = bareSpaces.get(plan)
  if (known) return known
  const space = createFreeSpace(plan.polygon, plan.holes, plan.doors.map(openingPortal))
  bareSpaces.set(plan, space)
  return space
}

const starts = new WeakMap<RoomPlan, Map<string, readonly number[]>>()

/** Where ways begin stays the same while the plan does. */
const startsOf = (plan: RoomPlan, doors: readonly RoomOpening[]): readonly number[] => {
  const ofPlan = starts.get(plan) ?? new Map<string, readonly number[]>()
  starts.set(plan, ofPlan)
  const key = keyOf(doors)
  const cells = ofPlan.get(key) ?? doorCells(doors, bareSpace(plan))
  ofPlan.set(key, cells)
  return cells
}

/** Cells where a way into the room begins: the floor before its doors. */
export const doorCells = (doors: readonly RoomOpening[], space: FreeSpace): number[] => {
  const cells: number[] = []
  for (const door of doors) eachCellInBox(space, openingStrip(door, START_DEPTH, 2, -0.1), (cell) => cells.push(cell))
  return cells
}

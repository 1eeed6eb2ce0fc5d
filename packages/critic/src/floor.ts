import { CLEARANCE_LIMIT, copyFreeSpace, createFreeSpace, type FreeSpace, stampBox } from './measure/free-space.ts'
import { type ItemShape, planParts } from './measure/item-shape.ts'
import { neckWidth, widenNecks } from './measure/neck.ts'
import { type Restamped, restampSpace } from './measure/restamp.ts'
import { eachCellInBox, type Rolled, rerollDiscs, rollFrom } from './measure/roll-discs.ts'
import { openingPortal, openingStrip, type RoomOpening, type RoomPlan } from './measure/room-plan.ts'

/** The floor of a room with what takes some of it, measured when first asked for. */
export type Floor = {
  readonly solids: readonly ItemShape[]
  readonly free: () => FreeSpace
  /** How wide a disc rolls from these doors to each cell; radii above `cap` (default `CLEARANCE_LIMIT`) are not told apart. */
  readonly rolled: (doors: readonly RoomOpening[], cap?: number) => Rolled
  /** Radii up to `radius` of which none is too small because its gap lies between cells. */
  readonly rolledExactly: (doors: readonly RoomOpening[], radius: number) => Float32Array
  /** Width of the gap that lets no larger disc through to where `reach` has this radius, metres, to about a millimetre. */
  readonly neckOf: (reach: Float32Array, radius: number) => number
  /** What was rolled, if it was. */
  readonly known: (key: string) => Rolled | undefined
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
  const exact = new Map<string, Float32Array>()
  let stamped: Restamped | undefined
  let space: FreeSpace | undefined
  const free = (): FreeSpace => {
    if (space) return space
    stamped = past && restampSpace(bareSpace(plan), past, solids)
    space = stamped?.space ?? stampAll(plan, solids)
    return space
  }
  return {
    solids,
    free,
    rolled: (doors, cap = CLEARANCE_LIMIT) => {
      const key = keyOf(doors, cap)
      const known = fields.get(key)
      if (known) return known
      const now = free()
      const start = { cells: startsOf(plan, doors), cap }
      const was = past?.known(key)
      const rolled = was && stamped ? rerollDiscs(now, start, stamped.window, past!.free(), was) : rollFrom(now, start)
      fields.set(key, rolled)
      return rolled
    },
    rolledExactly: (doors, radius) => {
      const key = keyOf(doors, radius)
      const known = exact.get(key)
      if (known) return known
      const { reach } = rollFrom(widenNecks(plan, solids, free(), radius), {
        cells: startsOf(plan, doors),
        cap: radius,
      })
      exact.set(key, reach)
      return reach
    },
    neckOf: (reach, radius) => neckWidth(plan, solids, free(), reach, radius),
    known: (key) => fields.get(key),
    isMeasured: () => space !== undefined,
    forget: () => {
      past = undefined
    },
  }
}

const keyOf = (doors: readonly RoomOpening[], cap: number): string => `${cap} ${namesOf(doors)}`

const names = new WeakMap<readonly RoomOpening[], string>()

/** Asked for with every thing of a room: the plan's own list is joined once. */
const namesOf = (doors: readonly RoomOpening[]): string => {
  const known = names.get(doors) ?? doors.map(({ id }) => id).join(' ')
  names.set(doors, known)
  return known
}

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
  const key = namesOf(doors)
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

import type { Finding } from './finding.ts'
import { copyFreeSpace, createFreeSpace, type FreeSpace, stampBox } from './measure/free-space.ts'
import { type ItemShape, planParts } from './measure/item-shape.ts'
import { restampSpace } from './measure/restamp.ts'
import { eachCellInBox, rollDiscs } from './measure/roll-discs.ts'
import { openingPortal, openingStrip, type RoomOpening, type RoomPlan } from './measure/room-plan.ts'

/** A room with what stands in it, and its free space, measured when first asked for. */
export type RoomContext = {
  readonly plan: RoomPlan
  /** Items whose middle lies in the room, by id. */
  readonly shapes: readonly ItemShape[]
  /** What takes floor. */
  readonly solids: readonly ItemShape[]
  /** Shapes of a family, by id. */
  readonly of: (family: ReadonlySet<string>) => readonly ItemShape[]
  readonly free: () => FreeSpace
  /** Largest disc that can be rolled from a door to each cell: radius in metres. */
  readonly reach: () => Float32Array
  /** The same from one door alone. */
  readonly reachFrom: (door: RoomOpening) => Float32Array
  /** The cell that limits the way from these doors to each cell. */
  readonly necksFrom: (doors: readonly RoomOpening[]) => Int32Array
  /** What one thing's own rules found, kept while the thing and its surroundings are the same. */
  readonly memo: ItemMemo
}

/** By thing: the surroundings it was judged in, and the findings by settings. */
export type ItemMemo = WeakMap<ItemShape, { near: readonly ItemShape[]; findings: Map<string, readonly Finding[]> }>

/** Above this nothing bars a walker. */
const HEAD_HEIGHT = 1.9
/** Depth of the floor before a door where a way begins. */
const START_DEPTH = 0.5

/**
 * @param before The same room with other things in it: what they share is not measured again. Its plan must be this one.
 */
export const createRoomContext = (plan: RoomPlan, shapes: readonly ItemShape[], before?: RoomContext): RoomContext => {
  const known = before?.plan === plan ? before : undefined
  const solids = shapes.filter(barsWay)
  const sameFloor = known !== undefined && isSame(known.solids, solids)
  const families = new Map<ReadonlySet<string>, readonly ItemShape[]>()
  const fields = new Map<string, Float32Array>()
  const necks = new Map<string, Int32Array>()
  let free: FreeSpace | undefined
  const freeSpace = (): FreeSpace => {
    free ??= sameFloor ? known.free() : known ? restampSpace(bareSpace(plan), known, solids) : stampAll(plan, solids)
    return free
  }
  const field = (doors: readonly RoomOpening[]): Float32Array => {
    const key = keyOf(doors)
    const found = fields.get(key)
    if (found) return found
    const rolled = rollDiscs(freeSpace(), doorCells(doors, freeSpace()))
    fields.set(key, rolled)
    return rolled
  }
  return {
    plan,
    shapes,
    solids,
    of: (family) => {
      const found = families.get(family) ?? shapes.filter((shape) => family.has(shape.category))
      families.set(family, found)
      return found
    },
    free: freeSpace,
    reach: () => (sameFloor ? known.reach() : field(plan.doors)),
    reachFrom: (door) => (sameFloor ? known.reachFrom(door) : field([door])),
    necksFrom: (doors) => {
      if (sameFloor) return known.necksFrom(doors)
      const key = keyOf(doors)
      const found = necks.get(key) ?? new Int32Array(freeSpace().clearance.length)
      if (!necks.has(key)) rollDiscs(freeSpace(), doorCells(doors, freeSpace()), found)
      necks.set(key, found)
      return found
    },
    memo: known?.memo ?? new WeakMap(),
  }
}

const keyOf = (doors: readonly RoomOpening[]): string => doors.map(({ id }) => id).join(' ')

export const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((entry, index) => entry === b[index]))

const stampAll = (plan: RoomPlan, solids: readonly ItemShape[]): FreeSpace => {
  const space = copyFreeSpace(bareSpace(plan))
  for (const shape of solids) for (const part of wayParts(shape)) stampBox(space, part)
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

/** Cells where a way into the room begins: the floor before its doors. */
export const doorCells = (doors: readonly RoomOpening[], space: FreeSpace): number[] => {
  const cells: number[] = []
  for (const door of doors) eachCellInBox(space, openingStrip(door, START_DEPTH, 2, -0.1), (cell) => cells.push(cell))
  return cells
}

/** The floor plan of a thing bars people: low things on the floor, and hung ones below head height. */
export const barsWay = (shape: ItemShape): boolean =>
  (shape.role === 'solid' || (shape.role === 'hung' && shape.box.halfDepth > 0.1)) && shape.box.bottom < HEAD_HEIGHT

/** Boxes by which a thing bars the way. */
export const wayParts = planParts

import type { Finding } from './finding.ts'
import { createFloor, type Floor } from './floor.ts'
import type { FreeSpace } from './measure/free-space.ts'
import { type ItemShape, planParts } from './measure/item-shape.ts'
import type { RoomPlan } from './measure/room-plan.ts'
import type { RoomRule } from './rule.ts'

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
  /** What the measures are taken from. */
  readonly floor: Floor
  /** What one thing's own rules found, kept while the thing and its surroundings are the same. */
  readonly memo: ItemMemo
  /** What the room's rules found, kept while what they read is the same. */
  readonly ruleMemo: RuleMemo
}

/** By thing: what it is found with by itself, the surroundings it was judged in, and all its findings by pack. */
export type ItemMemo = WeakMap<
  ItemShape,
  {
    readonly near: readonly ItemShape[]
    readonly own: readonly Finding[]
    readonly findings: Map<string, readonly Finding[]>
  }
>

/** By rule and settings: what it read of the room, and what it found. Of one plan. */
export type RuleMemo = Map<
  RoomRule,
  Map<string, { readonly isSame: (room: RoomContext) => boolean; readonly found: Finding[] }>
>

/** Above this nothing bars a walker. */
const HEAD_HEIGHT = 1.9

/**
 * @param before The same room with other things in it: what they share is not measured again. Its plan must be this one.
 */
export const createRoomContext = (plan: RoomPlan, shapes: readonly ItemShape[], before?: RoomContext): RoomContext => {
  const known = before?.plan === plan ? before : undefined
  const solids = shapes.filter(barsWay)
  const floor = known && isSame(known.solids, solids) ? known.floor : createFloor(plan, solids, known?.floor)
  const families = new Map<ReadonlySet<string>, readonly ItemShape[]>()
  return {
    plan,
    shapes,
    solids,
    of: (family) => {
      const found = families.get(family) ?? shapes.filter((shape) => family.has(shape.category))
      families.set(family, found)
      return found
    },
    free: floor.free,
    reach: () => floor.rolled(plan.doors).reach,
    floor,
    memo: known?.memo ?? new WeakMap(),
    ruleMemo: known?.ruleMemo ?? new Map(),
  }
}

export const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a === b || (a.length === b.length && a.every((entry, index) => entry === b[index]))

/** The floor plan of a thing bars people: low things on the floor, and hung ones below head height. */
export const barsWay = (shape: ItemShape): boolean =>
  (shape.role === 'solid' || (shape.role === 'hung' && shape.box.halfDepth > 0.1)) && shape.box.bottom < HEAD_HEIGHT

/** Boxes by which a thing bars the way. */
export const wayParts = planParts

import type { ItemShape } from './measure/item-shape.ts'
import { isSame, type RoomContext } from './room-context.ts'

/** A room that notes what is read of it, and whether another room of the same plan would have read the same. */
export type WatchedRoom = { readonly room: RoomContext; readonly isSame: (other: RoomContext) => boolean }

/** The floor stands for everything that is measured on it: it is the same object while the same solid things stand there. */
export const watchRoom = (room: RoomContext): WatchedRoom => {
  const families = new Map<ReadonlySet<string>, readonly ItemShape[]>()
  let shapes: readonly ItemShape[] | undefined
  let floor: RoomContext['floor'] | undefined
  const readFloor = (): RoomContext => {
    floor = room.floor
    return room
  }
  return {
    room: {
      plan: room.plan,
      memo: room.memo,
      ruleMemo: room.ruleMemo,
      get shapes() {
        shapes = room.shapes
        return shapes
      },
      get solids() {
        return readFloor().solids
      },
      get floor() {
        return readFloor().floor
      },
      free: () => readFloor().free(),
      reach: () => readFloor().reach(),
      of: (family) => {
        const found = room.of(family)
        families.set(family, found)
        return found
      },
    },
    isSame: (other) => {
      if (floor && floor !== other.floor) return false
      if (shapes && !isSame(shapes, other.shapes)) return false
      for (const [family, found] of families) if (!isSame(found, other.of(family))) return false
      return true
    },
  }
}

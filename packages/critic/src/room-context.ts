import { isPointInRegion, polygonBounds } from '@enfilade/geometry'
import type { Id, Scene } from '@enfilade/scene'
import type { FindingDraft, RulePack } from './finding.ts'
import {
  copyFreeSpace,
  createFreeSpace,
  eachCellInBox,
  type FreeSpace,
  rollDiscs,
  stampBox,
} from './measure/free-space.ts'
import { type ItemShape, shapeItem } from './measure/item-shape.ts'
import { openingPortal, openingStrip, planRoom, type RoomOpening, type RoomPlan } from './measure/room-plan.ts'

/** A room with what stands in it, and its free space, measured when first asked for. */
export type RoomContext = {
  readonly plan: RoomPlan
  /** Items whose middle lies in the room, by id. */
  readonly shapes: readonly ItemShape[]
  /** What takes floor. */
  readonly solids: readonly ItemShape[]
  readonly free: () => FreeSpace
  /** Largest disc that can be rolled from a door to each cell: radius in metres. */
  readonly reach: () => Float32Array
  /** The same from one door alone. */
  readonly reachFrom: (door: RoomOpening) => Float32Array
}

export type RuleContext = {
  readonly scene: Scene
  readonly pack: RulePack
  readonly rooms: readonly RoomContext[]
  /** All shapes of the rooms under judgement, and those in no room when the whole scene is judged. */
  readonly shapes: readonly ItemShape[]
  readonly homeless: readonly ItemShape[]
}

export type Rule = (context: RuleContext) => FindingDraft[]

/** Above this nothing bars a walker. */
const HEAD_HEIGHT = 1.9
/** Depth of the floor before a door where a way begins. */
const START_DEPTH = 0.5

export const createRuleContext = (scene: Scene, pack: RulePack, only?: readonly Id[]): RuleContext => {
  const rooms = scene.rooms.filter((room) => !only || only.includes(room.id))
  const bounds = rooms.map((room) => polygonBounds(room.polygon))
  const inRoom: ItemShape[][] = rooms.map(() => [])
  const homeless: ItemShape[] = []
  for (const item of scene.items) {
    const shape = shapeItem(item)
    const { x, y } = shape.box
    const index = rooms.findIndex((room, at) => {
      const { minX, minY, maxX, maxY } = bounds[at]!
      if (room.level !== item.level || x < minX || x > maxX || y < minY || y > maxY) return false
      return isPointInRegion([x, y], room.polygon, room.holes)
    })
    if (index >= 0) inRoom[index]!.push(shape)
    else if (!only) homeless.push(shape)
  }
  const contexts = rooms.map((room, index) => createRoomContext(planRoom(scene, room), inRoom[index]!))
  return { scene, pack, rooms: contexts, shapes: [...inRoom.flat(), ...homeless].sort(byId), homeless }
}

const byId = (a: ItemShape, b: ItemShape): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export const createRoomContext = (plan: RoomPlan, shapes: readonly ItemShape[]): RoomContext => {
  const solids = shapes.filter(barsWay)
  let free: FreeSpace | undefined
  let reach: Float32Array | undefined
  const freeSpace = (): FreeSpace => {
    if (!free) {
      free = copyFreeSpace(bareSpace(plan))
      for (const shape of solids) for (const part of wayParts(shape)) stampBox(free, part)
    }
    return free
  }
  return {
    plan,
    shapes,
    solids,
    free: freeSpace,
    reach: () => {
      reach ??= rollDiscs(freeSpace(), doorCells(plan.doors, freeSpace()))
      return reach
    },
    reachFrom: (door) => rollDiscs(freeSpace(), doorCells([door], freeSpace())),
  }
}

/** The room's own raster, without a thing in it. */
export const bareSpace = (plan: RoomPlan): FreeSpace =>
  createFreeSpace(plan.polygon, plan.holes, plan.doors.map(openingPortal))

/** Cells where a way into the room begins: the floor before its doors. */
export const doorCells = (doors: readonly RoomOpening[], space: FreeSpace): number[] => {
  const cells: number[] = []
  for (const door of doors) eachCellInBox(space, openingStrip(door, START_DEPTH, 2, -0.1), (cell) => cells.push(cell))
  return cells
}

/** The floor plan of a thing bars people: low things on the floor, and hung ones below head height. */
export const barsWay = (shape: ItemShape): boolean =>
  (shape.role === 'solid' || (shape.role === 'hung' && shape.box.halfDepth > 0.1)) && shape.box.bottom < HEAD_HEIGHT

/** Corner pieces bar by their parts; tables and chairs by their whole plan. */
export const wayParts = (shape: ItemShape): ItemShape['parts'] => {
  const isCorner = shape.parts.length === 2 && shape.parts[0]!.top === shape.parts[1]!.top
  return isCorner ? shape.parts : [shape.box]
}

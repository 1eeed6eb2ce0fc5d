import { isPointInRegion, polygonBounds } from '@enfilade/geometry'
import type { Scene, SceneItem, SceneRoom } from '@enfilade/scene'
import { type ItemShape, shapeItem } from './measure/item-shape.ts'
import type { Changes } from './rule.ts'

/** The things of a scene, and where they are. */
export type ShapedScene = {
  /** As the scene's items are: by id. */
  readonly shapes: readonly ItemShape[]
  /** As the scene's rooms are. A room's list is the one before while nothing in it changed. */
  readonly inRooms: readonly (readonly ItemShape[])[]
  readonly homeless: readonly ItemShape[]
  /** Since the scene before; undefined for the first. */
  readonly changes: Changes | undefined
}

/** More changed things than this are not told one by one. */
const FEW = 8

/** Shapes one scene after another; an item that is the same object keeps its shape and its room. */
export const createShaper = (): ((scene: Scene) => ShapedScene) => {
  const known = new WeakMap<SceneItem, ItemShape>()
  let last: { readonly scene: Scene; readonly shaped: ShapedScene; readonly places: readonly number[] } | undefined

  const shapeOf = (item: SceneItem): ItemShape => {
    const shape = known.get(item) ?? shapeItem(item)
    known.set(item, shape)
    return shape
  }
  const patch = (scene: Scene, at: readonly number[]): void => {
    const { shaped, places: before } = last!
    const find = createFinder(scene.rooms)
    const shapes = [...shaped.shapes]
    const places = [...before]
    const touched = new Set<number>()
    const come: ItemShape[] = []
    const gone: ItemShape[] = []
    for (const index of at) {
      gone.push(shapes[index]!)
      shapes[index] = shapeOf(scene.items[index]!)
      come.push(shapes[index]!)
      touched.add(places[index]!)
      places[index] = find(scene.items[index]!)
      touched.add(places[index]!)
    }
    const inRooms = shaped.inRooms.map((list, room) =>
      touched.has(room) ? shapes.filter((_, index) => places[index] === room) : list,
    )
    const homeless = touched.has(-1) ? shapes.filter((_, index) => places[index] === -1) : shaped.homeless
    last = { scene, places, shaped: { shapes, inRooms, homeless, changes: { from: shaped.shapes, come, gone } } }
  }
  const shapeAll = (scene: Scene): void => {
    const find = createFinder(scene.rooms)
    const shapes = scene.items.map(shapeOf)
    const places = scene.items.map(find)
    const inRooms: ItemShape[][] = scene.rooms.map(() => [])
    const homeless: ItemShape[] = []
    for (const [index, shape] of shapes.entries()) (inRooms[places[index]!] ?? homeless).push(shape)
    last = { scene, places, shaped: { shapes, inRooms, homeless, changes: last && diff(last.shaped.shapes, shapes) } }
  }
  return (scene) => {
    const changed = last && last.scene.rooms === scene.rooms ? changedAt(last.scene.items, scene.items) : undefined
    if (changed) patch(scene, changed)
    else shapeAll(scene)
    return last!.shaped
  }
}

/** Where two lists of equal length differ; undefined: they are of different lengths, or differ in many places. */
const changedAt = (old: readonly SceneItem[], now: readonly SceneItem[]): number[] | undefined => {
  if (old.length !== now.length) return undefined
  const changed: number[] = []
  for (let index = 0; index < now.length; index++) {
    if (old[index] === now[index]) continue
    if (changed.length === FEW) return undefined
    changed.push(index)
  }
  return changed
}

const diff = (from: readonly ItemShape[], to: readonly ItemShape[]): Changes => {
  const [old, now] = [new Set(from), new Set(to)]
  return { from, come: to.filter((shape) => !old.has(shape)), gone: from.filter((shape) => !now.has(shape)) }
}

/** The room that an item's middle lies in, by index; −1: none. */
const createFinder = (rooms: readonly SceneRoom[]): RoomFinder => {
  const known = finders.get(rooms)
  if (known) return known
  const bounds = rooms.map((room) => polygonBounds(room.polygon))
  const find: RoomFinder = ({ level, worldPose: { x, y } }) =>
    rooms.findIndex((room, at) => {
      const { minX, minY, maxX, maxY } = bounds[at]!
      if (room.level !== level || x < minX || x > maxX || y < minY || y > maxY) return false
      return isPointInRegion([x, y], room.polygon, room.holes)
    })
  finders.set(rooms, find)
  return find
}

type RoomFinder = (item: SceneItem) => number

const finders = new WeakMap<readonly SceneRoom[], RoomFinder>()

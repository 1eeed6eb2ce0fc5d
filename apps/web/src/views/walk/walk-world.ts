import { cutWall } from '@enfilade/building'
import { findKind } from '@enfilade/catalogue'
import { interiorPoint, isPointInPolygon } from '@enfilade/geometry'
import { type Id, itemFootprint, type Point2, type Scene, type SceneItem, type SceneOpening } from '@enfilade/scene'

/** A body that one cannot walk through; coordinates interleaved, so that a step allocates nothing. */
export type Solid = {
  readonly ring: Float64Array
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A door that opens by itself before whoever comes near. */
export type WalkDoor = { readonly id: Id; readonly x: number; readonly y: number }

export type WalkWorld = { readonly solids: readonly Solid[]; readonly doors: readonly WalkDoor[] }

/** What is lower one steps over, what is higher one walks under, metres. */
const stepOver = 0.12
const headRoom = 1.9

/** Everything that stands in the way on a level. Doors and passages are gaps: doors open by themselves. */
export function createWalkWorld(scene: Scene, level: Id): WalkWorld {
  const solids: Solid[] = []
  const openings = scene.openings.filter((opening) => opening.level === level)
  for (const wall of scene.walls) {
    if (wall.level !== level) continue
    const own = openings.filter((opening) => opening.wall === wall.id && isPassable(opening))
    for (const piece of cutWall(wall, own)) if (piece.part === 'full') solids.push(solidOf(piece.ring))
  }
  for (const item of scene.items)
    if (item.level === level && isInTheWay(item)) solids.push(solidOf(itemFootprint(item)))
  const doors = openings
    .filter((opening) => opening.type === 'door')
    .map((opening) => ({ id: opening.id, x: opening.center[0], y: opening.center[1] }))
  return { solids, doors }
}

/** One can walk through it: from the floor up, and high enough. */
function isPassable(opening: SceneOpening): boolean {
  return opening.type !== 'window' && opening.sill <= stepOver && opening.sill + opening.height >= 1.6
}

function isInTheWay(item: SceneItem): boolean {
  if (findKind(item.category)?.walkable || item.support.on === 'ceiling') return false
  const bottom = item.worldPose.z
  return bottom + item.size[2] > stepOver && bottom < headRoom
}

function solidOf(ring: readonly Point2[]): Solid {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  const flat = new Float64Array(ring.length * 2)
  ring.forEach((point, index) => {
    flat[index * 2] = point[0]
    flat[index * 2 + 1] = point[1]
    minX = Math.min(minX, point[0])
    minY = Math.min(minY, point[1])
    maxX = Math.max(maxX, point[0])
    maxY = Math.max(maxY, point[1])
  })
  return { ring: flat, minX, minY, maxX, maxY }
}

/** Where a walk begins: as near as possible to a wanted place, inside a room and clear of everything. */
export function findStart(scene: Scene, level: Id, wanted: Point2): Point2 {
  const rooms = scene.rooms.filter((room) => room.level === level)
  const inside = rooms.find((room) => isPointInPolygon(wanted, room.polygon))
  const room = inside ?? [...rooms].sort((a, b) => b.area - a.area)[0]
  if (!room) return wanted
  return inside ? wanted : interiorPoint(room.polygon, room.holes)
}

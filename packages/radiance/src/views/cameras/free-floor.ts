import { buildOpening } from '@enfilade/building'
import { findKind } from '@enfilade/catalogue'
import { type Bounds, cellAt, cellCenter, createRaster, distanceField, fillRing, type Raster } from '@enfilade/geometry'
import { type Id, itemFootprint, itemTop, type Point2, type Scene, type SceneOpening } from '@enfilade/scene'

/** Where somebody could stand with a camera: a raster of a level, 1 blocked and 0 free, and the room around each point. */
export type FreeFloor = {
  readonly raster: Raster
  /** Metres from each cell to the nearest blocked one. */
  readonly clearance: Float32Array
}

const CELL = 0.05
/** What is lower is stepped over, what hangs higher is walked under, metres. */
const LOW = 0.12
const HIGH = 1.8
/** Metres of floor that doors reach into the rooms on both sides. */
const DOORWAY_REACH = 0.05

export type FreeFloorOptions = {
  /** Only this room's floor. Absent: the whole level, doorways too. */
  readonly room?: Id
  /** Doors that stand open: their leaves are in the way, their doorways are not. Absent: doorways are free, leaves are not there. */
  readonly opened?: ReadonlySet<Id>
}

/** The free floor of a level. */
export function freeFloor(scene: Scene, level: Id, options: FreeFloorOptions = {}): FreeFloor {
  const rooms = scene.rooms.filter((room) => room.level === level && (!options.room || room.id === options.room))
  const raster = createRaster(boundsOf(rooms.flatMap(({ polygon }) => polygon)), CELL)
  raster.data.fill(1)
  for (const { polygon } of rooms) fillRing(raster, polygon, 0)
  for (const { holes } of rooms) for (const hole of holes) fillRing(raster, hole, 1)
  const doors = scene.openings.filter((opening) => opening.level === level && opening.type !== 'window')
  if (!options.room) for (const door of doors) if (door.sill < LOW) fillRing(raster, doorway(door), 0)
  for (const item of scene.items) {
    if (item.level !== level || item.worldPose.z > HIGH || itemTop(item) < LOW) continue
    if (findKind(item.category)?.walkable && item.size[2] < LOW) continue
    fillRing(raster, itemFootprint(item), 1)
  }
  for (const door of doors) if (options.opened?.has(door.id)) fillRing(raster, leafRing(door), 1)
  return { raster, clearance: distanceField(raster) }
}

/** Metres from a point to what is in the way; 0 where it is blocked or outside. */
export function clearanceAt({ raster, clearance }: FreeFloor, [x, y]: Point2): number {
  const index = cellAt(raster, x, y)
  return index < 0 ? 0 : clearance[index]!
}

/** The free cell nearest to a point with some clearance. Undefined: there is none. */
export function nearestFree(floor: FreeFloor, point: Point2, least: number): Point2 | undefined {
  let best: Point2 | undefined
  let bestGap = Infinity
  for (let index = 0; index < floor.clearance.length; index++) {
    if (floor.clearance[index]! < least) continue
    const center = cellCenter(floor.raster, index)
    const gap = Math.hypot(center[0] - point[0], center[1] - point[1])
    if (gap < bestGap) {
      bestGap = gap
      best = center
    }
  }
  return best
}

/** The point with the most room around it; `inside` narrows the search. Undefined: nothing is free. */
export function roomiestPoint(floor: FreeFloor, inside: (point: Point2) => boolean = () => true): Point2 | undefined {
  let best: Point2 | undefined
  let most = 0
  for (let index = 0; index < floor.clearance.length; index++) {
    if (floor.clearance[index]! <= most) continue
    const center = cellCenter(floor.raster, index)
    if (!inside(center)) continue
    most = floor.clearance[index]!
    best = center
  }
  return best
}

function doorway({ center, direction, width, wallThickness }: SceneOpening): Point2[] {
  return around(center, direction, width / 2, wallThickness / 2 + DOORWAY_REACH)
}

/** What an open leaf stands on. */
function leafRing(door: SceneOpening): Point2[] {
  const { leaf } = buildOpening(door)
  if (!leaf) return []
  const { x, y, yaw } = leaf.poseAt(1)
  const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
  const [dx, dy] = door.direction
  // The leaf's extent along the wall and across it, in its own frame.
  let [from, to, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { positions } of leaf.parts) {
    for (let i = 0; i < positions.length; i += 3) {
      const along = positions[i]! * dx + positions[i + 1]! * dy
      const across = positions[i + 1]! * dx - positions[i]! * dy
      from = Math.min(from, along)
      to = Math.max(to, along)
      low = Math.min(low, across)
      high = Math.max(high, across)
    }
  }
  const place = (along: number, across: number): Point2 => {
    const [px, py] = [along * dx - across * dy, along * dy + across * dx]
    return [x + px * c - py * s, y + px * s + py * c]
  }
  return [place(from, low), place(to, low), place(to, high), place(from, high)]
}

function around(center: Point2, [dx, dy]: Point2, half: number, reach: number): Point2[] {
  const place = (along: number, across: number): Point2 => [
    center[0] + dx * along - dy * across,
    center[1] + dy * along + dx * across,
  ]
  return [place(-half, -reach), place(half, -reach), place(half, reach), place(-half, reach)]
}

function boundsOf(points: readonly Point2[]): Bounds {
  if (points.length === 0) return { minX: 0, minY: 0, maxX: CELL, maxY: CELL }
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const rim = 0.5
  return {
    minX: Math.min(...xs) - rim,
    minY: Math.min(...ys) - rim,
    maxX: Math.max(...xs) + rim,
    maxY: Math.max(...ys) + rim,
  }
}

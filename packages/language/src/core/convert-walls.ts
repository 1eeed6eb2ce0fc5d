import { type Point2, projectOnAxis, readScene, type Scene, type SceneRoom } from '@enfilade/scene'
import { inferLevels, levelAt } from '../script/levels.ts'
import { scriptToDocument } from '../script/script-to-document.ts'
import {
  type CoreEntity,
  isCoreEntity,
  type OpeningEntity,
  type ScriptEntity,
  type WallEntity,
} from '../text/entity.ts'
import { findRoomLoops } from './room-side-loops.ts'
import { WALL_THICKNESS, wallsAroundRooms } from './walls-around-rooms.ts'

/**
 * What a wall line says. `room-side`: the face that a room sees, thickness 0.0, as in published files · `centred`: the
 * middle of a wall with its thickness, as we write scenes · `axis`: the middle alone, thickness 0.0.
 */
export type WallConvention = 'room-side' | 'centred' | 'axis'

export type ConvertWallsOptions = {
  readonly from: WallConvention
  readonly to: WallConvention
  /** Of walls whose convention does not say it, metres. Default 0.12. */
  readonly thickness?: number
}

/** The core lines of a script in another wall convention. Boxes and our own lines stay as they are. */
export function convertWalls(entities: readonly ScriptEntity[], options: ConvertWallsOptions): ScriptEntity[] {
  const { from, to, thickness = WALL_THICKNESS } = options
  if (from === to) return [...entities]
  if (from === 'room-side') {
    const centred = thickenRoomSides(entities, thickness)
    return to === 'axis' ? withThickness(centred, 0) : centred
  }
  if (to === 'room-side') return toRoomSides(from === 'axis' ? withThickness(entities, thickness) : entities)
  return withThickness(entities, to === 'axis' ? 0 : thickness)
}

/**
 * Room-side lines (thickness 0.0) become the axes of walls outside their rooms. Where two rooms lie a wall's breadth
 * apart one wall takes the place of both lines, and their openings. Lines that close no loop become axes where they are.
 *
 * Walls that have a thickness already stay.
 */
export function thickenRoomSides(entities: readonly ScriptEntity[], thickness = WALL_THICKNESS): ScriptEntity[] {
  const lines = entities.filter((entity): entity is WallEntity => entity.kind === 'wall' && isRoomSide(entity))
  if (lines.length === 0) return [...entities]
  const levels = inferLevels(lines.map((line) => line.numbers))
  const walls = new Map<WallEntity, WallEntity>()
  for (const { id } of levels) {
    const storey = lines.filter((line) => levelAt(levels, Math.min(line.numbers[2]!, line.numbers[5]!)) === id)
    thickenStorey(storey, thickness, walls)
  }
  const kept = entities.filter((entity) => !lines.includes(entity as WallEntity) || walls.has(entity as WallEntity))
  return hostOpenings(kept.map((entity) => walls.get(entity as WallEntity) ?? entity))
}

function isRoomSide({ numbers }: WallEntity): boolean {
  return numbers[7] === 0 && numbers.every(Number.isFinite)
}

/** Adds the wall that takes the place of each line; a line that another one's wall stands for too gets none. */
function thickenStorey(lines: readonly WallEntity[], thickness: number, walls: Map<WallEntity, WallEntity>): void {
  const { rooms, loose } = findRoomLoops(lines)
  const rings = rooms.map(({ outer, holes }) => [outer, ...holes])
  const polygons = rooms.map(({ outer, holes }) => ({ polygon: outer.points, holes: holes.map((hole) => hole.points) }))
  for (const line of loose) walls.set(line, withNumber(line, 7, thickness))
  for (const { source, start, end, thickness: own } of wallsAroundRooms(polygons, thickness)) {
    // Short pieces between two walls have no line of their own.
    if (!source) continue
    const line = rings[source.room]![source.ring]!.lines[source.edge]!
    const [a, b] = isAhead(line, start, end) ? [start, end] : [end, start]
    const [, , az, , , bz, height] = line.numbers as readonly [number, number, number, number, number, number, number]
    walls.set(line, { ...line, numbers: [a[0], a[1], az, b[0], b[1], bz, height, own] })
  }
}

function isAhead(line: WallEntity, start: Point2, end: Point2): boolean {
  const [ax, ay, , bx, by] = line.numbers as readonly [number, number, number, number, number]
  return (bx - ax) * (end[0] - start[0]) + (by - ay) * (end[1] - start[1]) >= 0
}

/** Openings moved onto the axis of their wall, or of the one that took its place. */
function hostOpenings(entities: readonly ScriptEntity[]): ScriptEntity[] {
  const walls = entities.filter((entity): entity is WallEntity => entity.kind === 'wall')
  const byId = new Map(walls.map((wall) => [wall.id, wall]))
  return entities.map((entity) => {
    if (entity.kind !== 'door' && entity.kind !== 'window') return entity
    const point: Point2 = [entity.numbers[0]!, entity.numbers[1]!]
    const wall = byId.get(entity.wall) ?? nearest(walls, point)
    return wall ? onto(entity, wall) : entity
  })
}

function nearest(walls: readonly WallEntity[], point: Point2): WallEntity | undefined {
  let best: WallEntity | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const wall of walls) {
    const { distance } = projectOnAxis(lineOf(wall), point)
    if (distance < bestDistance) [best, bestDistance] = [wall, distance]
  }
  return best
}

function lineOf({ numbers }: WallEntity): { readonly start: Point2; readonly end: Point2 } {
  return { start: [numbers[0]!, numbers[1]!], end: [numbers[3]!, numbers[4]!] }
}

/** The opening with its centre on a wall's line. */
function onto(opening: OpeningEntity, wall: WallEntity): OpeningEntity {
  const { start, end } = lineOf(wall)
  const { along } = projectOnAxis({ start, end }, [opening.numbers[0]!, opening.numbers[1]!])
  const length = Math.hypot(end[0] - start[0], end[1] - start[1])
  const t = length > 0 ? along / length : 0
  const round = (value: number) => Math.round(value * 1e9) / 1e9 + 0
  const x = round(start[0] + (end[0] - start[0]) * t)
  const y = round(start[1] + (end[1] - start[1]) * t)
  return { ...opening, wall: wall.id, numbers: [x, y, ...opening.numbers.slice(2)] }
}

function withThickness(entities: readonly ScriptEntity[], thickness: number): ScriptEntity[] {
  return entities.map((entity) => (entity.kind === 'wall' ? withNumber(entity, 7, thickness) : entity))
}

function withNumber(wall: WallEntity, index: number, value: number): WallEntity {
  return { ...wall, numbers: wall.numbers.map((number, i) => (i === index ? value : number)) }
}

/** One line per side of each derived room; each opening on the line of its first room. Walls round no room stay as axes. */
function toRoomSides(entities: readonly ScriptEntity[]): ScriptEntity[] {
  const { document, origins } = scriptToDocument(entities)
  const scene = readScene(document)
  const lines = scene.rooms.flatMap((room) => sidesOfRoom(scene, room))
  const bare = scene.walls.filter((wall) => !scene.rooms.some((room) => room.walls.includes(wall.id)))
  const walls = [
    ...lines.map(({ numbers }) => numbers),
    ...bare.map((wall) => (origins.get(wall.id)!.core as WallEntity).numbers),
  ]
  const wallEntities = walls.map((numbers, index): WallEntity => {
    return withNumber({ kind: 'wall', id: String(index), numbers }, 7, 0)
  })
  const openings = scene.openings.flatMap((opening): CoreEntity[] => {
    const core = origins.get(opening.id)?.core as OpeningEntity | undefined
    if (!core) return []
    const room = scene.rooms.find(({ openings: own }) => own.includes(opening.id))
    const own = wallEntities.filter((_, index) => (room ? lines[index]?.room === room : index >= lines.length))
    const wall = nearest(own, opening.center)
    return wall ? [onto(core, wall)] : []
  })
  const boxes = entities.filter((entity) => isCoreEntity(entity) && entity.kind === 'bbox')
  return [...wallEntities, ...openings, ...boxes]
}

function sidesOfRoom(
  scene: Scene,
  room: SceneRoom,
): { readonly room: SceneRoom; readonly numbers: readonly number[] }[] {
  const level = scene.levels.find(({ id }) => id === room.level)!
  const { elevation } = level
  return [room.polygon, ...room.holes].flatMap((ring) =>
    ring.map(([x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!
      const middle: Point2 = [(x + u) / 2, (y + v) / 2]
      const height = heightAt(scene, room, middle) ?? level.height
      return { room, numbers: [x, y, elevation, u, v, elevation, height, 0] }
    }),
  )
}

function heightAt(scene: Scene, room: SceneRoom, point: Point2): number | undefined {
  let best: number | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const id of room.walls) {
    const wall = scene.byId.get(id)
    if (!wall || !('resolvedHeight' in wall)) continue
    const { distance } = projectOnAxis(wall, point)
    if (distance < bestDistance) [best, bestDistance] = [wall.resolvedHeight, distance]
  }
  return best
}

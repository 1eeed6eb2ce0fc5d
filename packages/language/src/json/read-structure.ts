import { interiorPoint, isPointInPolygon, isSimplePolygon, polygonArea } from '@enfilade/geometry'
import type { Id, Point2, RawRecord } from '@enfilade/scene'
import { WALL_THICKNESS, wallsAroundRooms } from '../core/walls-around-rooms.ts'
import { connectCorners, type WallEnd } from '../script/connect-corners.ts'
import type { PartReader } from './fields.ts'
import type { JsonReading } from './json-reading.ts'
import { KNOWN_FIELDS } from './scene-json.ts'

/** Wall ends nearer than this share a corner, metres. */
const CORNER_SNAP = 0.002
const STOREY_HEIGHT = 2.8
/** Facing edges are looked for in plans up to this many; it takes quadratic time. */
const MAX_EDGES = 4000

type Ring = readonly Point2[]
type Room = { readonly part: PartReader; readonly level: Id; readonly polygon: Ring; readonly holes: readonly Ring[] }

/** Reads the levels; those that rooms name without their being listed, and one if there is none, are made. */
export function readLevels(reading: JsonReading, parts: readonly PartReader[], rooms: readonly PartReader[]): void {
  for (const part of parts) {
    const id = reading.takeId(part, 'level')
    const elevation = part.numberOr('elevation', 0)
    const height = part.numberOr('height', STOREY_HEIGHT, 0.05, 100)
    const appearance = part.object('appearance')
    reading.add(
      id,
      {
        kind: 'level',
        name: part.textOr('name', id),
        elevation,
        height,
        ...(appearance ? { appearance } : {}),
      },
      part,
      'levels',
      KNOWN_FIELDS.level!,
    )
  }
  for (const room of rooms) {
    const level = room.get('level')
    if (typeof level !== 'string' || level === '' || reading.levels.has(level)) continue
    if (parts.length > 0)
      room.warn('unknown-level', 'level', `no level has the id ${JSON.stringify(level)}; it is made.`)
    makeLevel(reading, reading.claimId(level), room)
  }
  if (reading.levels.size === 0) makeLevel(reading, reading.claimId('level-0'), rooms[0])
}

function makeLevel(reading: JsonReading, id: Id, room: PartReader | undefined): void {
  const elevation = room?.numberOr('floor', 0) ?? 0
  const height = room?.numberOr('height', STOREY_HEIGHT, 0.05, 100) ?? STOREY_HEIGHT
  const name = id === 'level-0' ? 'Ground floor' : id
  reading.records.set(id, { kind: 'level', name, elevation, height })
  reading.levels.set(id, { kind: 'level', id, name, elevation, height })
}

/** Reads walls: the axis from a to b. Ends that meet share a corner. */
export function readWalls(reading: JsonReading, parts: readonly PartReader[]): void {
  const walls = parts.flatMap((part) => {
    const a = part.point('a')
    const b = part.point('b')
    if (!a || !b) return []
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) > CORNER_SNAP) return [{ part, a, b, level: reading.levelOf(part) }]
    part.error('no-length', '', 'the ends a and b coincide; give the wall a length or leave it out.')
    return []
  })
  const ends = walls.map(({ a, b, level }, index): readonly [WallEnd, WallEnd] => [
    { level: level.id, at: a, name: `corner-${index + 1}a` },
    { level: level.id, at: b, name: `corner-${index + 1}b` },
  ])
  const corners = addCorners(reading, ends)
  walls.forEach(({ part, level }, index) => {
    const id = reading.takeId(part, 'wall')
    const [a, b] = corners[index]!
    const height = part.numberOr('height', undefined, 0.05, 100)
    const bulge = part.numberOr('bulge', 0, -10, 10)
    const record: RawRecord = {
      kind: 'wall',
      level: level.id,
      a,
      b,
      thickness: part.numberOr('thickness', WALL_THICKNESS, 0, 2),
      ...(height === undefined || height === level.height ? {} : { height }),
      ...(bulge === 0 ? {} : { bulge }),
      structure: part.oneOf('structure', ['load-bearing', 'partition', 'unknown'] as const) ?? 'unknown',
      ...common(part),
    }
    reading.add(id, record, part, 'walls', KNOWN_FIELDS.wall!)
  })
}

function addCorners(
  reading: JsonReading,
  ends: readonly (readonly [WallEnd, WallEnd])[],
): readonly (readonly [Id, Id])[] {
  const named = ends.map(([a, b]): readonly [WallEnd, WallEnd] => [a, b])
  const connected = connectCorners(named, [], CORNER_SNAP)
  const ids = new Map<Id, Id>()
  for (const corner of connected.made) {
    const id = reading.claimId(corner.id)
    ids.set(corner.id, id)
    reading.records.set(id, { kind: 'corner', level: corner.level, at: corner.at })
  }
  return connected.ends.map(([a, b]) => [ids.get(a)!, ids.get(b)!])
}

/** Reads rooms as labels, and puts walls around those that `hasWalls` does not say have some. */
export function readRooms(reading: JsonReading, parts: readonly PartReader[], hasWalls: boolean): void {
  const rooms = parts.flatMap((part) => readRoom(reading, part) ?? [])
  for (const { part, level, polygon, holes } of rooms) {
    const id = reading.takeId(part, 'room')
    // Said of the room, kept with it; the level's count for everything else.
    part.numberOr('floor', 0)
    part.numberOr('height', 0, 0.05, 100)
    const type = part.textOr('type', 'room') || 'room'
    const record = {
      kind: 'room',
      level,
      at: seedOf(polygon, holes),
      name: part.textOr('name', ''),
      type,
      ...common(part),
    }
    reading.add(id, record, part, 'rooms', KNOWN_FIELDS.room!)
  }
  if (hasWalls) return
  for (const level of new Set(rooms.map((room) => room.level)))
    addWallsAround(
      reading,
      level,
      rooms.filter((room) => room.level === level),
    )
}

function readRoom(reading: JsonReading, part: PartReader): Room | undefined {
  const outline = part.ring(part.get('polygon'), 'polygon')
  if (!outline) return undefined
  const polygon = turn(openRing(outline), 1)
  if (polygon.length < 3 || Math.abs(polygonArea(polygon)) < 1e-4 || !isSimplePolygon(polygon)) {
    return part.error(
      'bad-outline',
      'polygon',
      'the outline crosses itself or encloses nothing; list its corners in order, once around.',
    )
  }
  const given = part.get('holes')
  const holes: Ring[] = []
  if (Array.isArray(given)) {
    given.forEach((value, index) => {
      const hole = readHole(part, polygon, value, index)
      if (hole) holes.push(hole)
    })
  }
  if (given !== undefined && given !== null && !Array.isArray(given))
    part.warn('not-a-list', 'holes', 'expected a list of rings; it is left out.')
  return { part, level: reading.levelOf(part).id, polygon, holes }
}

/** A point inside for the room's label, to the millimetre where that is still inside. */
function seedOf(polygon: Ring, holes: readonly Ring[]): Point2 {
  const point = interiorPoint(polygon, holes)
  const near: Point2 = [Math.round(point[0] * 1000) / 1000, Math.round(point[1] * 1000) / 1000]
  return isPointInPolygon(near, polygon) ? near : point
}

function readHole(part: PartReader, polygon: Ring, value: unknown, index: number): Ring | undefined {
  const ring = part.ring(value, `holes[${index}]`)
  if (!ring) return undefined
  const hole = turn(openRing(ring), -1)
  if (hole.length >= 3 && isSimplePolygon(hole) && hole.every((point) => isPointInPolygon(point, polygon))) return hole
  return part.warn('bad-hole', `holes[${index}]`, 'the hole crosses itself or the outline; it is left out.')
}

/** Without a last point that repeats the first, and without points that repeat the one before. */
function openRing(ring: Ring): Ring {
  return ring.filter((point, i) => {
    const before = ring.at(i - 1)!
    return point[0] !== before[0] || point[1] !== before[1]
  })
}

/** The ring turned so that it runs counter-clockwise (1) or clockwise (−1). */
function turn(ring: Ring, way: 1 | -1): Ring {
  return Math.sign(polygonArea(ring)) === -way ? [...ring].reverse() : ring
}

function addWallsAround(reading: JsonReading, level: Id, rooms: readonly Room[]): void {
  const edges = rooms.reduce((sum, { polygon, holes }) => sum + polygon.length + holes.flat().length, 0)
  if (edges > MAX_EDGES) {
    reading.report(
      'error',
      'too-many-edges',
      'rooms',
      `outlines with ${edges} edges need walls; give up to ${MAX_EDGES}, or give walls.`,
    )
    return
  }
  const walls = wallsAroundRooms(rooms)
  const ends = walls.map(({ start, end }, index): readonly [WallEnd, WallEnd] => [
    { level, at: start, name: `corner-${level}-${index + 1}a` },
    { level, at: end, name: `corner-${level}-${index + 1}b` },
  ])
  const corners = addCorners(reading, ends)
  walls.forEach(({ thickness }, index) => {
    const [a, b] = corners[index]!
    if (a === b) return
    const id = reading.claimId(reading.levels.size > 1 ? `wall-${level}-${index + 1}` : `wall-${index + 1}`)
    reading.records.set(id, { kind: 'wall', level, a, b, thickness, structure: 'unknown' })
  })
}

/** What several kinds have. */
export function common(part: PartReader): RawRecord {
  const finishes = part.object('finishes')
  return { ...(finishes ? { finishes } : {}), ...(part.flag('locked') ? { locked: true } : {}) }
}

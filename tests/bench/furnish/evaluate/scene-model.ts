import {
  boxFootprint,
  convexDistance,
  distancePointToSegment,
  isPointInRegion,
  type Point2,
  polygonArea,
  polygonBounds,
  type Ring,
} from '@enfilade/geometry'
import type { JsonObject, JsonOpening, JsonRoom, JsonWall, SceneJson } from '@enfilade/language'

/** An object of a Scene JSON with its plan: what all judgements measure. */
export type Thing = {
  readonly id: string
  readonly category: string
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly width: number
  readonly depth: number
  readonly low: number
  readonly high: number
  readonly footprint: Ring
  /** Which way its front looks; unit. */
  readonly front: Point2
  readonly room: Room | undefined
  /** Absent: a window, a door or a wall that stands in for a thing. */
  readonly object?: JsonObject
}

export type Side = {
  readonly a: Point2
  readonly b: Point2
  readonly length: number
  /** Out of the room; unit. */
  readonly out: Point2
  readonly curved: boolean
}

export type Room = { readonly json: JsonRoom; readonly sides: readonly Side[]; readonly area: number }

/** An opening as one room sees it: a stretch of the room's side. */
export type Gate = {
  readonly opening: JsonOpening
  readonly rooms: readonly Room[]
  readonly a: Point2
  readonly b: Point2
  readonly center: Point2
  readonly along: Point2
  readonly thickness: number
  readonly sill: number
}

export type Model = {
  readonly json: SceneJson
  readonly things: readonly Thing[]
  readonly rooms: readonly Room[]
  readonly gates: readonly Gate[]
  readonly byId: ReadonlyMap<string, Thing>
}

export function readModel(json: SceneJson): Model {
  const rooms = json.rooms.map(readRoom)
  const things = json.objects.map((object) => readThing(object, rooms))
  const walls = new Map(json.walls.map((wall) => [wall.id, wall]))
  const gates = json.openings.flatMap((opening) => {
    const wall = walls.get(opening.wall)
    return wall ? [readGate(opening, wall, rooms)] : []
  })
  return { json, things, rooms, gates, byId: new Map(things.map((thing) => [thing.id, thing])) }
}

function readThing(object: JsonObject, rooms: readonly Room[]): Thing {
  const [x, y, z] = object.center
  const [width, depth, height] = object.size
  const { yaw } = object
  const room = rooms.find(
    ({ json }) => holds(json, [x, y]) && z > json.floor - 0.2 && z < json.floor + json.height + 0.2,
  )
  return {
    id: object.id,
    category: object.category,
    x,
    y,
    yaw,
    width,
    depth,
    low: z - height / 2,
    high: z + height / 2,
    footprint: boxFootprint(x, y, yaw, width, depth),
    front: [Math.sin(yaw), -Math.cos(yaw)],
    room,
    object,
  }
}

function holds(room: JsonRoom, point: Point2): boolean {
  return isPointInRegion(
    point,
    [...room.polygon],
    room.holes.map((hole) => [...hole]),
  )
}

/** Turns of less than this between neighbouring sides belong to one curve, degrees. */
const CURVE_TURN = 25
const CURVE_SIDE = 0.9

function readRoom(json: JsonRoom): Room {
  const ring = json.polygon
  const raw = ring.map((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const out: Point2 = length > 0 ? [(b[1] - a[1]) / length, -(b[0] - a[0]) / length] : [0, 0]
    return { a, b, length, out }
  })
  const sides = raw.map((side, index) => {
    const next = raw[(index + 1) % raw.length]!
    const before = raw[(index + raw.length - 1) % raw.length]!
    const isBent = [next, before].some((other) => {
      const turn = angleBetween(side.out, other.out)
      return turn > 0.5 && turn < CURVE_TURN && other.length < CURVE_SIDE
    })
    return { ...side, curved: isBent && side.length < CURVE_SIDE }
  })
  const holes = json.holes.reduce((sum, hole) => sum + Math.abs(polygonArea([...hole])), 0)
  return { json, sides, area: Math.abs(polygonArea([...ring])) - holes }
}

function readGate(opening: JsonOpening, wall: JsonWall, rooms: readonly Room[]): Gate {
  const [x, y, z] = opening.center
  const center: Point2 = [x, y]
  const along = tangentAt(wall, center)
  const reach = wall.thickness / 2 + 0.1
  const beside = [1, -1].map((sign): Point2 => [x - along[1] * reach * sign, y + along[0] * reach * sign])
  const half = opening.width / 2
  return {
    opening,
    rooms: rooms.filter(({ json }) => beside.some((point) => holds(json, point))),
    a: [x - along[0] * half, y - along[1] * half],
    b: [x + along[0] * half, y + along[1] * half],
    center,
    along,
    thickness: wall.thickness,
    sill: z - opening.height / 2,
  }
}

/** The wall's direction where the opening sits; of an arc, the tangent there. */
function tangentAt({ a, b, bulge }: JsonWall, at: Point2): Point2 {
  const chord: Point2 = [b[0] - a[0], b[1] - a[1]]
  const length = Math.hypot(chord[0], chord[1]) || 1
  const unit: Point2 = [chord[0] / length, chord[1] / length]
  if (Math.abs(bulge) < 1e-6) return unit
  const half = length / 2
  const sagitta = bulge * half
  const radius = (half * half + sagitta * sagitta) / (2 * Math.abs(sagitta))
  const middle: Point2 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const normal: Point2 = [unit[1], -unit[0]]
  const candidates = [1, -1].map((sign): Point2 => {
    const reach = (radius - Math.abs(sagitta)) * sign
    return [middle[0] + normal[0] * reach, middle[1] + normal[1] * reach]
  })
  const off = (center: Point2) => Math.abs(Math.hypot(at[0] - center[0], at[1] - center[1]) - radius)
  const center = off(candidates[0]!) < off(candidates[1]!) ? candidates[0]! : candidates[1]!
  const spoke: Point2 = [at[0] - center[0], at[1] - center[1]]
  const reach = Math.hypot(spoke[0], spoke[1]) || 1
  return [-spoke[1] / reach, spoke[0] / reach]
}

/** Degrees between two directions, 0 … 180. */
export function angleBetween(a: Point2, b: Point2): number {
  const cross = a[0] * b[1] - a[1] * b[0]
  const dot = a[0] * b[0] + a[1] * b[1]
  return (Math.abs(Math.atan2(cross, dot)) * 180) / Math.PI
}

/** A point in the frame of a thing: x to its right side (local +x), y to its back (local +y). */
export function toFrame(thing: Thing, [px, py]: Point2): Point2 {
  const cos = Math.cos(thing.yaw)
  const sin = Math.sin(thing.yaw)
  const dx = px - thing.x
  const dy = py - thing.y
  return [cos * dx + sin * dy, -sin * dx + cos * dy]
}

export function gapBetween(a: Thing, b: Thing): number {
  return convexDistance(a.footprint, b.footprint)
}

export function gapToSegment(thing: Thing, a: Point2, b: Point2): number {
  return convexDistance(thing.footprint, [a, b])
}

/** A window, door or side of a room as a thing with a front that looks into the room. */
export function gateAsThing(gate: Gate, room: Room): Thing {
  const { center, along, opening, thickness, sill } = gate
  const inner = room.sides.reduce((best, side) =>
    distancePointToSegment(center, side.a, side.b) < distancePointToSegment(center, best.a, best.b) ? side : best,
  )
  const normal: Point2 = [along[1], -along[0]]
  const sign = normal[0] * inner.out[0] + normal[1] * inner.out[1] > 0 ? -1 : 1
  const front: Point2 = [normal[0] * sign, normal[1] * sign]
  const yaw = Math.atan2(front[0], -front[1])
  return {
    id: opening.id,
    category: opening.kind,
    x: center[0],
    y: center[1],
    yaw,
    width: opening.width,
    depth: thickness,
    low: sill,
    high: sill + opening.height,
    footprint: boxFootprint(center[0], center[1], yaw, opening.width, thickness),
    front,
    room,
  }
}

export function roomSpan(room: Room): { readonly width: number; readonly depth: number; readonly middle: Point2 } {
  const { minX, minY, maxX, maxY } = polygonBounds([...room.json.polygon])
  return { width: maxX - minX, depth: maxY - minY, middle: [(minX + maxX) / 2, (minY + maxY) / 2] }
}

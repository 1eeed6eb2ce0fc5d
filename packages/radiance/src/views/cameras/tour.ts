import { roomsThrough } from '@enfilade/building'
import { isPointInRegion } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneRoom } from '@enfilade/scene'
import type { Camera } from '../camera.ts'
import { frameId, INTERIOR_LENS, type Lens, lookAlong } from './aim-camera.ts'
import { clearanceAt, type FreeFloor, freeFloor, nearestFree, roomiestPoint } from './free-floor.ts'
import { EYE_HEIGHT } from './trajectories.ts'
import { mix, wayLength, waysFrom, wayTo } from './walk-path.ts'

export type TourOptions = {
  /** Absent: the first level that has rooms. */
  readonly level?: Id
  /** The room to begin in. Absent: the one with a door to the outside, else the largest. */
  readonly from?: Id
  readonly lens?: Lens
  /** Above the floor, metres. */
  readonly eyeHeight?: number
  /** Metres between cameras. */
  readonly spacing?: number
  /** Looks all around in each room. Absent: yes. */
  readonly looksAround?: boolean
}

export type Tour = {
  readonly cameras: readonly Camera[]
  /** Seconds at each camera, at a stroll. */
  readonly times: ReadonlyMap<string, number>
  /** Doors on the way: a scene in which they are open (`withOpenDoors`) has no leaf before the camera. */
  readonly doors: readonly Id[]
  /** Rooms in the order they are seen, and those that cannot be reached on foot. */
  readonly rooms: readonly Id[]
  readonly missed: readonly Id[]
}

/** Half of a narrow person, then of a camera held out: the widest that leads anywhere is taken, metres. */
const WIDTHS = [0.28, 0.2, 0.12] as const
/** A stroll, m/s, and how fast one looks around, radians a second. */
const SPEED = 0.9
const TURN_SPEED = Math.PI / 5
/** Between cameras at most, radians. */
const TURN_STEP = Math.PI / 12
/** One looks towards where one will be in so many metres. */
const AHEAD = 0.9
/** A little down: rooms are seen better so. */
const PITCH = -0.07

type Stop = { readonly point: Point2; readonly yaw: number }

/** A walk through all rooms of a level, through their doors, at eye height. */
export function tour(scene: Scene, options: TourOptions = {}): Tour {
  const level = options.level ?? scene.levels.find(({ id }) => scene.rooms.some((room) => room.level === id))?.id
  const rooms = scene.rooms.filter((room) => room.level === level)
  const start = startRoom(scene, rooms, options.from)
  if (level === undefined || !start) return { cameras: [], times: new Map(), doors: [], rooms: [], missed: [] }
  const inner = scene.openings.filter((door) => door.level === level && door.type === 'door' && isInner(scene, door.id))
  const floor = freeFloor(scene, level, { opened: new Set(inner.map(({ id }) => id)) })
  const walk = walkRooms(floor, rooms, start)
  const stops = addLooks(walk.legs, options.spacing ?? 0.25, options.looksAround ?? true)
  const { cameras, times } = film(stops, {
    height: (scene.levels.find(({ id }) => id === level)?.elevation ?? 0) + (options.eyeHeight ?? EYE_HEIGHT),
    lens: options.lens ?? INTERIOR_LENS,
  })
  const doors = inner.filter(({ center, width }) =>
    stops.some(({ point }) => Math.hypot(point[0] - center[0], point[1] - center[1]) < width / 2 + 0.3),
  )
  const missed = rooms.map(({ id }) => id).filter((id) => !walk.rooms.includes(id))
  return { cameras, times, doors: doors.map(({ id }) => id), rooms: walk.rooms, missed }
}

/** The scene with doors wide open. */
export function withOpenDoors(scene: Scene, doors: readonly Id[]): Scene {
  const openings = scene.openings.map((opening) => (doors.includes(opening.id) ? { ...opening, open: 1 } : opening))
  return {
    ...scene,
    openings,
    byId: new Map([...scene.byId, ...openings.map((opening) => [opening.id, opening] as const)]),
  }
}

function isInner(scene: Scene, id: Id): boolean {
  const opening = scene.openings.find((candidate) => candidate.id === id)!
  const { left, right } = roomsThrough(scene, opening)
  return left !== undefined && right !== undefined
}

function startRoom(scene: Scene, rooms: readonly SceneRoom[], from?: Id): SceneRoom | undefined {
  const asked = rooms.find(({ id }) => id === from)
  if (asked) return asked
  const entrance = rooms.find(({ openings }) =>
    openings.some((id) => {
      const opening = scene.openings.find((candidate) => candidate.id === id)
      return opening?.type === 'door' && !isInner(scene, id)
    }),
  )
  return (
    entrance ??
    rooms.reduce<SceneRoom | undefined>((best, room) => (best && best.area >= room.area ? best : room), undefined)
  )
}

/** Goes to the nearest room not seen yet until none can be reached; one leg of points a room. */
function walkRooms(floor: FreeFloor, rooms: readonly SceneRoom[], start: SceneRoom) {
  const width = WIDTHS.find((least) => countReached(floor, rooms, start, least) === rooms.length) ?? WIDTHS.at(-1)!
  const seen = [start.id]
  let here = anchorOf(floor, start, width)
  const legs: Point2[][] = here ? [[here]] : []
  while (here) {
    const ways = waysFrom(floor, here, width)
    let next: { room: SceneRoom; anchor: Point2; length: number } | undefined
    for (const room of rooms) {
      const anchor = seen.includes(room.id) ? undefined : anchorOf(floor, room, width)
      const length = anchor ? wayLength(floor, ways, anchor) : Infinity
      if (anchor && length < (next?.length ?? Infinity)) next = { room, anchor, length }
    }
    const leg = next && wayTo(floor, ways, next.anchor, width)
    if (!next || !leg) break
    legs.push(leg)
    seen.push(next.room.id)
    here = leg.at(-1)!
  }
  return { legs, rooms: here ? seen : [] }
}

function countReached(floor: FreeFloor, rooms: readonly SceneRoom[], start: SceneRoom, least: number): number {
  const from = anchorOf(floor, start, least)
  if (!from) return 0
  const ways = waysFrom(floor, from, least)
  return rooms.filter((room) => {
    const anchor = anchorOf(floor, room, least)
    return anchor && wayLength(floor, ways, anchor) < Infinity
  }).length
}

/** Where one stands in a room to look around. */
function anchorOf(floor: FreeFloor, room: SceneRoom, least: number): Point2 | undefined {
  const point = roomiestPoint(floor, (candidate) => isPointInRegion(candidate, room.polygon, room.holes))
  return point && clearanceAt(floor, point) >= least ? point : point && nearestFree(floor, point, least)
}

/** Evenly spaced stops that look ahead, with a look around at the end of each leg. */
function addLooks(legs: readonly (readonly Point2[])[], spacing: number, looksAround: boolean): Stop[] {
  const stops: Stop[] = []
  for (const [index, leg] of legs.entries()) {
    for (const stop of alongLeg(leg, spacing)) turnTo(stops, stop)
    const arrival = stops.at(-1) ?? { point: leg[0]!, yaw: firstYaw(legs) }
    if (stops.length === 0) stops.push(arrival)
    if (!looksAround) continue
    // Once around, and on to where the next leg leaves.
    const next = legs[index + 1]
    const end = next ? yawOf(next[0]!, pointAt(next, AHEAD)) : arrival.yaw
    const total = 2 * Math.PI + wrap(end - arrival.yaw)
    const count = Math.ceil(total / TURN_STEP)
    for (let k = 1; k <= count; k++) stops.push({ point: arrival.point, yaw: arrival.yaw + (total * k) / count })
  }
  return stops
}

function firstYaw(legs: readonly (readonly Point2[])[]): number {
  const second = legs[1]
  return second ? yawOf(second[0]!, pointAt(second, AHEAD)) : 0
}

/** Adds a stop, and turns in place before it where it looks elsewhere than the last. */
function turnTo(stops: Stop[], stop: Stop): void {
  const last = stops.at(-1)
  if (!last) {
    stops.push(stop)
    return
  }
  const turn = wrap(stop.yaw - last.yaw)
  const count = Math.max(1, Math.ceil(Math.abs(turn) / TURN_STEP))
  for (let k = 1; k < count; k++)
    stops.push({ point: mix(last.point, stop.point, k / count), yaw: last.yaw + (turn * k) / count })
  stops.push({ point: stop.point, yaw: last.yaw + turn })
}

function alongLeg(leg: readonly Point2[], spacing: number): Stop[] {
  const length = lengthOf(leg)
  if (length < 1e-6) return []
  const count = Math.max(1, Math.round(length / spacing))
  return Array.from({ length: count }, (_, k) => {
    const at = (length * (k + 1)) / count
    const point = pointAt(leg, at)
    const ahead = pointAt(leg, Math.min(length, at + AHEAD))
    const yaw = length - at > 0.05 ? yawOf(point, ahead) : yawOf(pointAt(leg, Math.max(0, length - AHEAD)), leg.at(-1)!)
    return { point, yaw }
  })
}

function film(stops: readonly Stop[], { height, lens }: { height: number; lens: Lens }) {
  const cameras: Camera[] = []
  const times = new Map<string, number>()
  let time = 0
  for (const [k, { point, yaw }] of stops.entries()) {
    const last = stops[k - 1]
    if (last) {
      const way = Math.hypot(point[0] - last.point[0], point[1] - last.point[1])
      time += Math.max(way / SPEED, Math.abs(yaw - last.yaw) / TURN_SPEED)
    }
    const id = frameId(k)
    cameras.push(lookAlong(id, [point[0], point[1], height], yaw, PITCH, lens))
    times.set(id, time)
  }
  return { cameras, times }
}

function lengthOf(path: readonly Point2[]): number {
  return path.reduce((sum, p, i) => (i === 0 ? 0 : sum + Math.hypot(p[0] - path[i - 1]![0], p[1] - path[i - 1]![1])), 0)
}

/** The point so many metres along a path; its end beyond. */
function pointAt(path: readonly Point2[], metres: number): Point2 {
  let left = metres
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i]!, path[i + 1]!]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (left <= length && length > 0) return mix(a, b, left / length)
    left -= length
  }
  return path.at(-1)!
}

const yawOf = (a: Point2, b: Point2) => Math.atan2(b[1] - a[1], b[0] - a[0])
/** An angle in −π … π. */
const wrap = (angle: number) => Math.atan2(Math.sin(angle), Math.cos(angle))

import { createRandom, interiorPoint } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneRoom } from '@enfilade/scene'
import type { Camera } from '../camera.ts'
import { frameId, INTERIOR_LENS, type Lens, lookAlong, lookAt } from './aim-camera.ts'
import { clearanceAt, type FreeFloor, freeFloor, roomiestPoint } from './free-floor.ts'
import { isStraightFree } from './walk-path.ts'

/** Paths of cameras within one room. `tour` and `panorama` have functions of their own. */
export type TrajectoryKind = 'line' | 'orbit' | 'inward' | 'outward' | 'random-walk'

export type TrajectoryOptions = {
  /** Absent: the largest room of the level. */
  readonly room?: Id
  /** Absent: the first that has rooms. */
  readonly level?: Id
  readonly count?: number
  readonly seed?: number
  readonly lens?: Lens
  /** Above the floor, metres. */
  readonly eyeHeight?: number
}

/** Eye height of somebody who stands, a little bent over a camera, metres. */
export const EYE_HEIGHT = 1.5
/** A camera keeps this far from walls and furniture where it can, metres. */
const CLEARANCE = 0.3
/** What cameras that look inwards look at, above the floor, metres: the middle of the furniture. */
const FOCUS_HEIGHT = 0.9
/** Radius of an outward orbit, metres. */
const OUTWARD_RADIUS = 0.35
const STEP = 0.25

type Place = {
  readonly floor: FreeFloor
  readonly center: Point2
  readonly base: number
  readonly clearance: number
  readonly count: number
  readonly seed: number
  readonly lens: Lens
  readonly eye: number
}

/**
 * Cameras along a path in a room, at places where somebody could stand.
 *
 * line: along the longest free straight, looking ahead · orbit: around the room's middle, looking across it ·
 * inward: along the walls, looking at the middle · outward: a small circle, looking out · random-walk: step by step.
 *
 * @returns none where there is no room.
 */
export function trajectory(scene: Scene, kind: TrajectoryKind, options: TrajectoryOptions = {}): Camera[] {
  const room = chooseRoom(scene, options)
  return room ? paths[kind](placeIn(scene, room, options)) : []
}

/** Cameras at random free places and heights that look anywhere, more or less level: what a visitor might do. */
export function freePoses(scene: Scene, options: TrajectoryOptions = {}): Camera[] {
  const room = chooseRoom(scene, options)
  if (!room) return []
  const place = placeIn(scene, room, options)
  const random = createRandom(place.seed)
  return Array.from({ length: place.count }, (_, k) => {
    const [x, y] = randomPoint(place, random)
    const height = place.base + random.between(0.6, 1.8)
    return lookAlong(frameId(k), [x, y, height], random() * 2 * Math.PI, random.between(-0.5, 0.25), place.lens)
  })
}

export function chooseRoom(scene: Scene, asked: Pick<TrajectoryOptions, 'room' | 'level'>): SceneRoom | undefined {
  if (asked.room !== undefined) return scene.rooms.find(({ id }) => id === asked.room)
  const level = asked.level ?? scene.levels.find(({ id }) => scene.rooms.some((room) => room.level === id))?.id
  const rooms = scene.rooms.filter((room) => room.level === level)
  return rooms.reduce<SceneRoom | undefined>((best, room) => (best && best.area >= room.area ? best : room), undefined)
}

function placeIn(scene: Scene, room: SceneRoom, options: TrajectoryOptions): Place {
  const floor = freeFloor(scene, room.level, { room: room.id })
  const roomiest = roomiestPoint(floor)
  const most = roomiest ? clearanceAt(floor, roomiest) : 0
  return {
    floor,
    center: roomiest ?? interiorPoint(room.polygon, room.holes),
    base: scene.levels.find(({ id }) => id === room.level)?.elevation ?? 0,
    clearance: Math.min(CLEARANCE, most * 0.6),
    count: Math.max(1, options.count ?? 16),
    seed: options.seed ?? 1,
    lens: options.lens ?? INTERIOR_LENS,
    eye: options.eyeHeight ?? EYE_HEIGHT,
  }
}

const paths: { readonly [kind in TrajectoryKind]: (place: Place) => Camera[] } = {
  line(place) {
    const [a, b] = longestStraight(place)
    const yaw = Math.atan2(b[1] - a[1], b[0] - a[0])
    return Array.from({ length: place.count }, (_, k) => {
      const t = place.count === 1 ? 0 : k / (place.count - 1)
      return lookAlong(
        frameId(k),
        at(place, [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]),
        yaw,
        -0.09,
        place.lens,
      )
    })
  },
  orbit(place) {
    const reach = Math.min(...around(place, 48).map((angle) => freeReach(place, angle)))
    return around(place, place.count).map((angle, k) => {
      // As round as the room allows: a little of what is free beyond the smallest circle.
      const radius = Math.max(0.05, reach + (freeReach(place, angle) - reach) * 0.5)
      return lookAt(frameId(k), at(place, beside(place.center, angle, radius)), focus(place), place.lens)
    })
  },
  inward: (place) =>
    around(place, place.count).map((angle, k) => {
      const radius = Math.max(0.05, freeReach(place, angle))
      return lookAt(frameId(k), at(place, beside(place.center, angle, radius)), focus(place), place.lens)
    }),
  outward: (place) =>
    around(place, place.count).map((angle, k) => {
      const radius = Math.min(OUTWARD_RADIUS, freeReach(place, angle))
      return lookAlong(frameId(k), at(place, beside(place.center, angle, radius)), angle, -0.12, place.lens)
    }),
  'random-walk'(place) {
    const random = createRandom(place.seed)
    let point = randomPoint(place, random)
    let yaw = random() * 2 * Math.PI
    return Array.from({ length: place.count }, (_, k) => {
      if (k > 0) {
        const wish = yaw + random.normal() * 0.35
        const turned = freeTurn(place, point, wish)
        yaw = turned ?? yaw + Math.PI / 6
        if (turned !== undefined) point = beside(point, turned, STEP)
      }
      return lookAlong(frameId(k), at(place, point), yaw, -0.08, place.lens)
    })
  },
}

const at = ({ base, eye }: Place, [x, y]: Point2) => [x, y, base + eye] as const
const focus = ({ base, center }: Place) => [center[0], center[1], base + FOCUS_HEIGHT] as const

function around({ seed }: Place, count: number): number[] {
  const start = createRandom(`turn ${seed}`)() * 2 * Math.PI
  return Array.from({ length: count }, (_, k) => start + (2 * Math.PI * k) / count)
}

function beside([x, y]: Point2, angle: number, distance: number): Point2 {
  return [x + Math.cos(angle) * distance, y + Math.sin(angle) * distance]
}

/** How far from the middle one can stand in a direction: the farthest free place, furniture on the way or not. */
function freeReach({ floor, center, clearance }: Place, angle: number): number {
  let farthest = 0
  for (let distance = 0; distance < 30; distance += 0.05) {
    if (clearanceAt(floor, beside(center, angle, distance)) >= clearance) farthest = distance
  }
  return farthest
}

/** A direction near the wished one in which a step is free. Undefined: all are blocked. */
function freeTurn({ floor, clearance }: Place, point: Point2, wish: number): number | undefined {
  for (let k = 0; k < 24; k++) {
    const turn = wish + (k % 2 ? 1 : -1) * Math.ceil(k / 2) * (Math.PI / 12)
    if (isStraightFree(floor, point, beside(point, turn, STEP), clearance * 0.9)) return turn
  }
  return undefined
}

function randomPoint({ floor, center, clearance }: Place, random: () => number): Point2 {
  const { minX, minY, columns, rows, cell } = floor.raster
  for (let attempt = 0; attempt < 400; attempt++) {
    const point: Point2 = [minX + random() * columns * cell, minY + random() * rows * cell]
    if (clearanceAt(floor, point) >= clearance) return point
  }
  return center
}

/** The longest free straight through the middle or through free points around it. */
function longestStraight(place: Place): readonly [Point2, Point2] {
  const random = createRandom(`line ${place.seed}`)
  let best: readonly [Point2, Point2] = [place.center, place.center]
  let longest = -1
  for (let k = 0; k < 24; k++) {
    const through = k === 0 ? place.center : randomPoint(place, random)
    for (let angle = 0; angle < Math.PI; angle += Math.PI / 24) {
      const a = beside(through, angle, straightReach(place, through, angle))
      const b = beside(through, angle + Math.PI, straightReach(place, through, angle + Math.PI))
      const length = Math.hypot(a[0] - b[0], a[1] - b[1])
      if (length > longest + 1e-9) {
        longest = length
        best = [a, b]
      }
    }
  }
  return best
}

function straightReach({ floor, clearance }: Place, from: Point2, angle: number): number {
  let reach = 0
  while (reach < 30 && clearanceAt(floor, beside(from, angle, reach + 0.05)) >= clearance) reach += 0.05
  return reach
}

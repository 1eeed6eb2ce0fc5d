import { isPointInPolygon } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneOpening, SceneRoom } from '@enfilade/scene'
import type { Handle } from './handles.ts'
import { projectOnWall } from './opening-place.ts'
import { distance, dot, leftOf, subtract } from './plane.ts'
import type { Hit } from './pointer.ts'
import { toItemFrame } from './support.ts'

export type PickOptions = {
  readonly metresPerPixel: number
  readonly touch: boolean
  /** Things in hand do not catch the pointer that holds them. */
  readonly without?: ReadonlySet<Id>
}

const handlePx = { mouse: 9, touch: 18 }
const slackPx = { mouse: 3, touch: 9 }

/** What a pointer on the plan means: grips first, then openings, the smallest item, walls, rooms. */
export function pickPlan(
  scene: Scene,
  level: Id,
  point: Point2,
  handles: readonly Handle[],
  options: PickOptions,
): Hit | undefined {
  const kind = options.touch ? 'touch' : 'mouse'
  const handle = pickHandle(handles, point, handlePx[kind] * options.metresPerPixel)
  if (handle) return { kind: 'handle', id: handle.id, handle: handle.handle }
  const slack = slackPx[kind] * options.metresPerPixel
  const opening = scene.openings.find(
    (o) => o.level === level && !options.without?.has(o.id) && isOnOpening(o, point, slack),
  )
  if (opening) return { kind: 'opening', id: opening.id }
  const item = pickItem(scene, level, point, slack, options.without)
  if (item !== undefined) return { kind: 'item', id: item }
  for (const wall of scene.walls) {
    if (wall.level !== level || options.without?.has(wall.id)) continue
    if (projectOnWall(wall, point).gap <= wall.thickness / 2 + slack) return { kind: 'wall', id: wall.id }
  }
  const room = scene.rooms.find((candidate) => candidate.level === level && isInRoom(candidate, point))
  return room && { kind: 'room', id: room.id }
}

function pickHandle(handles: readonly Handle[], point: Point2, reach: number): Handle | undefined {
  let best: Handle | undefined
  let bestDistance = reach
  for (const handle of handles) {
    const d = distance(handle.at, point)
    if (d <= bestDistance) {
      best = handle
      bestDistance = d
    }
  }
  return best
}

function isOnOpening(opening: SceneOpening, point: Point2, slack: number): boolean {
  const offset = subtract(point, opening.center)
  const along = Math.abs(dot(offset, opening.direction))
  const across = Math.abs(dot(offset, leftOf(opening.direction)))
  return along <= opening.width / 2 && across <= opening.wallThickness / 2 + slack
}

/** The smallest item wins: a lamp over a table, a cushion on a bed, a table on a rug. */
function pickItem(scene: Scene, level: Id, point: Point2, slack: number, without?: ReadonlySet<Id>): Id | undefined {
  let best: Id | undefined
  let bestArea = Number.POSITIVE_INFINITY
  for (const item of scene.items) {
    if (item.level !== level || without?.has(item.id)) continue
    const area = item.size[0] * item.size[1]
    if (area >= bestArea) continue
    const local = toItemFrame(item.worldPose, point)
    if (Math.abs(local[0]) > item.size[0] / 2 + slack || Math.abs(local[1]) > item.size[1] / 2 + slack) continue
    best = item.id
    bestArea = area
  }
  return best
}

function isInRoom(room: SceneRoom, point: Point2): boolean {
  return isPointInPolygon(point, room.polygon) && !room.holes.some((hole) => isPointInPolygon(point, hole))
}

import { isPointInPolygon } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneWall } from '@enfilade/scene'
import { add, direction, distance, leftOf, middle, scale } from '../../interaction/plane.ts'

/** A measured line beside something: what is measured, where the line runs, and what a typed length would change. */
export type Dimension = {
  readonly id: string
  /** The wall whose axis length it is; absent: it only tells. */
  readonly wall?: Id
  readonly from: Point2
  readonly to: Point2
  /** Unit vector from the measured thing to the line. */
  readonly side: Point2
  /** Distance of the line from from–to, in pixels. */
  readonly offsetPx: number
  readonly length: number
  readonly tone: 'quiet' | 'chosen'
}

const outsidePx = 30
const chosenPx = 24
const probe = 0.06

/** The outer chain: every wall with nothing on one side is dimensioned on that side. */
export function outerDimensions(scene: Scene, level: Id): Dimension[] {
  const dimensions: Dimension[] = []
  for (const wall of scene.walls) {
    if (wall.level !== level || (wall.bulge ?? 0) !== 0) continue
    const side = openSide(scene, wall)
    if (side) dimensions.push(dimensionOf(wall, side, outsidePx, 'quiet'))
  }
  return dimensions
}

/** Lengths of chosen walls, on the side where there is room. */
export function chosenDimensions(scene: Scene, ids: readonly Id[]): Dimension[] {
  const dimensions: Dimension[] = []
  for (const id of ids) {
    const thing = scene.byId.get(id)
    if (!thing) continue
    if ('outline' in thing && (thing.bulge ?? 0) === 0) {
      dimensions.push(
        dimensionOf(thing, openSide(scene, thing) ?? leftOf(direction(thing.start, thing.end)), chosenPx, 'chosen'),
      )
    } else if ('polygon' in thing) dimensions.push(...roomDimensions(thing.id, thing.polygon))
  }
  return dimensions
}

function dimensionOf(wall: SceneWall, side: Point2, offsetPx: number, tone: Dimension['tone']): Dimension {
  const face = scale(side, wall.thickness / 2)
  return {
    id: `wall:${wall.id}`,
    wall: wall.id,
    from: add(wall.start, face),
    to: add(wall.end, face),
    side,
    offsetPx,
    length: wall.length,
    tone,
  }
}

/** The side of a wall that no room is on; the wall's left if there is none on either. */
function openSide(scene: Scene, wall: SceneWall): Point2 | undefined {
  const left = leftOf(direction(wall.start, wall.end))
  const at = middle(wall.start, wall.end)
  const isFree = (side: Point2) => {
    const point = add(at, scale(side, wall.thickness / 2 + probe))
    return !scene.rooms.some((room) => room.level === wall.level && isPointInPolygon(point, room.polygon))
  }
  const right = scale(left, -1)
  const leftFree = isFree(left)
  const rightFree = isFree(right)
  // Free on both sides: the outer side of a chain still being drawn is not known; keep to one.
  if (leftFree) return rightFree ? right : left
  return rightFree ? right : undefined
}

/** Clear lengths inside a room, along each of its sides. */
function roomDimensions(id: Id, ring: readonly Point2[]): Dimension[] {
  const dimensions: Dimension[] = []
  for (let i = 0; i < ring.length; i++) {
    const from = ring[i]!
    const to = ring[(i + 1) % ring.length]!
    const length = distance(from, to)
    if (length < 0.3) continue
    const side = leftOf(direction(from, to))
    dimensions.push({ id: `room:${id}:${i}`, from, to, side, offsetPx: 14, length, tone: 'chosen' })
  }
  return dimensions
}

/** Text angle in degrees of SVG that runs along a line and is never upside down. */
export function readableAngle(from: Point2, to: Point2): number {
  let angle = (-Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  if (angle > 90.01) angle -= 180
  if (angle <= -89.99) angle += 180
  return angle
}

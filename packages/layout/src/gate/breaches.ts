import { DOOR_APPROACH, swingOutline } from '@enfilade/critic'
import {
  convexPenetration,
  isPointInRegion,
  type Point2,
  polygonIntersectionArea,
  protrusion,
} from '@enfilade/geometry'
import type { Id } from '@enfilade/scene'
import type { Site } from '../site.ts'
import type { Body } from './body.ts'
import type { SolidPiece } from './solid-pieces.ts'

/** Contact that is none yet, metres: what others judge by less a margin for rounding. */
export const CONTACT = 0.004
/** Floor of a leaf's sweep that a thing may touch, m². */
const SWEPT = 0.0005

/** How deep two things run into each other: the least push, sideways or up, that parts their deepest pieces. Metres. */
export const overlapDepth = (a: Body, b: Body): number => {
  if (a.isCloth || b.isCloth) return 0
  if (sharedHeight(a, b) <= CONTACT || Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius) return 0
  if (convexPenetration(a.footprint, b.footprint) <= CONTACT) return 0
  let worst = 0
  for (const piece of a.solids()) {
    for (const other of b.solids()) {
      const height = sharedHeight(piece, other)
      if (height > worst) worst = Math.max(worst, Math.min(height, convexPenetration(piece.hull, other.hull)))
    }
  }
  return worst
}

const sharedHeight = (
  a: { readonly low: number; readonly high: number },
  b: { readonly low: number; readonly high: number },
): number => Math.min(a.high, b.high) - Math.max(a.low, b.low)

/** How far a thing reaches out of the room, metres; Infinity when its middle is not in it. */
export const reachOut = (site: Site, body: Body): number => {
  const outer = site.plan.polygon
  const { holes } = site.plan
  if (!isPointInRegion([body.x, body.y], outer, holes)) return Number.POSITIVE_INFINITY
  if (protrusion(body.footprint, outer, holes) <= CONTACT) return 0
  return Math.max(0, ...body.solids().map(({ hull }) => protrusion(hull, outer, holes)))
}

/** What must stay free around a room's doors, made once for a plan. */
export type DoorSpace = {
  readonly top: number
  readonly at: Point2
  readonly reach: number
  readonly strip: readonly Point2[]
  readonly sweep?: readonly Point2[]
}

export const doorSpaces = (site: Site): DoorSpace[] =>
  site.plan.doors.map((door) => {
    const [dx, dy] = [-door.inward[1], door.inward[0]]
    const corner = (across: number, deep: number): Point2 => [
      door.at[0] + dx * across + door.inward[0] * deep,
      door.at[1] + dy * across + door.inward[1] * deep,
    ]
    const half = door.width / 2
    return {
      top: door.top,
      at: door.at,
      reach: door.width + DOOR_APPROACH,
      strip: [corner(-half, 0), corner(-half, DOOR_APPROACH), corner(half, DOOR_APPROACH), corner(half, 0)],
      sweep: swingOutline(door),
    }
  })

/** Whether a thing stands or hangs before a door or in the sweep of its leaf. */
export const barsDoor = (doors: readonly DoorSpace[], body: Body): boolean =>
  !body.isCloth &&
  doors.some(({ top, at, reach, strip, sweep }) => {
    if (body.low >= top || Math.hypot(body.x - at[0], body.y - at[1]) > reach + body.radius) return false
    if (sweep && polygonIntersectionArea(sweep, body.footprint) > SWEPT) return true
    if (convexPenetration(strip, body.footprint) <= CONTACT) return false
    return body.solids().some(({ hull }: SolidPiece) => convexPenetration(strip, hull) > CONTACT)
  })

/** Whether one thing carries another, directly or by others. */
export const isCarriedBy = (thing: Body, by: Id, byId: ReadonlyMap<Id, Body>): boolean => {
  let { support } = thing
  for (let step = 0; support.on === 'item' && step < 6; step++) {
    if (support.id === by) return true
    const carrier = byId.get(support.id)
    if (!carrier) return false
    support = carrier.support
  }
  return false
}

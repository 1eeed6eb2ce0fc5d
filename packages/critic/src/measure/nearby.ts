import type { Point2 } from '@enfilade/scene'
import { cutByPortals } from './free-space.ts'
import { type ItemShape, planParts } from './item-shape.ts'
import { type OrientedBox, toBoxFrame } from './oriented-box.ts'
import { openingPortal, type RoomPlan } from './room-plan.ts'

/** Calls with the way from a point to the nearest point of each thing and wall, if not much longer than `reach`. */
export type Nearby = (x: number, y: number, reach: number, visit: (dx: number, dy: number) => void) => void

/** What takes floor in a room, to be measured from any point of it. */
export const createNearby = (plan: RoomPlan, solids: readonly ItemShape[]): Nearby => {
  const parts = solids.flatMap(planParts)
  const walls = wallSegments(plan)
  return (x, y, reach, visit) => {
    for (const part of parts) {
      if (Math.hypot(part.x - x, part.y - y) > reach + part.halfWidth + part.halfDepth) continue
      visit(...toBox(part, x, y))
    }
    for (const [a, b] of walls) {
      const dx = b[0] - a[0]
      const dy = b[1] - a[1]
      const length2 = dx * dx + dy * dy
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2))
      visit(a[0] + t * dx - x, a[1] + t * dy - y)
    }
  }
}

const segments = new WeakMap<RoomPlan, readonly (readonly [Point2, Point2])[]>()

/** The room's wall lines without its doors. */
const wallSegments = (plan: RoomPlan): readonly (readonly [Point2, Point2])[] => {
  const known = segments.get(plan)
  if (known) return known
  const portals = plan.doors.map(openingPortal)
  const lines = [plan.polygon, ...plan.holes].flatMap((ring) =>
    ring.flatMap((to, index) => cutByPortals(ring[(index + ring.length - 1) % ring.length]!, to, portals)),
  )
  segments.set(plan, lines)
  return lines
}

/** From a point to the nearest point of a box in plan. */
const toBox = (box: OrientedBox, x: number, y: number): [number, number] => {
  const [u, v] = toBoxFrame(box, x, y)
  const du = Math.max(-box.halfWidth, Math.min(box.halfWidth, u)) - u
  const dv = Math.max(-box.halfDepth, Math.min(box.halfDepth, v)) - v
  return [du * box.cos - dv * box.sin, du * box.sin + dv * box.cos]
}

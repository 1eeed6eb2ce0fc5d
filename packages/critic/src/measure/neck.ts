import type { Point2 } from '@enfilade/scene'
import { CLEARANCE_LIMIT, cutByPortals, type FreeSpace } from './free-space.ts'
import { type ItemShape, planParts } from './item-shape.ts'
import { type OrientedBox, toBoxFrame } from './oriented-box.ts'
import { openingPortal, type RoomPlan } from './room-plan.ts'

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

/**
 * Width of the gap that a cell of the raster lies in, metres: from the nearest thing or wall to the nearest on the other
 * side. The raster knows it to a cell; this knows it to about a millimetre.
 *
 * @param cell The cell that limits a way.
 */
export const neckWidth = (plan: RoomPlan, solids: readonly ItemShape[], space: FreeSpace, cell: number): number => {
  const column = cell % space.columns
  const x = space.minX + (column + 0.5) * space.cell
  const y = space.minY + ((cell - column) / space.columns + 0.5) * space.cell
  const read = space.clearance[cell]! * 2
  const reach = CLEARANCE_LIMIT * 2
  const found: { dx: number; dy: number; away: number }[] = []
  const offer = (dx: number, dy: number): void => {
    const away = Math.hypot(dx, dy)
    if (away > 0 && away < reach) found.push({ dx, dy, away })
  }
  for (const shape of solids) for (const part of planParts(shape)) offer(...toBox(part, x, y))
  for (const [a, b] of wallSegments(plan)) {
    const dx = b[0] - a[0]
    const dy = b[1] - a[1]
    const length2 = dx * dx + dy * dy
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2))
    offer(a[0] + t * dx - x, a[1] + t * dy - y)
  }
  found.sort((p, q) => p.away - q.away)
  const near = found[0]
  if (!near) return read
  const far = found.find((other) => other.dx * near.dx + other.dy * near.dy < 0)
  if (!far) return read
  const width = Math.hypot(near.dx - far.dx, near.dy - far.dy)
  return Math.min(Math.max(width, read), read + space.cell * 2)
}

/** From a point to the nearest point of a box in plan. */
const toBox = (box: OrientedBox, x: number, y: number): [number, number] => {
  const [u, v] = toBoxFrame(box, x, y)
  const du = Math.max(-box.halfWidth, Math.min(box.halfWidth, u)) - u
  const dv = Math.max(-box.halfDepth, Math.min(box.halfDepth, v)) - v
  return [du * box.cos - dv * box.sin, du * box.sin + dv * box.cos]
}

import { isPointInRegion } from '@enfilade/geometry'
import type { Id, Point2, Scene, SceneOpening, SceneRoom } from '@enfilade/scene'
import { createBox, type OrientedBox, placeBox, pointToBox } from './oriented-box.ts'

/** One side of an opening, seen from a room. */
export type RoomOpening = {
  readonly id: Id
  readonly opening: SceneOpening
  /** Middle of the opening on the room's face of the wall. */
  readonly at: Point2
  /** Unit vector into the room. */
  readonly inward: Point2
  /** Yaw of something whose back is at the opening and whose front looks into the room. */
  readonly yaw: number
  readonly width: number
  readonly sill: number
  readonly top: number
  /** The leaf swings into this room. */
  readonly swingsIn: boolean
  /** Where the leaf hangs, when it swings in. */
  readonly hinge?: Point2
  /** Where its edge rests when closed. */
  readonly latch?: Point2
}

/** What a room gives to furnish: outline, ways in, light. */
export type RoomPlan = {
  readonly id: Id
  readonly room: SceneRoom
  readonly polygon: readonly Point2[]
  readonly holes: readonly (readonly Point2[])[]
  readonly area: number
  readonly height: number
  /** Doors and passages, by id. */
  readonly doors: readonly RoomOpening[]
  readonly windows: readonly RoomOpening[]
}

/** Reach past the wall face that still counts as this room's side of an opening. */
const PROBE = 0.05

export const planRoom = (scene: Scene, room: SceneRoom): RoomPlan => {
  const doors: RoomOpening[] = []
  const windows: RoomOpening[] = []
  for (const id of [...room.openings].sort()) {
    const opening = scene.byId.get(id)
    if (!opening || !('kind' in opening) || opening.kind !== 'opening') continue
    for (const side of openingSides(opening, room)) (opening.type === 'window' ? windows : doors).push(side)
  }
  const level = scene.levels.find((entry) => entry.id === room.level)
  return {
    id: room.id,
    room,
    polygon: room.polygon,
    holes: room.holes,
    area: room.area,
    height: level?.height ?? 2.8,
    doors,
    windows,
  }
}

/** The sides of an opening that look into the room; both when the wall stands free inside it. */
const openingSides = (opening: SceneOpening, room: SceneRoom): RoomOpening[] => {
  const [dx, dy] = opening.direction
  const sides: RoomOpening[] = []
  for (const sign of [1, -1]) {
    // The wall's left face lies to the left of a → b.
    const inward: Point2 = [-dy * sign, dx * sign]
    const reach = opening.wallThickness / 2
    const at: Point2 = [opening.center[0] + inward[0] * reach, opening.center[1] + inward[1] * reach]
    const probe: Point2 = [at[0] + inward[0] * PROBE, at[1] + inward[1] * PROBE]
    if (!isPointInRegion(probe, room.polygon, room.holes)) continue
    const swings = opening.type === 'door' && opening.swing.type === 'hinged'
    const swingsIn = swings && (opening.swing.side ?? 'left') === (sign > 0 ? 'left' : 'right')
    const toHinge = (opening.swing.hinge ?? 'a') === 'a' ? -1 : 1
    const end = (direction: number): Point2 => [
      at[0] + (dx * direction * opening.width) / 2,
      at[1] + (dy * direction * opening.width) / 2,
    ]
    sides.push({
      id: opening.id,
      opening,
      at,
      inward,
      yaw: Math.atan2(inward[0], -inward[1]),
      width: opening.width,
      sill: opening.sill,
      top: opening.sill + opening.height,
      swingsIn,
      ...(swingsIn ? { hinge: end(toHinge), latch: end(-toHinge) } : {}),
    })
  }
  return sides
}

/** The floor in front of an opening, as wide as it and `depth` deep. */
export const openingStrip = (opening: RoomOpening, depth: number, top = 2.1, extra = 0): OrientedBox =>
  placeBox(
    { x: opening.at[0], y: opening.at[1], yaw: opening.yaw },
    0,
    -depth / 2,
    0,
    opening.width + extra * 2,
    depth,
    0,
    top,
  )

/** The hole in the wall, with half a metre on either side: where a person in the door stands. */
export const openingPortal = (opening: RoomOpening): OrientedBox =>
  createBox(
    opening.opening.center[0],
    opening.opening.center[1],
    opening.yaw,
    opening.width,
    opening.opening.wallThickness + 0.2,
  )

/** Steps of the swept quarter disc as a polygon. */
const SWING_STEPS = 10

/** Outline of what the leaf sweeps in this room; undefined when it does not swing into it. */
export const swingOutline = (opening: RoomOpening): Point2[] | undefined => {
  const { hinge, latch, inward, width } = opening
  if (!hinge || !latch) return undefined
  const along: Point2 = [(latch[0] - hinge[0]) / width, (latch[1] - hinge[1]) / width]
  const outline: Point2[] = [hinge]
  for (let step = 0; step <= SWING_STEPS; step++) {
    const angle = (step / SWING_STEPS) * (Math.PI / 2)
    const c = Math.cos(angle) * width
    const s = Math.sin(angle) * width
    outline.push([hinge[0] + along[0] * c + inward[0] * s, hinge[1] + along[1] * c + inward[1] * s])
  }
  return outline
}

/**
 * How deep a box stands in the sweep of a leaf: the leaf's width minus the way from the hinge to the nearest point of
 * the box inside the quarter, 0 when the leaf passes.
 */
export const swingPenetration = (opening: RoomOpening, box: OrientedBox): number => {
  const { hinge, latch, inward, width } = opening
  if (!hinge || !latch || pointToBox(box, hinge[0], hinge[1]) >= width) return 0
  const along: Point2 = [(latch[0] - hinge[0]) / width, (latch[1] - hinge[1]) / width]
  let nearest = Number.POSITIVE_INFINITY
  // Rays of the closing leaf; a box between two of them is met at its nearest corner by less than 1 mm.
  for (let step = 0; step <= SWING_RAYS; step++) {
    const angle = (step / SWING_RAYS) * (Math.PI / 2)
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    nearest = Math.min(nearest, rayToBox(box, hinge, [along[0] * c + inward[0] * s, along[1] * c + inward[1] * s]))
    if (nearest <= 0) break
  }
  return Math.max(0, width - nearest)
}

const SWING_RAYS = 45

/** Way along a ray (unit direction) until it enters the box; Infinity when it misses. */
const rayToBox = (box: OrientedBox, from: Point2, direction: Point2): number => {
  const dx = from[0] - box.x
  const dy = from[1] - box.y
  const u = dx * box.cos + dy * box.sin
  const v = dy * box.cos - dx * box.sin
  const du = direction[0] * box.cos + direction[1] * box.sin
  const dv = direction[1] * box.cos - direction[0] * box.sin
  let low = 0
  let high = Number.POSITIVE_INFINITY
  for (const [start, step, half] of [
    [u, du, box.halfWidth],
    [v, dv, box.halfDepth],
  ] as const) {
    if (Math.abs(step) < 1e-9) {
      if (Math.abs(start) >= half) return Number.POSITIVE_INFINITY
      continue
    }
    const first = (-half - start) / step
    const second = (half - start) / step
    low = Math.max(low, Math.min(first, second))
    high = Math.min(high, Math.max(first, second))
    if (low >= high) return Number.POSITIVE_INFINITY
  }
  return low
}

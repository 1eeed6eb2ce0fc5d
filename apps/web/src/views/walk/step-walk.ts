import type { Solid, WalkWorld } from './walk-world.ts'

/** Half a person's width, metres. */
export const bodyRadius = 0.25
/** Eyes of somebody 1.7 m tall, metres. */
export const eyeHeight = 1.6
/** Longer steps could jump over a thin wall. */
const longestStep = bodyRadius / 2
/** Corners need a few rounds of pushing; more change nothing that could be seen. */
const rounds = 4

/** Somebody who walks. Changed in place: a step allocates nothing. */
export type Walker = {
  x: number
  y: number
  /** Direction of sight in the plan, counter-clockwise from +x, radians. */
  yaw: number
  /** Up is positive. */
  pitch: number
}

/** Moves a walker by a plan vector; walls and furniture stop it, and it slides along them. */
export function stepWalk(walker: Walker, dx: number, dy: number, world: WalkWorld, radius = bodyRadius): void {
  const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / longestStep))
  for (let step = 0; step < count; step++) {
    walker.x += dx / count
    walker.y += dy / count
    pushOut(walker, world, radius)
  }
}

/** Pushes a walker out of whatever it stands in. */
export function pushOut(walker: Walker, world: WalkWorld, radius = bodyRadius): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (let i = 0; i < world.solids.length; i++) if (pushOutOf(walker, world.solids[i]!, radius)) moved = true
    if (!moved) return
  }
}

function pushOutOf(walker: Walker, solid: Solid, radius: number): boolean {
  const { x, y } = walker
  if (x < solid.minX - radius || x > solid.maxX + radius || y < solid.minY - radius || y > solid.maxY + radius)
    return false
  const { ring } = solid
  let nearX = 0
  let nearY = 0
  let nearest = Number.POSITIVE_INFINITY
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ax = ring[j]!
    const ay = ring[j + 1]!
    const bx = ring[i]!
    const by = ring[i + 1]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    const ex = bx - ax
    const ey = by - ay
    const length = ex * ex + ey * ey
    const t = length > 0 ? Math.min(Math.max(((x - ax) * ex + (y - ay) * ey) / length, 0), 1) : 0
    const px = ax + ex * t
    const py = ay + ey * t
    const distance = (x - px) * (x - px) + (y - py) * (y - py)
    if (distance < nearest) {
      nearest = distance
      nearX = px
      nearY = py
    }
  }
  const distance = Math.sqrt(nearest)
  if (!inside && distance >= radius - 1e-9) return false
  let nx = x - nearX
  let ny = y - nearY
  if (distance < 1e-9) {
    nx = 1
    ny = 0
  } else {
    nx /= distance
    ny /= distance
  }
  // From inside, the way out is through the nearest edge.
  const push = inside ? -(distance + radius) : radius - distance
  walker.x += nx * push
  walker.y += ny * push
  return true
}

import { openingStrip } from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import type { Site } from '../site.ts'
import type { Place } from './places.ts'

/**
 * What a model is told of one place, in the place's own frame (u to the right along the wall, v into the room).
 *
 * | columns | meaning |
 * |---|---|
 * | 0–2 | wall, corner, floor: 0 or 1 |
 * | 3–6 | x and y from the room's middle over 5 m, cosine and sine of the yaw |
 * | 7–9 | wall left to the right and left of the place, and its length, over 4 m, at most 1.5 |
 * | 10–21 | free sight in twelve directions, counter-clockwise from u, over 5 m, at most 1.2 |
 * | 22–25 | gap along the wall to the next door on the right and left, to the next window on the right and left; over 2 m, at most 1, 0 in the opening |
 * | 26–28 | in a door's stretch, in a window's stretch, in a door's approach or swing |
 * | 29–31 | nearest door: u, v, distance, over 5 m |
 * | 32–34 | nearest window: u, v, distance, over 5 m (u = v = 0, distance 2 without one) |
 */
export const PLACE_WIDTH = 35

const RAYS = 12
const SIGHT = 5

/** Rows of `PLACE_WIDTH`, one for each place. */
export const describePlaces = (site: Site, places: readonly Place[]): Float32Array => {
  const table = new Float32Array(places.length * PLACE_WIDTH)
  const segments = [site.plan.polygon, ...site.plan.holes].flatMap(segmentsOf)
  for (const [index, place] of places.entries()) {
    const row = table.subarray(index * PLACE_WIDTH, (index + 1) * PLACE_WIDTH)
    row[place.kind === 'wall' ? 0 : place.kind === 'corner' ? 1 : 2] = 1
    row[3] = (place.x - site.center[0]) / SIGHT
    row[4] = (place.y - site.center[1]) / SIGHT
    row[5] = Math.cos(place.yaw)
    row[6] = Math.sin(place.yaw)
    describeWall(place, row)
    describeSight(place, segments, row)
    describeOpenings(site, place, row)
  }
  return table
}

type Segment = readonly [number, number, number, number]

const segmentsOf = (ring: readonly Point2[]): Segment[] =>
  ring.map(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return [x, y, nextX - x, nextY - y]
  })

const describeWall = ({ edge, s }: Place, row: Float32Array): void => {
  if (!edge) return
  // u runs against the edge's direction: a thing with its back to the wall has its right hand at the edge's start.
  row[7] = Math.min(1.5, s / 4)
  row[8] = Math.min(1.5, (edge.length - s) / 4)
  row[9] = Math.min(1.5, edge.length / 4)
  for (const column of [22, 23, 24, 25]) row[column] = 1
  for (const { from, to, opening } of edge.openings) {
    const isDoor = opening.sill < 0.3
    const column = isDoor ? 22 : 24
    if (s >= from && s <= to) row[isDoor ? 26 : 27] = 1
    if (from <= s) row[column] = Math.min(row[column]!, Math.max(0, s - to) / 2)
    if (to >= s) row[column + 1] = Math.min(row[column + 1]!, Math.max(0, from - s) / 2)
  }
}

const describeSight = (place: Place, segments: readonly Segment[], row: Float32Array): void => {
  const [ux, uy] = [Math.cos(place.yaw), Math.sin(place.yaw)]
  // Off the wall, so that its own wall is not in the way.
  const off = place.kind === 'floor' ? 0 : 0.1
  const x = place.x + uy * off
  const y = place.y - ux * off
  for (let ray = 0; ray < RAYS; ray++) {
    // The front is −y of the thing, so v = (uy, −ux); counter-clockwise from above is from u towards −v.
    const angle = place.yaw + (ray * 2 * Math.PI) / RAYS
    row[10 + ray] = Math.min(1.2, castRay(segments, x, y, Math.cos(angle), Math.sin(angle)) / SIGHT)
  }
}

const castRay = (segments: readonly Segment[], x: number, y: number, dx: number, dy: number): number => {
  let best = 99
  for (const [ax, ay, ex, ey] of segments) {
    const cross = dx * ey - dy * ex
    if (Math.abs(cross) < 1e-9) continue
    const along = ((ax - x) * ey - (ay - y) * ex) / cross
    const share = ((ax - x) * dy - (ay - y) * dx) / cross
    if (along > 1e-6 && along < best && share >= 0 && share <= 1) best = along
  }
  return best
}

const describeOpenings = (site: Site, place: Place, row: Float32Array): void => {
  const { doors, windows } = site.plan
  for (const door of doors) {
    const strip = openingStrip(door, 0.9)
    const dx = place.x - strip.x
    const dy = place.y - strip.y
    const u = Math.abs(dx * strip.cos + dy * strip.sin)
    const v = Math.abs(dy * strip.cos - dx * strip.sin)
    if (u < strip.halfWidth + 0.1 && v < strip.halfDepth + 0.1) row[28] = 1
  }
  describeNearest(place, doors, row.subarray(29, 32))
  describeNearest(place, windows, row.subarray(32, 35))
}

const describeNearest = (place: Place, openings: readonly { readonly at: Point2 }[], into: Float32Array): void => {
  into[2] = 2
  const [ux, uy] = [Math.cos(place.yaw), Math.sin(place.yaw)]
  for (const { at } of openings) {
    const dx = at[0] - place.x
    const dy = at[1] - place.y
    const away = Math.hypot(dx, dy) / SIGHT
    if (away >= into[2]!) continue
    into[0] = (dx * ux + dy * uy) / SIGHT
    into[1] = (dx * uy - dy * ux) / SIGHT
    into[2] = away
  }
}

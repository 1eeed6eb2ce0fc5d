import { MIN_WALL_LENGTH } from '../limits.ts'
import { clampAlong } from '../read-opening.ts'
import type { CornerRecord, Id, ItemRecord, OpeningRecord, Point2, WallRecord } from '../records.ts'
import { type Axis, axisFrame, axisLength } from '../wall-axis.ts'
import { type Draft, toRaw } from './draft.ts'
import { refuse } from './refusal.ts'

/** Lengths that differ by less are equal, metres. */
const SAME_LENGTH = 1e-9

export function axisOf(draft: Draft, wall: Pick<WallRecord, 'id' | 'a' | 'b' | 'bulge'>): Axis {
  const [a, b] = [draft.find('corner', wall.a), draft.find('corner', wall.b)]
  if (!a || !b) refuse('missing', `Wall "${wall.id}" lacks a corner: draw it anew.`)
  return { start: a.at, end: b.at, ...(wall.bulge && { bulge: wall.bulge }) }
}

export function openingsIn(draft: Draft, wall: Id): OpeningRecord[] {
  return draft.all('opening').filter((opening) => opening.wall === wall)
}

export function itemsHungOn(draft: Draft, wall: Id): ItemRecord[] {
  return draft.all('item').filter(({ support }) => support.on === 'wall' && support.id === wall)
}

export function wallsAt(draft: Draft, corner: Id): WallRecord[] {
  return draft.all('wall').filter(({ a, b }) => a === corner || b === corner)
}

export function refuseLocked(
  record: { readonly id: Id; readonly kind: string; readonly locked?: boolean },
  to: string,
): void {
  if (record.locked) refuse('locked', `The ${record.kind} "${record.id}" is locked: unlock it to ${to}.`)
}

/**
 * Moves corners, and keeps what is in and on the walls that become longer or shorter at its distance from the nearer
 * end of its wall.
 */
export function moveCorners(draft: Draft, moves: ReadonlyMap<Id, Point2>): void {
  const touched = draft.all('wall').filter(({ a, b }) => moves.has(a) || moves.has(b))
  const isMoved = (id: Id) => {
    const [from, to] = [draft.need('corner', id).at, moves.get(id)]
    return to !== undefined && (from[0] !== to[0] || from[1] !== to[1])
  }
  const stretched = touched.filter(({ a, b }) => isMoved(a) || isMoved(b))
  for (const wall of stretched) refuseLocked(wall, 'move its corners')
  const lengths = new Map(stretched.map((wall) => [wall.id, axisLength(axisOf(draft, wall))]))
  for (const [id, at] of moves) draft.set(id, { at })
  for (const wall of stretched) {
    const after = axisLength(axisOf(draft, wall))
    if (after < MIN_WALL_LENGTH) {
      refuse('too-short', `Wall "${wall.id}" would have no length: keep its corners apart, or remove it.`)
    }
    fitParts(draft, wall.id, lengths.get(wall.id)!, after, keepFromNearerEnd)
  }
}

/** New place of something `along` a wall whose length changes. */
export type Refit = (along: number, before: number, after: number) => number

export const keepFromNearerEnd: Refit = (along, before, after) => (along > before / 2 ? along + after - before : along)
export const keepFraction: Refit = (along, before, after) => (before > 0 ? (along * after) / before : 0)

/** Brings openings and hung items of a wall to their places after its length changed. */
export function fitParts(draft: Draft, wall: Id, before: number, after: number, refit: Refit): void {
  if (Math.abs(after - before) <= SAME_LENGTH) return
  for (const opening of openingsIn(draft, wall)) {
    const shown = clampAlong(opening.along, opening.width, before)
    const along = clampAlong(refit(shown, before, after), opening.width, after)
    if (Math.abs(along - opening.along) > SAME_LENGTH) draft.set(opening.id, { along })
  }
  for (const item of itemsHungOn(draft, wall)) {
    const shown = Math.min(before, Math.max(0, item.pose.x))
    const x = Math.min(after, Math.max(0, refit(shown, before, after)))
    if (Math.abs(x - item.pose.x) > SAME_LENGTH) draft.set(item.id, { pose: { ...item.pose, x } })
  }
}

/**
 * Splits a wall: it keeps the part at corner a; a new wall with the same properties takes the part at corner b, with
 * the openings and hung items whose centres lie there.
 *
 * @param corner An existing corner to join to; absent: a new one on the axis.
 * @returns The joint and the new wall.
 */
export function splitWall(
  draft: Draft,
  wall: WallRecord,
  along: number,
  corner?: CornerRecord,
): { corner: Id; wall: Id } {
  const axis = axisOf(draft, wall)
  const length = axisLength(axis)
  const joint = corner?.id ?? draft.createId()
  if (!corner) draft.put(joint, { kind: 'corner', level: wall.level, at: axisFrame(axis, along).point })
  const openings = openingsIn(draft, wall.id)
  const hung = itemsHungOn(draft, wall.id)
  const part = (share: number) => (wall.bulge ? Math.tan(Math.atan(wall.bulge) * share) : undefined)
  const second = draft.createId()
  // With the fields that this version does not know.
  const { id: _, ...kept } = draft.now.get(wall.id)!
  draft.put(second, { ...kept, ...toRaw(wall), a: joint, ...withBulge(part(1 - along / length)) })
  draft.set(wall.id, { b: joint, bulge: part(along / length) })
  const first = axisLength(axisOf(draft, draft.need('wall', wall.id)))
  const rest = axisLength(axisOf(draft, draft.need('wall', second)))
  for (const opening of openings) {
    const center = clampAlong(opening.along, opening.width, length)
    const isFirst = center < along || (center === along && first >= rest)
    const place = isFirst ? clampAlong(center, opening.width, first) : clampAlong(center - along, opening.width, rest)
    const host = isFirst ? wall.id : second
    if (place !== opening.along || host !== opening.wall) draft.set(opening.id, { wall: host, along: place })
  }
  for (const item of hung) {
    if (item.pose.x <= along) continue
    draft.set(item.id, { support: { on: 'wall', id: second }, pose: { ...item.pose, x: item.pose.x - along } })
  }
  return { corner: joint, wall: second }
}

function withBulge(bulge: number | undefined) {
  return bulge === undefined ? {} : { bulge }
}

/** Removes corners that no wall uses any more, of those given. */
export function dropBareCorners(draft: Draft, corners: Iterable<Id>): void {
  const used = new Set(draft.all('wall').flatMap(({ a, b }) => [a, b]))
  for (const corner of corners) if (!used.has(corner)) draft.remove(corner)
}

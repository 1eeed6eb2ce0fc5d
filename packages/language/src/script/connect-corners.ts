import type { Id, Point2 } from '@enfilade/scene'
import { createIds } from './ids.ts'
import { SNAP } from './tolerances.ts'

/** Of more corners than this in one place the later ones attract nothing: a hostile file must not cost quadratic time. */
const MAX_PER_CELL = 32

/** One end of a wall line. */
export type WallEnd = {
  readonly level: Id
  readonly at: Point2
  /** The id that a corner gets which this end makes: `wall_0.a`. */
  readonly name: Id
  /** The corner that our own line names, if any. */
  readonly corner?: Id
}

export type Corner = { readonly id: Id; readonly level: Id; at: Point2 }

/**
 * Gives each end of each wall its corner: the named one, else the nearest one within `snap` on its level, else a new one.
 * The two ends of a wall never share one. Corners are tried in the order in which they were made.
 *
 * @param known Corners that are there already; not mutated.
 * @param snap Metres.
 * @returns The corner of each end, in order, and the new corners.
 */
export function connectCorners(
  walls: readonly (readonly [WallEnd, WallEnd])[],
  known: readonly Corner[],
  snap = SNAP,
): { readonly ends: readonly (readonly [Id, Id])[]; readonly made: readonly Corner[] } {
  const grid = createGrid(snap)
  const ids = createIds()
  const made: Corner[] = []
  const add = (corner: Corner): Id => {
    ids.take(corner.id)
    grid.add(corner)
    return corner.id
  }
  for (const corner of known) add(corner)
  for (const end of walls.flat()) {
    if (end.corner === undefined || ids.has(end.corner)) continue
    const corner = { id: end.corner, level: end.level, at: end.at }
    made.push(corner)
    add(corner)
  }
  const connect = (end: WallEnd, other: Id | undefined): Id => {
    if (end.corner !== undefined) return end.corner
    const near = grid.nearest(end.level, end.at, other)
    if (near) return near.id
    const corner = { id: ids.claim(end.name), level: end.level, at: end.at }
    made.push(corner)
    return add(corner)
  }
  const ends = walls.map(([a, b]): readonly [Id, Id] => {
    const first = connect(a, b.corner)
    return [first, connect(b, first)]
  })
  return { ends, made }
}

function createGrid(snap: number) {
  const cells = new Map<string, Corner[]>()
  const cell = (value: number) => Math.floor(value / snap)
  return {
    add(corner: Corner) {
      const key = `${cell(corner.at[0])},${cell(corner.at[1])}`
      const list = cells.get(key)
      if (list && list.length < MAX_PER_CELL) list.push(corner)
      else if (!list) cells.set(key, [corner])
    },
    nearest(level: Id, at: Point2, except: Id | undefined): Corner | undefined {
      let best: Corner | undefined
      let bestDistance = snap
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) {
          for (const corner of cells.get(`${cell(at[0]) + i},${cell(at[1]) + j}`) ?? []) {
            if (corner.level !== level || corner.id === except) continue
            const distance = Math.hypot(corner.at[0] - at[0], corner.at[1] - at[1])
            if (distance > bestDistance || (distance === bestDistance && best)) continue
            best = corner
            bestDistance = distance
          }
        }
      }
      return best
    },
  }
}

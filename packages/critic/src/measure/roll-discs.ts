import { CLEARANCE_LIMIT, type FreeSpace, type Window } from './free-space.ts'
import type { OrientedBox } from './oriented-box.ts'

const BUCKETS = 96

/**
 * How wide a disc rolls to each cell, metres, and from which neighbour it comes: `BEFORE` and `BEHIND` in its
 * row or those of the rows before and behind; `START` at the start, `NONE` where none does.
 */
export type Rolled = { readonly reach: Float32Array; readonly from: Int8Array }

const BEFORE = 0
const BEHIND = 1
const ROW_BEFORE = 2
const ROW_BEHIND = 3
const NONE = -1
const START = -2

/** What a roll begins with. */
export type RollStart = {
  readonly cells: Iterable<number>
  /** Radii above this are not told apart, metres. Default `CLEARANCE_LIMIT`. */
  readonly cap?: number
}

/**
 * For each cell the radius of the largest disc that can be rolled there from a start cell, metres; 0 where none can.
 * Start cells have no neck of their own (the door is measured as a door).
 */
export const rollDiscs = (space: FreeSpace, starts: Iterable<number>): Float32Array =>
  rollFrom(space, { cells: starts }).reach

/** As `rollDiscs`, with the way back to the start. */
export const rollFrom = (space: FreeSpace, { cells, cap = CLEARANCE_LIMIT }: RollStart): Rolled => {
  const length = space.clearance.length
  const rolled = { reach: new Float32Array(length), from: new Int8Array(length).fill(NONE) }
  const spread = createSpread(space, rolled, cap)
  for (const cell of cells) spread.start(cell)
  spread.run()
  return rolled
}

/**
 * The same after some clearances changed: only ways that led over a cell that became narrower are sought again, and
 * cells that became wider are offered anew. The radii are those of `rollFrom`, to the bit.
 *
 * @param window The cells that may have changed.
 * @param was The raster before, of the same plan.
 * @param before What was rolled on it, from the same doors, with the same cap.
 */
export const rerollDiscs = (
  space: FreeSpace,
  { cells, cap = CLEARANCE_LIMIT }: RollStart,
  window: Window,
  was: FreeSpace,
  before: Rolled,
): Rolled => {
  const { clearance, columns } = space
  const [dropped, widened] = changedCells(clearance, was.clearance, window, columns, before, cap)
  if (dropped.length === 0 && widened.length === 0) return before
  const rolled = { reach: before.reach.slice(), from: before.from.slice() }
  const { reach, from } = rolled
  const drop = (cell: number): void => {
    reach[cell] = 0
    from[cell] = NONE
  }
  for (const cell of dropped) drop(cell)
  // Grows while it is walked: what was reached over a dropped cell is dropped too.
  const dropIf = (cell: number, way: number): void => {
    if (from[cell] !== way) return
    drop(cell)
    dropped.push(cell)
  }
  for (let head = 0; head < dropped.length; head++) {
    const cell = dropped[head]!
    const column = cell % columns
    if (column > 0) dropIf(cell - 1, BEHIND)
    if (column < columns - 1) dropIf(cell + 1, BEFORE)
    if (cell >= columns) dropIf(cell - columns, ROW_BEHIND)
    if (cell + columns < reach.length) dropIf(cell + columns, ROW_BEFORE)
  }
  const spread = createSpread(space, rolled, cap)
  for (const cell of cells) if (from[cell] !== START) spread.start(cell)
  for (const list of [dropped, widened]) {
    for (const cell of list) {
      const column = cell % columns
      if (column > 0) spread.offer(cell, BEFORE, reach[cell - 1]!)
      if (column < columns - 1) spread.offer(cell, BEHIND, reach[cell + 1]!)
      if (cell >= columns) spread.offer(cell, ROW_BEFORE, reach[cell - columns]!)
      if (cell + columns < reach.length) spread.offer(cell, ROW_BEHIND, reach[cell + columns]!)
    }
  }
  spread.run()
  return rolled
}

/** Cells that can no longer be what they were, and those that may be more. */
const changedCells = (
  clearance: Float32Array,
  was: Float32Array,
  { fromColumn, toColumn, fromRow, toRow }: Window,
  columns: number,
  { reach, from }: Rolled,
  cap: number,
): [dropped: number[], widened: number[]] => {
  const dropped: number[] = []
  const widened: number[] = []
  for (let row = fromRow; row <= toRow; row++) {
    for (let cell = row * columns + fromColumn; cell <= row * columns + toColumn; cell++) {
      const own = clearance[cell]!
      const old = was[cell]!
      if (own === old) continue
      if (from[cell] === START ? own <= 0 : own < reach[cell]!) dropped.push(cell)
      // A cell that was not its own neck gains nothing by being wider.
      else if (own > old && reach[cell] === old && old < cap) widened.push(cell)
    }
  }
  return [dropped, widened]
}

/** Discs that roll on from what they reached, widest first. */
const createSpread = ({ columns, rows, clearance }: FreeSpace, { reach, from }: Rolled, limit: number) => {
  // As the raster rounds, or else what is capped would not equal what was.
  const cap = Math.fround(limit)
  const buckets: number[][] = Array.from({ length: BUCKETS + 1 }, () => [])
  const bucketOf = (radius: number): number => Math.min(BUCKETS, Math.floor((radius / cap) * BUCKETS))
  const offer = (cell: number, way: number, arriving: number): void => {
    const own = clearance[cell]!
    const radius = own < arriving ? own : arriving
    if (radius <= reach[cell]!) return
    reach[cell] = radius
    from[cell] = way
    buckets[bucketOf(radius)]!.push(cell)
  }
  const start = (cell: number): void => {
    if (clearance[cell]! <= 0 || from[cell] === START) return
    reach[cell] = cap
    from[cell] = START
    buckets[BUCKETS]!.push(cell)
  }
  const run = (): void => {
    for (let bucket = BUCKETS; bucket >= 0; bucket--) {
      const queue = buckets[bucket]!
      // Grows while it is walked: neighbours of equal radius join the same bucket.
      for (let head = 0; head < queue.length; head++) {
        const cell = queue[head]!
        const radius = reach[cell]!
        if (bucketOf(radius) > bucket) continue
        const column = cell % columns
        const row = (cell - column) / columns
        if (column > 0) offer(cell - 1, BEHIND, radius)
        if (column < columns - 1) offer(cell + 1, BEFORE, radius)
        if (row > 0) offer(cell - columns, ROW_BEHIND, radius)
        if (row < rows - 1) offer(cell + columns, ROW_BEFORE, radius)
      }
    }
  }
  return { start, offer, run }
}

/** Calls with each cell whose centre lies in the box, row by row. */
export const eachCellInBox = (space: FreeSpace, box: OrientedBox, visit: (cell: number) => void): void => {
  const { cos, sin, halfWidth, halfDepth } = box
  const reachX = Math.abs(cos) * halfWidth + Math.abs(sin) * halfDepth
  const reachY = Math.abs(sin) * halfWidth + Math.abs(cos) * halfDepth
  const { cell: size, columns, rows } = space
  const fromColumn = Math.max(0, Math.floor((box.x - reachX - space.minX) / size))
  const toColumn = Math.min(columns - 1, Math.ceil((box.x + reachX - space.minX) / size))
  const fromRow = Math.max(0, Math.floor((box.y - reachY - space.minY) / size))
  const toRow = Math.min(rows - 1, Math.ceil((box.y + reachY - space.minY) / size))
  for (let row = fromRow; row <= toRow; row++) {
    const dy = space.minY + (row + 0.5) * size - box.y
    for (let column = fromColumn; column <= toColumn; column++) {
      const dx = space.minX + (column + 0.5) * size - box.x
      if (Math.abs(dx * cos + dy * sin) <= halfWidth && Math.abs(dy * cos - dx * sin) <= halfDepth)
        visit(row * columns + column)
    }
  }
}

/** Largest value of a per-cell field within a box, 0 when no cell lies in it. */
export const largestInBox = (space: FreeSpace, field: Float32Array, box: OrientedBox): number => {
  let largest = 0
  eachCellInBox(space, box, (cell) => {
    if (field[cell]! > largest) largest = field[cell]!
  })
  return largest
}

import type { Point2 } from '@enfilade/scene'
import { type OrientedBox, pointToBox } from './oriented-box.ts'

/** Cell of the raster, metres. A way of width w is read as at least w − CELL. Vast halls get larger cells. */
export const CELL = 0.05

/** Cells that a raster may have; beyond it the cell grows. */
const MAX_CELLS = 70_000

/** Distances above this are not told apart: wider than any demanded way. */
export const CLEARANCE_LIMIT = 0.95

/**
 * A room as a raster of clearances: for each cell centre the distance to the nearest wall or obstacle, metres, capped at
 * `CLEARANCE_LIMIT`, 0 outside the room. Row-major, row 0 at minY.
 */
export type FreeSpace = {
  readonly minX: number
  readonly minY: number
  readonly cell: number
  readonly columns: number
  readonly rows: number
  readonly clearance: Float32Array
}

/** Openings count as free: a person who stands in the door is not in the wall. */
export type Portal = OrientedBox

/**
 * Raster of a bare room.
 *
 * @param portals Boxes through the wall, one per opening that can be walked through.
 */
export const createFreeSpace = (
  polygon: readonly Point2[],
  holes: readonly (readonly Point2[])[],
  portals: readonly Portal[],
): FreeSpace => {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const [x, y] of polygon) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  const cell = Math.max(CELL, Math.sqrt(((maxX - minX) * (maxY - minY)) / MAX_CELLS))
  const columns = Math.max(1, Math.ceil((maxX - minX) / cell))
  const rows = Math.max(1, Math.ceil((maxY - minY) / cell))
  const clearance = new Float32Array(columns * rows)
  const space = { minX, minY, cell, columns, rows, clearance }
  fillInside(space, [polygon, ...holes])
  for (const ring of [polygon, ...holes]) {
    for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
      for (const [a, b] of cutByPortals(ring[last]!, ring[index]!, portals)) stampSegment(space, a, b)
    }
  }
  return space
}

/** Even-odd fill of cell centres: inside cells get the limit. */
const fillInside = (space: FreeSpace, rings: readonly (readonly Point2[])[]): void => {
  const { minX, minY, cell, columns, rows, clearance } = space
  const crossings: number[] = []
  for (let row = 0; row < rows; row++) {
    const y = minY + (row + 0.5) * cell
    crossings.length = 0
    for (const ring of rings) {
      for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
        const [x1, y1] = ring[last]!
        const [x2, y2] = ring[index]!
        if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
      }
    }
    crossings.sort((a, b) => a - b)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair]! - minX) / cell - 0.5))
      const to = Math.min(columns - 1, Math.floor((crossings[pair + 1]! - minX) / cell - 0.5))
      for (let column = from; column <= to; column++) clearance[row * columns + column] = CLEARANCE_LIMIT
    }
  }
}

/** The parts of a wall line that no portal opens. */
export const cutByPortals = (a: Point2, b: Point2, portals: readonly Portal[]): [Point2, Point2][] => {
  let parts: [number, number][] = [[0, 1]]
  for (const portal of portals) {
    const dx = b[0] - a[0]
    const dy = b[1] - a[1]
    const u1 = (a[0] - portal.x) * portal.cos + (a[1] - portal.y) * portal.sin
    const v1 = (a[1] - portal.y) * portal.cos - (a[0] - portal.x) * portal.sin
    const du = dx * portal.cos + dy * portal.sin
    const dv = dy * portal.cos - dx * portal.sin
    let low = 0
    let high = 1
    for (const [start, step, half] of [
      [u1, du, portal.halfWidth],
      [v1, dv, portal.halfDepth],
    ] as const) {
      if (Math.abs(step) < 1e-9) {
        if (Math.abs(start) > half) high = -1
        continue
      }
      const first = (-half - start) / step
      const second = (half - start) / step
      low = Math.max(low, Math.min(first, second))
      high = Math.min(high, Math.max(first, second))
    }
    if (low >= high) continue
    parts = parts.flatMap(([from, to]) =>
      high <= from || low >= to
        ? [[from, to] as [number, number]]
        : ([
            [from, Math.max(from, low)],
            [Math.min(to, high), to],
          ].filter(([s, e]) => e! - s! > 1e-6) as [number, number][]),
    )
  }
  const at = (t: number): Point2 => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
  return parts.map(([from, to]) => [at(from), at(to)])
}

const stampSegment = (space: FreeSpace, a: Point2, b: Point2): void => {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length2 = dx * dx + dy * dy
  eachCellNear(
    space,
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    (x, y) => {
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2))
      return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)
    },
  )
}

/** Takes the room that a box (and what is nearer to it than to anything else) occupies. Mutates the raster. */
export const stampBox = (space: FreeSpace, box: OrientedBox): void => {
  stampBoxWithin(space, box, { fromColumn: 0, toColumn: space.columns - 1, fromRow: 0, toRow: space.rows - 1 })
}

/** Cells from … to, both counted. */
export type Window = {
  readonly fromColumn: number
  readonly toColumn: number
  readonly fromRow: number
  readonly toRow: number
}

/** As `stampBox`, on the cells of a window alone. */
export const stampBoxWithin = (space: FreeSpace, box: OrientedBox, window: Window): void => {
  const reachX = Math.abs(box.cos) * box.halfWidth + Math.abs(box.sin) * box.halfDepth + CLEARANCE_LIMIT
  const reachY = Math.abs(box.sin) * box.halfWidth + Math.abs(box.cos) * box.halfDepth + CLEARANCE_LIMIT
  const { cell, columns, clearance, minX, minY } = space
  const fromColumn = Math.max(window.fromColumn, Math.floor((box.x - reachX - minX) / cell))
  const toColumn = Math.min(window.toColumn, Math.ceil((box.x + reachX - minX) / cell))
  const fromRow = Math.max(window.fromRow, Math.floor((box.y - reachY - minY) / cell))
  const toRow = Math.min(window.toRow, Math.ceil((box.y + reachY - minY) / cell))
  for (let row = fromRow; row <= toRow; row++) {
    const y = minY + (row + 0.5) * cell
    for (let column = fromColumn; column <= toColumn; column++) {
      const index = row * columns + column
      if (clearance[index] === 0) continue
      const away = pointToBox(box, minX + (column + 0.5) * cell, y)
      if (away < clearance[index]!) clearance[index] = away
    }
  }
}

const eachCellNear = (
  space: FreeSpace,
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
  distance: (x: number, y: number) => number,
): void => {
  const { cell, columns, rows, clearance } = space
  const fromColumn = Math.max(0, Math.floor((minX - CLEARANCE_LIMIT - space.minX) / cell))
  const toColumn = Math.min(columns - 1, Math.ceil((maxX + CLEARANCE_LIMIT - space.minX) / cell))
  const fromRow = Math.max(0, Math.floor((minY - CLEARANCE_LIMIT - space.minY) / cell))
  const toRow = Math.min(rows - 1, Math.ceil((maxY + CLEARANCE_LIMIT - space.minY) / cell))
  for (let row = fromRow; row <= toRow; row++) {
    const y = space.minY + (row + 0.5) * cell
    for (let column = fromColumn; column <= toColumn; column++) {
      const index = row * columns + column
      if (clearance[index] === 0) continue
      const away = distance(space.minX + (column + 0.5) * cell, y)
      if (away < clearance[index]!) clearance[index] = away
    }
  }
}

/** The same raster with its own clearances, to stamp on. */
export const copyFreeSpace = (space: FreeSpace): FreeSpace => ({ ...space, clearance: space.clearance.slice() })

import { CLEARANCE_LIMIT, type FreeSpace } from './free-space.ts'
import { type OrientedBox, pointToBox } from './oriented-box.ts'

const BUCKETS = 96

/**
 * For each cell the radius of the largest disc that can be rolled there from a start cell, metres; 0 where none can.
 * Start cells have no neck of their own (the door is measured as a door).
 *
 * @param necks Filled with the cell that limits the way to each cell, where given; as long as the raster.
 */
export const rollDiscs = (space: FreeSpace, starts: Iterable<number>, necks?: Int32Array): Float32Array => {
  const { columns, rows, clearance } = space
  const reach = new Float32Array(clearance.length)
  const buckets: number[][] = Array.from({ length: BUCKETS + 1 }, () => [])
  const bucketOf = (radius: number): number => Math.min(BUCKETS, Math.floor((radius / CLEARANCE_LIMIT) * BUCKETS))
  const offer = (cell: number, from: number, arriving: number): void => {
    const own = clearance[cell]!
    const radius = own < arriving ? own : arriving
    if (radius <= reach[cell]!) return
    reach[cell] = radius
    if (necks) necks[cell] = own < arriving ? cell : necks[from]!
    buckets[bucketOf(radius)]!.push(cell)
  }
  for (const cell of starts) {
    if (clearance[cell]! <= 0 || reach[cell]! > 0) continue
    reach[cell] = CLEARANCE_LIMIT
    if (necks) necks[cell] = cell
    buckets[BUCKETS]!.push(cell)
  }
  for (let bucket = BUCKETS; bucket >= 0; bucket--) {
    const queue = buckets[bucket]!
    // Grows while it is walked: neighbours of equal radius join the same bucket.
    for (let head = 0; head < queue.length; head++) {
      const cell = queue[head]!
      const radius = reach[cell]!
      if (bucketOf(radius) > bucket) continue
      const column = cell % columns
      const row = (cell - column) / columns
      if (column > 0) offer(cell - 1, cell, radius)
      if (column < columns - 1) offer(cell + 1, cell, radius)
      if (row > 0) offer(cell - columns, cell, radius)
      if (row < rows - 1) offer(cell + columns, cell, radius)
    }
  }
  return reach
}

/** Calls with each cell whose centre lies in the box. */
export const eachCellInBox = (space: FreeSpace, box: OrientedBox, visit: (cell: number) => void): void => {
  const reachX = Math.abs(box.cos) * box.halfWidth + Math.abs(box.sin) * box.halfDepth
  const reachY = Math.abs(box.sin) * box.halfWidth + Math.abs(box.cos) * box.halfDepth
  const { cell: size, columns, rows } = space
  const fromColumn = Math.max(0, Math.floor((box.x - reachX - space.minX) / size))
  const toColumn = Math.min(columns - 1, Math.ceil((box.x + reachX - space.minX) / size))
  const fromRow = Math.max(0, Math.floor((box.y - reachY - space.minY) / size))
  const toRow = Math.min(rows - 1, Math.ceil((box.y + reachY - space.minY) / size))
  for (let row = fromRow; row <= toRow; row++) {
    for (let column = fromColumn; column <= toColumn; column++) {
      const x = space.minX + (column + 0.5) * size
      const y = space.minY + (row + 0.5) * size
      if (pointToBox(box, x, y) === 0) visit(row * columns + column)
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

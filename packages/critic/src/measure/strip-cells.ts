import { type Side, sideStrip } from './clear-depth.ts'
import type { FreeSpace } from './free-space.ts'
import type { ItemShape } from './item-shape.ts'
import { eachCellInBox } from './roll-discs.ts'
import { openingStrip, type RoomOpening } from './room-plan.ts'

type Grid = Omit<FreeSpace, 'clearance'>

type Strips = { readonly grid: Grid; readonly cells: Map<string, readonly number[]> }

/** A thing's strips stay where they are while the thing does; only the clearances in them change. */
const known = new WeakMap<ItemShape, Strips>()

/** Cells of the raster in the strip of given depth before a side, row by row. */
export const stripCells = (shape: ItemShape, side: Side, depth: number, space: FreeSpace): readonly number[] => {
  let strips = known.get(shape)
  if (!strips || !isSameGrid(strips.grid, space)) {
    const { minX, minY, cell, columns, rows } = space
    strips = { grid: { minX, minY, cell, columns, rows }, cells: new Map() }
    known.set(shape, strips)
  }
  const key = `${side} ${depth}`
  const found = strips.cells.get(key)
  if (found) return found
  const cells: number[] = []
  eachCellInBox(space, sideStrip(shape.box, side, depth), (cell) => cells.push(cell))
  strips.cells.set(key, cells)
  return cells
}

const openings = new WeakMap<RoomOpening, Strips>()

/** Depth of the floor before an opening where somebody stands who came through the room to it. */
const STEP = 0.5

/** Cells of the raster before an opening. */
export const openingCells = (opening: RoomOpening, space: FreeSpace): readonly number[] => {
  const known = openings.get(opening)
  const found = known && isSameGrid(known.grid, space) ? known.cells.get('before') : undefined
  if (found) return found
  const cells: number[] = []
  eachCellInBox(space, openingStrip(opening, STEP), (cell) => cells.push(cell))
  const { minX, minY, cell, columns, rows } = space
  openings.set(opening, { grid: { minX, minY, cell, columns, rows }, cells: new Map([['before', cells]]) })
  return cells
}

const isSameGrid = (a: Grid, b: Grid): boolean =>
  a.minX === b.minX && a.minY === b.minY && a.cell === b.cell && a.columns === b.columns && a.rows === b.rows

/** Whether some cell of the strips has at least this value. */
export const isReached = (field: Float32Array, strips: readonly (readonly number[])[], least: number): boolean => {
  for (const cells of strips) for (const cell of cells) if (field[cell]! >= least) return true
  return false
}

/** The cell of the largest value of a per-cell field, the first of equals; −1 when every value is 0. */
export const bestCell = (field: Float32Array, lists: readonly (readonly number[])[]): number => {
  let best = -1
  let largest = 0
  for (const cells of lists) {
    for (const cell of cells) {
      if (field[cell]! <= largest) continue
      largest = field[cell]!
      best = cell
    }
  }
  return best
}

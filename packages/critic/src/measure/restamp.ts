import { CLEARANCE_LIMIT, copyFreeSpace, type FreeSpace, stampBoxWithin, type Window } from './free-space.ts'
import { type ItemShape, planParts } from './item-shape.ts'
import { type OrientedBox, pointToBox } from './oriented-box.ts'

/** A raster, and the cells in which it may differ from the one it was made from. */
export type Restamped = { readonly space: FreeSpace; readonly window: Window }

type Stamped = { readonly solids: readonly ItemShape[]; readonly free: () => FreeSpace }

/** More changes than this are stamped from nothing. */
const MOST_CHANGES = 8

/**
 * The raster of a room after some of its things changed: only the cells that a vanished thing may have been nearest to
 * are measured again. Equal, to the bit, to stamping everything on the bare raster.
 */
export const restampSpace = (bare: FreeSpace, before: Stamped, solids: readonly ItemShape[]): Restamped => {
  const old = new Set(before.solids)
  const now = new Set(solids)
  const gone = before.solids.filter((shape) => !now.has(shape))
  const come = solids.filter((shape) => !old.has(shape))
  if (gone.length + come.length > MOST_CHANGES) {
    const space = copyFreeSpace(bare)
    stampShapes(space, solids, whole(space))
    return { space, window: whole(space) }
  }
  const space = copyFreeSpace(before.free())
  let touched: Window = NO_CELLS
  for (const shape of gone) {
    for (const part of planParts(shape)) {
      const freed = freeCells(space, bare, part, windowOf(space, part))
      if (!freed) continue
      stampShapes(space, solids, freed)
      touched = joinWindows(touched, freed)
    }
  }
  for (const shape of come) {
    for (const part of planParts(shape)) {
      const window = windowOf(space, part)
      stampBoxWithin(space, part, window)
      touched = joinWindows(touched, window)
    }
  }
  return { space, window: touched }
}

const NO_CELLS: Window = {
  fromColumn: Number.POSITIVE_INFINITY,
  toColumn: Number.NEGATIVE_INFINITY,
  fromRow: Number.POSITIVE_INFINITY,
  toRow: Number.NEGATIVE_INFINITY,
}

const joinWindows = (a: Window, b: Window): Window => ({
  fromColumn: Math.min(a.fromColumn, b.fromColumn),
  toColumn: Math.max(a.toColumn, b.toColumn),
  fromRow: Math.min(a.fromRow, b.fromRow),
  toRow: Math.max(a.toRow, b.toRow),
})

/** Gives back the cells that nothing was nearer to than the box; the least window around them, if any. */
const freeCells = (space: FreeSpace, bare: FreeSpace, part: OrientedBox, window: Window): Window | undefined => {
  const { minX, minY, cell: size, columns, clearance } = space
  let [fromColumn, toColumn, fromRow, toRow] = [columns, -1, space.rows, -1]
  for (let row = window.fromRow; row <= window.toRow; row++) {
    const y = minY + (row + 0.5) * size
    for (let column = window.fromColumn; column <= window.toColumn; column++) {
      const cell = row * columns + column
      if (bare.clearance[cell]! === 0) continue
      // Rounded as the raster is, or else a cell that the box set would not be known again.
      if (Math.fround(pointToBox(part, minX + (column + 0.5) * size, y)) > clearance[cell]!) continue
      clearance[cell] = bare.clearance[cell]!
      fromColumn = Math.min(fromColumn, column)
      toColumn = Math.max(toColumn, column)
      fromRow = Math.min(fromRow, row)
      toRow = row
    }
  }
  return toRow < 0 ? undefined : { fromColumn, toColumn, fromRow, toRow }
}

const stampShapes = (space: FreeSpace, shapes: readonly ItemShape[], window: Window): void => {
  for (const shape of shapes) for (const part of planParts(shape)) stampBoxWithin(space, part, window)
}

const whole = (space: FreeSpace): Window => ({
  fromColumn: 0,
  toColumn: space.columns - 1,
  fromRow: 0,
  toRow: space.rows - 1,
})

/** Cells whose clearance a box can set. */
const windowOf = (space: FreeSpace, box: OrientedBox): Window => {
  const reachX = Math.abs(box.cos) * box.halfWidth + Math.abs(box.sin) * box.halfDepth + CLEARANCE_LIMIT
  const reachY = Math.abs(box.sin) * box.halfWidth + Math.abs(box.cos) * box.halfDepth + CLEARANCE_LIMIT
  const { minX, minY, cell, columns, rows } = space
  return {
    fromColumn: Math.min(columns, Math.max(0, Math.floor((box.x - reachX - minX) / cell))),
    toColumn: Math.min(columns - 1, Math.ceil((box.x + reachX - minX) / cell)),
    fromRow: Math.min(rows, Math.max(0, Math.floor((box.y - reachY - minY) / cell))),
    toRow: Math.min(rows - 1, Math.ceil((box.y + reachY - minY) / cell)),
  }
}

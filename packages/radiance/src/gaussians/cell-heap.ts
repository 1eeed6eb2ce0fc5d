import type { Cell } from './cells.ts'

/** Cells by gain, greatest first. */
export class CellHeap {
  readonly #cells: Cell[] = []

  get size(): number {
    return this.#cells.length
  }

  /** All cells, in no particular order. */
  get cells(): readonly Cell[] {
    return this.#cells
  }

  push(cell: Cell): void {
    const cells = this.#cells
    let at = cells.length
    cells.push(cell)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (cells[parent]!.gain >= cell.gain) break
      cells[at] = cells[parent]!
      at = parent
    }
    cells[at] = cell
  }

  pop(): Cell | undefined {
    const cells = this.#cells
    const top = cells[0]
    const last = cells.pop()
    if (!top || !last || cells.length === 0) return top
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= cells.length) break
      if (child + 1 < cells.length && cells[child + 1]!.gain > cells[child]!.gain) child++
      if (cells[child]!.gain <= last.gain) break
      cells[at] = cells[child]!
      at = child
    }
    cells[at] = last
    return top
  }
}

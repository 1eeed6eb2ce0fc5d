import type { Bounds, Point2 } from './point.ts'

/** The search ends after this many cells whatever the shape; in practice tens to hundreds are enough. */
const MAX_CELLS = 4000

/**
 * Maximum of a function that changes by at most a metre a metre, over a rectangle: best-first search in a quadtree (the
 * idea of Mapbox's polylabel).
 *
 * @param measure 1-Lipschitz, metres.
 * @param precision How far below the true maximum the answer may be, metres.
 * @param start A lower bound already known, with its point.
 */
export function findDeepest(
  bounds: Bounds,
  measure: (point: Point2) => number,
  precision: number,
  start: { readonly point: Point2; readonly value: number },
): { readonly point: Point2; readonly value: number } {
  let best = start
  const width = bounds.maxX - bounds.minX
  const height = bounds.maxY - bounds.minY
  const size = Math.min(width, height)
  if (!(size > 0)) return best
  const heap: Cell[] = []
  const visit = (x: number, y: number, half: number) => {
    const point: Point2 = [x, y]
    const value = measure(point)
    if (value > best.value) best = { point, value }
    const bound = value + half * Math.SQRT2
    if (bound > best.value + precision) pushCell(heap, { x, y, half, bound })
  }
  // At most 16 cells along the longer side to begin with, however thin the shape.
  const step = Math.max(size, Math.max(width, height) / 16)
  for (let y = bounds.minY; y < bounds.maxY; y += step) {
    for (let x = bounds.minX; x < bounds.maxX; x += step) visit(x + step / 2, y + step / 2, step / 2)
  }
  for (let visited = 0; heap.length > 0 && visited < MAX_CELLS; visited++) {
    const cell = popCell(heap)
    if (cell.bound <= best.value + precision) break
    const half = cell.half / 2
    visit(cell.x - half, cell.y - half, half)
    visit(cell.x + half, cell.y - half, half)
    visit(cell.x - half, cell.y + half, half)
    visit(cell.x + half, cell.y + half, half)
  }
  return best
}

type Cell = { readonly x: number; readonly y: number; readonly half: number; readonly bound: number }

function pushCell(heap: Cell[], cell: Cell): void {
  let index = heap.push(cell) - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (heap[parent]!.bound >= cell.bound) break
    heap[index] = heap[parent]!
    index = parent
  }
  heap[index] = cell
}

function popCell(heap: Cell[]): Cell {
  const top = heap[0]!
  const last = heap.pop()!
  if (heap.length === 0) return top
  let index = 0
  for (;;) {
    let child = 2 * index + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]!.bound > heap[child]!.bound) child++
    if (heap[child]!.bound <= last.bound) break
    heap[index] = heap[child]!
    index = child
  }
  heap[index] = last
  return top
}

import { cellAt, cellCenter } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import { clearanceAt, type FreeFloor } from './free-floor.ts'

/** Steps are dearer where there is less room than this on the side, metres. */
const COMFORT = 0.6

/** A free cell that a walk may cross, and how far it is from the start; −1: not reached. */
type Reached = { readonly cost: Float64Array; readonly from: Int32Array }

/** Shortest comfortable ways from a point to everywhere, keeping `least` metres from what is in the way (Dijkstra). */
export function waysFrom(floor: FreeFloor, start: Point2, least: number): Reached {
  const { raster, clearance } = floor
  const { columns, rows, cell } = raster
  const cost = new Float64Array(clearance.length).fill(Infinity)
  const from = new Int32Array(clearance.length).fill(-1)
  const first = cellAt(raster, start[0], start[1])
  if (first < 0) return { cost, from }
  cost[first] = 0
  from[first] = first
  const heap: number[] = [first]
  const heapCost: number[] = [0]
  while (heap.length > 0) {
    const [index, at] = pop(heap, heapCost)
    if (at > cost[index]!) continue
    const column = index % columns
    const row = (index - column) / columns
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const [x, y] = [column + dx, row + dy]
        if ((dx === 0 && dy === 0) || x < 0 || y < 0 || x >= columns || y >= rows) continue
        const next = y * columns + x
        const room = clearance[next]!
        if (room < least) continue
        const reach = at + Math.hypot(dx, dy) * cell * (1 + 2 * Math.max(0, COMFORT - room))
        if (reach < cost[next]! - 1e-6) {
          cost[next] = reach
          from[next] = index
          push(heap, heapCost, next, reach)
        }
      }
    }
  }
  return { cost, from }
}

/** Metres of comfortable way to a point; Infinity: it cannot be reached. */
export function wayLength(floor: FreeFloor, ways: Reached, to: Point2): number {
  const index = cellAt(floor.raster, to[0], to[1])
  return index < 0 ? Infinity : ways.cost[index]!
}

/** The way to a point, corners cut where there is room. Undefined: it cannot be reached. */
export function wayTo(floor: FreeFloor, ways: Reached, to: Point2, least: number): Point2[] | undefined {
  let index = cellAt(floor.raster, to[0], to[1])
  if (index < 0 || ways.from[index]! < 0) return undefined
  const cells: Point2[] = []
  for (;;) {
    cells.push(cellCenter(floor.raster, index))
    const before = ways.from[index]!
    if (before === index) break
    index = before
  }
  return roundOff(floor, pullTight(floor, cells.reverse(), least), least)
}

/** Leaves out points between which one can walk straight. */
function pullTight(floor: FreeFloor, path: readonly Point2[], least: number): Point2[] {
  const tight: Point2[] = [path[0]!]
  // Straight cuts may come a little closer to things than the way itself did, never closer than allowed.
  for (let at = 0; at < path.length - 1; ) {
    let next = at + 1
    while (next + 1 < path.length && isStraightFree(floor, path[at]!, path[next + 1]!, least)) next++
    tight.push(path[next]!)
    at = next
  }
  return tight
}

/** Rounds corners, three times (Chaikin); a rounding that would touch something is not made. */
function roundOff(floor: FreeFloor, path: readonly Point2[], least: number): Point2[] {
  let current = [...path]
  for (let pass = 0; pass < 3; pass++) {
    const next: Point2[] = [current[0]!]
    for (let i = 0; i + 1 < current.length; i++) {
      const [a, b] = [current[i]!, current[i + 1]!]
      next.push(mix(a, b, i === 0 ? 0.5 : 0.25), mix(a, b, i + 2 === current.length ? 0.5 : 0.75))
    }
    next.push(current.at(-1)!)
    if (!next.every((point, i) => i === 0 || isStraightFree(floor, next[i - 1]!, point, least * 0.7))) break
    current = next
  }
  return current
}

export function isStraightFree(floor: FreeFloor, a: Point2, b: Point2, least: number): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (floor.raster.cell / 2)))
  for (let k = 0; k <= steps; k++) if (clearanceAt(floor, mix(a, b, k / steps)) < least) return false
  return true
}

export function mix(a: Point2, b: Point2, t: number): Point2 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
}

function push(heap: number[], costs: number[], value: number, cost: number): void {
  let i = heap.length
  heap.push(value)
  costs.push(cost)
  while (i > 0) {
    const parent = (i - 1) >> 1
    if (costs[parent]! <= cost) break
    heap[i] = heap[parent]!
    costs[i] = costs[parent]!
    i = parent
  }
  heap[i] = value
  costs[i] = cost
}

function pop(heap: number[], costs: number[]): readonly [number, number] {
  const top = [heap[0]!, costs[0]!] as const
  const value = heap.pop()!
  const cost = costs.pop()!
  if (heap.length === 0) return top
  let i = 0
  for (;;) {
    let child = 2 * i + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && costs[child + 1]! < costs[child]!) child++
    if (costs[child]! >= cost) break
    heap[i] = heap[child]!
    costs[i] = costs[child]!
    i = child
  }
  heap[i] = value
  costs[i] = cost
  return top
}

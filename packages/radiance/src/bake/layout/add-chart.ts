import type { TraceScene } from '../../scene/trace-scene.ts'
import { BORROWED, NO_SITE } from './bake-layout.ts'
import type { LayoutBuilder } from './layout-builder.ts'

/** Parts of a cell per side that are tested for being covered. */
export const CELL_PARTS = 4
/** No chart has more cells per side; only absurd scenes get there. */
const SIDE_MAX = 1024

type Frame = {
  readonly origin: number[]
  readonly u: number[]
  readonly v: number[]
  readonly normal: readonly number[]
  width: number
  height: number
}

/** Gives a flat group of triangles a chart with a site for every cell that they cover. */
export function addChart(
  builder: LayoutBuilder,
  scene: TraceScene,
  triangles: readonly number[],
  normal: readonly number[],
  texel: number,
): void {
  const frame = fitFrame(scene, triangles, normal)
  const columns = Math.min(SIDE_MAX, Math.max(1, Math.round(frame.width / texel)))
  const rows = Math.min(SIDE_MAX, Math.max(1, Math.round(frame.height / texel)))
  const cellWidth = frame.width / columns
  const cellHeight = frame.height / rows
  const chart = builder.chartGrid.length / 3
  const firstCell = builder.cells.length
  builder.chartFrame.pushAll([...frame.origin, ...frame.u, ...frame.v, cellWidth, cellHeight, 0])
  builder.chartGrid.pushAll([columns, rows, firstCell])
  const masks = new Uint16Array(columns * rows)
  const triangleOfCell = new Uint32Array(columns * rows)
  for (const triangle of triangles) {
    builder.triangleHome[triangle] = chart
    coverCells(scene, triangle, frame, columns, rows, masks, triangleOfCell)
  }
  for (let cell = 0; cell < masks.length; cell++) {
    if (masks[cell] === 0) {
      builder.cells.push(NO_SITE)
      continue
    }
    builder.cells.push(builder.siteArea.length)
    const [pu, pv] = middleOfMask(masks[cell]!)
    const a = ((cell % columns) + pu) * cellWidth
    const b = (Math.floor(cell / columns) + pv) * cellHeight
    const at = [0, 1, 2].map((k) => frame.origin[k]! + frame.u[k]! * a + frame.v[k]! * b)
    builder.sitePlace.pushAll(at)
    builder.sitePlace.pushAll(normal)
    builder.siteArea.push((cellWidth * cellHeight * bitsOf(masks[cell]!)) / CELL_PARTS ** 2)
    builder.siteTriangle.push(triangleOfCell[cell]!)
    builder.siteWhere.pushAll(barycentricOf(scene, triangleOfCell[cell]!, at))
    builder.siteHome.push(chart)
    builder.siteCell.push(cell)
    builder.siteMask.push(masks[cell]!)
  }
  borrowForBareCells(builder, firstCell, columns, rows)
}

/** Edges along which a frame may lie; the longest are tried. */
const EDGES_TRIED = 12

/** The smallest rectangle round the triangles that lies along one of their longest edges. */
function fitFrame(scene: TraceScene, triangles: readonly number[], normal: readonly number[]): Frame {
  let best: Frame | undefined
  for (const edge of longestEdges(scene, triangles)) {
    const frame = frameAlong(scene, triangles, normal, edge)
    // An edge across a rectangle would turn its cells: only a clearly smaller frame counts as better.
    if (!best || frame.width * frame.height < best.width * best.height * (1 - 1e-4)) best = frame
  }
  return best!
}

/** Unit vectors, longest edge first. */
function longestEdges(scene: TraceScene, triangles: readonly number[]): number[][] {
  const edges: { length: number; along: number[] }[] = []
  for (const triangle of triangles) {
    for (let k = 0; k < 3; k++) {
      const a = cornerOf(scene, triangle, k)
      const b = cornerOf(scene, triangle, (k + 1) % 3)
      const d = [b[0]! - a[0]!, b[1]! - a[1]!, b[2]! - a[2]!]
      const length = Math.hypot(d[0]!, d[1]!, d[2]!)
      const isShort = edges.length === EDGES_TRIED && length <= edges.at(-1)!.length * (1 + 1e-6)
      if (isShort || length === 0) continue
      const place = edges.findIndex((edge) => edge.length * (1 + 1e-6) < length)
      edges.splice(place < 0 ? edges.length : place, 0, { length, along: d.map((x) => x / length) })
      if (edges.length > EDGES_TRIED) edges.pop()
    }
  }
  return edges.map(({ along }) => along)
}

function frameAlong(
  scene: TraceScene,
  triangles: readonly number[],
  normal: readonly number[],
  edge: readonly number[],
): Frame {
  // Exactly in the plane, so that cells and triangles agree.
  const lean = edge[0]! * normal[0]! + edge[1]! * normal[1]! + edge[2]! * normal[2]!
  const u = edge.map((x, k) => x - lean * normal[k]!)
  const v = [
    normal[1]! * u[2]! - normal[2]! * u[1]!,
    normal[2]! * u[0]! - normal[0]! * u[2]!,
    normal[0]! * u[1]! - normal[1]! * u[0]!,
  ]
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let height = 0
  for (const triangle of triangles) {
    for (let k = 0; k < 3; k++) {
      const p = cornerOf(scene, triangle, k)
      height = p[0]! * normal[0]! + p[1]! * normal[1]! + p[2]! * normal[2]!
      for (const [axis, direction] of [u, v].entries()) {
        const t = p[0]! * direction[0]! + p[1]! * direction[1]! + p[2]! * direction[2]!
        low[axis] = Math.min(low[axis]!, t)
        high[axis] = Math.max(high[axis]!, t)
      }
    }
  }
  const origin = [0, 1, 2].map((k) => u[k]! * low[0]! + v[k]! * low[1]! + normal[k]! * height)
  return { origin, u, v, normal, width: high[0]! - low[0]!, height: high[1]! - low[1]! }
}

function cornerOf(scene: TraceScene, triangle: number, k: number): readonly [number, number, number] {
  const p = scene.indices[triangle * 3 + k]! * 3
  return [scene.positions[p]!, scene.positions[p + 1]!, scene.positions[p + 2]!]
}

/** Marks the parts of cells whose middle the triangle covers; a sliver that covers none marks the one under its middle. */
function coverCells(
  scene: TraceScene,
  triangle: number,
  frame: Frame,
  columns: number,
  rows: number,
  masks: Uint16Array,
  triangleOfCell: Uint32Array,
): void {
  const across = columns * CELL_PARTS
  const up = rows * CELL_PARTS
  const flat = [0, 1, 2].map((k) => {
    const p = cornerOf(scene, triangle, k).map((x, axis) => x - frame.origin[axis]!)
    const a = p[0]! * frame.u[0]! + p[1]! * frame.u[1]! + p[2]! * frame.u[2]!
    const b = p[0]! * frame.v[0]! + p[1]! * frame.v[1]! + p[2]! * frame.v[2]!
    return [(a / frame.width) * across, (b / frame.height) * up] as const
  })
  const [[ax, ay], [bx, by], [cx, cy]] = flat as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ]
  const double = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const firstRow = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const lastRow = Math.min(up - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  const firstColumn = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5))
  const lastColumn = Math.min(across - 1, Math.floor(Math.max(ax, bx, cx) - 0.5))
  let covered = false
  for (let row = firstRow; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) {
      const x = column + 0.5
      const y = row + 0.5
      const w0 = ((bx - x) * (cy - y) - (by - y) * (cx - x)) / double
      const w1 = ((cx - x) * (ay - y) - (cy - y) * (ax - x)) / double
      if (!(w0 >= -1e-6 && w1 >= -1e-6 && w0 + w1 <= 1 + 1e-6)) continue
      mark(column, row)
    }
  }
  if (!covered) {
    const x = Math.floor((ax + bx + cx) / 3)
    const y = Math.floor((ay + by + cy) / 3)
    mark(Math.min(across - 1, Math.max(0, x)), Math.min(up - 1, Math.max(0, y)))
  }

  function mark(column: number, row: number): void {
    const cell = Math.floor(row / CELL_PARTS) * columns + Math.floor(column / CELL_PARTS)
    if (masks[cell] === 0) triangleOfCell[cell] = triangle
    masks[cell]! |= 1 << ((row % CELL_PARTS) * CELL_PARTS + (column % CELL_PARTS))
    covered = true
  }
}

function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest; rest &= rest - 1) count++
  return count
}

/** Mean of the covered parts' middles, in parts of the cell. */
function middleOfMask(mask: number): [number, number] {
  let [u, v, count] = [0, 0, 0]
  for (let bit = 0; bit < CELL_PARTS ** 2; bit++) {
    if (!((mask >> bit) & 1)) continue
    u += ((bit % CELL_PARTS) + 0.5) / CELL_PARTS
    v += (Math.floor(bit / CELL_PARTS) + 0.5) / CELL_PARTS
    count++
  }
  return [u / count, v / count]
}

/** Second and third barycentric coordinates of a point of the triangle's plane, brought into the triangle. */
export function barycentricOf(scene: TraceScene, triangle: number, at: readonly number[]): [number, number] {
  const a = cornerOf(scene, triangle, 0)
  const b = cornerOf(scene, triangle, 1).map((x, k) => x - a[k]!)
  const c = cornerOf(scene, triangle, 2).map((x, k) => x - a[k]!)
  const p = at.map((x, k) => x - a[k]!)
  const dot = (s: readonly number[], t: readonly number[]) => s[0]! * t[0]! + s[1]! * t[1]! + s[2]! * t[2]!
  const [bb, bc, cc, pb, pc] = [dot(b, b), dot(b, c), dot(c, c), dot(p, b), dot(p, c)]
  const determinant = bb * cc - bc * bc
  if (determinant <= 0) return [1 / 3, 1 / 3]
  const second = Math.max(0, (cc * pb - bc * pc) / determinant)
  const third = Math.max(0, (bb * pc - bc * pb) / determinant)
  const sum = Math.max(1, second + third)
  return [second / sum, third / sum]
}

/** Bare cells borrow from covered neighbours, ring by ring, so that every place of the chart finds a site. */
function borrowForBareCells(builder: LayoutBuilder, firstCell: number, columns: number, rows: number): void {
  const { cells } = builder
  let front: number[] = []
  for (let cell = 0; cell < columns * rows; cell++) {
    if (cells.at(firstCell + cell) !== NO_SITE) front.push(cell)
  }
  while (front.length > 0) {
    const next: number[] = []
    for (const cell of front) {
      const site = ((cells.at(firstCell + cell) & ~BORROWED) | BORROWED) >>> 0
      const x = cell % columns
      const y = Math.floor(cell / columns)
      for (const [dx, dy] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const) {
        if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= rows) continue
        const neighbour = cell + dx + dy * columns
        if (cells.at(firstCell + neighbour) !== NO_SITE) continue
        cells.set(firstCell + neighbour, site)
        next.push(neighbour)
      }
    }
    front = next
  }
}

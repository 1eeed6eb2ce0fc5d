/**
 * A binary tree of boxes over triangles.
 *
 * | column | per node |
 * |---|---|
 * | `bounds` | min x, y, z, max x, y, z |
 * | `first` | leaf: first entry of `order`; inner node: its left child, the right one follows it |
 * | `count` | leaf: number of triangles, 1 … 4; inner node: 0 |
 *
 * Node 0 is the root. Without any triangle there is no node.
 */
export type Bvh = {
  readonly bounds: Float32Array
  readonly first: Uint32Array
  readonly count: Uint8Array
  readonly nodeCount: number
  /** Triangle indices in leaf order; triangles without an area or with odd numbers are left out. */
  readonly order: Uint32Array
}

/** A leaf's triangles are tested in one go, four lanes wide. */
export const LEAF_TRIANGLES = 4
const BINS = 16
/** Below this depth ranges are halved, so no tree is deeper than this and 32 more: stacks need no checks. */
const MAX_UNEVEN_DEPTH = 64
/** Levels that no tree exceeds. */
export const MAX_DEPTH = MAX_UNEVEN_DEPTH + 32

type Build = {
  /** Six numbers a triangle. */
  readonly boxes: Float32Array
  /** Three numbers a triangle. */
  readonly centres: Float32Array
  readonly order: Uint32Array
}

/**
 * Splits by the surface area heuristic over 16 bins an axis; equal input gives an equal tree.
 *
 * @param positions x, y, z per vertex. @param indices Three vertices per triangle.
 */
export function buildBvh(positions: Float32Array, indices: Uint32Array): Bvh {
  const build = measureTriangles(positions, indices)
  const capacity = Math.max(1, 2 * build.order.length)
  const bounds = new Float32Array(6 * capacity)
  const first = new Uint32Array(capacity)
  const count = new Uint8Array(capacity)
  let nodeCount = build.order.length > 0 ? 1 : 0
  const waiting: [node: number, start: number, end: number, depth: number][] = []
  if (nodeCount > 0) waiting.push([0, 0, build.order.length, 0])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, start, end, depth] = next
    boundRange(build, start, end, bounds, 6 * node)
    if (end - start <= LEAF_TRIANGLES) {
      first[node] = start
      count[node] = end - start
      continue
    }
    const middle = depth < MAX_UNEVEN_DEPTH ? splitRange(build, start, end) : (start + end) >> 1
    first[node] = nodeCount
    waiting.push([nodeCount + 1, middle, end, depth + 1], [nodeCount, start, middle, depth + 1])
    nodeCount += 2
  }
  return {
    bounds: bounds.slice(0, 6 * nodeCount),
    first: first.slice(0, nodeCount),
    count: count.slice(0, nodeCount),
    nodeCount,
    order: build.order,
  }
}

function measureTriangles(positions: Float32Array, indices: Uint32Array): Build {
  const triangleCount = Math.floor(indices.length / 3)
  const boxes = new Float32Array(6 * triangleCount)
  const centres = new Float32Array(3 * triangleCount)
  const order = new Uint32Array(triangleCount)
  let kept = 0
  for (let triangle = 0; triangle < triangleCount; triangle++) {
    const [a, b, c] = [3 * indices[3 * triangle]!, 3 * indices[3 * triangle + 1]!, 3 * indices[3 * triangle + 2]!]
    if (!(triangleArea(positions, a, b, c) > 0)) continue
    order[kept++] = triangle
    for (let axis = 0; axis < 3; axis++) {
      const [p, q, r] = [positions[a + axis]!, positions[b + axis]!, positions[c + axis]!]
      const [low, high] = [Math.min(p, q, r), Math.max(p, q, r)]
      boxes[6 * triangle + axis] = low
      boxes[6 * triangle + 3 + axis] = high
      centres[3 * triangle + axis] = (low + high) / 2
    }
  }
  return { boxes, centres, order: order.slice(0, kept) }
}

/** m²; NaN or infinite where a corner is no number, as is 0 / 0 for what can't be compared. */
function triangleArea(positions: Float32Array, a: number, b: number, c: number): number {
  const ux = positions[b]! - positions[a]!
  const uy = positions[b + 1]! - positions[a + 1]!
  const uz = positions[b + 2]! - positions[a + 2]!
  const vx = positions[c]! - positions[a]!
  const vy = positions[c + 1]! - positions[a + 1]!
  const vz = positions[c + 2]! - positions[a + 2]!
  const area = Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2
  return area < Number.POSITIVE_INFINITY ? area : Number.NaN
}

function boundRange({ boxes, order }: Build, start: number, end: number, into: Float32Array, at: number): void {
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let slot = start; slot < end; slot++) {
      low = Math.min(low, boxes[6 * order[slot]! + axis]!)
      high = Math.max(high, boxes[6 * order[slot]! + 3 + axis]!)
    }
    into[at + axis] = low
    into[at + 3 + axis] = high
  }
}

/** Sorts a range into two by the cheapest plane; where all centres are in one place, in the middle. */
function splitRange(build: Build, start: number, end: number): number {
  const { centres, order } = build
  const plane = cheapestPlane(build, start, end)
  if (!plane) return (start + end) >> 1
  let low = start
  let high = end - 1
  while (low <= high) {
    if (binOf(centres[3 * order[low]! + plane.axis]!, plane) < plane.bin) low++
    else {
      const other = order[high]!
      order[high--] = order[low]!
      order[low] = other
    }
  }
  return low > start && low < end ? low : (start + end) >> 1
}

type Plane = { axis: number; bin: number; from: number; scale: number }

const binOf = (value: number, { from, scale }: { from: number; scale: number }): number =>
  Math.min(BINS - 1, Math.floor((value - from) * scale))

const binCounts = new Uint32Array(BINS)
const binBoxes = new Float64Array(6 * BINS)
const costs = new Float64Array(BINS)

function cheapestPlane(build: Build, start: number, end: number): Plane | undefined {
  let best: Plane | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (let axis = 0; axis < 3; axis++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (let slot = start; slot < end; slot++) {
      const centre = build.centres[3 * build.order[slot]! + axis]!
      low = Math.min(low, centre)
      high = Math.max(high, centre)
    }
    if (!(high - low > 1e-7)) continue
    const range = { from: low, scale: BINS / (high - low) }
    fillBins(build, start, end, axis, range)
    sweepCosts()
    for (let bin = 1; bin < BINS; bin++) {
      const cost = costs[bin]!
      if (cost < bestCost) {
        bestCost = cost
        best = { axis, bin, ...range }
      }
    }
  }
  return best
}

function fillBins(
  build: Build,
  start: number,
  end: number,
  axis: number,
  range: { from: number; scale: number },
): void {
  binCounts.fill(0)
  for (let bin = 0; bin < BINS; bin++) clearBox(binBoxes, 6 * bin)
  for (let slot = start; slot < end; slot++) {
    const triangle = build.order[slot]!
    const bin = binOf(build.centres[3 * triangle + axis]!, range)
    binCounts[bin]!++
    growBox(binBoxes, 6 * bin, build.boxes, 6 * triangle)
  }
}

const side = new Float64Array(6)

/** Per bin the cost of a split in front of it, into `costs`: area × triangles on the left, plus the same on the right. */
function sweepCosts(): void {
  clearBox(side, 0)
  costs[0] = Number.POSITIVE_INFINITY
  for (let bin = 1, count = 0; bin < BINS; bin++) {
    count += binCounts[bin - 1]!
    growBox(side, 0, binBoxes, 6 * (bin - 1))
    costs[bin] = count > 0 ? count * boxArea(side) : Number.POSITIVE_INFINITY
  }
  clearBox(side, 0)
  for (let bin = BINS - 1, count = 0; bin > 0; bin--) {
    count += binCounts[bin]!
    growBox(side, 0, binBoxes, 6 * bin)
    costs[bin] = count > 0 ? costs[bin]! + count * boxArea(side) : Number.POSITIVE_INFINITY
  }
}

function clearBox(boxes: Float64Array, at: number): void {
  boxes.fill(Number.POSITIVE_INFINITY, at, at + 3)
  boxes.fill(Number.NEGATIVE_INFINITY, at + 3, at + 6)
}

function growBox(boxes: Float64Array, at: number, by: Float32Array | Float64Array, from: number): void {
  for (let axis = 0; axis < 3; axis++) {
    if (by[from + axis]! < boxes[at + axis]!) boxes[at + axis] = by[from + axis]!
    if (by[from + 3 + axis]! > boxes[at + 3 + axis]!) boxes[at + 3 + axis] = by[from + 3 + axis]!
  }
}

function boxArea(box: Float64Array): number {
  const [x, y, z] = [box[3]! - box[0]!, box[4]! - box[1]!, box[5]! - box[2]!]
  return x * y + y * z + z * x
}

/** Rows that stand for many: `rows` holds them, `labels` says which one each row of the data takes. */
export type Palette = { readonly rows: Float32Array; readonly count: number; readonly labels: Uint16Array }

/** A box of rows `from` … `to` of the order, worth cutting along `axis` by as much as `error`. */
type Box = { readonly from: number; readonly to: number; readonly axis: number; readonly error: number }

/**
 * Few rows that stand for many, by cutting the box with the largest squared error at its mean until there are enough.
 *
 * @param width Values per row of `data`; @param most Rows of the palette at most.
 */
export function makePalette(data: Float32Array, width: number, most: number): Palette {
  const count = data.length / width
  const order = Uint32Array.from({ length: count }, (_, row) => row)
  const boxes = count > 0 ? [measure(data, width, order, 0, count)] : []
  while (boxes.length < most && boxes[0]!.error > 0) {
    const { from, to, axis } = popWorst(boxes)
    const middle = cut(data, width, order, from, to, axis)
    push(boxes, measure(data, width, order, from, middle))
    push(boxes, measure(data, width, order, middle, to))
  }
  return average(data, width, order, boxes)
}

function measure(data: Float32Array, width: number, order: Uint32Array, from: number, to: number): Box {
  let error = 0
  let axis = 0
  for (let column = 0; column < width; column++) {
    let sum = 0
    let squares = 0
    for (let index = from; index < to; index++) {
      const value = data[order[index]! * width + column]!
      sum += value
      squares += value * value
    }
    const spread = squares - (sum * sum) / (to - from)
    if (spread > error + 1e-12) {
      error = spread
      axis = column
    }
  }
  return { from, to, axis, error: to - from > 1 && error > 1e-9 ? error : 0 }
}

/** Sorts into below and above the mean; both sides keep one row at least. */
function cut(data: Float32Array, width: number, order: Uint32Array, from: number, to: number, axis: number): number {
  const rows = order.subarray(from, to)
  let sum = 0
  for (const row of rows) sum += data[row * width + axis]!
  const mean = sum / rows.length
  const below = rows.filter((row) => data[row * width + axis]! <= mean)
  const above = rows.filter((row) => data[row * width + axis]! > mean)
  rows.set(below)
  rows.set(above, below.length)
  return from + Math.min(rows.length - 1, Math.max(1, below.length))
}

/** A heap with the worst box first. */
function push(heap: Box[], box: Box): void {
  let at = heap.push(box) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (heap[parent]!.error >= box.error) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = box
}

function popWorst(heap: Box[]): Box {
  const worst = heap[0]!
  const last = heap.pop()!
  if (heap.length === 0) return worst
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]!.error > heap[child]!.error) child++
    if (heap[child]!.error <= last.error) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return worst
}

function average(data: Float32Array, width: number, order: Uint32Array, boxes: readonly Box[]): Palette {
  const rows = new Float32Array(boxes.length * width)
  const labels = new Uint16Array(order.length)
  const inOrder = boxes.slice().sort((a, b) => a.from - b.from)
  inOrder.forEach(({ from, to }, label) => {
    for (let index = from; index < to; index++) {
      labels[order[index]!] = label
      for (let column = 0; column < width; column++)
        rows[label * width + column]! += data[order[index]! * width + column]! / (to - from)
    }
  })
  return { rows, count: boxes.length, labels }
}

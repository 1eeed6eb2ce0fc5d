/** Values that stand for all: what a byte means. */
export type Codebook = { readonly values: Float32Array; readonly codes: Uint8Array }

const SIZE = 256
/** More rounds gain less than a thousandth of the error. */
const ROUNDS = 12

/** The 256 values that stand for these with (nearly) the least squared error, ascending, and the nearest one of each. */
export function makeCodebook(data: Float32Array): Codebook {
  const sorted = data.slice().sort()
  const sums = prefixSums(sorted)
  const values = startValues(sorted)
  for (let round = 0; round < ROUNDS; round++) moveToMeans(values, sorted, sums)
  return { values, codes: Uint8Array.from(data, (value) => nearest(values, value)) }
}

/** Half by rank, so that crowds are fine, half by range, so that the few far ones have somebody near. */
function startValues(sorted: Float32Array): Float32Array {
  const first = sorted[0] ?? 0
  const last = sorted.at(-1) ?? 0
  const half = SIZE / 2
  return Float32Array.from({ length: SIZE }, (_, index) => {
    const fraction = (index >> 1) / (half - 1)
    if (index % 2 === 0) return sorted[Math.round(fraction * (sorted.length - 1))] ?? 0
    return first + (last - first) * fraction
  }).sort()
}

function prefixSums(sorted: Float32Array): Float64Array {
  const sums = new Float64Array(sorted.length + 1)
  for (let index = 0; index < sorted.length; index++) sums[index + 1] = sums[index]! + sorted[index]!
  return sums
}

/** Lloyd's step: each value moves to the mean of those it is nearest to. */
function moveToMeans(values: Float32Array, sorted: Float32Array, sums: Float64Array): void {
  let from = 0
  for (let index = 0; index < SIZE; index++) {
    const to = index === SIZE - 1 ? sorted.length : firstAbove(sorted, (values[index]! + values[index + 1]!) / 2, from)
    if (to > from) values[index] = (sums[to]! - sums[from]!) / (to - from)
    from = to
  }
  values.sort()
}

function firstAbove(sorted: Float32Array, bound: number, from: number): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! > bound) high = middle
    else low = middle + 1
  }
  return low
}

function nearest(values: Float32Array, value: number): number {
  const above = firstAbove(values, value, 0)
  if (above === 0) return 0
  if (above === values.length) return above - 1
  return value - values[above - 1]! <= values[above]! - value ? above - 1 : above
}

/** Sets of clocks per client, as sorted, disjoint, non-touching ranges. Holds what was deleted in a document. */
export class ClockRanges {
  /** Per client: start and end (exclusive) of each range, flat. */
  readonly byClient = new Map<number, number[]>()

  /** Number of ranges over all clients. */
  size = 0

  add(client: number, from: number, to: number): void {
    if (from >= to) return
    const ranges = this.byClient.get(client)
    if (!ranges) {
      this.byClient.set(client, [from, to])
      this.size += 1
      return
    }
    const last = ranges.length
    if (from > ranges[last - 1]!) {
      ranges.push(from, to)
      this.size += 1
      return
    }
    // The ranges from `first` up to `next` touch or overlap the new one, and become one with it.
    const first = firstEndingAtOrAfter(ranges, from)
    let next = first
    let start = from
    let end = to
    while (next < last && ranges[next]! <= to) {
      start = Math.min(start, ranges[next]!)
      end = Math.max(end, ranges[next + 1]!)
      next += 2
    }
    if (next - first === 2) {
      ranges[first] = start
      ranges[first + 1] = end
    } else {
      ranges.splice(first, next - first, start, end)
      this.size += 1 - (next - first) / 2
    }
  }

  /** Whether every clock from `from` up to `to` (exclusive) is in the set. */
  covers(client: number, from: number, to: number): boolean {
    const ranges = this.byClient.get(client)
    if (!ranges) return from >= to
    const index = firstEndingAtOrAfter(ranges, to)
    return index < ranges.length && ranges[index]! <= from
  }
}

/** @returns Index in the flat array of the first range whose end is at or after `clock`; the length if there is none. */
function firstEndingAtOrAfter(ranges: readonly number[], clock: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle * 2 + 1]! < clock) low = middle + 1
    else high = middle
  }
  return low * 2
}

/** Remembered prices of pairs: an open hash table of plain numbers, since a search asks for a million of them. */
export class PairMemo {
  #size = 1 << 14
  #count = 0
  #first = new Int32Array(this.#size).fill(-1)
  #second = new Int32Array(this.#size)
  #values = new Float64Array(this.#size)

  /** The price of a pair of ids; NaN when it is not known. The order of the two does not matter. */
  get(a: number, b: number): number {
    const slot = this.#slot(Math.min(a, b), Math.max(a, b))
    return this.#first[slot] === -1 ? Number.NaN : this.#values[slot]!
  }

  set(a: number, b: number, value: number): void {
    if (this.#count * 2 > this.#size) this.#grow()
    const [low, high] = a < b ? [a, b] : [b, a]
    const slot = this.#slot(low, high)
    if (this.#first[slot] === -1) this.#count++
    this.#first[slot] = low
    this.#second[slot] = high
    this.#values[slot] = value
  }

  #slot(low: number, high: number): number {
    const mask = this.#size - 1
    let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & mask
    while (this.#first[slot] !== -1 && (this.#first[slot] !== low || this.#second[slot] !== high))
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [first, second, values] = [this.#first, this.#second, this.#values]
    this.#size *= 2
    this.#count = 0
    this.#first = new Int32Array(this.#size).fill(-1)
    this.#second = new Int32Array(this.#size)
    this.#values = new Float64Array(this.#size)
    for (let slot = 0; slot < first.length; slot++)
      if (first[slot] !== -1) this.set(first[slot]!, second[slot]!, values[slot]!)
  }
}

const EMPTY = -1

/** Dense numbers 0, 1, 2 … for integer cells x, y, z in the order in which they are first seen. Open addressing. */
export class CellIndex {
  count = 0
  private keys: Int32Array
  private slots: Int32Array
  private mask: number

  constructor(expected = 64) {
    let size = 16
    while (size < expected * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size).fill(EMPTY)
    this.keys = new Int32Array(size * 3)
  }

  /** The number of a cell; a cell that is new gets the next one. */
  add(x: number, y: number, z: number): number {
    const slot = this.slotOf(x, y, z)
    const found = this.slots[slot]!
    if (found !== EMPTY) return found
    const number = this.count++
    this.slots[slot] = number
    this.keys[number * 3] = x
    this.keys[number * 3 + 1] = y
    this.keys[number * 3 + 2] = z
    if (this.count * 2 > this.mask) this.grow()
    return number
  }

  /** The number of a cell, −1 when it was never added. */
  find(x: number, y: number, z: number): number {
    return this.slots[this.slotOf(x, y, z)]!
  }

  private slotOf(x: number, y: number, z: number): number {
    let slot = (Math.imul(x, 73856093) ^ Math.imul(y, 19349663) ^ Math.imul(z, 83492791)) >>> 0
    slot = (slot ^ (slot >>> 15)) & this.mask
    for (;;) {
      const number = this.slots[slot]!
      if (number === EMPTY) return slot
      const key = number * 3
      if (this.keys[key] === x && this.keys[key + 1] === y && this.keys[key + 2] === z) return slot
      slot = (slot + 1) & this.mask
    }
  }

  private grow(): void {
    this.mask = this.mask * 2 + 1
    const keys = new Int32Array((this.mask + 1) * 3)
    keys.set(this.keys)
    this.keys = keys
    this.slots = new Int32Array(this.mask + 1).fill(EMPTY)
    for (let number = 0; number < this.count; number++) {
      const key = number * 3
      this.slots[this.slotOf(keys[key]!, keys[key + 1]!, keys[key + 2]!)] = number
    }
  }
}

/** A typed column that grows by doubling; `finish` cuts it to what was pushed, in memory that workers can share. */
export class GrowingArray<T extends Float32Array | Uint32Array | Int32Array | Uint16Array> {
  length = 0
  private store: T
  private readonly make: (size: number | SharedArrayBuffer) => T

  constructor(make: (size: number | SharedArrayBuffer) => T) {
    this.make = make
    this.store = make(1024)
  }

  push(value: number): void {
    if (this.length === this.store.length) {
      const larger = this.make(this.store.length * 2)
      larger.set(this.store)
      this.store = larger
    }
    this.store[this.length++] = value
  }

  pushAll(values: ArrayLike<number>): void {
    for (let i = 0; i < values.length; i++) this.push(values[i]!)
  }

  at(index: number): number {
    return this.store[index]!
  }

  set(index: number, value: number): void {
    this.store[index] = value
  }

  finish(): T {
    const result = this.make(new SharedArrayBuffer(this.length * this.store.BYTES_PER_ELEMENT))
    result.set(this.store.subarray(0, this.length) as never)
    return result
  }
}

export const growingFloats = () => new GrowingArray<Float32Array>((size) => new Float32Array(size as number))
export const growingIndices = () => new GrowingArray<Uint32Array>((size) => new Uint32Array(size as number))
export const growingIntegers = () => new GrowingArray<Int32Array>((size) => new Int32Array(size as number))
export const growingShorts = () => new GrowingArray<Uint16Array>((size) => new Uint16Array(size as number))

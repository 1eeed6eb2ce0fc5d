import { isUtf8 } from 'node:buffer'

/** Bytes that are not what they should be. Thrown by readers, caught where a frame enters. */
export class MalformedError extends Error {
  override name = 'MalformedError'
}

/** A bounded cursor over bytes from the network: every read is checked against `end`. */
export class ByteReader {
  readonly bytes: Uint8Array
  position: number
  readonly end: number

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = position
    this.end = end
  }

  get isAtEnd(): boolean {
    return this.position >= this.end
  }

  readByte(): number {
    if (this.position >= this.end) throw new MalformedError('ends too early')
    return this.bytes[this.position++]!
  }

  /** lib0's variable-length unsigned integer, up to 2^53 − 1. */
  readVarUint(): number {
    const bytes = this.bytes
    let position = this.position
    let byte = position < this.end ? bytes[position++]! : this.readByte()
    if (byte < 128) {
      this.position = position
      return byte
    }
    let value = byte & 127
    let factor = 128
    do {
      if (position >= this.end) throw new MalformedError('ends too early')
      byte = bytes[position++]!
      value += (byte & 127) * factor
      factor *= 128
      if (value > Number.MAX_SAFE_INTEGER) throw new MalformedError('number out of range')
    } while (byte >= 128)
    this.position = position
    return value
  }

  /** lib0's variable-length signed integer: six bits in the first byte. */
  skipVarInt(): void {
    let byte = this.readByte()
    let value = byte & 63
    let factor = 64
    while (byte >= 128) {
      byte = this.readByte()
      value += (byte & 127) * factor
      factor *= 128
      if (value > Number.MAX_SAFE_INTEGER) throw new MalformedError('number out of range')
    }
  }

  skip(count: number): void {
    if (count > this.end - this.position) throw new MalformedError('ends too early')
    this.position += count
  }

  /** Length-prefixed bytes, as a view. */
  readVarBytes(): Uint8Array {
    const length = this.readVarUint()
    const start = this.position
    this.skip(length)
    return this.bytes.subarray(start, start + length)
  }

  /** A length-prefixed string that must be UTF-8 (lib0 throws on anything else), as bytes. */
  readVarStringBytes(): Uint8Array {
    const bytes = this.readVarBytes()
    if (!isUtf8(bytes)) throw new MalformedError('string is not UTF-8')
    return bytes
  }
}

const POOLED_BYTES = 2048

/** Writes into one buffer of known bound: no growth, no chunks. */
export class ByteWriter {
  readonly bytes: Buffer
  position: number

  constructor(capacity: number, position = 0) {
    // Small ones come from Node's pool; large ones live long and must not keep a pool alive.
    this.bytes = capacity <= POOLED_BYTES ? Buffer.allocUnsafe(capacity) : Buffer.allocUnsafeSlow(capacity)
    this.position = position
  }

  writeVarUint(value: number): void {
    let rest = value
    while (rest > 127) {
      this.bytes[this.position++] = 128 | (rest & 127)
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.position++] = rest
  }

  writeBytes(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.position)
    this.position += bytes.length
  }

  /** Length-prefixed UTF-8. */
  writeVarString(text: string): void {
    this.writeVarUint(Buffer.byteLength(text))
    this.position += this.bytes.write(text, this.position)
  }
}

/** Bytes that lib0 needs for a variable-length unsigned integer. */
export function varUintLength(value: number): number {
  let length = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length++
  return length
}

/** The longest a number of 53 bits can get. */
export const VAR_UINT_MAX_LENGTH = 8

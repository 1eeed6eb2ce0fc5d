const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
/** 14 letters of 36 are 72 bits: no two browsers will ever meet. */
const length = 14

/** A fresh record id. */
export function createId(): string {
  let id = ''
  while (id.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // 252 = 7 · 36: bytes above it would favour the first letters.
      if (byte < 252 && id.length < length) id += alphabet[byte % 36]
    }
  }
  return id
}

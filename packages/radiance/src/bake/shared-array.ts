/** Zeroed columns in memory that threads share. */
export const sharedFloats = (length: number): Float32Array => new Float32Array(new SharedArrayBuffer(4 * length))
export const sharedIndices = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(4 * length))
export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))

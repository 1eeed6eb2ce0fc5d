/** What of a scene is no longer as the stored rays know it. */
export type ChangedRays = {
  /** Six numbers a box: lowest and highest corner, metres, of everything that went or came. */
  readonly boxes: Float64Array
  /** Per site 1: it is new, nothing is stored for it. */
  readonly isNew: Uint8Array
}

/** A stored hit on something that is gone. */
export const GONE = 0xffffffff

/** Whether a segment meets one of the boxes. `rays` holds origin and direction from `at`. */
export function meetsBoxes(boxes: Float64Array, rays: Float32Array, at: number, length: number): boolean {
  for (let box = 0; box < boxes.length; box += 6) {
    let near = 0
    let far = length
    for (let k = 0; k < 3 && near <= far; k++) {
      const inverse = 1 / rays[at + 3 + k]!
      const a = (boxes[box + k]! - rays[at + k]!) * inverse
      const b = (boxes[box + 3 + k]! - rays[at + k]!) * inverse
      // Not a number where the ray runs in a side's plane: then that side does not matter.
      if (a < b) {
        if (a > near) near = a
        if (b < far) far = b
      } else {
        if (b > near) near = b
        if (a < far) far = a
      }
    }
    if (near <= far) return true
  }
  return false
}

/** The same for the first `count` shadow rays, seven numbers each with their length. */
export function anyMeetsBoxes(boxes: Float64Array, rays: Float32Array, count: number): boolean {
  for (let ray = 0; ray < count; ray++) if (meetsBoxes(boxes, rays, ray * 7, rays[ray * 7 + 6]!)) return true
  return false
}

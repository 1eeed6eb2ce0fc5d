import type { ItemShape } from './item-shape.ts'
import { heightOverlap, type OrientedBox, planPenetration } from './oriented-box.ts'

/** Contact that is no overlap yet: rounding, a cushion that yields. Metres. */
export const OVERLAP_TOLERANCE = 0.005

/** Depth to which two boxes run into one another: the shortest push, sideways or up, that parts them; ≤ 0 when apart. */
export const boxOverlap = (a: OrientedBox, b: OrientedBox): number => {
  const vertical = heightOverlap(a, b)
  if (vertical <= 0) return vertical
  return Math.min(vertical, planPenetration(a, b))
}

/**
 * Depth to which two items run into one another, over their filled parts. Things that may share room give 0: rugs under
 * furniture, cloth, a thing and what carries it.
 */
export const itemOverlap = (a: ItemShape, b: ItemShape): number => {
  if (mayShare(a, b)) return 0
  // The hulls are the cheap test; only two corner pieces can pass it without touching.
  if (boxOverlap(a.box, b.box) <= 0) return 0
  let depth = 0
  for (const part of a.parts) {
    for (const other of b.parts) depth = Math.max(depth, boxOverlap(part, other))
  }
  return depth
}

const mayShare = (a: ItemShape, b: ItemShape): boolean => {
  if (a.role === 'flat' || b.role === 'flat') return true
  if (a.role === 'curtain' || b.role === 'curtain') return true
  return carries(a, b) || carries(b, a)
}

const carries = (carrier: ItemShape, thing: ItemShape): boolean =>
  thing.support.on === 'item' && thing.support.id === carrier.id

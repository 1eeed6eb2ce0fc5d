import { clearances } from '../facts/clearances.ts'
import { boxRings, clearDepth } from './clear-depth.ts'
import { type ItemShape, planParts } from './item-shape.ts'
import { boxCorners, heightOverlap, placeBox, planPenetration, toBoxFrame } from './oriented-box.ts'
import { openingStrip, type RoomOpening } from './room-plan.ts'

/** Floor that must be free before every door, metres: less and a person cannot step in. */
export const DOOR_APPROACH = clearances.secondary_path_clear_width.minimum

/** Depth before a window within which a tall thing takes its light, metres. */
export const WINDOW_DEPTH = clearances.window_keepout.minimum

/** Free depth before an opening, up to `limit`, metres. */
export const clearDepthBefore = (opening: RoomOpening, shapes: readonly ItemShape[], limit: number): number => {
  const slot = placeBox(
    { x: opening.at[0], y: opening.at[1], yaw: opening.yaw },
    0,
    0.01,
    0,
    opening.width / 0.86,
    0.02,
  )
  return clearDepth(slot, 'front', boxRings(shapes.flatMap(planParts)), [], limit)
}

/** Share of the window's area that a thing close before it covers, 0 … 1. Cloth hides nothing: it can be drawn. */
export const hiddenWindowShare = (window: RoomOpening, shape: ItemShape): number => {
  if (shape.role === 'curtain' || shape.role === 'flat' || shape.role === 'carried') return 0
  const height = window.top - window.sill
  if (height <= 0 || shape.box.top <= window.sill) return 0
  const strip = { ...openingStrip(window, WINDOW_DEPTH), bottom: window.sill, top: window.top }
  if (heightOverlap(strip, shape.box) <= 0 || planPenetration(strip, shape.box) <= 0) return 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const [x, y] of boxCorners(shape.box)) {
    const [u] = toBoxFrame(strip, x, y)
    low = Math.min(low, u)
    high = Math.max(high, u)
  }
  const covered = Math.max(0, Math.min(high, window.width / 2) - Math.max(low, -window.width / 2))
  return (covered / window.width) * Math.min(1, heightOverlap(strip, shape.box) / height)
}

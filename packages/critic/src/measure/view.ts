import type { ItemShape } from './item-shape.ts'
import { boxFront } from './oriented-box.ts'

/** Width of a 16 : 9 screen over its diagonal. */
const SCREEN_WIDTH = 0.8716

/** Diagonal of a screen of the item's width, metres. */
export const screenDiagonal = (tv: ItemShape): number => (tv.box.halfWidth * 2) / SCREEN_WIDTH

/** Depth of a seat's back, where the viewer's head is, over the seat's depth. */
const HEAD = 0.25

/** From the viewer's eyes to the screen in plan, metres. */
export const viewingDistance = (seat: ItemShape, tv: ItemShape): number => {
  const { x, y, sin, cos, halfDepth } = seat.box
  const back = halfDepth * HEAD
  return Math.hypot(x - sin * back - tv.box.x, y + cos * back - tv.box.y)
}

/** Cosine of the angle between where `from` faces and the way to the middle of `to`; 1 straight at it. */
export const facesOf = (from: ItemShape, to: ItemShape): number => {
  const [fx, fy] = boxFront(from.box)
  const dx = to.box.x - from.box.x
  const dy = to.box.y - from.box.y
  const distance = Math.hypot(dx, dy)
  return distance === 0 ? 0 : (dx * fx + dy * fy) / distance
}

/** How far a point lies to the side of a thing's middle axis, metres. */
export const offAxis = (from: ItemShape, x: number, y: number): number =>
  Math.abs((x - from.box.x) * from.box.cos + (y - from.box.y) * from.box.sin)

import type { Id, Point2, Scene, SceneItem } from '@enfilade/scene'
import { add, scale, turn } from './plane.ts'
import type { HandleName } from './pointer.ts'

/** A grip of the selection: where it is, and what it belongs to (for corners: the corner). */
export type Handle = { readonly handle: HandleName; readonly id: Id; readonly at: Point2; readonly anchor?: Point2 }

/** Gap between an item's front and its turning grip, in pixels. */
const rotateGapPx = 22

/** Grips of a selection; the same list is drawn and picked. */
export function collectHandles(scene: Scene, ids: readonly Id[], metresPerPixel: number): Handle[] {
  const handles: Handle[] = []
  const items: SceneItem[] = []
  for (const id of ids) {
    const thing = scene.byId.get(id)
    if (!thing || (thing as { locked?: boolean }).locked) continue
    if ('worldPose' in thing) items.push(thing)
    else if ('along' in thing) {
      const reach = scale(thing.direction, thing.width / 2)
      handles.push({ handle: 'opening-a', id, at: add(thing.center, scale(reach, -1)) })
      handles.push({ handle: 'opening-b', id, at: add(thing.center, reach) })
    } else if ('outline' in thing) {
      handles.push({ handle: 'corner', id: thing.a, at: thing.start })
      handles.push({ handle: 'corner', id: thing.b, at: thing.end })
    }
  }
  const rotate = rotateHandle(items, metresPerPixel)
  if (rotate) handles.push(rotate)
  return handles
}

function rotateHandle(items: readonly SceneItem[], metresPerPixel: number): Handle | undefined {
  const first = items[0]
  if (!first) return undefined
  const gap = rotateGapPx * metresPerPixel
  if (items.length === 1) {
    const { x, y, yaw } = first.worldPose
    // At the front, so that the grip also shows which way the thing looks.
    const anchor = add([x, y], turn([0, -first.size[1] / 2], yaw))
    return { handle: 'rotate', id: first.id, at: add([x, y], turn([0, -first.size[1] / 2 - gap], yaw)), anchor }
  }
  let minX = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const reach = Math.hypot(item.size[0], item.size[1]) / 2
    minX = Math.min(minX, item.worldPose.x - reach)
    maxX = Math.max(maxX, item.worldPose.x + reach)
    maxY = Math.max(maxY, item.worldPose.y + reach)
  }
  return { handle: 'rotate', id: first.id, at: [(minX + maxX) / 2, maxY + gap], anchor: [(minX + maxX) / 2, maxY] }
}

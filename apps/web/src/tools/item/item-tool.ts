import { findKind } from '@enfilade/catalogue'
import type { Id, Operation, Pose, Size3, Support } from '@enfilade/scene'
import type { Guide } from '../../interaction/draft.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { measureSurroundings, snapItem } from '../../interaction/snapping/snap-item.ts'
import { roundLength } from '../../interaction/snapping/snap-point.ts'
import { placeAt } from '../../interaction/support.ts'
import { turnsToWall } from '../select/drag-items.ts'
import { rotationStep, wrapAngle } from '../select/rotate-items.ts'
import type { Tool, ToolHost } from '../tool.ts'

/** Size of a thing that the catalogue does not know. */
const placeholderSize: Size3 = [0.6, 0.6, 0.6]

/** Places the pending kind: it hangs on the pointer, snaps as a dragged item does, and a click or drop writes it. */
export function createItemTool(host: ToolHost): Tool {
  let id = host.createId()
  let yaw = 0
  let last: ToolPointer | undefined
  let hasEntered = false

  const preview = (event: ToolPointer): Operation | undefined => {
    const pending = host.pendingKind()
    last = event
    if (!pending || !host.canEdit()) {
      host.setDraft(null)
      return undefined
    }
    const kind = findKind(pending.category)
    const size = kind?.size.typical ?? placeholderSize
    const place = placeItem(host, id, pending.category, size, yaw, event)
    const operation: Operation = {
      type: 'item-added',
      item: {
        id,
        level: host.level(),
        category: pending.category,
        pose: place.pose,
        size,
        support: place.support,
        ...(pending.variant !== undefined ? { variant: pending.variant } : {}),
      },
    }
    host.setDraft({
      operations: [operation],
      held: [id],
      placing: { category: pending.category, pose: place.pose, size },
      guides: place.guides,
    })
    return operation
  }
  const commit = (event: ToolPointer) => {
    const operation = preview(event)
    if (!operation) return
    if (host.apply([operation], 'item-added')) host.selection.select(id)
    id = host.createId()
    hasEntered = false
    host.setDraft(null)
    // Shift keeps placing more of the same.
    if (!event.modifiers.shift) host.finishTool()
  }

  return {
    pointerMove(event) {
      hasEntered = true
      preview(event)
    },
    pointerDown: preview,
    pointerUp(event) {
      if (hasEntered || !host.pendingKind()?.dragging) commit(event)
    },
    pointerLeave() {
      hasEntered = false
      host.setDraft(null)
    },
    keyDown(key) {
      if (key.mod || key.key.toLowerCase() !== 'r' || !last) return false
      yaw = wrapAngle(yaw + (key.alt ? rotationStep : Math.PI / 2) * (key.shift ? -1 : 1))
      preview(last)
      return true
    },
    cancel() {
      const wasShown = hasEntered && host.pendingKind() !== undefined
      hasEntered = false
      host.setDraft(null)
      if (wasShown) host.finishTool()
      return wasShown
    },
    leave() {
      yaw = 0
      host.setDraft(null)
    },
    cursor: () => 'copy',
  }
}

/** Where a new thing comes to rest under the pointer. */
export function placeItem(
  host: ToolHost,
  id: Id,
  category: string,
  size: Size3,
  yaw: number,
  event: ToolPointer,
): { pose: Pose; support: Support; guides: readonly Guide[] } {
  const scene = host.scene()
  const level = host.level()
  const kind = findKind(category)
  const without: ReadonlySet<Id> = new Set([id])
  const rest = placeAt(scene, level, category, size[2], event.plan, without, event.surface)
  const raw: Pose = { x: event.plan[0], y: event.plan[1], z: rest.z, yaw }
  const hangs = kind?.mount === 'wall'
  const options = {
    scene,
    level,
    without,
    tolerance: 8 * event.metresPerPixel,
    turnsToWall: turnsToWall(category),
    hangs,
  }
  if (!hangs && (!host.snapping() || event.modifiers.alt)) return { pose: raw, support: rest.support, guides: [] }
  if (!hangs && rest.support.on !== 'floor') return { pose: raw, support: rest.support, guides: [] }
  const snapped = snapItem(raw, size, options)
  const free = snapped.guides.length === 0
  const pose: Pose = free
    ? {
        ...snapped.pose,
        x: roundLength(snapped.pose.x, event.metresPerPixel),
        y: roundLength(snapped.pose.y, event.metresPerPixel),
      }
    : snapped.pose
  const support: Support = hangs && snapped.wall !== undefined ? { on: 'wall', id: snapped.wall } : rest.support
  return { pose, support, guides: [...snapped.guides, ...measureSurroundings(pose, size, options)] }
}

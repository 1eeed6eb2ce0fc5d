import type { Operation, Swing } from '@enfilade/scene'
import { fitOpening, pointOnWall, projectOnWall, wallNear } from '../../interaction/opening-place.ts'
import { dot, leftOf, subtract } from '../../interaction/plane.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { openingGuides, snapAlong } from '../select/drag-walls.ts'
import type { Tool, ToolHost } from '../tool.ts'

/** What a click places, metres; a person changes it in the inspector. */
export const openingSizes = {
  door: { width: 0.9, height: 2.1, sill: 0 },
  window: { width: 1.4, height: 1.4, sill: 0.9 },
} as const

/** How far from a wall the pointer may be, in pixels. */
const reachPx = 28

/** Places doors or windows: the preview follows the pointer along walls, a click writes it. */
export function createOpeningTool(host: ToolHost, type: 'door' | 'window'): Tool {
  const size = openingSizes[type]
  let flipped = false
  let last: ToolPointer | undefined

  /** The id of the opening in the preview, fresh for each one that is placed. */
  let id = host.createId()

  const preview = (event: ToolPointer): Operation | undefined => {
    last = event
    const scene = host.scene()
    const wall = wallNear(scene, host.level(), event.plan, reachPx * event.metresPerPixel)
    if (!wall || wall.locked || !host.canEdit()) {
      host.setDraft({ opening: { type, at: event.plan, along: 0, width: size.width } })
      return undefined
    }
    const wanted = projectOnWall(wall, event.plan).along
    const rounded = event.modifiers.alt || !host.snapping() ? wanted : snapAlong(wall, wanted, event.metresPerPixel)
    const along = fitOpening(scene, wall, rounded, size.width)
    if (along === undefined) {
      host.setDraft({ opening: { type, at: event.plan, along: 0, width: size.width } })
      return undefined
    }
    const { at, direction } = pointOnWall(wall, along)
    const isLeft = dot(subtract(event.plan, at), leftOf(direction)) >= 0
    const operation: Operation = {
      type: 'opening-added',
      id,
      wall: wall.id,
      opening: type,
      along,
      ...size,
      swing: type === 'door' ? swingTowards(isLeft, flipped) : { type: 'none' },
    }
    host.setDraft({
      operations: [operation],
      held: [id],
      opening: { type, at, wall: wall.id, along, width: size.width },
      guides: openingGuides(wall, along, size.width),
    })
    return operation
  }

  return {
    pointerMove: preview,
    pointerDown: preview,
    pointerUp(event) {
      const operation = preview(event)
      if (!operation) return
      if (host.apply([operation], type === 'door' ? 'door-added' : 'window-added')) host.selection.select(id)
      id = host.createId()
      host.setDraft(null)
    },
    pointerLeave: () => host.setDraft(null),
    keyDown(key) {
      // The hinge changes ends before it is placed, as it can afterwards.
      if (key.mod || !last || (key.key !== 'r' && key.key !== 'R' && key.key !== 'f' && key.key !== 'F')) return false
      flipped = !flipped
      preview(last)
      return true
    },
    cancel() {
      host.setDraft(null)
      return false
    },
    leave: () => host.setDraft(null),
    cursor: () => 'crosshair',
  }
}

/** A leaf opens to the side from which it is placed. */
function swingTowards(isLeft: boolean, flipped: boolean): Swing {
  return { type: 'hinged', hinge: flipped ? 'b' : 'a', side: isLeft ? 'left' : 'right' }
}

import type { Point2 } from '@enfilade/scene'
import type { Guide } from '../../interaction/draft.ts'
import { distance } from '../../interaction/plane.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { snapPoint } from '../../interaction/snapping/snap-point.ts'
import type { Tool, ToolHost } from '../tool.ts'

/** Measures between two points: drag, or click and click. The measurement stays in the document for those who may edit. */
export function createMeasureTool(host: ToolHost): Tool {
  let from: Point2 | undefined

  const aim = (event: ToolPointer): { point: Point2; guides: readonly Guide[] } => {
    if (!host.snapping() || event.modifiers.alt) return { point: event.plan, guides: [] }
    return snapPoint(event.plan, {
      scene: host.scene(),
      level: host.level(),
      tolerance: 10 * event.metresPerPixel,
      metresPerPixel: event.metresPerPixel,
      from,
    })
  }
  const show = (event: ToolPointer) => {
    const { point, guides } = aim(event)
    host.setDraft(from ? { measure: { from, to: point }, guides } : { guides })
    return point
  }
  const finish = (to: Point2) => {
    if (!from) return
    const measured = { id: host.createId(), level: host.level(), from, to }
    from = undefined
    if (host.canEdit()) {
      host.apply([{ type: 'measurement-added', measurement: measured }], 'measurement-added')
      host.setDraft(null)
    } else host.setDraft({ measure: measured })
  }

  return {
    pointerDown(event) {
      const point = show(event)
      if (from && distance(from, point) > 4 * event.metresPerPixel) finish(point)
      else from = point
    },
    pointerMove: show,
    pointerUp(event) {
      const point = aim(event).point
      if (from && distance(from, point) > 8 * event.metresPerPixel) finish(point)
    },
    pointerLeave() {
      if (!from) host.setDraft(null)
    },
    cancel() {
      const wasMeasuring = from !== undefined
      from = undefined
      host.setDraft(null)
      return wasMeasuring
    },
    isGesturing: () => from !== undefined,
    leave() {
      from = undefined
      host.setDraft(null)
    },
    cursor: () => 'crosshair',
  }
}

import type { Id, Point2, SceneItem, SceneOpening, SceneWall } from '@enfilade/scene'
import type { Draft } from '../../interaction/draft.ts'
import type { GestureLabel } from '../../interaction/gesture-labels.ts'
import { distance } from '../../interaction/plane.ts'
import type { Hit, ToolPointer } from '../../interaction/pointer.ts'
import type { Tool, ToolHost } from '../tool.ts'
import { dragItems, grabItems } from './drag-items.ts'
import { dragCorner, dragOpening, dragWall, resizeOpening } from './drag-walls.ts'
import { collectInside } from './marquee.ts'
import { grabRotation, rotateItems } from './rotate-items.ts'

/** Nearer than this, in pixels, a press is a click. Fingers shake more. */
const clickPx = { mouse: 4, touch: 10 }

/** A gesture in hand: turns pointer events into drafts; `label` names the step that the release writes. */
type Drag = { readonly label: GestureLabel | undefined; update(event: ToolPointer): Draft | undefined }

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'pressed'; readonly down: ToolPointer; readonly wasSelected: boolean }
  | { readonly name: 'dragging'; readonly drag: Drag; readonly draft: Draft | undefined; readonly last: ToolPointer }

const idle: State = { name: 'idle' }

/** Pick, marquee, drag and turn. Idle → pressed → (click | dragging) → idle. */
export function createSelectTool(host: ToolHost): Tool {
  let state: State = idle

  const update = (drag: Drag, event: ToolPointer) => {
    const draft = drag.update(event)
    state = { name: 'dragging', drag, draft, last: event }
    if (draft?.marquee) selectInside(host, draft.marquee, event)
    host.setDraft(draft ?? {})
  }
  const reset = () => {
    state = idle
    host.setDraft(null)
  }

  return {
    pointerDown(event) {
      const { hit } = event
      const wasSelected = hit !== undefined && host.selection.has(hit.id)
      state = { name: 'pressed', down: event, wasSelected }
      if (hit && hit.kind === 'item' && !wasSelected && !event.modifiers.shift) {
        host.selection.select(withGroup(host, hit.id))
      }
    },
    pointerMove(event) {
      if (state.name === 'idle') {
        host.selection.setHovered(event.hit?.kind === 'room' ? undefined : event.hit?.id)
      } else if (state.name === 'dragging') {
        update(state.drag, event)
      } else if (isBeyondClick(state.down, event)) {
        const drag = startDrag(host, state.down, state.wasSelected)
        if (drag) update(drag, event)
        else state = idle
      }
    },
    pointerUp(event) {
      if (state.name === 'pressed') click(host, state.down, state.wasSelected)
      if (state.name === 'dragging') {
        const { draft, drag } = state
        if (drag.label && draft?.operations) host.apply(draft.operations, drag.label)
        reset()
      }
      state = idle
      host.selection.setHovered(event.touch || event.hit?.kind === 'room' ? undefined : event.hit?.id)
    },
    doubleClick(event) {
      // One thing of a group.
      if (event.hit?.kind === 'item') host.selection.select(event.hit.id)
    },
    pointerLeave() {
      if (state.name === 'idle') host.selection.setHovered(undefined)
    },
    keyDown(key) {
      // Modifiers change a running drag at once (Alt suspends snapping).
      if (state.name === 'dragging' && (key.key === 'Alt' || key.key === 'Shift')) {
        update(state.drag, { ...state.last, modifiers: { shift: key.shift, alt: key.alt, mod: key.mod } })
        return true
      }
      return false
    },
    cancel() {
      if (state.name === 'idle') return false
      const wasDragging = state.name === 'dragging'
      reset()
      return wasDragging
    },
    isGesturing: () => state.name === 'dragging',
    leave: reset,
    cursor(event) {
      if (state.name === 'dragging') return 'grabbing'
      return cursorFor(event.hit, host)
    },
  }
}

function cursorFor(hit: Hit | undefined, host: ToolHost): string {
  if (!hit || hit.kind === 'room') return 'default'
  if (hit.kind === 'handle') return hit.handle === 'rotate' ? 'grab' : 'move'
  if (!host.canEdit()) return 'pointer'
  return hit.kind === 'item' || host.selection.has(hit.id) ? 'move' : 'pointer'
}

function isBeyondClick(down: ToolPointer, event: ToolPointer): boolean {
  const limit = (event.touch ? clickPx.touch : clickPx.mouse) * event.metresPerPixel
  return distance(down.plan, event.plan) > limit
}

function click(host: ToolHost, down: ToolPointer, wasSelected: boolean): void {
  const { hit, modifiers } = down
  if (!hit) {
    if (!modifiers.shift) host.selection.clear()
    return
  }
  if (hit.kind === 'handle') return
  const ids = hit.kind === 'item' ? withGroup(host, hit.id) : [hit.id]
  if (modifiers.shift) host.selection.select(ids, true)
  else if (!wasSelected || host.selection.ids().length > ids.length) host.selection.select(ids)
}

/** The item with the rest of its group; groups made by a drag of many do not count. */
function withGroup(host: ToolHost, id: Id): Id[] {
  const scene = host.scene()
  const item = scene.items.find((candidate) => candidate.id === id)
  const group = item?.group !== undefined ? scene.groups.find((candidate) => candidate.id === item.group) : undefined
  if (!group || group.implicit) return [id]
  const others = scene.items.filter((other) => other.group === group.id && other.id !== id)
  return [...others.map((other) => other.id), id]
}

function selectInside(host: ToolHost, marquee: { from: Point2; to: Point2 }, event: ToolPointer): void {
  const inside = collectInside(host.scene(), host.level(), marquee.from, marquee.to)
  host.selection.select(event.modifiers.shift ? [...new Set([...host.selection.ids(), ...inside])] : inside)
}

function startDrag(host: ToolHost, down: ToolPointer, wasSelected: boolean): Drag | undefined {
  const { hit, plan } = down
  const marquee: Drag = { label: undefined, update: (event) => ({ marquee: { from: plan, to: event.plan } }) }
  if (!hit || hit.kind === 'room') return marquee
  if (!host.canEdit()) return undefined
  const scene = host.scene()
  if (hit.kind === 'handle') return startHandleDrag(host, hit, plan)
  const thing = scene.byId.get(hit.id)
  if (!thing) return undefined
  if (hit.kind === 'item') {
    const grabbed = grabItems(host, hit.id, plan)
    return grabbed && { label: 'items-moved', update: (event) => dragItems(host, grabbed, event) }
  }
  if ((thing as { locked?: boolean }).locked) return undefined
  if (hit.kind === 'opening') {
    host.selection.select(hit.id)
    return { label: 'opening-moved', update: (event) => dragOpening(host, thing as SceneOpening, event) }
  }
  // A wall moves only once it is selected: a slip while picking must not shift the house.
  if (!wasSelected) return marquee
  return { label: 'wall-moved', update: (event) => dragWall(host, thing as SceneWall, plan, event) }
}

function startHandleDrag(host: ToolHost, hit: Hit & { kind: 'handle' }, plan: Point2): Drag | undefined {
  const scene = host.scene()
  if (hit.handle === 'rotate') {
    const items = host.selection
      .ids()
      .map((id) => scene.items.find((item) => item.id === id))
      .filter((item): item is SceneItem => item !== undefined && !item.locked)
    if (items.length === 0) return undefined
    const grabbed = grabRotation(items, plan)
    return { label: 'items-turned', update: (event) => rotateItems(grabbed, event) }
  }
  if (hit.handle === 'corner') return { label: 'corner-moved', update: (event) => dragCorner(host, hit.id, event) }
  const opening = scene.openings.find((candidate) => candidate.id === hit.id)
  if (!opening || opening.locked) return undefined
  const end = hit.handle === 'opening-a' ? 'a' : 'b'
  return { label: 'opening-resized', update: (event) => resizeOpening(host, opening, end, event) }
}

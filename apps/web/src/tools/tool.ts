import type { Id, Operation, Scene } from '@enfilade/scene'
import type { Draft } from '../interaction/draft.ts'
import type { GestureLabel } from '../interaction/gesture-labels.ts'
import type { ToolPointer } from '../interaction/pointer.ts'

/** What a tool may look at and do. The controller implements it over the editor; tests over a plain document. */
export type ToolHost = {
  /** The scene as it is in the document, without the draft. */
  scene(): Scene
  level(): Id
  canEdit(): boolean
  snapping(): boolean
  selection: {
    ids(): readonly Id[]
    has(id: Id): boolean
    select(ids: Id | readonly Id[], additive?: boolean): void
    clear(): void
    setHovered(id: Id | undefined): void
  }
  /** Shows a gesture; null: none goes on. */
  setDraft(draft: Draft | null): void
  /** Writes the document, as one undo step. @returns false when it was refused. */
  apply(operations: readonly Operation[], label: GestureLabel): boolean
  createId(): Id
  /** Back to the select tool. */
  finishTool(): void
  pendingKind(): { readonly category: string; readonly variant?: string; readonly dragging?: boolean } | undefined
}

export type ToolKey = { readonly key: string; readonly shift: boolean; readonly alt: boolean; readonly mod: boolean }

/**
 * A small state machine fed with events of either view. Every method may be left out. Only `pointerUp`, a chain's end
 * and keys write the document; everything before is a draft.
 */
export type Tool = {
  pointerDown?(event: ToolPointer): void
  pointerMove?(event: ToolPointer): void
  pointerUp?(event: ToolPointer): void
  doubleClick?(event: ToolPointer): void
  pointerLeave?(): void
  /** @returns true when the tool used the key, so that no shortcut sees it. */
  keyDown?(key: ToolKey): boolean
  /** Gives the running gesture up without a trace. @returns false when there was none. */
  cancel(): boolean
  /** True while there is something that undo and Esc would give up. Absent: never. */
  isGesturing?(): boolean
  /** Undo during a gesture: takes the gesture, or its last step, back. @returns false when there was none. */
  undo?(): boolean
  /** The tool is laid down: keep what the person would expect to be kept. */
  leave?(): void
  /** CSS cursor for what lies under the pointer. */
  cursor?(event: ToolPointer): string
}

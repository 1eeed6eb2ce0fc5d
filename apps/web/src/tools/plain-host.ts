import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Id,
  type Operation,
  readScene,
  type Scene,
  type SceneDocument,
} from '@enfilade/scene'
import type { Draft } from '../interaction/draft.ts'
import { noModifiers, type ToolPointer } from '../interaction/pointer.ts'
import type { ToolHost } from './tool.ts'

/** A tool host over a plain document, with no editor around it: what tests drive tools with. */
export type PlainHost = ToolHost & {
  readonly document: SceneDocument
  /** The last draft; null: none. */
  readonly draft: Draft | null
  /** Labels of the steps written so far. */
  readonly written: readonly string[]
  /** The scene with the draft as if it were written. */
  preview(): Scene
  /** Writes without a tool. */
  write(...operations: Operation[]): void
  editable: boolean
  pending: ReturnType<ToolHost['pendingKind']>
}

export function createPlainHost(document: SceneDocument = createEmptyDocument()): PlainHost {
  const written: string[] = []
  let current = document
  let draft: Draft | null = null
  let ids: readonly Id[] = []
  let count = 0
  const createId = () => `id-${(count++).toString().padStart(5, '0')}`
  const after = (operations: readonly Operation[], freshId: () => Id): SceneDocument => {
    let next = current
    for (const operation of operations) {
      const outcome = applyOperation(next, operation, { createId: freshId })
      if (!outcome.ok) throw new Error(`${operation.type}: ${outcome.message}`)
      next = applyChange(next, outcome.change)
    }
    return next
  }
  const host: PlainHost = {
    scene: () => readScene(current),
    level: () => readScene(current).levels[0]!.id,
    canEdit: () => host.editable,
    snapping: () => true,
    selection: {
      ids: () => ids,
      has: (id) => ids.includes(id),
      select(value, additive) {
        const next = typeof value === 'string' ? [value] : [...value]
        ids = additive ? [...ids.filter((id) => !next.includes(id)), ...next.filter((id) => !ids.includes(id))] : next
      },
      clear() {
        ids = []
      },
      setHovered() {},
    },
    setDraft(next) {
      draft = next
    },
    apply(operations, label) {
      current = after(operations, createId)
      written.push(label)
      return true
    },
    createId,
    finishTool() {
      host.pending = undefined
    },
    pendingKind: () => host.pending,
    get document() {
      return current
    },
    get draft() {
      return draft
    },
    written,
    preview() {
      let fresh = 0
      return readScene(after(draft?.operations ?? [], () => `preview-${fresh++}`))
    },
    write(...operations) {
      current = after(operations, createId)
    },
    editable: true,
    pending: undefined,
  }
  return host
}

/** A pointer event at a plan point, as the plan view would send it at 100 pixels a metre. */
export function pointerAt(x: number, y: number, more: Partial<ToolPointer> = {}): ToolPointer {
  return {
    view: 'plan',
    plan: [x, y],
    hit: undefined,
    modifiers: noModifiers,
    metresPerPixel: 0.01,
    touch: false,
    ...more,
  }
}

/** Keys of a text, one by one. */
export function typeText(press: (key: string) => void, text: string): void {
  for (const key of text) press(key)
}

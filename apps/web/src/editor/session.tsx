import {
  applyOperation,
  applyChange as applyToDocument,
  type Change,
  type ChangeOrigin,
  createSceneReader,
  type Id,
  isEmptyChange,
  mergeChanges,
  type Operation,
  type Scene,
  type SceneDocument,
} from '@enfilade/scene'
import { createSceneStore, createUndo, type SceneOrigin } from '@enfilade/scene-yjs'
import {
  type Accessor,
  createContext,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Locale } from '../i18n/locale.ts'
import { createPresence, type Presence } from './presence.ts'
import type { PresenceUser } from './presence-state.ts'
import { createSelection, type Selection } from './selection.ts'
import { createViewState, type ViewState } from './view-state.ts'

export type Role = 'view' | 'comment' | 'edit' | 'owner'

export type Refusal = { readonly ok: false; readonly code: string; readonly message: string }
export type EditOutcome = { readonly ok: true; readonly change: Change } | Refusal

export type ApplyOptions = {
  /** What the step is called in undo, already in the person's language. */
  readonly label?: string
  /** Steps in a row with one key become one undo step (arrow-key nudges, a slider). */
  readonly coalesce?: string
}

/** One open space: the document, its one road for edits, and what this person holds and sees. */
export type Editor = {
  /** The current valid scene. Objects that did not change keep their identity from read to read. */
  readonly scene: Accessor<Scene>
  /** The raw records behind it; tracked when read in a reactive scope. */
  document(): SceneDocument
  /** Operations → change → one transaction and one undo step. A refusal is shown as a toast and writes nothing. */
  apply(operation: Operation | readonly Operation[], options?: ApplyOptions): EditOutcome
  /** A change made elsewhere (copilot, script panel) as one undo step of this person. */
  applyChange(change: Change, origin: ChangeOrigin, options?: ApplyOptions): EditOutcome
  /** Takes back my last step; during a gesture it cancels the gesture instead. */
  undo(): void
  redo(): void
  readonly canUndo: Accessor<boolean>
  readonly canRedo: Accessor<boolean>
  /** A tool says that a gesture begins and how to cancel it; `endGesture` when it is over either way. */
  beginGesture(cancel: () => void): void
  endGesture(): void
  readonly isGesturing: Accessor<boolean>
  readonly role: Accessor<Role>
  /** False for viewers and commenters, and while the space is read-only. */
  readonly canEdit: Accessor<boolean>
  createId(): Id
  readonly locale: Accessor<Locale>
  readonly selection: Selection
  readonly presence: Presence
  readonly view: ViewState
}

export type EditorOptions = {
  readonly ydoc: Y.Doc
  readonly awareness: Awareness
  readonly user: PresenceUser
  readonly role: Accessor<Role>
  /** Why nothing can be written just now although the role allows it; undefined: it can. */
  readonly readOnlyReason?: Accessor<string | undefined>
  readonly locale: Accessor<Locale>
  createId(): Id
  onRefused(refusal: Refusal): void
}

/** Makes the editor of one space inside a reactive owner, which also ends it. The doc and awareness stay the caller's. */
export function createEditor(options: EditorOptions): Editor {
  const origin: SceneOrigin = { type: 'user', by: options.user.id }
  const store = createSceneStore(options.ydoc)
  const history = createUndo(store, origin)
  const reader = createSceneReader()
  const [document, setDocument] = createSignal<SceneDocument>(store.document)
  const [depth, setDepth] = createSignal({ canUndo: false, canRedo: false })
  const [cancelGesture, setCancelGesture] = createSignal<() => void>()
  const scene = createMemo(() => reader.read(document()))
  const canEdit = createMemo(
    () => (options.role() === 'edit' || options.role() === 'owner') && options.readOnlyReason?.() === undefined,
  )
  const selection = createSelection(scene)

  const stops = [
    store.subscribe((_change, _origin, next) => setDocument(next)),
    history.subscribe(() => setDepth({ canUndo: history.canUndo, canRedo: history.canRedo })),
  ]
  onCleanup(() => {
    for (const stop of stops) stop()
    store.destroy()
  })

  const refuse = (code: string, message: string): Refusal => {
    const refusal: Refusal = { ok: false, code, message }
    options.onRefused(refusal)
    return refusal
  }
  const write = (change: Change, type: ChangeOrigin, applyOptions: ApplyOptions = {}): EditOutcome => {
    if (!canEdit()) return refuse('read-only', options.readOnlyReason?.() ?? 'This link can look but not change.')
    if (!isEmptyChange(change)) history.apply(change, { ...applyOptions, origin: { ...origin, type } })
    return { ok: true, change }
  }
  const step = (move: 'undo' | 'redo') => {
    const cancel = cancelGesture()
    if (cancel) {
      setCancelGesture(undefined)
      cancel()
    } else if (canEdit()) history[move]()
  }

  return {
    scene,
    document,
    apply(operations, applyOptions) {
      let change: Change = { added: {}, removed: {}, updated: {} }
      let current = store.document
      for (const operation of Array.isArray(operations) ? operations : [operations]) {
        const outcome = applyOperation(current, operation as Operation, { createId: options.createId })
        if (!outcome.ok) return refuse(outcome.code, outcome.message)
        current = applyToDocument(current, outcome.change)
        change = mergeChanges(change, outcome.change)
      }
      return write(change, 'user', applyOptions)
    },
    applyChange: write,
    undo: () => step('undo'),
    redo: () => step('redo'),
    canUndo: createMemo(() => canEdit() && depth().canUndo),
    canRedo: createMemo(() => canEdit() && depth().canRedo),
    beginGesture: (cancel) => setCancelGesture(() => cancel),
    endGesture: () => setCancelGesture(undefined),
    isGesturing: createMemo(() => cancelGesture() !== undefined),
    role: options.role,
    canEdit,
    createId: options.createId,
    locale: options.locale,
    selection,
    presence: createPresence({ awareness: options.awareness, user: options.user, selection: selection.ids }),
    view: createViewState(scene),
  }
}

const EditorContext = createContext<Editor>()

export function EditorProvider(props: ParentProps<{ editor: Editor }>) {
  return <EditorContext.Provider value={props.editor}>{props.children}</EditorContext.Provider>
}

/** @throws when there is no editor above. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor)
    throw new Error('useEditor: no editor here; put the component under <EditorProvider editor={createEditor(…)}>')
  return editor
}

export const useSelection = (): Selection => useEditor().selection
export const usePresence = (): Presence => useEditor().presence
export const useViewState = (): ViewState => useEditor().view

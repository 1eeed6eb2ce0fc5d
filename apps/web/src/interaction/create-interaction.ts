import type { Id, Operation, Scene } from '@enfilade/scene'
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Draft as PresenceDraft } from '../editor/presence-state.ts'
import type { Editor } from '../editor/session.tsx'
import type { ToolName } from '../editor/view-state.ts'
import {
  createItemTool,
  createMeasureTool,
  createOpeningTool,
  createPanTool,
  createSelectTool,
  createWallTool,
  type Tool,
  type ToolHost,
  type ToolKey,
} from '../tools/index.ts'
import { createDisplayReader, peerOperations } from './display-scene.ts'
import { type Draft, draftForPeers } from './draft.ts'
import { type GestureLabel, gestureLabels } from './gesture-labels.ts'
import { createGhostReader, type Ghosts } from './ghosts.ts'
import { collectHandles, type Handle } from './handles.ts'
import type { ToolPointer, ViewName } from './pointer.ts'
import { isLook, wearLooks } from './proposed-look.ts'
import { runShortcut } from './run-shortcut.ts'
import type { Shortcut } from './shortcuts.ts'

/** What both views share: one scene to draw, one gesture, one set of tools. */
export type Interaction = {
  readonly editor: Editor
  /**
   * The scene with my gesture and those of peers as if they were over, in the look that a proposal would give it. This,
   * not the editor's, is what views draw.
   */
  readonly display: Accessor<Scene>
  readonly draft: Accessor<Draft | null>
  /** Ids of what is in my hand, and in peers' hands. */
  readonly held: Accessor<ReadonlySet<Id>>
  readonly ghosts: Accessor<Ghosts>
  readonly level: Accessor<Id>
  readonly tool: Accessor<Tool>
  handles(metresPerPixel: number): readonly Handle[]
  pointerDown(event: ToolPointer): void
  pointerMove(event: ToolPointer): void
  pointerUp(event: ToolPointer): void
  doubleClick(event: ToolPointer): void
  pointerLeave(): void
  cursor(event: ToolPointer): string
  /** @returns true when the active tool used the key. */
  toolKey(key: ToolKey): boolean
  run(shortcut: Shortcut): boolean
  /** Writes operations as one step with a name of its own. */
  apply(operations: readonly Operation[], label: GestureLabel, coalesce?: string): boolean
  /** Gives up the gesture if one goes on. */
  cancel(): boolean
  /** Space is down: the main button pans. */
  readonly isPanning: Accessor<boolean>
  setSpace(down: boolean): void
  /** The view that had the last pointer or focus: commands and nudges go by it. */
  readonly activeView: Accessor<ViewName>
  setActiveView(view: ViewName): void
  /** Yaw of the 3D camera, so that arrow keys move things as they are seen. */
  setHeading(yaw: number): void
  readonly heading: () => number
}

type PeerDraft = { readonly clientId: number; readonly draft: PresenceDraft }

/** Makes the interaction of an editor inside a reactive owner. */
export function createInteraction(editor: Editor): Interaction {
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const [isSpaceDown, setSpace] = createSignal(false)
  const [activeView, setActiveView] = createSignal<ViewName>('plan')
  const level = createMemo(() => editor.view.level() ?? '')
  let heading = 0

  const peerDrafts = createMemo<readonly PeerDraft[]>(
    () => editor.presence.peers().flatMap(({ clientId, draft }) => (draft ? [{ clientId, draft }] : [])),
    [],
    { equals: (a, b) => a.length === b.length && JSON.stringify(a) === JSON.stringify(b) },
  )
  const read = createDisplayReader()
  const display = createMemo(() => {
    const operations = peerDrafts().flatMap((peer) => peerOperations(peer.draft, level(), peer.clientId))
    return read(wearLooks(editor.document(), editor.view.ghostGroups()), [
      ...operations,
      ...(draft()?.operations ?? []),
    ])
  })
  const held = createMemo<ReadonlySet<Id>>(
    () => new Set([...(draft()?.held ?? []), ...peerDrafts().flatMap((peer) => Object.keys(peer.draft.moves ?? {}))]),
    new Set<Id>(),
    { equals: (a, b) => a.size === b.size && [...a].every((id) => b.has(id)) },
  )
  const readGhosts = createGhostReader()
  const ghosts = createMemo(() =>
    readGhosts(
      editor.document(),
      editor.view.ghostGroups().filter((group) => !isLook(group.change)),
    ),
  )

  const apply = (operations: readonly Operation[], label: GestureLabel, coalesce?: string) =>
    editor.apply(operations, { label: gestureLabels[editor.locale()][label], ...(coalesce ? { coalesce } : {}) }).ok

  const host: ToolHost = {
    scene: editor.scene,
    level,
    canEdit: editor.canEdit,
    snapping: editor.view.snapping,
    selection: editor.selection,
    setDraft(next) {
      setDraft(next)
      editor.presence.setDraft(next && draftForPeers(next))
    },
    apply,
    createId: editor.createId,
    finishTool: () => editor.view.setTool('select'),
    pendingKind: editor.view.pendingKind,
  }
  const tools: { readonly [name in ToolName]: Tool } = {
    select: createSelectTool(host),
    wall: createWallTool(host),
    door: createOpeningTool(host, 'door'),
    window: createOpeningTool(host, 'window'),
    item: createItemTool(host),
    measure: createMeasureTool(host),
    pan: createPanTool(),
  }
  const tool = createMemo(() => tools[editor.view.tool()])
  createEffect(
    on(tool, (_next, previous) => {
      if (previous) act(() => previous.leave?.())
      return undefined
    }),
  )
  onCleanup(() => tool().leave?.())

  let isGesturing = false
  const syncGesture = () => {
    const now = tool().isGesturing?.() ?? false
    if (now && !isGesturing) editor.beginGesture(undoGesture)
    if (!now && isGesturing) editor.endGesture()
    isGesturing = now
  }
  const act = (run: () => void) => {
    batch(run)
    syncGesture()
  }
  const undoGesture = () => {
    isGesturing = false
    act(() => {
      if (!tool().undo?.()) tool().cancel()
    })
  }

  const interaction: Interaction = {
    editor,
    display,
    draft,
    held,
    ghosts,
    level,
    tool,
    handles: (metresPerPixel) =>
      editor.canEdit() && editor.view.tool() === 'select'
        ? collectHandles(display(), editor.selection.ids(), metresPerPixel)
        : [],
    pointerDown: (event) => act(() => tool().pointerDown?.(event)),
    pointerMove: (event) => act(() => tool().pointerMove?.(event)),
    pointerUp: (event) => act(() => tool().pointerUp?.(event)),
    doubleClick: (event) => act(() => tool().doubleClick?.(event)),
    pointerLeave: () => act(() => tool().pointerLeave?.()),
    cursor: (event) => tool().cursor?.(event) ?? 'default',
    toolKey(key) {
      let used = false
      act(() => {
        used = tool().keyDown?.(key) ?? false
      })
      return used
    },
    run: (shortcut) => runShortcut(interaction, shortcut),
    apply,
    cancel() {
      let cancelled = false
      act(() => {
        cancelled = tool().cancel()
      })
      return cancelled
    },
    isPanning: createMemo(() => isSpaceDown() || editor.view.tool() === 'pan'),
    setSpace,
    activeView,
    setActiveView,
    setHeading: (yaw) => {
      heading = yaw
    },
    heading: () => heading,
  }
  return interaction
}

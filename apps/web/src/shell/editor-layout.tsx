import { createEffect, on, onCleanup, Show } from 'solid-js'
import { useEditor } from '../editor/session.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { Drawers } from './catalogue/drawers.tsx'
import { EmptyHint } from './empty-hint.tsx'
import { FollowBanner } from './people/follow-banner.tsx'
import { ToolRail } from './rail/tool-rail.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { SidePanels } from './side-panels.tsx'
import { Stage } from './stage.tsx'
import { TopBar } from './top-bar/top-bar.tsx'
import './editor-layout.css'

/** The editor's frame: bar, tools, drawer, the drawing itself, and the panels beside it. */
export function EditorLayout() {
  const { t } = useI18n()
  const editor = useEditor()
  // A card that was dragged and let go outside the drawing places nothing. The views hear the pointer first.
  const dropPending = () => {
    if (editor.view.pendingKind()?.dragging) editor.view.setPendingKind(undefined)
  }
  createEffect(
    on(
      () => editor.view.pendingKind()?.dragging === true,
      (isDragging) => {
        if (!isDragging) return
        const drop = () => setTimeout(dropPending)
        window.addEventListener('pointerup', drop)
        window.addEventListener('pointercancel', drop)
        onCleanup(() => {
          window.removeEventListener('pointerup', drop)
          window.removeEventListener('pointercancel', drop)
        })
      },
    ),
  )
  return (
    <div class="editor" data-role={editor.role()}>
      <TopBar />
      <div class="editor-body">
        <ToolRail />
        <Show when={editor.view.mode() !== 'walk'}>
          <Drawers />
        </Show>
        <main class="stage" aria-label={t('stage.label')}>
          <Stage />
          <FollowBanner />
          <EmptyHint />
        </main>
        <Show when={editor.view.mode() !== 'walk' && editor.view.panel() !== undefined}>
          <SidePanels />
        </Show>
      </div>
      <ShortcutsSheet />
    </div>
  )
}

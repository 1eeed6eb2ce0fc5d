import { Tabs } from '@kobalte/core/tabs'
import Code from 'lucide-solid/icons/code'
import Palette from 'lucide-solid/icons/palette'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import Sparkles from 'lucide-solid/icons/sparkles'
import X from 'lucide-solid/icons/x'
import { lazy, Show, Suspense } from 'solid-js'
import { IconButton } from '../controls/icon-button.tsx'
import { useEditor } from '../editor/session.tsx'
import type { SidePanel } from '../editor/view-state.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { CopilotPanel } from './copilot/copilot-panel.tsx'
import { Inspector } from './inspector/inspector.tsx'
import { LookPanel } from './look/look-panel.tsx'
import { PanelBoundary } from './panel-boundary.tsx'
import './side-panels.css'

const ScriptPanel = lazy(() => import('./script/script-panel.tsx').then((module) => ({ default: module.ScriptPanel })))

/** Inspector, look, copilot and script: one at a time, beside the drawing. */
export function SidePanels() {
  const { t } = useI18n()
  const editor = useEditor()
  const canAsk = () => editor.role() === 'edit' || editor.role() === 'owner'
  return (
    <aside class="side" aria-label={t('panel.label')}>
      <Tabs
        class="side-tabs"
        value={editor.view.panel()}
        onChange={(panel) => editor.view.setPanel(panel as SidePanel)}
      >
        <div class="side-head">
          <Tabs.List class="side-tab-list">
            <Tabs.Trigger class="side-tab" value="inspector" data-testid="tab-inspector">
              <SlidersHorizontal size={15} />
              {t('panel.inspector')}
            </Tabs.Trigger>
            <Tabs.Trigger class="side-tab" value="look" data-testid="tab-look">
              <Palette size={15} />
              {t('panel.look')}
            </Tabs.Trigger>
            <Show when={canAsk()}>
              <Tabs.Trigger class="side-tab" value="copilot" data-testid="tab-copilot">
                <Sparkles size={15} />
                {t('panel.copilot')}
              </Tabs.Trigger>
            </Show>
            <Tabs.Trigger class="side-tab" value="script" data-testid="tab-script">
              <Code size={15} />
              {t('panel.script')}
            </Tabs.Trigger>
          </Tabs.List>
          <IconButton
            class="small"
            label={t('panel.close')}
            placement="left"
            onClick={() => editor.view.setPanel(undefined)}
          >
            <X size={16} />
          </IconButton>
        </div>
        <Tabs.Content class="side-content" value="inspector" data-testid="inspector">
          <PanelBoundary>
            <Inspector />
          </PanelBoundary>
        </Tabs.Content>
        <Tabs.Content class="side-content" value="look" data-testid="look-panel">
          <PanelBoundary>
            <LookPanel />
          </PanelBoundary>
        </Tabs.Content>
        <Show when={canAsk()}>
          <Tabs.Content class="side-content" value="copilot" data-testid="copilot-panel">
            <PanelBoundary>
              <CopilotPanel />
            </PanelBoundary>
          </Tabs.Content>
        </Show>
        <Tabs.Content class="side-content" value="script" data-testid="script-panel">
          <PanelBoundary>
            <Suspense fallback={<div class="side-wait skeleton" />}>
              <ScriptPanel />
            </Suspense>
          </PanelBoundary>
        </Tabs.Content>
      </Tabs>
    </aside>
  )
}

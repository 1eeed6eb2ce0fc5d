import AppWindow from 'lucide-solid/icons/app-window'
import Armchair from 'lucide-solid/icons/armchair'
import BrickWall from 'lucide-solid/icons/brick-wall'
import DoorOpen from 'lucide-solid/icons/door-open'
import Hand from 'lucide-solid/icons/hand'
import Keyboard from 'lucide-solid/icons/keyboard'
import List from 'lucide-solid/icons/list'
import Magnet from 'lucide-solid/icons/magnet'
import Maximize from 'lucide-solid/icons/maximize'
import MousePointer2 from 'lucide-solid/icons/mouse-pointer-2'
import PanelRight from 'lucide-solid/icons/panel-right'
import Ruler from 'lucide-solid/icons/ruler'
import { For, type JSX, Show } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { useEditor } from '../../editor/session.tsx'
import type { ToolName } from '../../editor/view-state.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { toolKeys } from '../../interaction/shortcuts.ts'
import './tool-rail.css'

type Entry = {
  readonly tool: ToolName
  readonly icon: () => JSX.Element
  readonly edits: boolean
}

const entries: readonly Entry[] = [
  { tool: 'select', icon: () => <MousePointer2 size={18} />, edits: false },
  { tool: 'pan', icon: () => <Hand size={18} />, edits: false },
  { tool: 'wall', icon: () => <BrickWall size={18} />, edits: true },
  { tool: 'door', icon: () => <DoorOpen size={18} />, edits: true },
  { tool: 'window', icon: () => <AppWindow size={18} />, edits: true },
  { tool: 'item', icon: () => <Armchair size={18} />, edits: true },
  { tool: 'measure', icon: () => <Ruler size={18} />, edits: true },
]

const keyOf = (tool: ToolName) =>
  Object.keys(toolKeys)
    .find((key) => toolKeys[key] === tool)
    ?.toUpperCase()

/** Tools with their keys; what can't be done with this role is not there. */
export function ToolRail() {
  const { t } = useI18n()
  const editor = useEditor()
  const { view } = editor
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  const pick = (tool: ToolName) => {
    // The item tool needs something to place: its button opens the catalogue first.
    if (tool === 'item') view.setDrawer(view.drawer() === 'catalogue' ? undefined : 'catalogue')
    else view.setTool(tool)
  }
  const isDisabled = (entry: Entry) => view.mode() === 'walk' || (entry.edits && !editor.canEdit())
  return (
    <nav class="rail" aria-label={t('rail.label')}>
      <For each={entries.filter((entry) => !entry.edits || isEditor())}>
        {(entry) => (
          <IconButton
            label={t(`tool.${entry.tool}`)}
            keys={view.letterKeys() ? keyOf(entry.tool) : undefined}
            placement="right"
            data-testid={`tool-${entry.tool}`}
            aria-pressed={view.tool() === entry.tool}
            aria-expanded={entry.tool === 'item' ? view.drawer() === 'catalogue' : undefined}
            disabled={isDisabled(entry)}
            onClick={() => pick(entry.tool)}
          >
            {entry.icon()}
          </IconButton>
        )}
      </For>
      <span class="rail-gap" />
      <IconButton
        label={t('rail.outline')}
        placement="right"
        aria-expanded={view.drawer() === 'outline'}
        onClick={() => view.setDrawer(view.drawer() === 'outline' ? undefined : 'outline')}
      >
        <List size={18} />
      </IconButton>
      <IconButton label={t('rail.fit')} keys="⇧1" placement="right" onClick={() => view.command('fit')}>
        <Maximize size={17} />
      </IconButton>
      <Show when={isEditor()}>
        <IconButton
          label={view.snapping() ? t('rail.snapping-on') : t('rail.snapping-off')}
          placement="right"
          aria-pressed={view.snapping()}
          onClick={() => view.setSnapping((on) => !on)}
        >
          <Magnet size={18} />
        </IconButton>
      </Show>
      <Show when={view.panel() === undefined}>
        <IconButton label={t('panel.open')} placement="right" onClick={() => view.setPanel('inspector')}>
          <PanelRight size={18} />
        </IconButton>
      </Show>
      <IconButton label={t('shortcuts.title')} keys="?" placement="right" onClick={() => view.setShortcutsOpen(true)}>
        <Keyboard size={18} />
      </IconButton>
    </nav>
  )
}

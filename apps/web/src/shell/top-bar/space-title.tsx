import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import ClockFading from 'lucide-solid/icons/clock-fading'
import FileJson from 'lucide-solid/icons/file-braces'
import FileCode from 'lucide-solid/icons/file-code'
import Pencil from 'lucide-solid/icons/pencil'
import SquareStack from 'lucide-solid/icons/ruler-dimension-line'
import { createSignal, Show } from 'solid-js'
import { useEditor } from '../../editor/session.tsx'
import { maximumSpaceName } from '../../home/create-space-dialog.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { downloadPlan, downloadSceneJson, downloadScript } from '../download.ts'
import { useSpace } from '../space-context.tsx'
import { VersionsDialog } from '../versions-dialog.tsx'

/** The space's name, edited in place, with what can be done with the space as a whole. */
export function SpaceTitle() {
  const { t } = useI18n()
  const editor = useEditor()
  const space = useSpace()
  const [isEditing, setEditing] = createSignal(false)
  const [isVersions, setVersions] = createSignal(false)
  const shownName = () => space.name() || t('space.untitled')
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  let escaped = false

  const finish = (value: string) => {
    setEditing(false)
    const next = value.trim()
    if (!escaped && next !== '' && next !== space.name()) void space.rename(next)
    escaped = false
  }
  return (
    <div class="space-title">
      <Show
        when={isEditing()}
        fallback={
          <Show when={isEditor()} fallback={<span class="space-name">{shownName()}</span>}>
            <button
              type="button"
              class="space-name"
              data-testid="space-name"
              title={t('space.rename')}
              onClick={() => setEditing(true)}
            >
              {shownName()}
            </button>
          </Show>
        }
      >
        <input
          class="input space-name-input"
          aria-label={t('space.name')}
          maxLength={maximumSpaceName}
          value={space.name()}
          ref={(input) => queueMicrotask(() => input.select())}
          onBlur={(event) => finish(event.currentTarget.value)}
          onKeyDown={(event) => {
            event.stopPropagation()
            if (event.key === 'Escape') escaped = true
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      </Show>
      <DropdownMenu placement="bottom-start" gutter={6}>
        <DropdownMenu.Trigger class="icon-button small" aria-label={t('space.menu')} data-testid="space-menu">
          <ChevronDown size={15} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu">
            <Show when={isEditor()}>
              <DropdownMenu.Item class="menu-item" onSelect={() => setEditing(true)}>
                <Pencil size={15} />
                {t('space.rename')}
              </DropdownMenu.Item>
            </Show>
            <Show when={isEditor()}>
              <DropdownMenu.Item class="menu-item" onSelect={() => setVersions(true)}>
                <ClockFading size={15} />
                {t('versions.title')}
              </DropdownMenu.Item>
              <DropdownMenu.Separator class="menu-separator" />
            </Show>
            <DropdownMenu.Item class="menu-item" onSelect={() => downloadPlan(editor, shownName())}>
              <SquareStack size={15} />
              {t('download.plan')}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu-item" onSelect={() => downloadScript(editor, shownName())}>
              <FileCode size={15} />
              {t('download.script')}
            </DropdownMenu.Item>
            <DropdownMenu.Item class="menu-item" onSelect={() => downloadSceneJson(editor, shownName())}>
              <FileJson size={15} />
              {t('download.json')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
      <VersionsDialog open={isVersions()} onOpenChange={setVersions} />
    </div>
  )
}

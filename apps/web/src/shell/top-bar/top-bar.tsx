import { A } from '@solidjs/router'
import Box from 'lucide-solid/icons/box'
import Columns2 from 'lucide-solid/icons/columns-2'
import Eye from 'lucide-solid/icons/eye'
import Footprints from 'lucide-solid/icons/footprints'
import Grid2x2 from 'lucide-solid/icons/grid-2x2'
import PanelBottom from 'lucide-solid/icons/panel-bottom'
import Redo2 from 'lucide-solid/icons/redo-2'
import Undo2 from 'lucide-solid/icons/undo-2'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, Match, Show, Switch } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { Logo } from '../../controls/logo.tsx'
import { Segmented } from '../../controls/segmented.tsx'
import { useEditor } from '../../editor/session.tsx'
import type { ViewMode } from '../../editor/view-state.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { PeopleBar } from '../people/people-bar.tsx'
import { ShareDialog } from '../share/share-dialog.tsx'
import { commandKey } from '../shortcut-groups.ts'
import { ConnectionPill } from './connection-pill.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { SpaceTitle } from './space-title.tsx'
import './top-bar.css'

export function TopBar() {
  const { t } = useI18n()
  const editor = useEditor()
  const [isSharing, setSharing] = createSignal(false)
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  return (
    <header class="top-bar">
      <A href="/" class="top-bar-home" aria-label={t('nav.home')}>
        <Logo size={22} />
      </A>
      <SpaceTitle />
      <ConnectionPill />
      <Segmented<ViewMode>
        label={t('view.label')}
        class="top-bar-views"
        value={editor.view.mode()}
        onChange={(mode) => editor.view.setMode(mode)}
        segments={[
          { value: 'plan', label: t('view.plan'), testId: 'view-plan', icon: () => <Grid2x2 size={15} /> },
          { value: 'split', label: t('view.split'), testId: 'view-split', icon: () => <Columns2 size={15} /> },
          { value: '3d', label: t('view.3d'), testId: 'view-3d', icon: () => <Box size={15} /> },
          { value: 'walk', label: t('view.walk'), testId: 'view-walk', icon: () => <Footprints size={15} /> },
        ]}
      />
      <div class="top-bar-end">
        <Show when={isEditor()}>
          <div class="top-bar-group">
            <IconButton
              label={t('action.undo')}
              keys={commandKey('Z')}
              data-testid="undo"
              disabled={!editor.canUndo() && !editor.isGesturing()}
              onClick={() => editor.undo()}
            >
              <Undo2 size={17} />
            </IconButton>
            <IconButton
              label={t('action.redo')}
              keys={commandKey('⇧Z')}
              data-testid="redo"
              disabled={!editor.canRedo()}
              onClick={() => editor.redo()}
            >
              <Redo2 size={17} />
            </IconButton>
          </div>
        </Show>
        <PeopleBar />
        <LanguageMenu />
        <IconButton
          class="narrow-only"
          label={t(editor.view.panel() ? 'panel.close' : 'panel.open')}
          aria-pressed={editor.view.panel() !== undefined}
          onClick={() => editor.view.setPanel(editor.view.panel() ? undefined : 'inspector')}
        >
          <PanelBottom size={17} />
        </IconButton>
        <Switch>
          <Match when={editor.role() === 'owner'}>
            <button type="button" class="button accent" data-testid="share-open" onClick={() => setSharing(true)}>
              <UserPlus size={15} />
              <span class="wide-only">{t('share.open')}</span>
            </button>
            <ShareDialog open={isSharing()} onOpenChange={setSharing} />
          </Match>
          <Match when={editor.role() === 'view' || editor.role() === 'comment'}>
            <span class="badge role-badge" data-testid="role-badge">
              <Eye size={13} />
              {t('role.view-only')}
            </span>
          </Match>
        </Switch>
      </div>
    </header>
  )
}

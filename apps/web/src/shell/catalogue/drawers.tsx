import X from 'lucide-solid/icons/x'
import { type JSX, Match, Switch } from 'solid-js'
import { IconButton } from '../../controls/icon-button.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { Outline } from '../outline.tsx'
import { CataloguePanel } from './catalogue-panel.tsx'
import './drawers.css'

function Drawer(props: { title: string; children: JSX.Element }) {
  const { t } = useI18n()
  const editor = useEditor()
  return (
    <section class="drawer" aria-label={props.title}>
      <header class="drawer-head">
        <h2>{props.title}</h2>
        <IconButton
          class="small"
          label={t('action.close')}
          placement="right"
          onClick={() => editor.view.setDrawer(undefined)}
        >
          <X size={16} />
        </IconButton>
      </header>
      {props.children}
    </section>
  )
}

/** What opens beside the tools: things to place, or the list of what is there. */
export function Drawers() {
  const { t } = useI18n()
  const editor = useEditor()
  const isEditor = () => editor.role() === 'edit' || editor.role() === 'owner'
  return (
    <Switch>
      <Match when={editor.view.drawer() === 'catalogue' && isEditor()}>
        <Drawer title={t('catalogue.title')}>
          <CataloguePanel />
        </Drawer>
      </Match>
      <Match when={editor.view.drawer() === 'outline'}>
        <Drawer title={t('rail.outline')}>
          <div class="drawer-scroll">
            <Outline />
          </div>
        </Drawer>
      </Match>
    </Switch>
  )
}

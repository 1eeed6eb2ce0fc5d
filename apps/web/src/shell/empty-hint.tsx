import Sparkles from 'lucide-solid/icons/sparkles'
import SquareDashed from 'lucide-solid/icons/square-dashed'
import { createMemo, Show } from 'solid-js'
import { useEditor } from '../editor/session.tsx'
import { useI18n } from '../i18n/i18n.tsx'

/** What to do first in a space that has nothing in it. */
export function EmptyHint() {
  const { t } = useI18n()
  const editor = useEditor()
  const isEmpty = createMemo(() => editor.scene().walls.length === 0 && editor.scene().items.length === 0)
  const isShown = () => isEmpty() && editor.view.tool() === 'select' && editor.view.ghostGroups().length === 0
  return (
    <Show when={isShown()}>
      <div class="empty-hint">
        <Show when={editor.canEdit()} fallback={<p>{t('empty.view')}</p>}>
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.lead')}</p>
          <div class="empty-hint-actions">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                if (editor.view.mode() === '3d') editor.view.setMode('split')
                editor.view.setTool('wall')
              }}
            >
              <SquareDashed size={16} />
              {t('empty.draw')}
              <kbd>W</kbd>
            </button>
            <button type="button" class="button" onClick={() => editor.view.setPanel('copilot')}>
              <Sparkles size={16} />
              {t('empty.ask')}
            </button>
          </div>
        </Show>
      </div>
    </Show>
  )
}

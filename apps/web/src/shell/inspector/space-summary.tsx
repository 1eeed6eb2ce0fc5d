import { createMemo, Show } from 'solid-js'
import { useEditor } from '../../editor/session.tsx'
import { formatArea } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Outline } from '../outline.tsx'

/** Nothing is selected: the space in numbers, and everything in it as a list. */
export function SpaceSummary() {
  const { t, locale } = useI18n()
  const { scene } = useEditor()
  const area = createMemo(() => scene().rooms.reduce((sum, room) => sum + room.area, 0))
  return (
    <>
      <dl class="summary">
        <div>
          <dt>{t('summary.rooms')}</dt>
          <dd class="numeric">{scene().rooms.length}</dd>
        </div>
        <div>
          <dt>{t('summary.area')}</dt>
          <dd class="numeric">{formatArea(area(), locale())}</dd>
        </div>
        <div>
          <dt>{t('summary.items')}</dt>
          <dd class="numeric">{scene().items.length}</dd>
        </div>
      </dl>
      <Show
        when={scene().rooms.length > 0 || scene().items.length > 0}
        fallback={<p class="inspector-empty">{t('inspector.empty')}</p>}
      >
        <div class="inspector-outline">
          <Outline />
        </div>
      </Show>
    </>
  )
}

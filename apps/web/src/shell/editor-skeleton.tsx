import { Logo } from '../controls/logo.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import './editor-layout.css'
import './top-bar/top-bar.css'

/** The editor's shape while the space is on its way. */
export function EditorSkeleton() {
  const { t } = useI18n()
  return (
    <div class="editor editor-skeleton" role="status" aria-label={t('space.loading')}>
      <div class="top-bar">
        <span class="top-bar-home">
          <Logo size={22} />
        </span>
        <span class="skeleton" style={{ width: '160px', height: '16px' }} />
      </div>
      <div class="editor-body">
        <div class="rail" />
        <div class="stage">
          <div class="stage-wait">
            <Logo size={34} />
            <span>{t('space.loading')}</span>
          </div>
        </div>
        <div class="side" />
      </div>
    </div>
  )
}

import { ErrorBoundary, type ParentProps } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'

/** Keeps a fault in one part from taking the rest of the editor with it. */
export function PanelBoundary(props: ParentProps) {
  const { t } = useI18n()
  return (
    <ErrorBoundary
      fallback={(error, reset) => {
        console.error(error)
        return (
          <div class="panel-fault" role="alert">
            <p>{t('panel.fault')}</p>
            <button type="button" class="button small" onClick={reset}>
              {t('action.retry')}
            </button>
          </div>
        )
      }}
    >
      {props.children}
    </ErrorBoundary>
  )
}

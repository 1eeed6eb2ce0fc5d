import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { Logo } from '../controls/logo.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { EnfiladeDrawing } from './enfilade-drawing.tsx'
import './problem-page.css'

export type Problem = 'not-found' | 'no-space' | 'link-gone' | 'no-access' | 'unreachable' | 'broken'

/** Says what happened and what to do next, in place of a page that can't be shown. */
export function ProblemPage(props: { problem: Problem; onRetry?: () => void }) {
  const { t } = useI18n()
  return (
    <main class="problem-page" data-testid={`problem-${props.problem}`}>
      <A href="/" class="problem-brand">
        <Logo size={24} />
        <span>{t('app.name')}</span>
      </A>
      <div class="problem-body">
        <EnfiladeDrawing closed />
        <h1>{t(`problem.${props.problem}.title`)}</h1>
        <p>{t(`problem.${props.problem}.cure`)}</p>
        <div class="problem-actions">
          <Show when={props.onRetry}>
            <button type="button" class="button primary large" onClick={() => props.onRetry?.()}>
              {t('action.retry')}
            </button>
          </Show>
          <A href="/" class="button large">
            {t('problem.home')}
          </A>
        </div>
      </div>
    </main>
  )
}

import { Show } from 'solid-js'
import type { Job } from '../../api/jobs.ts'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import type { JobLine } from './job-line.ts'
import { reasonOf } from './reason.ts'

type SteeredLine = Pick<JobLine, 'job' | 'error' | 'cancel' | 'retry'>

const stages = ['scene', 'light', 'views', 'gaussians', 'refine', 'frames', 'files'] as const

/** How far a job is, with its cancel button. */
export function JobProgress(props: { job: Job; line: SteeredLine; testId: string }) {
  const { t } = useI18n()
  const editor = useEditor()
  return (
    <div class="look-progress" role="status">
      <div class="look-progress-line">
        <span>{t(stageKey(props.job))}</span>
        <Show when={editor.canEdit()}>
          <button
            type="button"
            class="button small"
            data-testid={props.testId}
            disabled={props.job.status === 'cancelling'}
            onClick={() => void props.line.cancel()}
          >
            {t('action.cancel')}
          </button>
        </Show>
      </div>
      <Show when={shareOf(props.job) !== undefined} fallback={<progress aria-label={t('look.progress')} />}>
        <progress aria-label={t('look.progress')} max={1} value={shareOf(props.job)!} />
      </Show>
    </div>
  )
}

/** Why nothing came of the newest job, with a way to try again. */
export function JobFailure(props: { line: SteeredLine; message(reason: string): string }) {
  const { t } = useI18n()
  const editor = useEditor()
  const ended = () => {
    const status = props.line.job()?.status
    return status === 'failed' || status === 'cancelled' ? status : undefined
  }
  const reason = () => {
    const error = props.line.error()
    if (error !== undefined) return props.message(reasonOf(error, t))
    if (ended() === 'failed') return props.message(props.line.job()?.error ?? '')
    return undefined
  }
  return (
    <Show when={reason() !== undefined || ended()}>
      <div class="look-failure" data-cancelled={reason() === undefined ? '' : undefined} role="alert">
        <p>{reason() ?? t('look.cancelled')}</p>
        <Show when={ended() && editor.canEdit()}>
          <button type="button" class="button small" onClick={() => void props.line.retry()}>
            {t('action.retry')}
          </button>
        </Show>
      </div>
    </Show>
  )
}

/** Absent: something goes on, but nobody knows how far it is. */
function shareOf({ progress }: Job): number | undefined {
  return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : undefined
}

function stageKey({ progress, status }: Job): `look.stage.${(typeof stages)[number] | 'waiting' | 'stopping'}` {
  if (status === 'cancelling') return 'look.stage.stopping'
  return `look.stage.${stages.find((each) => each === progress?.stage) ?? 'waiting'}`
}

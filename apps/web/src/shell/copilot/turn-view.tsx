import LoaderCircle from 'lucide-solid/icons/loader-circle'
import { For, Match, Show, Switch } from 'solid-js'
import { ApiError } from '../../api/request.ts'
import { useEditor } from '../../editor/session.tsx'
import { en, type MessageKey } from '../../i18n/en.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import type { Turn } from './copilot.ts'
import { ProposalCard } from './proposal-card.tsx'

/** One request: its words, how far it is, and what came of it; what could not be met comes first. */
export function TurnView(props: { turn: Turn }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const { copilot } = useSpace()
  const stage = () => {
    const key = `copilot.stage.${props.turn.stage}`
    return key in en ? t(key as MessageKey) : t('copilot.working')
  }
  const failure = () => {
    const { error } = props.turn
    // The server's words are English.
    if (typeof error === 'string' && error !== '' && locale() === 'en') return error
    return error instanceof ApiError ? t(`cure.${error.cure}`) : t('cure.retry')
  }
  const isEmpty = () => {
    const { status, answer, proposal, unmet } = props.turn
    return status === 'done' && !answer && !proposal?.groups.length && unmet.length === 0
  }
  return (
    <article class="turn">
      <p class="turn-prompt">{props.turn.prompt}</p>
      <Show when={props.turn.status === 'working'}>
        <div class="turn-progress">
          <LoaderCircle size={14} class="spinner" />
          <span>{stage()}</span>
          <span
            class="turn-bar"
            data-unknown={props.turn.share === undefined ? '' : undefined}
            style={{ '--share': `${Math.round((props.turn.share ?? 0.3) * 100)}%` }}
          />
        </div>
      </Show>
      <Show when={props.turn.unmet.length > 0}>
        <div class="unmet" data-testid="unmet">
          <h3>{t('copilot.unmet')}</h3>
          <ul>
            <For each={props.turn.unmet}>
              {(entry) => (
                <li>
                  <strong>{entry.request}</strong>
                  <span>{entry.reason}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={props.turn.answer}>
        {(answer) => (
          <div class="turn-answer" data-testid="answer">
            <p>{answer().text}</p>
            <Show when={answer().elements.length > 0}>
              <button type="button" class="button small" onClick={() => editor.selection.select(answer().elements)}>
                {t('copilot.show-used')}
              </button>
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.turn.proposal?.groups.length ? props.turn.proposal : undefined}>
        {(proposal) => (
          <ProposalCard
            proposal={proposal()}
            outcome={props.turn.outcome}
            onAccept={() => copilot.accept(props.turn)}
            onReject={() => copilot.reject(props.turn)}
          />
        )}
      </Show>
      <Switch>
        <Match when={props.turn.status === 'stopped'}>
          <p class="turn-note">{t('copilot.stopped')}</p>
        </Match>
        <Match when={props.turn.status === 'failed'}>
          <p class="turn-note failed" role="alert">
            {t('copilot.failed')} {failure()}
          </p>
        </Match>
        <Match when={isEmpty()}>
          <p class="turn-note">{props.turn.report || t('copilot.nothing')}</p>
        </Match>
      </Switch>
    </article>
  )
}

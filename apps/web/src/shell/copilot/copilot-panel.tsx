import ArrowUp from 'lucide-solid/icons/arrow-up'
import MousePointerClick from 'lucide-solid/icons/mouse-pointer-click'
import Square from 'lucide-solid/icons/square'
import X from 'lucide-solid/icons/x'
import { createEffect, For, on, Show } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import { type Density, densities } from './copilot.ts'
import { ProposalCard } from './proposal-card.tsx'
import { suggestionsFor } from './suggestions.ts'
import { TurnView } from './turn-view.tsx'
import './copilot.css'

const maximumPrompt = 4000
/** Air above the newest request. */
const logTopPx = 12

export function CopilotPanel() {
  const { t } = useI18n()
  const editor = useEditor()
  const { copilot } = useSpace()
  let log: HTMLDivElement | undefined
  let field: HTMLTextAreaElement | undefined

  // The newest is what counts, from its first line: what could not be met stands there.
  createEffect(
    on(
      () => [copilot.turns.length, copilot.turns.at(-1)?.status, copilot.turns.at(-1)?.proposal],
      () =>
        queueMicrotask(() => {
          const newest = log?.querySelector<HTMLElement>('.turn:last-of-type')
          if (log && newest) log.scrollTo({ top: newest.offsetTop - log.offsetTop - logTopPx })
        }),
    ),
  )
  const send = () => {
    const prompt = copilot.draft().trim()
    if (prompt === '' || copilot.isWorking() || !editor.canEdit()) return
    copilot.setDraft('')
    void copilot.ask(prompt)
  }
  return (
    <div class="copilot">
      <div class="copilot-log" ref={log} role="log" aria-live="polite">
        <Show when={copilot.turns.length === 0 && !copilot.shownBy()}>
          <div class="copilot-intro">
            <h2>{t('copilot.intro')}</h2>
            <p>{t('copilot.intro-lead')}</p>
            <ul>
              <For each={suggestionsFor(editor.scene())}>
                {(key) => (
                  <li>
                    <button
                      type="button"
                      class="copilot-suggestion"
                      onClick={() => {
                        copilot.setDraft(t(key))
                        field?.focus()
                      }}
                    >
                      {t(key)}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </div>
        </Show>
        <For each={copilot.turns}>{(turn) => <TurnView turn={turn} />}</For>
        <Show when={copilot.shownBy()}>
          {(peer) => (
            <Show when={editor.view.proposal()}>
              {(proposal) => (
                <div class="turn">
                  <p class="turn-note">{t('copilot.shown-by', { name: peer().user.name })}</p>
                  <ProposalCard proposal={proposal()} />
                </div>
              )}
            </Show>
          )}
        </Show>
      </div>
      <form
        class="copilot-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Show when={editor.selection.ids().length > 0}>
          <span class="badge accent copilot-context">
            <MousePointerClick size={12} />
            {t('copilot.selected', { count: editor.selection.ids().length })}
            <button type="button" aria-label={t('action.clear')} onClick={() => editor.selection.clear()}>
              <X size={12} />
            </button>
          </span>
        </Show>
        <div class="copilot-box">
          <textarea
            ref={field}
            rows={2}
            data-testid="copilot-prompt"
            aria-label={t('copilot.prompt')}
            placeholder={t('copilot.placeholder')}
            maxLength={maximumPrompt}
            disabled={!editor.canEdit()}
            value={copilot.draft()}
            onInput={(event) => copilot.setDraft(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
              event.preventDefault()
              send()
            }}
          />
          <Show
            when={copilot.isWorking()}
            fallback={
              <button
                type="submit"
                class="copilot-send"
                data-testid="copilot-send"
                aria-label={t('copilot.send')}
                disabled={copilot.draft().trim() === '' || !editor.canEdit()}
              >
                <ArrowUp size={17} />
              </button>
            }
          >
            <button
              type="button"
              class="copilot-send stop"
              data-testid="copilot-stop"
              aria-label={t('copilot.stop')}
              onClick={() => copilot.stop()}
            >
              <Square size={12} fill="currentColor" />
            </button>
          </Show>
        </div>
        <Segmented<Density>
          label={t('copilot.density')}
          class="small"
          segments={densities.map((value) => ({
            value,
            label: t(`copilot.density.${value}`),
            testId: `copilot-density-${value}`,
            disabled: !editor.canEdit(),
          }))}
          value={copilot.density()}
          onChange={copilot.setDensity}
        />
      </form>
    </div>
  )
}

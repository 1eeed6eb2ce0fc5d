import LoaderCircle from 'lucide-solid/icons/loader-circle'
import Paintbrush from 'lucide-solid/icons/paintbrush'
import Shuffle from 'lucide-solid/icons/shuffle'
import { createSignal, For, Show } from 'solid-js'
import { useEditor } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { ForId } from '../../views/for-id.tsx'
import { ProposalCard } from '../copilot/proposal-card.tsx'
import { useSpace } from '../space-context.tsx'
import { type ChoiceGroup, groupChoices } from './choice-groups.ts'
import { ChoiceRow } from './choice-row.tsx'
import { colorOf, finishesOf } from './finish-value.ts'
import { reasonOf } from './reason.ts'

/** Asks for the look, and shows what came of it: what could not be met, the proposal, and every choice in it. */
export function LookProposal() {
  const { t } = useI18n()
  const editor = useEditor()
  const { looks, copilot } = useSpace()
  return (
    <>
      <div class="look-actions">
        <Show
          when={looks.isCurrent() && !looks.isDismissed() && !looks.isWorking()}
          fallback={
            <button
              type="button"
              class="button"
              data-testid="look-propose"
              disabled={!looks.isAsked() || looks.isWorking()}
              onClick={() => void looks.show()}
            >
              <Show when={looks.isWorking()} fallback={<Paintbrush size={15} />}>
                <LoaderCircle size={15} class="spinner" />
              </Show>
              {t(looks.isWorking() ? 'look.proposing' : 'look.propose')}
            </button>
          }
        >
          <button type="button" class="button" data-testid="look-another" onClick={() => void looks.another()}>
            <Shuffle size={15} />
            {t('look.another')}
          </button>
        </Show>
      </div>
      <Show when={looks.error()}>
        {(error) => (
          <p class="field-error" role="alert">
            {reasonOf(error(), t)}
          </p>
        )}
      </Show>
      <Show when={looks.unmet().length > 0}>
        <div class="unmet" data-testid="look-unmet">
          <h3>{t('copilot.unmet')}</h3>
          <ul>
            <For each={looks.unmet()}>
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
      <Show when={looks.isSoAlready()}>
        <p class="look-note" role="status">
          {t('look.so-already')}
        </p>
      </Show>
      <Show when={looks.turn()}>
        {(turn) => (
          <Show when={turn().proposal?.groups.length ? turn().proposal : undefined}>
            {(proposal) => (
              <ProposalCard
                proposal={proposal()}
                outcome={turn().outcome}
                onAccept={() => void copilot.accept(turn())}
                onReject={() => void copilot.reject(turn())}
              />
            )}
          </Show>
        )}
      </Show>
      <Show when={looks.choices().length > 0}>
        <div class="choices" data-testid="look-choices" aria-busy={looks.isWorking()}>
          <h3>{t('look.choices')}</h3>
          <p class="look-note">{t('look.choices-lead')}</p>
          <ForId each={groupChoices(looks.choices(), editor.scene())}>{(group) => <Group group={group()} />}</ForId>
        </div>
      </Show>
    </>
  )
}

function Group(props: { group: ChoiceGroup }) {
  const { t } = useI18n()
  const isPalette = () => props.group.id === 'palette'
  const [isOpen, setOpen] = createSignal(isPalette())
  return (
    <details class="choice-group" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="choice-name">{t(`look.choices.${props.group.id}`)}</span>
        <Show when={isPalette()} fallback={<span class="choice-count numeric">{props.group.choices.length}</span>}>
          <span class="choice-strip">
            <For each={props.group.choices.map((choice) => colorOf(finishesOf(choice)[0]!.finish))}>
              {(color) => <span style={{ background: color }} />}
            </For>
          </span>
        </Show>
      </summary>
      <Show when={isOpen()}>
        <ul>
          <ForId each={props.group.choices}>{(choice) => <ChoiceRow choice={choice()} />}</ForId>
        </ul>
      </Show>
    </details>
  )
}

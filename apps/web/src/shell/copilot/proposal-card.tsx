import { Checkbox } from '@kobalte/core/checkbox'
import Check from 'lucide-solid/icons/check'
import { createMemo, For, Match, Show, Switch } from 'solid-js'
import type { Proposal, ProposalGroup } from '../../editor/proposal.ts'
import { useEditor } from '../../editor/session.tsx'
import { formatAmount } from '../../i18n/format.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'
import type { Turn } from './copilot.ts'
import { measurementName } from './measurement-name.ts'

export type ProposalCardProps = {
  proposal: Proposal
  outcome?: Turn['outcome']
  /** Both absent: somebody else's proposal, to look at. */
  onAccept?(): void
  onReject?(): void
}

/** Ghosts group by group, each with its reason and measures, to be taken or left. */
export function ProposalCard(props: ProposalCardProps) {
  const { t } = useI18n()
  const editor = useEditor()
  const isOpen = () => props.proposal.status === 'open'
  const chosen = createMemo(() => props.proposal.groups.filter((group) => !editor.view.isGroupHidden(group.id)).length)
  const isDecidable = () => isOpen() && props.onAccept !== undefined
  return (
    <div class="proposal" data-testid="proposal" data-status={props.proposal.status}>
      <ul>
        <For each={props.proposal.groups}>{(group) => <GroupRow group={group} isDecidable={isDecidable()} />}</For>
      </ul>
      <Switch>
        <Match when={isDecidable()}>
          <div class="proposal-actions">
            <button
              type="button"
              class="button accent"
              data-testid="accept-all"
              disabled={chosen() === 0 || !editor.canEdit()}
              onClick={() => props.onAccept?.()}
            >
              {chosen() === props.proposal.groups.length
                ? t('copilot.accept-all')
                : t('copilot.accept-some', { count: chosen(), of: props.proposal.groups.length })}
            </button>
            <button type="button" class="button" data-testid="reject-all" onClick={() => props.onReject?.()}>
              {t('copilot.reject')}
            </button>
          </div>
        </Match>
        <Match when={props.proposal.status === 'accepted'}>
          <p class="proposal-outcome" role="status">
            <Check size={14} />
            {t('copilot.accepted', { count: props.outcome?.taken ?? 0, of: props.outcome?.of ?? 0 })}
          </p>
          <Show when={(props.outcome?.stale ?? 0) > 0}>
            <p class="proposal-outcome stale">{t('copilot.stale', { count: props.outcome?.stale ?? 0 })}</p>
          </Show>
        </Match>
        <Match when={props.proposal.status === 'rejected'}>
          <p class="proposal-outcome" role="status">
            {t('copilot.rejected')}
          </p>
        </Match>
      </Switch>
    </div>
  )
}

function GroupRow(props: { group: ProposalGroup; isDecidable: boolean }) {
  const { t, locale } = useI18n()
  const editor = useEditor()
  const { copilot } = useSpace()
  const isIncluded = () => !editor.view.isGroupHidden(props.group.id)
  return (
    <li
      class="proposal-group"
      data-hovered={editor.view.hoveredGroup() === props.group.id ? '' : undefined}
      data-left-out={props.isDecidable && !isIncluded() ? '' : undefined}
      onPointerEnter={() => editor.view.setHoveredGroup(props.group.id)}
      onPointerLeave={() => editor.view.setHoveredGroup(undefined)}
    >
      <Show when={props.isDecidable}>
        <Checkbox
          class="checkbox"
          checked={isIncluded()}
          onChange={(checked) => copilot.setIncluded(props.group.id, checked)}
        >
          <Checkbox.Input aria-label={t('copilot.include', { name: props.group.title[locale()] })} />
          <Checkbox.Control class="checkbox-control">
            <Checkbox.Indicator>
              <Check size={12} stroke-width={3} />
            </Checkbox.Indicator>
          </Checkbox.Control>
        </Checkbox>
      </Show>
      <div class="proposal-text">
        <h4>{props.group.title[locale()]}</h4>
        <p>{props.group.reason[locale()]}</p>
        <Show when={props.group.measurements.length > 0}>
          <dl>
            <For each={props.group.measurements}>
              {(measurement) => (
                <div>
                  <dt>{measurementName(measurement.name, locale())}</dt>
                  <dd class="numeric">{formatAmount(measurement.value, measurement.unit, locale())}</dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </div>
    </li>
  )
}

import { Tooltip } from '@kobalte/core/tooltip'
import Check from 'lucide-solid/icons/check'
import CloudOff from 'lucide-solid/icons/cloud-off'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import Lock from 'lucide-solid/icons/lock'
import { Match, Switch } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { useSpace } from '../space-context.tsx'

/** Whether what I do is stored; never lies, always says what it means. */
export function ConnectionPill() {
  const { t } = useI18n()
  const { connection } = useSpace()
  const { state } = connection
  return (
    <Tooltip openDelay={200} gutter={6}>
      <Tooltip.Trigger class="connection" data-testid="connection-state" data-state={state()} aria-live="polite">
        <Switch>
          <Match when={state() === 'saved'}>
            <Check size={14} />
          </Match>
          <Match when={state() === 'offline'}>
            <CloudOff size={14} />
          </Match>
          <Match when={state() === 'read-only' || state() === 'refused'}>
            <Lock size={14} />
          </Match>
          <Match when={true}>
            <LoaderCircle size={14} class="spinner" />
          </Match>
        </Switch>
        <span class="connection-text">{t(`connection.${state()}`)}</span>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class="tooltip">
          {t(`connection.${state()}.detail`)} {connection.readOnlyReason()}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  )
}

import { Popover } from '@kobalte/core/popover'
import { Tooltip } from '@kobalte/core/tooltip'
import EyeOff from 'lucide-solid/icons/eye-off'
import { createMemo, For, Show } from 'solid-js'
import { Avatar } from '../../controls/avatar.tsx'
import { Switch } from '../../controls/switch.tsx'
import { usePresence } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import './people.css'

const maximumShown = 4

/** Who is here. A click on somebody follows them; my own picture holds my name and the way to hide. */
export function PeopleBar() {
  const { t } = useI18n()
  const presence = usePresence()
  // Two tabs of one person are one picture, mine included.
  const others = createMemo(() => {
    const seen = new Set([presence.me().id])
    return presence.peers().filter((peer) => !seen.has(peer.user.id) && seen.add(peer.user.id))
  })
  const shown = () => others().slice(0, maximumShown)
  return (
    <div class="people">
      <ul class="people-list" aria-label={t('people.label')}>
        <For each={shown()}>
          {(peer) => {
            const isFollowed = () => presence.following()?.clientId === peer.clientId
            return (
              <li>
                <Tooltip openDelay={200} gutter={6}>
                  <Tooltip.Trigger
                    class="person"
                    data-testid="peer"
                    aria-pressed={isFollowed()}
                    aria-label={t('people.follow', { name: peer.user.name })}
                    style={{ '--person': peer.user.color }}
                    onClick={() => presence.follow(isFollowed() ? undefined : peer.clientId)}
                  >
                    <Avatar name={peer.user.name} color={peer.user.color} />
                  </Tooltip.Trigger>
                  <Tooltip.Portal>
                    <Tooltip.Content class="tooltip">
                      {isFollowed() ? t('people.unfollow') : t('people.follow', { name: peer.user.name })}
                    </Tooltip.Content>
                  </Tooltip.Portal>
                </Tooltip>
              </li>
            )
          }}
        </For>
        <Show when={others().length > maximumShown}>
          <li class="avatar people-more numeric">+{others().length - maximumShown}</li>
        </Show>
      </ul>
      <Popover placement="bottom-end" gutter={8}>
        <Popover.Trigger class="person me" aria-label={t('people.me')} data-testid="me">
          <Show when={presence.isHidden()} fallback={<Avatar name={presence.me().name} color={presence.me().color} />}>
            <span class="avatar people-hidden">
              <EyeOff size={14} />
            </span>
          </Show>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content class="popover people-me">
            <Popover.Title class="visually-hidden">{t('people.me')}</Popover.Title>
            <label class="field">
              <span class="field-label">{t('people.name')}</span>
              <input
                class="input"
                maxLength={40}
                value={presence.me().name}
                onChange={(event) => presence.rename(event.currentTarget.value)}
                onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
              />
            </label>
            <Switch label={t('people.hide')} checked={presence.isHidden()} onChange={presence.setHidden} />
            <p class="people-note">{t('people.hide-note')}</p>
          </Popover.Content>
        </Popover.Portal>
      </Popover>
    </div>
  )
}

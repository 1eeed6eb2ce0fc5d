import { createEffect, createMemo, Show } from 'solid-js'
import { usePresence, useViewState } from '../../editor/session.tsx'
import { useI18n } from '../../i18n/i18n.tsx'

/** Shows whom I follow, and takes over which view they look at; the views take over their camera. */
export function FollowBanner() {
  const { t } = useI18n()
  const presence = usePresence()
  const view = useViewState()
  // Only their changes of view count: I may look at another one meanwhile.
  const followedMode = createMemo(() => presence.following()?.camera?.mode)
  createEffect(() => {
    const mode = followedMode()
    if (mode) view.setMode(mode)
  })
  return (
    <Show when={presence.following()}>
      {(peer) => (
        <div class="follow" style={{ '--person': peer().user.color }}>
          <span class="follow-frame" />
          <div class="follow-label" role="status">
            {t('people.following', { name: peer().user.name })}
            <button type="button" onClick={() => presence.follow(undefined)}>
              {t('people.stop')}
            </button>
          </div>
        </div>
      )}
    </Show>
  )
}

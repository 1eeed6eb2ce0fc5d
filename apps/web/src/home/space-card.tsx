import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import { A } from '@solidjs/router'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Trash from 'lucide-solid/icons/trash'
import { createResource, Match, Show, Switch } from 'solid-js'
import { fetchScene, type SpaceSummary } from '../api/spaces.ts'
import { formatAgo } from '../i18n/format.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { PlanPicture } from './plan-picture.tsx'

export function SpaceCard(props: { space: SpaceSummary; onDelete(): void }) {
  const { t, locale } = useI18n()
  const [scene] = createResource(
    () => props.space.id,
    (id) => fetchScene(id),
  )
  return (
    <li class="space-card">
      <A href={`/s/${props.space.id}`} class="space-card-link">
        <span class="space-card-sheet">
          <Switch>
            <Match when={scene.loading}>
              <span class="skeleton space-card-wait" />
            </Match>
            <Match when={scene.error}>
              <span class="plan-picture-empty" />
            </Match>
            <Match when={scene.state === 'ready'}>
              <PlanPicture scene={scene()} />
            </Match>
          </Switch>
        </span>
        <span class="space-card-name">{props.space.name || t('space.untitled')}</span>
        <Show when={props.space.updatedAt}>
          {(time) => (
            <span class="space-card-time">{t('home.edited', { time: formatAgo(time(), Date.now(), locale()) })}</span>
          )}
        </Show>
      </A>
      <DropdownMenu placement="bottom-end" gutter={4}>
        <DropdownMenu.Trigger
          class="icon-button small space-card-menu"
          aria-label={t('home.space-menu', { name: props.space.name })}
        >
          <Ellipsis size={17} />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content class="menu">
            <DropdownMenu.Item class="menu-item danger" onSelect={() => props.onDelete()}>
              <Trash size={15} />
              {t('action.delete')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </li>
  )
}

export function SpaceCardSkeleton() {
  return (
    <div class="space-card" aria-hidden="true">
      <span class="space-card-sheet">
        <span class="skeleton space-card-wait" />
      </span>
      <span class="skeleton" style={{ width: '55%', height: '14px', 'margin-top': '12px' }} />
      <span class="skeleton" style={{ width: '35%', height: '11px', 'margin-top': '8px' }} />
    </div>
  )
}

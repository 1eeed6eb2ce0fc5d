import { Match, Switch } from 'solid-js'
import { Segmented } from '../../controls/segmented.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { FilmPage } from '../film/film-page.tsx'
import { useSpace } from '../space-context.tsx'
import { LookPage } from './look-page.tsx'
import type { LookPageName } from './looks.ts'
import './look.css'

/** How the space looks, its realised version, and films of it. */
export function LookPanel() {
  const { t } = useI18n()
  const { looks } = useSpace()
  return (
    <div class="look">
      <section class="look-section">
        <Segmented<LookPageName>
          label={t('panel.look')}
          value={looks.page()}
          onChange={looks.setPage}
          segments={[
            { value: 'look', label: t('look.page.look'), testId: 'look-page-look' },
            { value: 'film', label: t('look.page.film'), testId: 'look-page-film' },
          ]}
        />
      </section>
      <Switch>
        <Match when={looks.page() === 'look'}>
          <LookPage />
        </Match>
        <Match when={looks.page() === 'film'}>
          <FilmPage />
        </Match>
      </Switch>
    </div>
  )
}

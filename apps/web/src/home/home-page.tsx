import { useNavigate } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createResource, createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import { ApiError } from '../api/request.ts'
import { createSpace, deleteSpace, listSpaces, type SpaceSummary } from '../api/spaces.ts'
import { Logo } from '../controls/logo.tsx'
import { showToast } from '../controls/toast.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import { EnfiladeDrawing } from '../problem/enfilade-drawing.tsx'
import { createErrorToast } from '../problem/error-toast.ts'
import { CreateSpaceDialog } from './create-space-dialog.tsx'
import { SpaceCard, SpaceCardSkeleton } from './space-card.tsx'
import './home.css'

/** One's own spaces, and the ways to a new one. */
export function HomePage() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const showError = createErrorToast()
  const [spaces, { refetch }] = createResource(() => listSpaces())
  const [leaving, setLeaving] = createSignal<ReadonlySet<string>>(new Set())
  const [isNaming, setNaming] = createSignal(false)
  const [isOpening, setOpening] = createSignal(false)
  const shown = createMemo(() => {
    if (spaces.error) return []
    return (spaces.latest ?? []).filter((space) => !leaving().has(space.id))
  })
  onMount(() => {
    document.title = t('app.name')
  })

  const create = async (name: string, sample?: 'two-bedroom-flat') => {
    setOpening(true)
    try {
      const space = await createSpace(name, sample)
      navigate(`/s/${space.id}`)
    } catch (error) {
      showError(t('home.create-failed'), error)
    } finally {
      setOpening(false)
    }
  }
  const openSample = () => create(t('home.sample-name'), 'two-bedroom-flat')
  // The space goes when the toast goes, so until then taking it back costs nothing.
  const remove = (space: SpaceSummary) => {
    const show = () => setLeaving((before) => new Set([...before].filter((id) => id !== space.id)))
    setLeaving((before) => new Set([...before, space.id]))
    showToast({
      kind: 'done',
      text: t('home.deleted', { name: space.name }),
      action: { label: t('action.undo'), run: show },
      onExpire: () => {
        deleteSpace(space.id).catch((error) => {
          if (error instanceof ApiError && error.status === 404) return
          show()
          showError(t('home.delete-failed'), error)
        })
      },
    })
  }

  return (
    <div class="home">
      <header class="home-bar">
        <div class="home-brand">
          <Logo size={26} />
          <span>{t('app.name')}</span>
        </div>
        <LanguageSwitch />
      </header>
      <section class="home-hero">
        <div class="home-hero-text">
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
          <div class="home-actions">
            <button
              type="button"
              class="button primary large"
              data-testid="home-create"
              disabled={isOpening()}
              onClick={() => setNaming(true)}
            >
              <Plus size={17} />
              {t('home.create')}
            </button>
            <button
              type="button"
              class="button large"
              data-testid="home-sample"
              disabled={isOpening()}
              onClick={openSample}
            >
              {t('home.sample')}
            </button>
          </div>
        </div>
        <EnfiladeDrawing />
      </section>
      <main class="home-spaces" aria-busy={spaces.loading}>
        <Switch>
          <Match when={spaces.error}>
            <div class="home-notice" role="alert">
              <h2>{t('home.error')}</h2>
              <p>{t('home.error-cure')}</p>
              <button type="button" class="button" onClick={() => refetch()}>
                {t('action.retry')}
              </button>
            </div>
          </Match>
          <Match when={spaces.loading && spaces.latest === undefined}>
            <h2 class="home-heading">{t('home.spaces')}</h2>
            <div class="home-grid">
              <For each={[0, 1, 2]}>{() => <SpaceCardSkeleton />}</For>
            </div>
          </Match>
          <Match when={shown().length === 0}>
            <div class="home-notice">
              <h2>{t('home.empty')}</h2>
              <p>{t('home.empty-cure')}</p>
            </div>
          </Match>
          <Match when={shown().length > 0}>
            <h2 class="home-heading">
              {t('home.spaces')}
              <Show when={shown().length > 1}>
                <span class="home-count numeric">{shown().length}</span>
              </Show>
            </h2>
            <ul class="home-grid">
              <For each={shown()}>{(space) => <SpaceCard space={space} onDelete={() => remove(space)} />}</For>
            </ul>
          </Match>
        </Switch>
      </main>
      <CreateSpaceDialog
        open={isNaming()}
        busy={isOpening()}
        onOpenChange={setNaming}
        onCreate={(name) => create(name)}
      />
    </div>
  )
}

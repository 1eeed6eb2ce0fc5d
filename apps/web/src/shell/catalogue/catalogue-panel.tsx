import { type Kind, type KindGroup, kinds, searchKinds } from '@enfilade/catalogue'
import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { CatalogueCard } from './catalogue-card.tsx'
import './catalogue.css'

/** The order in which a home is furnished, not the alphabet's. */
const groupOrder: readonly KindGroup[] = [
  'seating',
  'tables',
  'beds',
  'storage',
  'lighting',
  'kitchen',
  'bathroom',
  'electronics',
  'decor',
  'kids',
  'care',
  'music',
  'fitness',
  'outdoor',
  'other',
]

type Section = { readonly group: KindGroup; readonly kinds: readonly Kind[] }

/** Things to place: search in both languages, groups to browse, a click or a drag to take one. */
export function CataloguePanel() {
  const { t, locale } = useI18n()
  const [query, setQuery] = createSignal('')
  const [group, setGroup] = createSignal<KindGroup | 'all'>('all')
  const groups = groupOrder.filter((name) => kinds.some((kind) => kind.group === name))
  const found = createMemo(() => searchKinds(query(), locale()))
  const sections = createMemo<Section[]>(() => {
    const wanted = group() === 'all' ? groups : [group() as KindGroup]
    return wanted
      .map((name) => ({ group: name, kinds: found().filter((kind) => kind.group === name) }))
      .filter((section) => section.kinds.length > 0)
  })
  // A search ranks across groups, so its results stay in one list.
  const isSearching = () => query().trim() !== ''

  return (
    <div class="catalogue">
      <div class="catalogue-search">
        <label class="input-group">
          <Search size={15} />
          <input
            type="search"
            data-testid="catalogue-search"
            placeholder={t('catalogue.search')}
            aria-label={t('catalogue.search')}
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query() === '') return
              event.stopPropagation()
              setQuery('')
            }}
          />
          <Show when={isSearching()}>
            <button type="button" aria-label={t('action.clear')} onClick={() => setQuery('')}>
              <X size={14} />
            </button>
          </Show>
        </label>
      </div>
      <Show when={!isSearching()}>
        <fieldset class="catalogue-groups">
          <legend class="visually-hidden">{t('catalogue.groups')}</legend>
          <For each={['all', ...groups] as const}>
            {(name) => (
              <button
                type="button"
                class="catalogue-group"
                aria-pressed={group() === name}
                onClick={() => setGroup(name)}
              >
                {t(`group.${name}`)}
              </button>
            )}
          </For>
        </fieldset>
      </Show>
      <div class="catalogue-scroll">
        <Show
          when={!isSearching()}
          fallback={
            <Show
              when={found().length > 0}
              fallback={
                <div class="catalogue-none" role="status">
                  <p>{t('catalogue.none', { query: query().trim() })}</p>
                  <p>{t('catalogue.none-cure')}</p>
                </div>
              }
            >
              <ul class="catalogue-grid">
                <For each={found()}>{(kind) => <CatalogueCard kind={kind} />}</For>
              </ul>
            </Show>
          }
        >
          <For each={sections()}>
            {(section) => (
              <section>
                <h3 class="catalogue-heading">{t(`group.${section.group}`)}</h3>
                <ul class="catalogue-grid">
                  <For each={section.kinds}>{(kind) => <CatalogueCard kind={kind} />}</For>
                </ul>
              </section>
            )}
          </For>
        </Show>
      </div>
    </div>
  )
}

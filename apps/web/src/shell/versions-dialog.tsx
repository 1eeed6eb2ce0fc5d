import { createResource, createSignal, For, Match, Switch } from 'solid-js'
import { listVersions, nameVersion, restoreVersion, type Version } from '../api/versions.ts'
import { Dialog } from '../controls/dialog.tsx'
import { showToast } from '../controls/toast.tsx'
import { formatDate } from '../i18n/format.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createErrorToast } from '../problem/error-toast.ts'
import { useSpace } from './space-context.tsx'
import './versions.css'

/** Moments of the space with a name, to come back to. */
export function VersionsDialog(props: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t, locale } = useI18n()
  const { space } = useSpace()
  const showError = createErrorToast()
  const [name, setName] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  const [versions, { refetch }] = createResource(
    () => props.open,
    (isOpen) => (isOpen ? listVersions(space) : []),
  )
  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await nameVersion(space, name().trim() || formatDate(new Date().toISOString(), locale()))
      setName('')
      await refetch()
    } catch (error) {
      showError(t('versions.save-failed'), error)
    } finally {
      setBusy(false)
    }
  }
  const restore = async (version: Version) => {
    setBusy(true)
    try {
      await restoreVersion(space, version.id)
      props.onOpenChange(false)
      showToast({ kind: 'done', text: t('versions.restored', { name: version.name }) })
    } catch (error) {
      showError(t('versions.restore-failed'), error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t('versions.title')}
      description={t('versions.lead')}
    >
      <form class="copy-field" onSubmit={save}>
        <input
          class="input"
          aria-label={t('versions.name')}
          placeholder={t('versions.name')}
          maxLength={120}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button primary" disabled={isBusy()}>
          {t('versions.save')}
        </button>
      </form>
      <Switch fallback={<p class="versions-none">{t('versions.none')}</p>}>
        <Match when={versions.error}>
          <p class="field-error" role="alert">
            {t('versions.list-failed')}
          </p>
        </Match>
        <Match when={(versions.latest?.length ?? 0) > 0}>
          <ul class="versions">
            <For each={versions.latest}>
              {(version) => (
                <li>
                  <div>
                    <h3>{version.name}</h3>
                    <p>{version.createdAt ? formatDate(version.createdAt, locale()) : ''}</p>
                  </div>
                  <button type="button" class="button small" disabled={isBusy()} onClick={() => restore(version)}>
                    {t('versions.restore')}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Match>
      </Switch>
    </Dialog>
  )
}

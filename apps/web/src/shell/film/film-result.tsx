import Download from 'lucide-solid/icons/download'
import { createResource, createSignal, onCleanup, Show } from 'solid-js'
import { fetchJobFile } from '../../api/jobs.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { saveBlob } from '../download.ts'
import { reasonOf } from '../look/reason.ts'
import { useSpace } from '../space-context.tsx'
import { filmFileOf } from './film.ts'

/** The newest film that is there, to look at and to take away. */
export function FilmResult() {
  const { t } = useI18n()
  const { film, space, name } = useSpace()
  const [url, setUrl] = createSignal<string>()
  const drop = () => {
    const old = url()
    if (old) URL.revokeObjectURL(old)
    setUrl(undefined)
  }
  const source = () => {
    const job = film.shown()
    const file = job && filmFileOf(job)
    return job && file ? `${job.id}/${file}` : undefined
  }
  // A player cannot send a link's token, so the bytes are fetched here.
  const [blob, { refetch }] = createResource(source, async (key) => {
    drop()
    const [job, file] = key.split('/') as [string, string]
    const loaded = await fetchJobFile(space, job, file)
    setUrl(URL.createObjectURL(loaded))
    return loaded
  })
  onCleanup(drop)
  const save = () => {
    const file = filmFileOf(film.shown()!)!
    saveBlob(
      blob()!,
      `${
        name()
          .replace(/[\p{Cc}<>:"/\\|?*]/gu, '')
          .trim() || 'film'
      }.${file.split('.').at(-1)}`,
    )
  }
  return (
    <Show when={source()}>
      <Show when={blob.error}>
        <div class="look-failure" role="alert">
          <p>{reasonOf(blob.error, t)}</p>
          <button type="button" class="button small" onClick={() => void refetch()}>
            {t('action.retry')}
          </button>
        </div>
      </Show>
      <Show
        when={url()}
        fallback={
          <Show when={blob.loading}>
            <div class="skeleton film-video" />
          </Show>
        }
      >
        {(address) => (
          <>
            {/* biome-ignore lint/a11y/useMediaCaption: these films are silent */}
            <video class="film-video" controls loop playsinline src={address()} data-testid="film-video" />
            <button type="button" class="button" data-testid="film-download" onClick={save}>
              <Download size={15} />
              {t('film.download')}
            </button>
          </>
        )}
      </Show>
    </Show>
  )
}

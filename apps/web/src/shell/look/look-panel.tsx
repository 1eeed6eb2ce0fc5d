import ImageUp from 'lucide-solid/icons/image-up'
import Sparkles from 'lucide-solid/icons/sparkles'
import X from 'lucide-solid/icons/x'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { Job } from '../../api/jobs.ts'
import { Segmented } from '../../controls/segmented.tsx'
import { useEditor } from '../../editor/session.tsx'
import type { Look } from '../../editor/view-state.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { saveBlob } from '../download.ts'
import { useSpace } from '../space-context.tsx'
import { encodePicture, type Picture, PictureError, readPicture } from './picture.ts'
import './look.css'

const qualities = ['preview', 'normal', 'fine'] as const
type Quality = (typeof qualities)[number]
/** What can be taken away, in the order people ask for it. */
const downloads = ['scene.spz', 'scene.ply', 'scene.compressed.ply', 'scene.sog', 'report.json']
const maximumStyle = 2000

/** How the space looks in words or after a picture, and its realised version. */
export function LookPanel() {
  const { t } = useI18n()
  const editor = useEditor()
  const { realisation } = useSpace()
  const [style, setStyle] = createSignal('')
  const [picture, setPicture] = createSignal<Picture>()
  const [pictureProblem, setPictureProblem] = createSignal<'size' | 'type'>()
  const [quality, setQuality] = createSignal<Quality>('normal')
  const [isOver, setOver] = createSignal(false)

  const takePicture = async (file: File | undefined) => {
    if (!file) return
    setPictureProblem(undefined)
    try {
      setPicture(await readPicture(file))
    } catch (error) {
      setPictureProblem(error instanceof PictureError ? error.problem : 'type')
    }
  }
  const start = async () => {
    const words = style().trim()
    const reference = picture() && (await encodePicture(picture()!.file))
    await realisation.start({
      quality: quality(),
      ...(words ? { style: words } : {}),
      ...(reference ? { reference } : {}),
    })
    if (editor.view.mode() === 'plan') editor.view.setMode('3d')
    editor.view.setLook('realised')
  }
  const failure = () =>
    realisation.error() ?? (realisation.job()?.status === 'failed' ? realisation.job()?.error : undefined)

  return (
    <div class="look">
      <Show when={realisation.isReady()}>
        <section class="look-section">
          <Segmented<Look>
            label={t('look.show')}
            value={editor.view.look()}
            onChange={(look) => {
              if (look === 'realised' && editor.view.mode() === 'plan') editor.view.setMode('3d')
              editor.view.setLook(look)
            }}
            segments={[
              { value: 'drawn', label: t('look.drawn'), testId: 'look-drawn' },
              { value: 'realised', label: t('look.realised'), testId: 'look-realised' },
            ]}
          />
          <Show when={realisation.stale().size > 0}>
            <p class="look-note" data-testid="look-stale">
              {t('look.stale', { count: realisation.stale().size })}
            </p>
          </Show>
        </section>
      </Show>

      <Show when={editor.canEdit()}>
        <section class="look-section">
          <label class="field">
            <span class="field-label">{t('look.style')}</span>
            <textarea
              class="input look-style"
              rows={3}
              data-testid="look-style"
              maxLength={maximumStyle}
              placeholder={t('look.style-placeholder')}
              value={style()}
              onInput={(event) => setStyle(event.currentTarget.value)}
            />
          </label>
          <label
            class="look-drop"
            data-over={isOver() ? '' : undefined}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              event.preventDefault()
              setOver(false)
              void takePicture(event.dataTransfer?.files[0])
            }}
          >
            <input
              class="visually-hidden"
              type="file"
              accept="image/png,image/jpeg,image/webp"
              data-testid="look-picture"
              onChange={(event) => {
                void takePicture(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
            <Show
              when={picture()}
              fallback={
                <>
                  <ImageUp size={16} />
                  <span>{t('look.picture')}</span>
                </>
              }
            >
              {(chosen) => (
                <>
                  <img src={chosen().url} alt="" />
                  <span class="look-picture-name">{chosen().file.name}</span>
                  <button
                    type="button"
                    class="icon-button small"
                    aria-label={t('look.picture-remove')}
                    onClick={(event) => {
                      event.preventDefault()
                      setPicture(undefined)
                    }}
                  >
                    <X size={14} />
                  </button>
                </>
              )}
            </Show>
          </label>
          <Show when={pictureProblem()}>
            {(problem) => (
              <p class="field-error" role="alert">
                {t(`look.picture-${problem()}`)}
              </p>
            )}
          </Show>
          <Segmented<Quality>
            label={t('look.quality')}
            class="small"
            value={quality()}
            onChange={setQuality}
            segments={qualities.map((value) => ({
              value,
              label: t(`look.quality.${value}`),
              testId: `look-quality-${value}`,
            }))}
          />
          <Switch
            fallback={
              <button type="button" class="button accent large" data-testid="realise" onClick={() => void start()}>
                <Sparkles size={16} />
                {t(realisation.isReady() ? 'look.realise-again' : 'look.realise')}
              </button>
            }
          >
            <Match when={realisation.isWorking() && realisation.job()}>
              {(job) => (
                <div class="look-progress" role="status">
                  <div class="look-progress-line">
                    <span>{t(stageKey(job().progress?.stage, job().status))}</span>
                    <button
                      type="button"
                      class="button small"
                      data-testid="realise-cancel"
                      disabled={job().status === 'cancelling'}
                      onClick={() => void realisation.cancel()}
                    >
                      {t('action.cancel')}
                    </button>
                  </div>
                  <Progress share={shareOf(job())} label={t('look.progress')} />
                </div>
              )}
            </Match>
          </Switch>
          <Show when={failure()}>
            {(reason) => (
              <div class="look-failure" role="alert">
                <p>
                  {t('look.failed', {
                    reason: reason() instanceof Error ? (reason() as Error).message : String(reason()),
                  })}
                </p>
                <Show when={realisation.job()?.status === 'failed'}>
                  <button type="button" class="button small" onClick={() => void realisation.retry()}>
                    {t('action.retry')}
                  </button>
                </Show>
              </div>
            )}
          </Show>
        </section>
      </Show>

      <Show
        when={realisation.isReady()}
        fallback={
          <Show when={!realisation.isWorking()}>
            <p class="look-intro">{t(editor.canEdit() ? 'look.intro' : 'look.none')}</p>
          </Show>
        }
      >
        <section class="look-section">
          <h3>{t('look.files')}</h3>
          <ul class="look-files">
            <For each={downloads.filter((name) => realisation.files().some((file) => file.name === name))}>
              {(name) => (
                <li>
                  <button
                    type="button"
                    class="button small"
                    onClick={async () => saveBlob(await realisation.fetchFile(name), name)}
                  >
                    {name.replace(/^scene\./, '').toUpperCase()}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  )
}

/** Absent share: something goes on, but nobody knows how far it is. */
function Progress(props: { share: number | undefined; label: string }) {
  return (
    <Show when={props.share !== undefined} fallback={<progress aria-label={props.label} />}>
      <progress aria-label={props.label} max={1} value={props.share!} />
    </Show>
  )
}

function shareOf({ progress }: Job): number | undefined {
  return progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : undefined
}

const stages = ['scene', 'light', 'views', 'gaussians', 'refine', 'files'] as const

function stageKey(
  stage: string | undefined,
  status: string,
): `look.stage.${(typeof stages)[number] | 'waiting' | 'stopping'}` {
  if (status === 'cancelling') return 'look.stage.stopping'
  return `look.stage.${stages.find((each) => each === stage) ?? 'waiting'}`
}
